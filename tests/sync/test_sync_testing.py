# Generated from tests/database/test_testing.py by `nox -s unasync`: edit that file.
"""A database that forgets what a test did."""

from __future__ import annotations

import pytest

import flash_sync
from flash_sync import Database, Sql
from flash_sync.testing import rolled_back

pytestmark = pytest.mark.anyio

IDS = Sql[tuple[int]]("SELECT id FROM users ORDER BY id")


def add(connection: flash_sync.DatabaseConnection, number: int) -> None:
    connection.execute(f"INSERT INTO users VALUES ({number}, 'n', '{number}')")


def ids(connection: flash_sync.DatabaseConnection) -> list[int]:
    return [number for (number,) in connection.fetch(IDS)]


def test_what_a_program_commits_in_a_test_is_forgotten(database: Database) -> None:
    with rolled_back(database) as db:
        add(db, 1)
        with db.transaction() as tx:
            add(tx, 2)
        with pytest.raises(flash_sync.UniqueViolation):
            with db.transaction() as tx:
                add(tx, 3)
                add(tx, 1)
        assert ids(db) == [1, 2]
    assert ids(database) == []


def test_it_is_forgotten_when_the_test_fails(database: Database) -> None:
    with pytest.raises(flash_sync.UniqueViolation):
        with rolled_back(database) as db:
            add(db, 1)
            add(db, 1)
    assert ids(database) == []


def test_a_connection_that_the_user_holds_is_left_as_it_was(
    held: flash_sync.Connectable,
) -> None:
    with rolled_back(held) as db:
        add(db, 1)
        assert ids(db) == [1]
    assert ids(flash_sync.wrap(held)) == []


def test_a_url_is_opened_and_closed(url: str) -> None:
    with rolled_back(url) as db:
        assert db.fetchval(Sql[tuple[int]]("SELECT 1")) == 1
    with pytest.raises(flash_sync.ProgrammingError, match="is over"):
        db.fetchval(Sql[tuple[int]]("SELECT 1"))


def test_what_is_no_connection_of_a_driver_is_refused() -> None:
    class Fake:
        execute = fetch = fetchrow = fetchval = transaction = print

    with pytest.raises(TypeError, match="Fake"):
        with rolled_back(Fake()):  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - the point
            pass
