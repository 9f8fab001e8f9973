# Generated from flash_core/database/drivers/psycopg.py by `nox -s unasync`: edit that file.
"""PostgreSQL through psycopg: raw cursors, so ``$1`` reaches the server as it stands.

Our cursors have adapters of their own and return tuples, whatever the user set on the connection.
Arguments are sent as text of no declared type, so the server infers their types from the statement,
as it did when the query was compiled.  json and jsonb arrive as text; generated code decodes them.

Depends on: connection, database, pool, sockets, postgres_errors,
psycopg_cursors, psycopg_values.
"""

from __future__ import annotations

import abc
import struct
from contextlib import closing, suppress
from functools import partial
from math import ceil
from traceback import clear_frames
from typing import TYPE_CHECKING, Any, Final, NoReturn
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

import psycopg
from psycopg.pq import TransactionStatus

from flash_core.engine import Engine
from flash_core.errors import (
    ConfigError,
    ConnectionLost,
    DatabaseError,
    DataError,
    OperationalError,
    PoolTimeout,
    ProgrammingError,
)
from flash_core.origins import changes_session
from flash_core.values import Notification
from flash_sync._compat import Turn, finish
from flash_sync.connection import (
    CHUNK,
    Block,
    Connection,
    Modes,
    Session,
    aborted,
    deaf,
    over,
    refuse_control,
)
from flash_sync.database import Database, not_open
from flash_sync.pool import OwnPool, Pool, PoolStats
from flash_sync.sockets import is_quiet

from .postgres_cursors import CursorSession
from .postgres_errors import server_error
from .postgres_session import RESET
from .psycopg_cursors import Cursor, Cursors
from .psycopg_values import ValueAdapters

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence
    from typing import Self

    from psycopg_pool import ConnectionPool

    from flash_core.values import CopyTarget, RowT, Sql, T

# What psycopg raises, and what an argument can cause that it does not wrap.
_ERRORS: Final = (psycopg.Error, OSError, UnicodeError, OverflowError)
# What its binary dumpers raise for a value of another type.
_UNWRITABLE: Final = (TypeError, ValueError, AttributeError, ArithmeticError, struct.error)
_IDLE: Final = TransactionStatus.IDLE

# Types that psycopg writes in binary as it does in text, whatever Python value is passed.
_BINARY: Final = frozenset(
    {
        *("boolean", "smallint", "integer", "bigint", "double precision"),
        *("text", "character varying", "bytea", "uuid", "date", "timestamp without time zone"),
    }
)

# Several adapters may stand over one connection of the user's.
_turns: WeakKeyDictionary[object, Turn] = WeakKeyDictionary()


def connect(
    url: str, *, min_size: int, max_size: int, timeout: float, max_lifetime: float
) -> Database:
    """Return a database with a pool of its own."""
    opener = partial(_open, url, timeout)
    make = partial(OwnPool, opener, min_size, max_size, timeout, max_lifetime)
    return PsycopgDatabase(None, make)


def wrap_pool(pool: ConnectionPool[psycopg.Connection[Any]]) -> Database:
    """Return a database on the user's pool; borrowing waits as long as the pool says."""
    return PsycopgDatabase(_HeldPool(pool))


def wrap_connection(connection: psycopg.Connection[Any], *, kept: bool = False) -> Session:
    """Return an adapter of the user's connection.

    Args:
        connection: The driver's.
        kept: No call ends a transaction: a framework of the user's does.
    """
    cursors = Cursors(connection, ValueAdapters())
    return PsycopgConnection(connection, cursors, None, 0, queued=True, kept=kept)


