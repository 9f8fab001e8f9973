"""PostgreSQL through asyncpg: its own placeholders, its statement cache, its pool.

Rows are asyncpg's records, which unpack and index as tuples do.  json and jsonb arrive as text,
which is asyncpg's default; generated code decodes them.

Depends on: connection, database, pool, postgres_errors.
"""

from __future__ import annotations

import decimal
import re
from contextlib import aclosing, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NoReturn
from urllib.parse import urlsplit

import asyncpg

from flash_core._compat import Mailbox, finish
from flash_core.database.connection import (
    Block,
    Modes,
    Session,
    aborted,
    deaf,
    over,
    refuse_control,
)
from flash_core.database.database import Database, not_open
from flash_core.database.pool import OwnPool, Pool, PoolStats
from flash_core.engine import Engine
from flash_core.errors import (
    ConfigError,
    ConnectionLost,
    DatabaseError,
    DataError,
    OperationalError,
    PoolTimeout,
    ProgrammingError,
    QueryTimeout,
)
from flash_core.origins import changes_session
from flash_core.values import Notification

from .postgres_cursors import CursorSession
from .postgres_errors import server_error
from .postgres_session import RESET

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Sequence
    from typing import Self

    from flash_core.values import CopyTarget, RowT, Sql, T

# asyncpg itself fails on a script without a statement.
_NOTHING: Final = re.compile(r"(?>[\s;]+|--[^\n]*(?:\n|$)|/\*.*?\*/)*+\Z", re.DOTALL)
# What asyncpg raises: the server's errors, its own, the socket's and the clock's (TimeoutError is
# an OSError), and what it does not wrap: of arguments, and of a date that Python has not.
_ERRORS: Final = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    OSError,
    ValueError,
    OverflowError,
)

_PATIENCE: Final = 10.0  # seconds for what no user waits for: a reset, a question, a farewell

# Types that asyncpg writes in binary for sure.
_BINARY: Final = frozenset(
    {
        *("boolean", "smallint", "integer", "bigint", "real", "double precision", "numeric"),
        *("text", "character varying", "character", "bytea", "uuid", "json", "jsonb"),
        *("date", "time without time zone", "timestamp without time zone"),
        *("timestamp with time zone", "interval", "inet", "cidr"),
    }
)

# How asyncpg says that the connection is gone; it has no class for it.
_LOST: Final = ("connection is closed", "connection has been released back", "pool is clos")


def connect(
    url: str, *, min_size: int, max_size: int, timeout: float, max_lifetime: float
) -> Database:
    """Return a database with a pool of its own."""
    opener = partial(_open, url, timeout)
    make = partial(OwnPool, opener, min_size, max_size, timeout, max_lifetime)
    return AsyncpgDatabase(None, make)


def wrap_pool(pool: asyncpg.Pool) -> Database:
    """Return a database on the user's pool; acquiring waits as long as the pool says."""
    return AsyncpgDatabase(_HeldPool(pool))


def wrap_connection(connection: asyncpg.Connection, *, kept: bool = False) -> Session:
    """Return an adapter of the user's connection.

    Args:
        connection: The driver's.
        kept: Nothing here: asyncpg opens no transaction that it was not told to.
    """
    del kept
    return AsyncpgConnection(connection, None, 0)


