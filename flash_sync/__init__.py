# Generated from flash_core/database/__init__.py by `nox -s unasync`: edit that file.
"""Running queries: connections, transactions, errors.

The one package that talks to a server.  It imports nothing of the compiler.

Depends on: engine, errors, values.
"""

from __future__ import annotations

from flash_core import _version
from flash_core.engine import Engine
from flash_core.errors import (
    CheckViolation,
    CompileError,
    ConfigError,
    ConnectionLost,
    DatabaseError,
    DataError,
    Deadlock,
    ExclusionViolation,
    FlashError,
    ForeignKeyViolation,
    IntegrityError,
    MigrationConflict,
    MigrationError,
    NoRowError,
    NotNullViolation,
    OperationalError,
    PoolTimeout,
    ProgrammingError,
    QueryTimeout,
    SerializationFailure,
    UniqueViolation,
)
from flash_core.events import QueryEvent
from flash_core.hooks import on_query
from flash_core.origins import name_queries
from flash_core.ranges import Multirange, Range
from flash_core.repeats import RepeatedQueries, detect_repeats
from flash_core.values import CopyTarget, ExecResult, JsonValue, Notification, Sql, required
from flash_sync._compat import Batch

from .connection import Connection, Transaction
from .database import Database
from .joining import wrap
from .listening import Listening
from .migrating import migrate
from .pool import PoolStats
from .protocol import Connectable, DatabaseConnection, Isolation
from .queries import QueriesBase
from .retrying import retry
from .session import Session
from .urls import connect

__version__ = _version.VERSION

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
