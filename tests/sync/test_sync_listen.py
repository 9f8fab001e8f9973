# Generated from tests/database/test_listen.py by `nox -s unasync`: edit that file.
"""Notifications of PostgreSQL, on every driver of it."""

from __future__ import annotations

import gc

import pytest

import flash_sync
from flash_sync import Connection, Database, Notification, Sql, wrap

pytestmark = pytest.mark.anyio

PID = Sql[tuple[int]]("SELECT pg_backend_pid()")
ONE = Sql[tuple[int]]("SELECT 1")
LISTENERS = Sql[tuple[int]](
    "SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()"
    " ORDER BY backend_start DESC"
)
CHANNELS = Sql[tuple[str]]("SELECT pg_listening_channels()")
ODD = [
    *("orders", "Orders", "two words", 'a"b', "it's", "$1 %s ? \\", "-- x", "/*", "Zoë 🦆", "\n\t"),
    *('"; DROP TABLE users; --', "x" * 63, "é" * 31, "LISTEN", "*"),
]


def notify(database: flash_sync.DatabaseConnection, channel: str, payload: str) -> None:
    database.fetch(Sql[tuple[str]]("SELECT pg_notify($1, $2)"), channel, payload)


def wait_for_no_listener(database: flash_sync.DatabaseConnection) -> None:
    """Return when the server has noticed that nobody listens."""
    for _ in range(1000):
        if not database.fetch(LISTENERS):
            return
        database.fetch(Sql[tuple[None]]("SELECT pg_sleep(0.01)"))
    raise AssertionError


def first(listening: flash_sync.Listening, count: int) -> list[tuple[str, str]]:
    """Return the next notifications."""
    found: list[tuple[str, str]] = []
    for note in listening:
        found.append((note.channel, note.payload))
        if len(found) == count:
            break
    return found


def test_notifications_come_in_order_with_channel_payload_and_sender(
    postgresql: Database,
) -> None:
    with postgresql.listen("orders", "users") as notes:
        with postgresql.transaction() as tx:
            pid = tx.fetchval(PID)
            notify(tx, "orders", "1")
            notify(tx, "users", "")
            notify(tx, "others", "3")
            tx.execute("NOTIFY users, 'a''b'")
        found: list[Notification] = []
        for note in notes:
            found.append(note)
            if len(found) == 3:
                break
    assert pid is not None
    assert found == [
        Notification("orders", "1", pid),
        Notification("users", "", pid),
        Notification("users", "a'b", pid),
    ]


def test_a_channel_may_have_any_name_and_gets_what_is_its_own(postgresql: Database) -> None:
    for channel in ODD:
        with postgresql.listen(channel) as notes:
            notify(postgresql, channel[:-1] + "?", "not this")
            notify(postgresql, channel, channel)
            notify(postgresql, channel, "last")
            assert first(notes, 2) == [(channel, channel), (channel, "last")]
    with postgresql.listen(*ODD) as notes:
        for channel in ODD:
            notify(postgresql, channel, channel)
        assert first(notes, len(ODD)) == [(channel, channel) for channel in ODD]


def test_what_is_rolled_back_is_not_notified(postgresql: Database) -> None:
    with postgresql.listen("orders") as notes:
        with postgresql.transaction() as tx:
            notify(tx, "orders", "undone")
            tx.rollback()
        notify(postgresql, "orders", "done")
        assert first(notes, 1) == [("orders", "done")]


def test_a_timeout_ends_the_loop_and_the_next_goes_on(postgresql: Database) -> None:
    assert [note.payload for note in postgresql.listen("orders", timeout=0.01)] == []
    with postgresql.listen("orders", timeout=0.05) as notes:
        assert [note.payload for note in notes] == []
        for number in range(3):
            notify(postgresql, "orders", str(number))
        found: list[str] = []
        while len(found) < 3:
            found += [note.payload for note in notes]
        assert found == ["0", "1", "2"]
        assert [note.payload for note in notes] == []


