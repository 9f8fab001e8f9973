"""Tortoise ORM, on the pool that it makes.

What is its own is ``Any``: it need not be installed where this is checked.

Depends on: cases.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

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
_tortoise: Any = import_module("tortoise")
_fields: Any = import_module("tortoise.fields")
_executor: Any = import_module("tortoise.backends.base.executor")

NAMES: Final = ("name", "price", "stock", "note")


def _model(name: str, table: str) -> Any:
    body: dict[str, Any] = {
        "__module__": __name__,
        "id": _fields.IntField(primary_key=True),
        "name": _fields.CharField(100),
        "price": _fields.FloatField(),
        "stock": _fields.IntField(),
        "note": _fields.CharField(200, null=True),
        "Meta": type("Meta", (), {"table": table}),
    }
    return type(name, (_tortoise.Model,), body)


Item: Final = _model("Item", "items")
Added: Final = _model("Added", "added")
Loaded: Final = _model("Loaded", "loads")
_USER: dict[str, Any] = {
    "__module__": __name__,
    "id": _fields.IntField(primary_key=True),
    "name": _fields.CharField(100),
    "email": _fields.CharField(255),
    "is_active": _fields.BooleanField(null=True),
    "created_at": _fields.DatetimeField(null=True),
    "updated_at": _fields.DatetimeField(null=True),
    "Meta": type("Meta", (), {"table": "users"}),
}
User: Final = type("User", (_tortoise.Model,), _USER)


async def enter(stack: AsyncExitStack, place: Place, driver: str) -> list[Contender]:
    """Return Tortoise where it has the driver."""
    if driver not in {"asyncpg", "aiosqlite", "asyncmy"}:
        return []
    # It keeps the texts of statements by the model alone, with the placeholders of the last engine.
    _executor.EXECUTOR_CACHE.clear()
    await _tortoise.Tortoise.init(
        config={
            "connections": {"default": _connection(place)},
            "apps": {"bench": {"models": [__name__], "default_connection": "default"}},
            "use_tz": False,
        }
    )
    stack.push_async_callback(_tortoise.Tortoise.close_connections)
    items: Any = Item
    users: Any = User

    async def get() -> Any:
        return await users.get_or_none(id=KEY)

    async def many(limit: int) -> Any:
        return await users.all().order_by("id").limit(limit)

    async def plain() -> Any:
        return await items.all().order_by("id")

    async def add() -> Any:
        name, price, stock = NEW
        return (await Added.create(name=name, price=price, stock=stock)).id

    async def load() -> None:
        await Loaded.bulk_create([Loaded(**dict(zip(NAMES, row, strict=True))) for row in LOADED])

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
    return [Contender("Tortoise ORM", calls)]


def _connection(place: Place) -> dict[str, Any]:
    if place.engine == "sqlite":
        options: dict[str, Any] = {"file_path": place.url}
        return {"engine": "tortoise.backends.sqlite", "credentials": options}
    parts = urlsplit(place.url)
    name = {"postgresql": "asyncpg", "mariadb": "mysql"}[place.engine]
    options = {
        "host": _host(place.url),
        "port": parts.port or (5432 if place.engine == "postgresql" else 3306),
        "user": parts.username,
        "password": parts.password or "",
        "database": parts.path.strip("/"),
        "minsize": POOL,
        "maxsize": POOL,
    }
    return {"engine": f"tortoise.backends.{name}", "credentials": options}


def _host(url: str) -> str:
    parts = urlsplit(url)
    named = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return parts.hostname or named.get("host") or "127.0.0.1"
