# Generated from flash_core/database/drivers/psycopg_errors.py by `nox -s unasync`: edit that file.
"""Errors of psycopg, and ours for them.

Depends on: errors, postgres_errors.
"""

from __future__ import annotations

import struct
from typing import Final, NoReturn
from urllib.parse import urlsplit

import psycopg

from flash_core.errors import (
    ConnectionLost,
    DatabaseError,
    DataError,
    OperationalError,
    ProgrammingError,
)

from .postgres_errors import server_error

# What psycopg raises, and what an argument can cause that it does not wrap.
ERRORS: Final = (psycopg.Error, OSError, UnicodeError, OverflowError)
# What its binary dumpers raise for a value of another type.
UNWRITABLE: Final = (TypeError, ValueError, AttributeError, ArithmeticError, struct.error)


def fail(exc: Exception, query: str | None) -> NoReturn:
    """Raise our exception for one of the driver's."""
    if isinstance(exc, psycopg.Error) and exc.sqlstate:
        diag = exc.diag
        raise server_error(
            exc.sqlstate,
            diag.message_primary or str(exc),
            detail=diag.message_detail,
            hint=diag.message_hint,
            constraint=diag.constraint_name,
            table=diag.table_name,
            column=diag.column_name,
            query=query,
        ) from exc
    kind: type[DatabaseError] = ProgrammingError
    if isinstance(exc, (psycopg.OperationalError, OSError)):
        kind = ConnectionLost
    elif isinstance(exc, (psycopg.DataError, *UNWRITABLE)):
        kind = DataError
    elif isinstance(exc, (psycopg.InternalError, psycopg.NotSupportedError)):
        kind = OperationalError
    raise kind(str(exc) or type(exc).__name__, query=query) from exc


def unreachable(url: str, exc: Exception) -> ConnectionLost:
    """Return the error for a server that cannot be reached, without the URL's password."""
    try:
        parts = urlsplit(url)
        place = f" at {parts.hostname or 'localhost'}:{parts.port or 5432}"
    except ValueError:
        place = ""
    reason = str(exc).strip() or type(exc).__name__
    sqlstate = exc.sqlstate if isinstance(exc, psycopg.Error) else None
    return ConnectionLost(f"cannot connect to PostgreSQL{place}: {reason}", sqlstate=sqlstate)