def test_who_stops_listening_gives_the_connection_back(
    drivers: list[str], postgresql_url: str
) -> None:
    for driver in drivers:
        url = postgresql_url.replace("postgresql://", f"postgresql+{driver}://")
        with (
            flash_sync.connect(url, max_size=1, timeout=5) as database,
            flash_sync.connect(url) as other,
        ):
            for _ in range(3):
                for _ in database.listen("orders", timeout=0.01):
                    raise AssertionError
                assert database.fetchval(ONE) == 1
                with database.listen("orders") as notes:
                    notify(other, "orders", "x")
                    notify(other, "orders", "unread")
                    for _ in notes:
                        break
                assert database.fetchval(ONE) == 1
                with pytest.raises(KeyError):
                    with database.listen("orders") as notes:
                        notify(other, "orders", "x")
                        for note in notes:
                            raise KeyError(note)
                assert database.fetchval(ONE) == 1
                listening = database.listen("orders")
                del listening, notes
                gc.collect()
                assert database.fetch(CHANNELS) == []
            wait_for_no_listener(other)
            assert database.stats().in_use == 0


def test_a_connection_that_is_cut_is_told_and_one_can_listen_again(
    postgresql: Database,
) -> None:
    for _ in range(2):
        with postgresql.listen("orders") as notes:
            notify(postgresql, "orders", "1")
            assert first(notes, 1) == [("orders", "1")]
            pid = postgresql.fetchval(LISTENERS)
            postgresql.execute(f"SELECT pg_terminate_backend({pid})")
            with pytest.raises(flash_sync.ConnectionLost):
                first(notes, 1)
        assert postgresql.stats().in_use == 0
    assert postgresql.fetchval(ONE) == 1


def test_listening_waits_for_a_free_connection_as_everybody_does(
    drivers: list[str], postgresql_url: str
) -> None:
    for driver in drivers:
        url = postgresql_url.replace("postgresql://", f"postgresql+{driver}://")
        with flash_sync.connect(url, max_size=1, timeout=0.5) as database:
            with database.transaction():
                with pytest.raises(flash_sync.PoolTimeout):
                    first(database.listen("orders"), 1)
            with database.listen("orders"):
                with pytest.raises(flash_sync.PoolTimeout):
                    database.fetchval(ONE)
            assert database.fetchval(ONE) == 1


def test_a_connection_of_the_users_listens_and_runs_queries(
    held: flash_sync.Connectable, postgresql_url: str
) -> None:
    connection = wrap(held)
    assert isinstance(connection, Connection)
    if connection.engine is not flash_sync.Engine.POSTGRESQL:
        with pytest.raises(flash_sync.ProgrammingError, match="of PostgreSQL can listen"):
            connection.listen("orders")
        return
    with flash_sync.connect(postgresql_url) as other:
        with connection.listen("orders") as notes:
            for number in range(3):
                notify(other, "orders", str(number))
                notify(connection, "orders", f"own {number}")
                assert connection.fetchval(ONE) == 1
                found = first(notes, 2)
                assert sorted(found) == [("orders", str(number)), ("orders", f"own {number}")]
            assert connection.fetchval(CHANNELS) == "orders"
        assert connection.fetch(CHANNELS) == []
        with connection.transaction() as tx:
            for inside in (tx, connection):
                with pytest.raises(flash_sync.ProgrammingError, match="a transaction is open"):
                    first(inside.listen("orders"), 1)
            assert tx.fetchval(ONE) == 1


def test_a_pool_of_the_users_listens(held_pool: flash_sync.Connectable) -> None:
    database = wrap(held_pool)
    assert isinstance(database, Database)
    if database.engine is not flash_sync.Engine.POSTGRESQL:
        return
    for _ in range(5):  # more than it has connections
        with database.listen("orders") as notes:
            notify(database, "orders", "1")
            assert first(notes, 1) == [("orders", "1")]
    wait_for_no_listener(database)


def test_what_cannot_be_listened_to_is_refused_at_once(postgresql: Database) -> None:
    for channel in ("", "x" * 64, "é" * 32, "a\0b"):
        with pytest.raises(flash_sync.DataError, match="is no name for a channel"):
            postgresql.listen("orders", channel)
    with pytest.raises(flash_sync.ProgrammingError, match="the name of a channel"):
        postgresql.listen()
    listening = postgresql.listen("orders", timeout=0.01)
    with listening:
        pass
    with pytest.raises(flash_sync.ProgrammingError, match="call listen"):
        with listening:
            pass
    assert [note.payload for note in listening] == []
    with flash_sync.connect("sqlite://:memory:") as sqlite:
        with pytest.raises(flash_sync.ProgrammingError, match="of PostgreSQL can listen"):
            sqlite.listen("orders")
