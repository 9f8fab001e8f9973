"""The migrator on live databases, without the command line."""

from __future__ import annotations

import hashlib
import platform
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import anyio
import pytest

import flash_core
from flash_core import Sql
from flash_core.database import locking, migrator
from flash_core.database.history import Migration, Script, State, compare
from flash_core.database.migrator import Watch, apply, history
from flash_core.errors import MigrationConflict, MigrationError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
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


# -- what earlier versions left ------------------------------------------------

OLD_TABLE = (
    "CREATE TABLE _flash_migrations (id VARCHAR(255) NOT NULL PRIMARY KEY, name VARCHAR(255)"
    " NOT NULL, checksum VARCHAR(255) NOT NULL, applied_at VARCHAR(32) NOT NULL,"
    " duration_ms BIGINT NOT NULL)"
)
OLD_STEPS = (
    "CREATE TABLE _flash_migration_steps (id VARCHAR(255) NOT NULL PRIMARY KEY, done INT NOT NULL,"
    " total INT NOT NULL, digest VARCHAR(64) NOT NULL, started_at VARCHAR(32) NOT NULL)"
)


async def test_migrations_are_read_as_flash_reads_them_whatever_the_servers_mode(
    mysql_url: str,
) -> None:
    made = 'CREATE TABLE modes (a VARCHAR(9) DEFAULT \'\\\\\', b VARCHAR(9) DEFAULT "x" "y")'
    async with flash_core.connect(mysql_url, max_size=1) as database:
        await database.execute("SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES'")
        await apply(database, [migration(CREATE.id, made, "INSERT INTO modes VALUES ()")])
        values = Sql[tuple[str, str]]("SELECT a, b FROM modes")
        assert await database.fetchrow(values) == ("\\", "xy")


async def test_an_older_history_is_read_and_gets_the_new_columns(url: str) -> None:
    row = f"('{CREATE.id}', 'one', '{CREATE.up.checksum}', '2024-01-01T00:00:00Z', 7)"
    async with flash_core.connect(url) as database:
        await database.execute(OLD_TABLE)
        await database.execute(f"INSERT INTO _flash_migrations VALUES {row}")
        await database.execute(CREATE.up.statements[0])
        (record,) = await history(database)  # changes nothing
        assert (record.id, record.state, record.duration_ms) == (CREATE.id, "applied", 7)
        assert await apply(database, [CREATE, FILL]) == [FILL.id]
        first, second = await history(database)
        assert (first.state, first.statements) == ("applied", 0)
        assert (second.state, second.statements, second.version) == (
            "applied",
            2,
            flash_core.__version__,
        )


async def test_older_notes_of_a_half_done_migration_are_taken_over(mysql_url: str) -> None:
    broken = steps(*STEPS)
    digest = hashlib.sha256("\0".join(STEPS[:2]).encode()).hexdigest()
    async with flash_core.connect(mysql_url) as database:
        await database.execute(OLD_TABLE)
        await database.execute(OLD_STEPS)
        values = f"('{broken.id}', 2, 4, '{digest}', '2024-01-01T00:00:00Z')"
        await database.execute(f"INSERT INTO _flash_migration_steps VALUES {values}")
        await database.execute_script("; ".join(STEPS[:2]))
        corrected = steps(*STEPS[:2], STEPS[3])
        assert await apply(database, [CREATE, corrected]) == [CREATE.id, corrected.id]
        assert await tables(database) == {"one", "three", "_flash_migrations"}


# -- one transaction, or none --------------------------------------------------


async def test_what_is_recorded_of_a_migration(url: str) -> None:
    both = replace(FILL, down=script("DELETE FROM one"))
    async with flash_core.connect(url) as database:
        await apply(database, [CREATE, both])
        record = (await history(database))[1]
    assert both.down is not None
    assert record.checksum == both.up.checksum
    assert record.down_checksum == both.down.checksum
    assert (record.state, record.direction, record.done, record.statements) == (
        *("applied", "up"),
        *(2, 2),
    )
    assert record.started_at <= record.applied_at


