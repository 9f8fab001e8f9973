"""One SQLite statement.

Depends on: excerpt, syntax, cursor, queries, schema, utility.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax
from flash_core.sql.lexer import TokenKind

from .cursor import Cursor
from .queries import read_dml
from .schema import read_alter, read_create, read_drop
from .utility import read_attach, read_explain, read_pragma

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.sql.excerpt import Excerpt
    from flash_core.sql.syntax import Statement

# Neither rows nor parameters, and the schema stays as it is.
_UTILITY: Final = frozenset(
    [
        "ANALYZE",
        "BEGIN",
        "COMMIT",
        "DETACH",
        "END",
        "REINDEX",
        "RELEASE",
        "ROLLBACK",
        "SAVEPOINT",
        "VACUUM",
    ]
)
_READERS: Final[dict[str, Callable[[Cursor], Statement]]] = {
    "ALTER": read_alter,
    "CREATE": read_create,
    "DELETE": read_dml,
    "DROP": read_drop,
    "INSERT": read_dml,
    "REPLACE": read_dml,
    "SELECT": read_dml,
    "UPDATE": read_dml,
    "VALUES": read_dml,
    "WITH": read_dml,
}
_UTILITY_READERS: Final[dict[str, Callable[[Cursor], Statement]]] = {
    "ATTACH": read_attach,
    "EXPLAIN": read_explain,
    "PRAGMA": read_pragma,
}


def read_statement(excerpt: Excerpt) -> Statement | None:
    """Read one statement.

    Returns:
        The statement, or ``None`` for text without one.

    Raises:
        NotReadable: SQLite's grammar refuses it, or Flash does not read it yet.
    """
    cursor = Cursor(excerpt)
    cursor.accept(";")
    if cursor.token is None:
        return None
    word = cursor.word()
    if read := _READERS.get(word):
        statement = read(cursor)
        cursor.finish()
        return statement
    read_utility = _UTILITY_READERS.get(word)
    if read_utility is None and word not in _UTILITY:
        raise cursor.unexpected()
    for token in cursor.tokens.items:
        if token.kind is TokenKind.ERROR:
            raise cursor.unrecognized(token)
    return read_utility(cursor) if read_utility else syntax.Utility(word, span=excerpt.whole())
