"""Cursors of psycopg that convert values our way, and are used again.

A new cursor looks for the conversion of every type, which takes a third of the time of a small
statement.

Depends on: blocks, psycopg_values, _compat.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import psycopg
from psycopg.adapt import AdaptersMap, Transformer
from psycopg.pq import TransactionStatus
from psycopg.rows import tuple_row

from flash_core._compat import finish
from flash_core.database.blocks import controls_transaction

from .psycopg_values import LOOK_UP

if TYPE_CHECKING:
    from .psycopg_values import ValueAdapters

_IDLE: Final = TransactionStatus.IDLE

# What conversions were made for, as the session was set; the server tells when it changes.
_SETTINGS: Final = (b"client_encoding", b"DateStyle", b"IntervalStyle")


class Cursor(psycopg.AsyncRawCursor[Any]):
    """A cursor that converts values our way.

    Attributes:
        settings: Of the session and of the adapters, which its conversions were made for.
        home: Where it waits for its next statement.
    """

    def __init__(self, connection: psycopg.AsyncConnection[Any], adapters: ValueAdapters) -> None:
        self._values = adapters
        self.settings: list[bytes | bool | None] = []
        self.home: list[Cursor] | None = None
        super().__init__(connection, row_factory=tuple_row)

    @property
    def adapters(self) -> AdaptersMap:
        """The adapters to use in place of the connection's."""
        return self._values

    async def run(self, query: str, args: tuple[object, ...]) -> None:
        """Run a statement, in a transaction of its own where the connection would open one."""
        connection = self._conn
        alone = not connection.autocommit and connection.pgconn.transaction_status == _IDLE
        try:
            await self.send(query, args)
            if alone and not controls_transaction(query):
                await connection.commit()
        except BaseException:
            if alone:
                await finish(connection.rollback())
            raise

    async def send(self, query: str, args: tuple[object, ...]) -> None:
        """Run a statement, and nothing more than it."""
        values = self._values
        binary = values.binary.get(query)
        # psycopg wants literal text; ours comes from the compiler.  Without arguments the simple
        # protocol is used, which takes several statements.
        await self.execute(query, args or None, binary=binary)  # pyright: ignore[reportArgumentType, reportCallIssue]
        if binary is None:
            values.look_at(query, self.pgresult)
        if values.unresolved:
            await self._resolve()

    def keep(self) -> None:
        """Forget the result, which has been read, and wait for the next statement."""
        home, self.home = self.home, None
        if home is not None:
            self._results = []
            self.pgresult = None
            self._tx.set_pgresult(None)
            home.append(self)

    async def read_all(self) -> list[list[Any]]:
        """Return the rows of each result."""
        found: list[list[Any]] = []
        while True:
            if self._values.unresolved:
                await self._resolve()
            found.append(await self.fetchall())
            if not self.nextset():
                return found

    async def fetchall(self) -> list[Any]:
        """Return all rows that are left."""
        try:
            return await super().fetchall()
        except psycopg.DataError:
            if not self._values.admit_infinity():
                raise
            self._convert_again()
            return await super().fetchall()

    async def fetchmany(self, size: int = 0) -> list[Any]:
        """Return the next rows, so many of them."""
        try:
            return await super().fetchmany(size)
        except psycopg.DataError:
            if not self._values.admit_infinity():
                raise
            self._convert_again()
            return await super().fetchmany(size)

    async def fetchone(self) -> Any:
        """Return the next row, or None."""
        try:
            return await super().fetchone()
        except psycopg.DataError:
            if not self._values.admit_infinity():
                raise
            self._convert_again()
            return await super().fetchone()

    async def _resolve(self) -> None:
        """Look up the types that were met for the first time, and convert the result again."""
        cursor = psycopg.AsyncRawCursor[Any](self._conn, row_factory=tuple_row)
        await cursor.execute(LOOK_UP, (list(self._values.unresolved),))
        self._values.learn(await cursor.fetchall())
        self._convert_again()

    def _convert_again(self) -> None:
        """Have the result converted by the adapters as they are now."""
        result = self.pgresult
        if result is not None:
            self._tx = Transformer(self)
            self._tx.set_pgresult(result)


class Cursors:
    """The cursors of one connection.

    Args:
        connection: The driver's.
        adapters: How values are converted.
    """

    __slots__ = ("_adapters", "_connection", "_idle")

    def __init__(self, connection: psycopg.AsyncConnection[Any], adapters: ValueAdapters) -> None:
        self._connection = connection
        self._adapters = adapters
        self._idle: list[Cursor] = []

    def new(self) -> Cursor:
        """Return a cursor that is used once."""
        return Cursor(self._connection, self._adapters)

    def take(self) -> Cursor:
        """Return a cursor that nobody uses; who has read its result calls its ``keep()``."""
        status, idle = self._connection.pgconn.parameter_status, self._idle
        settings = [self._adapters.infinite, *map(status, _SETTINGS)]
        while True:
            try:  # another thread may take one
                cursor = idle.pop()
            except IndexError:
                cursor = self.new()
                cursor.settings = settings
            if cursor.settings == settings:
                cursor.home = idle
                return cursor
