# Generated from flash_core/database/protocol.py by `nox -s unasync`: edit that file.
"""What generated code needs from a database: a few methods, whatever the driver.

Depends on: values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence
    from contextlib import AbstractContextManager

    from flash_core.values import CopyTarget, ExecResult, RowT, Sql, T
    from flash_sync._compat import Batch, Closing

Isolation: TypeAlias = Literal["read committed", "repeatable read", "serializable"]


class DatabaseConnection(Protocol):
    """Something that runs statements.

    Placeholders are ``$1`` on PostgreSQL, ``?1`` on SQLite and ``%s`` on MySQL and MariaDB, where
    arguments follow the order of the text and ``%%`` is a percent sign; in a call without
    arguments, the text is sent as it stands, and a percent sign is single.

    Rows are sequences in SELECT-list order that unpack like the tuple they are annotated with.
    Failures are raised as :class:`flash_core.errors.DatabaseError`.
    """

    def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        ...

    def execute_result(self, query: str, /, *args: object) -> ExecResult:
        """Run a statement and return how many rows it affected, and the id of the row inserted."""
        ...

    def fetch(self, query: Sql[RowT], /, *args: object) -> list[RowT]:
        """Run a statement and return all of its rows."""
        ...

    def fetch_built(
        self,
        query: Sql[RowT],
        build: Callable[[Sequence[RowT]], Iterable[T]],
        /,
        *args: object,
    ) -> list[T]:
        """Run a statement and return what is built of its rows.

        They are not all in memory beside it, where the driver can give some at a time.

        Args:
            query: The statement.
            build: From rows to as many of something.  It runs where the rows are read, which can
                be another thread, and must not use the connection.
            args: The arguments of the statement.
        """
        ...

    def fetchrow(self, query: Sql[RowT], /, *args: object) -> RowT | None:
        """Run a statement and return its first row, or None when there is none."""
        ...

    def fetchval(self, query: Sql[tuple[T]], /, *args: object) -> T | None:
        """Run a statement and return the first column of its first row, or None."""
        ...

    def stream(self, query: Sql[RowT], /, *args: object) -> Generator[list[RowT]]:
        """Run a statement that only reads, and yield its rows, many at a time.

        Not all of them are in memory at once.  Close what is not read to its end, with
        ``contextlib.aclosing``.
        """
        ...

    def execute_many(
        self, query: str, sets: Batch[T], encode: Callable[[T], tuple[object, ...]], /
    ) -> None:
        """Run a statement once for each set of parameters, all of it or nothing.

        Args:
            query: The statement.
            sets: Whatever can be iterated over.
            encode: From a set to the arguments of the statement: ``tuple`` where it has them.
        """
        ...

    def fetch_many(
        self, query: Sql[RowT], sets: Batch[T], encode: Callable[[T], tuple[object, ...]], /
    ) -> list[list[RowT]]:
        """Run a statement once for each set of parameters and return the rows of each."""
        ...

    def fetchrow_many(
        self,
        query: Sql[RowT],
        sets: Batch[T],
        encode: Callable[[T], tuple[object, ...]],
        /,
        *,
        exact: bool = False,
    ) -> list[RowT | None]:
        """Run a statement once for each set of parameters and return the first row of each.

        ``exact`` promises that each gives one row, neither none nor several.
        """
        ...

    def copy_rows(
        self, target: CopyTarget, rows: Batch[T], encode: Callable[[T], tuple[object, ...]], /
    ) -> int:
        """Write rows by the fastest way there is, all or none, and return how many."""
        ...

    def transaction(
        self,
        *,
        isolation: Isolation | None = None,
        read_only: bool = False,
        deferrable: bool = False,
    ) -> AbstractContextManager[DatabaseConnection]:
        """Open a transaction, or a savepoint inside one."""
        ...


class Closeable(Protocol):
    """Every driver's connection and pool can be closed; numbers and URLs cannot."""

    def close(self) -> Closing:
        """Close the connection."""
        ...


class ClosedLater(Protocol):
    """A connection of aiomysql or asyncmy, whose ``close()`` says nothing to the server."""

    def ensure_closed(self) -> Closing:
        """Close the connection."""
        ...


class ClosedByWaiting(Protocol):
    """A pool of aiomysql or asyncmy."""

    def wait_closed(self) -> Closing:
        """Wait until the connections are closed."""
        ...


class PoolMember(Protocol):
    """A connection borrowed from a pool of asyncpg, which declares its methods at run time."""

    def _detach(self) -> object: ...


Connectable: TypeAlias = DatabaseConnection | Closeable | ClosedLater | ClosedByWaiting | PoolMember