async def test_a_value_of_an_enum_is_used_where_no_transaction_is_open(postgresql_url: str) -> None:
    make = migration(
        "20240101000000_m", "CREATE TYPE mood AS ENUM ('ok')", "CREATE TABLE t (m mood)"
    )
    words = ("ALTER TYPE mood ADD VALUE 'sad'", "INSERT INTO t VALUES ('sad')")
    inside = migration("20240102000000_v", *words)
    async with flash_core.connect(postgresql_url) as database:
        with pytest.raises(MigrationError, match="unsafe use of new value"):
            await apply(database, [make, inside])
        outside = replace(inside, up=script(*words, transaction=False))
        assert await apply(database, [make, outside]) == [outside.id]


async def test_an_index_that_was_left_invalid_is_built_again(postgresql_url: str) -> None:
    fill = ("CREATE TABLE t (a INT)", "INSERT INTO t VALUES (1), (1)")
    make = migration("20240101000000_t", *fill)
    index = 'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "The index" ON t (a)'
    unique = replace(migration("20240102000000_u"), up=script(index, transaction=False))
    valid = flash_core.Sql[tuple[bool]]("SELECT bool_and(indisvalid) FROM pg_index")
    async with flash_core.connect(postgresql_url) as database:
        with pytest.raises(MigrationError, match="could not create unique index"):
            await apply(database, [make, unique])
        assert await database.fetchval(valid) is False
        await database.execute("DELETE FROM t")
        assert await apply(database, [make, unique]) == [unique.id]
        assert await database.fetchval(valid) is True


async def test_settings_that_ran_are_set_again_where_a_migration_continues(mysql_url: str) -> None:
    words = ("SET @x = 7", "CREATE TABLE t (a INT)", "INSERT INTO nowhere VALUES (1)")
    right = (*words[:2], "INSERT INTO t VALUES (@x)")
    async with flash_core.connect(mysql_url, max_size=2) as database:
        with pytest.raises(MigrationError):
            await apply(database, [migration(LAST.id, *words)])
    async with flash_core.connect(mysql_url) as database:
        await apply(database, [migration(LAST.id, *right)])
        assert await database.fetchval(flash_core.Sql[tuple[int]]("SELECT a FROM t")) == 7


# -- SQLite's foreign keys -----------------------------------------------------

PARENTS = (
    "CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT)",
    "CREATE TABLE child (parent_id INTEGER REFERENCES parent (id) ON DELETE CASCADE)",
    "INSERT INTO parent VALUES (1, 'x'), (2, 'y')",
    "INSERT INTO child VALUES (1), (2)",
)
REBUILD = (
    "CREATE TABLE new (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
    "INSERT INTO new SELECT id, name FROM parent",
    "DROP TABLE parent",
    "ALTER TABLE new RENAME TO parent",
)


@pytest.fixture
async def sqlite(tmp_path: Path) -> AsyncIterator[flash_core.Database]:
    """An open database, to whose connection a transaction goes back."""
    async with flash_core.connect(f"sqlite://{tmp_path}/data.db") as database:
        yield database


def off(identifier: str, *statements: str) -> Migration:
    up = replace(script(*statements), foreign_keys=False)
    return replace(migration(identifier), up=up)


async def enforced(database: flash_core.Database) -> bool:
    """Tell whether the connections of transactions check foreign keys."""
    session = await database.borrow()
    try:
        return bool(await session.fetchval(flash_core.Sql[tuple[int]]("PRAGMA foreign_keys")))
    finally:
        await session.release()


async def test_a_table_is_built_anew_and_the_rows_that_refer_to_it_stay(
    sqlite: flash_core.Database,
) -> None:
    await apply(sqlite, [migration(CREATE.id, *PARENTS), off(FILL.id, *REBUILD)])
    count = flash_core.Sql[tuple[int]]("SELECT count(*) FROM child")
    assert await sqlite.fetchval(count) == 2
    assert await enforced(sqlite)


