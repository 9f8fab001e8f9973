"""One statement for many sets of parameters: in groups, all in one transaction.

A single COPY is all or nothing by itself, and has none.

Depends on: errors, _compat.
"""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, Final, cast

from flash_core._compat import finish, in_chunks
from flash_core.errors import DatabaseError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable

    from flash_core._compat import Batch
    from flash_core.values import CopyTarget, RowT, Sql, T

    from .connection import Connection
    from .session import Session

GROUP: Final = 1000  # sets that are sent together
COPIED: Final = 10_000  # rows that are copied together


async def execute_many(
    connection: Connection, query: str, sets: Batch[T], encode: Callable[[T], tuple[object, ...]]
) -> int:
    """Run a statement for each set and return how many there were."""
    count = 0
    async with aclosing(_groups(connection, query, in_chunks(sets, GROUP), encode)) as groups:
        async for session, group in groups:
            await session.send_many(query, group)
            count += len(group)
    return count


async def fetch_many(
    connection: Connection,
    query: Sql[RowT],
    sets: Batch[T],
    encode: Callable[[T], tuple[object, ...]],
) -> list[list[RowT]]:
    """Run a statement for each set and return the rows of each."""
    found: list[list[RowT]] = []
    async with aclosing(_groups(connection, query, in_chunks(sets, GROUP), encode)) as groups:
        async for session, group in groups:
            found += await session.read_many(query, group)
    return found


async def fetchrow_many(
    connection: Connection,
    query: Sql[RowT],
    sets: Batch[T],
    encode: Callable[[T], tuple[object, ...]],
    *,
    exact: bool,
) -> list[RowT | None]:
    """Run a statement for each set and return the first row of each, or None."""
    found: list[RowT | None] = []
    async with aclosing(_groups(connection, query, in_chunks(sets, GROUP), encode)) as groups:
        async for session, group in groups:
            found += await session.read_first(query, group, exact=exact)
    return found


async def copy_rows(
    connection: Connection,
    target: CopyTarget,
    rows: Batch[T],
    encode: Callable[[T], tuple[object, ...]],
) -> int:
    """Write rows and return how many."""
    chunks = in_chunks(rows, COPIED)
    chunk = await anext(chunks, None)
    if chunk is None:
        return 0
    count = 0
    try:
        if chunk is rows or len(chunk) < COPIED:
            await anext(chunks, None)  # there are no more
            if connection.copies_alone():
                return await connection.copy_alone(target, _encoded(chunk, encode))
        async with aclosing(_groups(connection, "COPY", chunks, encode, chunk)) as groups:
            async for session, group in groups:
                count += await session.copy_group(target, group)
    except DatabaseError as error:
        error.name(target)
        raise
    return count


async def _groups(
    connection: Connection,
    query: str,
    chunks: AsyncIterator[list[T]],
    encode: Callable[[T], tuple[object, ...]],
    chunk: list[T] | None = None,
) -> AsyncGenerator[tuple[Session, list[tuple[object, ...]]]]:
    """Yield the sets in groups, and where to run them; commit when all have been taken.

    ``chunk`` is the first, where it has been taken from the others already.
    """
    # What makes the sets may use the database too: the transaction begins when some are there.
    if chunk is None:
        chunk = await anext(chunks, None)
    if chunk is None:
        return
    session = await connection.enter_batch(query)
    well = False
    try:
        while chunk is not None:
            yield session, _encoded(chunk, encode)
            chunk = await anext(chunks, None)
        well = True
    finally:
        await finish(session.leave(commit=well))


def _encoded(chunk: list[T], encode: Callable[[T], tuple[object, ...]]) -> list[tuple[object, ...]]:
    # Where nothing is to be done but to make tuples of what are tuples, it is half of the time.
    if encode is tuple and isinstance(chunk[0], tuple):
        return cast("list[tuple[object, ...]]", chunk)
    return list(map(encode, chunk))
