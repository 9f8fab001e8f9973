"""A task is cancelled at each of its awaits, at each moment, whatever it does: nothing is left."""

from __future__ import annotations

import logging
import random
import threading
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

import aiomysql
import aiosqlite
import asyncmy
import asyncpg
import psycopg
import pytest

import flash_core
from flash_core import Sql, connect, wrap
from flash_core._compat import sleep
from tests.database.conftest import mysql_options
from tests.faults.cancelling import MOMENTS, Moment, is_cancellation, run
from tests.faults.fuzzer import Fuzzer, go_on
from tests.faults.work import ENTRIES, WORKS, in_a_transaction, insert
from tests.servers import wait_for_rest

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path
    from typing import Any

pytestmark = pytest.mark.anyio

Opener: TypeAlias = "Callable[[], AbstractAsyncContextManager[tuple[Any, Callable[[], bool]]]]"

ONE = Sql[tuple[int]]("SELECT 1")
LOG = logging.getLogger(__name__)
RUNS = 2000


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
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    """Opens a connection as a user may hold it, and tells how to see that it is closed."""
    driver, _, autocommit = request.param.partition("-")
    if driver == "aiosqlite":
        return partial(_open_sqlite, tmp_path / "held.db")
    if driver in {"asyncpg", "psycopg"}:
        url: str = request.getfixturevalue("postgresql_url")
        return (
            partial(_open_asyncpg, url)
            if driver == "asyncpg"
            else partial(_open_psycopg, url, bool(autocommit))
        )
    url = request.getfixturevalue("mysql_url")
    return partial(_open_mysql, driver, url, bool(autocommit))


@asynccontextmanager
async def _open_sqlite(path: Path) -> AsyncGenerator[tuple[Any, Callable[[], bool]]]:
    async with aiosqlite.connect(path) as connection:
        yield connection, lambda: False


@asynccontextmanager
async def _open_asyncpg(url: str) -> AsyncGenerator[tuple[Any, Callable[[], bool]]]:
    connection = await asyncpg.connect(url)
    try:
        yield connection, connection.is_closed
    finally:
        await connection.close()


@asynccontextmanager
async def _open_psycopg(
    url: str, autocommit: bool
) -> AsyncGenerator[tuple[Any, Callable[[], bool]]]:
    connection = await psycopg.AsyncConnection.connect(url, autocommit=autocommit)
    try:
        yield connection, lambda: connection.closed
    finally:
        await connection.close()


@asynccontextmanager
async def _open_mysql(
    driver: str, url: str, autocommit: bool
) -> AsyncGenerator[tuple[Any, Callable[[], bool]]]:
    module: Any = aiomysql if driver == "aiomysql" else asyncmy
    connection = await module.connect(**mysql_options(url), autocommit=autocommit)

    def is_closed() -> bool:
        return not connection.connected if driver == "asyncmy" else bool(connection.closed)

    try:
        yield connection, is_closed
    finally:
        await connection.ensure_closed()


async def test_each_await_of_a_transaction_can_be_the_last(url: str) -> None:
    async with connect(url, max_size=2, timeout=10) as database:
        await database.execute(ENTRIES)
        fuzzer = Fuzzer(database, url)
        waits = (await fuzzer.strike(in_a_transaction)).waits
        for number in range(1, waits + 1):
            for moment in MOMENTS:
                await fuzzer.strike(in_a_transaction, number, moment)
                await fuzzer.check()
        await fuzzer.settle()
        assert fuzzer.cancelled > waits


async def test_callbacks_are_called_if_and_only_if_the_commit_was_made(url: str) -> None:
    async with connect(url, max_size=2, timeout=10) as database:
        await database.execute(ENTRIES)
        called: list[int] = []

        async def work(number: int) -> None:
            async with database.transaction() as tx:
                tx.on_commit(lambda: called.append(number))
                await tx.execute(insert(number, 1))

        waits = (await run(work(0))).waits
        for number in range(1, waits + 2):
            for moment in MOMENTS:
                await run(work(number), number, moment)
            found = await database.fetch(
                Sql[tuple[int]](f"SELECT run FROM entries WHERE run = {number}")
            )
            assert called.count(number) == len(found)


async def test_whatever_is_cancelled_somewhere_leaves_nothing(url: str) -> None:
    await _fuzz(url, 4 * len(WORKS), seed=1)