async def test_rows_that_lost_their_parent_are_shown_and_roll_back(
    sqlite: flash_core.Database,
) -> None:
    less = (REBUILD[0], REBUILD[1] + " WHERE id = 1", *REBUILD[2:])
    with pytest.raises(MigrationError) as raised:
        await apply(sqlite, [migration(CREATE.id, *PARENTS), off(FILL.id, *less)])
    assert str(raised.value) == (
        f"migration {FILL.id} breaks foreign keys:\n"
        "  row 2 of child has no parent in parent\n"
        "it was rolled back; the other migrations stay as they are"
    )
    assert await sqlite.fetchval(flash_core.Sql[tuple[int]]("SELECT count(*) FROM parent")) == 2
    assert [each.id for each in await history(sqlite)] == [CREATE.id]
    assert await enforced(sqlite)


async def test_a_parent_that_comes_back_empty_does_not_keep_its_children_from_the_way_back(
    sqlite: flash_core.Database,
) -> None:
    gone = off(
        FILL.id,
        "CREATE TABLE new (parent_id INTEGER)",
        "INSERT INTO new SELECT parent_id FROM child",
        "DROP TABLE child",
        "ALTER TABLE new RENAME TO child",
        "DROP TABLE parent",
    )
    back = replace(
        script(
            PARENTS[0],
            "CREATE TABLE new (parent_id INTEGER REFERENCES parent (id))",
            "INSERT INTO new SELECT parent_id FROM child",
            "DROP TABLE child",
            "ALTER TABLE new RENAME TO child",
        ),
        foreign_keys=False,
    )
    migrations = [migration(CREATE.id, *PARENTS), replace(gone, down=back)]
    await apply(sqlite, migrations)
    assert await migrator.down(sqlite, migrations) == [FILL.id]
    assert await sqlite.fetchval(flash_core.Sql[tuple[int]]("SELECT count(*) FROM child")) == 2


async def test_virtual_tables_of_a_dump_are_there_for_the_next_migration(
    sqlite: flash_core.Database,
) -> None:
    dumped = (
        "PRAGMA writable_schema=ON",
        (
            "INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES"
            "('table','r','r',0,'CREATE VIRTUAL TABLE r USING rtree(id, low, high)')"
        ),
        'CREATE TABLE IF NOT EXISTS "r_rowid"(rowid INTEGER PRIMARY KEY,nodeno)',
        'CREATE TABLE IF NOT EXISTS "r_node"(nodeno INTEGER PRIMARY KEY,data)',
        f"INSERT INTO r_node VALUES(1,X'{'00' * 1228}')",
        'CREATE TABLE IF NOT EXISTS "r_parent"(nodeno INTEGER PRIMARY KEY,parentnode)',
        "PRAGMA writable_schema=OFF",
    )
    fill = migration(FILL.id, "INSERT INTO r VALUES (1, 2, 3)")
    await apply(sqlite, [migration(CREATE.id, *dumped), fill])
    assert await sqlite.fetchval(flash_core.Sql[tuple[int]]("SELECT count(*) FROM r")) == 1


async def test_rows_that_lost_their_parent_are_shown_beside_a_full_text_index(
    sqlite: flash_core.Database,
) -> None:
    # SQLite leaves a statement of its own open behind 'rebuild', and stops for good when told to.
    found = ("CREATE VIRTUAL TABLE f USING fts5(name)", "INSERT INTO f (f) VALUES ('rebuild')")
    less = (REBUILD[0], REBUILD[1] + " WHERE id = 1", *REBUILD[2:], *found)
    with pytest.raises(MigrationError, match="row 2 of child has no parent in parent"):
        await apply(sqlite, [migration(CREATE.id, *PARENTS), off(FILL.id, *less)])
    assert await sqlite.fetchval(flash_core.Sql[tuple[int]]("SELECT count(*) FROM parent")) == 2
    assert await enforced(sqlite)


async def test_rows_that_had_no_parent_before_do_not_keep_a_migration_back(
    sqlite: flash_core.Database,
) -> None:
    orphan = off(FILL.id, "INSERT INTO child VALUES (9)")
    await apply(sqlite, [migration(CREATE.id, *PARENTS)])
    await sqlite.execute_script("PRAGMA foreign_keys = OFF; INSERT INTO child VALUES (7)")
    assert await apply(sqlite, [migration(CREATE.id, *PARENTS), off(LAST.id, *REBUILD)]) == [
        LAST.id
    ]
    with pytest.raises(MigrationError, match="of child has no parent in parent"):
        await apply(
            sqlite, [migration(CREATE.id, *PARENTS), off(LAST.id, *REBUILD), orphan], force=True
        )


