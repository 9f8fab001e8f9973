"""Run guide_calls on the driver named on the command line: ``run_async.py DRIVER URL``."""

from __future__ import annotations

import asyncio
import sys
from urllib.parse import urlsplit

import guide_calls

import flash_core
from flash_gen import new


async def through_asyncpg_pool(url: str) -> None:
    import asyncpg

    pool = await asyncpg.create_pool(url, min_size=1, max_size=4)
    try:
        db = new(pool)
        await guide_calls.run(db)
        try:
            await db.execute("BEGIN")
        except flash_core.ProgrammingError as error:
            assert "async with db.transaction() as tx:" in str(error)
        else:
            raise AssertionError("BEGIN went to a pool")
    finally:
        await pool.close()


async def through_asyncpg_connection(url: str) -> None:
    import asyncpg

    connection = await asyncpg.connect(url)
    try:
        db = new(connection)
        await guide_calls.run_alone(db)
        await db.execute("BEGIN")
        await db.create_user("Gone", "gone@example.com")
        await db.execute("ROLLBACK")
        assert await db.get_user_by_email("gone@example.com") is None
    finally:
        await connection.close()


async def through_psycopg_pool(url: str) -> None:
    from psycopg_pool import AsyncConnectionPool

    async with AsyncConnectionPool(url, min_size=1, max_size=4, open=False) as pool:
        await guide_calls.run(new(pool))


async def through_psycopg_connection(url: str) -> None:
    import psycopg

    async with await psycopg.AsyncConnection.connect(url) as connection:
        await guide_calls.run_alone(new(connection))
    async with await psycopg.AsyncConnection.connect(url) as connection:
        assert len(await new(connection).list_users(100, 0)) > 0


async def through_aiosqlite(url: str) -> None:
    import aiosqlite

    path = url.removeprefix("sqlite://")
    async with aiosqlite.connect(path) as connection:
        await guide_calls.run_alone(new(connection))
    async with aiosqlite.connect(path) as connection:
        assert len(await new(connection).list_users(100, 0)) > 0


def mysql_options(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    assert parts.path
    return {
        "host": parts.hostname,
        "port": parts.port,
        "user": parts.username,
        "password": parts.password or "",
        "db": parts.path[1:],
    }


async def through_aiomysql_pool(url: str) -> None:
    import aiomysql

    async with aiomysql.create_pool(**mysql_options(url)) as pool:
        await guide_calls.run(new(pool))


async def through_aiomysql_connection(url: str) -> None:
    import aiomysql

    async with aiomysql.connect(**mysql_options(url)) as connection:
        await guide_calls.run_alone(new(connection))
    async with aiomysql.connect(**mysql_options(url)) as connection:
        assert len(await new(connection).list_users(100, 0)) > 0


async def through_asyncmy_pool(url: str) -> None:
    import asyncmy

    async with asyncmy.create_pool(**mysql_options(url)) as pool:
        await guide_calls.run(new(pool))


async def through_asyncmy_connection(url: str) -> None:
    import asyncmy

    async with asyncmy.connect(**mysql_options(url)) as connection:
        await guide_calls.run_alone(new(connection))
    async with asyncmy.connect(**mysql_options(url)) as connection:
        assert len(await new(connection).list_users(100, 0)) > 0


async def through_url(url: str) -> None:
    async with flash_core.connect(url) as database:
        await guide_calls.run(new(database))


if __name__ == "__main__":
    asyncio.run(globals()[f"through_{sys.argv[1]}"](sys.argv[2]))
