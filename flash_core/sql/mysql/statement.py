"""One statement of MySQL or MariaDB.

Depends on: engine, excerpt, syntax, cursor, and the readers of every kind of statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .changes import read_change
from .cursor import Cursor
from .maintenance import (
    read_handler,
    read_kill,
    read_load,
    read_lock,
    read_maintenance,
    read_prepared,
    read_skipped,
    read_truncate,
)
from .queries import read_dml
from .schema import read_alter, read_create, read_drop, read_rename, read_use
from .settings import read_call_statement, read_do, read_set, read_start, read_transaction
from .showing import read_analyze, read_explain, read_show

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.engine import Engine
    from flash_core.sql.excerpt import Excerpt
    from flash_core.sql.syntax import Statement

_READERS: Final[dict[str, Callable[[Cursor], Statement]]] = {
    "ALTER": read_alter,
    "ANALYZE": read_analyze,
    "BACKUP": read_skipped,
    "BEGIN": read_transaction,
    "BINLOG": read_skipped,
    "CACHE": read_skipped,
    "CALL": read_call_statement,
    "CHANGE": read_skipped,
    "CHECK": read_maintenance,
    "CHECKSUM": read_maintenance,
    "COMMIT": read_transaction,
    "CREATE": read_create,
    "DEALLOCATE": read_prepared,
    "DELETE": read_change,
    "DESC": read_explain,
    "DESCRIBE": read_explain,
    "DO": read_do,
    "DROP": read_drop,
    "EXECUTE": read_prepared,
    "EXPLAIN": read_explain,
    "FLUSH": read_skipped,
    "GET": read_skipped,
    "GRANT": read_skipped,
    "HANDLER": read_handler,
    "HELP": read_skipped,
    "INSERT": read_change,
    "INSTALL": read_skipped,
    "KILL": read_kill,
    "LOAD": read_load,
    "LOCK": read_lock,
    "OPTIMIZE": read_maintenance,
    "PREPARE": read_prepared,
    "PURGE": read_skipped,
    "RELEASE": read_transaction,
    "RENAME": read_rename,
    "REPAIR": read_maintenance,
    "REPLACE": read_change,
    "RESET": read_skipped,
    "RESIGNAL": read_skipped,
    "REVOKE": read_skipped,
    "ROLLBACK": read_transaction,
    "SAVEPOINT": read_transaction,
    "SELECT": read_dml,
    "SET": read_set,
    "SHOW": read_show,
    "SHUTDOWN": read_skipped,
    "SIGNAL": read_skipped,
    "START": read_start,
    "STOP": read_skipped,
    "TABLE": read_dml,
    "TRUNCATE": read_truncate,
    "UNINSTALL": read_skipped,
    "UNLOCK": read_lock,
    "UPDATE": read_change,
    "USE": read_use,
    "VALUES": read_dml,
    "WITH": read_dml,
    "XA": read_skipped,
}


def read_statement(excerpt: Excerpt, engine: Engine) -> Statement | None:
    """Read one statement.

    Args:
        excerpt: Its text.
        engine: MySQL or MariaDB.

    Returns:
        The statement, or ``None`` for text without one.

    Raises:
        NotReadable: The server's grammar refuses it, or Flash does not read it yet.
    """
    cursor = Cursor(excerpt, engine)
    cursor.accept(";")
    if cursor.token is None:
        return None
    statement = read_inner(cursor)
    cursor.finish()
    return statement


def read_inner(cursor: Cursor) -> Statement:
    """Read the statement that comes next, without what ends it."""
    read = read_dml if cursor.text() == "(" else _READERS.get(cursor.word())
    if read is None:
        raise cursor.unexpected()
    return read(cursor)
