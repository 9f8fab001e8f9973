"""What a careful person writes over a driver that is given by two functions.

Rows are ``Any``: what is in them is the schema's affair, of which the driver does not know.

Depends on: cases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.cases import GET, HUNDRED, KEY, MANY, PLAIN, ROWS, Calls, Item, Texts, User

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable


def bare(texts: Texts, one: Callable[..., object], many: Callable[..., object]) -> Calls:
    """Return the lines that read, with the driver's own rows.

    Args:
        texts: The queries.
        one: Runs a query and returns its first row; asynchronous or not.
        many: Returns all rows.
    """
    return {
        GET: lambda: one(texts.get, KEY),
        HUNDRED: lambda: many(texts.many, 100),
        MANY: lambda: many(texts.many, ROWS),
        PLAIN: lambda: many(texts.plain),
    }


def asynchronous(
    texts: Texts,
    one: Callable[..., Awaitable[Any]],
    many: Callable[..., Awaitable[Any]],
    *,
    numbers: bool = False,
) -> Calls:
    """Return the lines that read, with dataclasses.

    Args:
        texts: The queries.
        one: Runs a query and returns its first row.
        many: Returns all rows.
        numbers: A bool arrives as a number.
    """

    async def users(limit: int) -> list[User]:
        rows = await many(texts.many, limit)
        if numbers:
            return with_flags(rows)
        return [User(*row) for row in rows]

    async def items() -> list[Item]:
        return [Item(*row) for row in await many(texts.plain)]

    async def user() -> User | None:
        row = await one(texts.get, KEY)
        if row is None:
            return None
        return with_flag(row) if numbers else User(*row)

    return {GET: user, HUNDRED: lambda: users(100), MANY: lambda: users(ROWS), PLAIN: items}


def synchronous(
    texts: Texts,
    one: Callable[..., Any],
    many: Callable[..., Any],
    *,
    numbers: bool = False,
) -> Calls:
    """Return the lines that read, with dataclasses; as :func:`asynchronous`."""

    def users(limit: int) -> list[User]:
        rows = many(texts.many, limit)
        if numbers:
            return with_flags(rows)
        return [User(*row) for row in rows]

    def items() -> list[Item]:
        return [Item(*row) for row in many(texts.plain)]

    def user() -> User | None:
        row = one(texts.get, KEY)
        if row is None:
            return None
        return with_flag(row) if numbers else User(*row)

    return {GET: user, HUNDRED: lambda: users(100), MANY: lambda: users(ROWS), PLAIN: items}


def with_flag(row: tuple[Any, ...]) -> User:
    """Return a user from a row in which a bool is a number."""
    key, name, email, active, created, updated = row
    return User(key, name, email, None if active is None else active != 0, created, updated)


def with_flags(rows: Iterable[tuple[Any, ...]]) -> list[User]:
    """Return users from such rows."""
    return [
        User(key, name, email, None if active is None else active != 0, created, updated)
        for key, name, email, active, created, updated in rows
    ]
