"""Hooks, and queries in tasks and threads of their own."""

from __future__ import annotations

import asyncio  # noqa: TID251 - tasks are the point
from typing import TYPE_CHECKING

import pytest

import flash_core
import flash_sync
from flash_core import QueryEvent, detect_repeats, on_query

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.anyio


class Asynchronous:
    """A hook that has to be awaited, and does not look so."""

    async def __call__(self, event: QueryEvent) -> None:
        """Do nothing."""


class Users(flash_core.QueriesBase):
    """What is generated for a query."""

    async def get(self, number: int) -> object:
        return await self.db.fetchval(flash_core.Sql[tuple[int]]("SELECT ?1"), number)


class SyncUsers(flash_sync.QueriesBase):
    """What is generated for a query."""

    def get(self, number: int) -> object:
        return self.db.fetchval(flash_core.Sql[tuple[int]]("SELECT ?1"), number)


def test_a_hook_that_would_have_to_be_awaited_is_refused() -> None:
    async def hook(event: QueryEvent) -> None:
        del event

    for function in (hook, Asynchronous()):
        with pytest.raises(TypeError, match="not awaited"):
            on_query(function)
    with pytest.raises(TypeError, match="a hook is a function"):
        on_query(42)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - the point


async def test_one_hook_is_told_of_the_queries_of_both_packages() -> None:
    events: list[QueryEvent] = []
    with on_query(events.append, caller=True):
        async with flash_core.connect("sqlite://:memory:") as database:
            await Users(database).get(1)
        with flash_sync.connect("sqlite://:memory:") as sync_database:
            SyncUsers(sync_database).get(1)
    assert [event.rows for event in events] == [1, 1]
    assert {event.caller.path for event in events if event.caller} == {__file__}


async def test_what_a_hook_runs_is_not_told() -> None:
    with flash_sync.connect("sqlite://:memory:") as database:
        db, events = flash_sync.QueriesBase(database), list[QueryEvent]()
        db.execute("CREATE TABLE log (text)")

        def log(event: QueryEvent) -> None:
            events.append(event)
            db.execute("INSERT INTO log VALUES (?1)", event.text)

        with on_query(log):
            db.fetch("SELECT 1")
            db.fetch("SELECT 2")
        assert db.fetch("SELECT text FROM log") == [("SELECT 1",), ("SELECT 2",)]
    assert len(events) == 2


async def test_queries_gathered_in_a_loop_are_detected_where_they_were_made() -> None:
    async with flash_core.connect("sqlite://:memory:") as database:
        users = Users(database)
        with pytest.raises(flash_core.RepeatedQueries) as caught, detect_repeats():
            await asyncio.gather(*[users.get(number) for number in range(5)])
        (repeat,) = caught.value.repeats
        assert repeat.caller is not None
        assert (repeat.caller.path, repeat.times) == (__file__, 5)
        loop = asyncio.get_running_loop()
        with (
            pytest.raises(flash_core.RepeatedQueries, match="tasks of their own: ran 3 times"),
            detect_repeats(),
        ):
            threads = [loop.run_in_executor(None, asyncio.run, run(1)) for _ in range(3)]
            await asyncio.gather(*threads)


async def run(number: int) -> None:
    async with flash_core.connect("sqlite://:memory:") as database:
        await asyncio.gather(Users(database).get(number))


async def test_a_cancelled_query_is_told_as_such(tmp_path: Path) -> None:
    url, events = f"sqlite:///{tmp_path}/a.db", list[QueryEvent]()
    slow = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)"
    async with flash_core.connect(url) as database:
        with on_query(events.append):
            task = asyncio.create_task(Users(database).fetch(f"{slow} SELECT count(*) FROM n"))
            await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
    (event,) = events
    assert isinstance(event.error, asyncio.CancelledError)


