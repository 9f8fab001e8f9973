"""What a careful person writes over a driver that is given by two functions.

Rows are ``Any``: what is in them is the schema's affair, of which the driver does not know.

Depends on: cases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.cases import GET, HUNDRED, KEY, MANY, ROWS, TYPED, Calls, Item, Texts, Visit

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


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
        TYPED: lambda: many(texts.typed),
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

    async def items(limit: int) -> list[Item]:
        return [Item(*row) for row in await many(texts.many, limit)]

    async def visits() -> list[Visit]:
        rows = await many(texts.typed)
        if numbers:
            return [Visit(key, page, seen != 0, at) for key, page, seen, at in rows]
        return [Visit(*row) for row in rows]

    async def item() -> Item | None:
        row = await one(texts.get, KEY)
        return None if row is None else Item(*row)

    return {GET: item, HUNDRED: lambda: items(100), MANY: lambda: items(ROWS), TYPED: visits}


def synchronous(
    texts: Texts,
    one: Callable[..., Any],
    many: Callable[..., Any],
    *,
    numbers: bool = False,
) -> Calls:
    """Return the lines that read, with dataclasses; as :func:`asynchronous`."""

    def items(limit: int) -> list[Item]:
        return [Item(*row) for row in many(texts.many, limit)]

    def visits() -> list[Visit]:
        rows = many(texts.typed)
        if numbers:
            return [Visit(key, page, seen != 0, at) for key, page, seen, at in rows]
        return [Visit(*row) for row in rows]

    def item() -> Item | None:
        row = one(texts.get, KEY)
        return None if row is None else Item(*row)

    return {GET: item, HUNDRED: lambda: items(100), MANY: lambda: items(ROWS), TYPED: visits}