class AsyncpgConnection(CursorSession):
    """One connection.

    Args:
        connection: The driver's.
        home: Where it goes back to, and as what, if it is borrowed for a transaction.
        depth: How many transactions of ours it is inside.
        outer: The session it is opened on.
    """

    __slots__ = ("_connection", "_depth", "_home")

    def __init__(
        self,
        connection: asyncpg.Connection,
        home: tuple[Pool[AsyncpgLink], AsyncpgLink] | None,
        depth: int,
        outer: Session | None = None,
    ) -> None:
        super().__init__(outer)
        self._connection = connection
        self._home = home
        self._depth = depth
        self.left = []

    @property
    def engine(self) -> Engine:
        """The family of servers behind this."""
        return Engine.POSTGRESQL

    async def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        use = self.use
        use.take(query)
        try:
            if self.left:
                await self.close_left()
            return _count(await self._connection.execute(query, *args))
        except _ERRORS as exc:
            _fail(exc, query)
        finally:
            use.query = None

    async def fetch(self, query: Sql[RowT], /, *args: object) -> list[RowT]:
        """Run a statement and return all of its rows."""
        use = self.use
        use.take(query)
        try:
            if self.left:
                await self.close_left()
            return await self._connection.fetch(query, *args)
        except _ERRORS as exc:
            _fail(exc, query)
        finally:
            use.query = None

    async def fetchrow(self, query: Sql[RowT], /, *args: object) -> RowT | None:
        """Run a statement and return its first row, or None when there is none."""
        use = self.use
        use.take(query)
        try:
            if self.left:
                await self.close_left()
            row: RowT | None = await self._connection.fetchrow(query, *args)
        except _ERRORS as exc:
            _fail(exc, query)
        finally:
            use.query = None
        return row

    async def fetchval(self, query: Sql[tuple[T]], /, *args: object) -> T | None:
        """Run a statement and return the first column of its first row, or None."""
        use = self.use
        use.take(query)
        try:
            if self.left:
                await self.close_left()
            value: T | None = await self._connection.fetchval(query, *args)
        except _ERRORS as exc:
            _fail(exc, query)
        finally:
            use.query = None
        return value

    async def execute_script(self, sql: str) -> None:
        """Run several statements, without arguments."""
        if not _NOTHING.match(sql):
            await self.execute(sql)

    def in_transaction(self) -> bool:
        """Tell whether a transaction is open."""
        return self._connection.is_in_transaction()

    async def send(self, sql: str, args: tuple[object, ...] = ()) -> None:
        """Run a statement that returns no rows."""
        try:
            # Not through the cache: the text is used once.
            if args:
                await (await self._connection.prepare(sql)).fetch(*args)
            else:
                await self._connection.execute(sql)
        except _ERRORS as exc:
            _fail(exc, sql)

    async def read(self, sql: str) -> list[Any]:
        """Run a statement that no cache should keep, and return its rows."""
        try:
            return await (await self._connection.prepare(sql)).fetch()
        except _ERRORS as exc:
            _fail(exc, sql)

    async def send_many(self, query: str, sets: Sequence[tuple[object, ...]]) -> None:
        """Run a statement once for each set of parameters."""
        use = self.use
        use.take(query)
        try:
            await self._connection.executemany(query, sets)
        except _ERRORS as exc:
            _fail(exc, query)
        finally:
            use.query = None

    async def read_many(
        self, query: Sql[RowT], sets: Sequence[tuple[object, ...]]
    ) -> list[list[RowT]]:
        """Run a statement once for each set of parameters and return the rows of each."""
        use, fetch = self.use, self._connection.fetch
        use.take(query)
        try:
            return [await fetch(query, *args) for args in sets]
        except _ERRORS as exc:
            _fail(exc, query)
        finally:
            use.query = None

    async def copy_group(self, target: CopyTarget, rows: Sequence[tuple[object, ...]]) -> int:
        """Write rows, and return how many were written."""
        if all(name in _BINARY for name in target.types):
            return await self._copy(target, rows)
        # The driver copies in binary alone, which a type may not have: it tells once it has begun.
        savepoint = await self.enter(Modes())
        try:
            count = await self._copy(target, rows)
        except DatabaseError as exc:
            await finish(savepoint.leave(commit=False))
            if not isinstance(exc.__cause__, asyncpg.InternalClientError):
                raise
            marks = ", ".join(f"${number}" for number in range(1, len(target.columns) + 1))
            insert = f"INSERT INTO {target.names(chr(34))} VALUES ({marks})"  # noqa: S608 - quoted
            await self.send_many(insert, rows)
            return len(rows)
        except BaseException:
            await finish(savepoint.leave(commit=False))
            raise
        await savepoint.leave(commit=True)
        return count

    async def _copy(self, target: CopyTarget, rows: Sequence[tuple[object, ...]]) -> int:
        try:
            tag = await self._connection.copy_records_to_table(
                target.table[-1],
                schema_name=target.table[0] if len(target.table) > 1 else None,
                columns=target.columns,
                records=rows,
            )
        except (*_ERRORS, TypeError, decimal.DecimalException) as exc:  # of a value it cannot write
            _fail(exc, f"COPY {target.names(chr(34))} FROM STDIN")
        return _count(tag)

    async def read_first(
        self, query: Sql[RowT], sets: Sequence[tuple[object, ...]], *, exact: bool
    ) -> list[RowT | None]:
        """Run a statement once for each set of parameters and return the first row of each."""
        if not exact:
            return await super().read_first(query, sets, exact=exact)
        use = self.use
        use.take(query)
        try:
            # It does not tell which row is of which set: that takes one of each.
            return await self._connection.fetchmany(query, sets)
        except _ERRORS as exc:
            _fail(exc, query)
        finally:
            use.query = None

    async def notes(
        self, channels: tuple[str, ...], quiet: float | None
    ) -> AsyncGenerator[Notification | None]:
        """Listen; yield ``None`` once that has begun, and when nothing came for so many seconds."""
        if self._connection.is_in_transaction():
            raise deaf()
        async with aclosing(_notes(self._connection, channels, quiet)) as found:
            async for note in found:
                yield note

    async def enter(self, modes: Modes) -> Session:
        """Begin a transaction, or a savepoint inside the one that is open."""
        session = AsyncpgConnection(self._connection, None, self._depth + 1, self)
        if self._connection.is_in_transaction():
            await session.begin(modes.savepoint(self._depth))
        else:
            await session.begin(_outermost(modes))
        return session

    async def command(self, sql: str) -> None:
        """Run one statement that controls the transaction, as it stands."""
        try:
            tag = await self._connection.execute(sql)
        except _ERRORS as exc:
            _fail(exc, sql)
        if tag == "ROLLBACK" and sql == "COMMIT":
            raise aborted()

    async def undo(self, sql: str) -> None:
        """Run one statement of a rollback, unless it is sure that no transaction is open."""
        # When BEGIN was cancelled the driver does not know yet; the server ignores one too many.
        if not _closed(self._connection):
            await self.command(sql)

    async def release(self) -> None:
        """Give the driver's connection back; from now on every call is refused."""
        self._connection = _OVER
        if self._home is not None:
            pool, link = self._home
            link.touched = self.use.touched
            await pool.release(link)


