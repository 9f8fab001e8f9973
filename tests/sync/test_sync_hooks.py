# Generated from tests/database/test_hooks.py by `nox -s unasync`: edit that file.
"""What hooks are told of the queries of a process."""

from __future__ import annotations

import logging
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

import flash_sync
from flash_sync import (
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
    from collections.abc import Generator, Iterator

    from sqlalchemy.engine import Connection
    from sqlalchemy.orm.session import Session

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

    def __init__(self, db: flash_sync.Connectable) -> None:
        connection = wrap(db)
        super().__init__(connection)
        assert isinstance(connection, flash_sync.Connection)
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

    def get(self, id: int) -> tuple[int, str] | None:  # noqa: A002 - as it is generated
        row = self.db.fetchrow(self.get_user, id)
        return None if row is None else (row[0], row[1])

    def everyone(self) -> list[tuple[int, str]]:
        return [(row[0], row[1]) for row in self.db.fetch(ALL)]

    def name(self) -> str | None:
        return self.db.fetchval(NAMES)

    def add(self, *user: object) -> int:
        return self.db.execute(self.add_user, *user)

    def add_result(self, *user: object) -> flash_sync.ExecResult:
        return self.db.execute_result(self.add_user, *user)

    def iterate(self) -> Generator[int]:
        with closing(self.db.stream(ALL)) as chunks:
            for rows in chunks:
                for row in rows:
                    yield row[0]

    def add_many(self, users: flash_sync.Batch[tuple[object, ...]]) -> None:
        self.db.execute_many(self.add_user, users, tuple)

    def get_many(self, ids: flash_sync.Batch[tuple[object, ...]]) -> list[int]:
        return [len(rows) for rows in self.db.fetch_many(self.get_user, ids, tuple)]

    def get_first(self, ids: flash_sync.Batch[tuple[object, ...]]) -> list[bool]:
        found = self.db.fetchrow_many(self.get_user, ids, tuple)
        return [row is None for row in found]

    def copy(self, users: flash_sync.Batch[tuple[object, ...]]) -> int:
        return self.db.copy_rows(USERS, users, tuple)


@pytest.fixture
def memory() -> Iterator[Database]:
    """A database for what has nothing to do with drivers."""
    with flash_sync.connect("sqlite://:memory:") as database:
        database.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT)")
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


def run_all(users: Users) -> None:
    """Run every method once; there are no users before, and ten after."""
    assert users.add(1, "Ann", "1") == 1
    assert (users.add_result(2, "Bob", "2")).rows_affected == 1
    users.add_many((number, "n", str(number)) for number in range(3, 6))
    assert users.copy([(number, "n", str(number)) for number in range(6, 11)]) == 5
    assert users.get(1) == (1, "Ann")
    assert users.get(99) is None
    assert len(users.everyone()) == 10
    assert users.name() == "Ann"
    assert users.get_many([(1,), (99,)]) == [1, 0]
    assert users.get_first([(1,), (2,), (99,)]) == [False, False, True]
    assert [number + 1 for number in users.iterate()] == list(range(2, 12))


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


def test_every_command_is_told_with_its_name_place_and_rows(
    database: Database, events: list[QueryEvent]
) -> None:
    run_all(Users(database))
    assert {event.engine for event in events} == {database.engine}
    assert {event.location for event in events if event.name == "GetUser"} == {
        "db/queries/users.sql:10"
    }
    assert {event.text for event in events if event.name == "ListUsers"} == {ALL}
    assert {event.values for event in events} == {None}
    assert {event.caller for event in events} == {None}
    assert said(events) == TOLD


def test_queries_on_what_the_user_holds_are_told(
    held: flash_sync.Connectable, events: list[QueryEvent]
) -> None:
    run_all(Users(held))
    assert said(events) == TOLD


def test_queries_on_a_pool_of_the_users_are_told(
    held_pool: flash_sync.Connectable, events: list[QueryEvent]
) -> None:
    run_all(Users(held_pool))
    assert said(events) == TOLD


