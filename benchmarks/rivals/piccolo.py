"""Piccolo, on the pool that it makes (PostgreSQL); on SQLite it connects for each call.

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
    together,
)

if TYPE_CHECKING:
    from contextlib import AsyncExitStack

# They have types, but need not be installed where this is checked.
_columns: Any = import_module("piccolo.columns")
_tables: Any = import_module("piccolo.table")

NAMES: Final = ("name", "price", "stock", "note")
CHUNK: Final = 1000  # rows of one INSERT: there is a limit to the arguments


async def enter(stack: AsyncExitStack, place: Place, driver: str) -> list[Contender]:
    """Return Piccolo where it has the driver."""
    engine: Any
    if driver == "asyncpg":
        engine = import_module("piccolo.engine.postgres").PostgresEngine({"dsn": place.url})
        await engine.start_connection_pool(min_size=POOL, max_size=POOL)
        stack.push_async_callback(engine.close_connection_pool)
    elif driver == "aiosqlite":
        engine = import_module("piccolo.engine.sqlite").SQLiteEngine(place.url)
    else:
        return []
    item, added, loaded = (_model(engine, name) for name in ("items", "added", "loads"))
    user = _user(engine)

    async def get() -> Any:
        return await user.objects().where(user.id == KEY).first()

    async def many(limit: int) -> Any:
        return await user.objects().order_by(user.id).limit(limit)

    async def plain() -> Any:
        return await item.objects().order_by(item.id)

    async def add() -> Any:
        name, price, stock = NEW
        return await added.insert(added(name=name, price=price, stock=stock))

    async def load() -> None:
        rows = [loaded(**dict(zip(NAMES, row, strict=True))) for row in LOADED]
        async with engine.transaction():
            for start in range(0, ROWS, CHUNK):
                await loaded.insert(*rows[start : start + CHUNK])

    calls: Calls = {
        GET: get,
        HUNDRED: lambda: many(100),
        MANY: lambda: many(ROWS),
        PLAIN: plain,
        ADD: add,
        BULK: load,
        POOLED: get,
        TOGETHER: lambda: together(get),
    }
    return [Contender("Piccolo", calls)]


def _model(engine: Any, table: str) -> Any:
    body: dict[str, Any] = {
        "id": _columns.Serial(primary_key=True),
        "name": _columns.Varchar(100),
        "price": _columns.DoublePrecision(),
        "stock": _columns.Integer(),
        "note": _columns.Varchar(200, null=True, default=None),
    }
    return _tables.create_table_class(
        table, class_kwargs={"db": engine, "tablename": table}, class_members=body
    )


def _user(engine: Any) -> Any:
    body: dict[str, Any] = {
        "id": _columns.Serial(primary_key=True),
        "name": _columns.Varchar(100),
        "email": _columns.Varchar(255),
        "is_active": _columns.Boolean(null=True),
        "created_at": _columns.Timestamp(null=True),
        "updated_at": _columns.Timestamp(null=True),
    }
    return _tables.create_table_class(
        "users", class_kwargs={"db": engine, "tablename": "users"}, class_members=body
    )
