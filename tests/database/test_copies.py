"""Writing many rows by the fastest way of every driver."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from ipaddress import IPv4Address
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

import flash_core
from flash_core import CopyTarget, Database, Engine, IntegrityError, Sql, wrap

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

pytestmark = pytest.mark.anyio

MANY = 20_150  # more than are sent together, twice
USERS = CopyTarget(("users",), ("id", "name", "email"), ("integer", "text", "character varying"))
COUNT = Sql[tuple[int]]("SELECT count(*) FROM users")
TEXTS = ("a\tb\\N\n", "\\.", "", "%s $1 ?1 'q\"", "\\\\N", "é€😀")


def users(count: int) -> list[tuple[int, str, str]]:
    """Return users 1 to ``count``; their texts are no harmless ones."""
    return [(number, TEXTS[number % len(TEXTS)], f"{number}\t%s") for number in range(1, count + 1)]


async def awaited(count: int) -> AsyncIterator[tuple[int, str, str]]:
    """Yield the same."""
    for user in users(count):
        yield user


async def rows(database: flash_core.DatabaseConnection) -> list[tuple[object, ...]]:
    """Return all users."""
    every = Sql[tuple[int, str, str]]("SELECT id, name, email FROM users ORDER BY id")
    return [tuple(row) for row in await database.fetch(every)]


async def test_rows_of_a_list_and_of_any_iterable_are_copied(database: Database) -> None:
    for count in (MANY, 101, 1):
        assert await database.copy_rows(USERS, users(count), tuple) == count
        assert await rows(database) == users(count)
        await database.execute("DELETE FROM users")
    assert await database.copy_rows(USERS, awaited(1201), tuple) == 1201
    assert await rows(database) == users(1201)
    assert await database.copy_rows(USERS, iter(()), tuple) == 0
    assert await database.copy_rows(USERS, [2000], lambda n: (n, "n", "e")) == 1


def broken() -> Iterator[tuple[int, str, str]]:
    """Yield many users, then fail."""
    yield from users(MANY)
    raise KeyError


async def test_a_copy_that_fails_leaves_nothing(database: Database) -> None:
    for _ in range(2):
        with pytest.raises(IntegrityError):
            await database.copy_rows(USERS, [*users(MANY), users(1)[0]], tuple)
        with pytest.raises(KeyError):
            await database.copy_rows(USERS, broken(), tuple)
        assert await database.fetchval(COUNT) == 0
    async with database.transaction() as tx:
        await tx.copy_rows(USERS, users(5), tuple)
        with pytest.raises(IntegrityError):
            await tx.copy_rows(USERS, [(9, "n", "9"), (9, "n", "10")], tuple)
        assert await tx.fetchval(COUNT) == 5
    assert await database.fetchval(COUNT) == 5


async def test_other_columns_get_their_defaults_and_null_is_null(database: Database) -> None:
    key = {
        Engine.SQLITE: "INTEGER PRIMARY KEY",
        Engine.MYSQL: "INT PRIMARY KEY AUTO_INCREMENT",
        Engine.POSTGRESQL: "SERIAL PRIMARY KEY",
    }[database.engine]
    quote = "`" if database.engine is Engine.MYSQL else '"'
    name = f"{quote}odd %s name{quote}"
    await database.execute(
        f"CREATE TABLE {name} (id {key}, {quote}a %b{quote} VARCHAR(9), c INT DEFAULT 7, d INT)"
    )
    target = CopyTarget(("odd %s name",), ("d", "a %b"), ("integer", "character varying"))
    assert await database.copy_rows(target, [(1, None), (None, "x")], tuple) == 2
    every = Sql[tuple[int, str | None, int, int | None]](f"SELECT * FROM {name} ORDER BY id")
    found = [tuple(row) for row in await database.fetch(every)]
    assert found == [(1, None, 7, 1), (2, "x", 7, None)]


async def test_one_copy_opens_no_transaction(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    if database.engine is not Engine.POSTGRESQL:
        pytest.skip("elsewhere rows are written by several statements")
    opened: list[object] = []
    enter = type(database).enter

    async def noting(itself: Any, modes: Any) -> Any:
        opened.append(modes)
        return await enter(itself, modes)

    monkeypatch.setattr(type(database), "enter", noting)
    for some in (users(10_000), iter(users(5)), awaited(7)):
        await database.execute("DELETE FROM users")
        await database.copy_rows(USERS, some, tuple)
    with pytest.raises(IntegrityError):
        await database.copy_rows(USERS, [(9, "n", "9"), (9, "n", "10")], tuple)
    assert opened == []
    await database.copy_rows(USERS, iter(users(10_007)[7:]), tuple)
    assert len(opened) == 1
    assert await rows(database) == users(10_007)


async def test_a_copy_on_a_connection_the_user_holds_commits_itself_or_joins(
    held: flash_core.Connectable,
) -> None:
    db = wrap(held)
    assert await db.copy_rows(USERS, users(3), tuple) == 3
    with pytest.raises(IntegrityError):
        await db.copy_rows(USERS, [(7, "n", "7"), (1, "n", "8")], tuple)
    assert await rows(db) == users(3)
    async with db.transaction() as tx:
        await tx.execute("DELETE FROM users")
        await tx.copy_rows(USERS, users(2), tuple)
    assert await rows(db) == users(2)


VALUES = {
    "boolean": True,
    "smallint": -7,
    "integer": 1 << 30,
    "bigint": 1 << 60,
    "real": 0.5,
    "double precision": 0.1,
    "numeric": Decimal("1.50"),
    "text": "a\tb\\",
    "character varying": "",
    "bytea": b"\x00\\\xff",
    "uuid": UUID(int=7),
    "date": date(2024, 2, 29),
    "time without time zone": time(1, 2, 3, 4),
    "timestamp without time zone": datetime(2024, 2, 29, 1, 2, 3, 4),  # noqa: DTZ001 - it has none
    "timestamp with time zone": datetime(2024, 2, 29, 1, 2, 3, 4, UTC),
    "interval": timedelta(1, 2, 3),
    "json": '{"a": [1]}',
    "jsonb": '{"a": [1]}',
    "inet": IPv4Address("10.0.0.1"),
    "integer[]": [1, 2],
    "text[]": ["a", None, '"'],
    "mood": "sad",
    "mood[]": ["ok", "sad"],
    "tsvector": "'a'",
    "citext": "Aa",
    "ltree": "a.b",
}


async def test_every_type_of_postgresql_is_copied_as_it_is_inserted(postgresql: Database) -> None:
    await postgresql.execute_script(
        "CREATE EXTENSION citext; CREATE EXTENSION ltree; CREATE TYPE mood AS ENUM ('sad', 'ok')"
    )
    for number, (name, value) in enumerate(VALUES.items()):
        await postgresql.execute(f"CREATE TABLE t{number} (id int, x {name})")
        target = CopyTarget(("public", f"t{number}"), ("x", "id"), (name, "integer"))
        assert await postgresql.copy_rows(target, [(value, 1), (None, 2)], tuple) == 2
        insert = f"INSERT INTO t{number} (x, id) VALUES ($1, $2)"
        await postgresql.execute(insert, value, 3)
        query = Sql[tuple[object]](f"SELECT x FROM t{number} ORDER BY id")
        copied, null, inserted = [row[0] for row in await postgresql.fetch(query)]
        assert (name, copied, null) == (name, inserted, None)