def test_queries_on_a_framework_are_told(
    lent: Connection | Session, events: list[QueryEvent]
) -> None:
    db = wrap(lent)
    QueriesBase(db).fetch("SELECT 1")
    assert said(events) == [(None, "fetch", 1, None)]
    assert isinstance(db, flash_sync.Connection)
    users = Users(db)
    run_all(users)
    assert {event.engine for event in events} == {db.engine}
    assert said(events) == TOLD
    with users.transaction() as tx:
        assert tx.execute("DELETE FROM users WHERE id = 1") == 1
        tx.rollback()
    assert said(events) == [(None, "execute", 1, None)]


def test_queries_in_transactions_and_savepoints_are_told_once(
    database: Database, events: list[QueryEvent]
) -> None:
    db, done = QueriesBase(database), list[int]()
    with db.transaction() as tx:
        tx.on_commit(lambda: done.append(1))
        tx.execute("INSERT INTO users VALUES (1, 'n', '1')")
        with tx.transaction() as inner:
            inner.execute("INSERT INTO users VALUES (2, 'n', '2')")
            inner.rollback()
        assert tx.fetch("SELECT id FROM users") == [(1,)]
    assert done == [1]
    assert said(events) == [(None, "execute", 1, None)] * 2 + [(None, "fetch", 1, None)]


def test_a_hook_may_come_and_go_while_a_transaction_is_open(memory: Database) -> None:
    db, events = QueriesBase(memory), list[QueryEvent]()
    with db.transaction() as tx:
        tx.execute("INSERT INTO users VALUES (1, 'n', '1')")
        watch = on_query(events.append)
        tx.execute("INSERT INTO users VALUES (2, 'n', '2')")
        with tx.transaction() as inner:
            inner.execute("INSERT INTO users VALUES (3, 'n', '3')")
            watch.close()
            watch.close()
            inner.execute("INSERT INTO users VALUES (4, 'n', '4')")
        tx.execute("INSERT INTO users VALUES (5, 'n', '5')")
    assert [event.text[26] for event in events] == ["2", "3"]
    assert db.fetchval("SELECT count(*) FROM users") == 5


