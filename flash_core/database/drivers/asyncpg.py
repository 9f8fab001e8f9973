"""PostgreSQL through asyncpg: its own placeholders, its statement cache, its pool.

Rows are asyncpg's records, which unpack and index as tuples do.  json and jsonb arrive as text,
which is asyncpg's default; generated code decodes them.

Depends on: blocks, session, database, pool, pooled, origins, asyncpg_connection, asyncpg_errors,
asyncpg_link.
"""

from __future__ import annotations

from contextlib import aclosing
from functools import partial
from typing import TYPE_CHECKING

from flash_core._compat import finish
from flash_core.database.blocks import refuse_control
from flash_core.database.pool import OwnPool
from flash_core.database.pooled import PooledDatabase
from flash_core.engine import Engine
from flash_core.origins import changes_session

from .asyncpg_connection import NOTHING, AsyncpgConnection, count, listen, outermost
from .asyncpg_errors import ERRORS, fail
from .asyncpg_link import AsyncpgLink, HeldPool, open_link

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    import asyncpg

    from flash_core.database.blocks import Modes
    from flash_core.database.database import Database
    from flash_core.database.session import Session
    from flash_core.values import CopyTarget, Notification, RowT, Sql, T


def connect(
    url: str, *, min_size: int, max_size: int, timeout: float, max_lifetime: float
) -> Database:
    """Return a database with a pool of its own."""
    opener = partial(open_link, url, timeout)
    make = partial(OwnPool, opener, min_size, max_size, timeout, max_lifetime)
    return AsyncpgDatabase(None, make)


def wrap_pool(pool: asyncpg.Pool) -> Database:
    """Return a database on the user's pool; acquiring waits as long as the pool says."""
    return AsyncpgDatabase(HeldPool(pool))


def wrap_connection(connection: asyncpg.Connection, *, kept: bool = False) -> Session:
    """Return an adapter of the user's connection.

    Args:
        connection: The driver's.
        kept: Nothing here: asyncpg opens no transaction that it was not told to.
    """
    del kept
    return AsyncpgConnection(connection, None, 0)


class AsyncpgDatabase(PooledDatabase[AsyncpgLink]):
    """A pool.  Every call borrows a connection.

    Args:
        pool: The user's pool, or ``None``.
        make: Makes one of our own on ``open()``.
    """

    __slots__ = ()

    @property
    def engine(self) -> Engine:
        """The family of servers behind this."""
        return Engine.POSTGRESQL

    async def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        refuse_control(query)
        pool = self._open_pool()
        link = await pool.acquire()
        link.touched = changes_session(query)
        try:
            return count(await link.connection.execute(query, *args))
        except BaseException as exc:
            _stopped(exc, link, query)
            raise
        finally:
            await pool.release(link)

    async def fetch(self, query: Sql[RowT], /, *args: object) -> list[RowT]:
        """Run a statement and return all of its rows."""
        pool = self._open_pool()
        link = await pool.acquire()
        link.touched = changes_session(query)
        try:
            return await link.connection.fetch(query, *args)
        except BaseException as exc:
            _stopped(exc, link, query)
            raise
        finally:
            await pool.release(link)

    async def fetchrow(self, query: Sql[RowT], /, *args: object) -> RowT | None:
        """Run a statement and return its first row, or None when there is none."""
        pool = self._open_pool()
        link = await pool.acquire()
        link.touched = changes_session(query)
        try:
            row: RowT | None = await link.connection.fetchrow(query, *args)
        except BaseException as exc:
            _stopped(exc, link, query)
            raise
        finally:
            await pool.release(link)
        return row

    async def fetchval(self, query: Sql[tuple[T]], /, *args: object) -> T | None:
        """Run a statement and return the first column of its first row, or None."""
        pool = self._open_pool()
        link = await pool.acquire()
        link.touched = changes_session(query)
        try:
            value: T | None = await link.connection.fetchval(query, *args)
        except BaseException as exc:
            _stopped(exc, link, query)
            raise
        finally:
            await pool.release(link)
        return value

    async def execute_script(self, sql: str) -> None:
        """Run several statements, without arguments."""
        if NOTHING.match(sql):
            return
        pool = self._open_pool()
        link = await pool.acquire()
        link.touched = True
        try:
            await link.connection.execute(sql)
        except BaseException as exc:
            _stopped(exc, link, sql)
            raise
        finally:
            await pool.release(link)

    async def notes(
        self, channels: tuple[str, ...], quiet: float | None
    ) -> AsyncGenerator[Notification | None]:
        """Listen; yield ``None`` once that has begun, and when nothing came for so many seconds."""
        pool = self._open_pool()
        link = await pool.acquire()
        try:
            async with aclosing(listen(link.connection, channels, quiet)) as found:
                async for note in found:
                    yield note
        finally:
            await finish(pool.discard(link))

    def copies_alone(self) -> bool:
        """Return that each call commits by itself."""
        return True

    async def copy_alone(self, target: CopyTarget, rows: Sequence[tuple[object, ...]]) -> int:
        """Write rows by one COPY, all or none, and return how many were written."""
        pool = self._open_pool()
        link = await pool.acquire()
        try:
            return await AsyncpgConnection(link.connection, None, 1).copy_group(target, rows)
        except BaseException:
            link.touched = True  # after a cancellation, the reset waits for the end of the COPY
            raise
        finally:
            await pool.release(link)

    async def borrow(self) -> Session:
        """Return a connection of one's own, in no transaction; ``release()`` gives it back."""
        pool = self._open_pool()
        link = await pool.acquire()
        session = AsyncpgConnection(link.connection, (pool, link), 1)
        session.use.touched = True
        return session

    async def enter(self, modes: Modes) -> Session:
        """Begin a transaction on a connection of its own."""
        pool = self._open_pool()
        link = await pool.acquire()
        session = AsyncpgConnection(link.connection, (pool, link), 1)
        await session.begin(outermost(modes))
        return session


def _stopped(exc: BaseException, link: AsyncpgLink, query: str) -> None:
    """Raise our exception for one of the driver's; after a cancellation, mistrust the session."""
    if isinstance(exc, ERRORS):
        fail(exc, query)
    # The reset waits until the server has ended the statement.
    link.touched = True
