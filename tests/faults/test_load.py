"""Many tasks and threads at once, of which one in a hundred fails: what was committed is there."""

from __future__ import annotations

import logging
import random
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import anyio
import pytest

import flash_core
import flash_sync
from tests.faults.ledger import ACCOUNTS, SCHEMA, Entry, Ledger
from tests.servers import ask, wait_for_rest

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from tests.servers import Server

LOG = logging.getLogger(__name__)
ENTRIES = flash_core.Sql[tuple[int, int]]("SELECT id, amount FROM entries")
TOTAL = flash_core.Sql[tuple[object]]("SELECT sum(total) FROM accounts")
FILL = "INSERT INTO accounts VALUES " + ", ".join(f"({n}, 0)" for n in range(1, ACCOUNTS + 1))
TASKS, THREADS = 200, 64
CONNECTIONS = 16
LONG, SHORT = 60.0, 0.5
lengths = pytest.mark.parametrize(
    ("seconds", "rate"),
    [(SHORT, 10.0), pytest.param(LONG, 1.0, marks=pytest.mark.fuzz)],
    ids=["short", "long"],
)


def _place(driver: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if "sqlite" in driver:
        return f"sqlite:///{tmp_path}/load.db"
    engine = "mysql" if driver in {"aiomysql", "asyncmy", "pymysql"} else "postgresql"
    server: Server = request.getfixturevalue(f"mortal_{engine}")
    ask(server.url, "DROP TABLE IF EXISTS entries")
    ask(server.url, "DROP TABLE IF EXISTS accounts")
    return server.url.replace("://", f"+{driver}://")


@contextmanager
def trouble(request: pytest.FixtureRequest, url: str, seconds: float) -> Generator[None]:
    """Half-way, kill a server and start it again; lock a file now and then."""
    over = threading.Event()

    def restart() -> None:
        if seconds == LONG and not over.wait(seconds / 2):
            server: Server = request.getfixturevalue(f"mortal_{url.partition('+')[0]}")
            server.kill()
            server.start()

    thread = threading.Thread(target=restart)
    if not url.startswith("sqlite"):
        thread.start()
    try:
        yield
    finally:
        over.set()
        if not url.startswith("sqlite"):
            thread.join()


@pytest.mark.anyio
@lengths
@pytest.mark.parametrize("driver", ["asyncpg", "psycopg", "aiomysql", "asyncmy", "aiosqlite"])
async def test_what_two_hundred_tasks_committed_is_there_once(
    driver: str,
    seconds: float,
    rate: float,
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    url = _place(driver, request, tmp_path)
    async with flash_core.connect(url, max_size=CONNECTIONS, timeout=30) as database:
        await database.execute_script(f"{SCHEMA}{FILL}")
        ledger = Ledger(database.engine, rate)
        end = time.monotonic() + seconds
        with trouble(request, url, seconds):
            async with anyio.create_task_group() as group:
                for number in range(TASKS):
                    group.start_soon(_task, database, ledger, random.Random(number), end)  # noqa: S311 - the same each time
        LOG.info("%s: %s", driver, ledger)
        ledger.check(
            [(number, amount) for number, amount in await database.fetch(ENTRIES)],
            int(str(await database.fetchval(TOTAL))),
        )
        assert (database.stats().in_use, database.stats().waiting) == (0, 0)
        if not url.startswith("sqlite"):
            wait_for_rest(url, database.stats().idle)


async def _task(
    database: flash_core.Database, ledger: Ledger, choice: random.Random, end: float
) -> None:
    while time.monotonic() < end:
        entry = ledger.entry(choice)
        patience = choice.random() * 0.05 if entry.fault == "cancel" else 1000
        error: Exception | None = None
        with anyio.move_on_after(patience) as scope:
            try:
                await flash_core.retry(database, _Work(entry))
            except Exception as exc:  # noqa: BLE001 - the ledger tells what may be raised
                error = exc
        if error is None and not scope.cancelled_caught:
            ledger.commit(entry)
            continue
        ledger.fail(entry, error)
        if isinstance(error, flash_core.ConnectionLost):
            await anyio.sleep(0.02)


class _Work:
    def __init__(self, entry: Entry) -> None:
        self._entry = entry

    async def __call__(self, tx: flash_core.Connection) -> None:
        entry = self._entry
        entry.complete = False
        await tx.execute(entry.insert())
        for sql in (*entry.strikes(tx.engine), *entry.moves()):
            await tx.execute(sql)
        entry.complete = True


@lengths
@pytest.mark.parametrize("driver", ["psycopg", "pymysql", "sqlite3"])
def test_what_sixty_four_threads_committed_is_there_once(
    driver: str,
    seconds: float,
    rate: float,
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    url = _place(driver, request, tmp_path)
    with flash_sync.connect(url, max_size=CONNECTIONS, timeout=30) as database:
        database.execute_script(f"{SCHEMA}{FILL}")
        ledger = Ledger(database.engine, rate)
        end = time.monotonic() + seconds
        threads = [
            threading.Thread(target=_thread, args=(database, ledger, random.Random(number), end))  # noqa: S311 - as above
            for number in range(THREADS)
        ]
        with trouble(request, url, seconds):
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        LOG.info("%s: %s", driver, ledger)
        ledger.check(
            [(number, amount) for number, amount in database.fetch(ENTRIES)],
            int(str(database.fetchval(TOTAL))),
        )
        assert (database.stats().in_use, database.stats().waiting) == (0, 0)
        if not url.startswith("sqlite"):
            wait_for_rest(url, database.stats().idle)


def _thread(
    database: flash_sync.Database, ledger: Ledger, choice: random.Random, end: float
) -> None:
    while time.monotonic() < end:
        entry = ledger.entry(choice)

        def work(tx: flash_sync.Connection, entry: Entry = entry) -> None:
            entry.complete = False
            tx.execute(entry.insert())
            for sql in (*entry.strikes(tx.engine), *entry.moves()):
                tx.execute(sql)
            entry.complete = True

        try:
            flash_sync.retry(database, work)
        except BaseException as exc:  # noqa: BLE001 - the ledger tells what may be raised
            ledger.fail(entry, exc)
            if isinstance(exc, flash_core.ConnectionLost):
                time.sleep(0.02)
        else:
            ledger.commit(entry)
