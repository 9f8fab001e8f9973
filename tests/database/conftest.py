"""Databases on every driver, empty but for two tables."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import aiosqlite
import asyncpg
import psycopg
import psycopg_pool
import pytest
from psycopg.rows import DictRow, dict_row

import flash_core
import flash_sync

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

SCHEMA = """
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL CONSTRAINT users_email_key UNIQUE
);
CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id),
    score INTEGER CONSTRAINT posts_score_check CHECK (score >= 0)
);
"""


@pytest.fixture(params=["asyncpg", "psycopg", "sqlite-file", "sqlite-memory"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """URL of an empty database, once for each driver."""
    if request.param == "sqlite-file":
        return f"sqlite:///{tmp_path}/test.db"
    if request.param == "sqlite-memory":
        return "sqlite://:memory:"
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


@pytest.fixture(params=["asyncpg", "psycopg", "psycopg-autocommit", "aiosqlite"])
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
    postgresql: str = request.getfixturevalue("postgresql_url")
    if request.param == "asyncpg":
        bare = await asyncpg.connect(postgresql)
        await bare.execute(SCHEMA)
        yield bare
        await bare.close()
        return
    autocommit = request.param == "psycopg-autocommit"
    async with await psycopg.AsyncConnection[DictRow].connect(
        postgresql,
        autocommit=autocommit,
        row_factory=dict_row,  # must not matter
    ) as connection:
        await connection.execute(SCHEMA.encode())
        await connection.commit()
        yield connection


@pytest.fixture(params=["asyncpg", "psycopg"])
async def held_pool(
    request: pytest.FixtureRequest, postgresql_url: str
) -> AsyncIterator[flash_core.Connectable]:
    """A pool as a user may hold it; the tables are there."""
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


@pytest.fixture(params=["sqlite3", "flash_sync"])
def foreign(request: pytest.FixtureRequest) -> Iterator[tuple[object, str]]:
    """Something synchronous, and the package to use it with."""
    if request.param == "sqlite3":
        with closing(sqlite3.connect(":memory:")) as connection:
            yield connection, "flash_sync"
    else:
        yield flash_sync.connect("sqlite://:memory:"), "flash_sync"


@pytest.fixture
def drivers() -> list[str]:
    """The drivers of PostgreSQL."""
    return ["asyncpg", "psycopg"]
