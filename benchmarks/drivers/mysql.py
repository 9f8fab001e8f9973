"""aiomysql, asyncmy and pymysql.

The drivers, connections and rows are ``Any``: the first two have no types.

Depends on: cases, by_hand, flash, servers.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from queue import LifoQueue
from typing import TYPE_CHECKING, Any

import aiomysql
import asyncmy
import pymysql

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
from benchmarks.servers import login

from . import by_hand

if TYPE_CHECKING:
    from contextlib import AsyncExitStack

TEXTS = Texts().spelt("mariadb", "%s")


def _user(row: tuple[Any, ...] | None) -> User | None:
    return None if row is None else by_hand.with_flag(row)


async def enter_aiomysql(stack: AsyncExitStack, place: Place) -> list[Contender]:
    """Return aiomysql, what is written by hand over it, and Flash."""
    return await _enter(stack, place, aiomysql, "mysql+aiomysql")


async def enter_asyncmy(stack: AsyncExitStack, place: Place) -> list[Contender]:
    """Return asyncmy, what is written by hand over it, and Flash."""
    return await _enter(stack, place, asyncmy, "mysql+asyncmy")


async def _enter(stack: AsyncExitStack, place: Place, driver: Any, scheme: str) -> list[Contender]:
    options = {**login(place.url, "db"), "autocommit": True}
    connection = await driver.connect(**options)
    stack.push_async_callback(connection.ensure_closed)
    pool = await driver.create_pool(minsize=POOL, maxsize=POOL, **options)
    stack.push_async_callback(pool.wait_closed)
    stack.callback(pool.close)

    async def one(text: str, *args: object) -> Any:
        async with connection.cursor() as cursor:
            await cursor.execute(text, args)
            return await cursor.fetchone()

    async def many(text: str, *args: object) -> Any:
        async with connection.cursor() as cursor:
            await cursor.execute(text, args)
            return await cursor.fetchall()

    async def add() -> Any:
        async with connection.cursor() as cursor:
            await cursor.execute(TEXTS.add, NEW)
            return cursor.lastrowid

    async def load() -> None:
        async with connection.cursor() as cursor:
            await connection.begin()
            await cursor.executemany(TEXTS.load, LOADED)
            await connection.commit()

    async def lent() -> Any:
        async with pool.acquire() as borrowed, borrowed.cursor() as cursor:
            await cursor.execute(TEXTS.get, (KEY,))
            return await cursor.fetchone()

    async def lent_user() -> User | None:
        return _user(await lent())

    writing: Calls = {ADD: add, BULK: load}
    bare: Calls = {
        **by_hand.bare(TEXTS, one, many),
        **writing,
        POOLED: lent,
        TOGETHER: lambda: together(lent),
    }
    hand: Calls = {
        **by_hand.asynchronous(TEXTS, one, many, numbers=True),
        **writing,
        POOLED: lent_user,
        TOGETHER: lambda: together(lent_user),
    }
    return [
        Contender(driver.__name__, bare),
        Contender("by hand", hand),
        *await flash.enter(stack, place, connection, scheme),
    ]


async def enter_pymysql(stack: AsyncExitStack, place: Place) -> list[Contender]:
    """Return pymysql, what is written by hand over it, and Flash."""
    options = login(place.url)
    connection = pymysql.connect(**options, autocommit=True)
    stack.callback(connection.close)
    idle: LifoQueue[Any] = LifoQueue()  # it has no pool of its own
    for _ in range(POOL):
        member = pymysql.connect(**options, autocommit=True)
        stack.callback(member.close)
        idle.put(member)
    threads = stack.enter_context(ThreadPoolExecutor(TASKS))

    def one(text: str, *args: object) -> Any:
        with connection.cursor() as cursor:
            cursor.execute(text, args)
            return cursor.fetchone()

    def many(text: str, *args: object) -> Any:
        with connection.cursor() as cursor:
            cursor.execute(text, args)
            return cursor.fetchall()

    def add() -> Any:
        with connection.cursor() as cursor:
            cursor.execute(TEXTS.add, NEW)
            return cursor.lastrowid

    def load() -> None:
        with connection.cursor() as cursor:
            connection.begin()
            cursor.executemany(TEXTS.load, LOADED)
            connection.commit()

    def lent() -> Any:
        borrowed = idle.get()
        try:
            with borrowed.cursor() as cursor:
                cursor.execute(TEXTS.get, (KEY,))
                return cursor.fetchone()
        finally:
            idle.put(borrowed)

    def lent_user() -> User | None:
        return _user(lent())

    writing: Calls = {ADD: add, BULK: load}
    bare: Calls = {
        **by_hand.bare(TEXTS, one, many),
        **writing,
        POOLED: lent,
        TOGETHER: partial(in_threads, threads, lent),
    }
    hand: Calls = {
        **by_hand.synchronous(TEXTS, one, many, numbers=True),
        **writing,
        POOLED: lent_user,
        TOGETHER: partial(in_threads, threads, lent_user),
    }
    return [
        Contender("pymysql", bare),
        Contender("by hand", hand),
        *flash.enter_sync(stack, place, connection, "mysql"),
    ]
