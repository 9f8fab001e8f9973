# Generated from flash_core/database/drivers/sqlite_calls.py by `nox -s unasync`: edit that file.
"""What runs in the thread of a SQLite connection: execute, fetch and commit in one call.

Each function takes the connection, a statement and its arguments.  Rows are ``Any``, as in sqlite3:
what they hold is for the caller to say, whose ``Sql`` names it.

Depends on: blocks, connection.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, TypeVar

from flash_core.errors import ProgrammingError
from flash_core.values import ExecResult
from flash_sync.blocks import aborted, controls_transaction
from flash_sync.connection import CHUNK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

R = TypeVar("R")

# These releases of Python take ?1 for a name and warn when it is bound by position (gh-117995).
NUMBERS_WARN: Final = (3, 12) <= sys.version_info < (3, 12, 4)


_TOGETHER: Final = 100  # rows in one INSERT
_PLACEHOLDERS: Final = 999  # in one statement

# Only these give a row an id; after any other statement there is still that of an earlier one.
_INSERTS: Final = re.compile(
    r"(?>\s+|--[^\n]*(?:\n|$)|/\*.*?\*/)*+(?:INSERT|REPLACE|WITH\b.*\bINTO)\b",
    re.IGNORECASE | re.DOTALL,
)
# What executemany() takes: statements that change rows and return none.
_PLAIN_CHANGE: Final = re.compile(r"\s*(?:INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)
_RETURNING: Final = re.compile(r"\bRETURNING\b", re.IGNORECASE)
_MAY_UPDATE: Final = re.compile(r"\bDO\s+UPDATE\b", re.IGNORECASE)


def _execute(connection: sqlite3.Connection, query: str, args: tuple[object, ...]) -> int:
    before = connection.total_changes
    return _count(connection.execute(query, args), query, before)


def _execute_result(
    connection: sqlite3.Connection, query: str, args: tuple[object, ...]
) -> ExecResult:
    before = connection.total_changes
    return _result(connection.execute(query, args), query, before)


def _fetch(connection: sqlite3.Connection, query: str, args: tuple[object, ...]) -> list[Any]:
    return connection.execute(query, args).fetchall()


def _fetchrow(connection: sqlite3.Connection, query: str, args: tuple[object, ...]) -> Any:
    cursor = connection.execute(query, args)
    row = cursor.fetchone()
    if row is not None and cursor.fetchone() is not None:
        _exhaust(cursor, query)
    return row


def _fetchval(connection: sqlite3.Connection, query: str, args: tuple[object, ...]) -> Any:
    row = _fetchrow(connection, query, args)
    return None if row is None else row[0]


def _count(cursor: sqlite3.Cursor, query: str, before: int) -> int:
    """Return how many rows a statement returned or changed, as PostgreSQL counts them."""
    del query
    if cursor.description is not None:
        return len(cursor.fetchall())
    if cursor.rowcount >= 0:
        return cursor.rowcount
    # The module counts only statements that start with INSERT, UPDATE, DELETE or REPLACE, not
    # those that start with WITH; changes() is not touched by statements that change no row.
    if cursor.connection.total_changes == before:
        return 0
    changes: int = cursor.execute("SELECT changes()").fetchone()[0]
    return changes


def _result(cursor: sqlite3.Cursor, query: str, before: int) -> ExecResult:
    count = _count(cursor, query, before)
    inserted = count > 0 and _INSERTS.match(query) and not _MAY_UPDATE.search(query)
    return ExecResult(count, cursor.lastrowid if inserted else None)


def _all(cursor: sqlite3.Cursor, query: str, before: int) -> list[Any]:
    del query, before
    return cursor.fetchall()


def _built(
    cursor: sqlite3.Cursor, query: str, build: Callable[[list[Any]], Iterable[Any]]
) -> list[Any]:
    """Return what is built of the rows of a SELECT while they are read, and of others afterwards."""
    rows = cursor.fetchmany(CHUNK)
    if len(rows) < CHUNK:
        return list(build(rows))
    if not _is_select(query):  # what it changes must not depend on what can be built of it
        rows += cursor.fetchall()
        return list(build(rows))
    built: list[Any] = []
    try:
        while rows:
            built += build(rows)
            rows = cursor.fetchmany(CHUNK)
    except BaseException:
        cursor.close()
        raise
    return built


def _first(cursor: sqlite3.Cursor, query: str, before: int) -> Any:
    del before
    row = cursor.fetchone()
    if row is not None and cursor.fetchone() is not None:
        _exhaust(cursor, query)
    return row


def _first_value(cursor: sqlite3.Cursor, query: str, before: int) -> Any:
    row = _first(cursor, query, before)
    return None if row is None else row[0]


def _exhaust(cursor: sqlite3.Cursor, query: str) -> None:
    """Read the other rows of a statement that writes: its changes are complete, and can fail, there.

    A SELECT is only dropped, however many rows it has left.
    """
    if _is_select(query):
        cursor.close()
        return
    for _ in cursor:
        pass


def _is_select(query: str) -> bool:
    return query.lstrip()[:6].upper() == "SELECT"


READERS: Final = (
    ("_execute", _execute, _count, True),
    ("_result", _execute_result, _result, True),
    ("_fetch", _fetch, _all, False),
    ("_fetchrow", _fetchrow, _first, False),
    ("_fetchval", _fetchval, _first_value, False),
)


def joining(
    read: Callable[[sqlite3.Cursor, str, int], R], *, counts: bool, kept: bool
) -> Callable[[sqlite3.Connection, str, tuple[object, ...]], R]:
    """Return what runs a statement on a connection of the user's.

    Args:
        read: What to make of the cursor.
        counts: It wants to know how many changes there were before.
        kept: A transaction that the statement opens is left open.
    """

    def run(connection: sqlite3.Connection, query: str, args: tuple[object, ...]) -> R:
        cursor = connection.cursor()
        cursor.row_factory = None
        alone = not kept and not connection.in_transaction
        before = connection.total_changes if counts else 0
        try:
            cursor.execute(query, args)
            result = read(cursor, query, before)
            # The module opens a transaction before a statement that writes, unless told not to.
            if alone and connection.in_transaction and not controls_transaction(query):
                connection.commit()
        except BaseException:
            if alone and connection.in_transaction:
                connection.rollback()
            raise
        return result

    return run


def fetch_built(connection: sqlite3.Connection, query: str, args: tuple[Any, ...]) -> list[Any]:
    """Run a statement on a connection of our own and return what is built of its rows.

    What builds it is the first argument, and the values of the statement are the second.
    """
    build, values = args
    return _built(connection.execute(query, *_by_number(query, [values])), query, build)


def joined_fetch_built(
    *, kept: bool
) -> Callable[[sqlite3.Connection, str, tuple[Any, ...]], list[Any]]:
    """Return the same for a connection of the user's; as :func:`joining`."""

    def run(connection: sqlite3.Connection, query: str, args: tuple[Any, ...]) -> list[Any]:
        build, values = args

        def read(cursor: sqlite3.Cursor, query: str, before: int) -> list[Any]:
            del before
            return _built(cursor, query, build)

        joined = joining(read, counts=False, kept=kept)
        return joined(connection, query, *_by_number(query, [values]))

    return run


