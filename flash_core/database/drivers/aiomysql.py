"""MySQL and MariaDB through aiomysql.

Depends on: mysql, mysql_link, mysql_options, mysql_wire, pool.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import aiomysql
from pymysql.converters import decoders

from flash_core.database.pool import OwnPool, Pool, PoolStats

from .mysql import MySQLConnection, MySQLDatabase
from .mysql_link import FOUND_ROWS, Link, connect_link, link_to
from .mysql_options import read_url
from .mysql_wire import Wire

if TYPE_CHECKING:
    from .mysql_options import Options


def connect(
    url: str, *, min_size: int, max_size: int, timeout: float, max_lifetime: float
) -> MySQLDatabase:
    """Return a database with a pool of its own."""
    opener = partial(connect_link, _WIRE, read_url(url, timeout))
    make = partial(OwnPool, opener, min_size, max_size, timeout, max_lifetime)
    return MySQLDatabase(None, make)


def wrap_pool(pool: aiomysql.Pool) -> MySQLDatabase:
    """Return a database on the user's pool; borrowing waits as long as it takes."""
    return MySQLDatabase(_HeldPool(pool))


def wrap_connection(connection: aiomysql.Connection, *, kept: bool = False) -> MySQLConnection:
    """Return an adapter of the user's connection.

    Args:
        connection: The driver's.
        kept: No call ends a transaction: a framework of the user's does.
    """
    return MySQLConnection(link_to(_WIRE, connection, kept=kept), None, 0, queued=True)


class _Aiomysql(Wire):
    async def open(self, options: Options) -> Any:
        """Connect."""
        return await aiomysql.connect(
            host=options.host,
            port=options.port,
            user=options.user,
            password=options.password,
            db=options.database,
            unix_socket=options.unix_socket,
            charset=options.charset,
            connect_timeout=options.connect_timeout,
            ssl=options.tls,
            client_flag=FOUND_ROWS,
            autocommit=True,
        )

    def is_open(self, connection: Any) -> bool:
        """Tell whether the connection can still be used."""
        # A connection that the server has closed is not "closed" until it is used.
        return not (
            connection.closed
            or connection._reader.at_eof()  # noqa: SLF001 - as its pool asks
            or connection._writer.is_closing()  # noqa: SLF001 - so it is after a reset, without an end
        )

    def drop(self, connection: Any) -> None:
        """Close the connection at once, without a word to the server."""
        connection.close()

    async def close(self, connection: Any) -> None:
        """Close the connection; it may be closed already."""
        await connection.ensure_closed()


class _HeldPool(Pool[Link]):
    """A pool of the user's."""

    def __init__(self, pool: aiomysql.Pool) -> None:
        self._pool = pool

    async def acquire(self) -> Link:
        """Borrow a connection."""
        return link_to(_WIRE, await self._pool.acquire())

    async def release(self, member: Link) -> None:
        """Give a connection back."""
        member.ended = False
        await self._pool.release(member.connection)

    async def close(self) -> None:
        """Do nothing: it is the user's to close."""

    def stats(self) -> PoolStats:
        """Count the connections."""
        pool = self._pool
        return PoolStats(pool.maxsize, pool.size - pool.freesize, pool.freesize, None)


_WIRE = _Aiomysql(aiomysql.Error, decoders)
