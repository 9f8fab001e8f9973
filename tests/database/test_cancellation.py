"""A task that is cancelled leaves nothing open behind it."""

from __future__ import annotations

import anyio
import pytest

import flash_core
from flash_core import Database, Sql, wrap

pytestmark = pytest.mark.anyio

COUNT = Sql[tuple[int]]("SELECT count(*) FROM users")
SLOW = {
    flash_core.Engine.POSTGRESQL: "SELECT pg_sleep(0.3)",
    flash_core.Engine.SQLITE: (
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500000)"
        " SELECT count(*) FROM n"
    ),
    flash_core.Engine.MYSQL: "SELECT sleep(0.3)",
}


async def test_cancelling_a_query_in_a_transaction_rolls_it_back(database: Database) -> None:
    for number in range(3):
        with anyio.move_on_after(0.03 * number) as scope:
            async with database.transaction() as tx:
                await tx.execute(f"INSERT INTO users VALUES ({number}, 'n', '{number}')")
                await tx.execute(SLOW[database.engine])
                await anyio.sleep_forever()
        assert scope.cancelled_caught
    assert await database.fetchval(COUNT) == 0
    async with database.transaction() as tx:
        await tx.execute("INSERT INTO users VALUES (1, 'n', '1')")
    assert await database.fetchval(COUNT) == 1


async def test_cancelling_at_any_moment_leaks_no_connection(url: str) -> None:
    async with flash_core.connect(url, max_size=2, timeout=5) as database:
        await database.execute("CREATE TABLE users (id INTEGER)")

        async def work() -> None:
            async with database.transaction() as tx:
                await tx.execute("INSERT INTO users VALUES (1)")
                async with tx.transaction() as inner:
                    await inner.fetchval(COUNT)
                raise KeyError

        for step in range(60):
            with anyio.move_on_after(step * 0.0002):
                with pytest.raises(KeyError):
                    await work()
        assert await database.fetchval(COUNT) == 0
        async with database.transaction() as first:
            assert await first.fetchval(COUNT) == 0
            if "memory" not in url:
                async with database.transaction(read_only=True) as second:
                    assert await second.fetchval(COUNT) == 0


async def test_a_held_connection_is_left_outside_a_transaction(
    held: flash_core.Connectable,
) -> None:
    db = wrap(held)
    for step in range(30):
        with anyio.move_on_after(step * 0.0003):
            async with db.transaction() as tx:
                await tx.execute("INSERT INTO users VALUES (1, 'n', '1')")
                await anyio.sleep_forever()
        if getattr(held, "closed", False) or not getattr(held, "connected", True):
            # psycopg does this when a scope cancels again while it cancels at the server, and
            # the drivers of MySQL whenever they are cancelled before the server has answered.
            return
    assert await db.fetchval(COUNT) == 0
    await db.execute("INSERT INTO users VALUES (1, 'n', '1')")
    async with db.transaction() as tx:  # would be a savepoint inside one that was left open
        assert await tx.fetchval(COUNT) == 1
    assert await db.fetchval(COUNT) == 1


async def test_many_tasks_share_a_database(url: str) -> None:
    async with flash_core.connect(url, max_size=3) as database:
        await database.execute("CREATE TABLE users (id INTEGER)")

        async def write(number: int) -> None:
            async with database.transaction() as tx:
                await tx.execute(f"INSERT INTO users VALUES ({number})")
            await database.execute(f"INSERT INTO users VALUES ({number})")
            assert (await database.fetchval(COUNT) or 0) >= 2

        async with anyio.create_task_group() as group:
            for number in range(20):
                group.start_soon(write, number)
        assert await database.fetchval(COUNT) == 40


async def test_tasks_on_one_held_connection_lose_no_write(held: flash_core.Connectable) -> None:
    if type(held).__module__.startswith("asyncpg"):
        pytest.skip("asyncpg refuses two statements at once on a connection")
    db = wrap(held)

    async def write(number: int) -> None:
        await db.execute(f"INSERT INTO users VALUES ({number}, 'n', '{number}')")
        await db.fetchval(COUNT)

    async with anyio.create_task_group() as group:
        for number in range(20):
            group.start_soon(write, number)
    if (roll_back := getattr(held, "rollback", None)) is not None:
        await roll_back()
    assert await db.fetchval(COUNT) == 20


async def test_cancelling_while_a_stream_is_read_leaks_no_connection(url: str) -> None:
    ids = Sql[tuple[int]]("SELECT id FROM users ORDER BY id")
    async with flash_core.connect(url, max_size=2, timeout=5) as database:
        await database.execute("CREATE TABLE users (id INTEGER)")
        values = ", ".join(f"({number})" for number in range(2000))
        await database.execute(f"INSERT INTO users VALUES {values}")
        for step in range(30):
            with anyio.move_on_after(step * 0.0004):
                async for rows in database.stream(ids):
                    assert rows
                async with database.transaction() as tx:
                    async for rows in tx.stream(ids):
                        assert rows
        assert sum([len(rows) async for rows in database.stream(ids)]) == 2000
        async with database.transaction() as tx:
            assert sum([len(rows) async for rows in tx.stream(ids)]) == 2000


async def test_two_tasks_at_once_on_a_transaction_are_told_both_queries(
    database: Database,
) -> None:
    slow = SLOW[database.engine]
    async with database.transaction() as tx, anyio.create_task_group() as group:
        group.start_soon(tx.execute, slow)
        await anyio.sleep(0.01)
        with pytest.raises(flash_core.ProgrammingError, match="two statements at once") as caught:
            await tx.fetchval(COUNT)
        assert f"running: {slow[:40]}" in str(caught.value)
        assert f"refused: {COUNT}" in str(caught.value)
    async with database.transaction() as tx:
        assert await tx.fetchval(COUNT) == 0


async def test_a_savepoint_and_its_transaction_are_one_connection(database: Database) -> None:
    slow = SLOW[database.engine]
    async with database.transaction() as tx, tx.transaction() as inner:
        async with anyio.create_task_group() as group:
            group.start_soon(inner.execute, slow)
            await anyio.sleep(0.01)
            with pytest.raises(flash_core.ProgrammingError, match="two statements at once"):
                await tx.fetchval(COUNT)
        assert await tx.fetchval(COUNT) == 0


async def test_a_failed_or_cancelled_statement_does_not_count_as_running(
    database: Database,
) -> None:
    async with database.transaction() as tx:
        with pytest.raises(flash_core.ProgrammingError, match="nothing"):
            async with tx.transaction() as inner:
                await inner.execute("SELECT nothing")
        assert await tx.fetchval(COUNT) == 0
