"""The law of migrations over random schemas of SQLite, with rows in them."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from tests.migrations.live_sqlite import LiveSQLite
from tests.migrations.round_trip import Pair, check_round_trip
from tests.property.effort import shared
from tests.property.schemas_sqlite import changed_schema, new_schema, rows_of, sql_of


@given(st.integers(0, 2**32))
def _law(number: int) -> None:
    source = random.Random(number)  # noqa: S311 - no secret
    before = new_schema(source)
    after = changed_schema(source, before)
    live = LiveSQLite()
    try:
        check_round_trip(live, Pair(sql_of(before), sql_of(after), rows_of(before)))
    finally:
        live.close()


test_up_makes_the_new_schema_and_down_the_old_one_and_rows_stay = shared(_law, 1, few=40, of=6)