def first_row(connection: sqlite3.Connection) -> Callable[[str, tuple[object, ...]], Any]:
    """Return what runs a statement on a connection of our own and returns its first row."""
    # What is called most stands here without the calls in between, which are a tenth of its time.
    execute = connection.execute

    def run(query: str, args: tuple[object, ...]) -> Any:
        cursor = execute(query, args)
        row = cursor.fetchone()
        if row is not None and cursor.fetchone() is not None:
            _exhaust(cursor, query)
        return row

    return run


def joined_first_row(
    connection: sqlite3.Connection, *, kept: bool
) -> Callable[[str, tuple[object, ...]], Any]:
    """Return the same for a connection of the user's; as :func:`joining`."""
    new = connection.cursor

    def run(query: str, args: tuple[object, ...]) -> Any:
        cursor = new()
        cursor.row_factory = None
        alone = not kept and not connection.in_transaction
        try:
            row = cursor.execute(query, args).fetchone()
            if row is not None and cursor.fetchone() is not None:
                _exhaust(cursor, query)
            if alone and connection.in_transaction and not controls_transaction(query):
                connection.commit()
        except BaseException:
            if alone and connection.in_transaction:
                connection.rollback()
            raise
        return row

    return run


def by_name(
    function: Callable[[sqlite3.Connection, str, tuple[object, ...]], R],
) -> Callable[[sqlite3.Connection, str, tuple[object, ...]], R]:
    """Return ``function`` with the arguments of a statement that numbers them bound by name."""

    def run(connection: sqlite3.Connection, query: str, args: Any) -> R:
        if "?1" in query:
            args = {str(number): value for number, value in enumerate(args, 1)}
        return function(connection, query, args)

    return run


def open_rows(
    connection: sqlite3.Connection, query: str, args: tuple[object, ...]
) -> tuple[sqlite3.Cursor, list[Any]]:
    """Run a statement that only reads; return its cursor and its first rows."""
    cursor = connection.cursor()
    cursor.row_factory = None
    cursor.execute(query, args)
    return cursor, cursor.fetchmany(CHUNK)


def next_rows(connection: sqlite3.Connection, query: str, args: tuple[Any, ...]) -> list[Any]:
    """Return the next rows of a cursor, which is the only argument."""
    del connection, query
    cursor: sqlite3.Cursor = args[0]
    return cursor.fetchmany(CHUNK)


