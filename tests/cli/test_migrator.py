"""The migrator on live databases, without the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import flash_core
from flash_core.database import migrator
from flash_core.database.history import Migration, Script, State, compare
from flash_core.database.migrator import Watch, apply, history
from flash_core.errors import MigrationConflict, MigrationError

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.anyio


def script(*statements: str, checksum: str = "", transaction: bool = True) -> Script:
    return Script(statements, checksum or f"c{hash(statements)}", transaction=transaction)


def migration(identifier: str, *statements: str, checksum: str = "") -> Migration:
    """Make a migration that has no file."""
    up = script(*statements, checksum=checksum)
    return Migration(identifier, identifier.partition("_")[2], up)


CREATE = migration("20240101000000_one", "CREATE TABLE one (id INTEGER PRIMARY KEY)")
FILL = migration("20240102000000_two", "INSERT INTO one VALUES (1)", "INSERT INTO one VALUES (2)")
BROKEN = migration(
    "20240103000000_three", "CREATE TABLE three (id INTEGER)", "SELECT * FROM nowhere"
)
LAST = migration("20240104000000_four", "SELECT 1")


@pytest.fixture(
    params=["sqlite", "postgresql+asyncpg", "postgresql+psycopg", "mysql+aiomysql", "mysql+asyncmy"]
)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A new database of each driver."""
    if request.param == "sqlite":
        return f"sqlite://{tmp_path}/data.db"
    engine = request.param.partition("+")[0]
    server: str = request.getfixturevalue(f"{engine}_url")
    return server.replace(engine, request.param, 1)


async def tables(database: flash_core.Database) -> set[str]:
    query = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table'",
        "postgresql": "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'",
        "mysql": "SHOW TABLES",
    }[database.engine]
    return {name for (name,) in await database.fetch(flash_core.Sql[tuple[str]](query))}


async def test_migrations_are_applied_once_and_in_order(url: str) -> None:
    seen: list[str] = []
    async with flash_core.connect(url) as database:
        watch = Watch(after=lambda each, _: seen.append(each.id))
        done = await apply(database, [CREATE, FILL, LAST], watch=watch)
        assert done == seen == [CREATE.id, FILL.id, LAST.id]
        assert await apply(database, [CREATE, FILL, LAST]) == []
        records = [(each.id, each.name, each.checksum) for each in await history(database)]
        assert records == [(each.id, each.name, each.up.checksum) for each in (CREATE, FILL, LAST)]


async def test_count_stops_early_and_the_rest_stays_pending(url: str) -> None:
    every = [CREATE, FILL, LAST]
    async with flash_core.connect(url) as database:
        assert await apply(database, every, count=1) == [CREATE.id]
        states = [each.state for each in compare(every, await history(database))]
        assert states == [State.APPLIED, State.PENDING, State.PENDING]
        assert await apply(database, every, count=5) == [FILL.id, LAST.id]


async def test_a_failed_migration_leaves_nothing_and_earlier_ones_stay(url: str) -> None:
    async with flash_core.connect(url) as database:
        if database.engine == "mysql":
            pytest.skip("MySQL cannot take a table back")
        with pytest.raises(
            MigrationError, match=rf"migration {BROKEN.id} failed at statement 2 of 2: .*nowhere"
        ):
            await apply(database, [CREATE, BROKEN, LAST])
        assert await tables(database) == {"one", "_flash_migrations"}
        assert [each.id for each in await history(database)] == [CREATE.id]


async def test_a_migration_may_be_empty(url: str) -> None:
    empty = migration("20240101000000_empty")
    async with flash_core.connect(url) as database:
        assert await apply(database, [empty]) == [empty.id]


async def test_reading_the_history_makes_no_table(url: str) -> None:
    async with flash_core.connect(url) as database:
        assert await history(database) == []
        assert await tables(database) == set()


async def test_an_edited_a_missing_and_an_older_migration_are_conflicts(url: str) -> None:
    async with flash_core.connect(url) as database:
        await apply(database, [CREATE, LAST])
        edited = migration(CREATE.id, *CREATE.up.statements, checksum="other")
        with pytest.raises(MigrationConflict) as caught:
            await apply(database, [edited, FILL])
        assert [line.split()[0] for line in str(caught.value).split("\n")] == [
            LAST.id,
            CREATE.id,
            FILL.id,
        ]
        # force accepts what was edited and what is older, never what is missing
        with pytest.raises(MigrationConflict, match=f"^{LAST.id} was applied on [^\n]*missing"):
            await apply(database, [edited, FILL], force=True)
        assert await apply(database, [edited, FILL, LAST], force=True) == [FILL.id]


async def test_a_search_path_set_by_a_migration_loses_neither_history_nor_tables(
    postgresql_url: str,
) -> None:
    moved = migration("20240102000000_x", "CREATE SCHEMA app", "SET search_path TO app")
    after = migration("20240103000000_y", "CREATE TABLE after (id INTEGER)")
    every = [CREATE, moved, after]
    async with flash_core.connect(postgresql_url, max_size=1) as database:
        assert await apply(database, every) == [each.id for each in every]
        assert await apply(database, every) == []
        assert await tables(database) == {"one", "after", "_flash_migrations"}


