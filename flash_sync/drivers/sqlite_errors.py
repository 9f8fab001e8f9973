# Generated from flash_core/database/drivers/sqlite_errors.py by `nox -s unasync`: edit that file.
"""From an error of the sqlite3 module to our exceptions.

Depends on: errors.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from flash_core.errors import (
    CheckViolation,
    ConnectionLost,
    DatabaseError,
    DataError,
    ForeignKeyViolation,
    IntegrityError,
    NotNullViolation,
    OperationalError,
    ProgrammingError,
    QueryTimeout,
    SerializationFailure,
    UniqueViolation,
)

# What running a statement can raise; the last three come from arguments, and ValueError also
# from a connection that is closed.
ERRORS: Final = (sqlite3.Error, sqlite3.Warning, OverflowError, ValueError)

_NAMES: Final[dict[str, type[DatabaseError]]] = {
    "SQLITE_CONSTRAINT_CHECK": CheckViolation,
    "SQLITE_CONSTRAINT_DATATYPE": DataError,
    "SQLITE_CONSTRAINT_FOREIGNKEY": ForeignKeyViolation,
    "SQLITE_CONSTRAINT_NOTNULL": NotNullViolation,
    "SQLITE_CONSTRAINT_PRIMARYKEY": UniqueViolation,
    "SQLITE_CONSTRAINT_ROWID": UniqueViolation,
    "SQLITE_CONSTRAINT_UNIQUE": UniqueViolation,
    "SQLITE_BUSY_SNAPSHOT": SerializationFailure,
}
# The part before the second underscore is the primary code.
_PRIMARY: Final[dict[str, type[DatabaseError]]] = {
    "AUTH": ProgrammingError,
    "BUSY": OperationalError,
    "CANTOPEN": ConnectionLost,
    "CONSTRAINT": IntegrityError,
    "CORRUPT": OperationalError,
    "ERROR": ProgrammingError,
    "FULL": OperationalError,
    "INTERRUPT": QueryTimeout,
    "IOERR": OperationalError,
    "LOCKED": OperationalError,
    "MISMATCH": DataError,
    "MISUSE": ProgrammingError,
    "NOMEM": OperationalError,
    "NOTADB": OperationalError,
    "PERM": OperationalError,
    "PROTOCOL": OperationalError,
    "RANGE": ProgrammingError,
    "READONLY": OperationalError,
    "SCHEMA": OperationalError,
    "TOOBIG": DataError,
}


def sqlite_error(exc: Exception, query: str | None) -> DatabaseError:
    """Return our exception for one of the sqlite3 module, in SQLite's own words."""
    message = str(exc) or type(exc).__name__
    name = getattr(exc, "sqlite_errorname", None)
    if not isinstance(name, str):
        return _client_error(exc, message, query)
    primary = name.split("_")[1] if "_" in name else ""
    kind = _NAMES.get(name) or _PRIMARY.get(primary, DatabaseError)
    table, column, constraint = _subject(kind, message)
    if kind is NotNullViolation:
        # SQLite says "NOT NULL constraint failed"; so do we, and the table stands beside it.
        return kind(message, table=table, column=column, sqlstate=name, query=query)
    return kind(
        message, table=table, column=column, constraint=constraint, sqlstate=name, query=query
    )


def _client_error(exc: Exception, message: str, query: str | None) -> DatabaseError:
    """Return our exception for what the module itself refuses."""
    lowered = message.lower()
    if "closed" in lowered or "no active connection" in lowered:
        return ConnectionLost(message, query=query)
    if isinstance(exc, (OverflowError, UnicodeError, sqlite3.DataError)) or "type" in lowered:
        return DataError(message, query=query)
    return ProgrammingError(message, query=query)


def _subject(kind: type[DatabaseError], message: str) -> tuple[str | None, str | None, str | None]:
    """Return table, column and constraint from ``UNIQUE constraint failed: users.email``."""
    _, separator, subject = message.partition(" failed: ")
    if not separator:
        return None, None, None
    if kind is CheckViolation:
        return None, None, subject
    if subject.startswith("index '"):
        return None, None, subject[len("index '") :].rstrip("'")
    table, dot, column = subject.partition(".")
    if not dot:
        return None, None, None
    # Several columns are written "t.a, t.b": then no single one is to blame.
    return table, (None if ", " in column else column), None