def close_rows(connection: sqlite3.Connection, query: str, args: tuple[Any, ...]) -> None:
    """Close cursors, which are the arguments."""
    del connection, query
    for cursor in args:
        cursor.close()


def send_many(connection: sqlite3.Connection, query: str, args: tuple[Any, ...]) -> None:
    """Run a statement for each of the sets, which are the only argument."""
    sets = _by_number(query, args[0])
    if _PLAIN_CHANGE.match(query) and not _RETURNING.search(query):
        connection.executemany(query, sets)
        return
    for each in sets:
        connection.execute(query, each).fetchall()


def read_many(connection: sqlite3.Connection, query: str, args: tuple[Any, ...]) -> list[list[Any]]:
    """Return the rows of a statement for each of the sets, which are the only argument."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return [cursor.execute(query, each).fetchall() for each in _by_number(query, args[0])]


def copy_rows(connection: sqlite3.Connection, query: str, args: tuple[Any, ...]) -> None:
    """Insert rows, the first argument, of as many values as the second says."""
    rows, width = args
    # Many rows a statement take half the time; every SQLite takes so many placeholders.
    together = max(1, min(_TOGETHER, _PLACEHOLDERS // width))
    one = f"({', '.join('?' * width)})"
    many = f"{query} VALUES {', '.join([one] * together)}"
    even = len(rows) - len(rows) % together
    flat = chain.from_iterable
    for start in range(0, even, together):
        connection.execute(many, tuple(flat(rows[start : start + together])))
    connection.executemany(f"{query} VALUES {one}", rows[even:])


def _by_number(query: str, sets: list[Any]) -> list[Any]:
    """Return sets as this release of Python binds them."""
    if not NUMBERS_WARN or "?1" not in query:
        return sets
    return [{str(number): value for number, value in enumerate(one, 1)} for one in sets]


def run_command(connection: sqlite3.Connection, query: str, args: tuple[object, ...]) -> None:
    """Run a statement that controls the transaction; a rollback only if there is one.

    Raises:
        OperationalError: What should be committed is not there any more.
    """
    # Some errors end the transaction by themselves.
    if connection.in_transaction or query.startswith(("BEGIN", "PRAGMA")):
        connection.execute(query, args)
    elif not query.startswith("ROLLBACK"):
        raise aborted()


def is_in_transaction(connection: sqlite3.Connection, query: str, args: tuple[object, ...]) -> bool:
    """Tell whether a transaction is open."""
    del query, args
    return connection.in_transaction


def inside(
    function: Callable[[sqlite3.Connection, str, tuple[object, ...]], R],
) -> Callable[[sqlite3.Connection, str, tuple[object, ...]], R]:
    """Return ``function`` for a transaction: refused once SQLite has ended that.

    A full disk and OR ROLLBACK do so, for instance.  What came after would be committed at once.
    """

    def run(connection: sqlite3.Connection, query: str, args: tuple[object, ...]) -> R:
        if not connection.in_transaction:
            raise aborted()
        return function(connection, query, args)

    return run


def run_kept_script(connection: sqlite3.Connection, query: str, args: tuple[object, ...]) -> None:
    """Run several statements."""
    for statement in _statements(query):
        connection.execute(statement, args)


def run_script(connection: sqlite3.Connection, query: str, args: tuple[object, ...]) -> None:
    """Run several statements, and commit what was not open before."""
    alone = not connection.in_transaction
    try:
        for statement in _statements(query):
            connection.execute(statement, args)
    except BaseException:
        if alone and connection.in_transaction:
            connection.rollback()
        raise
    if alone and connection.in_transaction:
        if connection.isolation_level is None:
            connection.rollback()
            message = "the script leaves a transaction open; it was rolled back"
            raise ProgrammingError(message, query=query)
        connection.commit()


def _statements(script: str) -> list[str]:
    """Split a script at the semicolons that end a statement, as SQLite itself sees them."""
    found: list[str] = []
    start = 0
    end = script.find(";")
    while end >= 0:
        statement = script[start : end + 1]
        if sqlite3.complete_statement(statement):
            found.append(statement)
            start = end + 1
        end = script.find(";", end + 1)
    found.append(script[start:])
    return [statement for statement in found if statement.strip(" \t\r\n\f;")]


def prepare(connection: sqlite3.Connection, query: str, args: tuple[object, ...]) -> None:
    """Set a new connection up; ``query`` is what was opened."""
    connection.execute("PRAGMA foreign_keys = ON", args)
    if query != ":memory:":
        try:
            # Readers and a writer do not wait for each other.
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
        except sqlite3.OperationalError:
            # The file is read-only, or busy this very moment: then it stays in its mode.
            connection.execute("PRAGMA schema_version").fetchall()
