"""Transactions and savepoints, on every driver."""

from __future__ import annotations

import pytest

import flash_core
from flash_core import Database, Sql

pytestmark = pytest.mark.anyio

IDS = Sql[tuple[int]]("SELECT id FROM users ORDER BY id")


async def add(connection: flash_core.Connection, number: int) -> None:
    await connection.execute(f"INSERT INTO users VALUES ({number}, 'n', '{number}')")


async def ids(connection: flash_core.DatabaseConnection) -> list[int]:
    return [number for (number,) in await connection.fetch(IDS)]


class Refused(Exception):
    """Something that goes wrong in a block."""


async def test_a_transaction_commits_at_the_end_of_its_block(database: Database) -> None:
    async with database.transaction() as tx:
        await add(tx, 1)
        await add(tx, 2)
    assert await ids(database) == [1, 2]


async def test_an_exception_rolls_back_and_passes_through(database: Database) -> None:
    with pytest.raises(Refused):
        async with database.transaction() as tx:
            await add(tx, 1)
            raise Refused
    assert await ids(database) == []


async def test_an_inner_transaction_rolls_back_alone(database: Database) -> None:
    async with database.transaction() as tx:
        await add(tx, 1)
        with pytest.raises(Refused):
            async with tx.transaction() as inner:
                await add(inner, 2)
                async with inner.transaction() as innermost:
                    await add(innermost, 3)
                raise Refused
        async with tx.transaction() as inner:
            await add(inner, 4)
    assert await ids(database) == [1, 4]


async def test_an_error_inside_a_savepoint_leaves_the_outer_transaction_usable(
    database: Database,
) -> None:
    async with database.transaction() as tx:
        await add(tx, 1)
        with pytest.raises(flash_core.UniqueViolation):
            async with tx.transaction() as inner:
                await add(inner, 1)
        await add(tx, 2)
    assert await ids(database) == [1, 2]


async def test_a_transaction_that_is_over_refuses_every_call(database: Database) -> None:
    async with database.transaction() as tx:
        await add(tx, 1)
        async with tx.transaction() as inner:
            await add(inner, 2)
        with pytest.raises(flash_core.ProgrammingError, match="over"):
            await add(inner, 3)
        await add(tx, 4)
    for call in (tx.execute, tx.fetch, tx.fetchrow, tx.fetchval):
        with pytest.raises(flash_core.ProgrammingError, match="over"):
            await call(IDS)
    with pytest.raises(flash_core.ProgrammingError, match="over"):
        async with tx.transaction():
            pass
    assert await ids(database) == [1, 2, 4]


async def test_a_transaction_is_entered_once(database: Database) -> None:
    transaction = database.transaction()
    async with transaction:
        pass
    with pytest.raises(flash_core.ProgrammingError, match="already"):
        async with transaction:
            pass


@pytest.mark.parametrize("isolation", ["read committed", "repeatable read", "serializable"])
async def test_every_isolation_level_can_be_asked_for(
    database: Database, isolation: flash_core.Isolation
) -> None:
    async with database.transaction(isolation=isolation) as tx:
        await add(tx, 1)
        if database.engine is flash_core.Engine.POSTGRESQL:
            shown = await tx.fetchval(Sql[tuple[str]]("SHOW transaction_isolation"))
            assert shown == isolation
    assert await ids(database) == [1]


async def test_an_unknown_isolation_level_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="serializable"):
        database.transaction(isolation="chaos")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - the point


async def test_a_read_only_transaction_refuses_to_write(database: Database) -> None:
    async with database.transaction() as tx:
        await add(tx, 1)
    with pytest.raises(flash_core.DatabaseError):
        async with database.transaction(read_only=True) as tx:
            assert await ids(tx) == [1]
            await add(tx, 2)
    async with database.transaction() as tx:
        await add(tx, 3)
    assert await ids(database) == [1, 3]