class _Over:
    """Stands where the connection was once the block has ended."""

    def __getattr__(self, name: str) -> NoReturn:
        raise over()


_OVER: Final[asyncpg.Connection] = _Over()  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType] - refuses every call


class AsyncpgLink:
    """One connection of a pool.

    Args:
        connection: The driver's.

    Attributes:
        touched: A statement may have left something behind in the session.
    """

    __slots__ = ("connection", "touched")

    def __init__(self, connection: asyncpg.Connection) -> None:
        self.connection = connection
        self.touched = False

    @property
    def is_open(self) -> bool:
        """It can be used, as far as one can tell without asking the server."""
        return not _closed(self.connection)

    @property
    def is_quiet(self) -> bool:
        """Nothing more than ``is_open``: the loop tells the driver what arrives."""
        return True

    async def is_alive(self) -> bool:
        """Ask the server."""
        try:
            await self.connection.execute("SELECT 1", timeout=_PATIENCE)
        except _ERRORS:
            return False
        return True

    async def tidy(self) -> bool:
        """Undo what was changed of the session; tell whether somebody else may have it."""
        connection = self.connection
        if connection.is_closed() or connection.is_in_transaction():
            return False
        if self.touched:
            try:
                await connection.execute(RESET, timeout=_PATIENCE)
            except _ERRORS:
                return False
            self.touched = False
        return True

    async def close(self) -> None:
        """Close it; it may be closed already, or broken."""
        try:
            await self.connection.close(timeout=_PATIENCE)
        except _ERRORS:
            self.connection.terminate()


class _HeldPool(Pool[AsyncpgLink]):
    """A pool of the user's."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def acquire(self) -> AsyncpgLink:
        """Borrow a connection."""
        try:
            return AsyncpgLink(await self._pool.acquire())
        except TimeoutError as exc:
            message = "no connection of the pool became free in time"
            raise PoolTimeout(message) from exc
        except _ERRORS as exc:
            _fail(exc, None)

    async def release(self, member: AsyncpgLink) -> None:
        """Give a connection back."""
        try:
            await self._pool.release(member.connection)
        except _ERRORS as exc:
            _fail(exc, None)

    async def close(self) -> None:
        """Do nothing: it is the user's to close."""

    def stats(self) -> PoolStats:
        """Count the connections."""
        pool, idle = self._pool, self._pool.get_idle_size()
        return PoolStats(pool.get_max_size(), pool.get_size() - idle, idle, None)


