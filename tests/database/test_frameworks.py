"""Joining what SQLAlchemy lends."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

import flash_core
from flash_core import Sql, wrap

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio.engine import AsyncConnection, AsyncEngine
    from sqlalchemy.ext.asyncio.session import AsyncSession

pytestmark = pytest.mark.anyio

IDS = Sql[tuple[int]]("SELECT id FROM users ORDER BY id")


async def add(connection: flash_core.DatabaseConnection, number: int) -> None:
    await connection.execute(f"INSERT INTO users VALUES ({number}, 'n', '{number}')")


async def ids(connection: flash_core.DatabaseConnection) -> list[int]:
    return [number for (number,) in await connection.fetch(IDS)]


async def seen(engine: AsyncEngine) -> list[int]:
    """Return the ids that others see."""
    async with engine.connect() as other:
        return list((await other.execute(text(IDS))).scalars())


class Refused(Exception):
    """Something that goes wrong in a block."""


async def test_what_is_written_is_committed_by_the_user_alone(
    lent: AsyncConnection | AsyncSession, engine: AsyncEngine
) -> None:
    db = wrap(lent)
    await add(db, 1)
    assert await seen(engine) == []
    await lent.rollback()
    assert await ids(db) == []
    await add(db, 2)
    await lent.commit()
    assert await seen(engine) == [2]
    assert await ids(db) == [2]


async def test_both_see_what_the_other_has_written(
    lent: AsyncConnection | AsyncSession, engine: AsyncEngine
) -> None:
    db = wrap(lent)
    await lent.execute(text("INSERT INTO users VALUES (1, 'n', '1')"))
    assert await ids(db) == [1]
    await add(db, 2)
    assert list((await lent.execute(text(IDS))).scalars()) == [1, 2]
    await lent.rollback()
    assert await seen(engine) == []


@pytest.mark.parametrize("first", ["nothing", "a read", "a write"])
async def test_our_transactions_are_savepoints_in_theirs(
    lent: AsyncConnection | AsyncSession, engine: AsyncEngine, first: str
) -> None:
    db = wrap(lent)
    if first == "a read":
        assert await ids(db) == []
    elif first == "a write":
        await add(db, 9)
    async with db.transaction() as tx:
        await add(tx, 1)
        with pytest.raises(Refused):
            async with tx.transaction() as inner:
                await add(inner, 2)
                raise Refused
    with pytest.raises(flash_core.UniqueViolation):
        async with db.transaction() as tx:
            await add(tx, 3)
            await add(tx, 1)
    expected = [1, 9] if first == "a write" else [1]
    assert await ids(db) == expected
    assert await seen(engine) == []
    await lent.commit()
    assert await seen(engine) == expected


async def test_a_transaction_of_theirs_in_a_block_is_joined(
    lent: AsyncConnection | AsyncSession, engine: AsyncEngine
) -> None:
    with pytest.raises(Refused):
        async with lent.begin():
            await add(wrap(lent), 1)
            raise Refused
    async with lent.begin():
        await add(wrap(lent), 2)
    assert await seen(engine) == [2]


async def test_a_session_of_ours_is_refused_after_its_block(
    lent: AsyncConnection | AsyncSession,
) -> None:
    db = wrap(lent)
    async with db.transaction() as tx:
        await add(tx, 1)
    with pytest.raises(flash_core.ProgrammingError, match="is over"):
        await add(tx, 2)


async def test_isolation_is_theirs_to_choose(lent: AsyncConnection | AsyncSession) -> None:
    with pytest.raises(flash_core.ProgrammingError, match="outermost"):
        async with wrap(lent).transaction(isolation="serializable"):
            pass


async def test_rows_are_streamed_in_their_transaction(
    lent: AsyncConnection | AsyncSession, engine: AsyncEngine
) -> None:
    db = wrap(lent)
    await add(db, 1)
    async with aclosing(db.stream(IDS)) as chunks:
        assert [row[0] async for rows in chunks for row in rows] == [1]
    assert await seen(engine) == []
    await lent.rollback()
    assert await ids(db) == []


async def test_under_autocommit_each_call_and_each_transaction_commits(
    engine: AsyncEngine,
) -> None:
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        db = wrap(connection)
        await add(db, 1)
        assert await seen(engine) == [1]
        with pytest.raises(Refused):
            async with db.transaction() as tx:
                await add(tx, 2)
                raise Refused
        async with db.transaction() as tx:
            await add(tx, 3)
        assert await seen(engine) == [1, 3]


async def test_what_sqlalchemy_refuses_is_our_error(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        db = wrap(connection)
    with pytest.raises(flash_core.ProgrammingError, match="closed") as caught:
        await add(db, 1)
    assert caught.value.__cause__ is not None


async def test_a_batch_belongs_to_their_transaction(
    lent: AsyncConnection | AsyncSession, engine: AsyncEngine
) -> None:
    db = wrap(lent)
    insert = Sql[tuple[int]]("INSERT INTO users VALUES (5, 'n', 'e') RETURNING id")
    found = await db.fetchrow_many(insert, [()], tuple)
    assert [row and tuple(row) for row in found] == [(5,)]
    with pytest.raises(flash_core.IntegrityError):
        await db.execute_many(insert, [()], tuple)
    assert [[tuple(row) for row in rows] for rows in await db.fetch_many(IDS, [()], tuple)] == [
        [(5,)]
    ]
    assert await seen(engine) == []
    await lent.commit()
    assert await seen(engine) == [5]


async def test_a_savepoint_in_their_transaction_can_be_rolled_back_but_calls_nothing_back(
    lent: AsyncConnection | AsyncSession, engine: AsyncEngine
) -> None:
    queries = flash_core.QueriesBase(wrap(lent))
    await add(queries.db, 1)
    async with queries.transaction() as tx:
        await add(tx.db, 2)
        with pytest.raises(flash_core.ProgrammingError, match="without Flash"):
            tx.on_commit(list)
        await tx.rollback()
        with pytest.raises(flash_core.ProgrammingError, match="is over"):
            await add(tx.db, 3)
    await lent.commit()
    assert await seen(engine) == [1]
