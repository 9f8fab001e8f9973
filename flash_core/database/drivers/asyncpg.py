"""PostgreSQL through asyncpg: its own placeholders, its statement cache, its pool.

Rows are asyncpg's records, which unpack and index as tuples do.  json and jsonb arrive as text,
which is asyncpg's default; generated code decodes them.

Depends on: connection, database, postgres_errors.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NoReturn
from urllib.parse import urlsplit

import asyncpg

from flash_core.database.connection import (
    Block,
    Modes,
    Session,
    aborted,
    over,
    refuse_control,
)
from flash_core.database.database import Database, not_open
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

from .postgres_cursors import CursorSession
from .postgres_errors import server_error

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from flash_core.values import RowT, Sql, T

# What asyncpg raises: the server's errors, its own, the socket's and the clock's (TimeoutError is
# an OSError), and what an argument can cause that it does not wrap.
# asyncpg itself fails on a script without a statement.
_NOTHING: Final = re.compile(r"(?>[\s;]+|--[^\n]*(?:\n|$)|/\*.*?\*/)*+\Z", re.DOTALL)
_ERRORS: Final = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    OSError,
    UnicodeError,
    OverflowError,
)

# How asyncpg says that the connection is gone; it has no class for it.
_LOST: Final = ("connection is closed", "connection has been released back", "pool is clos")


def connect(url: str, *, min_size: int, max_size: int, timeout: float) -> Database:
    """Return a database with a pool of its own."""
    return AsyncpgDatabase(None, url, min_size, max_size, timeout)


def wrap_pool(pool: asyncpg.Pool) -> Database:
    """Return a database on the user's pool; acquiring waits as long as the pool says."""
    return AsyncpgDatabase(pool, "", 0, 0, None)


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
        pool: Where it goes back to, if it is borrowed for a transaction.
        depth: How many transactions of ours it is inside.
        outer: The session it is opened on.
    """

    __slots__ = ("_connection", "_depth", "_pool")

    def __init__(
        self,
        connection: asyncpg.Connection,
        pool: asyncpg.Pool | None,
        depth: int,
        outer: Session | None = None,
    ) -> None:
        super().__init__(outer)
        self._connection = connection
        self._pool = pool
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
        try:
            await self._connection.executemany(query, sets)
        except _ERRORS as exc:
            _fail(exc, query)

    async def read_many(self, query: str, sets: Sequence[tuple[object, ...]]) -> list[list[Any]]:
        """Run a statement once for each set of parameters and return the rows of each."""
        fetch = self._connection.fetch
        try:
            return [await fetch(query, *args) for args in sets]
        except _ERRORS as exc:
            _fail(exc, query)

    async def read_first(
        self, query: str, sets: Sequence[tuple[object, ...]], *, exact: bool
    ) -> list[Any]:
        """Run a statement once for each set of parameters and return the first row of each."""
        if not exact:
            return await super().read_first(query, sets, exact=exact)
        try:
            # It does not tell which row is of which set: that takes one of each.
            return await self._connection.fetchmany(query, sets)
        except _ERRORS as exc:
            _fail(exc, query)

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
        connection, pool = self._connection, self._pool
        self._connection = _OVER
        if pool is not None:
            try:
                await pool.release(connection)
            except _ERRORS as exc:
                _fail(exc, None)


class _Over:
    """Stands where the connection was once the block has ended."""

    def __getattr__(self, name: str) -> NoReturn:
        raise over()


_OVER: Final[asyncpg.Connection] = _Over()  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType] - refuses every call


class AsyncpgDatabase(Database):
    """A pool.  Every call borrows a connection.

    Args:
        pool: The user's pool, or ``None`` to make one on ``open()``.
        url: Where to connect.
        min_size: Connections to keep open.
        max_size: Connections to open at most.
        timeout: Seconds to wait for a free connection.
    """

    __slots__ = ("_max_size", "_min_size", "_owned", "_pool", "_timeout", "_url")

    def __init__(
        self,
        pool: asyncpg.Pool | None,
        url: str,
        min_size: int,
        max_size: int,
        timeout: float | None,
    ) -> None:
        self._pool = pool
        self._owned = pool is None
        self._url = url
        self._min_size = min_size
        self._max_size = max_size
        self._timeout = timeout

    @property
    def engine(self) -> Engine:
        """The family of servers behind this."""
        return Engine.POSTGRESQL

    async def open(self) -> Self:
        """Connect; does nothing when it is open already."""
        if self._pool is None:
            try:
                self._pool = await asyncpg.create_pool(
                    self._url,
                    min_size=self._min_size,
                    max_size=self._max_size,
                    timeout=self._timeout,
                )
            except asyncpg.exceptions.ClientConfigurationError as exc:
                message = f"not a PostgreSQL URL: {exc}"
                raise ConfigError(message) from exc
            except _ERRORS as exc:
                raise _unreachable(self._url, exc) from exc
        return self

    async def close(self) -> None:
        """Close every connection; does nothing when it is closed already."""
        pool = self._pool
        if self._owned and pool is not None:
            self._pool = None
            try:
                await pool.close()
            except _ERRORS as exc:
                _fail(exc, None)

    async def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        refuse_control(query)
        connection, pool = await self._acquire()
        try:
            try:
                return _count(await connection.execute(query, *args))
            finally:
                await pool.release(connection)
        except _ERRORS as exc:
            _fail(exc, query)

    async def fetch(self, query: Sql[RowT], /, *args: object) -> list[RowT]:
        """Run a statement and return all of its rows."""
        connection, pool = await self._acquire()
        try:
            try:
                return await connection.fetch(query, *args)
            finally:
                await pool.release(connection)
        except _ERRORS as exc:
            _fail(exc, query)

    async def fetchrow(self, query: Sql[RowT], /, *args: object) -> RowT | None:
        """Run a statement and return its first row, or None when there is none."""
        connection, pool = await self._acquire()
        try:
            try:
                row: RowT | None = await connection.fetchrow(query, *args)
            finally:
                await pool.release(connection)
        except _ERRORS as exc:
            _fail(exc, query)
        return row

    async def fetchval(self, query: Sql[tuple[T]], /, *args: object) -> T | None:
        """Run a statement and return the first column of its first row, or None."""
        connection, pool = await self._acquire()
        try:
            try:
                value: T | None = await connection.fetchval(query, *args)
            finally:
                await pool.release(connection)
        except _ERRORS as exc:
            _fail(exc, query)
        return value

    async def execute_script(self, sql: str) -> None:
        """Run several statements, without arguments."""
        if _NOTHING.match(sql):
            return
        connection, pool = await self._acquire()
        try:
            try:
                await connection.execute(sql)
            finally:
                await pool.release(connection)
        except _ERRORS as exc:
            _fail(exc, sql)

    async def enter(self, modes: Modes) -> Session:
        """Begin a transaction on a connection of its own."""
        connection, pool = await self._acquire()
        session = AsyncpgConnection(connection, pool, 1)
        await session.begin(_outermost(modes))
        return session

    async def _acquire(self) -> tuple[asyncpg.Connection, asyncpg.Pool]:
        pool = self._pool
        if pool is None:
            raise not_open()
        try:
            return await pool.acquire(timeout=self._timeout), pool
        except TimeoutError as exc:
            message = f"no connection became free in {self._timeout} seconds"
            raise PoolTimeout(message) from exc
        except OSError as exc:
            raise _unreachable(self._url, exc) from exc
        except _ERRORS as exc:
            _fail(exc, None)


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
    elif isinstance(exc, (ValueError, OverflowError)):
        kind = DataError
    elif isinstance(exc, asyncpg.InternalClientError):
        kind = OperationalError
    raise kind(message, query=query) from exc
