# Generated from flash_core/database/drivers/mysql.py by `nox -s unasync`: edit that file.
"""MySQL and MariaDB, over any of their drivers.

A call commits by itself: connections of our own are in autocommit mode, and on a connection of the
user's that is not, a call commits when no transaction was open before it.  ``execute`` counts the
rows a statement found, as PostgreSQL does, not only those it changed; on a connection of the
user's that depends on its flag ``FOUND_ROWS``.  MySQL commits before and after every statement
that defines something (CREATE, ALTER …): such a statement ends the transaction around it.

Depends on: blocks, connection, session, pooled, mysql_errors, mysql_link, mysql_values.
"""

from __future__ import annotations

import abc
from typing import TYPE_CHECKING

from flash_core.engine import Engine
from flash_core.errors import OperationalError, ProgrammingError
from flash_core.values import ExecResult
from flash_sync._compat import finish
from flash_sync.blocks import Block, Modes, over, refuse_control
from flash_sync.connection import Connection
from flash_sync.pooled import PooledDatabase
from flash_sync.session import Session

from .mysql_errors import NO_SUCH_SAVEPOINT, number_of
from .mysql_link import Link
from .mysql_values import without_empty_statements

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence

    from flash_core.errors import DatabaseError
    from flash_core.values import CopyTarget, RowT, Sql, T

    from .mysql_reading import Reading
    from .mysql_wire import Build, Result


class _Calls(Connection):
    """The four ways to run a statement, over :meth:`_run`."""

    __slots__ = ()

    @property
    def engine(self) -> Engine:
        """The family of servers behind this."""
        return Engine.MYSQL

    @abc.abstractmethod
    def _run(self, query: str, args: tuple[object, ...], build: Build | None = None) -> Result:
        """Run a statement.

        Args:
            query: The statement.
            args: For its placeholders.
            build: What the caller will build of the rows, if they are not built already.
        """

    def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        return (self._run(query, args)).count

    def execute_result(self, query: str, /, *args: object) -> ExecResult:
        """Run a statement and return how many rows it affected, and the id of the row inserted."""
        result = self._run(query, args)
        return ExecResult(result.count, result.insert_id or None)

    def fetch(self, query: Sql[RowT], /, *args: object) -> list[RowT]:
        """Run a statement and return all of its rows."""
        return list((self._run(query, args)).rows or ())

    def fetch_built(
        self,
        query: Sql[RowT],
        build: Callable[[Sequence[RowT]], Iterable[T]],
        /,
        *args: object,
    ) -> list[T]:
        """Run a statement and return what is built of its rows."""
        result = self._run(query, args, build)
        if result.built is None:
            objects = build(result.rows or ())
            return objects if isinstance(objects, list) else list(objects)
        if result.built.failure is not None:
            raise result.built.failure
        return result.built.objects

    def fetchrow(self, query: Sql[RowT], /, *args: object) -> RowT | None:
        """Run a statement and return its first row, or None when there is none."""
        rows = (self._run(query, args)).rows
        return rows[0] if rows else None

    def fetchval(self, query: Sql[tuple[T]], /, *args: object) -> T | None:
        """Run a statement and return the first column of its first row, or None."""
        row = self.fetchrow(query, *args)
        return None if row is None else row[0]

    def execute_script(self, sql: str) -> None:
        """Run several statements, without arguments."""
        script = without_empty_statements(sql)
        if script:
            self._run(script, ())


