# Generated from tests/database/test_restarts.py by `nox -s unasync`: edit that file.
"""A server that is killed and started again, and connections that it cuts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

import flash_sync
from flash_sync import ConnectionLost, Database, Sql, connect
from flash_sync._compat import sleep
from tests.servers import during, end_session, sessions, wait_for_end, wait_for_rest

if TYPE_CHECKING:
    from tests.servers import Seen, Server

pytestmark = pytest.mark.anyio

COUNT = Sql[tuple[int]]("SELECT count(*) FROM posts")
IDS = Sql[tuple[int]]("SELECT id FROM posts ORDER BY id")
ONE = Sql[tuple[int]]("SELECT 1")
PID = {
    flash_sync.Engine.POSTGRESQL: Sql[tuple[int]]("SELECT pg_backend_pid()"),
    flash_sync.Engine.MYSQL: Sql[tuple[int]]("SELECT connection_id()"),
}
SLEEP = {
    flash_sync.Engine.POSTGRESQL: "SELECT pg_sleep(20)",
    flash_sync.Engine.MYSQL: "SELECT sleep(20)",
}


def assert_serves(database: Database, url: str) -> None:
    """Everything was given back, and works."""
    assert (database.stats().in_use, database.stats().waiting) == (0, 0)
    with database.transaction() as tx:
        assert tx.fetchval(ONE) == 1
    assert database.fetchval(ONE) == 1
    assert database.stats().in_use == 0
    wait_for_rest(url, database.stats().idle)


def kill(server: Server, seen: Seen) -> None:
    """End a server in which a session was seen."""
    del seen
    server.kill()


def test_a_server_killed_in_a_query_is_lost_and_serves_again(
    mortal: Server, mortal_url: str
) -> None:
    with connect(mortal_url, timeout=5) as database:
        sleep = SLEEP[database.engine]
        with (
            during(mortal_url, "leep(20)", partial(kill, mortal)),
            pytest.raises(ConnectionLost) as caught,
        ):
            database.execute(sleep)
        assert caught.value.__cause__ is not None
        assert caught.value.query == sleep
        mortal.start()
        assert_serves(database, mortal_url)


def test_a_server_killed_in_a_transaction_has_nothing_of_it(
    mortal: Server, mortal_url: str
) -> None:
    with connect(mortal_url, timeout=5) as database:
        database.execute("INSERT INTO posts VALUES (1)")
        with pytest.raises(ConnectionLost) as caught:
            with database.transaction() as tx:
                tx.execute("INSERT INTO posts VALUES (2)")
                with tx.transaction() as inner:
                    inner.execute("INSERT INTO posts VALUES (3)")
                    with during(mortal_url, "leep(20)", partial(kill, mortal)):
                        inner.execute(SLEEP[database.engine])
        assert caught.value.__cause__ is not None
        mortal.start()
        assert database.fetchval(COUNT) == 1
        assert_serves(database, mortal_url)


def test_a_commit_that_the_server_does_not_hear_is_an_error(
    mortal: Server, mortal_url: str
) -> None:
    called: list[None] = []
    with connect(mortal_url, timeout=5) as database:
        with pytest.raises(ConnectionLost):
            with database.transaction() as tx:
                assert isinstance(tx, flash_sync.Session)
                tx.on_commit(partial(called.append, None))
                tx.execute("INSERT INTO posts VALUES (1)")
                mortal.kill()
        assert not called
        mortal.start()
        assert database.fetchval(COUNT) == 0
        assert_serves(database, mortal_url)


def test_while_a_server_is_away_every_call_is_told_so_and_none_is_stuck(
    mortal: Server, mortal_url: str
) -> None:
    with connect(mortal_url, max_size=2, timeout=5) as database:
        database.execute("INSERT INTO posts VALUES (1)")
        mortal.kill()
        for _ in range(3):
            with pytest.raises(ConnectionLost):
                database.fetchval(COUNT)
            with pytest.raises(ConnectionLost):
                with database.transaction() as tx:
                    tx.execute("INSERT INTO posts VALUES (2)")
            with pytest.raises(ConnectionLost):
                assert sum([len(rows) for rows in database.stream(IDS)])
        assert (database.stats().in_use, database.stats().waiting) == (0, 0)
        mortal.start()
        assert database.fetchval(COUNT) == 1
        assert_serves(database, mortal_url)


def test_a_server_that_is_killed_while_rows_are_read_on_is_lost(
    mortal: Server, mortal_url: str
) -> None:
    values = ", ".join(f"({number})" for number in range(1, 20_001))
    with connect(mortal_url, timeout=5) as database:
        database.execute(f"INSERT INTO posts VALUES {values}")
        # So many rows that no buffer on the way holds all of them.
        wide = Sql[tuple[int, str]]("SELECT id, repeat('x', 1000) FROM posts")
        read = 0
        with pytest.raises(ConnectionLost):
            for rows in database.stream(wide):
                read += len(rows)
                mortal.kill()
        assert 0 < read < 20_000
        mortal.start()
        assert database.fetchval(COUNT) == 20_000
        assert_serves(database, mortal_url)


def test_a_restart_while_every_connection_is_idle_is_not_noticed(
    mortal: Server, mortal_url: str
) -> None:
    with connect(mortal_url, min_size=3, max_size=3, timeout=5) as database:
        assert database.stats().idle == 3
        mortal.kill()
        mortal.start()
        sleep(0.02)  # the event loop must run to hear of it; sockets are not looked at at once
        for _ in range(3):
            database.execute("INSERT INTO posts VALUES (7)")
        assert database.fetchval(COUNT) == 3
        assert_serves(database, mortal_url)


def test_connections_that_are_cut_while_they_are_idle_are_replaced_unnoticed(
    mortal_url: str,
) -> None:
    with connect(mortal_url, min_size=2, max_size=2, timeout=5) as database:
        for way in ("a call", "a transaction", "a stream"):
            wait_for_rest(mortal_url, database.stats().idle)
            cut = {seen.number for seen in sessions(mortal_url)}
            assert cut
            for number in cut:
                end_session(mortal_url, number)
            wait_for_end(mortal_url, cut)
            sleep(0.02)  # the event loop must run to hear of it; sockets are not looked at at once
            if way == "a call":
                assert database.fetchval(ONE) == 1
            elif way == "a transaction":
                with database.transaction() as tx:
                    assert tx.fetchval(ONE) == 1
            else:
                assert [len(rows) for rows in database.stream(ONE)] == [1]
        assert_serves(database, mortal_url)


def test_a_connection_that_is_cut_in_a_transaction_leaves_nothing(mortal_url: str) -> None:
    with connect(mortal_url, timeout=5) as database:
        with pytest.raises(ConnectionLost) as caught:
            with database.transaction() as tx:
                tx.execute("INSERT INTO posts VALUES (1)")
                mine = tx.fetchval(PID[database.engine])
                assert mine is not None
                end_session(mortal_url, mine)
                wait_for_end(mortal_url, {mine})
                tx.execute("INSERT INTO posts VALUES (2)")
        assert caught.value.__cause__ is not None
        assert database.fetchval(COUNT) == 0
        assert_serves(database, mortal_url)


def test_a_connection_that_is_cut_in_a_query_is_lost(mortal_url: str) -> None:
    with connect(mortal_url, timeout=5) as database:
        with (
            during(mortal_url, "leep(20)", lambda seen: end_session(mortal_url, seen.number)),
            pytest.raises(ConnectionLost),
        ):
            database.execute(SLEEP[database.engine])
        assert_serves(database, mortal_url)
