# Generated from tests/database/test_readers.py by `nox -s unasync`: edit that file.
"""Connections of SQLite that only read."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

import flash_sync
from flash_sync import Database, Sql

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.anyio

ON_A_READER = Sql[tuple[int]]("SELECT query_only FROM pragma_query_only")
NAMES = Sql[tuple[str]]("SELECT name FROM users ORDER BY id")
COUNT = Sql[tuple[int]]("WITH n AS (SELECT * FROM users) SELECT count(*) FROM n")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A file with two readers."""
    with flash_sync.connect(f"sqlite:///{tmp_path}/a.db", readers=2, timeout=2) as database:
        database.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)")
        yield database


def test_reads_outside_a_transaction_are_those_of_a_reader(database: Database) -> None:
    for _ in range(3):
        assert database.fetchval(ON_A_READER) == 1
        assert database.fetchrow(ON_A_READER) == (1,)
        assert database.fetch(ON_A_READER) == [(1,)]
    with database.transaction() as tx:
        assert tx.fetchval(ON_A_READER) == 0


def test_who_reads_sees_what_was_committed_before(database: Database) -> None:
    for number in range(20):
        database.execute("INSERT INTO users (name) VALUES (?1)", str(number))
        assert database.fetchval(COUNT) == number + 1
    with database.transaction() as tx:
        tx.execute("DELETE FROM users")
        assert tx.fetchval(COUNT) == 0
        assert database.fetchval(COUNT) == 20
    assert database.fetchval(COUNT) == 0


def test_what_writes_or_asks_about_its_connection_is_not_for_readers(
    database: Database,
) -> None:
    insert = Sql[tuple[int]]("INSERT INTO users (name) VALUES (?1) RETURNING id")
    assert database.fetchval(insert, "Ann") == 1
    many = Sql[tuple[int]](
        "/* ; */ WITH n(x) AS (VALUES ('Bob'), ('Eve')) "
        "INSERT INTO users (name) SELECT x FROM n RETURNING id"
    )
    assert database.fetch(many) == [(2,), (3,)]
    assert database.fetchval(Sql[tuple[int]]("SELECT last_insert_rowid()")) == 3
    assert database.fetchval(Sql[tuple[int]]("SELECT total_changes()")) == 3
    assert database.fetchval(Sql[tuple[int]]("VALUES (4)")) == 4
    assert database.fetch(Sql[tuple[str]]("SELECT replace(name, 'A', 'B') FROM users")) == [
        ("Bnn",),
        ("Bob",),
        ("Eve",),
    ]


def test_what_a_reader_does_not_see_is_read_by_the_others(database: Database) -> None:
    database.execute("CREATE TEMPORARY TABLE passing (x INTEGER)")
    database.execute("INSERT INTO passing VALUES (7)")
    assert database.fetchval(Sql[tuple[int]]("SELECT x FROM passing")) == 7
    with pytest.raises(flash_sync.ProgrammingError, match="no such table: nowhere"):
        database.fetch(Sql[tuple[int]]("SELECT x FROM nowhere"))
    with pytest.raises(flash_sync.DatabaseError, match="integer overflow"):
        database.fetchval(Sql[tuple[int]]("SELECT abs(-9223372036854775807 - 1)"))
    assert database.fetchval(ON_A_READER) == 1


def test_streams_batches_and_the_schema_work_beside_readers(database: Database) -> None:
    insert = "INSERT INTO users (name) VALUES (?1)"
    database.execute_many(insert, [("Ann",), ("Bob",)], tuple)
    assert database.fetch(NAMES) == [("Ann",), ("Bob",)]
    database.execute("ALTER TABLE users ADD COLUMN age INTEGER")
    everything = Sql[tuple[int, str, int | None]]("SELECT * FROM users LIMIT 1")
    assert database.fetchrow(everything) == (1, "Ann", None)
    with closing(database.stream(NAMES)) as chunks:
        assert [rows for rows in chunks if rows] == [[("Ann",), ("Bob",)]]


def files(folder: Path) -> list[str]:
    """Return what is there."""
    return [path.name for path in folder.iterdir()]


def test_a_database_with_readers_opens_and_closes_as_others_do(tmp_path: Path) -> None:
    database = flash_sync.connect(f"sqlite:///{tmp_path}/a.db", readers=3)
    with pytest.raises(flash_sync.ProgrammingError, match="not open"):
        database.fetch(ON_A_READER)
    for _ in range(2):
        with database:
            assert database.fetchval(ON_A_READER) == 1
        with pytest.raises(flash_sync.ProgrammingError, match="not open"):
            database.fetch(ON_A_READER)
    # Who closes last takes the log and the shared memory away.
    assert files(tmp_path) == ["a.db"]


@pytest.mark.parametrize(
    ("url", "readers", "words"),
    [
        ("sqlite://:memory:", 1, "a database in memory has one connection"),
        ("postgresql://localhost/x", 1, "postgresql has a pool"),
        ("sqlite://./x.db", -1, "readers is -1"),
    ],
)
def test_readers_are_refused_where_there_can_be_none(url: str, readers: int, words: str) -> None:
    with pytest.raises(flash_sync.ConfigError, match=words):
        flash_sync.connect(url, readers=readers)
