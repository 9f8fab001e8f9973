"""A file of SQLite: a connection for single calls, one for each transaction, and readers.

Depends on: blocks, database, session, pool, errors, sqlite_calls, sqlite_connection,
sqlite_errors, sqlite_lookups, sqlite_readers, _compat.
"""

from __future__ import annotations

from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from flash_core._compat import Channel, Slots, finish, open_sqlite
from flash_core.database.blocks import Block, Modes, refuse_control
from flash_core.database.database import Database, not_open
from flash_core.database.pool import PoolStats
from flash_core.errors import ConnectionLost, PoolTimeout

from .sqlite_calls import prepare
from .sqlite_connection import Calls, SQLiteConnection, outermost
from .sqlite_errors import ERRORS, sqlite_error
from .sqlite_lookups import Lookups, open_lookups
from .sqlite_readers import Readers, forbid_writing

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from typing import Self

    from flash_core.database.session import Session
    from flash_core.values import ExecResult, RowT, Sql

_STATEMENTS: Final = 512  # compiled statements a connection keeps; the default is 128


class SQLiteDatabase(Calls, Database):
    """A file: one connection for calls outside a transaction, and one for each transaction.

    Args:
        target: The path, or a ``file:`` URI.
        max_size: How many transactions may be open at the same time.
        timeout: Seconds to wait for a slot, and for another process to unlock the file.
    """

    __slots__ = (
        "_channel",
        "_execute",
        "_fetch",
        "_fetch_built",
        "_fetchrow",
        "_fetchval",
        "_idle",
        "_lent",
        "_max_size",
        "_result",
        "_script",
        "_slots",
        "_target",
        "_timeout",
    )

    def __init__(self, target: str, max_size: int, timeout: float) -> None:
        self._target = target
        self._timeout = timeout
        self._max_size = max_size
        self._slots = Slots(max_size)
        self._lent = 0
        self._channel: Channel | None = None
        self._idle: list[Channel] = []
        self._refuse(not_open)

    async def open(self) -> Self:
        """Connect; does nothing when it is open already."""
        if self._channel is None:
            try:
                await finish(self._open())
            except BaseException:
                await finish(self.close())
                raise
        return self

    async def _open(self) -> None:
        self._channel = await self._connect(shared=True)
        self._bind(self._channel, joined=False)

    def stats(self) -> PoolStats:
        """Count the connections that transactions have; all other calls share one."""
        if self._channel is None:
            raise not_open()
        return PoolStats(self._max_size, self._lent, len(self._idle), self._slots.waiting)

    async def close(self) -> None:
        """Close every connection; does nothing when it is closed already."""
        channels, self._idle = self._idle, []
        if self._channel is not None:
            channels.append(self._channel)
            self._channel = None
            self._refuse(not_open)
        await finish(_close_all(channels))

    async def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        refuse_control(query)
        try:
            return await self._execute(query, args)
        except ERRORS as exc:
            raise sqlite_error(exc, query) from exc

    async def execute_result(self, query: str, /, *args: object) -> ExecResult:
        """Run a statement and return how many rows it affected, and the id of the row inserted."""
        refuse_control(query)
        return await super().execute_result(query, *args)

    async def stream(self, query: Sql[RowT], /, *args: object) -> AsyncGenerator[list[RowT]]:
        """Run a statement that only reads, and yield its rows, many at a time."""
        session = await self._borrow()
        try:
            # Not in a transaction, which would begin by locking out whoever writes.
            async with aclosing(session.stream(query, *args)) as chunks:
                async for rows in chunks:
                    yield rows
        finally:
            await finish(session.release())

    async def borrow(self) -> Session:
        """Return a connection of one's own, in no transaction; ``release()`` gives it back."""
        session = await self._borrow()
        session.stand_alone()
        return session

    async def enter(self, modes: Modes) -> Session:
        """Begin a transaction on a connection of its own."""
        session = await self._borrow()
        await session.begin(outermost(modes))
        return session

    async def enter_batch(self, query: str) -> Session:
        """Begin the transaction in which a statement runs many times."""
        session = await self._borrow()
        # What only reads must not wait for whoever writes.
        reads = query.lstrip()[:6].upper() == "SELECT"
        await session.begin(Block(begin=("BEGIN",)) if reads else outermost(Modes()))
        return session

    async def _borrow(self) -> SQLiteConnection:
        if self._channel is None:
            raise not_open()
        await self._take_slot()
        try:
            channel = await self._take_idle()
        except BaseException:
            self._slots.release()
            raise
        self._lent += 1
        return SQLiteConnection(channel, self, 1, joined=False)

    async def _take_idle(self) -> Channel:
        while True:
            try:
                return self._idle.pop()
            except IndexError:
                # An opening that is cancelled goes on: its connection is for the next transaction.
                await finish(self._add_idle())

    async def _add_idle(self) -> None:
        self._idle.append(await self._connect())

    def stop(self, channel: Channel) -> None:
        """Stop what runs on the connection of a transaction that is about to be rolled back."""
        channel.driver.interrupt()

    async def take_back(self, channel: Channel) -> None:
        """Keep a connection whose transaction is over for the next one."""
        self._lent -= 1
        try:
            if self._channel is None or channel.connection.in_transaction:
                await channel.connection.close()
            else:
                self._idle.append(channel)
        finally:
            self._slots.release()

    async def _take_slot(self) -> None:
        if not await self._slots.acquire(self._timeout):
            message = (
                f"no connection became free in {self._timeout} seconds: the transactions that are "
                "open hold all of them"
            )
            raise PoolTimeout(message)

    async def _connect(self, *, shared: bool = False) -> Channel:
        try:
            connection = await open_sqlite(
                self._target,
                uri=self._target.startswith("file:"),
                busy_timeout=self._timeout,
                cached_statements=_STATEMENTS,
            )
            channel = Channel(connection, shared=shared)
            try:
                await channel.bind(prepare)(self._target, ())
            except BaseException:
                await finish(connection.close())
                raise
        except ERRORS as exc:
            raise _unreachable(self._target, exc) from exc
        return channel


