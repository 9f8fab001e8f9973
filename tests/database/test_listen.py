"""Notifications of PostgreSQL, on every driver of it."""

from __future__ import annotations

import gc

import pytest

import flash_core
from flash_core import Connection, Database, Notification, Sql, wrap

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


async def notify(database: flash_core.DatabaseConnection, channel: str, payload: str) -> None:
    await database.fetch(Sql[tuple[str]]("SELECT pg_notify($1, $2)"), channel, payload)


async def wait_for_no_listener(database: flash_core.DatabaseConnection) -> None:
    """Return when the server has noticed that nobody listens."""
    for _ in range(1000):
        if not await database.fetch(LISTENERS):
            return
        await database.fetch(Sql[tuple[None]]("SELECT pg_sleep(0.01)"))
    raise AssertionError


async def first(listening: flash_core.Listening, count: int) -> list[tuple[str, str]]:
    """Return the next notifications."""
    found: list[tuple[str, str]] = []
    async for note in listening:
        found.append((note.channel, note.payload))
        if len(found) == count:
            break
    return found


async def test_notifications_come_in_order_with_channel_payload_and_sender(
    postgresql: Database,
) -> None:
    async with postgresql.listen("orders", "users") as notes:
        async with postgresql.transaction() as tx:
            pid = await tx.fetchval(PID)
            await notify(tx, "orders", "1")
            await notify(tx, "users", "")
            await notify(tx, "others", "3")
            await tx.execute("NOTIFY users, 'a''b'")
        found: list[Notification] = []
        async for note in notes:
            found.append(note)
            if len(found) == 3:
                break
    assert pid is not None
    assert found == [
        Notification("orders", "1", pid),
        Notification("users", "", pid),
        Notification("users", "a'b", pid),
    ]


async def test_a_channel_may_have_any_name_and_gets_what_is_its_own(postgresql: Database) -> None:
    for channel in ODD:
        async with postgresql.listen(channel) as notes:
            await notify(postgresql, channel[:-1] + "?", "not this")
            await notify(postgresql, channel, channel)
            await notify(postgresql, channel, "last")
            assert await first(notes, 2) == [(channel, channel), (channel, "last")]
    async with postgresql.listen(*ODD) as notes:
        for channel in ODD:
            await notify(postgresql, channel, channel)
        assert await first(notes, len(ODD)) == [(channel, channel) for channel in ODD]


async def test_what_is_rolled_back_is_not_notified(postgresql: Database) -> None:
    async with postgresql.listen("orders") as notes:
        async with postgresql.transaction() as tx:
            await notify(tx, "orders", "undone")
            await tx.rollback()
        await notify(postgresql, "orders", "done")
        assert await first(notes, 1) == [("orders", "done")]


async def test_a_timeout_ends_the_loop_and_the_next_goes_on(postgresql: Database) -> None:
    assert [note.payload async for note in postgresql.listen("orders", timeout=0.01)] == []
    async with postgresql.listen("orders", timeout=0.05) as notes:
        assert [note.payload async for note in notes] == []
        for number in range(3):
            await notify(postgresql, "orders", str(number))
        found: list[str] = []
        while len(found) < 3:
            found += [note.payload async for note in notes]
        assert found == ["0", "1", "2"]
        assert [note.payload async for note in notes] == []


async def test_who_stops_listening_gives_the_connection_back(
    drivers: list[str], postgresql_url: str
) -> None:
    for driver in drivers:
        url = postgresql_url.replace("postgresql://", f"postgresql+{driver}://")
        async with (
            flash_core.connect(url, max_size=1, timeout=5) as database,
            flash_core.connect(url) as other,
        ):
            for _ in range(3):
                async for _ in database.listen("orders", timeout=0.01):
                    raise AssertionError
                assert await database.fetchval(ONE) == 1
                async with database.listen("orders") as notes:
                    await notify(other, "orders", "x")
                    await notify(other, "orders", "unread")
                    async for _ in notes:
                        break
                assert await database.fetchval(ONE) == 1
                with pytest.raises(KeyError):
                    async with database.listen("orders") as notes:
                        await notify(other, "orders", "x")
                        async for note in notes:
                            raise KeyError(note)
                assert await database.fetchval(ONE) == 1
                listening = database.listen("orders")
                del listening, notes
                gc.collect()
                assert await database.fetch(CHANNELS) == []
            await wait_for_no_listener(other)
            assert database.stats().in_use == 0


