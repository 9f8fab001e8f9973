# Generated from flash_core/database/drivers/mysql_errors.py by `nox -s unasync`: edit that file.
"""From an error number of MySQL or MariaDB to our exceptions, for every driver of theirs.

Depends on: errors.
"""

from __future__ import annotations

import re
from typing import Final

from flash_core.errors import (
    CheckViolation,
    ConnectionLost,
    DatabaseError,
    DataError,
    Deadlock,
    ForeignKeyViolation,
    IntegrityError,
    NotNullViolation,
    OperationalError,
    ProgrammingError,
    QueryTimeout,
    SerializationFailure,
    UniqueViolation,
)

SYNTAX_ERROR: Final = 1064
LOCK_WAIT_TIMEOUT: Final = 1205
NO_SUCH_SAVEPOINT: Final = 1305

_NUMBERS: Final[dict[int, type[DatabaseError]]] = {
    **dict.fromkeys((1022, 1062, 1169, 1586, 1859), UniqueViolation),
    **dict.fromkeys((1216, 1217, 1451, 1452, 1557, 1761, 1762), ForeignKeyViolation),
    **dict.fromkeys((1048, 1263, 1364), NotNullViolation),
    **dict.fromkeys((3819, 4025), CheckViolation),
    **dict.fromkeys((1213, 1614), Deadlock),
    1020: SerializationFailure,  # a row has changed since this transaction's snapshot
    **dict.fromkeys((1317, 1969, 3024), QueryTimeout),
    # The server's own, then those that the client library numbers from 2000 on.
    **dict.fromkeys((1053, 1079, 1152, 1158, 1159, 1160, 1161, 1927, 4031), ConnectionLost),
    **dict.fromkeys((2002, 2003, 2005, 2006, 2012, 2013, 2014, 2026, 2027, 2055), ConnectionLost),
    **dict.fromkeys((1264, 1265, 1292, 1366, 1367, 1406, 1411, 1426, 1690), DataError),
    # Limits of users and memory, which have the SQLSTATE of a wrong statement.
    **dict.fromkeys((1203, 1226, LOCK_WAIT_TIMEOUT, 1412, 3572), OperationalError),
    # Unknown variables, functions and tables that have no SQLSTATE of their own.
    **dict.fromkeys((1111, 1193, 1221, 1228, 1231, 1238, 1356, 1442), ProgrammingError),
}
# By the first two characters of the SQLSTATE.
_CLASSES: Final[dict[str, type[DatabaseError]]] = {
    "08": ConnectionLost,
    "0A": ProgrammingError,
    "21": ProgrammingError,
    "22": DataError,
    "23": IntegrityError,
    "24": ProgrammingError,
    "25": ProgrammingError,
    "28": OperationalError,
    "3D": ProgrammingError,
    "40": OperationalError,
    "42": ProgrammingError,
}
# By the name of the driver's class, where the server's message has no code that tells.
_NAMES: Final[dict[str, type[DatabaseError]]] = {
    "DataError": DataError,
    "IntegrityError": IntegrityError,
    "InterfaceError": ConnectionLost,  # "not connected", "cancelled during execution"
    "NotSupportedError": ProgrammingError,
    "ProgrammingError": ProgrammingError,
}
_KEY: Final = re.compile(r" for key '(?:(?P<table>[^'.]+)\.)?(?P<constraint>[^']+)'")
_FOREIGN_KEY: Final = re.compile(
    r"\(`[^`]*`\.`(?P<table>[^`]*)`, CONSTRAINT `(?P<constraint>[^`]*)`"
)
_NOT_NULL: Final = re.compile(r"^(?:Column|Field) '(?P<column>[^']+)'")
_CHECK: Final = re.compile(
    r"CONSTRAINT `(?P<constraint>[^`]+)` failed(?: for `[^`]*`\.`(?P<table>[^`]*)`)?"
    r"|Check constraint '(?P<other>[^']+)'"
)
_VALUE: Final = re.compile(
    r" for column (?:`[^`]*`\.`(?P<table>[^`]*)`\.`(?P<column>[^`]*)`|'(?P<other>[^']+)')"
)


def number_of(exc: BaseException) -> int:
    """Return the number of a driver's error, 0 when it has none."""
    first: object = exc.args[0] if exc.args else None
    return first if isinstance(first, int) else 0


def mysql_error(exc: Exception, query: str | None) -> DatabaseError:
    """Return our exception for one of the driver's, in the server's own words."""
    number, message = number_of(exc), _message(exc)
    sqlstate: str | None = getattr(exc, "sqlstate", None)
    kind = _kind(exc, number, sqlstate)
    constraint, table, column = _subject(kind, message)
    # People look for these words; the server has others.
    if kind is UniqueViolation:
        message += f" (unique constraint {constraint})" if constraint else " (unique constraint)"
    elif kind is NotNullViolation:
        message += f" (NOT NULL {column})"
    elif kind is CheckViolation and "check" not in message.lower():
        message += f" (check constraint {constraint})"
    return kind(
        message,
        constraint=constraint,
        table=table,
        column=column,
        sqlstate=sqlstate,
        query=query,
    )


def _message(exc: Exception) -> str:
    words = str(exc.args[1] if len(exc.args) > 1 else exc)
    if not words and type(exc).__name__ == "InterfaceError":
        return "the connection is closed"
    return words or type(exc).__name__


def _kind(exc: Exception, number: int, sqlstate: str | None) -> type[DatabaseError]:
    if number in _NUMBERS:
        return _NUMBERS[number]
    if sqlstate is not None and sqlstate != "HY000" and number:
        return _CLASSES.get(sqlstate[:2], DatabaseError)
    if isinstance(exc, OSError):
        return ConnectionLost
    if isinstance(exc, ValueError):
        return DataError
    if isinstance(exc, RuntimeError):
        return ProgrammingError
    return _NAMES.get(type(exc).__name__, OperationalError)


def _subject(kind: type[DatabaseError], message: str) -> tuple[str | None, str | None, str | None]:
    """Return constraint, table and column, as far as a message names them."""
    if kind is UniqueViolation:
        found = _KEY.search(message)
        return (found["constraint"], found["table"], None) if found else (None, None, None)
    if kind is ForeignKeyViolation:
        found = _FOREIGN_KEY.search(message)
        return (found["constraint"], found["table"], None) if found else (None, None, None)
    if kind is NotNullViolation:
        found = _NOT_NULL.search(message)
        return None, None, found["column"] if found else None
    if kind is CheckViolation:
        return _check(message)
    if kind is DataError:
        found = _VALUE.search(message)
        if found:
            return None, found["table"], found["column"] or found["other"]
    return None, None, None


def _check(message: str) -> tuple[str | None, str | None, str | None]:
    found = _CHECK.search(message)
    if found is None:
        return None, None, None
    name, table = found["constraint"] or found["other"], found["table"]
    # MariaDB names the check of a column "table.column".
    column = name.removeprefix(f"{table}.") if table and name.startswith(f"{table}.") else None
    return column or name, table, column
