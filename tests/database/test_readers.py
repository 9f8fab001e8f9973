"""Connections of SQLite that only read."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING

import pytest

import flash_core
from flash_core import Database, Sql

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

pytestmark = pytest.mark.anyio

ON_A_READER = Sql[tuple[int]]("SELECT query_only FROM pragma_query_only")
NAMES = Sql[tuple[str]]("SELECT name FROM users ORDER BY id")
COUNT = Sql[tuple[int]]("WITH n AS (SELECT * FROM users) SELECT count(*) FROM n")


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A file with two readers."""
    async with flash_core.connect(f"sqlite:///{tmp_path}/a.db", readers=2, timeout=2) as database:
        await database.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)")
        yield database


async def test_reads_outside_a_transaction_are_those_of_a_reader(database: Database) -> None:
    for _ in range(3):
        assert await database.fetchval(ON_A_READER) == 1
        assert await database.fetchrow(ON_A_READER) == (1,)
        assert await database.fetch(ON_A_READER) == [(1,)]
    async with database.transaction() as tx:
        assert await tx.fetchval(ON_A_READER) == 0


async def test_who_reads_sees_what_was_committed_before(database: Database) -> None:
    for number in range(20):
        await database.execute("INSERT INTO users (name) VALUES (?1)", str(number))
        assert await database.fetchval(COUNT) == number + 1
    async with database.transaction() as tx:
        await tx.execute("DELETE FROM users")
        assert await tx.fetchval(COUNT) == 0
        assert await database.fetchval(COUNT) == 20
    assert await database.fetchval(COUNT) == 0


async def test_what_writes_or_asks_about_its_connection_is_not_for_readers(
    database: Database,
) -> None:
    insert = Sql[tuple[int]]("INSERT INTO users (name) VALUES (?1) RETURNING id")
    assert await database.fetchval(insert, "Ann") == 1
    many = Sql[tuple[int]](
        "/* ; */ WITH n(x) AS (VALUES ('Bob'), ('Eve')) "
        "INSERT INTO users (name) SELECT x FROM n RETURNING id"
    )
    assert await database.fetch(many) == [(2,), (3,)]
    assert await database.fetchval(Sql[tuple[int]]("SELECT last_insert_rowid()")) == 3
    assert await database.fetchval(Sql[tuple[int]]("SELECT total_changes()")) == 3
    assert await database.fetchval(Sql[tuple[int]]("VALUES (4)")) == 4
    assert await database.fetch(Sql[tuple[str]]("SELECT replace(name, 'A', 'B') FROM users")) == [
        ("Bnn",),
        ("Bob",),
        ("Eve",),
    ]


async def test_what_a_reader_does_not_see_is_read_by_the_others(database: Database) -> None:
    await database.execute("CREATE TEMPORARY TABLE passing (x INTEGER)")
    await database.execute("INSERT INTO passing VALUES (7)")
    assert await database.fetchval(Sql[tuple[int]]("SELECT x FROM passing")) == 7
    with pytest.raises(flash_core.ProgrammingError, match="no such table: nowhere"):
        await database.fetch(Sql[tuple[int]]("SELECT x FROM nowhere"))
    with pytest.raises(flash_core.DatabaseError, match="integer overflow"):
        await database.fetchval(Sql[tuple[int]]("SELECT abs(-9223372036854775807 - 1)"))
    assert await database.fetchval(ON_A_READER) == 1


async def test_streams_batches_and_the_schema_work_beside_readers(database: Database) -> None:
    insert = "INSERT INTO users (name) VALUES (?1)"
    await database.execute_many(insert, [("Ann",), ("Bob",)], tuple)
    assert await database.fetch(NAMES) == [("Ann",), ("Bob",)]
    await database.execute("ALTER TABLE users ADD COLUMN age INTEGER")
    everything = Sql[tuple[int, str, int | None]]("SELECT * FROM users LIMIT 1")
    assert await database.fetchrow(everything) == (1, "Ann", None)
    async with aclosing(database.stream(NAMES)) as chunks:
        assert [rows async for rows in chunks if rows] == [[("Ann",), ("Bob",)]]


def files(folder: Path) -> list[str]:
    """Return what is there."""
    return [path.name for path in folder.iterdir()]


async def test_a_database_with_readers_opens_and_closes_as_others_do(tmp_path: Path) -> None:
    database = flash_core.connect(f"sqlite:///{tmp_path}/a.db", readers=3)
    with pytest.raises(flash_core.ProgrammingError, match="not open"):
        await database.fetch(ON_A_READER)
    for _ in range(2):
        async with database:
            assert await database.fetchval(ON_A_READER) == 1
        with pytest.raises(flash_core.ProgrammingError, match="not open"):
            await database.fetch(ON_A_READER)
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
async def test_readers_are_refused_where_there_can_be_none(
    url: str, readers: int, words: str
) -> None:
    with pytest.raises(flash_core.ConfigError, match=words):
        flash_core.connect(url, readers=readers)
