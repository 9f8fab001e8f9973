"""From a SQLSTATE to our exceptions, for every driver of PostgreSQL.

Depends on: errors.
"""

from __future__ import annotations

from typing import Final

from flash_core.errors import (
    CheckViolation,
    ConnectionLost,
    DatabaseError,
    DataError,
    Deadlock,
    ExclusionViolation,
    ForeignKeyViolation,
    IntegrityError,
    NotNullViolation,
    OperationalError,
    ProgrammingError,
    QueryTimeout,
    SerializationFailure,
    UniqueViolation,
)

_CODES: Final[dict[str, type[DatabaseError]]] = {
    "23502": NotNullViolation,
    "23503": ForeignKeyViolation,
    "23505": UniqueViolation,
    "23514": CheckViolation,
    "23P01": ExclusionViolation,
    "25P03": ConnectionLost,  # idle_in_transaction_session_timeout ends the session
    "25P04": ConnectionLost,  # so does transaction_timeout
    "40001": SerializationFailure,
    "40P01": Deadlock,
    "57014": QueryTimeout,
    "57P01": ConnectionLost,
    "57P02": ConnectionLost,
    "57P03": ConnectionLost,
    "57P05": ConnectionLost,
}
# By the first two characters, as the manual's appendix A groups them.
_CLASSES: Final[dict[str, type[DatabaseError]]] = {
    "08": ConnectionLost,
    "0A": ProgrammingError,
    "20": ProgrammingError,
    "21": ProgrammingError,
    "22": DataError,
    "23": IntegrityError,
    "25": ProgrammingError,
    "26": ProgrammingError,
    "28": OperationalError,
    "2B": ProgrammingError,
    "34": ProgrammingError,
    "3B": ProgrammingError,
    "3D": OperationalError,
    "3F": ProgrammingError,
    "40": OperationalError,
    "42": ProgrammingError,
    "44": IntegrityError,
    "53": OperationalError,
    "54": OperationalError,
    "55": OperationalError,
    "57": OperationalError,
    "58": OperationalError,
}


def server_error(
    sqlstate: str,
    message: str,
    *,
    detail: str | None = None,
    hint: str | None = None,
    constraint: str | None = None,
    table: str | None = None,
    column: str | None = None,
    query: str | None = None,
) -> DatabaseError:
    """Return our exception for a message of the server, in the server's own words."""
    kind = _CODES.get(sqlstate) or _CLASSES.get(sqlstate[:2], DatabaseError)
    if kind is NotNullViolation and table is not None:
        # The server says "not-null constraint"; people look for "not null".
        message += f" (NOT NULL {table}.{column})"
    if detail:
        message += f"\nDETAIL:  {detail}"
    if hint:
        message += f"\nHINT:  {hint}"
    return kind(
        message,
        constraint=constraint or None,
        table=table or None,
        column=column or None,
        sqlstate=sqlstate,
        query=query,
    )