class _Calls(Connection):
    """The four ways to run a statement, over :meth:`_run`."""

    __slots__ = ()

    @property
    def engine(self) -> Engine:
        """The family of servers behind this."""
        return Engine.POSTGRESQL

    @abc.abstractmethod
    def _run(self, query: str, args: tuple[object, ...]) -> Cursor:
        """Run a statement and return the cursor that holds its result."""

    def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        try:
            cursor = self._run(query, args)
            count = max(cursor.rowcount, 0)
            cursor.keep()
        except _ERRORS as exc:
            _fail(exc, query)
        return count

    def fetch(self, query: Sql[RowT], /, *args: object) -> list[RowT]:
        """Run a statement and return all of its rows."""
        try:
            cursor = self._run(query, args)
            rows: list[RowT] = cursor.fetchall() if cursor.rownumber is not None else []
            cursor.keep()
        except _ERRORS as exc:
            _fail(exc, query)
        return rows

    def fetch_built(
        self,
        query: Sql[RowT],
        build: Callable[[Sequence[RowT]], Iterable[T]],
        /,
        *args: object,
    ) -> list[T]:
        """Run a statement and return what is built of its rows."""
        try:
            cursor = self._run(query, args)
            rows = cursor.fetchmany(CHUNK) if cursor.rownumber is not None else []
        except _ERRORS as exc:
            _fail(exc, query)
        built = list(build(rows))
        # Some rows at a time: tuples of all of them would not fit into the processor's cache.
        while len(rows) == CHUNK:
            try:
                rows = cursor.fetchmany(CHUNK)
            except _ERRORS as exc:
                _fail(exc, query)
            built += build(rows)
        cursor.keep()
        return built

    def fetchrow(self, query: Sql[RowT], /, *args: object) -> RowT | None:
        """Run a statement and return its first row, or None when there is none."""
        cursor: Cursor | None = None
        try:
            cursor = self._run(query, args)
            row: RowT | None = cursor.fetchone()
            cursor.keep()
        except _ERRORS as exc:
            # Asking first whether there are rows takes longer than this, and there are.
            if cursor is not None and cursor.rownumber is None and not cursor.closed:
                return None
            _fail(exc, query)
        return row

    def fetchval(self, query: Sql[tuple[T]], /, *args: object) -> T | None:
        """Run a statement and return the first column of its first row, or None."""
        row = self.fetchrow(query, *args)
        return None if row is None else row[0]

    def execute_script(self, sql: str) -> None:
        """Run several statements, without arguments."""
        try:
            self._run(sql, ())
        except _ERRORS as exc:
            _fail(exc, sql)


