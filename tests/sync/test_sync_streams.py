# Generated from tests/database/test_streams.py by `nox -s unasync`: edit that file.
"""Reading rows as they are asked for, on every driver."""

from __future__ import annotations

import gc
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

import flash_sync
from flash_sync import Database, Engine, ProgrammingError, Sql, wrap

if TYPE_CHECKING:
    from collections.abc import Generator

pytestmark = pytest.mark.anyio

MANY = 1201  # more than is read at a time, twice
IDS = Sql[tuple[int]]("SELECT id FROM users ORDER BY id")
COUNT = Sql[tuple[int]]("SELECT count(*) FROM users")
# It fails at a row that is not among the first to be read.
FAILS = {
    Engine.POSTGRESQL: "SELECT 1 / (id - 1100) FROM users ORDER BY id",
    Engine.SQLITE: "SELECT abs(CASE id WHEN 1100 THEN -9223372036854775807 - 1 END) FROM users",
    Engine.MYSQL: "SELECT 9223372036854775807 + (id = 1100) FROM users ORDER BY id",
}


def fill(database: flash_sync.DatabaseConnection, count: int = MANY) -> None:
    """Add users 1 to ``count``."""
    rows = ", ".join(f"({number}, 'n', '{number}')" for number in range(1, count + 1))
    database.execute(f"INSERT INTO users VALUES {rows}")


def read(database: flash_sync.DatabaseConnection, limit: int = MANY) -> list[int]:
    """Return ids, at most about ``limit`` of them."""
    found: list[int] = []
    with closing(database.stream(IDS)) as chunks:
        for rows in chunks:
            found += [row[0] for row in rows]
            if len(found) >= limit:
                break
    return found


def each(chunks: Generator[list[tuple[int]]]) -> Generator[int]:
    """Return the ids one by one."""
    for rows in chunks:
        for row in rows:
            yield row[0]


def test_a_stream_gives_every_row_once_in_order_and_some_at_a_time(
    database: Database,
) -> None:
    fill(database)
    sizes = [len(rows) for rows in database.stream(IDS)]
    assert sum(sizes) == MANY
    assert len(sizes) > 2
    assert read(database) == list(range(1, MANY + 1))
    with database.transaction() as tx:
        assert read(tx) == list(range(1, MANY + 1))


def test_a_stream_takes_arguments(database: Database) -> None:
    fill(database, 500)
    mark = {Engine.POSTGRESQL: "$1", Engine.SQLITE: "?1", Engine.MYSQL: "%s"}[database.engine]
    query = Sql[tuple[int, str]](f"SELECT id, email FROM users WHERE id > {mark} ORDER BY id")
    found = [tuple(row) for rows in database.stream(query, 498) for row in rows]
    assert found == [(499, "499"), (500, "500")]
    assert [len(rows) for rows in database.stream(query, 500)] == []
    assert sum([len(rows) for rows in database.stream(query, 0)]) == 500


def test_a_stream_that_is_not_read_to_its_end_leaves_nothing_open(url: str) -> None:
    with flash_sync.connect(url, max_size=2, timeout=2) as database:
        database.execute_script("CREATE TABLE users (id INT, name TEXT, email TEXT)")
        fill(database)
        for _ in range(5):
            assert len(read(database, 1)) < MANY
            with database.transaction() as tx:
                assert len(read(tx, 1)) < MANY
                assert tx.fetchval(COUNT) == MANY
        assert read(database) == list(range(1, MANY + 1))
        database.execute("DROP TABLE users")


def test_a_stream_that_is_forgotten_gives_its_connection_back(url: str) -> None:
    with flash_sync.connect(url, max_size=1, timeout=5) as database:
        database.execute_script("CREATE TABLE users (id INT, name TEXT, email TEXT)")
        fill(database)
        for _ in range(3):
            for rows in database.stream(IDS):
                assert rows
                break
            with pytest.raises(KeyError):
                for rows in database.stream(IDS):
                    raise KeyError(rows[0][0])
            chunks = database.stream(IDS)
            del chunks
            gc.collect()
        # The loop ends what is forgotten; a transaction waits until the only connection is back.
        with database.transaction() as tx:
            assert tx.fetchval(COUNT) == MANY


