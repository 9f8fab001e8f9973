# Generated from tests/database/test_transactions.py by `nox -s unasync`: edit that file.
"""Transactions and savepoints, on every driver."""

from __future__ import annotations

import pytest

import flash_sync
from flash_sync import Database, Sql

pytestmark = pytest.mark.anyio

IDS = Sql[tuple[int]]("SELECT id FROM users ORDER BY id")


def add(connection: flash_sync.Connection, number: int) -> None:
    connection.execute(f"INSERT INTO users VALUES ({number}, 'n', '{number}')")


def ids(connection: flash_sync.DatabaseConnection) -> list[int]:
    return [number for (number,) in connection.fetch(IDS)]


class Refused(Exception):
    """Something that goes wrong in a block."""


def test_a_transaction_commits_at_the_end_of_its_block(database: Database) -> None:
    with database.transaction() as tx:
        add(tx, 1)
        add(tx, 2)
    assert ids(database) == [1, 2]


def test_an_exception_rolls_back_and_passes_through(database: Database) -> None:
    with pytest.raises(Refused):
        with database.transaction() as tx:
            add(tx, 1)
            raise Refused
    assert ids(database) == []


def test_an_inner_transaction_rolls_back_alone(database: Database) -> None:
    with database.transaction() as tx:
        add(tx, 1)
        with pytest.raises(Refused):
            with tx.transaction() as inner:
                add(inner, 2)
                with inner.transaction() as innermost:
                    add(innermost, 3)
                raise Refused
        with tx.transaction() as inner:
            add(inner, 4)
    assert ids(database) == [1, 4]


def test_an_error_inside_a_savepoint_leaves_the_outer_transaction_usable(
    database: Database,
) -> None:
    with database.transaction() as tx:
        add(tx, 1)
        with pytest.raises(flash_sync.UniqueViolation):
            with tx.transaction() as inner:
                add(inner, 1)
        add(tx, 2)
    assert ids(database) == [1, 2]


def test_a_transaction_that_is_over_refuses_every_call(database: Database) -> None:
    with database.transaction() as tx:
        add(tx, 1)
        with tx.transaction() as inner:
            add(inner, 2)
        with pytest.raises(flash_sync.ProgrammingError, match="over"):
            add(inner, 3)
        add(tx, 4)
    for call in (tx.execute, tx.fetch, tx.fetchrow, tx.fetchval):
        with pytest.raises(flash_sync.ProgrammingError, match="over"):
            call(IDS)
    with pytest.raises(flash_sync.ProgrammingError, match="over"):
        with tx.transaction():
            pass
    assert ids(database) == [1, 2, 4]


def test_a_transaction_is_entered_once(database: Database) -> None:
    transaction = database.transaction()
    with transaction:
        pass
    with pytest.raises(flash_sync.ProgrammingError, match="already"):
        with transaction:
            pass


@pytest.mark.parametrize("isolation", ["read committed", "repeatable read", "serializable"])
def test_every_isolation_level_can_be_asked_for(
    database: Database, isolation: flash_sync.Isolation
) -> None:
    with database.transaction(isolation=isolation) as tx:
        add(tx, 1)
        if database.engine is flash_sync.Engine.POSTGRESQL:
            shown = tx.fetchval(Sql[tuple[str]]("SHOW transaction_isolation"))
            assert shown == isolation
    assert ids(database) == [1]


def test_an_unknown_isolation_level_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="serializable"):
        database.transaction(isolation="chaos")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - the point


def test_a_read_only_transaction_refuses_to_write(database: Database) -> None:
    with database.transaction() as tx:
        add(tx, 1)
    with pytest.raises(flash_sync.DatabaseError):
        with database.transaction(read_only=True) as tx:
            assert ids(tx) == [1]
            add(tx, 2)
    with database.transaction() as tx:
        add(tx, 3)
    assert ids(database) == [1, 3]