@pytest.mark.parametrize("driver", ["asyncpg", "psycopg"])
@pytest.mark.parametrize("entered", [False, True])
async def test_who_is_cancelled_while_listening_gives_the_connection_back(
    postgresql_url: str, driver: str, *, entered: bool
) -> None:
    url = postgresql_url.replace("postgresql://", f"postgresql+{driver}://")
    async with flash_core.connect(url, max_size=1, timeout=5) as database:

        async def listen(begun: asyncio.Event) -> None:
            listening = database.listen("orders")
            if entered:
                async with listening:
                    begun.set()
                    async for _ in listening:
                        pass
            begun.set()
            async for _ in listening:
                pass

        for delay in (0, 0, 0.001, 0.01, 0.05):
            begun = asyncio.Event()
            task = asyncio.create_task(listen(begun))
            await begun.wait()
            await asyncio.sleep(delay)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert database.stats().in_use == 0
            assert await database.fetchval(flash_core.Sql[tuple[int]]("SELECT 1")) == 1


async def test_calls_wait_for_a_reader_and_one_that_is_cancelled_gives_it_back(
    tmp_path: Path,
) -> None:
    one = flash_core.Sql[tuple[int]]("SELECT ?1")
    async with flash_core.connect(f"sqlite:///{tmp_path}/a.db", readers=2, timeout=5) as database:
        found = await asyncio.gather(*[database.fetchval(one, number) for number in range(50)])
        assert found == list(range(50))
        for _ in range(5):
            tasks = [asyncio.create_task(database.fetchval(one, number)) for number in range(5)]
            await asyncio.sleep(0)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        assert await asyncio.gather(*[database.fetchval(one, 1) for _ in range(5)]) == [1] * 5


async def test_who_waits_for_a_reader_in_vain_is_told(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/a.db"
    counted = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)"
    slow = flash_core.Sql[tuple[int]](f"{counted} SELECT count(*) FROM n")
    async with flash_core.connect(url, readers=1, inline=False, timeout=0.001) as database:
        task = asyncio.create_task(database.fetchval(slow))
        await asyncio.sleep(0)
        with pytest.raises(flash_core.PoolTimeout, match="no reader became free"):
            await database.fetchval(flash_core.Sql[tuple[int]]("SELECT 1"))
        await database.execute("CREATE TABLE t (x)")
        assert await task == 1_000_000


async def test_who_looks_rows_up_without_end_lets_others_run_and_can_be_cancelled(
    tmp_path: Path,
) -> None:
    name = flash_core.Sql[tuple[str]]("SELECT name FROM users WHERE id = ?1")
    ran = 0

    async def run() -> None:
        nonlocal ran
        while True:
            await asyncio.sleep(0)
            ran += 1

    async with flash_core.connect(f"sqlite:///{tmp_path}/a.db", inline=True) as database:
        await database.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)")
        await database.execute("INSERT INTO users VALUES (1, 'Ann')")
        task = asyncio.create_task(run())
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                while True:
                    assert await database.fetchval(name, 1) == "Ann"
        task.cancel()
        assert ran
        assert await database.fetchval(name, 1) == "Ann"


async def test_a_row_is_looked_up_beside_a_long_statement(tmp_path: Path) -> None:
    name = flash_core.Sql[tuple[str]]("SELECT name FROM users WHERE id = ?1")
    long = flash_core.Sql[tuple[int]](
        "WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n WHERE x < 1000000) "
        "SELECT count(*) FROM n"
    )
    async with flash_core.connect(f"sqlite:///{tmp_path}/a.db", inline=True) as database:
        await database.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)")
        await database.execute("INSERT INTO users VALUES (1, 'Ann')")
        assert await database.fetchval(name, 1) == "Ann"
        task = asyncio.create_task(database.fetchval(long))
        for _ in range(10):
            await asyncio.sleep(0)
            assert await database.fetchval(name, 1) == "Ann"
        assert not task.done()
        assert await task == 1_000_000