def test_other_statements_run_while_a_stream_is_read(database: Database) -> None:
    fill(database)
    with database.transaction() as tx:
        found: list[int] = []
        for rows in tx.stream(IDS):
            found += [row[0] for row in rows]
            assert tx.execute(f"UPDATE users SET name = 'x' WHERE id <= {found[-1]}") == (found[-1])
            with tx.transaction() as inner:
                assert inner.fetchval(COUNT) == MANY
        assert found == list(range(1, MANY + 1))
    assert database.fetchval(Sql[tuple[int]](f"{COUNT} WHERE name = 'x'")) == MANY


def test_two_streams_can_be_read_at_the_same_time(database: Database) -> None:
    fill(database)
    with database.transaction() as tx:
        other = each(tx.stream(IDS))
        found = [(number, next(other)) for number in each(tx.stream(IDS))]
        assert found == [(number, number) for number in range(1, MANY + 1)]
        other.close()


def test_the_database_is_free_while_a_stream_of_it_is_read(database: Database) -> None:
    fill(database)
    total = 0
    for rows in database.stream(IDS):
        total += len(rows)
        with database.transaction() as tx:
            tx.execute(f"UPDATE users SET name = 'x' WHERE id = {rows[0][0]}")
        database.execute(f"UPDATE users SET name = 'y' WHERE id = {rows[-1][0]}")
    assert total == MANY


def test_an_error_in_the_middle_of_a_stream_is_told(database: Database) -> None:
    fill(database)
    query = Sql[tuple[int]](FAILS[database.engine])
    for _ in range(2):
        with pytest.raises(flash_sync.DatabaseError) as caught:
            assert [len(rows) for rows in database.stream(query)] == []
        assert caught.value.__cause__ is not None
        assert database.fetchval(COUNT) == MANY


def test_an_error_at_the_start_of_a_stream_names_the_query(database: Database) -> None:
    query = Sql[tuple[int]]("SELECT id FROM nowhere")
    for _ in range(3):
        with pytest.raises(ProgrammingError, match="nowhere") as caught:
            assert [len(rows) for rows in database.stream(query)] == []
        assert caught.value.query is not None
        assert query in caught.value.query
    assert database.fetchval(COUNT) == 0


def test_a_stream_ends_with_its_transaction(database: Database) -> None:
    fill(database)
    with database.transaction() as tx:
        chunks = tx.stream(IDS)
        assert next(chunks)
    with pytest.raises(ProgrammingError, match="is over"):
        next(chunks)
    with database.transaction() as tx:
        tx.execute("DELETE FROM users")
    assert database.fetchval(COUNT) == 0


def test_a_stream_of_a_connection_the_user_holds_leaves_no_transaction(
    held: flash_sync.Connectable,
) -> None:
    db = wrap(held)
    fill(db)
    assert read(db) == list(range(1, MANY + 1))
    assert len(read(db, 1)) < MANY
    for rows in db.stream(IDS):
        db.execute(f"UPDATE users SET name = 'x' WHERE id = {rows[0][0]}")
    assert read(db) == list(range(1, MANY + 1))
    with db.transaction() as tx:
        assert len(read(tx, 1)) < MANY
        tx.execute("DELETE FROM users")
        assert read(tx) == []
    assert db.fetchval(COUNT) == 0


def test_a_stream_through_the_users_pool_gives_connections_back(
    held_pool: flash_sync.Connectable,
) -> None:
    db = wrap(held_pool)
    fill(db)
    for _ in range(5):
        assert len(read(db, 1)) < MANY
    assert read(db) == list(range(1, MANY + 1))


def test_no_cursor_of_postgresql_is_left_behind(postgresql: Database) -> None:
    postgresql.execute("CREATE TABLE users (id INT, name TEXT, email TEXT)")
    fill(postgresql)
    left = Sql[tuple[int]]("SELECT count(*) FROM pg_cursors WHERE name LIKE 'flash%'")
    with postgresql.transaction() as tx:
        assert len(read(tx, 1)) < MANY
        assert tx.fetchval(left) == 0
        read(tx)
        assert tx.fetchval(left) == 0