def test_only_the_outermost_transaction_has_modes(database: Database) -> None:
    with database.transaction() as tx:
        with pytest.raises(flash_sync.ProgrammingError, match="outermost"):
            with tx.transaction(read_only=True):
                pass
        add(tx, 1)
    assert ids(database) == [1]


def test_a_commit_that_fails_rolls_back_and_says_why(database: Database) -> None:
    if database.engine is flash_sync.Engine.MYSQL:
        pytest.skip("MySQL has no deferred constraints")
    deferred = "INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED"
    database.execute(f"CREATE TABLE later (user_id {deferred})")
    with pytest.raises(flash_sync.ForeignKeyViolation):
        with database.transaction() as tx:
            tx.execute("INSERT INTO later VALUES (99)")
    with database.transaction() as tx:
        add(tx, 1)
        assert tx.fetch(Sql[tuple[int]]("SELECT user_id FROM later")) == []


def test_a_deferred_violation_of_a_single_call_is_raised(database: Database) -> None:
    if database.engine is flash_sync.Engine.MYSQL:
        pytest.skip("MySQL has no deferred constraints")
    deferred = "INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED"
    database.execute(f"CREATE TABLE later (user_id {deferred})")
    insert = "INSERT INTO later VALUES (98), (99) RETURNING user_id"
    for call in (database.execute, database.fetch, database.fetchrow, database.fetchval):
        with pytest.raises(flash_sync.ForeignKeyViolation):
            call(Sql[tuple[int]](insert))
    assert database.fetch(Sql[tuple[int]]("SELECT user_id FROM later")) == []


def test_a_failure_that_was_swallowed_is_not_reported_as_committed(
    postgresql: Database,
) -> None:
    postgresql.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, a TEXT, b TEXT)")
    with pytest.raises(flash_sync.OperationalError, match="nothing was committed"):
        with postgresql.transaction() as tx:
            add(tx, 1)
            with pytest.raises(flash_sync.UniqueViolation):
                add(tx, 1)
    assert ids(postgresql) == []


def test_a_script_inside_a_transaction_rolls_back_with_it(database: Database) -> None:
    if database.engine is flash_sync.Engine.MYSQL:
        pytest.skip("MySQL commits when a table is made")
    with pytest.raises(Refused):
        with database.transaction() as tx:
            tx.execute_script("CREATE TABLE made (id INTEGER); INSERT INTO made VALUES (1);")
            assert tx.fetchval(Sql[tuple[int]]("SELECT id FROM made")) == 1
            raise Refused
    with pytest.raises(flash_sync.ProgrammingError):
        database.fetch(Sql[tuple[int]]("SELECT id FROM made"))


def test_no_free_connection_is_a_pool_timeout(url: str) -> None:
    with flash_sync.connect(url, max_size=1, timeout=0.2) as database:
        with database.transaction():
            with pytest.raises(flash_sync.PoolTimeout):
                with database.transaction():
                    pass
        with database.transaction() as tx:
            assert tx.fetchval(Sql[tuple[int]]("SELECT 1")) == 1


def test_rollback_undoes_and_ends_a_transaction_while_its_block_goes_on(
    database: Database,
) -> None:
    with database.transaction() as tx:
        add(tx, 1)
        tx.rollback()
        with pytest.raises(flash_sync.ProgrammingError, match="over"):
            add(tx, 2)
        with pytest.raises(flash_sync.ProgrammingError, match="over"):
            tx.rollback()
        add(database, 3)  # its connection is free again
    assert ids(database) == [3]


def test_rollback_of_a_savepoint_leaves_the_outer_transaction(database: Database) -> None:
    with database.transaction() as tx:
        add(tx, 1)
        with tx.transaction() as inner:
            add(inner, 2)
            inner.rollback()
        add(tx, 3)
    assert ids(database) == [1, 3]