async def test_a_constraint_that_fails_at_the_commit_is_the_migrations_failure(url: str) -> None:
    deferred = migration(
        "20240105000000_z",
        "CREATE TABLE child (id INTEGER REFERENCES one (id) DEFERRABLE INITIALLY DEFERRED)",
        "INSERT INTO child VALUES (7)",
    )
    async with flash_core.connect(url) as database:
        if database.engine == "mysql":
            pytest.skip("MySQL has no deferred constraints")
        with pytest.raises(MigrationError, match=f"migration {deferred.id} failed at its end: "):
            await apply(database, [CREATE, deferred])
        assert await tables(database) == {"one", "_flash_migrations"}


async def test_a_lock_that_is_not_released_is_reported(url: str) -> None:
    async with flash_core.connect(url, timeout=0.2) as database, database.transaction() as held:
        if database.engine == "postgresql":
            await held.execute(f"SELECT pg_advisory_xact_lock({migrator.LOCK})")
        if database.engine == "mysql":
            await held.execute("SELECT GET_LOCK(CONCAT('flash_', MD5(DATABASE())), 0)")
        async with flash_core.connect(url, timeout=0.2) as other:
            with pytest.raises(MigrationError, match="another process holds the lock"):
                await apply(other, [CREATE], patience=0.3)


async def test_another_tools_table_is_not_taken_for_the_history(url: str) -> None:
    async with flash_core.connect(url) as database:
        await database.execute("CREATE TABLE _flash_migrations (id TEXT, migration_name TEXT)")
        with pytest.raises(MigrationError, match="was not made by this version of Flash"):
            await history(database)
        with pytest.raises(MigrationError, match="was not made by this version of Flash"):
            await apply(database, [CREATE])


STEPS = (
    "CREATE TABLE three (id INTEGER PRIMARY KEY)",
    "INSERT INTO three VALUES (1), (2)",
    "INSERT INTO three SELECT * FROM nowhere",
    "INSERT INTO three VALUES (3)",
)


def steps(*statements: str) -> Migration:
    return migration("20240103000000_three", *statements)


async def test_where_nothing_can_be_rolled_back_a_migration_continues(mysql_url: str) -> None:
    values = flash_core.Sql[tuple[int]]("SELECT id FROM three ORDER BY id")
    async with flash_core.connect(mysql_url) as database:
        with pytest.raises(MigrationError) as caught:
            await apply(database, [CREATE, steps(*STEPS)])
        words = str(caught.value)
        assert f"migration {BROKEN.id} failed at statement 3 of 4: Table '" in words
        assert "statements 1 to 2 are done" in words
        assert "continues there" in words
        states = [(each.state, each.done) for each in await history(database)]
        assert states == [("applied", 1), ("failed", 2)]
        assert await database.fetch(values) == [(1,), (2,)]
        with pytest.raises(MigrationError, match="failed at statement 3 of 4"):
            await apply(database, [CREATE, steps(*STEPS)])
        corrected = steps(*STEPS[:2], "INSERT INTO three VALUES (7)", STEPS[3])
        assert await apply(database, [CREATE, corrected]) == [corrected.id]
        assert await database.fetch(values) == [(1,), (2,), (3,), (7,)]
        assert await apply(database, [CREATE, corrected]) == []
        assert [each.state for each in await history(database)] == ["applied", "applied"]


async def test_what_ran_of_a_failed_migration_is_not_to_be_edited(mysql_url: str) -> None:
    async with flash_core.connect(mysql_url) as database:
        with pytest.raises(MigrationError):
            await apply(database, [CREATE, steps(*STEPS)])
        edited = steps("CREATE TABLE three (id BIGINT)", STEPS[1], STEPS[3])
        with pytest.raises(MigrationConflict, match="its first 2 statements, which ran, changed"):
            await apply(database, [CREATE, edited])
        assert await apply(database, [CREATE, edited], force=True) == [edited.id]


async def test_what_a_dump_sets_and_uses_stays_in_its_migration(mysql_url: str) -> None:
    other = mysql_url.rpartition("/")[2] + "_other"
    dump = steps(
        f"CREATE DATABASE {other}",
        f"USE {other}",
        "SET FOREIGN_KEY_CHECKS = 0",
        "SET sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'",
        "/*!40000 SET @x = 1 */",
        "CREATE TABLE one (id INTEGER)",
        "LOCK TABLES one WRITE",
        "INSERT INTO one VALUES (1)",
        "UNLOCK TABLES",
        "CREATE PROCEDURE p() BEGIN SELECT 1; SELECT '100%'; END",
    )
    checks = flash_core.Sql[tuple[int, str]]("SELECT @@foreign_key_checks, @@sql_mode")
    async with flash_core.connect(mysql_url, max_size=1) as database:
        last = migration(LAST.id, "CREATE TABLE after_it (x TEXT DEFAULT 'a\\'b')")
        before = await database.fetchrow(checks)
        try:
            assert await apply(database, [CREATE, dump, last]) == [CREATE.id, dump.id, last.id]
        finally:
            await database.execute(f"DROP DATABASE IF EXISTS {other}")
        assert await database.fetchrow(checks) == before
        assert await tables(database) == {"one", "after_it", "_flash_migrations"}
