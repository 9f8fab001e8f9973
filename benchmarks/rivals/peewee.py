"""peewee, with a connection for each thread.

What is its own is ``Any``: it need not be installed where this is checked.

Depends on: cases, servers.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
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
    POOLED,
    ROWS,
    TASKS,
    TOGETHER,
    Calls,
    Contender,
    Place,
    in_threads,
)
from benchmarks.servers import login

if TYPE_CHECKING:
    from contextlib import AsyncExitStack

# It has no types.
_peewee: Any = import_module("peewee")

NAMES: Final = ("name", "price", "stock", "note")
CHUNK: Final = 200  # rows of one INSERT


async def enter(stack: AsyncExitStack, place: Place, driver: str) -> list[Contender]:
    """Return peewee where it has the driver."""
    if driver == "sqlite3":
        database = _peewee.SqliteDatabase(place.url, check_same_thread=False)
    elif driver == "pymysql":
        options = login(place.url)
        database = _peewee.MySQLDatabase(options.pop("database"), **options)
    elif driver == "psycopg (sync)":
        database = _peewee.PostgresqlDatabase(place.url, prefer_psycopg3=True)
    else:
        return []
    stack.callback(database.close)
    threads = stack.enter_context(ThreadPoolExecutor(TASKS))
    item, added, loaded = (_model(database, name) for name in ("items", "added", "loads"))
    user = _user(database)
    name, price, stock = NEW

    def load() -> None:
        rows = [dict(zip(NAMES, row, strict=True)) for row in LOADED]
        with database.atomic():
            for start in range(0, ROWS, CHUNK):
                loaded.insert_many(rows[start : start + CHUNK]).execute()

    def get() -> Any:
        return user.get_by_id(KEY)

    calls: Calls = {
        GET: get,
        HUNDRED: lambda: list(user.select().order_by(user.id).limit(100)),
        MANY: lambda: list(user.select().order_by(user.id).limit(ROWS)),
        PLAIN: lambda: list(item.select().order_by(item.id)),
        ADD: lambda: added.create(name=name, price=price, stock=stock).id,
        BULK: load,
        POOLED: get,
        TOGETHER: partial(in_threads, threads, get),
    }
    return [Contender("peewee", calls)]


def _model(database: Any, table: str) -> Any:
    body: dict[str, Any] = {
        "name": _peewee.CharField(100),
        "price": _peewee.DoubleField(),
        "stock": _peewee.IntegerField(),
        "note": _peewee.CharField(200, null=True),
        "Meta": type("Meta", (), {"database": database, "table_name": table}),
    }
    return type(table, (_peewee.Model,), body)


def _user(database: Any) -> Any:
    body: dict[str, Any] = {
        "name": _peewee.CharField(100),
        "email": _peewee.CharField(255),
        "is_active": _peewee.BooleanField(null=True),
        "created_at": _peewee.DateTimeField(null=True),
        "updated_at": _peewee.DateTimeField(null=True),
        "Meta": type("Meta", (), {"database": database, "table_name": "users"}),
    }
    return type("users", (_peewee.Model,), body)
