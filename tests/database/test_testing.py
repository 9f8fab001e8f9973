"""A database that forgets what a test did."""

from __future__ import annotations

import pytest

import flash_core
from flash_core import Database, Sql
from flash_core.testing import rolled_back

pytestmark = pytest.mark.anyio

IDS = Sql[tuple[int]]("SELECT id FROM users ORDER BY id")


async def add(connection: flash_core.DatabaseConnection, number: int) -> None:
    await connection.execute(f"INSERT INTO users VALUES ({number}, 'n', '{number}')")


async def ids(connection: flash_core.DatabaseConnection) -> list[int]:
    return [number for (number,) in await connection.fetch(IDS)]


async def test_what_a_program_commits_in_a_test_is_forgotten(database: Database) -> None:
    async with rolled_back(database) as db:
        await add(db, 1)
        async with db.transaction() as tx:
            await add(tx, 2)
        with pytest.raises(flash_core.UniqueViolation):
            async with db.transaction() as tx:
                await add(tx, 3)
                await add(tx, 1)
        assert await ids(db) == [1, 2]
    assert await ids(database) == []


async def test_it_is_forgotten_when_the_test_fails(database: Database) -> None:
    with pytest.raises(flash_core.UniqueViolation):
        async with rolled_back(database) as db:
            await add(db, 1)
            await add(db, 1)
    assert await ids(database) == []


async def test_a_connection_that_the_user_holds_is_left_as_it_was(
    held: flash_core.Connectable,
) -> None:
    async with rolled_back(held) as db:
        await add(db, 1)
        assert await ids(db) == [1]
    assert await ids(flash_core.wrap(held)) == []


async def test_a_url_is_opened_and_closed(url: str) -> None:
    async with rolled_back(url) as db:
        assert await db.fetchval(Sql[tuple[int]]("SELECT 1")) == 1
    with pytest.raises(flash_core.ProgrammingError, match="is over"):
        await db.fetchval(Sql[tuple[int]]("SELECT 1"))


async def test_what_is_no_connection_of_a_driver_is_refused() -> None:
    class Fake:
        execute = fetch = fetchrow = fetchval = transaction = print

    with pytest.raises(TypeError, match="Fake"):
        async with rolled_back(Fake()):  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - the point
            pass
