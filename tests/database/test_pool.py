"""Connections that are borrowed and given back."""

from __future__ import annotations

import pytest

import flash_core
from flash_core import Database, PoolStats, Sql, connect
from flash_core._compat import sleep

pytestmark = pytest.mark.anyio

ONE = Sql[tuple[int]]("SELECT 1")
PID = {
    flash_core.Engine.POSTGRESQL: Sql[tuple[int]]("SELECT pg_backend_pid()"),
    flash_core.Engine.MYSQL: Sql[tuple[int]]("SELECT connection_id()"),
}
SETTING = Sql[tuple[str]]("SELECT current_setting('application_name')")
LOCK = Sql[tuple[bool]]("SELECT pg_try_advisory_lock(7)")
LOCKS = Sql[tuple[int]]("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the pool takes for the time, in its only item."""
    now = [1000.0]

    class Clock:
        def monotonic(self) -> float:
            return now[0]

    monkeypatch.setattr("flash_core.database.pool.time", Clock())
    return now


@pytest.fixture(params=["a call", "a transaction"])
def way(request: pytest.FixtureRequest) -> str:
    """How a statement gets its connection."""
    return str(request.param)


async def value(database: Database, query: Sql[tuple[int]], way: str) -> int | None:
    if way == "a call":
        return await database.fetchval(query)
    async with database.transaction() as tx:
        return await tx.fetchval(query)


async def test_the_connections_are_counted(url: str) -> None:
    async with connect(url, max_size=2 if "memory" not in url else 1) as database:
        size = database.stats().max_size
        async with database.transaction() as tx:
            await tx.fetchval(ONE)
            stats = database.stats()
            assert (stats.in_use, stats.waiting) == (1, 0)
        stats = database.stats()
        idle = 0 if "memory" in url else 1
        assert stats == PoolStats(max_size=size, in_use=0, idle=idle, waiting=0)
    with pytest.raises(flash_core.ProgrammingError, match="not open"):
        database.stats()


async def test_the_connections_of_a_pool_of_the_users_are_counted(
    held_pool: flash_core.Connectable,
) -> None:
    database = flash_core.wrap(held_pool)
    assert isinstance(database, Database)
    async with database.transaction() as tx:
        await tx.fetchval(ONE)
        stats = database.stats()
        assert stats.max_size == 3
        assert stats.in_use >= 1  # psycopg's counts the connections it is opening, too
    while database.stats().in_use:
        await sleep(0.01)


async def test_who_waits_in_vain_is_told_how_many_connections_there_are(url: str) -> None:
    if url.startswith("sqlite"):
        pytest.skip("SQLite has words of its own")
    async with (
        connect(url, max_size=1, timeout=0.5) as database,
        database.transaction() as tx,
    ):
        await tx.fetchval(ONE)
        with pytest.raises(flash_core.PoolTimeout, match="the only one is in use"):
            await database.fetchval(ONE)
        assert database.stats().waiting == 0


async def test_a_connection_is_used_again_until_its_lifetime_is_over(
    url: str, way: str, clock: list[float]
) -> None:
    if url.startswith("sqlite"):
        pytest.skip("a file does not restart")
    async with connect(url, max_lifetime=600) as database:
        query = PID[database.engine]
        first = await value(database, query, way)
        clock[0] += 599
        assert await value(database, query, way) == first
        clock[0] += 2
        second = await value(database, query, way)
        assert second != first
        assert database.stats().idle == 1


async def kill(database: Database, connection: int) -> None:
    """End another session."""
    if database.engine is flash_core.Engine.POSTGRESQL:
        await database.execute(f"SELECT pg_terminate_backend({connection}, 5000)")
    else:
        await database.execute(f"KILL {connection}")


async def test_a_connection_that_was_cut_while_it_was_idle_is_replaced_unnoticed(
    url: str, way: str, clock: list[float]
) -> None:
    if url.startswith("sqlite"):
        pytest.skip("nobody cuts off a file")
    async with connect(url) as database, connect(url) as other:
        query = PID[database.engine]
        first = await value(database, query, way)
        assert first is not None
        await kill(other, first)
        clock[0] += 31  # what is idle for long is asked before it is trusted
        assert await value(database, query, way) not in {None, first}
        stats = database.stats()
        assert (stats.in_use, stats.idle) == (0, 1)


async def test_a_connection_that_is_cut_in_a_query_is_lost_and_the_pool_serves_again(
    url: str, way: str
) -> None:
    if url.startswith("sqlite"):
        pytest.skip("nobody cuts off a file")
    async with connect(url, max_size=1) as database:
        query = PID[database.engine]
        first = await value(database, query, way)
        with pytest.raises(flash_core.OperationalError):
            if database.engine is flash_core.Engine.POSTGRESQL:
                await value(database, Sql[tuple[int]](f"SELECT pg_terminate_backend({first})"), way)
            else:
                await value(database, Sql[tuple[int]](f"KILL {first}"), way)
        assert await value(database, query, way) not in {None, first}
        assert database.stats().in_use == 0


async def test_what_a_statement_left_in_the_session_is_gone_for_the_next_one(
    postgresql_url: str, drivers: list[str], way: str
) -> None:
    for driver in drivers:
        url = postgresql_url.replace("postgresql://", f"postgresql+{driver}://")
        async with connect(url, max_size=1) as database:
            pid = await database.fetchval(PID[database.engine])
            default = await database.fetchval(SETTING)
            for left in (
                "SELECT set_config('application_name', 'left', false)",
                "SET application_name = 'left'",
            ):
                await value(database, Sql[tuple[int]](left), way)
                assert await database.fetchval(SETTING) == default
            await value(database, Sql[tuple[int]](LOCK), way)
            await value(database, Sql[tuple[int]]("CREATE TEMPORARY TABLE mine (id int)"), way)
            await value(database, Sql[tuple[int]]("LISTEN news"), way)
            assert await database.fetchval(LOCKS) == 0
            channels = Sql[tuple[int]]("SELECT count(*) FROM pg_listening_channels()")
            assert await database.fetchval(channels) == 0
            mine = Sql[tuple[bool]]("SELECT to_regclass('mine') IS NULL")
            assert await database.fetchval(mine)
            assert await database.fetchval(PID[database.engine]) == pid


async def test_a_generated_query_that_leaves_nothing_costs_no_reset(
    postgresql_url: str, drivers: list[str], way: str
) -> None:
    plain = Sql[tuple[int]]("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND 1 = 1")
    flash_core.name_queries("db/locks.sql", {plain: ("CountLocks", 1)})
    changing = Sql[tuple[int]]("SELECT pg_try_advisory_lock(8)::int")
    flash_core.name_queries("db/locks.sql", {changing: ("Lock", 3)}, changes_session=[changing])
    for driver in drivers:
        url = postgresql_url.replace("postgresql://", f"postgresql+{driver}://")
        async with connect(url, max_size=1) as database:
            async with database.transaction() as tx:
                assert await tx.fetchval(changing) == 1
                assert await tx.fetchval(plain) == 1
            assert await value(database, plain, way) == 0
            # A lock that nobody sees come: it stays, because nothing is undone after such queries.
            flash_core.name_queries("db/locks.sql", {changing: ("Lock", 3)})
            await value(database, changing, way)
            assert await value(database, plain, way) == 1
            flash_core.name_queries("db/x.sql", {changing: ("Lock", 3)}, changes_session=[changing])
            await value(database, changing, way)
            assert await value(database, plain, way) == 0