class PsycopgConnection(_Calls, CursorSession):
    """One connection.

    Args:
        connection: The driver's.
        cursors: Of this connection.
        home: Where it goes back to, and as what, if it is borrowed for a transaction.
        depth: How many transactions of ours it is inside.
        outer: The session it is opened on.
        queued: Several tasks may use it at the same time.
        kept: It is a framework's of the user: no call commits.
    """

    __slots__ = ("_connection", "_cursors", "_depth", "_home", "_kept", "_turn")

    def __init__(
        self,
        connection: psycopg.Connection[Any],
        cursors: Cursors,
        home: tuple[Pool[PsycopgLink], PsycopgLink] | None,
        depth: int,
        outer: Session | None = None,
        *,
        queued: bool = False,
        kept: bool = False,
    ) -> None:
        super().__init__(outer, queued=queued)
        self._connection = connection
        self._cursors = cursors
        self._home = home
        self._depth = depth
        self._kept = kept
        self.left = []
        self._turn = _turns.setdefault(connection, Turn())

    def _run(self, query: str, args: tuple[object, ...]) -> Cursor:
        use = self.use
        use.take(query)
        try:
            if self.left:
                self.close_left()
            connection = self._connection
            if not connection.autocommit and not self._kept:
                return self._run_now(query, args)
            # As _run_now() does; this is called most.
            cursor = self._cursors.take()
            cursor.send(query, args)
        finally:
            use.query = None
        return cursor

    def _run_now(self, query: str, args: tuple[object, ...]) -> Cursor:
        connection = self._connection
        cursor = self._cursors.new()
        if connection.autocommit or self._kept:
            cursor.send(query, args)
            return cursor
        # Another task must not take the transaction that one call opens for the user's.
        self._turn.acquire()
        try:
            cursor.run(query, args)
        finally:
            self._turn.release()
        return cursor

    def in_transaction(self) -> bool:
        """Tell whether a transaction is open, or will be with the next statement."""
        connection = self._connection
        if self._kept and not connection.autocommit:
            return True
        return connection.pgconn.transaction_status != _IDLE

    def copies_alone(self) -> bool:
        """Tell whether a COPY now is a transaction by itself."""
        connection = self._connection
        return connection.autocommit and connection.pgconn.transaction_status == _IDLE

    def send(self, sql: str, args: tuple[object, ...] = ()) -> None:
        """Run a statement that returns no rows."""
        try:
            self._run_now(sql, args)
        except _ERRORS as exc:
            _fail(exc, sql)

    def read(self, sql: str) -> list[Any]:
        """Run a statement that no cache should keep, and return its rows."""
        try:
            return (self._run_now(sql, ())).fetchall()
        except _ERRORS as exc:
            _fail(exc, sql)

    def send_many(self, query: str, sets: Sequence[tuple[object, ...]]) -> None:
        """Run a statement once for each set of parameters."""
        cursor, use = self._cursors.new(), self.use
        use.take(query)
        try:
            cursor.executemany(query, sets)  # pyright: ignore[reportArgumentType, reportCallIssue] - psycopg wants literal text
        except _ERRORS as exc:
            _fail(exc, query)
        finally:
            use.query = None

    def read_many(self, query: Sql[RowT], sets: Sequence[tuple[object, ...]]) -> list[list[RowT]]:
        """Run a statement once for each set of parameters and return the rows of each."""
        cursor, use = self._cursors.new(), self.use
        use.take(query)
        try:
            cursor.executemany(query, sets, returning=True)  # pyright: ignore[reportArgumentType, reportCallIssue] - as above
            return cursor.read_all()
        except _ERRORS as exc:
            _fail(exc, query)
        finally:
            use.query = None

    def copy_group(self, target: CopyTarget, rows: Sequence[tuple[object, ...]]) -> int:
        """Write rows, and return how many were written."""
        cursor = self._cursors.new()
        binary = all(name in _BINARY for name in target.types)
        sql = f"COPY {target.names(chr(34))} FROM STDIN{' (FORMAT BINARY)' if binary else ''}"
        try:
            with cursor.copy(sql) as copy:  # pyright: ignore[reportArgumentType, reportCallIssue] - psycopg wants literal text
                if binary:
                    copy.set_types(target.types)
                # As its write_row() does, without a coroutine for each row.
                written, write = copy.formatter.write_row, copy.writer.write
                for row in rows:
                    if block := written(row):
                        write(block)
        except (*_ERRORS, *_UNWRITABLE) as exc:
            _fail(exc, sql)
        except BaseException:
            # Cancelled before its first row, a COPY goes on to wait for rows: nothing else can run.
            if self._connection.pgconn.transaction_status == TransactionStatus.ACTIVE:
                finish(self._connection.close())
            raise
        return cursor.rowcount

    def notes(
        self, channels: tuple[str, ...], quiet: float | None
    ) -> Generator[Notification | None]:
        """Listen; yield ``None`` once that has begun, and when nothing came for so many seconds."""
        connection = self._connection
        if self.in_transaction():
            raise deaf()
        try:
            for channel in channels:
                self.send(f"LISTEN {_quoted(channel)}")
            yield None
            while True:
                for note in _arrived(connection, quiet):
                    if note is None or note.channel in channels:
                        yield note
        finally:
            with suppress(DatabaseError):  # it may be broken, or in a transaction that has failed
                for channel in channels:
                    finish(self.send(f"UNLISTEN {_quoted(channel)}"))

    def enter(self, modes: Modes) -> Session:
        """Begin a transaction, or a savepoint inside the one that is open."""
        connection = self._connection
        session = PsycopgConnection(
            connection, self._cursors, None, self._depth + 1, self, kept=self._kept
        )
        self._turn.acquire()
        try:
            if connection.pgconn.transaction_status != _IDLE:
                session.begin(modes.savepoint(self._depth))
            else:
                session.begin(_outermost(modes, connection))
        finally:
            self._turn.release()
        return session

    def command(self, sql: str) -> None:
        """Run one statement that controls the transaction, as it stands."""
        cursor = self._cursors.new()
        try:
            cursor.execute(sql)  # pyright: ignore[reportArgumentType, reportCallIssue] - psycopg wants literal text
        except _ERRORS as exc:
            _fail(exc, sql)
        if sql == "COMMIT" and cursor.statusmessage == "ROLLBACK":
            raise aborted()

    def undo(self, sql: str) -> None:
        """Run one statement of a rollback, unless it is sure that no transaction is open."""
        if self._connection.pgconn.transaction_status != _IDLE:
            self.command(sql)

    def release(self) -> None:
        """Give the driver's connection back; from now on every call is refused."""
        self._connection = _OVER
        self._cursors = _NO_CURSORS
        if self._home is not None:
            pool, link = self._home
            link.touched = self.use.touched
            pool.release(link)


class _Over:
    """Stands where the connection was once the block has ended."""

    def __getattr__(self, name: str) -> NoReturn:
        raise over()


# It refuses every call.
_OVER: Final[psycopg.Connection[Any]] = _Over()  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
_NO_CURSORS: Final = Cursors(_OVER, ValueAdapters())