async def test_a_connection_that_is_cut_is_told_and_one_can_listen_again(
    postgresql: Database,
) -> None:
    for _ in range(2):
        async with postgresql.listen("orders") as notes:
            await notify(postgresql, "orders", "1")
            assert await first(notes, 1) == [("orders", "1")]
            pid = await postgresql.fetchval(LISTENERS)
            await postgresql.execute(f"SELECT pg_terminate_backend({pid})")
            with pytest.raises(flash_core.ConnectionLost):
                await first(notes, 1)
        assert postgresql.stats().in_use == 0
    assert await postgresql.fetchval(ONE) == 1


async def test_listening_waits_for_a_free_connection_as_everybody_does(
    drivers: list[str], postgresql_url: str
) -> None:
    for driver in drivers:
        url = postgresql_url.replace("postgresql://", f"postgresql+{driver}://")
        async with flash_core.connect(url, max_size=1, timeout=0.5) as database:
            async with database.transaction():
                with pytest.raises(flash_core.PoolTimeout):
                    await first(database.listen("orders"), 1)
            async with database.listen("orders"):
                with pytest.raises(flash_core.PoolTimeout):
                    await database.fetchval(ONE)
            assert await database.fetchval(ONE) == 1


async def test_a_connection_of_the_users_listens_and_runs_queries(
    held: flash_core.Connectable, postgresql_url: str
) -> None:
    connection = wrap(held)
    assert isinstance(connection, Connection)
    if connection.engine is not flash_core.Engine.POSTGRESQL:
        with pytest.raises(flash_core.ProgrammingError, match="of PostgreSQL can listen"):
            connection.listen("orders")
        return
    async with flash_core.connect(postgresql_url) as other:
        async with connection.listen("orders") as notes:
            for number in range(3):
                await notify(other, "orders", str(number))
                await notify(connection, "orders", f"own {number}")
                assert await connection.fetchval(ONE) == 1
                found = await first(notes, 2)
                assert sorted(found) == [("orders", str(number)), ("orders", f"own {number}")]
            assert await connection.fetchval(CHANNELS) == "orders"
        assert await connection.fetch(CHANNELS) == []
        async with connection.transaction() as tx:
            for inside in (tx, connection):
                with pytest.raises(flash_core.ProgrammingError, match="a transaction is open"):
                    await first(inside.listen("orders"), 1)
            assert await tx.fetchval(ONE) == 1


async def test_a_pool_of_the_users_listens(held_pool: flash_core.Connectable) -> None:
    database = wrap(held_pool)
    assert isinstance(database, Database)
    if database.engine is not flash_core.Engine.POSTGRESQL:
        return
    for _ in range(5):  # more than it has connections
        async with database.listen("orders") as notes:
            await notify(database, "orders", "1")
            assert await first(notes, 1) == [("orders", "1")]
    await wait_for_no_listener(database)


async def test_what_cannot_be_listened_to_is_refused_at_once(postgresql: Database) -> None:
    for channel in ("", "x" * 64, "é" * 32, "a\0b"):
        with pytest.raises(flash_core.DataError, match="is no name for a channel"):
            postgresql.listen("orders", channel)
    with pytest.raises(flash_core.ProgrammingError, match="the name of a channel"):
        postgresql.listen()
    listening = postgresql.listen("orders", timeout=0.01)
    async with listening:
        pass
    with pytest.raises(flash_core.ProgrammingError, match="call listen"):
        async with listening:
            pass
    assert [note.payload async for note in listening] == []
    async with flash_core.connect("sqlite://:memory:") as sqlite:
        with pytest.raises(flash_core.ProgrammingError, match="of PostgreSQL can listen"):
            sqlite.listen("orders")
