"""PostgreSQL through psycopg: raw cursors, so ``$1`` reaches the server as it stands.

Our cursors have adapters of their own and return tuples, whatever the user set on the connection.
Arguments are sent as text of no declared type, so the server infers their types from the statement,
as it did when the query was compiled.  json and jsonb arrive as text; generated code decodes them.

Depends on: blocks, session, database, pool, pooled, origins, psycopg_connection, psycopg_cursors,
psycopg_link, psycopg_values.
"""

from __future__ import annotations

from contextlib import aclosing
from functools import partial
from typing import TYPE_CHECKING, Any

from flash_core._compat import finish
from flash_core.database.blocks import refuse_control
from flash_core.database.pool import OwnPool, Pool
from flash_core.database.pooled import PooledDatabase
from flash_core.origins import changes_session

from .psycopg_connection import Calls, PsycopgConnection, outermost
from .psycopg_cursors import Cursor, Cursors
from .psycopg_link import HeldPool, PsycopgLink, open_link
from .psycopg_values import ValueAdapters

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Sequence

    import psycopg
    from psycopg_pool import AsyncConnectionPool

    from flash_core.database.blocks import Modes
    from flash_core.database.database import Database
    from flash_core.database.session import Session
    from flash_core.values import CopyTarget, Notification


def connect(
    url: str, *, min_size: int, max_size: int, timeout: float, max_lifetime: float
) -> Database:
    """Return a database with a pool of its own."""
    opener = partial(open_link, url, timeout)
    make = partial(OwnPool, opener, min_size, max_size, timeout, max_lifetime)
    return PsycopgDatabase(None, make)


def wrap_pool(pool: AsyncConnectionPool[psycopg.AsyncConnection[Any]]) -> Database:
    """Return a database on the user's pool; borrowing waits as long as the pool says."""
    return PsycopgDatabase(HeldPool(pool))


def wrap_connection(connection: psycopg.AsyncConnection[Any], *, kept: bool = False) -> Session:
    """Return an adapter of the user's connection.

    Args:
        connection: The driver's.
        kept: No call ends a transaction: a framework of the user's does.
    """
    cursors = Cursors(connection, ValueAdapters())
    return PsycopgConnection(connection, cursors, None, 0, queued=True, kept=kept)


class PsycopgDatabase(Calls, PooledDatabase[PsycopgLink]):
    """A pool.  Every call borrows a connection.

    Args:
        pool: The user's pool, or ``None``.
        make: Makes one of our own on ``open()``.
    """

    __slots__ = ("_adapters",)

    def __init__(
        self, pool: Pool[PsycopgLink] | None, make: Callable[[], OwnPool[PsycopgLink]] | None = None
    ) -> None:
        super().__init__(pool, make)
        self._adapters = ValueAdapters()

    async def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        refuse_control(query)
        return await super().execute(query, *args)

    async def notes(
        self, channels: tuple[str, ...], quiet: float | None
    ) -> AsyncGenerator[Notification | None]:
        """Listen; yield ``None`` once that has begun, and when nothing came for so many seconds."""
        pool = self._open_pool()
        link = await pool.acquire()
        session = PsycopgConnection(link.connection, self._cursors(link), None, 1)
        try:
            async with aclosing(session.notes(channels, quiet)) as found:
                async for note in found:
                    yield note
        finally:
            await finish(pool.discard(link))

    def copies_alone(self) -> bool:
        """Tell whether each call commits by itself; a pool of the user's may open transactions."""
        return self._make is not None

    async def copy_alone(self, target: CopyTarget, rows: Sequence[tuple[object, ...]]) -> int:
        """Write rows by one COPY, all or none, and return how many were written."""
        pool = self._open_pool()
        link = await pool.acquire()
        session = PsycopgConnection(link.connection, self._cursors(link), None, 1)
        try:
            return await session.copy_group(target, rows)
        finally:
            await pool.release(link)

    async def borrow(self) -> Session:
        """Return a connection of one's own, in no transaction; ``release()`` gives it back."""
        pool = self._open_pool()
        link = await pool.acquire()
        session = PsycopgConnection(link.connection, self._cursors(link), (pool, link), 1)
        session.use.touched = True
        return session

    async def enter(self, modes: Modes) -> Session:
        """Begin a transaction on a connection of its own."""
        pool = self._open_pool()
        link = await pool.acquire()
        session = PsycopgConnection(link.connection, self._cursors(link), (pool, link), 1)
        await session.begin(outermost(modes, link.connection))
        return session

    async def _run(self, query: str, args: tuple[object, ...]) -> Cursor:
        pool = self._open_pool()
        link = await pool.acquire()
        link.touched = changes_session(query)
        try:
            cursor = self._cursors(link).take()
            await cursor.run(query, args)
            return cursor
        finally:
            await pool.release(link)

    def _cursors(self, link: PsycopgLink) -> Cursors:
        cursors = link.cursors
        if cursors is None:
            cursors = link.cursors = Cursors(link.connection, self._adapters)
        return cursors