class PsycopgLink:
    """One connection of a pool.

    Args:
        connection: The driver's.

    Attributes:
        cursors: Of this connection.
        touched: A statement may have left something behind in the session.
    """

    __slots__ = ("connection", "cursors", "touched")

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self.connection = connection
        self.cursors: Cursors | None = None
        self.touched = False

    @property
    def is_open(self) -> bool:
        """It can be used, as far as one can tell without asking the server."""
        return not self.connection.closed

    @property
    def is_quiet(self) -> bool:
        """The server has neither gone nor said anything since it was last asked."""
        return is_quiet(self.connection.pgconn.socket)

    def is_alive(self) -> bool:
        """Ask the server."""
        try:
            self.connection.execute("SELECT 1")
        except _ERRORS:
            return False
        return True

    def tidy(self) -> bool:
        """Undo what was changed of the session; tell whether somebody else may have it."""
        connection = self.connection
        if connection.pgconn.transaction_status != _IDLE:  # or the connection is lost
            return False
        if self.touched:
            try:
                connection.execute(RESET)
            except _ERRORS:
                return False
            self.touched = False
        return True

    def close(self) -> None:
        """Close it; it may be closed already, or broken."""
        self.connection.close()


class _HeldPool(Pool[PsycopgLink]):
    """A pool of the user's."""

    def __init__(self, pool: ConnectionPool[psycopg.Connection[Any]]) -> None:
        self._pool = pool

    def acquire(self) -> PsycopgLink:
        """Borrow a connection."""
        try:
            return PsycopgLink(self._pool.getconn())
        except _ERRORS as exc:
            if type(exc).__name__ == "PoolTimeout":
                message = f"no connection became free in {self._pool.timeout} seconds"
                raise PoolTimeout(message) from exc
            _fail(exc, None)

    def release(self, member: PsycopgLink) -> None:
        """Give a connection back."""
        self._pool.putconn(member.connection)  # pyright: ignore[reportArgumentType] - its type variable is not solved

    def close(self) -> None:
        """Do nothing: it is the user's to close."""

    def stats(self) -> PoolStats:
        """Count the connections."""
        found = self._pool.get_stats()
        idle, size = found.get("pool_available", 0), found.get("pool_size", 0)
        waiting = found.get("requests_waiting", 0)
        return PoolStats(found.get("pool_max", size), size - idle, idle, waiting)


def _open(url: str, seconds: float) -> PsycopgLink:
    try:
        connection = psycopg.Connection.connect(
            url,
            autocommit=True,
            connect_timeout=max(ceil(seconds), 2),  # libpq counts whole seconds, from two
        )
    except psycopg.ProgrammingError as exc:
        message = f"not a PostgreSQL URL: {exc}"
        raise ConfigError(message) from exc
    except _ERRORS as exc:
        raise _unreachable(url, exc) from exc
    except BaseException as exc:
        # A cancelled attempt is closed only with the last reference to it, which is in its frames.
        clear_frames(exc.__traceback__)
        raise
    return PsycopgLink(connection)


