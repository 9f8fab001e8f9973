"""Reading rows as they are asked for, on every driver."""

from __future__ import annotations

import gc
from contextlib import aclosing
from typing import TYPE_CHECKING

import pytest

import flash_core
from flash_core import Database, Engine, ProgrammingError, Sql, wrap

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

pytestmark = pytest.mark.anyio

MANY = 1201  # more than is read at a time, twice
IDS = Sql[tuple[int]]("SELECT id FROM users ORDER BY id")
COUNT = Sql[tuple[int]]("SELECT count(*) FROM users")
# It fails at a row that is not among the first to be read.
FAILS = {
    Engine.POSTGRESQL: "SELECT 1 / (id - 1100) FROM users ORDER BY id",
    Engine.SQLITE: "SELECT abs(CASE id WHEN 1100 THEN -9223372036854775807 - 1 END) FROM users",
    Engine.MYSQL: "SELECT 9223372036854775807 + (id = 1100) FROM users ORDER BY id",
}


async def fill(database: flash_core.DatabaseConnection, count: int = MANY) -> None:
    """Add users 1 to ``count``."""
    rows = ", ".join(f"({number}, 'n', '{number}')" for number in range(1, count + 1))
    await database.execute(f"INSERT INTO users VALUES {rows}")


async def read(database: flash_core.DatabaseConnection, limit: int = MANY) -> list[int]:
    """Return ids, at most about ``limit`` of them."""
    found: list[int] = []
    async with aclosing(database.stream(IDS)) as chunks:
        async for rows in chunks:
            found += [row[0] for row in rows]
            if len(found) >= limit:
                break
    return found


async def each(chunks: AsyncGenerator[list[tuple[int]]]) -> AsyncGenerator[int]:
    """Return the ids one by one."""
    async for rows in chunks:
        for row in rows:
            yield row[0]


async def test_a_stream_gives_every_row_once_in_order_and_some_at_a_time(
    database: Database,
) -> None:
    await fill(database)
    sizes = [len(rows) async for rows in database.stream(IDS)]
    assert sum(sizes) == MANY
    assert len(sizes) > 2
    assert await read(database) == list(range(1, MANY + 1))
    async with database.transaction() as tx:
        assert await read(tx) == list(range(1, MANY + 1))


async def test_a_stream_takes_arguments(database: Database) -> None:
    await fill(database, 500)
    mark = {Engine.POSTGRESQL: "$1", Engine.SQLITE: "?1", Engine.MYSQL: "%s"}[database.engine]
    query = Sql[tuple[int, str]](f"SELECT id, email FROM users WHERE id > {mark} ORDER BY id")
    found = [tuple(row) async for rows in database.stream(query, 498) for row in rows]
    assert found == [(499, "499"), (500, "500")]
    assert [len(rows) async for rows in database.stream(query, 500)] == []
    assert sum([len(rows) async for rows in database.stream(query, 0)]) == 500


async def test_a_stream_that_is_not_read_to_its_end_leaves_nothing_open(url: str) -> None:
    async with flash_core.connect(url, max_size=2, timeout=2) as database:
        await database.execute_script("CREATE TABLE users (id INT, name TEXT, email TEXT)")
        await fill(database)
        for _ in range(5):
            assert len(await read(database, 1)) < MANY
            async with database.transaction() as tx:
                assert len(await read(tx, 1)) < MANY
                assert await tx.fetchval(COUNT) == MANY
        assert await read(database) == list(range(1, MANY + 1))
        await database.execute("DROP TABLE users")


async def test_a_stream_that_is_forgotten_gives_its_connection_back(url: str) -> None:
    async with flash_core.connect(url, max_size=1, timeout=5) as database:
        await database.execute_script("CREATE TABLE users (id INT, name TEXT, email TEXT)")
        await fill(database)
        for _ in range(3):
            async for rows in database.stream(IDS):
                assert rows
                break
            with pytest.raises(KeyError):
                async for rows in database.stream(IDS):
                    raise KeyError(rows[0][0])
            chunks = database.stream(IDS)
            del chunks
            gc.collect()
        # The loop ends what is forgotten; a transaction waits until the only connection is back.
        async with database.transaction() as tx:
            assert await tx.fetchval(COUNT) == MANY


