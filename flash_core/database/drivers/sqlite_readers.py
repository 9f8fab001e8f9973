"""Connections of SQLite that only read, beside the one that everybody shares.

A long SELECT then holds up nobody: neither who writes, nor short reads.  In WAL mode each statement
sees all that was committed before it, so who reads after a write sees it.

Depends on: sqlite_calls, errors, _compat.
"""

from __future__ import annotations

import re
import sqlite3
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from flash_core._compat import Slots
from flash_core.errors import PoolTimeout

from .sqlite_calls import NUMBERS_WARN, READERS, by_name, fetch_built

if TYPE_CHECKING:
    from flash_core._compat import Call, Channel

_READS: Final = re.compile(
    r"(?>\s+|--[^\n]*(?:\n|$)|/\*.*?\*/)*+(?:SELECT|WITH)\b", re.IGNORECASE | re.DOTALL
)
# After WITH may come a statement that writes; the functions tell of the connection they are on.
_ELSEWHERE: Final = re.compile(
    r"\b(?:INSERT|UPDATE|DELETE|REPLACE|last_insert_rowid|changes|total_changes|temp)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def only_reads(query: str) -> bool:
    """Tell whether a statement only reads, and the same on whichever connection."""
    return _READS.match(query) is not None and _ELSEWHERE.search(query) is None


class Readers:
    """Some connections, one for each call.

    Args:
        channels: The ways to them.
        timeout: Seconds to wait for a free one.
    """

    def __init__(self, channels: list[Channel], timeout: float) -> None:
        self._timeout = timeout
        self._slots = Slots(len(channels))
        self._idle = [_bound(channel) for channel in channels]

    def instead_of(self, name: str, other: Call[Any]) -> Call[Any]:
        """Return what runs statements that only read here, and all the others as ``other`` does.

        Args:
            name: How ``READERS`` calls the function.
            other: The function on the connection that everybody shares.
        """

        async def run(query: str, args: tuple[object, ...]) -> Any:
            if not only_reads(query):
                return await other(query, args)
            if not await self._slots.acquire(self._timeout):
                message = f"no reader became free in {self._timeout} seconds: all are in use"
                raise PoolTimeout(message, query=query)
            reader = self._idle.pop(0)
            try:
                return await reader[name](query, args)
            except sqlite3.OperationalError:
                pass  # a temporary table or an attached file, for instance, is not seen from here
            finally:
                self._idle.append(reader)
                self._slots.release()
            return await other(query, args)

        return run


def _bound(channel: Channel) -> dict[str, Call[Any]]:
    bound: dict[str, Call[Any]] = {
        name: channel.bind(by_name(function) if NUMBERS_WARN else function)
        for name, function, _, _ in READERS
    }
    return {**bound, "_fetch_built": channel.bind(fetch_built)}


def forbid_writing(connection: sqlite3.Connection, query: str, args: tuple[object, ...]) -> None:
    """Let a connection only read."""
    del query
    connection.execute("PRAGMA query_only = ON", args)
