# Generated from flash_core/database/database.py by `nox -s unasync`: edit that file.
"""A database that finds a connection for every call: what ``connect()`` returns.

Depends on: connection.
"""

from __future__ import annotations

import abc
from typing import TYPE_CHECKING

from flash_core.errors import ProgrammingError
from flash_sync._compat import WITH

from .connection import Connection

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self


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
    def close(self) -> None:
        """Close every connection; does nothing when it is closed already."""

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
