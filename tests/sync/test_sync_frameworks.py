# Generated from tests/database/test_frameworks.py by `nox -s unasync`: edit that file.
"""Joining what SQLAlchemy lends."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

import flash_sync
from flash_sync import Sql, wrap

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine
    from sqlalchemy.orm.session import Session

pytestmark = pytest.mark.anyio

IDS = Sql[tuple[int]]("SELECT id FROM users ORDER BY id")


def add(connection: flash_sync.DatabaseConnection, number: int) -> None:
    connection.execute(f"INSERT INTO users VALUES ({number}, 'n', '{number}')")


def ids(connection: flash_sync.DatabaseConnection) -> list[int]:
    return [number for (number,) in connection.fetch(IDS)]


def seen(engine: Engine) -> list[int]:
    """Return the ids that others see."""
    with engine.connect() as other:
        return list((other.execute(text(IDS))).scalars())


class Refused(Exception):
    """Something that goes wrong in a block."""


def test_what_is_written_is_committed_by_the_user_alone(
    lent: Connection | Session, engine: Engine
) -> None:
    db = wrap(lent)
    add(db, 1)
    assert seen(engine) == []
    lent.rollback()
    assert ids(db) == []
    add(db, 2)
    lent.commit()
    assert seen(engine) == [2]
    assert ids(db) == [2]


def test_both_see_what_the_other_has_written(lent: Connection | Session, engine: Engine) -> None:
    db = wrap(lent)
    lent.execute(text("INSERT INTO users VALUES (1, 'n', '1')"))
    assert ids(db) == [1]
    add(db, 2)
    assert list((lent.execute(text(IDS))).scalars()) == [1, 2]
    lent.rollback()
    assert seen(engine) == []


@pytest.mark.parametrize("first", ["nothing", "a read", "a write"])
def test_our_transactions_are_savepoints_in_theirs(
    lent: Connection | Session, engine: Engine, first: str
) -> None:
    db = wrap(lent)
    if first == "a read":
        assert ids(db) == []
    elif first == "a write":
        add(db, 9)
    with db.transaction() as tx:
        add(tx, 1)
        with pytest.raises(Refused):
            with tx.transaction() as inner:
                add(inner, 2)
                raise Refused
    with pytest.raises(flash_sync.UniqueViolation):
        with db.transaction() as tx:
            add(tx, 3)
            add(tx, 1)
    expected = [1, 9] if first == "a write" else [1]
    assert ids(db) == expected
    assert seen(engine) == []
    lent.commit()
    assert seen(engine) == expected


def test_a_transaction_of_theirs_in_a_block_is_joined(
    lent: Connection | Session, engine: Engine
) -> None:
    with pytest.raises(Refused):
        with lent.begin():
            add(wrap(lent), 1)
            raise Refused
    with lent.begin():
        add(wrap(lent), 2)
    assert seen(engine) == [2]


def test_a_session_of_ours_is_refused_after_its_block(
    lent: Connection | Session,
) -> None:
    db = wrap(lent)
    with db.transaction() as tx:
        add(tx, 1)
    with pytest.raises(flash_sync.ProgrammingError, match="is over"):
        add(tx, 2)


def test_isolation_is_theirs_to_choose(lent: Connection | Session) -> None:
    with pytest.raises(flash_sync.ProgrammingError, match="outermost"):
        with wrap(lent).transaction(isolation="serializable"):
            pass


def test_rows_are_streamed_in_their_transaction(lent: Connection | Session, engine: Engine) -> None:
    db = wrap(lent)
    add(db, 1)
    with closing(db.stream(IDS)) as chunks:
        assert [row[0] for rows in chunks for row in rows] == [1]
    assert seen(engine) == []
    lent.rollback()
    assert ids(db) == []


def test_under_autocommit_each_call_and_each_transaction_commits(
    engine: Engine,
) -> None:
    with engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT")
        db = wrap(connection)
        add(db, 1)
        assert seen(engine) == [1]
        with pytest.raises(Refused):
            with db.transaction() as tx:
                add(tx, 2)
                raise Refused
        with db.transaction() as tx:
            add(tx, 3)
        assert seen(engine) == [1, 3]


def test_what_sqlalchemy_refuses_is_our_error(engine: Engine) -> None:
    with engine.connect() as connection:
        db = wrap(connection)
    with pytest.raises(flash_sync.ProgrammingError, match="closed") as caught:
        add(db, 1)
    assert caught.value.__cause__ is not None


def test_a_batch_belongs_to_their_transaction(lent: Connection | Session, engine: Engine) -> None:
    db = wrap(lent)
    insert = Sql[tuple[int]]("INSERT INTO users VALUES (5, 'n', 'e') RETURNING id")
    found = db.fetchrow_many(insert, [()], tuple)
    assert [row and tuple(row) for row in found] == [(5,)]
    with pytest.raises(flash_sync.IntegrityError):
        db.execute_many(insert, [()], tuple)
    assert [[tuple(row) for row in rows] for rows in db.fetch_many(IDS, [()], tuple)] == [[(5,)]]
    assert seen(engine) == []
    lent.commit()
    assert seen(engine) == [5]


def test_a_savepoint_in_their_transaction_can_be_rolled_back_but_calls_nothing_back(
    lent: Connection | Session, engine: Engine
) -> None:
    queries = flash_sync.QueriesBase(wrap(lent))
    add(queries.db, 1)
    with queries.transaction() as tx:
        add(tx.db, 2)
        with pytest.raises(flash_sync.ProgrammingError, match="without Flash"):
            tx.on_commit(list)
        tx.rollback()
        with pytest.raises(flash_sync.ProgrammingError, match="is over"):
            add(tx.db, 3)
    lent.commit()
    assert seen(engine) == [1]