class PsycopgDatabase(_Calls, Database):
    """A pool.  Every call borrows a connection.

    Args:
        pool: The user's pool, or ``None``.
        make: Makes one of our own on ``open()``.
    """

    __slots__ = ("_adapters", "_make", "_pool")

    def __init__(
        self, pool: Pool[PsycopgLink] | None, make: Callable[[], OwnPool[PsycopgLink]] | None = None
    ) -> None:
        self._adapters = ValueAdapters()
        self._pool = pool
        self._make = make

    def open(self) -> Self:
        """Connect; does nothing when it is open already."""
        if self._pool is None and self._make is not None:
            pool = self._make()
            try:
                pool.open()
            except BaseException:
                pool.close()
                raise
            self._pool = pool
        return self

    def close(self) -> None:
        """Close every connection; does nothing when it is closed already."""
        pool = self._pool
        if self._make is not None and pool is not None:
            self._pool = None
            pool.close()

    def stats(self) -> PoolStats:
        """Count the connections of the pool."""
        return self._open_pool().stats()

    def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        refuse_control(query)
        return super().execute(query, *args)

    def notes(
        self, channels: tuple[str, ...], quiet: float | None
    ) -> Generator[Notification | None]:
        """Listen; yield ``None`` once that has begun, and when nothing came for so many seconds."""
        pool = self._open_pool()
        link = pool.acquire()
        session = PsycopgConnection(link.connection, self._cursors(link), None, 1)
        try:
            with closing(session.notes(channels, quiet)) as found:
                for note in found:
                    yield note
        finally:
            finish(pool.discard(link))

    def copies_alone(self) -> bool:
        """Tell whether each call commits by itself; a pool of the user's may open transactions."""
        return self._make is not None

    def copy_alone(self, target: CopyTarget, rows: Sequence[tuple[object, ...]]) -> int:
        """Write rows by one COPY, all or none, and return how many were written."""
        pool = self._open_pool()
        link = pool.acquire()
        session = PsycopgConnection(link.connection, self._cursors(link), None, 1)
        try:
            return session.copy_group(target, rows)
        finally:
            pool.release(link)

    def borrow(self) -> Session:
        """Return a connection of one's own, in no transaction; ``release()`` gives it back."""
        pool = self._open_pool()
        link = pool.acquire()
        session = PsycopgConnection(link.connection, self._cursors(link), (pool, link), 1)
        session.use.touched = True
        return session

    def enter(self, modes: Modes) -> Session:
        """Begin a transaction on a connection of its own."""
        pool = self._open_pool()
        link = pool.acquire()
        session = PsycopgConnection(link.connection, self._cursors(link), (pool, link), 1)
        session.begin(_outermost(modes, link.connection))
        return session

    def _run(self, query: str, args: tuple[object, ...]) -> Cursor:
        pool = self._open_pool()
        link = pool.acquire()
        link.touched = changes_session(query)
        try:
            cursor = self._cursors(link).take()
            cursor.run(query, args)
            return cursor
        finally:
            pool.release(link)

    def _cursors(self, link: PsycopgLink) -> Cursors:
        cursors = link.cursors
        if cursors is None:
            cursors = link.cursors = Cursors(link.connection, self._adapters)
        return cursors

    def _open_pool(self) -> Pool[PsycopgLink]:
        pool = self._pool
        if pool is None:
            raise not_open()
        return pool


def _arrived(connection: psycopg.Connection[Any], quiet: float | None) -> list[Notification | None]:
    """Wait for notifications, but let other statements run before the next wait."""
    try:
        found = connection.notifies(timeout=quiet, stop_after=1)
        notes = [Notification(note.channel, note.payload, note.pid) for note in found]
    except _ERRORS as exc:
        _fail(exc, None)
    return [*notes] or [None]


def _quoted(name: str) -> str:
    quoted = name.replace('"', '""')
    return f'"{quoted}"'


def _outermost(modes: Modes, connection: psycopg.Connection[Any]) -> Block:
    text = modes.sql()
    if connection.autocommit:
        return Block(begin=(f"BEGIN {text}".rstrip(),))
    # psycopg sends BEGIN by itself before the first statement, so there has to be one.
    return Block(begin=(f"SET TRANSACTION {text}" if text else "SELECT",))


def _unreachable(url: str, exc: Exception) -> ConnectionLost:
    """Return the error for a server that cannot be reached, without the URL's password."""
    try:
        parts = urlsplit(url)
        place = f" at {parts.hostname or 'localhost'}:{parts.port or 5432}"
    except ValueError:
        place = ""
    reason = str(exc).strip() or type(exc).__name__
    sqlstate = exc.sqlstate if isinstance(exc, psycopg.Error) else None
    return ConnectionLost(f"cannot connect to PostgreSQL{place}: {reason}", sqlstate=sqlstate)


def _fail(exc: Exception, query: str | None) -> NoReturn:
    """Raise our exception for one of the driver's."""
    if isinstance(exc, psycopg.Error) and exc.sqlstate:
        diag = exc.diag
        raise server_error(
            exc.sqlstate,
            diag.message_primary or str(exc),
            detail=diag.message_detail,
            hint=diag.message_hint,
            constraint=diag.constraint_name,
            table=diag.table_name,
            column=diag.column_name,
            query=query,
        ) from exc
    kind: type[DatabaseError] = ProgrammingError
    if isinstance(exc, (psycopg.OperationalError, OSError)):
        kind = ConnectionLost
    elif isinstance(exc, (psycopg.DataError, *_UNWRITABLE)):
        kind = DataError
    elif isinstance(exc, (psycopg.InternalError, psycopg.NotSupportedError)):
        kind = OperationalError
    raise kind(str(exc) or type(exc).__name__, query=query) from exc
