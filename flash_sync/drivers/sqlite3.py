# Generated from flash_core/database/drivers/aiosqlite.py by `nox -s unasync`: edit that file.
"""SQLite: one function a call in the connection's thread, which executes, fetches and commits.

Connections of our own are in autocommit mode, and every transaction has one to itself.  On a
connection of the user's a call commits by itself when it began the transaction, and joins one
that is open; a row factory of theirs is not used.

Depends on: connection, database, sqlite_calls, sqlite_errors, _compat.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar
from urllib.parse import parse_qs, quote, unquote

from flash_core.engine import Engine
from flash_core.errors import ConfigError, ConnectionLost, PoolTimeout, ProgrammingError
from flash_sync._compat import WITH, Call, Channel, Slots, finish, open_sqlite
from flash_sync.connection import (
    CHUNK,
    Block,
    Connection,
    Modes,
    Session,
    Use,
    over,
    refuse_control,
)
from flash_sync.database import Database, not_open
from flash_sync.pool import PoolStats

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
    prepare,
    read_many,
    run_command,
    run_kept_script,
    run_script,
    send_many,
)
from .sqlite_errors import ERRORS, sqlite_error
from .sqlite_readers import Readers, forbid_writing

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Generator, Iterable, Sequence
    from typing import Self

    from flash_core.values import CopyTarget, ExecResult, RowT, Sql, T
    from flash_sync._compat import Held

R = TypeVar("R")

_open_rows: Final = by_name(open_rows) if NUMBERS_WARN else open_rows

_STATEMENTS: Final = 512  # compiled statements a connection keeps; the default is 128


def connect(
    url: str,
    *,
    min_size: int,
    max_size: int,
    timeout: float,
    max_lifetime: float,
    readers: int = 0,
) -> Database:
    """Return a database on a file, or in memory.

    Raises:
        ConfigError: What is in memory has one connection, and can have no readers.
    """
    del min_size, max_lifetime  # opening a file costs too little, and a file does not restart
    target = unquote(url.partition(":")[2])
    target = target.removeprefix("//")
    if target.startswith("/./"):  # sqlite:///./data.db, as other tools write a relative path
        target = target[1:]
    path, _, options = target.partition("?")
    if path.startswith("//"):  # sqlite:////absolute/data.db; a file: URI takes two for a host
        path = f"/{path.lstrip('/')}"
    if path in {":memory:", "/:memory:", ""} or "memory" in parse_qs(options).get("mode", ()):
        if readers:
            message = "a database in memory has one connection: leave readers out"
            raise ConfigError(message)
        return MemoryDatabase(":memory:", 1, timeout)
    target = f"file:{quote(path)}?{options}" if options else path
    if readers:
        return ReadDatabase(target, max_size, timeout, readers)
    return SQLiteDatabase(target, max_size, timeout)


def wrap_connection(connection: Held, *, kept: bool = False) -> Session:
    """Return an adapter of the user's connection.

    Args:
        connection: The driver's.
        kept: No call ends a transaction: a framework of the user's does.
    """
    try:
        return SQLiteConnection(Channel(connection), None, 0, joined=True, kept=kept)
    except ERRORS as exc:
        raise sqlite_error(exc, None) from exc


class _Calls(Connection):
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


class SQLiteConnection(_Calls, Session):
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
            session.begin(_outermost(modes))
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


class SQLiteDatabase(_Calls, Database):
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

    def open(self) -> Self:
        """Connect; does nothing when it is open already."""
        if self._channel is None:
            try:
                finish(self._open())
            except BaseException:
                finish(self.close())
                raise
        return self

    def _open(self) -> None:
        self._channel = self._connect(shared=True)
        self._bind(self._channel, joined=False)

    def stats(self) -> PoolStats:
        """Count the connections that transactions have; all other calls share one."""
        if self._channel is None:
            raise not_open()
        return PoolStats(self._max_size, self._lent, len(self._idle), self._slots.waiting)

    def close(self) -> None:
        """Close every connection; does nothing when it is closed already."""
        channels, self._idle = self._idle, []
        if self._channel is not None:
            channels.append(self._channel)
            self._channel = None
            self._refuse(not_open)
        finish(_close_all(channels))

    def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        refuse_control(query)
        try:
            return self._execute(query, args)
        except ERRORS as exc:
            raise sqlite_error(exc, query) from exc

    def execute_result(self, query: str, /, *args: object) -> ExecResult:
        """Run a statement and return how many rows it affected, and the id of the row inserted."""
        refuse_control(query)
        return super().execute_result(query, *args)

    def stream(self, query: Sql[RowT], /, *args: object) -> Generator[list[RowT]]:
        """Run a statement that only reads, and yield its rows, many at a time."""
        session = self._borrow()
        try:
            # Not in a transaction, which would begin by locking out whoever writes.
            with closing(session.stream(query, *args)) as chunks:
                for rows in chunks:
                    yield rows
        finally:
            finish(session.release())

    def borrow(self) -> Session:
        """Return a connection of one's own, in no transaction; ``release()`` gives it back."""
        session = self._borrow()
        session.stand_alone()
        return session

    def enter(self, modes: Modes) -> Session:
        """Begin a transaction on a connection of its own."""
        session = self._borrow()
        session.begin(_outermost(modes))
        return session

    def enter_batch(self, query: str) -> Session:
        """Begin the transaction in which a statement runs many times."""
        session = self._borrow()
        # What only reads must not wait for whoever writes.
        reads = query.lstrip()[:6].upper() == "SELECT"
        session.begin(Block(begin=("BEGIN",)) if reads else _outermost(Modes()))
        return session

    def _borrow(self) -> SQLiteConnection:
        if self._channel is None:
            raise not_open()
        self._take_slot()
        try:
            channel = self._take_idle()
        except BaseException:
            self._slots.release()
            raise
        self._lent += 1
        return SQLiteConnection(channel, self, 1, joined=False)

    def _take_idle(self) -> Channel:
        while True:
            try:
                return self._idle.pop()
            except IndexError:
                # An opening that is cancelled goes on: its connection is for the next transaction.
                finish(self._add_idle())

    def _add_idle(self) -> None:
        self._idle.append(self._connect())

    def take_back(self, channel: Channel) -> None:
        """Keep a connection whose transaction is over for the next one."""
        self._lent -= 1
        try:
            if self._channel is None or channel.connection.in_transaction:
                channel.connection.close()
            else:
                self._idle.append(channel)
        finally:
            self._slots.release()

    def _take_slot(self) -> None:
        if not self._slots.acquire(self._timeout):
            message = (
                f"no connection became free in {self._timeout} seconds: the transactions that are "
                "open hold all of them"
            )
            raise PoolTimeout(message)

    def _connect(self, *, shared: bool = False) -> Channel:
        try:
            connection = open_sqlite(
                self._target,
                uri=self._target.startswith("file:"),
                busy_timeout=self._timeout,
                cached_statements=_STATEMENTS,
            )
            channel = Channel(connection, shared=shared)
            try:
                channel.bind(prepare)(self._target, ())
            except BaseException:
                finish(connection.close())
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
    """

    __slots__ = ("_reading", "_size")

    def __init__(self, target: str, max_size: int, timeout: float, readers: int) -> None:
        super().__init__(target, max_size, timeout)
        self._size = readers
        self._reading: list[Channel] = []

    def _open(self) -> None:
        super()._open()
        for _ in range(self._size):
            channel = self._connect()
            self._reading.append(channel)
            channel.bind(forbid_writing)("", ())
        readers = Readers(self._reading, self._timeout)
        self._fetch = readers.instead_of("_fetch", self._fetch)
        self._fetch_built = readers.instead_of("_fetch_built", self._fetch_built)
        self._fetchrow = readers.instead_of("_fetchrow", self._fetchrow)
        self._fetchval = readers.instead_of("_fetchval", self._fetchval)

    def close(self) -> None:
        """Close every connection; does nothing when it is closed already."""
        channels, self._reading = self._reading, []
        try:
            super().close()
        finally:
            finish(_close_all(channels))


class MemoryDatabase(SQLiteDatabase):
    """A database in memory: one connection, so a call waits while a transaction is open."""

    __slots__ = ()

    def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        self._take_slot()
        try:
            return super().execute(query, *args)
        finally:
            self._slots.release()

    def execute_result(self, query: str, /, *args: object) -> ExecResult:
        """Run a statement and return how many rows it affected, and the id of the row inserted."""
        self._take_slot()
        try:
            return super().execute_result(query, *args)
        finally:
            self._slots.release()

    def fetch(self, query: Sql[RowT], /, *args: object) -> list[RowT]:
        """Run a statement and return all of its rows."""
        self._take_slot()
        try:
            return super().fetch(query, *args)
        finally:
            self._slots.release()

    def fetch_built(
        self,
        query: Sql[RowT],
        build: Callable[[Sequence[RowT]], Iterable[T]],
        /,
        *args: object,
    ) -> list[T]:
        """Run a statement and return what is built of its rows."""
        self._take_slot()
        try:
            return super().fetch_built(query, build, *args)
        finally:
            self._slots.release()

    def fetchrow(self, query: Sql[RowT], /, *args: object) -> RowT | None:
        """Run a statement and return its first row, or None when there is none."""
        self._take_slot()
        try:
            return super().fetchrow(query, *args)
        finally:
            self._slots.release()

    def fetchval(self, query: Sql[tuple[T]], /, *args: object) -> T | None:
        """Run a statement and return the first column of its first row, or None."""
        self._take_slot()
        try:
            return super().fetchval(query, *args)
        finally:
            self._slots.release()

    def execute_script(self, sql: str) -> None:
        """Run several statements, without arguments."""
        self._take_slot()
        try:
            super().execute_script(sql)
        finally:
            self._slots.release()

    def stream(self, query: Sql[RowT], /, *args: object) -> Generator[list[RowT]]:
        """Run a statement that only reads, and yield its rows, many at a time.

        Between them other calls may run, and transactions.
        """
        if self._channel is None:
            raise not_open()
        session = SQLiteConnection(self._channel, None, 1, joined=False)
        chunks = session.stream(query, *args)
        with closing(chunks):
            while True:
                self._take_slot()
                try:
                    rows = next(chunks, None)
                finally:
                    self._slots.release()
                if rows is None:
                    return
                yield rows

    def _borrow(self) -> SQLiteConnection:
        channel = self._channel
        if channel is None:
            raise not_open()
        self._take_slot()
        self._lent += 1
        return SQLiteConnection(channel, self, 1, joined=False)

    def take_back(self, channel: Channel) -> None:
        """Let the next call run."""
        del channel
        self._lent -= 1
        self._slots.release()

    def _take_slot(self) -> None:
        if not self._slots.acquire(self._timeout):
            message = (
                f"a transaction held the database in memory for {self._timeout} seconds: inside "
                f"{WITH} db.transaction() as tx: run every query on tx"
            )
            raise PoolTimeout(message)


def _close_all(channels: list[Channel]) -> None:
    for channel in channels:
        channel.connection.close()


def _outermost(modes: Modes) -> Block:
    if modes.read_only:
        return Block(begin=("PRAGMA query_only = ON", "BEGIN"), after=("PRAGMA query_only = OFF",))
    # Taking the write lock now avoids the failure of two readers that both want to write later.
    return Block(begin=("BEGIN IMMEDIATE",))


def _unreachable(target: str, exc: Exception) -> ConnectionLost:
    message = f"cannot open {target}: {exc}"
    folder = Path(target).parent
    if not target.startswith("file:") and not folder.is_dir():
        message += f" (there is no folder {folder})"
    return ConnectionLost(message, sqlstate=getattr(exc, "sqlite_errorname", None))
