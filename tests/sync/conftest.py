"""Databases on every driver, empty but for two tables; the synchronous side, written by hand."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import psycopg
import psycopg_pool
import pytest
from psycopg.rows import DictRow, dict_row

import flash_core
import flash_sync

if TYPE_CHECKING:
    from collections.abc import Iterator
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


@pytest.fixture(params=["psycopg", "sqlite-file", "sqlite-memory"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """URL of an empty database, once for each driver."""
    if request.param == "sqlite-file":
        return f"sqlite:///{tmp_path}/test.db"
    if request.param == "sqlite-memory":
        return "sqlite://:memory:"
    postgresql: str = request.getfixturevalue("postgresql_url")
    return postgresql


@pytest.fixture
def drivers() -> list[str]:
    """The drivers of PostgreSQL."""
    return ["psycopg"]


@pytest.fixture
def database(url: str) -> Iterator[flash_sync.Database]:
    """An open database that holds the tables."""
    with flash_sync.connect(url, timeout=2.0) as database:
        database.execute_script(SCHEMA)
        yield database


@pytest.fixture
def postgresql(postgresql_url: str) -> Iterator[flash_sync.Database]:
    """An open empty PostgreSQL database."""
    with flash_sync.connect(postgresql_url, timeout=2.0) as database:
        yield database


@pytest.fixture(params=["psycopg", "psycopg-autocommit", "sqlite3", "sqlite3-autocommit"])
def held(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[flash_sync.Connectable]:
    """A single connection as a user may hold it; the tables are there."""
    if request.param.startswith("sqlite3"):
        with closing(sqlite3.connect(tmp_path / "held.db")) as sqlite:
            sqlite.row_factory = sqlite3.Row  # must not matter
            sqlite.executescript(SCHEMA)
            if request.param == "sqlite3-autocommit":
                sqlite.isolation_level = None
            yield sqlite
        return
    postgresql: str = request.getfixturevalue("postgresql_url")
    with psycopg.Connection[DictRow].connect(
        postgresql,
        autocommit=request.param == "psycopg-autocommit",
        row_factory=dict_row,  # must not matter
    ) as connection:
        connection.execute(SCHEMA.encode())
        connection.commit()
        yield connection


@pytest.fixture
def held_pool(postgresql_url: str) -> Iterator[flash_sync.Connectable]:
    """A pool as a user may hold it; the tables are there."""
    with psycopg.connect(postgresql_url) as connection:
        connection.execute(SCHEMA.encode())
    with psycopg_pool.ConnectionPool(postgresql_url, min_size=1, max_size=3, open=False) as pool:
        yield pool


@pytest.fixture
def foreign() -> tuple[object, str]:
    """Something asynchronous, and the package to use it with."""
    return flash_core.connect("sqlite://:memory:"), "flash_core"