# -- locks ---------------------------------------------------------------------


async def test_a_row_is_the_lock_of_a_server_without_locks(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with flash_core.connect(url, timeout=1.0) as database:
        if database.engine == "sqlite":
            pytest.skip("SQLite has a write lock")
        family = database.engine.family
        missing = replace(locking.LOCKS[family], take="SELECT no_such_lock({key})")
        monkeypatch.setitem(locking.LOCKS, family, missing)
        assert await apply(database, [CREATE]) == [CREATE.id]
        session = await database.borrow()
        row = locking.RowLock(session)
        await row.take(locking.Patience(0))
        with pytest.raises(MigrationError, match=r"process \d+ on .* holds the lock"):
            await apply(database, [CREATE, FILL], patience=0.1)
        await row.release()
        await session.release()
        assert await apply(database, [CREATE, FILL]) == [FILL.id]


def ended_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        return process.pid


async def test_the_lock_of_a_process_that_is_gone_is_taken_over(
    sqlite: flash_core.Database,
) -> None:
    vacuum = replace(migration(FILL.id), up=script("VACUUM", transaction=False))
    await apply(sqlite, [CREATE])
    session = await sqlite.borrow()
    await locking.RowLock(session).take(locking.Patience(0))
    await session.release()
    owner = f"process {ended_process()} on {platform.node()}"
    await sqlite.execute(f"UPDATE {locking.TABLE} SET owner = '{owner}'")
    assert await apply(sqlite, [CREATE, vacuum, LAST], patience=0) == [FILL.id, LAST.id]


async def test_who_was_quicker_to_take_over_keeps_the_lock(
    sqlite: flash_core.Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = await sqlite.borrow()
    row = locking.RowLock(session)
    await row.take(locking.Patience(0))
    gone, quick = f"process {ended_process()} on {platform.node()}", "process 1 on elsewhere"
    await session.execute(f"UPDATE {locking.TABLE} SET owner = '{gone}'")
    remove = vars(locking.RowLock)["_remove"]

    async def late(self: locking.RowLock, owner: str) -> None:
        await session.execute(f"UPDATE {locking.TABLE} SET owner = '{quick}'")
        await remove(self, owner)

    monkeypatch.setattr(locking.RowLock, "_remove", late)
    with pytest.raises(MigrationError, match=r"process 1 on elsewhere .* holds the lock"):
        await row.take(locking.Patience(0))
    monkeypatch.undo()
    await row.release()  # what it does not have
    assert await row.owner() == quick
    await session.release()


async def test_who_waited_for_the_row_does_not_run_a_migration_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    up = script("INSERT INTO one VALUES (7)", "VACUUM", transaction=False)
    every = [CREATE, replace(migration(FILL.id), up=up), LAST]
    url = f"sqlite://{tmp_path}/one.db"
    async with flash_core.connect(url) as one, flash_core.connect(url) as other:
        take = locking.RowLock.take

        async def late(self: locking.RowLock, patience: locking.Patience) -> None:
            monkeypatch.undo()
            assert await apply(other, every) == [FILL.id, LAST.id]
            await take(self, patience)

        monkeypatch.setattr(locking.RowLock, "take", late)
        assert await apply(one, every) == [CREATE.id]
        count = Sql[tuple[int]]("SELECT count(*) FROM one")
        assert await one.fetchval(count) == 1


async def test_who_waits_for_the_lock_reads_the_history_again(url: str) -> None:
    async with flash_core.connect(url) as one, flash_core.connect(url) as other:
        every, done = [CREATE, FILL, LAST], list[str]()

        async def work(database: flash_core.Database) -> None:
            done.extend(await apply(database, every))

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(work, one)
            tasks.start_soon(work, other)
        assert sorted(done) == [each.id for each in every]
