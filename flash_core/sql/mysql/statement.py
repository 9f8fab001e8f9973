"""One statement of MySQL or MariaDB.

Depends on: engine, excerpt, syntax, cursor, schema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .changes import read_change
from .cursor import Cursor
from .queries import read_dml
from .schema import read_alter, read_create, read_drop, read_rename, read_use

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.engine import Engine
    from flash_core.sql.excerpt import Excerpt
    from flash_core.sql.syntax import Statement

_READERS: Final[dict[str, Callable[[Cursor], Statement]]] = {
    "ALTER": read_alter,
    "CREATE": read_create,
    "DELETE": read_change,
    "DROP": read_drop,
    "INSERT": read_change,
    "RENAME": read_rename,
    "REPLACE": read_change,
    "SELECT": read_dml,
    "TABLE": read_dml,
    "UPDATE": read_change,
    "USE": read_use,
    "VALUES": read_dml,
    "WITH": read_dml,
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
    read = read_dml if cursor.text() == "(" else _READERS.get(cursor.word())
    if read is None:
        raise cursor.unexpected()
    statement = read(cursor)
    cursor.finish()
    return statement
