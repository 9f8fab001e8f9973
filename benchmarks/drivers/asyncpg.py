"""asyncpg: its records, its pool, its COPY.

Depends on: cases, by_hand, flash.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import asyncpg

from benchmarks import flash
from benchmarks.cases import (
    ADD,
    BULK,
    KEY,
    LOADED,
    NEW,
    POOL,
    POOLED,
    TOGETHER,
    Calls,
    Contender,
    Place,
    Texts,
    User,
    together,
)

from . import by_hand

if TYPE_CHECKING:
    from contextlib import AsyncExitStack

COLUMNS = ("name", "price", "stock", "note")


async def enter(stack: AsyncExitStack, place: Place) -> list[Contender]:
    """Return the driver, what is written by hand over it, and Flash."""
    connection = await asyncpg.connect(place.url)
    stack.push_async_callback(connection.close)
    pool: Any = await asyncpg.create_pool(  # it has its methods from elsewhere
        place.url, min_size=POOL, max_size=POOL
    )
    stack.push_async_callback(pool.close)
    texts = Texts()

    async def user() -> User | None:
        row = await pool.fetchrow(texts.get, KEY)
        return None if row is None else User(*row)

    writing: Calls = {
        ADD: lambda: connection.fetchval(texts.add, *NEW),
        BULK: lambda: connection.copy_records_to_table("loads", columns=COLUMNS, records=LOADED),
    }
    bare: Calls = {
        **by_hand.bare(texts, connection.fetchrow, connection.fetch),
        **writing,
        POOLED: lambda: pool.fetchrow(texts.get, KEY),
        TOGETHER: lambda: together(lambda: pool.fetchrow(texts.get, KEY)),
    }
    hand: Calls = {
        **by_hand.asynchronous(texts, connection.fetchrow, connection.fetch),
        **writing,
        POOLED: user,
        TOGETHER: lambda: together(user),
    }
    return [
        Contender("asyncpg", bare),
        Contender("by hand", hand),
        *await flash.enter(stack, place, connection, "postgresql+asyncpg"),
    ]
