"""aiosql, with dataclasses for rows where it can make them.

What is its own is ``Any``: it need not be installed where this is checked.

Depends on: cases, servers.
"""

from __future__ import annotations

import sqlite3
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
    ROWS,
    Calls,
    Contender,
    Item,
    Place,
    Texts,
    User,
)
from benchmarks.servers import login

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AsyncExitStack

# It has types, but need not be installed where this is checked.
_aiosql: Any = import_module("aiosql")

ADAPTERS: Final = {
    "asyncpg": "asyncpg",
    "psycopg (sync)": "psycopg",
    "aiosqlite": "aiosqlite",
    "sqlite3": "sqlite3",
    "pymysql": "pymysql",
}
NAMES: Final = ("p1", "p2", "p3", "p4")
_TEXT: Final = """
-- name: get(p1)^
-- record_class: User
{get};

-- name: listed(p1)
-- record_class: User
{many};

-- name: items()
-- record_class: Item
{plain};

-- name: add(p1, p2, p3){insert}
{add};

-- name: load*!
{load};
"""


async def enter(stack: AsyncExitStack, place: Place, driver: str) -> list[Contender]:
    """Return aiosql where it has the driver."""
    if driver not in ADAPTERS:
        return []
    texts = Texts().spelt(place.engine, ":p{}")
    queries = _aiosql.from_str(
        _TEXT.format(
            get=texts.get,
            many=texts.many,
            plain=texts.plain,
            add=texts.add,
            load=texts.load,
            insert="<!" if place.engine == "mariadb" else "$",
        ),
        ADAPTERS[driver],
        record_classes={"Item": Item, "User": User},
    )
    connection = await _connect(stack, place, driver)
    rows = [dict(zip(NAMES, row, strict=True)) for row in LOADED]
    name, price, stock = NEW

    async def listed(found: Any) -> list[Any]:
        return [row async for row in found] if hasattr(found, "__aiter__") else list(await found)

    load: Callable[[], Any]
    many: Calls
    if driver in {"asyncpg", "aiosqlite"}:
        many = {
            HUNDRED: lambda: listed(queries.listed(connection, p1=100)),
            MANY: lambda: listed(queries.listed(connection, p1=ROWS)),
            PLAIN: lambda: listed(queries.items(connection)),
        }

        async def load_async() -> None:
            if driver == "aiosqlite":  # asyncpg does all or nothing by itself
                await connection.execute("BEGIN")
            await queries.load(connection, rows)
            if driver == "aiosqlite":
                await connection.execute("COMMIT")

        load = load_async
    else:
        many = {
            HUNDRED: lambda: list(queries.listed(connection, p1=100)),
            MANY: lambda: list(queries.listed(connection, p1=ROWS)),
            PLAIN: lambda: list(queries.items(connection)),
        }

        def load_sync() -> None:
            connection.cursor().execute("BEGIN")
            queries.load(connection, rows)
            connection.commit()

        load = load_sync
    return [
        Contender(
            "aiosql",
            {
                GET: lambda: queries.get(connection, p1=KEY),
                **many,
                ADD: lambda: queries.add(connection, p1=name, p2=price, p3=stock),
                BULK: load,
            },
        )
    ]


async def _connect(stack: AsyncExitStack, place: Place, driver: str) -> Any:
    connection: Any
    if driver == "asyncpg":
        connection = await import_module("asyncpg").connect(place.url)
        stack.push_async_callback(connection.close)
        return connection
    if driver == "aiosqlite":
        aiosqlite = import_module("aiosqlite")
        return await stack.enter_async_context(aiosqlite.connect(place.url, isolation_level=None))
    if driver == "sqlite3":
        connection = sqlite3.connect(place.url, isolation_level=None)
    elif driver == "pymysql":
        connection = import_module("pymysql").connect(**login(place.url), autocommit=True)
    else:
        connection = import_module("psycopg").connect(place.url, autocommit=True)
    stack.callback(connection.close)
    return connection
