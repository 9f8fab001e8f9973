"""One statement for many sets of parameters, on every driver."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import flash_core
from flash_core import Database, Engine, IntegrityError, Sql, wrap

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

pytestmark = pytest.mark.anyio

MANY = 2500  # more than are sent together, twice
INSERT = "INSERT INTO users (id, name, email) VALUES (?1, ?2, ?3)"
COUNT = Sql[tuple[int]]("SELECT count(*) FROM users")
USERS = Sql[tuple[int, str, str]]("SELECT id, name, email FROM users ORDER BY id")


def text(database: flash_core.Connection, sql: str) -> str:
    """Write placeholders as the database's engine wants them."""
    if database.engine is Engine.MYSQL:
        return re.sub(r"\?\d", "%s", sql)
    return sql if database.engine is Engine.SQLITE else sql.replace("?", "$")


def users(count: int) -> list[tuple[int, str, str]]:
    """Return users 1 to ``count``; their texts are no harmless ones."""
    return [(number, f"n'{number}\\ %s ?1", f'"{number}"') for number in range(1, count + 1)]


def one_by_one(count: int) -> Iterator[tuple[int, str, str]]:
    """Yield the same."""
    yield from users(count)


async def awaited(count: int) -> AsyncIterator[tuple[int, str, str]]:
    """Yield the same."""
    for user in users(count):
        yield user


async def test_a_statement_runs_for_every_set_of_a_list_and_of_any_iterable(
    database: Database,
) -> None:
    insert = text(database, INSERT)
    for sets in (users(MANY), one_by_one(MANY), awaited(MANY), iter(users(MANY))):
        await database.execute_many(insert, sets, tuple)
        assert [tuple(row) for row in await database.fetch(USERS)] == users(MANY)
        await database.execute("DELETE FROM users")
    await database.execute_many(insert, [], tuple)
    await database.execute_many(insert, awaited(0), tuple)
    assert await database.fetchval(COUNT) == 0


async def test_a_set_is_encoded_before_it_is_sent(database: Database) -> None:
    await database.execute_many(
        text(database, INSERT), range(3), lambda number: (number, f"n{number}", str(number))
    )
    found = [tuple(row) for row in await database.fetch(USERS)]
    assert found == [(0, "n0", "0"), (1, "n1", "1"), (2, "n2", "2")]


async def test_what_is_no_plain_insert_runs_for_every_set_too(database: Database) -> None:
    await database.execute_many(text(database, INSERT), users(20), tuple)
    update = text(database, "UPDATE users SET name = ?1 WHERE id = ?2 OR id = 10 + ?2")
    if database.engine is Engine.MYSQL:
        update = "UPDATE users SET name = %s WHERE id = %s"
    await database.execute_many(update, [(f"x{n}", n) for n in range(1, 6)], tuple)
    found = [row[1] for row in await database.fetch(USERS)][:6]
    assert found == ["x1", "x2", "x3", "x4", "x5", users(6)[5][1]]
    delete = text(database, "DELETE FROM users WHERE id = ?1 RETURNING id")
    await database.execute_many(delete, range(1, 11), lambda number: (number,))
    assert await database.fetchval(COUNT) == 10


async def test_a_batch_that_fails_leaves_nothing(database: Database) -> None:
    insert = text(database, INSERT)
    bad = [*users(MANY), users(1)[0]]
    for _ in range(2):
        with pytest.raises(IntegrityError):
            await database.execute_many(insert, bad, tuple)
        assert await database.fetchval(COUNT) == 0
    with pytest.raises(KeyError):
        await database.execute_many(insert, broken(), tuple)
    assert await database.fetchval(COUNT) == 0
    async with database.transaction() as tx:
        await tx.execute_many(insert, [(9, "n", "9")], tuple)
        with pytest.raises(IntegrityError):
            await tx.execute_many(insert, [(8, "n", "8"), (9, "n", "9")], tuple)
        assert [row[0] for row in await tx.fetch(USERS)] == [9]
    assert await database.fetchval(COUNT) == 1


