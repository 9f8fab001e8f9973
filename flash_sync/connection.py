# Generated from flash_core/database/connection.py by `nox -s unasync`: edit that file.
"""A place to run statements, and transactions on it.

A :class:`Connection` is a driver's adapter, and ``transaction()`` on it yields a ``Session``.
Transactions are our own BEGIN, SAVEPOINT and COMMIT sent through the driver, so they nest in what
the user began and mean the same everywhere.

Depends on: errors, engine, values, batches, blocks, listening, _compat.
"""

from __future__ import annotations

import abc
from typing import TYPE_CHECKING, Final, cast

from flash_core.engine import Engine
from flash_core.errors import ProgrammingError
from flash_core.values import ExecResult
from flash_sync._compat import finish

from . import batches
from .blocks import Modes
from .listening import Listening, check_channels

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence
    from types import TracebackType

    from flash_core.values import CopyTarget, Notification, RowT, Sql, T
    from flash_sync._compat import Batch

    from .protocol import Isolation
    from .session import Session

CHUNK: Final = 500  # rows that stream() reads at a time


class Connection(abc.ABC):
    """An adapter of a driver; meets ``DatabaseConnection``."""

    __slots__ = ()

    @property
    @abc.abstractmethod
    def engine(self) -> Engine:
        """The family of servers behind this."""

    @abc.abstractmethod
    def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""

    def execute_result(self, query: str, /, *args: object) -> ExecResult:
        """Run a statement and return how many rows it affected, and the id of the row inserted."""
        return ExecResult(self.execute(query, *args), None)

    @abc.abstractmethod
    def fetch(self, query: Sql[RowT], /, *args: object) -> list[RowT]:
        """Run a statement and return all of its rows."""

    def fetch_built(
        self,
        query: Sql[RowT],
        build: Callable[[Sequence[RowT]], Iterable[T]],
        /,
        *args: object,
    ) -> list[T]:
        """Run a statement and return what is built of its rows."""
        rows = self.fetch(query, *args)
        if len(rows) <= CHUNK:
            return list(build(rows))
        # Each takes the place of its row, whose memory the next finds free.
        built = cast("list[T]", rows)
        for start in range(0, len(rows), CHUNK):
            built[start : start + CHUNK] = build(rows[start : start + CHUNK])
        return built

    @abc.abstractmethod
    def fetchrow(self, query: Sql[RowT], /, *args: object) -> RowT | None:
        """Run a statement and return its first row, or None when there is none."""

    @abc.abstractmethod
    def fetchval(self, query: Sql[tuple[T]], /, *args: object) -> T | None:
        """Run a statement and return the first column of its first row, or None."""

    @abc.abstractmethod
    def stream(self, query: Sql[RowT], /, *args: object) -> Generator[list[RowT]]:
        """Run a statement that only reads, and yield its rows, many at a time."""

    def execute_many(
        self, query: str, sets: Batch[T], encode: Callable[[T], tuple[object, ...]], /
    ) -> None:
        """Run a statement once for each set of parameters, all of it or nothing."""
        batches.execute_many(self, query, sets, encode)

    def fetch_many(
        self, query: Sql[RowT], sets: Batch[T], encode: Callable[[T], tuple[object, ...]], /
    ) -> list[list[RowT]]:
        """Run a statement once for each set of parameters and return the rows of each."""
        return batches.fetch_many(self, query, sets, encode)

    def fetchrow_many(
        self,
        query: Sql[RowT],
        sets: Batch[T],
        encode: Callable[[T], tuple[object, ...]],
        /,
        *,
        exact: bool = False,
    ) -> list[RowT | None]:
        """Run a statement once for each set of parameters and return the first row of each."""
        return batches.fetchrow_many(self, query, sets, encode, exact=exact)

    def copy_rows(
        self, target: CopyTarget, rows: Batch[T], encode: Callable[[T], tuple[object, ...]], /
    ) -> int:
        """Write rows by the fastest way there is, all or none, and return how many."""
        return batches.copy_rows(self, target, rows, encode)

    def copies_alone(self) -> bool:
        """Tell whether :meth:`copy_alone` can be called: no transaction is open or would be."""
        return False

    def copy_alone(self, target: CopyTarget, rows: Sequence[tuple[object, ...]]) -> int:
        """Write rows by one statement, all or none, and return how many were written."""
        raise NotImplementedError

    def enter_batch(self, query: str) -> Session:
        """Begin the transaction in which a statement runs many times."""
        del query
        return self.enter(Modes())

    @abc.abstractmethod
    def execute_script(self, sql: str) -> None:
        """Run several statements, without arguments."""

    @abc.abstractmethod
    def enter(self, modes: Modes) -> Session:
        """Begin a transaction; the session ends it.  Called by :class:`Transaction`."""

    def listen(self, *channels: str, timeout: float | None = None) -> Listening:
        """Listen to notifications of PostgreSQL.

        ``async for note in database.listen("orders"):`` listens for the length of the loop, on a
        connection of its own.  It does so from ``async with database.listen("orders") as notes:``
        on; whatever changes afterwards is notified, so read a table there, before the loop.

        The server keeps nothing for who does not listen.  When the connection breaks,
        ``ConnectionLost`` is raised; what is notified before the next ``listen()`` is lost, so
        read the table again then.  What comes while the loop works waits in memory.

        Args:
            channels: Their names, as they are: ``NOTIFY Orders`` without quotes is of ``orders``.
            timeout: End the loop when nothing came for so many seconds.  Inside the context, the
                next loop goes on from there.

        Raises:
            DataError: A name is empty, too long, or has a NUL character in it.
            ProgrammingError: There is no name; or this is not PostgreSQL, is lent by a framework,
                or is inside a transaction, where notifications do not arrive.
        """
        check_channels(channels)
        return Listening(self.notes(channels, timeout))

    def notes(
        self, channels: tuple[str, ...], quiet: float | None
    ) -> Generator[Notification | None]:
        """Listen; yield ``None`` once that has begun, and when nothing came for so many seconds."""
        del channels, quiet
        message = "only a database or a connection of PostgreSQL can listen to notifications"
        raise ProgrammingError(message)

    def transaction(
        self,
        *,
        isolation: Isolation | None = None,
        read_only: bool = False,
        deferrable: bool = False,
    ) -> Transaction:
        """Open a transaction, or a savepoint inside one.

        It is committed when the block ends, and rolled back on any exception, also when the task
        is cancelled.

        Args:
            isolation: ``None`` for the server's default.  SQLite is always serializable.
            read_only: Refuse statements that write.
            deferrable: Wait at the begin until no other transaction can make this one fail;
                PostgreSQL does so when it is serializable and read-only.

        Raises:
            ProgrammingError: Only PostgreSQL has deferrable transactions.
            ValueError: There is no such isolation level.
        """
        if deferrable and self.engine is not Engine.POSTGRESQL:
            message = f"{self.engine} has no deferrable transactions; leave deferrable out"
            raise ProgrammingError(message)
        return Transaction(self, Modes(isolation, read_only, deferrable))


class Transaction:
    """A transaction to enter; yields the connection that is inside it."""

    __slots__ = ("_modes", "_parent", "_session")

    def __init__(self, parent: Connection, modes: Modes) -> None:
        self._parent = parent
        self._modes = modes
        self._session: Session | None = None

    def __enter__(self) -> Session:
        """Begin."""
        if self._session is not None:
            message = "this transaction has been entered already; call transaction() again"
            raise ProgrammingError(message)
        self._session = self._parent.enter(self._modes)
        return self._session

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Commit, or roll back when the block raised."""
        session = self._session
        if session is None:
            return
        try:
            finish(session.leave(commit=exc_type is None))
        finally:  # a task that is cancelled while it commits has committed
            if exc_type is None:
                session.call_back()
