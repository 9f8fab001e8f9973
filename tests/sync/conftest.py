"""Databases on every driver, empty but for two tables; the synchronous side, written by hand."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import psycopg
import psycopg_pool
import pymysql
import pymysql.cursors
import pytest
import sqlalchemy
import sqlalchemy.orm
from psycopg.rows import DictRow, dict_row

import flash_core
import flash_sync

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

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


@pytest.fixture(params=["psycopg", "pymysql", "sqlite-file", "sqlite-memory"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """URL of an empty database, once for each driver."""
    if request.param == "sqlite-file":
        return f"sqlite:///{tmp_path}/test.db"
    if request.param == "sqlite-memory":
        return "sqlite://:memory:"
    if request.param == "pymysql":
        mysql: str = request.getfixturevalue("mysql_url")
        return mysql
    postgresql: str = request.getfixturevalue("postgresql_url")
    return postgresql


@pytest.fixture
def drivers() -> list[str]:
    """The drivers of PostgreSQL."""
    return ["psycopg"]


@pytest.fixture
def mysql_drivers() -> list[str]:
    """The drivers of MySQL and MariaDB."""
    return ["pymysql"]


@pytest.fixture(params=["psycopg", "pymysql"])
def mortal_driver(request: pytest.FixtureRequest) -> str:
    """Each driver that talks to a server."""
    return str(request.param)


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


@pytest.fixture
def mysql(mysql_url: str) -> Iterator[flash_sync.Database]:
    """An open empty MariaDB database."""
    with flash_sync.connect(mysql_url, timeout=2.0) as database:
        yield database


def odd(value: object) -> str:
    """Decode as no driver does."""
    return f"odd {value!r}"


@contextmanager
def mysql_connection(url: str, *, autocommit: bool) -> Generator[flash_sync.Connectable]:
    """A connection of the user's, with decoders and a cursor class that must not matter."""
    parts = urlsplit(url)
    connection = pymysql.connect(
        host=parts.hostname,
        port=parts.port or 0,
        user=parts.username,
        password=parts.password or "",
        database=parts.path[1:],
        autocommit=autocommit,
        conv={**pymysql.converters.conversions, 3: odd, 8: odd, 253: odd},
        cursorclass=pymysql.cursors.DictCursor,
    )
    with closing(connection):
        for statement in filter(str.strip, SCHEMA.split(";")):
            connection.cursor().execute(statement)
        connection.commit()
        yield connection


@pytest.fixture(
    params=[
        "psycopg",
        "psycopg-autocommit",
        "pymysql",
        "pymysql-autocommit",
        "sqlite3",
        "sqlite3-autocommit",
    ]
)
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
    driver, _, autocommit = request.param.partition("-")
    if driver == "pymysql":
        url: str = request.getfixturevalue("mysql_url")
        with mysql_connection(url, autocommit=bool(autocommit)) as mysql:
            yield mysql
        return
    postgresql: str = request.getfixturevalue("postgresql_url")
    with psycopg.Connection[DictRow].connect(
        postgresql,
        autocommit=bool(autocommit),
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


@pytest.fixture(params=["psycopg", "pymysql", "sqlite3"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sqlalchemy.Engine]:
    """An engine of SQLAlchemy, once for each driver; the tables are there."""
    if request.param == "sqlite3":
        plain = url = f"sqlite:///{tmp_path}/alchemy.db"
    elif request.param == "pymysql":
        plain = request.getfixturevalue("mysql_url")
        url = plain.replace("mysql", "mysql+pymysql", 1)
    else:
        plain = request.getfixturevalue("postgresql_url")
        url = plain.replace("postgresql", "postgresql+psycopg", 1)
    with flash_sync.connect(plain) as database:
        database.execute_script(SCHEMA)
    engine = sqlalchemy.create_engine(url)
    yield engine
    engine.dispose()


@pytest.fixture(params=["connection", "session"])
def lent(
    request: pytest.FixtureRequest, engine: sqlalchemy.Engine
) -> Iterator[sqlalchemy.Connection | sqlalchemy.orm.Session]:
    """What a user of SQLAlchemy holds."""
    if request.param == "connection":
        with engine.connect() as connection:
            yield connection
    else:
        with sqlalchemy.orm.Session(engine) as session:
            yield session