async def _open(url: str, seconds: float) -> AsyncpgLink:
    try:
        return AsyncpgLink(await asyncpg.connect(url, timeout=seconds))
    except asyncpg.exceptions.ClientConfigurationError as exc:
        message = f"not a PostgreSQL URL: {exc}"
        raise ConfigError(message) from exc
    except _ERRORS as exc:
        raise _unreachable(url, exc) from exc


class AsyncpgDatabase(Database):
    """A pool.  Every call borrows a connection.

    Args:
        pool: The user's pool, or ``None``.
        make: Makes one of our own on ``open()``.
    """

    __slots__ = ("_make", "_pool")

    def __init__(
        self, pool: Pool[AsyncpgLink] | None, make: Callable[[], OwnPool[AsyncpgLink]] | None = None
    ) -> None:
        self._pool = pool
        self._make = make

    @property
    def engine(self) -> Engine:
        """The family of servers behind this."""
        return Engine.POSTGRESQL

    async def open(self) -> Self:
        """Connect; does nothing when it is open already."""
        if self._pool is None and self._make is not None:
            pool = self._make()
            try:
                await pool.open()
            except BaseException:
                await pool.close()
                raise
            self._pool = pool
        return self

    async def close(self) -> None:
        """Close every connection; does nothing when it is closed already."""
        pool = self._pool
        if self._make is not None and pool is not None:
            self._pool = None
            await pool.close()

    def stats(self) -> PoolStats:
        """Count the connections of the pool."""
        return self._open_pool().stats()

    async def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        refuse_control(query)
        pool = self._open_pool()
        link = await pool.acquire()
        link.touched = changes_session(query)
        try:
            return _count(await link.connection.execute(query, *args))
        except BaseException as exc:
            _stopped(exc, link, query)
            raise
        finally:
            await pool.release(link)

    async def fetch(self, query: Sql[RowT], /, *args: object) -> list[RowT]:
        """Run a statement and return all of its rows."""
        pool = self._open_pool()
        link = await pool.acquire()
        link.touched = changes_session(query)
        try:
            return await link.connection.fetch(query, *args)
        except BaseException as exc:
            _stopped(exc, link, query)
            raise
        finally:
            await pool.release(link)

    async def fetchrow(self, query: Sql[RowT], /, *args: object) -> RowT | None:
        """Run a statement and return its first row, or None when there is none."""
        pool = self._open_pool()
        link = await pool.acquire()
        link.touched = changes_session(query)
        try:
            row: RowT | None = await link.connection.fetchrow(query, *args)
        except BaseException as exc:
            _stopped(exc, link, query)
            raise
        finally:
            await pool.release(link)
        return row

    async def fetchval(self, query: Sql[tuple[T]], /, *args: object) -> T | None:
        """Run a statement and return the first column of its first row, or None."""
        pool = self._open_pool()
        link = await pool.acquire()
        link.touched = changes_session(query)
        try:
            value: T | None = await link.connection.fetchval(query, *args)
        except BaseException as exc:
            _stopped(exc, link, query)
            raise
        finally:
            await pool.release(link)
        return value

    async def execute_script(self, sql: str) -> None:
        """Run several statements, without arguments."""
        if _NOTHING.match(sql):
            return
        pool = self._open_pool()
        link = await pool.acquire()
        link.touched = True
        try:
            await link.connection.execute(sql)
        except BaseException as exc:
            _stopped(exc, link, sql)
            raise
        finally:
            await pool.release(link)

    async def notes(
        self, channels: tuple[str, ...], quiet: float | None
    ) -> AsyncGenerator[Notification | None]:
        """Listen; yield ``None`` once that has begun, and when nothing came for so many seconds."""
        pool = self._open_pool()
        link = await pool.acquire()
        try:
            async with aclosing(_notes(link.connection, channels, quiet)) as found:
                async for note in found:
                    yield note
        finally:
            await finish(pool.discard(link))

    def copies_alone(self) -> bool:
        """Return that each call commits by itself."""
        return True

    async def copy_alone(self, target: CopyTarget, rows: Sequence[tuple[object, ...]]) -> int:
        """Write rows by one COPY, all or none, and return how many were written."""
        pool = self._open_pool()
        link = await pool.acquire()
        try:
            return await AsyncpgConnection(link.connection, None, 1).copy_group(target, rows)
        except BaseException:
            link.touched = True  # after a cancellation, the reset waits for the end of the COPY
            raise
        finally:
            await pool.release(link)

    async def borrow(self) -> Session:
        """Return a connection of one's own, in no transaction; ``release()`` gives it back."""
        pool = self._open_pool()
        link = await pool.acquire()
        session = AsyncpgConnection(link.connection, (pool, link), 1)
        session.use.touched = True
        return session

    async def enter(self, modes: Modes) -> Session:
        """Begin a transaction on a connection of its own."""
        pool = self._open_pool()
        link = await pool.acquire()
        session = AsyncpgConnection(link.connection, (pool, link), 1)
        await session.begin(_outermost(modes))
        return session

    def _open_pool(self) -> Pool[AsyncpgLink]:
        pool = self._pool
        if pool is None:
            raise not_open()
        return pool


