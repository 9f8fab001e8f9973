"""The law of migrations where tables and columns of random schemas get other names."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st

from flash_core.engine import Engine
from flash_core.errors import MigrationError
from tests.migrations.live_mariadb import LiveMariaDB
from tests.migrations.live_postgresql import LivePostgreSQL
from tests.migrations.live_sqlite import LiveSQLite
from tests.migrations.round_trip import Pair, check_round_trip
from tests.property import schemas_postgres, schemas_sqlite
from tests.property.effort import shared
from tests.property.renamings import renamed
from tests.property.schemas_mysql_changes import draw_pair

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.migrations.round_trip import Live


def _check(live: Live, draw: Callable[[random.Random], tuple[str, str, str]], few: int) -> None:
    @given(st.integers(0, 2**32))
    def law(number: int) -> None:
        source = random.Random(number)  # noqa: S311 - no secret
        before, rows, after = draw(source)
        if source.random() < 0.5:
            after = before
        text, moved = renamed(source, before, after, live.engine)
        live.clear()
        try:
            live.run(text)
        except Exception:  # noqa: BLE001 - of any driver: a name stood where none is replaced
            assume(condition=False)
        try:
            check_round_trip(live, Pair(before, text, rows, "", moved))
        except MigrationError as refusal:
            assume("SQLite cannot rename column" not in str(refusal))
            raise
        finally:
            if live.engine is Engine.POSTGRESQL:
                live.run("ROLLBACK")

    shared(law, 1, few=few, of=6)()


def _sqlite(source: random.Random) -> tuple[str, str, str]:
    before = schemas_sqlite.new_schema(source)
    after = schemas_sqlite.changed_schema(source, before)
    return (
        schemas_sqlite.sql_of(before),
        schemas_sqlite.rows_of(before),
        schemas_sqlite.sql_of(after),
    )


def _postgres(source: random.Random) -> tuple[str, str, str]:
    before = schemas_postgres.new_schema(source)
    after = schemas_postgres.changed_schema(source, before)
    return (
        schemas_postgres.sql_of(before),
        schemas_postgres.rows_of(before),
        schemas_postgres.sql_of(after),
    )


def test_renamed_tables_and_columns_keep_their_rows_on_sqlite() -> None:
    live = LiveSQLite()
    try:
        _check(live, _sqlite, 25)
    finally:
        live.close()


def test_renamed_tables_and_columns_keep_their_rows_on_mariadb(mysql_url: str) -> None:
    live = LiveMariaDB(mysql_url)
    try:
        _check(live, draw_pair, 4)
    finally:
        live.close()


def test_renamed_tables_and_columns_keep_their_rows_on_postgresql(postgresql_url: str) -> None:
    live = LivePostgreSQL(postgresql_url)
    try:
        _check(live, _postgres, 8)
    finally:
        live.close()
