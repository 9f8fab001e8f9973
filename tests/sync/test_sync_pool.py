# Generated from tests/database/test_pool.py by `nox -s unasync`: edit that file.
"""Connections that are borrowed and given back."""

from __future__ import annotations

import pytest

import flash_sync
from flash_sync import Database, PoolStats, Sql, connect
from flash_sync._compat import sleep

pytestmark = pytest.mark.anyio

ONE = Sql[tuple[int]]("SELECT 1")
PID = {
    flash_sync.Engine.POSTGRESQL: Sql[tuple[int]]("SELECT pg_backend_pid()"),
    flash_sync.Engine.MYSQL: Sql[tuple[int]]("SELECT connection_id()"),
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

    monkeypatch.setattr("flash_sync.pool.time", Clock())
    return now


@pytest.fixture(params=["a call", "a transaction"])
def way(request: pytest.FixtureRequest) -> str:
    """How a statement gets its connection."""
    return str(request.param)


def value(database: Database, query: Sql[tuple[int]], way: str) -> int | None:
    if way == "a call":
        return database.fetchval(query)
    with database.transaction() as tx:
        return tx.fetchval(query)


def test_the_connections_are_counted(url: str) -> None:
    with connect(url, max_size=2 if "memory" not in url else 1) as database:
        size = database.stats().max_size
        with database.transaction() as tx:
            tx.fetchval(ONE)
            stats = database.stats()
            assert (stats.in_use, stats.waiting) == (1, 0)
        stats = database.stats()
        idle = 0 if "memory" in url else 1
        assert stats == PoolStats(max_size=size, in_use=0, idle=idle, waiting=0)
    with pytest.raises(flash_sync.ProgrammingError, match="not open"):
        database.stats()


def test_the_connections_of_a_pool_of_the_users_are_counted(
    held_pool: flash_sync.Connectable,
) -> None:
    database = flash_sync.wrap(held_pool)
    assert isinstance(database, Database)
    with database.transaction() as tx:
        tx.fetchval(ONE)
        stats = database.stats()
        assert stats.max_size == 3
        assert stats.in_use >= 1  # psycopg's counts the connections it is opening, too
    while database.stats().in_use:
        sleep(0.01)


def test_who_waits_in_vain_is_told_how_many_connections_there_are(url: str) -> None:
    if url.startswith("sqlite"):
        pytest.skip("SQLite has words of its own")
    with (
        connect(url, max_size=1, timeout=0.5) as database,
        database.transaction() as tx,
    ):
        tx.fetchval(ONE)
        with pytest.raises(flash_sync.PoolTimeout, match="the only one is in use"):
            database.fetchval(ONE)
        assert database.stats().waiting == 0


def test_a_connection_is_used_again_until_its_lifetime_is_over(
    url: str, way: str, clock: list[float]
) -> None:
    if url.startswith("sqlite"):
        pytest.skip("a file does not restart")
    with connect(url, max_lifetime=600) as database:
        query = PID[database.engine]
        first = value(database, query, way)
        clock[0] += 599
        assert value(database, query, way) == first
        clock[0] += 2
        second = value(database, query, way)
        assert second != first
        assert database.stats().idle == 1


def kill(database: Database, connection: int) -> None:
    """End another session."""
    if database.engine is flash_sync.Engine.POSTGRESQL:
        database.execute(f"SELECT pg_terminate_backend({connection}, 5000)")
    else:
        database.execute(f"KILL {connection}")


def test_a_connection_that_was_cut_while_it_was_idle_is_replaced_unnoticed(
    url: str, way: str, clock: list[float]
) -> None:
    if url.startswith("sqlite"):
        pytest.skip("nobody cuts off a file")
    with connect(url) as database, connect(url) as other:
        query = PID[database.engine]
        first = value(database, query, way)
        assert first is not None
        kill(other, first)
        clock[0] += 31  # what is idle for long is asked before it is trusted
        assert value(database, query, way) not in {None, first}
        stats = database.stats()
        assert (stats.in_use, stats.idle) == (0, 1)


def test_a_connection_that_is_cut_in_a_query_is_lost_and_the_pool_serves_again(
    url: str, way: str
) -> None:
    if url.startswith("sqlite"):
        pytest.skip("nobody cuts off a file")
    with connect(url, max_size=1) as database:
        query = PID[database.engine]
        first = value(database, query, way)
        with pytest.raises(flash_sync.OperationalError):
            if database.engine is flash_sync.Engine.POSTGRESQL:
                value(database, Sql[tuple[int]](f"SELECT pg_terminate_backend({first})"), way)
            else:
                value(database, Sql[tuple[int]](f"KILL {first}"), way)
        assert value(database, query, way) not in {None, first}
        assert database.stats().in_use == 0


def test_what_a_statement_left_in_the_session_is_gone_for_the_next_one(
    postgresql_url: str, drivers: list[str], way: str
) -> None:
    for driver in drivers:
        url = postgresql_url.replace("postgresql://", f"postgresql+{driver}://")
        with connect(url, max_size=1) as database:
            pid = database.fetchval(PID[database.engine])
            default = database.fetchval(SETTING)
            for left in (
                "SELECT set_config('application_name', 'left', false)",
                "SET application_name = 'left'",
            ):
                value(database, Sql[tuple[int]](left), way)
                assert database.fetchval(SETTING) == default
            value(database, Sql[tuple[int]](LOCK), way)
            value(database, Sql[tuple[int]]("CREATE TEMPORARY TABLE mine (id int)"), way)
            value(database, Sql[tuple[int]]("LISTEN news"), way)
            assert database.fetchval(LOCKS) == 0
            channels = Sql[tuple[int]]("SELECT count(*) FROM pg_listening_channels()")
            assert database.fetchval(channels) == 0
            mine = Sql[tuple[bool]]("SELECT to_regclass('mine') IS NULL")
            assert database.fetchval(mine)
            assert database.fetchval(PID[database.engine]) == pid


def test_a_generated_query_that_leaves_nothing_costs_no_reset(
    postgresql_url: str, drivers: list[str], way: str
) -> None:
    plain = Sql[tuple[int]]("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND 1 = 1")
    flash_sync.name_queries("db/locks.sql", {plain: ("CountLocks", 1)})
    changing = Sql[tuple[int]]("SELECT pg_try_advisory_lock(8)::int")
    flash_sync.name_queries("db/locks.sql", {changing: ("Lock", 3)}, changes_session=[changing])
    for driver in drivers:
        url = postgresql_url.replace("postgresql://", f"postgresql+{driver}://")
        with connect(url, max_size=1) as database:
            with database.transaction() as tx:
                assert tx.fetchval(changing) == 1
                assert tx.fetchval(plain) == 1
            assert value(database, plain, way) == 0
            # A lock that nobody sees come: it stays, because nothing is undone after such queries.
            flash_sync.name_queries("db/locks.sql", {changing: ("Lock", 3)})
            value(database, changing, way)
            assert value(database, plain, way) == 1
            flash_sync.name_queries("db/x.sql", {changing: ("Lock", 3)}, changes_session=[changing])
            value(database, changing, way)
            assert value(database, plain, way) == 0
