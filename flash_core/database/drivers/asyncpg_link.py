"""Connections of asyncpg as members of a pool, ours or the user's.

Depends on: pool, errors, asyncpg_errors, postgres_session.
"""

from __future__ import annotations

from typing import Final

import asyncpg

from flash_core.database.pool import Pool, PoolStats
from flash_core.errors import ConfigError, PoolTimeout

from .asyncpg_errors import ERRORS, fail, unreachable
from .postgres_session import RESET

_PATIENCE: Final = 10.0  # seconds for what no user waits for: a reset, a question, a farewell


class AsyncpgLink:
    """One connection of a pool.

    Args:
        connection: The driver's.

    Attributes:
        touched: A statement may have left something behind in the session.
    """

    __slots__ = ("connection", "touched")

    def __init__(self, connection: asyncpg.Connection) -> None:
        self.connection = connection
        self.touched = False

    @property
    def is_open(self) -> bool:
        """It can be used, as far as one can tell without asking the server."""
        return not is_closed(self.connection)

    @property
    def is_quiet(self) -> bool:
        """Nothing more than ``is_open``: the loop tells the driver what arrives."""
        return True

    async def is_alive(self) -> bool:
        """Ask the server."""
        try:
            await self.connection.execute("SELECT 1", timeout=_PATIENCE)
        except ERRORS:
            return False
        return True

    async def tidy(self) -> bool:
        """Undo what was changed of the session; tell whether somebody else may have it."""
        connection = self.connection
        if connection.is_closed() or connection.is_in_transaction():
            return False
        if self.touched:
            try:
                await connection.execute(RESET, timeout=_PATIENCE)
            except ERRORS:
                return False
            self.touched = False
        return True

    async def close(self) -> None:
        """Close it; it may be closed already, or broken."""
        try:
            await self.connection.close(timeout=_PATIENCE)
        except ERRORS:
            self.connection.terminate()


class HeldPool(Pool[AsyncpgLink]):
    """A pool of the user's."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def acquire(self) -> AsyncpgLink:
        """Borrow a connection."""
        try:
            return AsyncpgLink(await self._pool.acquire())
        except TimeoutError as exc:
            message = "no connection of the pool became free in time"
            raise PoolTimeout(message) from exc
        except ERRORS as exc:
            fail(exc, None)

    async def release(self, member: AsyncpgLink) -> None:
        """Give a connection back."""
        try:
            await self._pool.release(member.connection)
        except ERRORS as exc:
            fail(exc, None)

    async def close(self) -> None:
        """Do nothing: it is the user's to close."""

    def stats(self) -> PoolStats:
        """Count the connections."""
        pool, idle = self._pool, self._pool.get_idle_size()
        return PoolStats(pool.get_max_size(), pool.get_size() - idle, idle, None)


async def open_link(url: str, seconds: float) -> AsyncpgLink:
    """Connect within so many seconds.

    Raises:
        ConfigError: It is no URL of PostgreSQL.
        ConnectionLost: The server cannot be reached, or lets nobody in.
    """
    try:
        return AsyncpgLink(await asyncpg.connect(url, timeout=seconds))
    except asyncpg.exceptions.ClientConfigurationError as exc:
        message = f"not a PostgreSQL URL: {str(exc).strip()}"
        raise ConfigError(message) from exc
    except ERRORS as exc:
        raise unreachable(url, exc) from exc


def is_closed(connection: asyncpg.Connection) -> bool:
    """Tell whether a connection is gone, or not ours any more."""
    try:
        return connection.is_closed()
    except asyncpg.InterfaceError:  # a pool takes a connection away as soon as it breaks
        return True
