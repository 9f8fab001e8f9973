# Generated from flash_core/database/connection.py by `nox -s unasync`: edit that file.
"""A place to run statements, and transactions on it.

A :class:`Connection` is a driver's adapter.  A :class:`Session` is one that holds a single
connection of the driver for the length of a transaction; it is what ``transaction()`` yields.
Transactions are our own BEGIN, SAVEPOINT and COMMIT sent through the driver, so they nest in what
the user began and mean the same everywhere.

Depends on: errors, engine, origins, values, listening, _compat.
"""

from __future__ import annotations

import abc
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast, get_args

from flash_core.engine import Engine
from flash_core.errors import DatabaseError, OperationalError, ProgrammingError
from flash_core.origins import changes_session, origin_of
from flash_core.values import ExecResult
from flash_sync._compat import WITH, call, finish

from . import batches
from .listening import Listening, check_channels
from .protocol import Isolation

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence
    from types import TracebackType

    from flash_core.values import CopyTarget, Notification, RowT, Sql, T
    from flash_sync._compat import Batch

CHUNK: Final = 500  # rows that stream() reads at a time
_SHORT: Final = 200  # characters of a statement that a message shows
_CONTROL: Final = re.compile(
    r"(?>\s+|--[^\n]*(?:\n|$)|/\*.*?\*/)*+"
    r"(?:BEGIN|START\s+TRANSACTION|COMMIT(?!\s+PREPARED)|END|ROLLBACK(?!\s+PREPARED)|ABORT"
    r"|SAVEPOINT|RELEASE)\b",
    re.IGNORECASE | re.DOTALL,
)


def controls_transaction(query: str) -> bool:
    """Tell whether a statement begins or ends a transaction."""
    return _CONTROL.match(query) is not None


def refuse_control(query: str) -> None:
    """Refuse a statement that begins or ends a transaction on something that has many connections.

    Raises:
        ProgrammingError: It would reach one connection, and the next statement another.
    """
    if _CONTROL.match(query) is not None:
        statement = query.strip().rstrip(";").split("\n")[-1].strip()
        message = (
            f"{statement} on a pool would reach one connection and the next statement another; "
            f"write: {WITH} db.transaction() as tx:"
        )
        raise ProgrammingError(message, query=query)


@dataclass(frozen=True, slots=True)
class Block:
    """The statements that open and end a transaction or savepoint.

    Attributes:
        begin: What opens it.
        commit: What ends it well.
        rollback: What ends it otherwise.
        after: What restores the connection, whichever way it ended.
        nested: It is a savepoint.
    """

    begin: tuple[str, ...]
    commit: tuple[str, ...] = ("COMMIT",)
    rollback: tuple[str, ...] = ("ROLLBACK",)
    after: tuple[str, ...] = ()
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Modes:
    """How a transaction is asked for."""

    isolation: Isolation | None = None
    read_only: bool = False
    deferrable: bool = False

    def __post_init__(self) -> None:
        if self.isolation is not None and self.isolation not in get_args(Isolation):
            message = f"isolation is one of {', '.join(get_args(Isolation))}; got {self.isolation}"
            raise ValueError(message)

    def sql(self) -> str:
        """Return the modes as SQL writes them after BEGIN or SET TRANSACTION."""
        parts: list[str] = []
        if self.isolation is not None:
            parts.append(f"ISOLATION LEVEL {self.isolation.upper()}")
        if self.read_only:
            parts.append("READ ONLY")
        if self.deferrable:
            parts.append("DEFERRABLE")
        return ", ".join(parts)

    def savepoint(self, depth: int) -> Block:
        """Return a block inside a transaction that is open already.

        Raises:
            ProgrammingError: The modes can only be chosen for the outermost transaction.
        """
        if self != Modes():
            message = (
                "only the outermost transaction can choose isolation, read_only and deferrable"
            )
            raise ProgrammingError(message)
        name = f"flash_{depth}"
        return Block(
            begin=(f"SAVEPOINT {name}",),
            commit=(f"RELEASE SAVEPOINT {name}",),
            rollback=(f"ROLLBACK TO SAVEPOINT {name}", f"RELEASE SAVEPOINT {name}"),
            nested=True,
        )


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


