"""Rows of SQLite that are looked up by a key, where the call is made: no hop into a thread.

The connection is one of its own, which only reads.  SQLite says whether a statement is a look-up;
what takes longer than one, waits for a lock or fails is run again by the others, in their thread.
So is everything for a while after look-ups have held up the event loop, as a slow disk makes them,
and for good once the shared connection has a temporary table, which may hide one of the file, or
wants the file for itself.  Rows are ``Any``, as in sqlite3: the ``Sql`` of each call names them.

Depends on: sqlite_calls, sqlite_errors, sqlite_readers, _compat.
"""

from __future__ import annotations

import re
import sqlite3
from math import inf
from threading import Lock
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from flash_core._compat import finish, sleep

from .sqlite_calls import NUMBERS_WARN, by_name
from .sqlite_errors import ERRORS
from .sqlite_readers import forbid_writing, only_reads

if TYPE_CHECKING:
    from flash_core._compat import Call

_KEPT: Final = 512  # statements, compiled or known to be none
_STEPS: Final = 5000  # of SQLite's machine: a fraction of a millisecond
_LONGEST: Final = 1_000_000  # bytes of a row
_IN_TURN: Final = 50  # look-ups after which others run
_LONG: Final = 0.02  # seconds that those of a turn may take; 50 take a third of a millisecond
_REST: Final = 20  # times as long as they took longer, they go to the thread

# A table that may hide one of the file, and a mode in which nobody else may have it open.
_ALONE: Final = re.compile(
    r"\b(?:CREATE|ALTER)\b.*\bTEMP(?:ORARY)?\b|\bPRAGMA\b.*\b(?:journal|locking)_mode\s*[=(]",
    re.IGNORECASE | re.DOTALL,
)

# The whole plan of a statement: one table, by values that the columns of an index are equal to.
_PLAN: Final = re.compile(
    r"SEARCH (?:TABLE )?\S+ (?:AS \S+ )?USING "
    r"(?:INTEGER PRIMARY KEY|(?:COVERING )?INDEX (?P<index>\S+)) \((?P<columns>[^<>]+)\)"
)
_COLUMNS: Final = """
SELECT count(*) FROM pragma_index_info(?) WHERE EXISTS (
    SELECT 1 FROM sqlite_master m, pragma_index_list(m.tbl_name) l
    WHERE m.type = 'index' AND m.name = ? AND l.name = m.name AND l."unique")
"""


