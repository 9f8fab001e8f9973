"""The law of migrations over random schemas of MariaDB, with rows in them."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.migrations.live_mariadb import LiveMariaDB
from tests.migrations.round_trip import Pair, check_round_trip
from tests.property.effort import LONG
from tests.property.schemas_mysql_changes import draw_pair

_SEARCHES = (settings.default or settings()).max_examples >= LONG


@seed(1)
@settings(
    max_examples=3_000 if _SEARCHES else 5,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(number=st.integers(0, 2**32))
def test_up_makes_the_new_schema_and_down_the_old_one_and_rows_stay(
    mysql_url: str, number: int
) -> None:
    before, rows, after = draw_pair(random.Random(number))  # noqa: S311 - no secret
    live = LiveMariaDB(mysql_url)
    try:
        check_round_trip(live, Pair(before, after, rows))
    finally:
        live.close()
