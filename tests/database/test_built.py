"""Rows that become something else while they are read, on every driver."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import flash_core
from flash_core import CopyTarget, Database, DatabaseConnection, Sql, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = pytest.mark.anyio

TARGET = CopyTarget(("users",), ("id", "name", "email"), ("integer", "text", "character varying"))
USERS = Sql[tuple[int, str]]("SELECT id, name FROM users ORDER BY id")
GONE = Sql[tuple[int]]("DELETE FROM users RETURNING id")
COUNT = Sql[tuple[int]]("SELECT count(*) FROM users")
MANY = 1203  # more than are built together, twice


def sentences(rows: Sequence[tuple[int, str]]) -> list[str]:
    """Build texts."""
    return [f"{number} is {name}" for number, name in rows]


def stumbling(rows: Sequence[tuple[int, str]] | Sequence[tuple[int]]) -> list[int]:
    """Fail in the middle."""
    return [row[0] if row[0] < MANY // 2 else 1 // 0 for row in rows]


async def add(db: DatabaseConnection, count: int) -> list[str]:
    """Add users, and return what is built of them."""
    await db.copy_rows(TARGET, [(n, f"u{n}", f"{n}") for n in range(1, count + 1)], tuple)
    return [f"{number} is u{number}" for number in range(1, count + 1)]


@pytest.mark.parametrize("count", [0, 1, 500, 501, 1000, MANY])
async def test_something_is_built_of_every_row_in_order(database: Database, count: int) -> None:
    expected = await add(database, count)
    assert await database.fetch_built(USERS, sentences) == expected
    async with database.transaction() as tx:
        assert await tx.fetch_built(USERS, sentences) == expected


async def test_it_is_on_a_connection_of_the_user(held: flash_core.Connectable) -> None:
    db = wrap(held)
    expected = await add(db, MANY)
    assert await db.fetch_built(USERS, sentences) == expected
    assert await db.fetch_built(USERS, iter) == await db.fetch(USERS)


async def test_nothing_is_built_of_a_statement_without_rows(database: Database) -> None:
    await add(database, 3)
    delete = Sql[tuple[int, str]]("DELETE FROM users WHERE id = 2")
    assert await database.fetch_built(delete, sentences) == []
    assert await database.fetchval(COUNT) == 2


async def test_what_fails_to_build_leaves_the_connection_as_it_was(database: Database) -> None:
    await add(database, MANY)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            await database.fetch_built(USERS, stumbling)
    assert await database.fetchval(COUNT) == MANY
    async with database.transaction() as tx:
        with pytest.raises(ZeroDivisionError):
            await tx.fetch_built(USERS, stumbling)
        await tx.execute("DELETE FROM users WHERE id = 1")
    assert await database.fetchval(COUNT) == MANY - 1


async def test_what_a_statement_writes_does_not_depend_on_what_is_built(database: Database) -> None:
    await add(database, MANY)
    with pytest.raises(ZeroDivisionError):
        await database.fetch_built(GONE, stumbling)
    assert await database.fetchval(COUNT) == 0