async def test_only_the_outermost_transaction_has_modes(database: Database) -> None:
    async with database.transaction() as tx:
        with pytest.raises(flash_core.ProgrammingError, match="outermost"):
            async with tx.transaction(read_only=True):
                pass
        await add(tx, 1)
    assert await ids(database) == [1]


async def test_a_commit_that_fails_rolls_back_and_says_why(database: Database) -> None:
    if database.engine is flash_core.Engine.MYSQL:
        pytest.skip("MySQL has no deferred constraints")
    deferred = "INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED"
    await database.execute(f"CREATE TABLE later (user_id {deferred})")
    with pytest.raises(flash_core.ForeignKeyViolation):
        async with database.transaction() as tx:
            await tx.execute("INSERT INTO later VALUES (99)")
    async with database.transaction() as tx:
        await add(tx, 1)
        assert await tx.fetch(Sql[tuple[int]]("SELECT user_id FROM later")) == []


async def test_a_deferred_violation_of_a_single_call_is_raised(database: Database) -> None:
    if database.engine is flash_core.Engine.MYSQL:
        pytest.skip("MySQL has no deferred constraints")
    deferred = "INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED"
    await database.execute(f"CREATE TABLE later (user_id {deferred})")
    insert = "INSERT INTO later VALUES (98), (99) RETURNING user_id"
    for call in (database.execute, database.fetch, database.fetchrow, database.fetchval):
        with pytest.raises(flash_core.ForeignKeyViolation):
            await call(Sql[tuple[int]](insert))
    assert await database.fetch(Sql[tuple[int]]("SELECT user_id FROM later")) == []


async def test_a_failure_that_was_swallowed_is_not_reported_as_committed(
    postgresql: Database,
) -> None:
    await postgresql.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, a TEXT, b TEXT)")
    with pytest.raises(flash_core.OperationalError, match="nothing was committed"):
        async with postgresql.transaction() as tx:
            await add(tx, 1)
            with pytest.raises(flash_core.UniqueViolation):
                await add(tx, 1)
    assert await ids(postgresql) == []


async def test_a_script_inside_a_transaction_rolls_back_with_it(database: Database) -> None:
    if database.engine is flash_core.Engine.MYSQL:
        pytest.skip("MySQL commits when a table is made")
    with pytest.raises(Refused):
        async with database.transaction() as tx:
            await tx.execute_script("CREATE TABLE made (id INTEGER); INSERT INTO made VALUES (1);")
            assert await tx.fetchval(Sql[tuple[int]]("SELECT id FROM made")) == 1
            raise Refused
    with pytest.raises(flash_core.ProgrammingError):
        await database.fetch(Sql[tuple[int]]("SELECT id FROM made"))


async def test_no_free_connection_is_a_pool_timeout(url: str) -> None:
    async with flash_core.connect(url, max_size=1, timeout=0.2) as database:
        async with database.transaction():
            with pytest.raises(flash_core.PoolTimeout):
                async with database.transaction():
                    pass
        async with database.transaction() as tx:
            assert await tx.fetchval(Sql[tuple[int]]("SELECT 1")) == 1


async def test_rollback_undoes_and_ends_a_transaction_while_its_block_goes_on(
    database: Database,
) -> None:
    async with database.transaction() as tx:
        await add(tx, 1)
        await tx.rollback()
        with pytest.raises(flash_core.ProgrammingError, match="over"):
            await add(tx, 2)
        with pytest.raises(flash_core.ProgrammingError, match="over"):
            await tx.rollback()
        await add(database, 3)  # its connection is free again
    assert await ids(database) == [3]


async def test_rollback_of_a_savepoint_leaves_the_outer_transaction(database: Database) -> None:
    async with database.transaction() as tx:
        await add(tx, 1)
        async with tx.transaction() as inner:
            await add(inner, 2)
            await inner.rollback()
        await add(tx, 3)
    assert await ids(database) == [1, 3]


