# Generated from flash_core/database/database.py by `nox -s unasync`: edit that file.
"""A database that finds a connection for every call: what ``connect()`` returns.

Depends on: blocks, connection, session, pool.
"""

from __future__ import annotations

import abc
from contextlib import closing
from typing import TYPE_CHECKING

from flash_core.errors import ProgrammingError
from flash_sync._compat import WITH, finish

from .blocks import Modes
from .connection import Connection

if TYPE_CHECKING:
    from collections.abc import Generator
    from types import TracebackType
    from typing import Self

    from flash_core.values import RowT, Sql

    from .pool import PoolStats
    from .session import Session


class Database(Connection):
    """Connections to one database.  Every call commits by itself; ``transaction()`` groups calls.

    Tasks may share it.  Each transaction has a connection of its own.
    """

    __slots__ = ()

    @abc.abstractmethod
    def open(self) -> Self:
        """Connect; does nothing when it is open already.

        Raises:
            ConnectionLost: The server cannot be reached, or refuses.
        """

    @abc.abstractmethod
    def borrow(self) -> Session:
        """Return a connection of one's own, in no transaction; ``release()`` gives it back.

        What it leaves in its session, such as settings, is undone when somebody else gets it.
        """

    @abc.abstractmethod
    def stats(self) -> PoolStats:
        """Count the connections.

        Raises:
            ProgrammingError: The database is not open.
        """

    @abc.abstractmethod
    def close(self) -> None:
        """Close every connection; does nothing when it is closed already."""

    def stream(self, query: Sql[RowT], /, *args: object) -> Generator[list[RowT]]:
        """Run a statement that only reads, and yield its rows, many at a time.

        They are read on a connection of their own, in a transaction.
        """
        session = self.enter(Modes())
        well = False
        try:
            with closing(session.stream(query, *args)) as chunks:
                for rows in chunks:
                    well = True
                    yield rows
                    well = False
            well = True
        finally:
            finish(session.leave(commit=well))

    def __enter__(self) -> Self:
        """Connect."""
        return self.open()

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close every connection."""
        self.close()


def not_open() -> ProgrammingError:
    """Return the error for a database that is used before ``open()`` or after ``close()``."""
    return ProgrammingError(
        f"the database is not open; write: {WITH} connect(url) as database:, or call open()"
    )
