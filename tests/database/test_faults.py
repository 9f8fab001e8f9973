"""What goes wrong on a real server: the right error, nothing half done, and the pool serves again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import anyio
import pytest

import flash_core
from flash_core import Database, Sql, connect, retry

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.anyio

TOTAL = Sql[tuple[int]]("SELECT CAST(sum(score) AS CHAR(9)) FROM posts")
COUNT = Sql[tuple[int]]("SELECT count(*) FROM posts")
FILL = (
    "INSERT INTO users VALUES (1, 'n', '1'); INSERT INTO posts VALUES (1, 1, 0);"
    " INSERT INTO posts VALUES (2, 1, 0);"
)


class Meeting:
    """Where two tasks wait for each other, once."""

    def __init__(self) -> None:
        self._here: list[None] = []
        self._both = anyio.Event()

    async def arrive(self) -> None:
        """Wait for the other task, the first time."""
        self._here.append(None)
        if len(self._here) == 2:
            self._both.set()
        with anyio.fail_after(10):
            await self._both.wait()


async def test_a_deadlock_between_two_tasks_is_run_again_and_loses_no_write(
    database: Database,
) -> None:
    if database.engine is flash_core.Engine.SQLITE:
        pytest.skip("SQLite lets one transaction write at a time")
    await database.execute_script(FILL)
    meeting = Meeting()
    attempts: list[int] = []

    async def add(*posts: int) -> None:
        async def work(tx: flash_core.Connection) -> None:
            attempts.append(posts[0])
            for number in posts:
                await tx.execute(f"UPDATE posts SET score = score + 1 WHERE id = {number}")
                if number == posts[0]:
                    await meeting.arrive()

        await retry(database, work)

    async with anyio.create_task_group() as group:
        group.start_soon(add, 1, 2)
        group.start_soon(add, 2, 1)
    assert len(attempts) > 2
    assert int(await database.fetchval(TOTAL) or 0) == 4
    assert database.stats().in_use == 0


async def test_a_deadlock_that_is_not_retried_is_told_to_one_of_the_two(
    database: Database,
) -> None:
    if database.engine is flash_core.Engine.SQLITE:
        pytest.skip("SQLite lets one transaction write at a time")
    await database.execute_script(FILL)
    meeting = Meeting()
    errors: list[flash_core.Deadlock] = []

    async def add(first: int, second: int) -> None:
        try:
            async with database.transaction() as tx:
                await tx.execute(f"UPDATE posts SET score = score + 1 WHERE id = {first}")
                await meeting.arrive()
                await tx.execute(f"UPDATE posts SET score = score + 1 WHERE id = {second}")
        except flash_core.Deadlock as error:
            errors.append(error)

    async with anyio.create_task_group() as group:
        group.start_soon(add, 1, 2)
        group.start_soon(add, 2, 1)
    assert len(errors) == 1
    assert int(await database.fetchval(TOTAL) or 0) == 2
    assert database.stats().in_use == 0


async def test_a_serialization_failure_is_run_again(postgresql: Database) -> None:
    await postgresql.execute_script("CREATE TABLE posts (id int); INSERT INTO posts VALUES (0)")
    meeting = Meeting()
    attempts: list[int] = []

    async def append(tx: flash_core.Connection) -> None:
        attempts.append(1)
        count = await tx.fetchval(COUNT)
        await meeting.arrive()
        await tx.execute(f"INSERT INTO posts VALUES ({count})")

    async def work() -> None:
        await retry(postgresql, append, isolation="serializable")

    async with anyio.create_task_group() as group:
        group.start_soon(work)
        group.start_soon(work)
    assert len(attempts) >= 3  # who is run again may meet the other once more
    ids = await postgresql.fetch(Sql[tuple[int]]("SELECT id FROM posts ORDER BY id"))
    assert [tuple(row) for row in ids] == [(0,), (1,), (2,)]


async def test_a_file_that_another_process_has_locked_serves_again_when_it_is_free(
    tmp_path: Path,
) -> None:
    path = tmp_path / "data.db"
    async with connect(f"sqlite:///{path}", timeout=0.05) as database:
        await database.execute("CREATE TABLE posts (id INTEGER)")
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(flash_core.OperationalError, match="locked"):
                await database.execute("INSERT INTO posts VALUES (1)")
            with pytest.raises(flash_core.OperationalError, match="locked"):
                async with database.transaction():
                    pass
            assert await database.fetchval(COUNT) == 0  # who only reads does not wait
            other.execute("ROLLBACK")
        async with database.transaction() as tx:
            await tx.execute("INSERT INTO posts VALUES (1)")
        assert await database.fetchval(COUNT) == 1
        assert database.stats().in_use == 0
