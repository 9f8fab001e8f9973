"""Flash: plain SQL in, strictly typed Python out.

This is the asynchronous runtime; ``flash_sync`` has the same names without ``await``.  Nothing is
loaded before it is asked for, so the command line can start without a driver and a program that
runs queries loads no compiler.

Depends on: database (loaded on first use).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .database import (
        Batch,
        CheckViolation,
        CompileError,
        ConfigError,
        Connectable,
        Connection,
        ConnectionLost,
        CopyTarget,
        Database,
        DatabaseConnection,
        DatabaseError,
        DataError,
        Deadlock,
        Engine,
        ExclusionViolation,
        ExecResult,
        FlashError,
        ForeignKeyViolation,
        IntegrityError,
        Isolation,
        JsonValue,
        Listening,
        MigrationConflict,
        MigrationError,
        Multirange,
        NoRowError,
        Notification,
        NotNullViolation,
        OperationalError,
        PoolStats,
        PoolTimeout,
        ProgrammingError,
        QueriesBase,
        QueryEvent,
        QueryTimeout,
        Range,
        RepeatedQueries,
        SerializationFailure,
        Session,
        Sql,
        Transaction,
        UniqueViolation,
        __version__,
        connect,
        detect_repeats,
        migrate,
        name_queries,
        on_query,
        required,
        retry,
        wrap,
    )

__all__ = [
    "Batch",
    "CheckViolation",
    "CompileError",
    "ConfigError",
    "Connectable",
    "Connection",
    "ConnectionLost",
    "CopyTarget",
    "DataError",
    "Database",
    "DatabaseConnection",
    "DatabaseError",
    "Deadlock",
    "Engine",
    "ExclusionViolation",
    "ExecResult",
    "FlashError",
    "ForeignKeyViolation",
    "IntegrityError",
    "Isolation",
    "JsonValue",
    "Listening",
    "MigrationConflict",
    "MigrationError",
    "Multirange",
    "NoRowError",
    "NotNullViolation",
    "Notification",
    "OperationalError",
    "PoolStats",
    "PoolTimeout",
    "ProgrammingError",
    "QueriesBase",
    "QueryEvent",
    "QueryTimeout",
    "Range",
    "RepeatedQueries",
    "SerializationFailure",
    "Session",
    "Sql",
    "Transaction",
    "UniqueViolation",
    "__version__",
    "connect",
    "detect_repeats",
    "migrate",
    "name_queries",
    "on_query",
    "required",
    "retry",
    "wrap",
]


def __getattr__(name: str) -> object:
    """Load the runtime when one of its names is first used (PEP 562)."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value: object = getattr(import_module(".database", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
