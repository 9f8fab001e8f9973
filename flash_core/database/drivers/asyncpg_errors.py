"""Errors of asyncpg, and ours for them.

Depends on: errors, postgres_errors.
"""

from __future__ import annotations

from typing import Final, NoReturn
from urllib.parse import urlsplit

import asyncpg

from flash_core.errors import (
    ConnectionLost,
    DatabaseError,
    DataError,
    OperationalError,
    ProgrammingError,
    QueryTimeout,
)

from .postgres_errors import server_error

# What asyncpg raises: the server's errors, its own, the socket's and the clock's (TimeoutError is
# an OSError), and what it does not wrap: of arguments, and of a date that Python has not.
ERRORS: Final = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    OSError,
    ValueError,
    OverflowError,
)
# How asyncpg says that the connection is gone; it has no class for it.
_LOST: Final = ("connection is closed", "connection has been released back", "pool is clos")


def fail(exc: Exception, query: str | None) -> NoReturn:
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


def unreachable(url: str, exc: Exception) -> ConnectionLost:
    """Return the error for a server that cannot be reached, without the URL's password."""
    try:
        parts = urlsplit(url)
        place = f" at {parts.hostname or 'localhost'}:{parts.port or 5432}"
    except ValueError:
        place = ""
    reason = str(exc) or type(exc).__name__
    sqlstate = exc.sqlstate if isinstance(exc, asyncpg.PostgresError) else None
    return ConnectionLost(f"cannot connect to PostgreSQL{place}: {reason}", sqlstate=sqlstate)
