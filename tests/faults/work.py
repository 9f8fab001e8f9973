"""What a task does while it is cancelled: each writes two rows of its number, or none."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING

import flash_core
from flash_core import CopyTarget, Sql, retry

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

ENTRIES = "CREATE TABLE entries (run INTEGER NOT NULL, part INTEGER NOT NULL)"
TARGET = CopyTarget(("entries",), ("run", "part"), ("integer", "integer"))
PARTS = Sql[tuple[int]]("SELECT part FROM entries")
# Some thousand rows: more than are read at a time.
MANY = Sql[tuple[int]](
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 999)"
    " SELECT a.i FROM n AS a CROSS JOIN (SELECT 1 AS x UNION ALL SELECT 2) AS b"
)
_MARKS = {
    flash_core.Engine.POSTGRESQL: ("$1", "$2"),
    flash_core.Engine.SQLITE: ("?1", "?2"),
    flash_core.Engine.MYSQL: ("%s", "%s"),
}


def insert(run: int, part: int) -> str:
    """Return the statement that writes one row."""
    return f"INSERT INTO entries VALUES ({run}, {part})"


async def in_a_call(db: flash_core.Connection, run: int) -> None:
    await db.execute(f"INSERT INTO entries VALUES ({run}, 1), ({run}, 2)")


async def in_a_transaction(db: flash_core.Connection, run: int) -> None:
    async with db.transaction() as tx:
        await tx.execute(insert(run, 1))
        await tx.fetch(PARTS)
        await tx.execute(insert(run, 2))


async def in_savepoints(db: flash_core.Connection, run: int) -> None:
    async with db.transaction() as tx:
        await tx.execute(insert(run, 1))
        try:
            async with tx.transaction() as inner:
                await inner.execute(insert(run, 3))
                await inner.execute("SELECT nothing FROM nowhere")
        except flash_core.ProgrammingError:
            pass
        async with tx.transaction() as inner:
            await inner.execute(insert(run, 2))


async def rolled_back(db: flash_core.Connection, run: int) -> None:
    async with db.transaction(isolation="serializable") as tx:
        await tx.execute(insert(run, 1))
        assert isinstance(tx, flash_core.Session)
        await tx.rollback()
    await in_a_call(db, run)


async def after_streams(db: flash_core.Connection, run: int) -> None:
    async for rows in db.stream(MANY):
        assert rows
    async with db.transaction() as tx:
        await tx.execute(insert(run, 1))
        async with aclosing(tx.stream(MANY)) as chunks:
            async for rows in chunks:
                assert rows
                break
        await tx.execute(insert(run, 2))


async def in_a_batch(db: flash_core.Connection, run: int) -> None:
    first, second = _MARKS[db.engine]
    query = f"INSERT INTO entries VALUES ({first}, {second})"
    await db.execute_many(query, [(run, 1), (run, 2)], tuple)
    select = Sql[tuple[int]](f"SELECT part FROM entries WHERE run = {first} AND part = {second}")
    await db.fetch_many(select, [(run, 1), (run, 2)], tuple)


async def in_a_copy(db: flash_core.Connection, run: int) -> None:
    await db.copy_rows(TARGET, [(run, 1), (run, 2)], tuple)


async def in_a_script(db: flash_core.Connection, run: int) -> None:
    async with db.transaction() as tx:
        await tx.execute_script(f"{insert(run, 1)}; SELECT 1; {insert(run, 2)};")


async def again(db: flash_core.Connection, run: int) -> None:
    attempts: list[None] = []

    async def work(tx: flash_core.Connection) -> None:
        attempts.append(None)
        await tx.execute(insert(run, 1))
        if len(attempts) == 1:
            message = "as if"
            raise flash_core.Deadlock(message)
        await tx.execute(insert(run, 2))

    await retry(db, work)


async def after_an_error(db: flash_core.Connection, run: int) -> None:
    try:
        async with db.transaction() as tx:
            await tx.execute(insert(run, 1))
            await tx.execute("SELECT nothing FROM nowhere")
    except flash_core.ProgrammingError:
        pass
    await in_a_call(db, run)


WORKS: tuple[Callable[[flash_core.Connection, int], Awaitable[None]], ...] = (
    in_a_call,
    in_a_transaction,
    in_savepoints,
    rolled_back,
    after_streams,
    in_a_batch,
    in_a_copy,
    in_a_script,
    again,
    after_an_error,
)