async def test_rollback_ends_the_savepoints_inside(database: Database) -> None:
    async with database.transaction() as tx:
        await add(tx, 1)
        async with tx.transaction() as inner:
            await add(inner, 2)
            await tx.rollback()
            with pytest.raises(flash_core.ProgrammingError, match="over"):
                await add(inner, 3)
    assert await ids(database) == []


async def test_callbacks_are_called_in_order_after_the_outermost_commit(
    database: Database,
) -> None:
    called: list[object] = []
    async with database.transaction() as tx:
        await add(tx, 1)
        tx.on_commit(lambda: called.append("first"))
        async with tx.transaction() as inner:
            inner.on_commit(lambda: called.append("second"))
        async with tx.transaction() as undone:
            undone.on_commit(lambda: called.append("undone"))
            await undone.rollback()

        async def look() -> None:
            called.append(await ids(database))

        tx.on_commit(look)
        assert called == []
    assert called == ["first", "second", [1]]


async def test_no_callback_is_called_after_a_rollback(database: Database) -> None:
    called: list[str] = []
    with pytest.raises(Refused):
        async with database.transaction() as tx:
            tx.on_commit(lambda: called.append("raised"))
            raise Refused
    async with database.transaction() as tx:
        tx.on_commit(lambda: called.append("rolled back"))
        await tx.rollback()
    with pytest.raises(Refused):
        async with database.transaction() as tx:
            async with tx.transaction() as inner:
                inner.on_commit(lambda: called.append("outer"))
            raise Refused
    assert called == []


async def test_a_callback_that_fails_stops_neither_the_others_nor_the_commit(
    database: Database,
) -> None:
    called: list[str] = []

    def fail() -> None:
        raise Refused

    with pytest.raises(Refused):
        async with database.transaction() as tx:
            await add(tx, 1)
            tx.on_commit(fail)
            tx.on_commit(lambda: called.append("other"))
    with pytest.raises(ExceptionGroup, match="was committed"):
        async with database.transaction() as tx:
            await add(tx, 2)
            tx.on_commit(fail)
            tx.on_commit(fail)
    assert called == ["other"]
    assert await ids(database) == [1, 2]


async def test_what_only_a_transaction_can_do_is_refused_outside(
    held: flash_core.Connectable,
) -> None:
    db = flash_core.wrap(held)
    for queries in (flash_core.QueriesBase(db), db):
        assert isinstance(queries, (flash_core.QueriesBase, flash_core.Session))
        with pytest.raises(flash_core.ProgrammingError, match="no transaction"):
            await queries.rollback()
        with pytest.raises(flash_core.ProgrammingError, match="no transaction"):
            queries.on_commit(list)


async def test_the_commit_of_a_transaction_begun_without_flash_calls_nothing_back(
    held: flash_core.Connectable,
) -> None:
    db = flash_core.wrap(held)
    await db.execute("BEGIN")
    async with db.transaction() as tx:
        assert isinstance(tx, flash_core.Session)
        with pytest.raises(flash_core.ProgrammingError, match="without Flash"):
            tx.on_commit(list)
    await db.execute("ROLLBACK")


async def test_queries_roll_back_and_call_back(database: Database) -> None:
    called: list[str] = []
    queries = flash_core.QueriesBase(database)
    async with queries.transaction() as tx:
        tx.on_commit(lambda: called.append("committed"))
    async with queries.transaction() as tx:
        await tx.execute("INSERT INTO users VALUES (1, 'n', '1')")
        await tx.rollback()
    assert called == ["committed"]
    assert await ids(database) == []


async def test_only_postgresql_has_deferrable_transactions(database: Database) -> None:
    if database.engine is flash_core.Engine.POSTGRESQL:
        async with database.transaction(
            isolation="serializable", read_only=True, deferrable=True
        ) as tx:
            shown = await tx.fetchval(Sql[tuple[str]]("SHOW transaction_deferrable"))
            assert shown == "on"
    else:
        with pytest.raises(flash_core.ProgrammingError, match="deferrable"):
            database.transaction(deferrable=True)