def test_rollback_ends_the_savepoints_inside(database: Database) -> None:
    with database.transaction() as tx:
        add(tx, 1)
        with tx.transaction() as inner:
            add(inner, 2)
            tx.rollback()
            with pytest.raises(flash_sync.ProgrammingError, match="over"):
                add(inner, 3)
    assert ids(database) == []


def test_callbacks_are_called_in_order_after_the_outermost_commit(
    database: Database,
) -> None:
    called: list[object] = []
    with database.transaction() as tx:
        add(tx, 1)
        tx.on_commit(lambda: called.append("first"))
        with tx.transaction() as inner:
            inner.on_commit(lambda: called.append("second"))
        with tx.transaction() as undone:
            undone.on_commit(lambda: called.append("undone"))
            undone.rollback()

        def look() -> None:
            called.append(ids(database))

        tx.on_commit(look)
        assert called == []
    assert called == ["first", "second", [1]]


def test_no_callback_is_called_after_a_rollback(database: Database) -> None:
    called: list[str] = []
    with pytest.raises(Refused):
        with database.transaction() as tx:
            tx.on_commit(lambda: called.append("raised"))
            raise Refused
    with database.transaction() as tx:
        tx.on_commit(lambda: called.append("rolled back"))
        tx.rollback()
    with pytest.raises(Refused):
        with database.transaction() as tx:
            with tx.transaction() as inner:
                inner.on_commit(lambda: called.append("outer"))
            raise Refused
    assert called == []


def test_a_callback_that_fails_stops_neither_the_others_nor_the_commit(
    database: Database,
) -> None:
    called: list[str] = []

    def fail() -> None:
        raise Refused

    with pytest.raises(Refused):
        with database.transaction() as tx:
            add(tx, 1)
            tx.on_commit(fail)
            tx.on_commit(lambda: called.append("other"))
    with pytest.raises(ExceptionGroup, match="was committed"):
        with database.transaction() as tx:
            add(tx, 2)
            tx.on_commit(fail)
            tx.on_commit(fail)
    assert called == ["other"]
    assert ids(database) == [1, 2]


def test_what_only_a_transaction_can_do_is_refused_outside(
    held: flash_sync.Connectable,
) -> None:
    db = flash_sync.wrap(held)
    for queries in (flash_sync.QueriesBase(db), db):
        assert isinstance(queries, (flash_sync.QueriesBase, flash_sync.Session))
        with pytest.raises(flash_sync.ProgrammingError, match="no transaction"):
            queries.rollback()
        with pytest.raises(flash_sync.ProgrammingError, match="no transaction"):
            queries.on_commit(list)


def test_the_commit_of_a_transaction_begun_without_flash_calls_nothing_back(
    held: flash_sync.Connectable,
) -> None:
    db = flash_sync.wrap(held)
    db.execute("BEGIN")
    with db.transaction() as tx:
        assert isinstance(tx, flash_sync.Session)
        with pytest.raises(flash_sync.ProgrammingError, match="without Flash"):
            tx.on_commit(list)
    db.execute("ROLLBACK")


def test_queries_roll_back_and_call_back(database: Database) -> None:
    called: list[str] = []
    queries = flash_sync.QueriesBase(database)
    with queries.transaction() as tx:
        tx.on_commit(lambda: called.append("committed"))
    with queries.transaction() as tx:
        tx.execute("INSERT INTO users VALUES (1, 'n', '1')")
        tx.rollback()
    assert called == ["committed"]
    assert ids(database) == []


def test_only_postgresql_has_deferrable_transactions(database: Database) -> None:
    if database.engine is flash_sync.Engine.POSTGRESQL:
        with database.transaction(isolation="serializable", read_only=True, deferrable=True) as tx:
            shown = tx.fetchval(Sql[tuple[str]]("SHOW transaction_deferrable"))
            assert shown == "on"
    else:
        with pytest.raises(flash_sync.ProgrammingError, match="deferrable"):
            database.transaction(deferrable=True)
