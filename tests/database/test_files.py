"""What goes wrong with the file of a SQLite database: it is full, read-only, or somebody else's."""

from __future__ import annotations

import resource
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

import flash_core
from flash_core import Database, Sql, connect

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

pytestmark = pytest.mark.anyio

IDS = Sql[tuple[int]]("SELECT id FROM posts ORDER BY id")
TABLE = "CREATE TABLE posts (id INTEGER PRIMARY KEY, body BLOB)"
HUGE = "INSERT INTO posts VALUES (99, zeroblob(8000000))"

# Another process that locks a file, says so, and waits for its end.
LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
connection.execute("INSERT INTO posts VALUES (50, NULL)")
print("locked", flush=True)
sys.stdin.read()
"""


async def ids(database: Database) -> list[int]:
    """Return the posts that are there."""
    return [number for (number,) in await database.fetch(IDS)]


async def assert_serves(database: Database, expected: list[int]) -> None:
    """Nothing more is there than this; everything was given back, and works."""
    assert await ids(database) == expected
    assert (database.stats().in_use, database.stats().waiting) == (0, 0)
    await database.execute("INSERT INTO posts VALUES (70, NULL)")
    async with database.transaction() as tx:
        await tx.execute("INSERT INTO posts VALUES (71, NULL)")
    assert await ids(database) == [*expected, 70, 71]
    await database.execute("DELETE FROM posts WHERE id >= 70")


@contextmanager
def files_end_at(size: int) -> Generator[None]:
    """Let no file of this process grow beyond so many bytes, as a full disk or a quota would."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_a_full_disk_fails_the_statement_and_loses_nothing_else(tmp_path: Path) -> None:
    async with connect(f"sqlite:///{tmp_path}/data.db") as database:
        await database.execute(TABLE)
        await database.execute("INSERT INTO posts VALUES (1, NULL)")
        with files_end_at(3_000_000):
            with pytest.raises(flash_core.OperationalError) as caught:
                await database.execute(HUGE)
            assert caught.value.__cause__ is not None
            with pytest.raises(flash_core.OperationalError):
                async with database.transaction() as tx:
                    await tx.execute("INSERT INTO posts VALUES (2, NULL)")
                    await tx.execute(HUGE)
            assert await ids(database) == [1]
        await assert_serves(database, [1])


@pytest.mark.parametrize("place", ["sqlite:///{}/data.db", "sqlite://:memory:"])
async def test_a_database_that_may_not_grow_is_full(tmp_path: Path, place: str) -> None:
    async with connect(place.format(tmp_path)) as database:
        await database.execute(TABLE)
        await check_growth(database)
        await assert_serves(database, [])


async def check_growth(database: Database) -> None:
    """Let a transaction write more than fits, and go on."""
    with pytest.raises(flash_core.OperationalError, match="nothing was committed"):
        async with database.transaction() as tx:
            await tx.execute("INSERT INTO posts VALUES (1, NULL)")
            await tx.execute("PRAGMA max_page_count = 20")
            with pytest.raises(flash_core.OperationalError, match="full") as caught:
                await tx.execute(HUGE)
            assert caught.value.sqlstate == "SQLITE_FULL"
            assert caught.value.__cause__ is not None
            await tx.execute("INSERT INTO posts VALUES (2, NULL)")


@pytest.mark.parametrize("way", ["here", "in a savepoint", "in a batch", "by reading"])
async def test_what_comes_after_sqlite_has_ended_a_transaction_is_not_committed(
    tmp_path: Path, way: str
) -> None:
    async with connect(f"sqlite:///{tmp_path}/data.db") as database:
        await database.execute(TABLE)
        await database.execute("INSERT INTO posts VALUES (1, NULL)")
        with pytest.raises(flash_core.OperationalError, match="nothing was committed"):
            async with database.transaction() as tx:
                await tx.execute("INSERT INTO posts VALUES (2, NULL)")
                with pytest.raises(flash_core.UniqueViolation):
                    await tx.execute("INSERT OR ROLLBACK INTO posts VALUES (1, NULL)")
                if way == "here":
                    await tx.execute("INSERT INTO posts VALUES (3, NULL)")
                elif way == "in a savepoint":
                    async with tx.transaction() as inner:
                        await inner.execute("INSERT INTO posts VALUES (3, NULL)")
                elif way == "in a batch":
                    await tx.execute_many("INSERT INTO posts VALUES (?1, NULL)", [(3,)], tuple)
                else:
                    assert sum([len(rows) async for rows in tx.stream(IDS)])
        await assert_serves(database, [1])


async def test_a_transaction_that_sqlite_has_ended_is_not_said_to_be_committed(
    tmp_path: Path,
) -> None:
    async with connect(f"sqlite:///{tmp_path}/data.db") as database:
        await database.execute(TABLE)
        with pytest.raises(flash_core.OperationalError, match="nothing was committed"):
            async with database.transaction() as tx:
                await tx.execute("INSERT INTO posts VALUES (2, NULL)")
                with pytest.raises(flash_core.UniqueViolation):
                    await tx.execute("INSERT OR ROLLBACK INTO posts VALUES (2, NULL)")
        await assert_serves(database, [])


async def test_a_read_only_file_is_read_and_not_written(tmp_path: Path) -> None:
    path = tmp_path / "data.db"
    async with connect(f"sqlite:///{path}") as database:
        await database.execute(TABLE)
        await database.execute("INSERT INTO posts VALUES (1, NULL)")
    async with connect(f"sqlite:///{path}?mode=ro") as database:
        for _ in range(2):
            with pytest.raises(flash_core.OperationalError, match="readonly") as caught:
                await database.execute("INSERT INTO posts VALUES (2, NULL)")
            assert caught.value.sqlstate == "SQLITE_READONLY"
            assert caught.value.__cause__ is not None
            with pytest.raises(flash_core.OperationalError, match="readonly"):
                async with database.transaction() as tx:
                    await tx.execute("INSERT INTO posts VALUES (2, NULL)")
        async with database.transaction(read_only=True) as tx:
            assert await tx.fetch(IDS) == [(1,)]
        assert sum([len(rows) async for rows in database.stream(IDS)]) == 1
        assert await ids(database) == [1]
        assert (database.stats().in_use, database.stats().waiting) == (0, 0)


@contextmanager
def locked_by_another_process(path: Path) -> Generator[subprocess.Popen[bytes]]:
    """Let another process hold the write lock of a file for the length of the block."""
    command = [sys.executable, "-c", LOCK, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"locked\n"
        try:
            yield other
        finally:
            other.kill()


async def test_a_file_that_another_process_holds_is_read_and_written_when_it_dies(
    tmp_path: Path,
) -> None:
    path = tmp_path / "data.db"
    async with connect(f"sqlite:///{path}", timeout=0.05) as database:
        await database.execute(TABLE)
        await database.execute("INSERT INTO posts VALUES (1, NULL)")
        with locked_by_another_process(path) as other:
            with pytest.raises(flash_core.OperationalError, match="locked") as caught:
                await database.execute("INSERT INTO posts VALUES (2, NULL)")
            assert caught.value.__cause__ is not None
            with pytest.raises(flash_core.OperationalError, match="locked"):
                async with database.transaction() as tx:
                    await tx.execute("INSERT INTO posts VALUES (2, NULL)")
            assert await ids(database) == [1]  # who only reads does not wait
            other.kill()
            other.wait()
            await assert_serves(database, [1])
