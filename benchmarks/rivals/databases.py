"""encode/databases, on the pool that it makes, with texts.

What is its own is ``Any``: it need not be installed where this is checked.

Depends on: cases.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from benchmarks.cases import (
    ADD,
    BULK,
    GET,
    HUNDRED,
    KEY,
    LOADED,
    MANY,
    NEW,
    PLAIN,
    POOL,
    POOLED,
    ROWS,
    TOGETHER,
    Calls,
    Contender,
    Place,
    Texts,
    together,
)

if TYPE_CHECKING:
    from contextlib import AsyncExitStack

# It has types, but need not be installed where this is checked.
_databases: Any = import_module("databases")

SCHEMES: Final = {
    "asyncpg": "postgresql+asyncpg",
    "aiosqlite": "sqlite+aiosqlite",
    "aiomysql": "mysql+aiomysql",
    "asyncmy": "mysql+asyncmy",
}
NAMES: Final = ("p1", "p2", "p3", "p4")


async def enter(stack: AsyncExitStack, place: Place, driver: str) -> list[Contender]:
    """Return the library where it has the driver."""
    if driver not in SCHEMES:
        return []
    if place.engine == "sqlite":
        database = _databases.Database(f"{SCHEMES[driver]}:///{place.url}")
    else:
        rest = place.url.partition("://")[2]
        database = _databases.Database(f"{SCHEMES[driver]}://{rest}", min_size=POOL, max_size=POOL)
    await stack.enter_async_context(database)
    connection = await stack.enter_async_context(database.connection())
    texts = Texts().spelt(place.engine, ":p{}")
    new = dict(zip(NAMES, NEW, strict=False))
    values = [dict(zip(NAMES, row, strict=True)) for row in LOADED]

    async def lent() -> Any:
        async with _databases.Database.connection(database) as borrowed:
            return await borrowed.fetch_one(texts.get, {"p1": KEY})

    async def load() -> None:
        async with connection.transaction():
            await connection.execute_many(texts.load, values)

    calls: Calls = {
        GET: lambda: connection.fetch_one(texts.get, {"p1": KEY}),
        HUNDRED: lambda: connection.fetch_all(texts.many, {"p1": 100}),
        MANY: lambda: connection.fetch_all(texts.many, {"p1": ROWS}),
        PLAIN: lambda: connection.fetch_all(texts.plain),
        ADD: lambda: connection.execute(texts.add, new),
        BULK: load,
        POOLED: lent,
        TOGETHER: lambda: together(lent),
    }
    return [Contender("databases", calls)]
