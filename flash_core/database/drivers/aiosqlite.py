"""SQLite: one function a call in the connection's thread, which executes, fetches and commits.

Connections of our own are in autocommit mode, and every transaction has one to itself.  On a
connection of the user's a call commits by itself when it began the transaction, and joins one
that is open; a row factory of theirs is not used.

Depends on: errors, sqlite_connection, sqlite_database, sqlite_errors, sqlite_memory, _compat.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, unquote

from flash_core._compat import HOPS, Channel
from flash_core.errors import ConfigError

from .sqlite_connection import SQLiteConnection
from .sqlite_database import ReadDatabase, SQLiteDatabase
from .sqlite_errors import ERRORS, sqlite_error
from .sqlite_memory import MemoryDatabase

if TYPE_CHECKING:
    from flash_core._compat import Held
    from flash_core.database.database import Database
    from flash_core.database.session import Session


def connect(
    url: str,
    *,
    min_size: int,
    max_size: int,
    timeout: float,
    max_lifetime: float,
    readers: int = 0,
    inline: bool | None = None,
) -> Database:
    """Return a database on a file, or in memory.

    Raises:
        ConfigError: What is in memory has one connection, and can have no others to read.
    """
    del min_size, max_lifetime  # opening a file costs too little, and a file does not restart
    target = unquote(url.partition(":")[2])
    target = target.removeprefix("//")
    if target.startswith("/./"):  # sqlite:///./data.db, as other tools write a relative path
        target = target[1:]
    path, _, options = target.partition("?")
    if path.startswith("//"):  # sqlite:////absolute/data.db; a file: URI takes two for a host
        path = f"/{path.lstrip('/')}"
    if path in {":memory:", "/:memory:", ""} or "memory" in parse_qs(options).get("mode", ()):
        if readers or inline:
            message = "a database in memory has one connection: leave readers and inline out"
            raise ConfigError(message)
        return MemoryDatabase(":memory:", 1, timeout)
    target = f"file:{quote(path)}?{options}" if options else path
    inline = HOPS if inline is None else inline
    if readers or inline:
        return ReadDatabase(target, max_size, timeout, readers, inline=inline)
    return SQLiteDatabase(target, max_size, timeout)


def wrap_connection(connection: Held, *, kept: bool = False) -> Session:
    """Return an adapter of the user's connection.

    Args:
        connection: The driver's.
        kept: No call ends a transaction: a framework of the user's does.
    """
    try:
        return SQLiteConnection(Channel(connection), None, 0, joined=True, kept=kept)
    except ERRORS as exc:
        raise sqlite_error(exc, None) from exc
