"""Threads that use one database or one transaction at the same time; written by hand."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

import flash_core
import flash_sync
from flash_sync._compat import Slots, sleep

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COUNT = flash_sync.Sql[tuple[int]]("SELECT count(*) FROM users")


def test_two_threads_at_once_on_a_transaction_are_told_both_queries(
    database: flash_sync.Database,
) -> None:
    with database.transaction() as tx:
        # Another thread, in the middle of its statement.
        slow = "SELECT slow()"
        flash_sync.name_queries("db/slow.sql", {slow: ("Slow", 7)})
        tx.use.take(slow)
        errors: list[flash_sync.ProgrammingError] = []

        def work() -> None:
            try:
                tx.fetchval(COUNT)
            except flash_sync.ProgrammingError as error:
                errors.append(error)

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        tx.use.query = None
        assert tx.fetchval(COUNT) == 0
    (error,) = errors
    assert "running: Slow (db/slow.sql:7)" in str(error)
    assert f"refused: {COUNT}" in str(error)


def test_a_statement_of_another_thread_ends_before_the_next_one(
    held: flash_sync.Connectable,
) -> None:
    db = flash_sync.wrap(held)
    if type(held).__module__ == "sqlite3":
        pytest.skip("a connection of the user's is bound to its thread")
    with pytest.raises(flash_sync.ProgrammingError, match="two statements"), db.transaction() as tx:
        assert isinstance(tx, flash_sync.Session)
        tx.use.take("SELECT slow()")
        tx.fetchval(COUNT)


def test_the_thread_that_has_waited_longest_gets_the_next_slot() -> None:
    slots = Slots(1)
    assert slots.acquire(0)
    served: list[int] = []

    def work(number: int) -> None:
        assert slots.acquire(60)
        served.append(number)
        slots.release()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(5)]
    for number, thread in enumerate(threads, 1):
        thread.start()
        while slots.waiting < number:
            sleep(0.001)
    assert not slots.acquire(0)
    assert slots.waiting == 5
    slots.release()
    for thread in threads:
        thread.join()
    assert served == list(range(5))
    assert slots.acquire(0)


def two_threads(*works: Callable[[], object]) -> list[BaseException]:
    """Run two pieces of work at once; return what they raised."""
    errors: list[BaseException] = []

    def run(work: Callable[[], object]) -> None:
        try:
            work()
        except flash_core.FlashError as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors


@pytest.mark.parametrize("again", [False, True])
def test_a_deadlock_of_two_threads_is_told_to_one_or_run_again(
    database: flash_sync.Database, again: bool
) -> None:
    if database.engine is flash_sync.Engine.SQLITE:
        pytest.skip("SQLite lets one transaction write at a time")
    database.execute("INSERT INTO users VALUES (1, 'n', '1'), (2, 'n', '2')")
    meeting = threading.Barrier(2)

    def change(first: int, second: int) -> None:
        attempts: list[None] = []

        def work(tx: flash_sync.Connection) -> None:
            attempts.append(None)
            tx.execute(f"UPDATE users SET name = concat(name, 'x') WHERE id = {first}")
            if len(attempts) == 1:
                meeting.wait(30)
            tx.execute(f"UPDATE users SET name = concat(name, 'x') WHERE id = {second}")

        flash_sync.retry(database, work, attempts=9 if again else 1)

    errors = two_threads(lambda: change(1, 2), lambda: change(2, 1))
    assert [type(error) for error in errors] == ([] if again else [flash_core.Deadlock])
    names = database.fetch(flash_sync.Sql[tuple[str]]("SELECT name FROM users"))
    assert {name for (name,) in names} == ({"nxx"} if again else {"nx"})
    assert (database.stats().in_use, database.stats().waiting) == (0, 0)


@pytest.mark.parametrize("again", [False, True])
def test_a_serialization_failure_of_two_threads_is_told_to_one_or_run_again(
    postgresql: flash_sync.Database, again: bool
) -> None:
    postgresql.execute("CREATE TABLE posts (id int)")
    count = flash_sync.Sql[tuple[int]]("SELECT count(*) FROM posts")
    meeting = threading.Barrier(2)

    def append() -> None:
        attempts: list[None] = []

        def work(tx: flash_sync.Connection) -> None:
            attempts.append(None)
            number = tx.fetchval(count)
            if len(attempts) == 1:
                meeting.wait(30)
            tx.execute(f"INSERT INTO posts VALUES ({number})")

        attempts_allowed = 9 if again else 1
        flash_sync.retry(postgresql, work, attempts=attempts_allowed, isolation="serializable")

    errors = two_threads(append, append)
    assert [type(error) for error in errors] == ([] if again else [flash_core.SerializationFailure])
    assert postgresql.fetchval(count) == (2 if again else 1)
    assert (postgresql.stats().in_use, postgresql.stats().waiting) == (0, 0)


def test_many_threads_look_rows_up_at_the_same_time(tmp_path: Path) -> None:
    name = flash_sync.Sql[tuple[str, int]]("SELECT name, id FROM users WHERE id = ?1")
    found: list[object] = []
    with flash_sync.connect(f"sqlite:///{tmp_path}/a.db", inline=True) as database:
        database.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)")
        for number in range(6):
            database.execute("INSERT INTO users VALUES (?1, ?2)", number, f"user {number}")

        def look_up(number: int) -> None:
            rows = {database.fetchrow(name, number) for _ in range(300)}
            found.append(rows == {(f"user {number}", number)})

        threads = [threading.Thread(target=look_up, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == [True] * 6
