"""MySQL and MariaDB through asyncmy.

Depends on: mysql, mysql_link, mysql_options, mysql_values, mysql_wire, pool, rows.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

import asyncmy
from asyncmy.connection import MySQLResult
from asyncmy.converters import conversions, convert_date, convert_datetime
from asyncmy.errors import Error

from flash_core.database.pool import OwnPool, Pool, PoolStats
from flash_core.rows import DATE, DATETIME, FLOAT, INTEGER, OTHER, READS_MYSQL, RowBuilder

from .mysql import MySQLConnection, MySQLDatabase
from .mysql_link import FOUND_ROWS, Link, connect_link, link_to
from .mysql_options import read_url
from .mysql_values import refuse_zero_dates
from .mysql_wire import Built, Wire

if TYPE_CHECKING:
    from collections.abc import Callable

    from asyncmy.pool import Pool as DriverPool

    from flash_core._compat import Work

    from .mysql_options import Options
    from .mysql_wire import Build

# What reads a column of a kind that rows.py reads, too.
_KINDS: Final = {int: INTEGER, float: FLOAT, convert_date: DATE, convert_datetime: DATETIME}
# It keeps what arrives where others can read it.
_OPEN: Final = READS_MYSQL and hasattr(MySQLResult, "_take_pending_rows")


def connect(
    url: str, *, min_size: int, max_size: int, timeout: float, max_lifetime: float
) -> MySQLDatabase:
    """Return a database with a pool of its own."""
    opener = partial(connect_link, _WIRE, read_url(url, timeout))
    make = partial(OwnPool, opener, min_size, max_size, timeout, max_lifetime)
    return MySQLDatabase(None, make)


def wrap_pool(pool: DriverPool) -> MySQLDatabase:
    """Return a database on the user's pool; borrowing waits as long as it takes."""
    return MySQLDatabase(_HeldPool(pool))


def wrap_connection(connection: asyncmy.Connection, *, kept: bool = False) -> MySQLConnection:
    """Return an adapter of the user's connection.

    Args:
        connection: The driver's.
        kept: No call ends a transaction: a framework of the user's does.
    """
    return MySQLConnection(link_to(_WIRE, connection, kept=kept), None, 0, queued=True)


class _Asyncmy(Wire):
    async def open(self, options: Options) -> Any:
        """Connect."""
        return await asyncmy.connect(
            host=options.host,
            port=options.port,
            user=options.user,
            password=options.password,
            database=options.database,
            unix_socket=options.unix_socket,
            charset=options.charset,
            connect_timeout=options.connect_timeout,
            ssl=options.tls,
            client_flag=FOUND_ROWS,
            autocommit=True,
        )

    def is_open(self, connection: Any) -> bool:
        """Tell whether the connection can still be used."""
        # A connection that the server has closed says "connected" until it is used.
        return connection.connected and not connection._stream_broken  # noqa: SLF001 - as its pool asks

    def building(self, build: Build, query: str) -> Work[Any, Built | None] | None:
        """Return what builds the rows of a statement while they arrive."""
        if not _OPEN or not isinstance(build, RowBuilder):
            return None
        return partial(_build_rows, build, query)

    def drop(self, connection: Any) -> None:
        """Close the connection at once, without a word to the server."""
        connection.close()

    async def close(self, connection: Any) -> None:
        """Close the connection; it may be closed already."""
        await connection.ensure_closed()


async def _build_rows(build: RowBuilder[Any], query: str, result: Any) -> Built | None:
    return None if result.description is None else await _Arriving(result, build, query).read()


class _Arriving:
    """The rows of a statement, built out of the bytes that the driver has received.

    Args:
        result: The driver's, its rows not yet read.
        build: What builds them.
        query: The statement.
    """

    def __init__(self, result: Any, build: RowBuilder[Any], query: str) -> None:
        self._result = result
        self._build = build
        self._query = query
        self._built = Built([])
        self._columns = tuple(
            (_KINDS.get(convert, OTHER), encoding, convert)
            for _, encoding, convert in result.converters
        )

    async def read(self) -> Built:
        """Read them to their end."""
        result, connection = self._result, self._result.connection
        while True:
            self._take(self._build_arrived, connection)
            # What is left is for the driver: it waits for more, or finds the end or an error.
            row = await result._read_rowdata_packet_unbuffered()  # noqa: SLF001 - as its cursors do
            if row is None:
                return self._built
            self._take(self._build_read, [row, *result._take_pending_rows()])  # noqa: SLF001 - as above

    def _take(self, build: Callable[[Any], None], source: Any) -> None:
        if self._built.failure is None:
            try:
                build(source)
            except Exception as exc:  # noqa: BLE001 - raised when all has been read
                self._built.failure = exc

    def _build_arrived(self, connection: Any) -> None:
        state = connection._proto  # noqa: SLF001 - as the driver's results do
        state.pos, connection._next_seq_id = self._build.read_mysql(  # noqa: SLF001 - as above
            state.buffer,
            state.pos,
            state.length,
            connection._next_seq_id,  # noqa: SLF001 - as above
            self._columns,
            self._built.objects,
        )

    def _build_read(self, rows: list[Any]) -> None:
        refuse_zero_dates(rows, self._result.description, self._query)
        self._built.objects += self._build(rows)


class _HeldPool(Pool[Link]):
    """A pool of the user's."""

    def __init__(self, pool: DriverPool) -> None:
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


_WIRE = _Asyncmy(Error, conversions, "_")
