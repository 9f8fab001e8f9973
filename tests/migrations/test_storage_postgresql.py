"""Tables that change their tablespace or access method."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flash_sync.introspect.definition import differences
from tests.migrations.live_postgresql import LivePostgreSQL
from tests.migrations.round_trip import Pair, check_round_trip, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

BEFORE = """
CREATE TABLE t (id int);
CREATE TABLE h (id int) USING heap2;
CREATE TABLE d (id int) PARTITION BY RANGE (id) TABLESPACE fast;
CREATE MATERIALIZED VIEW m AS SELECT 1 AS x;
CREATE INDEX i ON t (id);
"""
AFTER = """
CREATE TABLE t (id int) WITH (fillfactor = 70) TABLESPACE fast;
CREATE TABLE h (id int) USING heap;
CREATE TABLE d (id int) PARTITION BY RANGE (id);
CREATE MATERIALIZED VIEW m AS SELECT 1 AS x;
ALTER MATERIALIZED VIEW m SET TABLESPACE fast;
ALTER TABLE t SET ACCESS METHOD heap2;
CREATE INDEX i ON t (id);
ALTER INDEX i SET TABLESPACE fast;
"""


@pytest.fixture
def live(postgresql_url: str) -> Iterator[LivePostgreSQL]:
    """An empty database with an access method, on a server with a tablespace."""
    database = LivePostgreSQL(postgresql_url)
    database.run("SET allow_in_place_tablespaces = on")
    database.run("CREATE TABLESPACE fast LOCATION ''")
    database.run("CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler")
    yield database
    database.clear()
    database.run("DROP TABLESPACE fast")
    database.close()


def test_what_stores_a_table_changes_in_place(live: LivePostgreSQL) -> None:
    check_round_trip(
        live, Pair(BEFORE, AFTER, "INSERT INTO t VALUES (1); INSERT INTO h VALUES (2)")
    )


def test_where_a_table_is_stored_is_read(live: LivePostgreSQL) -> None:
    live.run(BEFORE)
    first = live.dump()
    live.clear()
    live.run(text_of(first))
    assert differences(live.dump(), first) == []
    live.run("ALTER TABLE t SET TABLESPACE fast")
    assert differences(live.dump(), first) == ["table t: has tablespace fast"]
