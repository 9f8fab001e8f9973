# Generated from flash_core/database/session.py by `nox -s unasync`: edit that file.
"""A session: one connection of the driver for the length of a transaction.

Depends on: errors, origins, blocks, connection, _compat.
"""

from __future__ import annotations

import abc
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from flash_core.errors import DatabaseError, ProgrammingError
from flash_core.origins import changes_session, origin_of
from flash_sync._compat import call, finish

from .blocks import not_begun, over
from .connection import Connection

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flash_core.values import CopyTarget, RowT, Sql

    from .blocks import Block

_SHORT: Final = 200  # characters of a statement that a message shows


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
