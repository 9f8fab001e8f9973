"""Threads that use one transaction at the same time; written by hand."""

from __future__ import annotations

import threading

import pytest

import flash_sync

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
