"""The rows of a MySQL statement that are read as they are asked for.

The server sends them one after the other, and hears of nothing else meanwhile.  A statement in
between makes the :class:`Link` read the others into memory first, or throw them away when nobody
wants them any more.  Results and connections are ``Any``: two drivers have no types.

Depends on: connection, errors, mysql_values.
"""

from __future__ import annotations

from typing import Any

from flash_core.database.connection import CHUNK
from flash_core.errors import ProgrammingError

from .mysql_values import refuse_zero_dates


class Reading:
    """A statement whose rows are being read.

    Args:
        result: The driver's.
        query: The statement.
        alone: It has opened a transaction, which ends with its rows.

    Attributes:
        wanted: Somebody still reads it.
        failure: What happened when its rows were read to make room for another statement.
    """

    __slots__ = ("_description", "_result", "_rows", "alone", "failure", "query", "wanted")

    def __init__(self, result: Any, query: str, *, alone: bool) -> None:
        self._result = result
        self._description = result.description
        self._rows: list[Any] = []
        self.query = query
        self.alone = alone
        self.wanted = True
        self.failure: Exception | None = None

    async def read(self, connection: Any) -> bool:
        """Read some rows, and tell whether there may be more.

        Raises:
            ProgrammingError: The driver was used directly, and has thrown the rows away.
        """
        result = self._result
        if connection._result is not result:  # noqa: SLF001 - cursors read it there
            message = (
                "another statement on the driver's connection has ended the reading of these rows; "
                "read them to the end first, or run it through Flash"
            )
            raise ProgrammingError(message, query=self.query)
        if not self.wanted:
            await result._finish_unbuffered_query()  # noqa: SLF001 - as its cursors do
            return False
        for _ in range(CHUNK):
            row = await result._read_rowdata_packet_unbuffered()  # noqa: SLF001 - as its cursors do
            if row is None:
                return False
            self._rows.append(row)
        return True

    def take(self) -> list[Any]:
        """Return the rows that have been read since the last time.

        Raises:
            DataError: One of them holds a date that Python has not.
        """
        rows, self._rows = self._rows, []
        if not rows and self.failure is not None:
            raise self.failure
        if rows:
            refuse_zero_dates(rows, self._description, self.query)
        return rows

    def end(self) -> None:
        """Let the driver forget the rows that have not been read."""
        self._result.unbuffered_active = False
