"""Every exception that Flash raises on purpose.

    FlashError
    |-- ConfigError             flash.config.json, flash.toml, .env or the environment is wrong
    |-- CompileError            the SQL cannot be turned into Python; carries every diagnostic of the run
    |-- MigrationError          a migration cannot be written or applied
    |   `-- MigrationConflict   the history on disk and in the database disagree
    |-- NoRowError              a query that always returns a row returned none
    `-- DatabaseError           the server or the driver refused; ``__cause__`` is the driver's exception
        |-- IntegrityError      a constraint: Unique-, ForeignKey-, NotNull-, Check-, ExclusionViolation
        |-- OperationalError    ConnectionLost, PoolTimeout, QueryTimeout, SerializationFailure, Deadlock
        |-- ProgrammingError    the statement is wrong for this database
        `-- DataError           a value does not fit its type

One hierarchy for all drivers and both flavours: ``flash_sync`` raises these
same classes.  Depends on: origins (diagnostics are only named here).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .sql.source import Diagnostic
    from .values import CopyTarget


class FlashError(Exception):
    """Base class of everything Flash raises on purpose."""


class ConfigError(FlashError):
    """The configuration is missing or wrong; the message says what to write."""


class CompileError(FlashError):
    """The SQL cannot be turned into Python.

    Args:
        diagnostics: Every problem of the run, in file order.  Never empty.
    """

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        """Render every diagnostic, with source lines and carets."""
        return "\n\n".join(diagnostic.render() for diagnostic in self.diagnostics)


class MigrationError(FlashError):
    """A migration cannot be written or applied."""


class MigrationConflict(MigrationError):
    """The migration files and the database's history disagree (exit code 3)."""


class NoRowError(FlashError):
    """A query that always returns a row returned none.

    Args:
        query: Name of the query, as the user wrote it.
    """

    def __init__(self, query: str) -> None:
        self.query = query
        super().__init__(query)

    def __str__(self) -> str:
        """Say which query it was; the words "no rows" are what people match on."""
        return f"query {self.query} returned no rows, but it always returns exactly one"


class DatabaseError(FlashError):
    """The server or the driver refused a statement.

    Args:
        message: The server's own words.
        constraint: Name of the violated constraint, where the server tells.
        table: Table concerned, where the server tells.
        column: Column concerned, where the server tells.
        sqlstate: Five-character SQLSTATE, or SQLite's error name (``SQLITE_BUSY``).
        query: SQL text of the statement, where one was sent.

    Attributes:
        query_name: Name of the generated query that sent it, as the user wrote it.
        location: Where that query stands: ``db/queries/users.sql:12``.
    """

    def __init__(
        self,
        message: str,
        *,
        constraint: str | None = None,
        table: str | None = None,
        column: str | None = None,
        sqlstate: str | None = None,
        query: str | None = None,
    ) -> None:
        self.constraint = constraint
        self.table = table
        self.column = column
        self.sqlstate = sqlstate
        self.query: str | None = None
        self.query_name: str | None = None
        self.location: str | None = None
        super().__init__(message)
        if query is not None:
            self.locate(query)

    def locate(self, query: str) -> None:
        """Say which statement it was, and where the user wrote it.

        Args:
            query: SQL text of the statement.
        """
        self.query = query
        self.name(query)

    def name(self, query: str | CopyTarget) -> None:
        """Say which generated query it was, if it was one.

        Args:
            query: SQL text of the statement, or where it copied to.
        """
        from .origins import origin_of  # noqa: PLC0415 - only of an answer of the server

        origin = origin_of(query)
        if origin is not None and self.query_name is None:
            self.query_name = origin.name
            self.location = str(origin)
            # Beside the message, which stays the server's; a traceback shows it.
            self.add_note(f"in query {origin.name} ({origin})")


class IntegrityError(DatabaseError):
    """A constraint was violated."""


class UniqueViolation(IntegrityError):
    """A unique constraint or primary key was violated."""


class ForeignKeyViolation(IntegrityError):
    """A foreign key was violated."""


class NotNullViolation(IntegrityError):
    """NULL was written to a NOT NULL column."""


class CheckViolation(IntegrityError):
    """A CHECK constraint was violated."""


class ExclusionViolation(IntegrityError):
    """An exclusion constraint was violated."""


class OperationalError(DatabaseError):
    """The database could not do its work; the same statement may succeed later."""


class ConnectionLost(OperationalError):
    """The server could not be reached, or the connection broke."""


class PoolTimeout(OperationalError):
    """No connection became free in time."""


class QueryTimeout(OperationalError):
    """The statement ran too long and was cancelled."""


class SerializationFailure(OperationalError):
    """The transaction conflicts with another one; run it again."""


class Deadlock(OperationalError):
    """The server ended this transaction to break a deadlock; run it again."""


class ProgrammingError(DatabaseError):
    """The statement is wrong for this database: syntax, unknown name, wrong type."""


class DataError(DatabaseError):
    """A value does not fit its type."""