def test_what_was_lent_while_a_hook_was_set_still_works_afterwards(
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
    with lent.transaction() as tx:
        tx.execute("INSERT INTO users VALUES (1, 'n', '1')")
    assert [tuple(row) for row in lent.fetch(NAMES)] == [("n",)]


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


def test_retry_works_and_every_attempt_is_told(memory: Database, events: list[QueryEvent]) -> None:
    attempts = 0

    def work(tx: QueriesBase) -> int:
        nonlocal attempts
        attempts += 1
        tx.execute("INSERT INTO users VALUES (1, 'n', '1')")
        if attempts == 1:
            message = "again"
            raise flash_sync.Deadlock(message)
        return attempts

    db = QueriesBase(memory)
    assert flash_sync.retry(db, work) == 2
    assert said(events) == [(None, "execute", 1, None)] * 2
    with db.transaction() as tx:
        with pytest.raises(flash_sync.ProgrammingError, match="retry"):
            flash_sync.retry(tx, work)


def test_a_failure_is_told_and_raised(database: Database, events: list[QueryEvent]) -> None:
    users = Users(database)
    users.add(1, "Ann", "1")
    events.clear()
    calls: list[tuple[str, tuple[object, ...]]] = [
        ("add", (1, "Ann", "1")),
        ("add_result", (1, "Ann", "1")),
        ("add_many", ([(2, "n", "2"), (1, "n", "1")],)),
        ("copy", ([(2, "n", "2"), (1, "n", "1")],)),
        *((method, ("SELECT nothing FROM users",)) for method in ("fetch", "fetchrow", "fetchval")),
    ]
    errors: list[flash_sync.DatabaseError] = []
    for method, args in calls:
        with pytest.raises(flash_sync.DatabaseError) as caught:
            getattr(users, method)(*args)
        errors.append(caught.value)
    assert [event.error for event in events] == errors
    assert [error.query_name for error in errors[:4]] == ["AddUser"] * 3 + ["CopyUsers"]
    assert [type(error) for error in errors[:4]] == [flash_sync.UniqueViolation] * 4
    assert [sets for *_, sets in said(events)] == [None, None, 2, 2, None, None, None]
    assert users.everyone() == [(1, "Ann")]


def test_a_loop_that_ends_early_is_told_with_the_rows_so_far(
    database: Database, events: list[QueryEvent]
) -> None:
    users = Users(database)
    users.copy([(number, "n", str(number)) for number in range(1201)])
    events.clear()
    with closing(users.iterate()) as ids:
        for _ in ids:
            break
    ((name, _, rows, _),) = said(events)
    assert name == "ListUsers"
    assert rows is not None
    assert 1 <= rows < 1201

    with pytest.raises(KeyError):
        with closing(users.iterate()) as ids:
            for number in ids:
                raise KeyError(number)
    assert [event.error for event in events] == [None]


def test_values_are_told_to_who_asks_only(memory: Database, events: list[QueryEvent]) -> None:
    users, others = Users(memory), list[QueryEvent]()
    with on_query(others.append, values=True):
        users.add(1, "Ann", "1")
        users.get(1)
    assert [event.values for event in others] == [(1, "Ann", "1"), (1,)]
    assert [event.values for event in events] == [None, None]


def test_a_hook_that_fails_harms_nobody(memory: Database, caplog: pytest.LogCaptureFixture) -> None:
    db, events = QueriesBase(memory), list[QueryEvent]()

    def fail(event: QueryEvent) -> None:
        raise KeyError(event.text)

    with on_query(fail), on_query(events.append):
        db.execute("INSERT INTO users VALUES (1, 'n', '1')")
        assert db.fetchval("SELECT count(*) FROM users") == 1
        with pytest.raises(flash_sync.UniqueViolation):
            db.execute("INSERT INTO users VALUES (1, 'n', '1')")
    assert len(events) == 3
    records = [record for record in caplog.records if record.name == "flash"]
    assert [record.levelno for record in records] == [logging.ERROR] * 3
    assert all("fail" in record.getMessage() and record.exc_info for record in records)


def show_all(users: Users, ids: list[int]) -> None:
    for number in ids:
        users.get(number)


def test_a_query_in_a_loop_is_detected_with_its_place_and_the_callers(
    memory: Database,
) -> None:
    users = Users(memory)
    with pytest.raises(flash_sync.RepeatedQueries) as caught, detect_repeats():
        users.everyone()
        show_all(users, [1, 2, 3])
    (repeat,) = caught.value.repeats
    assert (repeat.name, repeat.location, repeat.times) == ("GetUser", "db/queries/users.sql:10", 3)
    assert repeat.caller is not None
    assert (repeat.caller.path, repeat.caller.function) == (__file__, "show_all")
    place = f"{__file__}:{repeat.caller.line}"
    text = f"{place}: ran 3 times: query GetUser (db/queries/users.sql:10)\n  = help: "
    assert str(caught.value).startswith(text)


def test_what_is_allowed_or_rare_is_not_detected(memory: Database) -> None:
    users = Users(memory)
    with detect_repeats():
        show_all(users, [1, 2])
        users.get(1)
        users.get_many([(1,), (2,), (3,)])
    with detect_repeats(times=4):
        show_all(users, [1, 2, 3])
    with detect_repeats(allow=["GetUser"]):
        show_all(users, [1, 2, 3])
    with pytest.raises(flash_sync.RepeatedQueries), detect_repeats(times=2):
        show_all(users, [1, 2])
    with pytest.raises(ValueError, match="times is 1"), detect_repeats(times=1):
        pass


def test_sql_that_is_not_generated_is_detected_by_its_text(memory: Database) -> None:
    db = QueriesBase(memory)
    with pytest.raises(flash_sync.RepeatedQueries, match="3 times: SELECT count"), detect_repeats():
        for number in (1, 2, 3):
            db.fetchval("SELECT count(*)\nFROM users")
            db.fetchval(f"SELECT {number}")
    with detect_repeats():
        with db.transaction() as tx:
            tx.fetchval("SELECT count(*) FROM users")
        db.fetchval("SELECT count(*) FROM users")
        db.fetchval("SELECT count(*) FROM users")


def test_the_failure_of_the_block_is_the_one_to_see(memory: Database) -> None:
    users = Users(memory)
    with pytest.raises(KeyError), detect_repeats():
        show_all(users, [1, 2, 3])
        raise KeyError