class MySQLConnection(_Calls, Session):
    """One connection.

    Args:
        link: The way to the driver's.
        database: Where it goes back to, if it is borrowed for a transaction.
        depth: How many transactions of ours it is inside.
        outer: The session it is opened on.
        queued: Several tasks may use it at the same time.
    """

    __slots__ = ("_database", "_depth", "_link", "_reading")

    def __init__(
        self,
        link: Link,
        database: MySQLDatabase | None,
        depth: int,
        outer: Session | None = None,
        *,
        queued: bool = False,
    ) -> None:
        super().__init__(outer, queued=queued)
        self._link: Link | None = link
        self._database = database
        self._depth = depth
        self._reading: Reading | None = None

    @property
    def link(self) -> Link:
        """The way to the driver's connection.

        Raises:
            ProgrammingError: The transaction is over.
        """
        if self._link is None:
            raise over()
        return self._link

    def _run(self, query: str, args: tuple[object, ...], build: Build | None = None) -> Result:
        link, use = self.link, self.use
        use.take(query)
        try:
            return link.run(query, args, build)
        finally:
            use.query = None

    def stream(self, query: Sql[RowT], /, *args: object) -> Generator[list[RowT]]:
        """Run a statement that only reads, and yield its rows, many at a time."""
        reading = self._reading = self.link.open_rows(query, args)
        try:
            while rows := self.link.next_rows(reading):
                yield rows
        finally:
            reading.wanted = False

    def send_many(self, query: str, sets: Sequence[tuple[object, ...]]) -> None:
        """Run a statement once for each set of parameters."""
        self.link.run_many(query, sets)

    def read_many(self, query: Sql[RowT], sets: Sequence[tuple[object, ...]]) -> list[list[RowT]]:
        """Run a statement once for each set of parameters and return the rows of each."""
        link = self.link
        return [list((link.run(query, args)).rows or ()) for args in sets]

    def copy_group(self, target: CopyTarget, rows: Sequence[tuple[object, ...]]) -> int:
        """Write rows, and return how many were written."""
        names = target.names("`").replace("%", "%%")
        marks = ", ".join(["%s"] * len(target.columns))
        insert = f"INSERT INTO {names} VALUES ({marks})"  # noqa: S608 - the names are quoted
        self.link.run_many(insert, rows)
        return len(rows)

    def leave(self, *, commit: bool) -> None:
        """End the block and release the connection."""
        if self._reading is not None:
            self._reading.wanted = False
        super().leave(commit=commit)

    def enter(self, modes: Modes) -> Session:
        """Begin a transaction, or a savepoint inside the one that is open."""
        link = self.link
        session = MySQLConnection(link, None, self._depth + 1, self)
        link.opening.acquire()
        try:
            if link.in_transaction():
                session.begin(modes.savepoint(self._depth))
            else:
                link.ended = False
                session.begin(_outermost(modes))
        finally:
            link.opening.release()
        return session

    def command(self, sql: str) -> None:
        """Run one statement that controls the transaction, as it stands."""
        try:
            self.link.command(sql)
        except ProgrammingError as error:
            cause = error.__cause__
            if cause is not None and number_of(cause) == NO_SUCH_SAVEPOINT:
                raise _committed(error) from cause
            raise

    def undo(self, sql: str) -> None:
        """Run one statement of a rollback, unless it is sure that no transaction is open."""
        if self.link.is_open:
            self.command(sql)

    def release(self) -> None:
        """Give the driver's connection back; from now on every call is refused."""
        link, self._link = self._link, None
        if self._database is not None and link is not None:
            self._database.take_back(link)


class MySQLDatabase(_Calls, PooledDatabase[Link]):
    """A pool.  Every call borrows a connection."""

    __slots__ = ()

    def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        refuse_control(query)
        return super().execute(query, *args)

    def execute_result(self, query: str, /, *args: object) -> ExecResult:
        """Run a statement and return how many rows it affected, and the id of the row inserted."""
        refuse_control(query)
        return super().execute_result(query, *args)

    def stream(self, query: Sql[RowT], /, *args: object) -> Generator[list[RowT]]:
        """Run a statement that only reads, and yield its rows, many at a time."""
        link = self._acquire()
        try:
            reading = link.open_rows(query, args)
            try:
                while rows := link.next_rows(reading):
                    yield rows
            finally:
                link.discard(reading)
        finally:
            finish(self.take_back(link))

    def borrow(self) -> Session:
        """Return a connection of one's own, in no transaction; ``release()`` gives it back."""
        return MySQLConnection(self._acquire(), self, 1)

    def enter(self, modes: Modes) -> Session:
        """Begin a transaction on a connection of its own."""
        link = self._acquire()
        session = MySQLConnection(link, self, 1)
        session.begin(_outermost(modes))
        return session

    def take_back(self, link: Link) -> None:
        """Return a borrowed connection."""
        pool = self._pool
        if pool is None:
            link.close()
        else:
            pool.release(link)

    def _run(self, query: str, args: tuple[object, ...], build: Build | None = None) -> Result:
        link = self._acquire()
        try:
            return link.run(query, args, build)
        finally:
            self.take_back(link)

    def _acquire(self) -> Link:
        return self._open_pool().acquire()


def _outermost(modes: Modes) -> Block:
    begin = "START TRANSACTION READ ONLY" if modes.read_only else "START TRANSACTION"
    if modes.isolation is None:
        return Block(begin=(begin,))
    # It holds for the next transaction only.
    return Block(begin=(f"SET TRANSACTION ISOLATION LEVEL {modes.isolation.upper()}", begin))


def _committed(error: Exception) -> DatabaseError:
    return OperationalError(
        "a statement of this transaction has committed it, so there is no savepoint any more; "
        f"statements that define something, such as CREATE TABLE, do so ({error})"
    )