def broken() -> Iterator[tuple[int, str, str]]:
    """Yield many users, then fail."""
    yield from users(MANY)
    raise KeyError


async def test_the_rows_of_each_set_are_returned_in_order(database: Database) -> None:
    await database.execute_many(text(database, INSERT), users(30), tuple)
    below = Sql[tuple[int, str]](
        text(database, "SELECT id, name FROM users WHERE id < ?1 ORDER BY id")
    )
    found = await database.fetch_many(below, [(3,), (1,), (4,)], tuple)
    assert [[row[0] for row in rows] for rows in found] == [[1, 2], [], [1, 2, 3]]
    first = await database.fetchrow_many(below, [(3,), (1,), (4,)], tuple)
    assert [None if row is None else row[0] for row in first] == [1, None, 1]
    assert await database.fetch_many(below, [], tuple) == []
    many = await database.fetch_many(below, ((number % 4,) for number in range(MANY)), tuple)
    assert [len(rows) for rows in many] == [max(0, number % 4 - 1) for number in range(MANY)]


async def test_inserted_rows_are_returned_each_with_its_set(database: Database) -> None:
    insert = Sql[tuple[int, str]](text(database, f"{INSERT} RETURNING id, name"))
    for exact in (True, False):
        found = await database.fetchrow_many(insert, awaited(MANY), tuple, exact=exact)
        assert [None if row is None else tuple(row) for row in found] == [
            user[:2] for user in users(MANY)
        ]
        await database.execute("DELETE FROM users")


async def test_a_batch_on_a_connection_the_user_holds_commits_itself(
    held: flash_core.Connectable,
) -> None:
    db = wrap(held)
    assert isinstance(db, flash_core.Connection)
    insert = text(db, INSERT)
    await db.execute_many(insert, users(3), tuple)
    with pytest.raises(IntegrityError):
        await db.execute_many(insert, [(7, "n", "7"), (1, "n", "8")], tuple)
    below = Sql[tuple[int]](text(db, "SELECT id FROM users WHERE id < ?1 ORDER BY id"))
    found = await db.fetch_many(below, [(9,), (2,)], tuple)
    assert [[tuple(row) for row in rows] for rows in found] == [[(1,), (2,), (3,)], [(1,)]]
    async with db.transaction() as tx:
        await tx.execute("DELETE FROM users")
        await tx.execute_many(insert, users(2), tuple)
    assert await db.fetchval(COUNT) == 2


async def test_a_batch_on_a_pool_the_user_holds_gives_its_connection_back(
    held_pool: flash_core.Connectable,
) -> None:
    db = wrap(held_pool)
    assert isinstance(db, flash_core.Connection)
    for number in range(0, 50, 10):
        sets = [(number + step, "n", str(number + step)) for step in range(10)]
        await db.execute_many(text(db, INSERT), sets, tuple)
    assert await db.fetchval(COUNT) == 50


async def test_a_generator_that_uses_the_database_can_feed_a_small_batch(
    database: Database,
) -> None:
    await database.execute_many(text(database, INSERT), users(5), tuple)

    async def shifted() -> AsyncIterator[tuple[int, str, str]]:
        for row in await database.fetch(USERS):
            yield row[0] + 10, row[1], f"new {row[2]}"

    await database.execute_many(text(database, INSERT), shifted(), tuple)
    assert await database.fetchval(COUNT) == 10


async def test_enums_and_arrays_come_back_from_a_batch(postgresql: Database) -> None:
    await postgresql.execute_script(
        "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE t (m mood, a mood[], i int[])"
    )
    insert = Sql[tuple[str, list[str], list[int]]](
        "INSERT INTO t VALUES ($1, $2, $3) RETURNING m, a, i"
    )
    sets = [("sad", ["ok", "sad"], [1, 2]), ("ok", ["sad"], [3])]
    found = await postgresql.fetchrow_many(insert, sets, tuple)
    assert [row and tuple(row) for row in found] == sets
    rows = await postgresql.fetch_many(insert, sets, tuple)
    assert [[tuple(row) for row in each] for each in rows] == [[sets[0]], [sets[1]]]
