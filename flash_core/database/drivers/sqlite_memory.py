"""A database of SQLite in memory: one connection, which calls and transactions take in turn.

Depends on: database, errors, sqlite_connection, sqlite_database, _compat.
"""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING

from flash_core._compat import WITH
from flash_core.database.database import not_open
from flash_core.errors import PoolTimeout

from .sqlite_connection import SQLiteConnection
from .sqlite_database import SQLiteDatabase

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Iterable, Sequence

    from flash_core._compat import Channel
    from flash_core.values import ExecResult, RowT, Sql, T


class MemoryDatabase(SQLiteDatabase):
    """A database in memory: one connection, so a call waits while a transaction is open."""

    __slots__ = ()

    async def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        await self._take_slot()
        try:
            return await super().execute(query, *args)
        finally:
            self._slots.release()

    async def execute_result(self, query: str, /, *args: object) -> ExecResult:
        """Run a statement and return how many rows it affected, and the id of the row inserted."""
        await self._take_slot()
        try:
            return await super().execute_result(query, *args)
        finally:
            self._slots.release()

    async def fetch(self, query: Sql[RowT], /, *args: object) -> list[RowT]:
        """Run a statement and return all of its rows."""
        await self._take_slot()
        try:
            return await super().fetch(query, *args)
        finally:
            self._slots.release()

    async def fetch_built(
        self,
        query: Sql[RowT],
        build: Callable[[Sequence[RowT]], Iterable[T]],
        /,
        *args: object,
    ) -> list[T]:
        """Run a statement and return what is built of its rows."""
        await self._take_slot()
        try:
            return await super().fetch_built(query, build, *args)
        finally:
            self._slots.release()

    async def fetchrow(self, query: Sql[RowT], /, *args: object) -> RowT | None:
        """Run a statement and return its first row, or None when there is none."""
        await self._take_slot()
        try:
            return await super().fetchrow(query, *args)
        finally:
            self._slots.release()

    async def fetchval(self, query: Sql[tuple[T]], /, *args: object) -> T | None:
        """Run a statement and return the first column of its first row, or None."""
        await self._take_slot()
        try:
            return await super().fetchval(query, *args)
        finally:
            self._slots.release()

    async def execute_script(self, sql: str) -> None:
        """Run several statements, without arguments."""
        await self._take_slot()
        try:
            await super().execute_script(sql)
        finally:
            self._slots.release()

    async def stream(self, query: Sql[RowT], /, *args: object) -> AsyncGenerator[list[RowT]]:
        """Run a statement that only reads, and yield its rows, many at a time.

        Between them other calls may run, and transactions.
        """
        if self._channel is None:
            raise not_open()
        session = SQLiteConnection(self._channel, None, 1, joined=False)
        chunks = session.stream(query, *args)
        async with aclosing(chunks):
            while True:
                await self._take_slot()
                try:
                    rows = await anext(chunks, None)
                finally:
                    self._slots.release()
                if rows is None:
                    return
                yield rows

    async def _borrow(self) -> SQLiteConnection:
        channel = self._channel
        if channel is None:
            raise not_open()
        await self._take_slot()
        self._lent += 1
        return SQLiteConnection(channel, self, 1, joined=False)

    def stop(self, channel: Channel) -> None:
        """Let it run: others may be reading on the same connection."""

    async def take_back(self, channel: Channel) -> None:
        """Let the next call run."""
        del channel
        self._lent -= 1
        self._slots.release()

    async def _take_slot(self) -> None:
        if not await self._slots.acquire(self._timeout):
            message = (
                f"a transaction held the database in memory for {self._timeout} seconds: inside "
                f"{WITH} db.transaction() as tx: run every query on tx"
            )
            raise PoolTimeout(message)
