"""psycopg: raw cursors, binary results for many rows, COPY in binary; with and without a loop.

Rows are ``Any``: what is in them is the schema's affair, of which the driver does not know.

Depends on: cases, by_hand, flash.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any

import psycopg
import psycopg_pool

from benchmarks import flash
from benchmarks.cases import (
    ADD,
    BULK,
    KEY,
    LOADED,
    NEW,
    POOL,
    POOLED,
    TASKS,
    TOGETHER,
    Calls,
    Contender,
    Place,
    Texts,
    User,
    in_threads,
    together,
)

from . import by_hand

if TYPE_CHECKING:
    from contextlib import AsyncExitStack

COPY = b"COPY loads (name, price, stock, note) FROM STDIN (FORMAT BINARY)"
TYPES = ("text", "float8", "int4", "text")


def _user(row: tuple[Any, ...] | None) -> User | None:
    return None if row is None else User(*row)


async def enter(stack: AsyncExitStack, place: Place) -> list[Contender]:
    """Return the driver, what is written by hand over it, and Flash."""
    connection = await psycopg.AsyncConnection.connect(place.url, autocommit=True)
    stack.push_async_callback(connection.close)
    pool = psycopg_pool.AsyncConnectionPool(
        place.url, min_size=POOL, max_size=POOL, kwargs={"autocommit": True}, open=False
    )
    await stack.enter_async_context(pool)
    texts = Texts()

    async def one(text: str, *args: object) -> tuple[Any, ...] | None:
        cursor = psycopg.AsyncRawCursor(connection)
        await cursor.execute(text.encode(), args)
        return await cursor.fetchone()

    async def many(text: str, *args: object) -> list[tuple[Any, ...]]:
        cursor = psycopg.AsyncRawCursor(connection)
        await cursor.execute(text.encode(), args, binary=True)
        return await cursor.fetchall()

    async def load() -> None:
        cursor = psycopg.AsyncRawCursor(connection)
        async with cursor.copy(COPY) as copy:
            copy.set_types(TYPES)
            for row in LOADED:
                await copy.write_row(row)

    async def lent() -> tuple[Any, ...] | None:
        async with pool.connection() as borrowed:
            cursor = psycopg.AsyncRawCursor(borrowed)
            await cursor.execute(texts.get.encode(), (KEY,))
            return await cursor.fetchone()

    async def lent_user() -> User | None:
        return _user(await lent())

    writing: Calls = {ADD: lambda: one(texts.add, *NEW), BULK: load}
    bare: Calls = {
        **by_hand.bare(texts, one, many),
        **writing,
        POOLED: lent,
        TOGETHER: lambda: together(lent),
    }
    hand: Calls = {
        **by_hand.asynchronous(texts, one, many),
        **writing,
        POOLED: lent_user,
        TOGETHER: lambda: together(lent_user),
    }
    return [
        Contender("psycopg", bare),
        Contender("by hand", hand),
        *await flash.enter(stack, place, connection, "postgresql+psycopg"),
    ]


async def enter_sync(stack: AsyncExitStack, place: Place) -> list[Contender]:
    """Return the driver without a loop, what is written by hand over it, and Flash."""
    connection = psycopg.connect(place.url, autocommit=True)
    stack.callback(connection.close)
    pool = psycopg_pool.ConnectionPool(
        place.url, min_size=POOL, max_size=POOL, kwargs={"autocommit": True}, open=False
    )
    stack.enter_context(pool)
    threads = stack.enter_context(ThreadPoolExecutor(TASKS))
    texts = Texts()

    def one(text: str, *args: object) -> tuple[Any, ...] | None:
        return psycopg.RawCursor(connection).execute(text.encode(), args).fetchone()

    def many(text: str, *args: object) -> list[tuple[Any, ...]]:
        cursor = psycopg.RawCursor(connection)
        return cursor.execute(text.encode(), args, binary=True).fetchall()

    def load() -> None:
        cursor = psycopg.RawCursor(connection)
        with cursor.copy(COPY) as copy:
            copy.set_types(TYPES)
            for row in LOADED:
                copy.write_row(row)

    def lent() -> tuple[Any, ...] | None:
        with pool.connection() as borrowed:
            return psycopg.RawCursor(borrowed).execute(texts.get.encode(), (KEY,)).fetchone()

    def lent_user() -> User | None:
        return _user(lent())

    writing: Calls = {ADD: lambda: one(texts.add, *NEW), BULK: load}
    bare: Calls = {
        **by_hand.bare(texts, one, many),
        **writing,
        POOLED: lent,
        TOGETHER: partial(in_threads, threads, lent),
    }
    hand: Calls = {
        **by_hand.synchronous(texts, one, many),
        **writing,
        POOLED: lent_user,
        TOGETHER: partial(in_threads, threads, lent_user),
    }
    return [
        Contender("psycopg", bare),
        Contender("by hand", hand),
        *flash.enter_sync(stack, place, connection, "postgresql"),
    ]