class Lookups:
    """A connection for look-ups, made for the first of them.

    Args:
        target: What to open.
        opened: :func:`open_lookups`, in the thread of the connection that everybody shares.
    """

    __slots__ = (
        "_closed",
        "_connection",
        "_held",
        "_known",
        "_left",
        "_lock",
        "_opened",
        "_opening",
        "_resume",
        "_target",
        "_ticks",
    )

    def __init__(self, target: str, opened: Call[sqlite3.Connection]) -> None:
        self._target = target
        self._opened = opened
        self._opening = False
        self._connection: sqlite3.Connection | None = None
        self._closed = False
        self._known: dict[str, bool] = {}  # statement → it is a look-up
        self._left = _IN_TURN
        self._held = 0.0  # seconds that the look-ups of this turn have taken
        self._resume = 0.0  # until when all goes to the thread
        self._lock = Lock()  # loops of other threads may call as well
        self._ticks = 0

    def instead_of(self, other: Call[Any], *, value: bool) -> Call[Any]:
        """Return what looks rows up, and runs all other statements as ``other`` does.

        Args:
            other: The function on the connection that everybody shares, or on the readers.
            value: Of the first row the first column is wanted.
        """
        other = self.beside(other)

        async def run(query: str, args: tuple[object, ...]) -> Any:
            now = perf_counter()
            if self._known.get(query) is False or now < self._resume:
                return await other(query, args)
            self._left -= 1
            if self._left <= 0:  # who looks up one row after the other would never wait
                self._left = _IN_TURN
                self._held = 0.0
                await sleep(0)
                now = perf_counter()
            if self._connection is None and only_reads(query):
                await finish(self._open())
                now = perf_counter()
            found = self._look_up(query, args)
            self._count(now)
            if found is None:
                return await other(query, args)
            row = found[0]
            return row[0] if value and row is not None else row

        return run

    def beside(self, other: Call[Any]) -> Call[Any]:
        """Return ``other``, before which look-ups end if it wants the shared connection alone."""

        async def run(query: str, args: tuple[object, ...]) -> Any:
            words = query.upper()
            if ("TEMP" in words or "PRAGMA" in words) and _ALONE.search(query):
                self._resume = inf
                self.close()
            return await other(query, args)

        return run

    async def _open(self) -> None:
        with self._lock:
            first, self._opening = not self._opening, True
        if not first:  # what comes meanwhile is for the thread
            return
        try:
            connection = await self._opened(self._target, ())
        except ERRORS:  # the other connection tells of it when it can neither
            self._resume = inf
            return
        connection.set_progress_handler(self._tick, _STEPS)
        with self._lock:
            self._connection = connection
        if self._closed:  # meanwhile
            connection.close()

    def _look_up(self, query: str, args: tuple[object, ...]) -> tuple[Any] | None:
        """Return the first row, or None for none, in a tuple; None where it cannot be had here."""
        connection = self._connection
        if connection is None or not self._lock.acquire(blocking=False):
            return None
        self._ticks = 0
        try:
            if query in self._known or self._learn(connection, query, args):
                return (_row(connection, query, args),)
        except ERRORS as exc:
            # A lock passes, and another row may be shorter.  Too many steps mean another plan.
            if getattr(exc, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
                self._known[query] = False
        finally:
            self._lock.release()
        return None

    def _learn(self, connection: sqlite3.Connection, query: str, args: tuple[object, ...]) -> bool:
        """Ask SQLite whether a statement is a look-up."""
        known = only_reads(query) and _is_lookup(connection, query, args)
        if len(self._known) >= _KEPT:
            self._known.clear()
        self._known[query] = known
        return known

    def _count(self, begin: float) -> None:
        """Let the thread do the work for a while when it has taken too long here."""
        now = perf_counter()
        self._held += now - begin
        if self._held > _LONG:
            self._resume = max(self._resume, now + _REST * self._held)
            self._held = 0.0

    def _tick(self) -> bool:
        """Tell SQLite to stop, once the look-up has taken all its steps and more."""
        self._ticks += 1
        return self._ticks > 1  # the first may be of steps that earlier look-ups have taken

    def close(self) -> None:
        """Close the connection; does nothing when it is closed already."""
        with self._lock:
            self._closed = True
            if self._connection is not None:
                self._connection.close()


def _first(connection: sqlite3.Connection, query: str, args: tuple[object, ...]) -> Any:
    cursor = connection.execute(query, args)
    try:
        return cursor.fetchone()
    finally:
        cursor.close()  # what it has read is of one moment, and must not stay so


def _explain(connection: sqlite3.Connection, query: str, args: tuple[object, ...]) -> list[Any]:
    return connection.execute(f"EXPLAIN QUERY PLAN {query}", args).fetchall()


def _is_lookup(connection: sqlite3.Connection, query: str, args: tuple[object, ...]) -> bool:
    """Tell whether a statement finds one row at most, by all columns of a key."""
    plan = _plan(connection, query, args)
    found = _PLAN.fullmatch(plan[0][3]) if len(plan) == 1 else None
    if found is None:
        return False
    index = found["index"]
    if index is None:  # the rowid
        return True
    (columns,) = connection.execute(_COLUMNS, (index, index)).fetchone()
    return bool(found["columns"].count("=?") == columns)


_row: Final = by_name(_first) if NUMBERS_WARN else _first
_plan: Final = by_name(_explain) if NUMBERS_WARN else _explain


def open_lookups(
    connection: sqlite3.Connection, query: str, args: tuple[object, ...]
) -> sqlite3.Connection:
    """Return a connection for look-ups; ``query`` is what to open."""
    del connection
    uri = query.startswith("file:")
    found = sqlite3.connect(
        query,
        uri=uri,
        timeout=0,  # whoever waits for a lock does so in a thread
        isolation_level=None,
        check_same_thread=False,
        cached_statements=_KEPT,
    )
    try:
        forbid_writing(found, "", args)
        found.execute("SELECT count(*) FROM sqlite_master").fetchall()  # the schema is read now
        found.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    except BaseException:
        found.close()
        raise
    return found
