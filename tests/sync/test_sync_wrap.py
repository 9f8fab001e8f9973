# Generated from tests/database/test_wrap.py by `nox -s unasync`: edit that file.
"""Joining connections and pools that the user holds."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from psycopg.pq import TransactionStatus
from pymysql.constants import SERVER_STATUS

import flash_sync
from flash_sync import QueriesBase, Sql, wrap

if TYPE_CHECKING:
    from collections.abc import Generator

pytestmark = pytest.mark.anyio

IDS = Sql[tuple[int]]("SELECT id FROM users ORDER BY id")


def add(connection: flash_sync.DatabaseConnection, number: int) -> None:
    connection.execute(f"INSERT INTO users VALUES ({number}, 'n', '{number}')")


def ids(connection: flash_sync.DatabaseConnection) -> list[int]:
    return [number for (number,) in connection.fetch(IDS)]


@contextmanager
def transaction(db: QueriesBase) -> Generator[QueriesBase]:
    """Hold a transaction as users write it by hand."""
    try:
        db.execute("BEGIN")
        yield db
        db.execute("COMMIT")
    except Exception:
        db.execute("ROLLBACK")
        raise


def in_transaction(held: Any) -> bool:
    if hasattr(held, "in_transaction"):
        return bool(held.in_transaction)
    if hasattr(held, "is_in_transaction"):
        return bool(held.is_in_transaction())
    if hasattr(held, "server_status"):  # the drivers of MySQL
        return bool(held.server_status & SERVER_STATUS.SERVER_STATUS_IN_TRANS)
    return bool(held.info.transaction_status != TransactionStatus.IDLE)


def begin(held: Any) -> None:
    if hasattr(held, "begin"):
        held.begin()
    else:
        held.execute("BEGIN")


def roll_back(held: Any) -> None:
    if hasattr(held, "rollback"):
        held.rollback()
    else:
        held.execute("ROLLBACK")


class Refused(Exception):
    """Something that goes wrong in a block."""


def test_each_call_on_a_held_connection_commits_by_itself(
    held: flash_sync.Connectable,
) -> None:
    db = wrap(held)
    add(db, 1)
    assert not in_transaction(held)
    assert ids(db) == [1]
    assert not in_transaction(held)
    assert db.fetchval(Sql[tuple[int]]("INSERT INTO users VALUES (2, 'n', '2') RETURNING id")) == 2
    assert not in_transaction(held)
    with pytest.raises(flash_sync.UniqueViolation):
        add(db, 2)
    assert not in_transaction(held)
    roll_back(held)
    assert ids(db) == [1, 2]


def test_rows_are_tuples_whatever_the_row_factory(held: flash_sync.Connectable) -> None:
    db = wrap(held)
    add(db, 1)
    row = db.fetchrow(Sql[tuple[int, str]]("SELECT id, name FROM users"))
    assert row is not None
    number, name = row
    assert (number, name) == (1, "n")
    assert db.fetchval(IDS) == 1


def test_a_transaction_of_the_user_is_joined_and_never_committed(
    held: flash_sync.Connectable,
) -> None:
    db = wrap(held)
    begin(held)
    add(db, 1)
    assert ids(db) == [1]
    with db.transaction() as tx:
        add(tx, 2)
    with pytest.raises(Refused):
        with db.transaction() as tx:
            add(tx, 3)
            raise Refused
    assert in_transaction(held)
    assert ids(db) == [1, 2]
    roll_back(held)
    assert ids(db) == []


def test_our_transaction_on_a_held_connection_is_committed(
    held: flash_sync.Connectable,
) -> None:
    db = wrap(held)
    with db.transaction() as tx:
        add(tx, 1)
        add(db, 2)  # the same connection
        with tx.transaction() as inner:
            add(inner, 3)
        assert in_transaction(held)
    assert not in_transaction(held)
    with pytest.raises(Refused):
        with db.transaction(isolation="serializable") as tx:
            add(tx, 4)
            raise Refused
    assert not in_transaction(held)
    with db.transaction(read_only=True) as tx:
        assert ids(tx) == [1, 2, 3]
    add(db, 5)
    assert ids(db) == [1, 2, 3, 5]


def test_a_transaction_by_hand_is_atomic_on_a_held_connection(
    held: flash_sync.Connectable,
) -> None:
    db = QueriesBase(wrap(held))
    with transaction(db) as tx:
        tx.execute("INSERT INTO users VALUES (1, 'n', '1')")
    with pytest.raises(flash_sync.UniqueViolation):
        with transaction(db) as tx:
            tx.execute("INSERT INTO users VALUES (2, 'n', '2')")
            tx.execute("INSERT INTO users VALUES (1, 'n', '1')")
    assert not in_transaction(held)
    assert db.fetch(IDS) == [(1,)]


def test_a_transaction_by_hand_is_refused_on_a_held_pool(
    held_pool: flash_sync.Connectable,
) -> None:
    db = QueriesBase(wrap(held_pool))
    with pytest.raises(flash_sync.ProgrammingError, match=r"db\.transaction\(\) as tx:"):
        with transaction(db):
            pass


def test_a_held_pool_commits_each_call_and_has_transactions(
    held_pool: flash_sync.Connectable,
) -> None:
    db = wrap(held_pool)
    add(db, 1)
    with pytest.raises(Refused):
        with db.transaction() as tx:
            add(tx, 2)
            with db.transaction() as other:
                assert ids(other) == [1]
            raise Refused
    with db.transaction(isolation="serializable") as tx:
        add(tx, 3)
    for _ in range(10):  # more often than there are connections
        assert ids(db) == [1, 3]


def test_wrapping_twice_changes_nothing(url: str, held: flash_sync.Connectable) -> None:
    database = flash_sync.connect(url)
    assert wrap(database) is database
    db = wrap(held)
    assert wrap(db) is db
    assert wrap(QueriesBase(db)) is db


def test_an_object_with_the_methods_is_taken_as_it_is() -> None:
    class Fake:
        execute = fetch = fetchrow = fetchval = transaction = print

    fake = Fake()
    assert wrap(fake) is fake  # type: ignore[arg-type, comparison-overlap]  # pyright: ignore[reportArgumentType] - looser than the protocol


@pytest.mark.parametrize("thing", [42, "postgres://localhost/x", None, object(), int])
def test_anything_else_is_refused_with_a_list_of_what_is_taken(thing: object) -> None:
    with pytest.raises(TypeError, match=r"connect\(url\)"):
        wrap(thing)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - the point


@pytest.mark.parametrize(
    ("module", "name", "advice"),
    [
        ("psycopg2.extensions", "connection", r"psycopg 3: pip install 'psycopg\[binary\]'"),
        ("psycopg2.pool", "SimpleConnectionPool", "psycopg 3"),
        ("MySQLdb.connections", "Connection", r"PyMySQL: .*pymysql\.install_as_MySQLdb\(\)"),
        ("mysql.connector.connection", "MySQLConnection", "PyMySQL or aiomysql"),
    ],
)
def test_a_driver_flash_does_not_run_on_is_refused_with_the_one_to_use(
    module: str, name: str, advice: str
) -> None:
    thing: Any = type(name, (), {"__module__": module})()
    with pytest.raises(TypeError, match=rf"cannot run queries on {module}\.{name}: use {advice}"):
        wrap(thing)


def test_a_thing_of_the_other_package_is_refused(foreign: tuple[object, str]) -> None:
    thing, package = foreign
    with pytest.raises(TypeError, match=f"use {package}"):
        wrap(thing)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - the point
