"""sqlite3 and aiosqlite.

Rows are ``Any``: what is in them is the schema's affair, of which the driver does not know.

Depends on: cases, flash.
"""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from itertools import chain
from threading import local
from typing import TYPE_CHECKING, Any

import aiosqlite

from benchmarks import flash
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
    Item,
    Place,
    Texts,
    User,
    in_threads,
    together,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AsyncExitStack

TEXTS = Texts().spelt("sqlite", "?")
CHUNK = 100  # rows of one INSERT
_moment = datetime.fromisoformat


def _items(rows: Iterable[Any]) -> list[Item]:
    return [Item(*row) for row in rows]


def _users(rows: Iterable[Any]) -> list[User]:
    return [
        User(
            key,
            name,
            email,
            None if active is None else active != 0,
            None if created is None else _moment(created),
            None if updated is None else _moment(updated),
        )
        for key, name, email, active, created, updated in rows
    ]


def _user(row: tuple[Any, ...] | None) -> User | None:
    if row is None:
        return None
    key, name, email, active, created, updated = row
    return User(
        key,
        name,
        email,
        None if active is None else active != 0,
        None if created is None else _moment(created),
        None if updated is None else _moment(updated),
    )


def _load_all(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN")
    connection.executemany(TEXTS.load, LOADED)
    connection.execute("COMMIT")


def _load_chunks(connection: sqlite3.Connection) -> None:
    head, _, row = TEXTS.load.partition("VALUES ")
    text = f"{head}VALUES {', '.join([row] * CHUNK)}"
    connection.execute("BEGIN")
    for start in range(0, ROWS, CHUNK):
        connection.execute(text, tuple(chain.from_iterable(LOADED[start : start + CHUNK])))
    connection.execute("COMMIT")


def _bare(connection: sqlite3.Connection) -> Calls:
    execute = connection.execute
    return {
        GET: lambda: execute(TEXTS.get, (KEY,)).fetchone(),
        HUNDRED: lambda: execute(TEXTS.many, (100,)).fetchall(),
        MANY: lambda: execute(TEXTS.many, (ROWS,)).fetchall(),
        PLAIN: lambda: execute(TEXTS.plain).fetchall(),
        ADD: lambda: execute(TEXTS.add, NEW).fetchone(),
        BULK: lambda: _load_all(connection),
    }


def _by_hand(connection: sqlite3.Connection) -> Calls:
    execute = connection.execute

    return {
        GET: lambda: _user(execute(TEXTS.get, (KEY,)).fetchone()),
        HUNDRED: lambda: _users(execute(TEXTS.many, (100,))),
        MANY: lambda: _users(execute(TEXTS.many, (ROWS,))),
        PLAIN: lambda: _items(execute(TEXTS.plain)),
        ADD: lambda: execute(TEXTS.add, NEW).fetchone()[0],
        BULK: lambda: _load_chunks(connection),
    }


def _open(path: str) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False)


async def enter_sync(stack: AsyncExitStack, place: Place) -> list[Contender]:
    """Return sqlite3, what is written by hand over it, and Flash."""
    connection = _open(place.url)
    stack.callback(connection.close)
    threads = stack.enter_context(ThreadPoolExecutor(TASKS))
    own = local()

    def get() -> tuple[Any, ...]:
        mine: sqlite3.Connection | None = getattr(own, "connection", None)
        if mine is None:
            mine = own.connection = _open(place.url)
        row: tuple[Any, ...] = mine.execute(TEXTS.get, (KEY,)).fetchone()
        return row

    pooled: Calls = {POOLED: get, TOGETHER: partial(in_threads, threads, get)}
    return [
        Contender("sqlite3", {**_bare(connection), **pooled}),
        Contender("by hand", _by_hand(connection)),
        *flash.enter_sync(stack, place, connection, "sqlite"),
    ]


async def enter(stack: AsyncExitStack, place: Place) -> list[Contender]:
    """Return sqlite3 in the loop's thread, aiosqlite, what is written by hand, and Flash."""
    plain = _open(place.url)
    stack.callback(plain.close)
    connection = await stack.enter_async_context(aiosqlite.connect(place.url, isolation_level=None))
    direct = _bare(plain)
    get = direct[GET]

    async def loop() -> object:
        return get()

    direct[POOLED] = get
    direct[TOGETHER] = lambda: together(loop)
    fetch = connection.execute_fetchall

    async def one(text: str, *args: object) -> Any:
        for row in await fetch(text, args):
            return row
        return None

    async def user() -> User | None:
        return _user(await one(TEXTS.get, KEY))

    async def load() -> None:
        await connection.execute("BEGIN")
        await connection.executemany(TEXTS.load, LOADED)
        await connection.execute("COMMIT")

    async def users(limit: int) -> list[User]:
        return _users(await fetch(TEXTS.many, (limit,)))

    async def items() -> list[Item]:
        return _items(await fetch(TEXTS.plain))

    bare: Calls = {
        GET: lambda: one(TEXTS.get, KEY),
        HUNDRED: lambda: fetch(TEXTS.many, (100,)),
        MANY: lambda: fetch(TEXTS.many, (ROWS,)),
        PLAIN: lambda: fetch(TEXTS.plain),
        ADD: lambda: fetch(TEXTS.add, NEW),
        BULK: load,
        POOLED: lambda: one(TEXTS.get, KEY),
        TOGETHER: lambda: together(lambda: one(TEXTS.get, KEY)),
    }
    hand: Calls = {
        GET: user,
        HUNDRED: lambda: users(100),
        MANY: lambda: users(ROWS),
        PLAIN: items,
        ADD: lambda: one(TEXTS.add, *NEW),
        POOLED: user,
        TOGETHER: lambda: together(user),
    }
    return [
        Contender("sqlite3", direct),
        Contender("aiosqlite", bare),
        Contender("by hand", hand),
        *await flash.enter(stack, place, connection, "sqlite"),
    ]
