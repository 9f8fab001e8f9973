# Generated from flash_core/database/drivers/psycopg_link.py by `nox -s unasync`: edit that file.
"""Connections of psycopg as members of a pool, ours or the user's.

They are of ``Any`` rows: their user may have set any row factory, and our cursors do not use it.

Depends on: pool, sockets, errors, postgres_session, psycopg_errors.
"""

from __future__ import annotations

from math import ceil
from traceback import clear_frames
from typing import TYPE_CHECKING, Any, Final

import psycopg
from psycopg.pq import TransactionStatus

from flash_core.errors import ConfigError, PoolTimeout
from flash_sync.pool import Pool, PoolStats
from flash_sync.sockets import is_quiet

from .postgres_session import RESET
from .psycopg_errors import ERRORS, fail, unreachable

if TYPE_CHECKING:
    from psycopg_pool import ConnectionPool

    from .psycopg_cursors import Cursors

IDLE: Final = TransactionStatus.IDLE


class PsycopgLink:
    """One connection of a pool.

    Args:
        connection: The driver's.

    Attributes:
        cursors: Of this connection.
        touched: A statement may have left something behind in the session.
    """

    __slots__ = ("connection", "cursors", "touched")

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self.connection = connection
        self.cursors: Cursors | None = None
        self.touched = False

    @property
    def is_open(self) -> bool:
        """It can be used, as far as one can tell without asking the server."""
        return not self.connection.closed

    @property
    def is_quiet(self) -> bool:
        """The server has neither gone nor said anything since it was last asked."""
        return is_quiet(self.connection.pgconn.socket)

    def is_alive(self) -> bool:
        """Ask the server."""
        try:
            self.connection.execute("SELECT 1")
        except ERRORS:
            return False
        return True

    def tidy(self) -> bool:
        """Undo what was changed of the session; tell whether somebody else may have it."""
        connection = self.connection
        if connection.pgconn.transaction_status != IDLE:  # or the connection is lost
            return False
        if self.touched:
            try:
                connection.execute(RESET)
            except ERRORS:
                return False
            self.touched = False
        return True

    def close(self) -> None:
        """Close it; it may be closed already, or broken."""
        self.connection.close()


class HeldPool(Pool[PsycopgLink]):
    """A pool of the user's."""

    def __init__(self, pool: ConnectionPool[psycopg.Connection[Any]]) -> None:
        self._pool = pool

    def acquire(self) -> PsycopgLink:
        """Borrow a connection."""
        try:
            return PsycopgLink(self._pool.getconn())
        except ERRORS as exc:
            if type(exc).__name__ == "PoolTimeout":
                message = f"no connection became free in {self._pool.timeout} seconds"
                raise PoolTimeout(message) from exc
            fail(exc, None)

    def release(self, member: PsycopgLink) -> None:
        """Give a connection back."""
        self._pool.putconn(member.connection)  # pyright: ignore[reportArgumentType] - its type variable is not solved

    def close(self) -> None:
        """Do nothing: it is the user's to close."""

    def stats(self) -> PoolStats:
        """Count the connections."""
        found = self._pool.get_stats()
        idle, size = found.get("pool_available", 0), found.get("pool_size", 0)
        waiting = found.get("requests_waiting", 0)
        return PoolStats(found.get("pool_max", size), size - idle, idle, waiting)


def open_link(url: str, seconds: float) -> PsycopgLink:
    """Connect within so many seconds.

    Raises:
        ConfigError: It is no URL of PostgreSQL.
        ConnectionLost: The server cannot be reached, or lets nobody in.
    """
    try:
        connection = psycopg.Connection.connect(
            url,
            autocommit=True,
            connect_timeout=max(ceil(seconds), 2),  # libpq counts whole seconds, from two
        )
    except psycopg.ProgrammingError as exc:
        message = f"not a PostgreSQL URL: {str(exc).strip()}"
        raise ConfigError(message) from exc
    except ERRORS as exc:
        raise unreachable(url, exc) from exc
    except BaseException as exc:
        # A cancelled attempt is closed only with the last reference to it, which is in its frames.
        clear_frames(exc.__traceback__)
        raise
    return PsycopgLink(connection)
