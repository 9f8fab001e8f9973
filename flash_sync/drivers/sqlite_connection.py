# Generated from flash_core/database/drivers/sqlite_connection.py by `nox -s unasync`: edit that file.
"""One connection of SQLite: a call is one function in its thread; and transactions on it.

Rows and values are ``Any`` where functions are bound, as in sqlite3: the ``Sql`` of each call names them.

Depends on: blocks, connection, session, engine, sqlite_calls, sqlite_errors, _compat.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

from flash_core.engine import Engine
from flash_sync._compat import Call, Channel, finish
from flash_sync.blocks import Block, Modes, over
from flash_sync.connection import CHUNK, Connection
from flash_sync.session import Session, Use

from .sqlite_calls import (
    NUMBERS_WARN,
    READERS,
    by_name,
    close_rows,
    copy_rows,
    fetch_built,
    first_row,
    inside,
    is_in_transaction,
    joined_fetch_built,
    joined_first_row,
    joining,
    next_rows,
    open_rows,
    read_many,
    run_command,
    run_kept_script,
    run_script,
    send_many,
)
from .sqlite_errors import ERRORS, sqlite_error

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Generator, Iterable, Sequence

    from flash_core.errors import ProgrammingError
    from flash_core.values import CopyTarget, ExecResult, RowT, Sql, T

    from .sqlite_database import SQLiteDatabase

R = TypeVar("R")

_open_rows: Final = by_name(open_rows) if NUMBERS_WARN else open_rows


class Calls(Connection):
    """The four ways to run a statement, over functions bound to a connection."""

    __slots__ = ()

    _execute: Call[int]
    _fetch: Call[list[Any]]
    _fetch_built: Call[list[Any]]
    _fetchrow: Call[Any]
    _fetchval: Call[Any]
    _result: Call[ExecResult]
    _script: Call[None]

    @property
    def engine(self) -> Engine:
        """The family of servers behind this."""
        return Engine.SQLITE

    def _bind(
        self, channel: Channel, *, joined: bool, kept: bool = False, use: Use | None = None
    ) -> None:
        for name, own, read, counts in READERS:
            function = joining(read, counts=counts, kept=kept) if joined else own
            function = by_name(function) if NUMBERS_WARN else function
            bound = channel.bind(inside(function) if use else function)
            setattr(self, name, _one_at_a_time(bound, use) if use else bound)
        build = joined_fetch_built(kept=kept) if joined else fetch_built
        bound = channel.bind(inside(build) if use else build)
        self._fetch_built = _one_at_a_time(bound, use) if use else bound
        if not NUMBERS_WARN and use is None:
            driver = channel.driver
            row = joined_first_row(driver, kept=kept) if joined else first_row(driver)
            self._fetchrow = channel.hop(row)
        run = run_kept_script if kept else run_script
        script = channel.bind(inside(run) if use else run)
        self._script = _one_at_a_time(script, use) if use else script

    def _refuse(self, error: Callable[[], ProgrammingError]) -> None:
        def call(query: str, args: tuple[object, ...]) -> NoReturn:
            # Called as a reader would be, but there is no connection to read from.
            del query, args
            raise error()

        self._execute = self._result = self._script = call
        self._fetch = self._fetch_built = self._fetchrow = self._fetchval = call

    def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        try:
            return self._execute(query, args)
        except ERRORS as exc:
            raise sqlite_error(exc, query) from exc

    def execute_result(self, query: str, /, *args: object) -> ExecResult:
        """Run a statement and return how many rows it affected, and the id of the row inserted."""
        try:
            return self._result(query, args)
        except ERRORS as exc:
            raise sqlite_error(exc, query) from exc

    def fetch(self, query: Sql[RowT], /, *args: object) -> list[RowT]:
        """Run a statement and return all of its rows."""
        try:
            return self._fetch(query, args)
        except ERRORS as exc:
            raise sqlite_error(exc, query) from exc

    def fetch_built(
        self,
        query: Sql[RowT],
        build: Callable[[Sequence[RowT]], Iterable[T]],
        /,
        *args: object,
    ) -> list[T]:
        """Run a statement and return what is built of its rows."""
        try:
            return self._fetch_built(query, (build, args))
        except ERRORS as exc:
            raise sqlite_error(exc, query) from exc

    def fetchrow(self, query: Sql[RowT], /, *args: object) -> RowT | None:
        """Run a statement and return its first row, or None when there is none."""
        try:
            row: RowT | None = self._fetchrow(query, args)
        except ERRORS as exc:
            raise sqlite_error(exc, query) from exc
        return row

    def fetchval(self, query: Sql[tuple[T]], /, *args: object) -> T | None:
        """Run a statement and return the first column of its first row, or None."""
        try:
            value: T | None = self._fetchval(query, args)
        except ERRORS as exc:
            raise sqlite_error(exc, query) from exc
        return value

    def execute_script(self, sql: str) -> None:
        """Run several statements, without arguments."""
        try:
            self._script(sql, ())
        except ERRORS as exc:
            raise sqlite_error(exc, sql) from exc


def _one_at_a_time(function: Call[T], use: Use) -> Call[T]:
    def run(query: str, args: tuple[object, ...]) -> T:
        use.take(query)
        try:
            return function(query, args)
        finally:
            use.query = None

    return run


class SQLiteConnection(Calls, Session):
    """One connection.

    Args:
        channel: The way to the driver's.
        database: Where it goes back to, if it is borrowed for a transaction.
        depth: How many transactions of ours it is inside.
        outer: The session it is opened on.
        joined: It is the user's: a call commits by itself, unless a transaction is open.
        kept: It is a framework's of the user: no call commits.
    """

    __slots__ = (
        "_beside",
        "_channel",
        "_command",
        "_database",
        "_depth",
        "_execute",
        "_fetch",
        "_fetch_built",
        "_fetchrow",
        "_fetchval",
        "_joined",
        "_kept",
        "_lender",
        "_reading",
        "_result",
        "_script",
    )

    def __init__(
        self,
        channel: Channel,
        database: SQLiteDatabase | None,
        depth: int,
        outer: Session | None = None,
        *,
        joined: bool,
        kept: bool = False,
    ) -> None:
        # Outside a transaction, calls on the user's connection wait for each other.
        queued = joined and outer is None
        super().__init__(outer, queued=queued)
        self._channel: Channel | None = channel
        self._database = database
        around = outer if isinstance(outer, SQLiteConnection) else None
        self._lender: SQLiteDatabase | None = around._lender if around else database  # noqa: SLF001 - of the same class
        # What is being read around this transaction: it would be stopped as well.
        self._beside = around._reading if around else []  # noqa: SLF001 - as above
        self._depth = depth
        self._joined = joined
        self._kept = kept
        self._reading: list[sqlite3.Cursor] = []
        self._command = channel.bind(run_command)
        self._bind(channel, joined=joined, kept=kept, use=None if queued else self.use)

    def stream(self, query: Sql[RowT], /, *args: object) -> Generator[list[RowT]]:
        """Run a statement that only reads, and yield its rows, many at a time."""
        cursor, rows = self._call(_open_rows, query, args)
        self._reading.append(cursor)
        try:
            while rows:
                yield rows
                rows = [] if len(rows) < CHUNK else self._call(next_rows, query, (cursor,))
        finally:
            if cursor in self._reading:
                self._reading.remove(cursor)
                finish(self._call(close_rows, query, (cursor,)))

    def send_many(self, query: str, sets: Sequence[tuple[object, ...]]) -> None:
        """Run a statement once for each set of parameters."""
        self._call(send_many, query, (sets,))

    def read_many(self, query: Sql[RowT], sets: Sequence[tuple[object, ...]]) -> list[list[RowT]]:
        """Run a statement once for each set of parameters and return the rows of each."""
        return self._call(read_many, query, (sets,))

    def copy_group(self, target: CopyTarget, rows: Sequence[tuple[object, ...]]) -> int:
        """Write rows, and return how many were written."""
        query = f"INSERT INTO {target.names(chr(34))}"
        self._call(copy_rows, query, (rows, len(target.columns)))
        return len(rows)

    def _call(
        self,
        function: Callable[[sqlite3.Connection, str, tuple[object, ...]], R],
        query: str,
        args: tuple[object, ...],
    ) -> R:
        if self._channel is None:
            raise over()
        guarded = inside(function) if self.begun and function is not close_rows else function
        try:
            return self._channel.bind(guarded)(query, args)
        except ERRORS as exc:
            raise sqlite_error(exc, query) from exc

    def leave(self, *, commit: bool) -> None:
        """End the block and release the connection."""
        outermost = self.begun and self._outer is None and not self._beside
        if not commit and outermost and self._lender is not None and self._channel is not None:
            # A call that was cancelled runs on in its thread, and the rollback would wait for it.
            self._lender.stop(self._channel)
        # What is read on would keep the transaction's view of the file.
        reading, self._reading = self._reading, []
        if reading:
            self._call(close_rows, "", tuple(reading))
        super().leave(commit=commit)

    def enter(self, modes: Modes) -> Session:
        """Begin a transaction, or a savepoint inside the one that is open."""
        channel = self._channel
        if channel is None:
            raise over()
        session = SQLiteConnection(
            channel, None, self._depth + 1, self, joined=self._joined, kept=self._kept
        )
        # Asked in its thread, where a call that was cancelled may be running on.
        if self.begun or self._call(is_in_transaction, "", ()):
            session.begin(modes.savepoint(self._depth))
        else:
            session.begin(outermost(modes))
        return session

    def command(self, sql: str) -> None:
        """Run one statement that controls the transaction, as it stands."""
        try:
            self._command(sql, ())
        except ERRORS as exc:
            raise sqlite_error(exc, sql) from exc

    def undo(self, sql: str) -> None:
        """Run one statement of a rollback; :func:`run_command` looks whether there is anything."""
        self.command(sql)

    def stand_alone(self) -> None:
        """Let every call commit by itself, as long as no transaction is open."""
        if self._channel is not None:
            self._bind(self._channel, joined=False)

    def release(self) -> None:
        """Give the driver's connection back; from now on every call is refused."""
        channel, self._channel = self._channel, None
        self._refuse(over)
        if self._database is not None and channel is not None:
            self._database.take_back(channel)


def outermost(modes: Modes) -> Block:
    """Return what opens and ends a transaction."""
    if modes.read_only:
        return Block(begin=("PRAGMA query_only = ON", "BEGIN"), after=("PRAGMA query_only = OFF",))
    # Taking the write lock now avoids the failure of two readers that both want to write later.
    return Block(begin=("BEGIN IMMEDIATE",))
