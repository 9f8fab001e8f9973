"""One SQLite statement.

Depends on: excerpt, syntax, cursor, queries, schema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax
from flash_core.sql.excerpt import NotReadable
from flash_core.sql.lexer import TokenKind

from .cursor import Cursor
from .expressions import read_expression
from .queries import read_dml
from .schema import read_alter, read_create, read_drop

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.sql.excerpt import Excerpt
    from flash_core.sql.syntax import Statement

# Neither rows that could be typed nor parameters, and the schema stays as it is.
_UTILITY: Final = frozenset(
    [
        "ANALYZE",
        "ATTACH",
        "BEGIN",
        "COMMIT",
        "DETACH",
        "END",
        "PRAGMA",
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
    if word == "EXPLAIN":
        message = "EXPLAIN is not supported in a query file"
        raise NotReadable(message, cursor.tokens.items[0].start, cursor.tokens.items[0].end)
    if word not in _UTILITY:
        raise cursor.unexpected()
    for token in cursor.tokens.items:
        if token.kind is TokenKind.ERROR:
            raise cursor.unrecognized(token)
    defines = _attached(cursor) if word == "ATTACH" else ()
    return syntax.Utility(word, defines=defines, span=excerpt.whole())


def _attached(cursor: Cursor) -> tuple[Statement, ...]:
    """Read ATTACH, which brings a schema of its own."""
    cursor.expect_words("ATTACH")
    cursor.accept_words("DATABASE")
    read_expression(cursor)
    cursor.expect_words("AS")
    start = cursor.position
    name = read_expression(cursor)
    cursor.finish()
    match name:
        case syntax.ColumnRef(parts=(text,)) | syntax.Literal(text=text):
            return (syntax.CreateSchema(text, if_not_exists=True, span=cursor.since(start)),)
        case _:
            return ()