class Use:
    """What a driver's connection is doing, for the sessions that share it.

    Args:
        queued: Statements of several tasks wait for each other, so none is refused.

    Attributes:
        query: The statement that runs now; who has taken the turn sets it back to ``None``.
        touched: A statement may have left something behind in the session.
    """

    __slots__ = ("query", "queued", "touched")

    def __init__(self, *, queued: bool = False) -> None:
        self.query: str | None = None
        self.queued = queued
        self.touched = False

    def take(self, query: str) -> None:
        """Say which statement is about to run.

        Raises:
            ProgrammingError: Another one runs.
        """
        running = self.query
        if running is not None and not self.queued:
            message = (
                "two statements at once on one connection: a transaction belongs to one task or "
                "thread at a time; open another transaction for the second, or run them one after "
                f"the other\n  running: {_short(running)}\n  refused: {_short(query)}"
            )
            raise ProgrammingError(message, query=query)
        self.query = query
        self.touched = self.touched or changes_session(query)


def _short(query: str) -> str:
    origin = origin_of(query)
    if origin is not None:
        return f"{origin.name} ({origin})"
    words = " ".join(query.split())
    return words if len(words) <= _SHORT else f"{words[:_SHORT]}…"


class Session(Connection):
    """A connection inside a transaction of ours.

    Args:
        outer: The session it was opened on.
        queued: Several tasks may use it at the same time: their statements wait for each other.

    Attributes:
        use: What the driver's connection is doing.
    """

    __slots__ = ("_block", "_callbacks", "_inner", "_outer", "_over", "use")

    def __init__(self, outer: Session | None, *, queued: bool = False) -> None:
        self._outer = outer if outer is not None and outer.begun else None
        self._inner: Session | None = None
        self._block: Block | None = None
        self._callbacks: list[Callable[[], object]] = []
        self._over = False
        # Who opens a transaction where statements are queued wants it for itself.
        shared = outer is not None and not outer.use.queued
        self.use: Use = outer.use if outer is not None and shared else Use(queued=queued)

    @property
    def begun(self) -> bool:
        """A transaction or savepoint of ours is what it is in, or was in."""
        return self._block is not None

    @property
    def nested(self) -> bool:
        """It is a savepoint."""
        return self._block is not None and self._block.nested

    def rollback(self) -> None:
        """Undo what was done in this transaction or savepoint, and end it.

        Its block goes on, without the database.

        Raises:
            ProgrammingError: No transaction of Flash is open here.
        """
        if self._block is None:
            raise not_begun()
        if self._over:
            raise over()
        finish(self.leave(commit=False))

    def on_commit(self, callback: Callable[[], object]) -> None:
        """Call something when the outermost transaction has been committed.

        It is not called when this transaction, or one around it, is rolled back.  The connection
        has been given back by then.  When one callback fails, the others are called all the same.

        Args:
            callback: Takes nothing; what it returns is awaited if it can be.

        Raises:
            ProgrammingError: No transaction of Flash is open here, or it is inside one that was
                begun without Flash, which does not hear of its commit.
        """
        if self._block is None:
            raise not_begun()
        if self._over:
            raise over()
        outermost = self
        while outermost._outer is not None:
            outermost = outermost._outer
        if outermost.nested:
            message = (
                "the outermost transaction was begun without Flash, which does not hear when it "
                "is committed; begin it by transaction(), or call back yourself"
            )
            raise ProgrammingError(message)
        self._callbacks.append(callback)

    def call_back(self) -> None:
        """Call what waited for the commit; nothing is left of it after a rollback."""
        errors: list[Exception] = []
        callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            try:
                call(callback)
            except Exception as exc:  # noqa: BLE001 - raised below, when the others have been called
                errors.append(exc)
        if len(errors) == 1:
            raise errors[0]
        if errors:
            message = "the transaction was committed, but callbacks of on_commit() failed"
            raise ExceptionGroup(message, errors)

    @abc.abstractmethod
    def command(self, sql: str) -> None:
        """Run one statement that controls the transaction, as it stands."""

    @abc.abstractmethod
    def undo(self, sql: str) -> None:
        """Run one statement of a rollback, unless it is sure that no transaction is open."""

    @abc.abstractmethod
    def send_many(self, query: str, sets: Sequence[tuple[object, ...]]) -> None:
        """Run a statement once for each set of parameters."""

    @abc.abstractmethod
    def read_many(self, query: Sql[RowT], sets: Sequence[tuple[object, ...]]) -> list[list[RowT]]:
        """Run a statement once for each set of parameters and return the rows of each."""

    @abc.abstractmethod
    def copy_group(self, target: CopyTarget, rows: Sequence[tuple[object, ...]]) -> int:
        """Write rows, and return how many were written."""

    def read_first(
        self, query: Sql[RowT], sets: Sequence[tuple[object, ...]], *, exact: bool
    ) -> list[RowT | None]:
        """Run a statement once for each set of parameters and return the first row of each.

        Args:
            query: The statement.
            sets: The sets.
            exact: Each gives one row, neither none nor several.
        """
        del exact
        return [rows[0] if rows else None for rows in self.read_many(query, sets)]

    @abc.abstractmethod
    def release(self) -> None:
        """Give the driver's connection back; from now on every call is refused."""

    def begin(self, block: Block) -> None:
        """Open ``block``; when that fails, leave nothing open."""
        self._block = block
        try:
            for statement in block.begin:
                self.command(statement)
        except BaseException:
            finish(self._abandon(block))
            raise
        if self._outer is not None:
            self._outer._inner = self  # noqa: SLF001 - of the same class

    def _abandon(self, block: Block) -> None:
        self._over = True
        try:
            # A savepoint that was not made cannot be rolled back to; one that was made harms nobody.
            if not block.nested:
                self._rollback(block)
        finally:
            self._end(block)

    def leave(self, *, commit: bool) -> None:
        """End the block and release the connection; does nothing when that was done already."""
        block = self._block
        if self._over or block is None:
            return
        if self._inner is not None:  # its block runs on in another task, or calls rollback() on us
            self._inner.leave(commit=False)
        self._over = True
        outer = self._outer
        try:
            if commit:
                self._commit(block)
                if outer is not None:
                    outer._callbacks += self._callbacks  # noqa: SLF001 - of the same class
                    self._callbacks = []
            else:
                self._callbacks = []
                self._rollback(block)
        finally:
            if outer is not None and outer._inner is self:  # noqa: SLF001 - as above
                outer._inner = None  # noqa: SLF001 - as above
            self._end(block)

    def _end(self, block: Block) -> None:
        try:
            with suppress(DatabaseError):
                for statement in block.after:
                    self.command(statement)
        finally:
            self.release()

    def _commit(self, block: Block) -> None:
        try:
            for statement in block.commit:
                self.command(statement)
        except BaseException:
            self._callbacks = []
            # SQLite keeps a transaction open when its commit fails.
            self._rollback(block)
            raise

    def _rollback(self, block: Block) -> None:
        # What cannot be rolled back is a broken connection; the error that led here says more.
        with suppress(DatabaseError):
            for statement in block.rollback:
                self.undo(statement)


def deaf() -> ProgrammingError:
    """Return the error for who would listen inside a transaction."""
    return ProgrammingError(
        "a transaction is open, and notifications do not arrive inside it; "
        "listen on the database, or on a connection that nobody else uses"
    )


def not_begun() -> ProgrammingError:
    """Return the error for what only a transaction can do."""
    return ProgrammingError(
        f"no transaction of Flash is open here; write: {WITH} db.transaction() as tx:, and use tx"
    )


def over() -> ProgrammingError:
    """Return the error for a session that is used after its block."""
    return ProgrammingError(
        "this transaction is over: use it inside its block only, and not after rollback()"
    )


def aborted() -> OperationalError:
    """Return the error for a commit that the server turned into a rollback."""
    return OperationalError(
        "nothing was committed, because a statement of the transaction had failed; "
        "put what may fail into a transaction() of its own inside this one"
    )
