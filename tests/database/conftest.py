"""Databases on every driver, empty but for two tables."""

from __future__ import annotations

import sqlite3
from contextlib import asynccontextmanager, closing
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import aiomysql
import aiosqlite
import asyncmy
import asyncpg
import psycopg
import psycopg_pool
import pymysql
import pytest
import sqlalchemy.ext.asyncio
from asyncmy import cursors as asyncmy_cursors
from psycopg.rows import DictRow, dict_row
from sqlalchemy.ext.asyncio import create_async_engine

import flash_core
import flash_sync

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Iterator
    from pathlib import Path

MYSQL = ["aiomysql", "asyncmy"]
SCHEMA = """
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    email VARCHAR(100) NOT NULL,
    CONSTRAINT users_email_key UNIQUE (email)
);
CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id),
    score INTEGER,
    CONSTRAINT posts_score_check CHECK (score >= 0)
);
"""


@pytest.fixture(
    params=["asyncpg", "psycopg", "aiomysql", "asyncmy", "sqlite-file", "sqlite-memory"]
)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """URL of an empty database, once for each driver."""
    if request.param == "sqlite-file":
        return f"sqlite:///{tmp_path}/test.db"
    if request.param == "sqlite-memory":
        return "sqlite://:memory:"
    if request.param in MYSQL:
        mysql: str = request.getfixturevalue("mysql_url")
        return mysql.replace("mysql://", f"mysql+{request.param}://")
    postgresql: str = request.getfixturevalue("postgresql_url")
    return postgresql.replace("postgresql://", f"postgresql+{request.param}://")


@pytest.fixture
async def database(url: str) -> AsyncIterator[flash_core.Database]:
    """An open database that holds the tables."""
    async with flash_core.connect(url, timeout=2.0) as database:
        await database.execute_script(SCHEMA)
        yield database


@pytest.fixture(params=["asyncpg", "psycopg"])
async def postgresql(
    request: pytest.FixtureRequest, postgresql_url: str
) -> AsyncIterator[flash_core.Database]:
    """An open empty PostgreSQL database, once for each driver."""
    url = postgresql_url.replace("postgresql://", f"postgresql+{request.param}://")
    async with flash_core.connect(url, timeout=2.0) as database:
        yield database


@pytest.fixture(params=MYSQL)
async def mysql(
    request: pytest.FixtureRequest, mysql_url: str
) -> AsyncIterator[flash_core.Database]:
    """An open empty MariaDB database, once for each driver."""
    url = mysql_url.replace("mysql://", f"mysql+{request.param}://")
    async with flash_core.connect(url, timeout=2.0) as database:
        yield database


@pytest.fixture(params=["asyncpg", "psycopg", *MYSQL])
def mortal_driver(request: pytest.FixtureRequest) -> str:
    """Each driver that talks to a server."""
    return str(request.param)


def mysql_options(url: str) -> dict[str, Any]:
    """What the drivers take in place of a URL."""
    parts = urlsplit(url)
    return {
        "host": parts.hostname,
        "port": parts.port,
        "user": parts.username,
        "password": parts.password or "",
        "db": parts.path[1:],
    }


def odd(value: object) -> str:
    """Decode as no driver does."""
    return f"odd {value!r}"


@asynccontextmanager
async def mysql_connection(
    driver: str, url: str, *, autocommit: bool
) -> AsyncGenerator[flash_core.Connectable]:
    """A connection of the user's, with decoders and a cursor class that must not matter."""
    options = {**mysql_options(url), "autocommit": autocommit}
    conv = {**pymysql.converters.conversions, 3: odd, 8: odd, 253: odd}
    connection: aiomysql.Connection | asyncmy.Connection
    if driver == "aiomysql":
        decoders = {key: value for key, value in conv.items() if isinstance(key, int)}
        connection = await aiomysql.connect(
            **options, conv=decoders, cursorclass=aiomysql.DictCursor
        )
    else:
        connection = await asyncmy.connect(
            **options, conv=conv, cursor_cls=asyncmy_cursors.DictCursor
        )
    for statement in filter(str.strip, SCHEMA.split(";")):
        await connection.query(statement)
    await connection.commit()
    try:
        yield connection
    finally:
        await connection.ensure_closed()


