"""The law of migrations over random schemas of PostgreSQL, with rows in them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.migrations.live_postgresql import LivePostgreSQL
from tests.migrations.round_trip import Pair, check_round_trip
from tests.property.effort import shared
from tests.property.schemas_postgres import changed_schema, new_schema, rows_of, sql_of

if TYPE_CHECKING:
    import pytest


def test_up_makes_the_new_schema_and_down_the_old_one_and_rows_stay(
    postgresql_url: str, request: pytest.FixtureRequest
) -> None:
    live = LivePostgreSQL(postgresql_url)
    request.addfinalizer(live.close)

    @given(st.integers(0, 2**32))
    def law(number: int) -> None:
        source = random.Random(number)  # noqa: S311 - no secret
        before = new_schema(source)
        after = changed_schema(source, before)
        try:
            check_round_trip(live, Pair(sql_of(before), sql_of(after), rows_of(before)))
        finally:
            live.run("ROLLBACK")

    shared(law, 1, few=5, of=6)()
