"""Reading a large result of PostgreSQL through a cursor of the server, whichever the driver.

Inside a transaction the cursor belongs to it.  Outside of one, on a connection that is the user's,
it is one WITH HOLD: the server keeps the rows, and no transaction stays open under the user's feet.

Depends on: connection, session.
"""

from __future__ import annotations

import abc
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from flash_core.database.connection import CHUNK
from flash_core.database.session import Session
from flash_core.errors import DatabaseError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from flash_core.values import CopyTarget, RowT, Sql

_numbers: Final = count(1)


class CursorSession(Session):
    """A connection on which cursors can be declared.

    Attributes:
        left: Names of cursors nobody reads any more.  They are closed before the next statement:
            whoever dropped one may be running a statement this very moment.
    """

    __slots__ = ("left",)

    left: list[str]

    @abc.abstractmethod
    def in_transaction(self) -> bool:
        """Tell whether a transaction is open."""

    def copies_alone(self) -> bool:
        """Tell whether a COPY now is a transaction by itself."""
        return not self.in_transaction()

    async def copy_alone(self, target: CopyTarget, rows: Sequence[tuple[object, ...]]) -> int:
        """Write rows by one COPY, all or none, and return how many were written."""
        return await self.copy_group(target, rows)

    @abc.abstractmethod
    async def send(self, sql: str, args: tuple[object, ...] = ()) -> None:
        """Run a statement that returns no rows."""

    @abc.abstractmethod
    async def read(self, sql: str) -> list[Any]:
        """Run a statement that no cache should keep, and return its rows."""

    async def stream(self, query: Sql[RowT], /, *args: object) -> AsyncGenerator[list[RowT]]:
        """Run a statement that only reads, and yield its rows, many at a time."""
        name = f"flash_{next(_numbers)}"
        hold = "" if self.in_transaction() else "WITH HOLD "
        is_open = False
        try:
            self.use.take(query)
            try:
                await self.close_left()
                await self.send(f"DECLARE {name} NO SCROLL CURSOR {hold}FOR {query}", args)
                is_open = True
            finally:
                self.use.query = None
            while is_open:
                self.use.take(query)
                try:
                    rows: list[RowT] = await self.read(f"FETCH {CHUNK} FROM {name}")
                    if len(rows) < CHUNK:
                        is_open = False
                        await self.send(f"CLOSE {name}")
                finally:
                    self.use.query = None
                if rows:
                    yield rows
        except DatabaseError as error:
            error.locate(query)  # it names the statement about the cursor
            raise
        finally:
            if is_open:
                self.left.append(name)

    async def close_left(self) -> None:
        """Close the cursors that nobody reads any more."""
        if not self.left:
            return
        names = ", ".join(f"'{name}'" for name in self.left)
        self.left = []
        # In a transaction that has failed they are gone with it, or with the connection.
        with suppress(DatabaseError):
            # The names are our own.
            found = f"SELECT name FROM pg_catalog.pg_cursors WHERE name IN ({names})"  # noqa: S608 - quoted names
            for row in await self.read(found):
                await self.send(f"CLOSE {row[0]}")