async def _open_and_close(url: str) -> None:
    async with connect(url, min_size=2, max_size=2, timeout=10) as database:
        assert await database.fetchval(ONE) == 1


@pytest.mark.parametrize(
    "moments", [MOMENTS[:2], pytest.param(MOMENTS, marks=pytest.mark.fuzz)], ids=["two", "all"]
)
async def test_opening_and_closing_can_be_cancelled_at_each_await(
    url: str, moments: tuple[Moment, ...]
) -> None:
    threads = threading.active_count()
    waits = (await run(_open_and_close(url))).waits
    assert waits
    for number in range(1, waits + 1):
        for moment in moments:
            outcome = await run(_open_and_close(url), number, moment)
            assert outcome.error is None or is_cancellation(outcome.error), repr(outcome.error)
    if not url.startswith("sqlite"):
        wait_for_rest(url, 0)
    while threading.active_count() > threads:  # one that has been told to end may need a moment
        await sleep(0.01)


async def test_connections_that_only_read_a_file_are_given_back(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/data.db"
    async with connect(url, max_size=1, timeout=10, readers=1) as database:
        await database.execute(ENTRIES)
        choice = random.Random(7)  # noqa: S311 - the same each time
        await go_on(Fuzzer(database, url), choice, 8 * len(WORKS), (0, 2))


@pytest.mark.fuzz
async def test_two_thousand_cancellations_of_whatever_leave_nothing(url: str) -> None:
    await _fuzz(url, RUNS, seed=2)


async def _fuzz(url: str, runs: int, seed: int) -> None:
    async with connect(url, max_size=1, timeout=10) as database:
        await database.execute(ENTRIES)
        fuzzer = Fuzzer(database, url)
        choice = random.Random(seed)  # noqa: S311 - the same each time
        await go_on(fuzzer, choice, runs, (0, 0, 2))
        scheme = url.partition(":")[0]
        LOG.info("%s: %d runs, %d cancelled", scheme, fuzzer.runs, fuzzer.cancelled)


async def test_a_pool_of_the_users_has_its_connections_back(
    held_pool: flash_core.Connectable,
) -> None:
    await _fuzz_pool(held_pool, 4 * len(WORKS), seed=3)


# What psycopg leaves of a pipeline that was cancelled twice tries to flush a closed connection.
@pytest.mark.filterwarnings("ignore:Exception ignored in.*BasePipeline._exit_gen")
@pytest.mark.fuzz
async def test_a_pool_of_the_users_has_its_connections_back_a_thousand_times(
    held_pool: flash_core.Connectable,
) -> None:
    await _fuzz_pool(held_pool, RUNS // 2, seed=4)


async def _fuzz_pool(pool: flash_core.Connectable, runs: int, seed: int) -> None:
    db = wrap(pool)
    await db.execute(ENTRIES)
    fuzzer = Fuzzer(db)
    choice = random.Random(seed)  # noqa: S311 - the same each time
    await go_on(fuzzer, choice, runs, (0, 2, 4))
    LOG.info("%s: %d runs, %d cancelled", type(pool), fuzzer.runs, fuzzer.cancelled)


async def test_a_connection_of_the_users_is_at_rest_or_closed(
    opener: Opener,
) -> None:
    await _fuzz_connection(opener, 4 * len(WORKS), seed=5)


@pytest.mark.filterwarnings("ignore:Exception ignored in.*BasePipeline._exit_gen")  # as above
@pytest.mark.fuzz
async def test_a_connection_of_the_users_is_at_rest_or_closed_a_thousand_times(
    opener: Opener,
) -> None:
    await _fuzz_connection(opener, RUNS // 2, seed=6)


async def _fuzz_connection(opener: Opener, runs: int, seed: int) -> None:
    choice = random.Random(seed)  # noqa: S311 - the same each time
    done = cancelled = opened = 0
    waits: dict[str, int] = {}
    while done < runs:
        async with opener() as (connection, is_closed):
            db = wrap(connection)
            if not opened:
                await db.execute(ENTRIES)
            await db.execute("DELETE FROM entries")
            # The server may still end what it heard on a connection that is closed by now.
            fuzzer = Fuzzer(db, first=done)
            await go_on(fuzzer, choice, runs, (0,), is_closed, waits)
        done, cancelled, opened = fuzzer.runs, cancelled + fuzzer.cancelled, opened + 1
    LOG.info("%s: %d runs, %d cancelled, %d closed", opener, done, cancelled, opened - 1)