@pytest.fixture(
    params=[
        "asyncpg",
        "psycopg",
        "psycopg-autocommit",
        "aiomysql",
        "aiomysql-autocommit",
        "asyncmy",
        "asyncmy-autocommit",
        "aiosqlite",
    ]
)
async def held(
    request: pytest.FixtureRequest, tmp_path: Path
) -> AsyncIterator[flash_core.Connectable]:
    """A single connection as a user may hold it; the tables are there."""
    if request.param == "aiosqlite":
        async with aiosqlite.connect(tmp_path / "held.db") as sqlite:
            sqlite.row_factory = aiosqlite.Row  # must not matter
            await sqlite.executescript(SCHEMA)
            yield sqlite
        return
    driver, _, autocommit = request.param.partition("-")
    if driver in MYSQL:
        url: str = request.getfixturevalue("mysql_url")
        async with mysql_connection(driver, url, autocommit=bool(autocommit)) as connection:
            yield connection
        return
    postgresql: str = request.getfixturevalue("postgresql_url")
    if request.param == "asyncpg":
        bare = await asyncpg.connect(postgresql)
        await bare.execute(SCHEMA)
        yield bare
        await bare.close()
        return
    async with await psycopg.AsyncConnection[DictRow].connect(
        postgresql,
        autocommit=bool(autocommit),
        row_factory=dict_row,  # must not matter
    ) as held:
        await held.execute(SCHEMA.encode())
        await held.commit()
        yield held


@pytest.fixture(params=["asyncpg", "psycopg", *MYSQL])
async def held_pool(request: pytest.FixtureRequest) -> AsyncIterator[flash_core.Connectable]:
    """A pool as a user may hold it; the tables are there."""
    if request.param in MYSQL:
        mysql_url: str = request.getfixturevalue("mysql_url")
        async with flash_core.connect(mysql_url) as database:
            await database.execute_script(SCHEMA)
        options = mysql_options(mysql_url)
        create = aiomysql.create_pool if request.param == "aiomysql" else asyncmy.create_pool
        async with await create(1, 3, **options) as mysql_pool:
            yield mysql_pool
        return
    postgresql_url: str = request.getfixturevalue("postgresql_url")
    async with await psycopg.AsyncConnection.connect(postgresql_url) as connection:
        await connection.execute(SCHEMA.encode())
    if request.param == "asyncpg":
        async with asyncpg.create_pool(postgresql_url, min_size=1, max_size=3) as pool:
            yield pool
    else:
        async with psycopg_pool.AsyncConnectionPool(
            postgresql_url, min_size=1, max_size=3, open=False
        ) as pool:
            yield pool


@pytest.fixture(params=["sqlite3", "pymysql", "flash_sync"])
def foreign(request: pytest.FixtureRequest) -> Iterator[tuple[object, str]]:
    """Something synchronous, and the package to use it with."""
    if request.param == "pymysql":
        yield pymysql.Connection(defer_connect=True), "flash_sync"
        return
    if request.param == "sqlite3":
        with closing(sqlite3.connect(":memory:")) as connection:
            yield connection, "flash_sync"
    else:
        yield flash_sync.connect("sqlite://:memory:"), "flash_sync"


@pytest.fixture
def drivers() -> list[str]:
    """The drivers of PostgreSQL."""
    return ["asyncpg", "psycopg"]


@pytest.fixture
def mysql_drivers() -> list[str]:
    """The drivers of MySQL and MariaDB."""
    return MYSQL


ALCHEMY = ["asyncpg", "psycopg", "aiomysql", "asyncmy", "aiosqlite"]


@pytest.fixture(params=ALCHEMY)
async def engine(
    request: pytest.FixtureRequest, tmp_path: Path
) -> AsyncIterator[sqlalchemy.ext.asyncio.AsyncEngine]:
    """An engine of SQLAlchemy, once for each driver; the tables are there."""
    if request.param == "aiosqlite":
        plain = url = f"sqlite:///{tmp_path}/alchemy.db"
    elif request.param in MYSQL:
        plain = url = request.getfixturevalue("mysql_url")
    else:
        plain = request.getfixturevalue("postgresql_url")
        url = plain.partition("?")[0]
        if "?host=" in plain:  # a socket
            url += "?host=" + plain.partition("?host=")[2]
    async with flash_core.connect(plain) as database:
        await database.execute_script(SCHEMA)
    scheme, _, rest = url.partition("://")
    engine = create_async_engine(f"{scheme}+{request.param}://{rest}")
    yield engine
    await engine.dispose()


@pytest.fixture(params=["connection", "session"])
async def lent(
    request: pytest.FixtureRequest, engine: sqlalchemy.ext.asyncio.AsyncEngine
) -> AsyncIterator[sqlalchemy.ext.asyncio.AsyncConnection | sqlalchemy.ext.asyncio.AsyncSession]:
    """What a user of SQLAlchemy holds."""
    if request.param == "connection":
        async with engine.connect() as connection:
            yield connection
    else:
        async with sqlalchemy.ext.asyncio.AsyncSession(engine) as session:
            yield session