class ReadDatabase(SQLiteDatabase):
    """A file with connections that only read, for calls outside a transaction.

    Args:
        target: The path, or a ``file:`` URI.
        max_size: How many transactions may be open at the same time.
        timeout: Seconds to wait for a slot, and for another process to unlock the file.
        readers: How many connections only read.
        inline: Rows are looked up by a key on one more, where the call is made; it is connected
            for the first of them.
    """

    __slots__ = ("_inline", "_lookups", "_reading", "_size")

    def __init__(
        self, target: str, max_size: int, timeout: float, readers: int, *, inline: bool
    ) -> None:
        super().__init__(target, max_size, timeout)
        self._size = readers
        self._inline = inline
        self._reading: list[Channel] = []
        self._lookups: Lookups | None = None

    async def _open(self) -> None:
        await super()._open()
        for _ in range(self._size):
            channel = await self._connect()
            self._reading.append(channel)
            await channel.bind(forbid_writing)("", ())
        if self._size:
            readers = Readers(self._reading, self._timeout)
            self._fetch = readers.instead_of("_fetch", self._fetch)
            self._fetch_built = readers.instead_of("_fetch_built", self._fetch_built)
            self._fetchrow = readers.instead_of("_fetchrow", self._fetchrow)
            self._fetchval = readers.instead_of("_fetchval", self._fetchval)
        if self._inline and self._channel is not None:
            lookups = Lookups(self._target, self._channel.bind(open_lookups))
            self._execute = lookups.beside(self._execute)
            self._result = lookups.beside(self._result)
            self._script = lookups.beside(self._script)
            self._fetch = lookups.beside(self._fetch)
            self._fetch_built = lookups.beside(self._fetch_built)
            self._fetchrow = lookups.instead_of(self._fetchrow, value=False)
            self._fetchval = lookups.instead_of(self._fetchval, value=True)
            self._lookups = lookups

    async def close(self) -> None:
        """Close every connection; does nothing when it is closed already."""
        if self._lookups is not None:  # before the others: who closes last writes the log back
            self._lookups.close()
            self._lookups = None
        channels, self._reading = self._reading, []
        try:
            await super().close()
        finally:
            await finish(_close_all(channels))


async def _close_all(channels: list[Channel]) -> None:
    for channel in channels:
        await channel.connection.close()


def _unreachable(target: str, exc: Exception) -> ConnectionLost:
    message = f"cannot open {target}: {exc}"
    folder = Path(target).parent
    if not target.startswith("file:") and not folder.is_dir():
        message += f" (there is no folder {folder})"
    elif "readonly" in str(exc):
        message = (
            f"cannot open {target}: it is in WAL mode, in which readers, too, make files beside it,"
            f" and you may not write to the folder {folder}"
        )
    return ConnectionLost(message, sqlstate=getattr(exc, "sqlite_errorname", None))
