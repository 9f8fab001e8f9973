"""What hooks are told of the queries of a process."""

from __future__ import annotations

import logging
from contextlib import aclosing
from typing import TYPE_CHECKING

import pytest

import flash_core
from flash_core import (
    CopyTarget,
    Database,
    Engine,
    QueriesBase,
    QueryEvent,
    Sql,
    detect_repeats,
    name_queries,
    on_query,
    wrap,
)

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Iterator

    from sqlalchemy.ext.asyncio.engine import AsyncConnection
    from sqlalchemy.ext.asyncio.session import AsyncSession

pytestmark = pytest.mark.anyio

USERS = CopyTarget(("users",), ("id", "name", "email"), ("integer", "text", "character varying"))
ALL = Sql[tuple[int, str]]("SELECT id, name FROM users ORDER BY id")
NAMES = Sql[tuple[str]]("SELECT name FROM users ORDER BY id")


@pytest.fixture(autouse=True)
def no_other_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget the queries that other tests have generated, whose SQL may be the same."""
    monkeypatch.setattr("flash_core.origins._ORIGINS", {})


def numbered(engine: Engine, text: str) -> str:
    """Write placeholders as the engine has them."""
    for number in (1, 2, 3):
        mark = {Engine.POSTGRESQL: f"${number}", Engine.SQLITE: f"?{number}"}.get(engine, "%s")
        text = text.replace(f"@{number}", mark)
    return text


class Users(QueriesBase):
    """What is generated for seven queries."""

    def __init__(self, db: flash_core.Connectable) -> None:
        connection = wrap(db)
        super().__init__(connection)
        assert isinstance(connection, flash_core.Connection)
        engine = connection.engine
        self.get_user = Sql[tuple[int, str]](
            numbered(engine, "SELECT id, name FROM users WHERE id = @1")
        )
        self.add_user = numbered(engine, "INSERT INTO users VALUES (@1, @2, @3)")
        name_queries(
            "db/queries/users.sql",
            {
                USERS: ("CopyUsers", 1),
                ALL: ("ListUsers", 4),
                NAMES: ("GetName", 7),
                self.get_user: ("GetUser", 10),
                self.add_user: ("AddUser", 13),
            },
        )

    async def get(self, id: int) -> tuple[int, str] | None:  # noqa: A002 - as it is generated
        row = await self.db.fetchrow(self.get_user, id)
        return None if row is None else (row[0], row[1])

    async def everyone(self) -> list[tuple[int, str]]:
        return [(row[0], row[1]) for row in await self.db.fetch(ALL)]

    async def name(self) -> str | None:
        return await self.db.fetchval(NAMES)

    async def add(self, *user: object) -> int:
        return await self.db.execute(self.add_user, *user)

    async def add_result(self, *user: object) -> flash_core.ExecResult:
        return await self.db.execute_result(self.add_user, *user)

    async def iterate(self) -> AsyncGenerator[int]:
        async with aclosing(self.db.stream(ALL)) as chunks:
            async for rows in chunks:
                for row in rows:
                    yield row[0]

    async def add_many(self, users: flash_core.Batch[tuple[object, ...]]) -> None:
        await self.db.execute_many(self.add_user, users, tuple)

    async def get_many(self, ids: flash_core.Batch[tuple[object, ...]]) -> list[int]:
        return [len(rows) for rows in await self.db.fetch_many(self.get_user, ids, tuple)]

    async def get_first(self, ids: flash_core.Batch[tuple[object, ...]]) -> list[bool]:
        found = await self.db.fetchrow_many(self.get_user, ids, tuple)
        return [row is None for row in found]

    async def copy(self, users: flash_core.Batch[tuple[object, ...]]) -> int:
        return await self.db.copy_rows(USERS, users, tuple)


@pytest.fixture
async def memory() -> AsyncIterator[Database]:
    """A database for what has nothing to do with drivers."""
    async with flash_core.connect("sqlite://:memory:") as database:
        await database.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT)")
        yield database


@pytest.fixture
def events() -> Iterator[list[QueryEvent]]:
    """What a hook is told during a test."""
    found: list[QueryEvent] = []
    with on_query(found.append):
        yield found


def said(events: list[QueryEvent]) -> list[tuple[str | None, str, int | None, int | None]]:
    """Return what must be equal everywhere, and forget it."""
    found = [(event.name, event.method, event.rows, event.sets) for event in events]
    assert all(event.seconds > 0 and event.started > 0 for event in events)
    assert all((event.location is None) == (event.name is None) for event in events)
    events.clear()
    return found


async def run_all(users: Users) -> None:
    """Run every method once; there are no users before, and ten after."""
    assert await users.add(1, "Ann", "1") == 1
    assert (await users.add_result(2, "Bob", "2")).rows_affected == 1
    await users.add_many((number, "n", str(number)) for number in range(3, 6))
    assert await users.copy([(number, "n", str(number)) for number in range(6, 11)]) == 5
    assert await users.get(1) == (1, "Ann")
    assert await users.get(99) is None
    assert len(await users.everyone()) == 10
    assert await users.name() == "Ann"
    assert await users.get_many([(1,), (99,)]) == [1, 0]
    assert await users.get_first([(1,), (2,), (99,)]) == [False, False, True]
    assert [number + 1 async for number in users.iterate()] == list(range(2, 12))


TOLD = [
    ("AddUser", "execute", 1, None),
    ("AddUser", "execute_result", 1, None),
    ("AddUser", "execute_many", None, 3),
    ("CopyUsers", "copy_rows", 5, 5),
    ("GetUser", "fetchrow", 1, None),
    ("GetUser", "fetchrow", 0, None),
    ("ListUsers", "fetch", 10, None),
    ("GetName", "fetchval", 1, None),
    ("GetUser", "fetch_many", 1, 2),
    ("GetUser", "fetchrow_many", 2, 3),
    ("ListUsers", "stream", 10, None),
]


async def test_every_command_is_told_with_its_name_place_and_rows(
    database: Database, events: list[QueryEvent]
) -> None:
    await run_all(Users(database))
    assert {event.engine for event in events} == {database.engine}
    assert {event.location for event in events if event.name == "GetUser"} == {
        "db/queries/users.sql:10"
    }
    assert {event.text for event in events if event.name == "ListUsers"} == {ALL}
    assert {event.values for event in events} == {None}
    assert {event.caller for event in events} == {None}
    assert said(events) == TOLD


async def test_queries_on_what_the_user_holds_are_told(
    held: flash_core.Connectable, events: list[QueryEvent]
) -> None:
    await run_all(Users(held))
    assert said(events) == TOLD


async def test_queries_on_a_pool_of_the_users_are_told(
    held_pool: flash_core.Connectable, events: list[QueryEvent]
) -> None:
    await run_all(Users(held_pool))
    assert said(events) == TOLD


async def test_queries_on_a_framework_are_told(
    lent: AsyncConnection | AsyncSession, events: list[QueryEvent]
) -> None:
    db = wrap(lent)
    await QueriesBase(db).fetch("SELECT 1")
    assert said(events) == [(None, "fetch", 1, None)]
    assert isinstance(db, flash_core.Connection)
    users = Users(db)
    await run_all(users)
    assert {event.engine for event in events} == {db.engine}
    assert said(events) == TOLD
    async with users.transaction() as tx:
        assert await tx.execute("DELETE FROM users WHERE id = 1") == 1
        await tx.rollback()
    assert said(events) == [(None, "execute", 1, None)]


async def test_queries_in_transactions_and_savepoints_are_told_once(
    database: Database, events: list[QueryEvent]
) -> None:
    db, done = QueriesBase(database), list[int]()
    async with db.transaction() as tx:
        tx.on_commit(lambda: done.append(1))
        await tx.execute("INSERT INTO users VALUES (1, 'n', '1')")
        async with tx.transaction() as inner:
            await inner.execute("INSERT INTO users VALUES (2, 'n', '2')")
            await inner.rollback()
        assert await tx.fetch("SELECT id FROM users") == [(1,)]
    assert done == [1]
    assert said(events) == [(None, "execute", 1, None)] * 2 + [(None, "fetch", 1, None)]


async def test_a_hook_may_come_and_go_while_a_transaction_is_open(memory: Database) -> None:
    db, events = QueriesBase(memory), list[QueryEvent]()
    async with db.transaction() as tx:
        await tx.execute("INSERT INTO users VALUES (1, 'n', '1')")
        watch = on_query(events.append)
        await tx.execute("INSERT INTO users VALUES (2, 'n', '2')")
        async with tx.transaction() as inner:
            await inner.execute("INSERT INTO users VALUES (3, 'n', '3')")
            watch.close()
            watch.close()
            await inner.execute("INSERT INTO users VALUES (4, 'n', '4')")
        await tx.execute("INSERT INTO users VALUES (5, 'n', '5')")
    assert [event.text[26] for event in events] == ["2", "3"]
    assert await db.fetchval("SELECT count(*) FROM users") == 5


async def test_what_was_lent_while_a_hook_was_set_still_works_afterwards(
    memory: Database,
) -> None:
    db = QueriesBase(memory)
    with on_query(lambda _: None):
        lent = db.db
        other = QueriesBase(lent)
        assert wrap(lent) is memory
        assert getattr(lent, "stats") == memory.stats  # noqa: B009 - not of every connection
    assert db.db is memory
    assert other.db is memory
    async with lent.transaction() as tx:
        await tx.execute("INSERT INTO users VALUES (1, 'n', '1')")
    assert [tuple(row) for row in await lent.fetch(NAMES)] == [("n",)]


def test_without_hooks_nothing_stands_between_queries_and_the_database() -> None:
    class Plain:
        __slots__ = ("db",)

    slot, plain = QueriesBase.__dict__["db"], Plain.__dict__["db"]
    assert type(slot) is type(plain)
    first, second = on_query(print), on_query(print)
    first.close()
    assert type(QueriesBase.__dict__["db"]) is property
    second.close()
    assert QueriesBase.__dict__["db"] is slot


async def test_retry_works_and_every_attempt_is_told(
    memory: Database, events: list[QueryEvent]
) -> None:
    attempts = 0

    async def work(tx: QueriesBase) -> int:
        nonlocal attempts
        attempts += 1
        await tx.execute("INSERT INTO users VALUES (1, 'n', '1')")
        if attempts == 1:
            message = "again"
            raise flash_core.Deadlock(message)
        return attempts

    db = QueriesBase(memory)
    assert await flash_core.retry(db, work) == 2
    assert said(events) == [(None, "execute", 1, None)] * 2
    async with db.transaction() as tx:
        with pytest.raises(flash_core.ProgrammingError, match="retry"):
            await flash_core.retry(tx, work)


async def test_a_failure_is_told_and_raised(database: Database, events: list[QueryEvent]) -> None:
    users = Users(database)
    await users.add(1, "Ann", "1")
    events.clear()
    calls: list[tuple[str, tuple[object, ...]]] = [
        ("add", (1, "Ann", "1")),
        ("add_result", (1, "Ann", "1")),
        ("add_many", ([(2, "n", "2"), (1, "n", "1")],)),
        ("copy", ([(2, "n", "2"), (1, "n", "1")],)),
        *((method, ("SELECT nothing FROM users",)) for method in ("fetch", "fetchrow", "fetchval")),
    ]
    errors: list[flash_core.DatabaseError] = []
    for method, args in calls:
        with pytest.raises(flash_core.DatabaseError) as caught:
            await getattr(users, method)(*args)
        errors.append(caught.value)
    assert [event.error for event in events] == errors
    assert [error.query_name for error in errors[:4]] == ["AddUser"] * 3 + ["CopyUsers"]
    assert [type(error) for error in errors[:4]] == [flash_core.UniqueViolation] * 4
    assert [sets for *_, sets in said(events)] == [None, None, 2, 2, None, None, None]
    assert await users.everyone() == [(1, "Ann")]


async def test_a_loop_that_ends_early_is_told_with_the_rows_so_far(
    database: Database, events: list[QueryEvent]
) -> None:
    users = Users(database)
    await users.copy([(number, "n", str(number)) for number in range(1201)])
    events.clear()
    async with aclosing(users.iterate()) as ids:
        async for _ in ids:
            break
    ((name, _, rows, _),) = said(events)
    assert name == "ListUsers"
    assert rows is not None
    assert 1 <= rows < 1201

    with pytest.raises(KeyError):
        async with aclosing(users.iterate()) as ids:
            async for number in ids:
                raise KeyError(number)
    assert [event.error for event in events] == [None]


async def test_values_are_told_to_who_asks_only(memory: Database, events: list[QueryEvent]) -> None:
    users, others = Users(memory), list[QueryEvent]()
    with on_query(others.append, values=True):
        await users.add(1, "Ann", "1")
        await users.get(1)
    assert [event.values for event in others] == [(1, "Ann", "1"), (1,)]
    assert [event.values for event in events] == [None, None]


async def test_a_hook_that_fails_harms_nobody(
    memory: Database, caplog: pytest.LogCaptureFixture
) -> None:
    db, events = QueriesBase(memory), list[QueryEvent]()

    def fail(event: QueryEvent) -> None:
        raise KeyError(event.text)

    with on_query(fail), on_query(events.append):
        await db.execute("INSERT INTO users VALUES (1, 'n', '1')")
        assert await db.fetchval("SELECT count(*) FROM users") == 1
        with pytest.raises(flash_core.UniqueViolation):
            await db.execute("INSERT INTO users VALUES (1, 'n', '1')")
    assert len(events) == 3
    records = [record for record in caplog.records if record.name == "flash"]
    assert [record.levelno for record in records] == [logging.ERROR] * 3
    assert all("fail" in record.getMessage() and record.exc_info for record in records)


async def show_all(users: Users, ids: list[int]) -> None:
    for number in ids:
        await users.get(number)


async def test_a_query_in_a_loop_is_detected_with_its_place_and_the_callers(
    memory: Database,
) -> None:
    users = Users(memory)
    with pytest.raises(flash_core.RepeatedQueries) as caught, detect_repeats():
        await users.everyone()
        await show_all(users, [1, 2, 3])
    (repeat,) = caught.value.repeats
    assert (repeat.name, repeat.location, repeat.times) == ("GetUser", "db/queries/users.sql:10", 3)
    assert repeat.caller is not None
    assert (repeat.caller.path, repeat.caller.function) == (__file__, "show_all")
    place = f"{__file__}:{repeat.caller.line}"
    text = f"{place}: ran 3 times: query GetUser (db/queries/users.sql:10)\n  = help: "
    assert str(caught.value).startswith(text)


async def test_what_is_allowed_or_rare_is_not_detected(memory: Database) -> None:
    users = Users(memory)
    with detect_repeats():
        await show_all(users, [1, 2])
        await users.get(1)
        await users.get_many([(1,), (2,), (3,)])
    with detect_repeats(times=4):
        await show_all(users, [1, 2, 3])
    with detect_repeats(allow=["GetUser"]):
        await show_all(users, [1, 2, 3])
    with pytest.raises(flash_core.RepeatedQueries), detect_repeats(times=2):
        await show_all(users, [1, 2])
    with pytest.raises(ValueError, match="times is 1"), detect_repeats(times=1):
        pass


async def test_sql_that_is_not_generated_is_detected_by_its_text(memory: Database) -> None:
    db = QueriesBase(memory)
    with pytest.raises(flash_core.RepeatedQueries, match="3 times: SELECT count"), detect_repeats():
        for number in (1, 2, 3):
            await db.fetchval("SELECT count(*)\nFROM users")
            await db.fetchval(f"SELECT {number}")
    with detect_repeats():
        async with db.transaction() as tx:
            await tx.fetchval("SELECT count(*) FROM users")
        await db.fetchval("SELECT count(*) FROM users")
        await db.fetchval("SELECT count(*) FROM users")


async def test_the_failure_of_the_block_is_the_one_to_see(memory: Database) -> None:
    users = Users(memory)
    with pytest.raises(KeyError), detect_repeats():
        await show_all(users, [1, 2, 3])
        raise KeyError