async def _notes(
    connection: asyncpg.Connection, channels: tuple[str, ...], quiet: float | None
) -> AsyncGenerator[Notification | None]:
    box: Mailbox[Notification | ConnectionLost] = Mailbox()

    def arrived(_: object, pid: int, channel: str, payload: str) -> None:
        box.put(Notification(channel, payload, pid))

    def lost(_: object) -> None:
        message = "the connection that listens was closed; notifications may have been missed"
        box.put(ConnectionLost(message))

    try:
        connection.add_termination_listener(lost)
        for channel in channels:
            await connection.add_listener(channel, arrived)
        yield None
        while True:
            found = await box.take(quiet)
            if isinstance(found, ConnectionLost):
                raise found
            yield found
    except _ERRORS as exc:
        _fail(exc, None)
    finally:
        with suppress(*_ERRORS):  # it may be broken; what is not asked for is dropped
            connection.remove_termination_listener(lost)
            for channel in channels:
                await finish(connection.remove_listener(channel, arrived))


def _stopped(exc: BaseException, link: AsyncpgLink, query: str) -> None:
    """Raise our exception for one of the driver's; after a cancellation, mistrust the session."""
    if isinstance(exc, _ERRORS):
        _fail(exc, query)
    # The reset waits until the server has ended the statement.
    link.touched = True


def _closed(connection: asyncpg.Connection) -> bool:
    try:
        return connection.is_closed()
    except asyncpg.InterfaceError:  # a pool takes a connection away as soon as it breaks
        return True


def _outermost(modes: Modes) -> Block:
    return Block(begin=(f"BEGIN {modes.sql()}".rstrip(),))


def _count(tag: str) -> int:
    """Return the number at the end of a command tag: ``INSERT 0 1``, ``UPDATE 3``, ``SELECT 5``."""
    number = tag.rpartition(" ")[2]
    return int(number) if number.isdecimal() else 0


def _unreachable(url: str, exc: Exception) -> ConnectionLost:
    """Return the error for a server that cannot be reached, without the URL's password."""
    try:
        parts = urlsplit(url)
        place = f" at {parts.hostname or 'localhost'}:{parts.port or 5432}"
    except ValueError:
        place = ""
    reason = str(exc) or type(exc).__name__
    sqlstate = exc.sqlstate if isinstance(exc, asyncpg.PostgresError) else None
    return ConnectionLost(f"cannot connect to PostgreSQL{place}: {reason}", sqlstate=sqlstate)


def _fail(exc: Exception, query: str | None) -> NoReturn:
    """Raise our exception for one of the driver's."""
    if isinstance(exc, asyncpg.PostgresError) and exc.sqlstate:
        raise server_error(
            exc.sqlstate,
            getattr(exc, "message", None) or str(exc),
            detail=getattr(exc, "detail", None),
            hint=getattr(exc, "hint", None),
            constraint=getattr(exc, "constraint_name", None),
            table=getattr(exc, "table_name", None),
            column=getattr(exc, "column_name", None),
            query=query,
        ) from exc
    message = str(exc) or type(exc).__name__
    kind: type[DatabaseError] = ProgrammingError
    if isinstance(exc, TimeoutError):
        kind, message = QueryTimeout, "the statement ran longer than the command timeout"
    elif isinstance(exc, OSError) or any(words in message for words in _LOST):
        kind = ConnectionLost
    elif isinstance(exc, asyncpg.InterfaceError) and isinstance(exc, ValueError):
        kind = DataError
    elif isinstance(exc, (ValueError, TypeError, ArithmeticError)):
        kind, message = DataError, f"a value has no like in Python or on the server: {message}"
    elif isinstance(exc, asyncpg.InternalClientError):
        kind = OperationalError
    raise kind(message, query=query) from exc