async def test_other_statements_run_while_a_stream_is_read(database: Database) -> None:
    await fill(database)
    async with database.transaction() as tx:
        found: list[int] = []
        async for rows in tx.stream(IDS):
            found += [row[0] for row in rows]
            assert (
                await tx.execute(f"UPDATE users SET name = 'x' WHERE id <= {found[-1]}")
                == (found[-1])
            )
            async with tx.transaction() as inner:
                assert await inner.fetchval(COUNT) == MANY
        assert found == list(range(1, MANY + 1))
    assert await database.fetchval(Sql[tuple[int]](f"{COUNT} WHERE name = 'x'")) == MANY


async def test_two_streams_can_be_read_at_the_same_time(database: Database) -> None:
    await fill(database)
    async with database.transaction() as tx:
        other = each(tx.stream(IDS))
        found = [(number, await anext(other)) async for number in each(tx.stream(IDS))]
        assert found == [(number, number) for number in range(1, MANY + 1)]
        await other.aclose()


async def test_the_database_is_free_while_a_stream_of_it_is_read(database: Database) -> None:
    await fill(database)
    total = 0
    async for rows in database.stream(IDS):
        total += len(rows)
        async with database.transaction() as tx:
            await tx.execute(f"UPDATE users SET name = 'x' WHERE id = {rows[0][0]}")
        await database.execute(f"UPDATE users SET name = 'y' WHERE id = {rows[-1][0]}")
    assert total == MANY


async def test_an_error_in_the_middle_of_a_stream_is_told(database: Database) -> None:
    await fill(database)
    query = Sql[tuple[int]](FAILS[database.engine])
    for _ in range(2):
        with pytest.raises(flash_core.DatabaseError) as caught:
            assert [len(rows) async for rows in database.stream(query)] == []
        assert caught.value.__cause__ is not None
        assert await database.fetchval(COUNT) == MANY


async def test_an_error_at_the_start_of_a_stream_names_the_query(database: Database) -> None:
    query = Sql[tuple[int]]("SELECT id FROM nowhere")
    for _ in range(3):
        with pytest.raises(ProgrammingError, match="nowhere") as caught:
            assert [len(rows) async for rows in database.stream(query)] == []
        assert caught.value.query is not None
        assert query in caught.value.query
    assert await database.fetchval(COUNT) == 0


async def test_a_stream_ends_with_its_transaction(database: Database) -> None:
    await fill(database)
    async with database.transaction() as tx:
        chunks = tx.stream(IDS)
        assert await anext(chunks)
    with pytest.raises(ProgrammingError, match="is over"):
        await anext(chunks)
    async with database.transaction() as tx:
        await tx.execute("DELETE FROM users")
    assert await database.fetchval(COUNT) == 0


async def test_a_stream_of_a_connection_the_user_holds_leaves_no_transaction(
    held: flash_core.Connectable,
) -> None:
    db = wrap(held)
    await fill(db)
    assert await read(db) == list(range(1, MANY + 1))
    assert len(await read(db, 1)) < MANY
    async for rows in db.stream(IDS):
        await db.execute(f"UPDATE users SET name = 'x' WHERE id = {rows[0][0]}")
    assert await read(db) == list(range(1, MANY + 1))
    async with db.transaction() as tx:
        assert len(await read(tx, 1)) < MANY
        await tx.execute("DELETE FROM users")
        assert await read(tx) == []
    assert await db.fetchval(COUNT) == 0


async def test_a_stream_through_the_users_pool_gives_connections_back(
    held_pool: flash_core.Connectable,
) -> None:
    db = wrap(held_pool)
    await fill(db)
    for _ in range(5):
        assert len(await read(db, 1)) < MANY
    assert await read(db) == list(range(1, MANY + 1))


async def test_no_cursor_of_postgresql_is_left_behind(postgresql: Database) -> None:
    await postgresql.execute("CREATE TABLE users (id INT, name TEXT, email TEXT)")
    await fill(postgresql)
    left = Sql[tuple[int]]("SELECT count(*) FROM pg_cursors WHERE name LIKE 'flash%'")
    async with postgresql.transaction() as tx:
        assert len(await read(tx, 1)) < MANY
        assert await tx.fetchval(left) == 0
        await read(tx)
        assert await tx.fetchval(left) == 0
