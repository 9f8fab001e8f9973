"""SQLite's CREATE TRIGGER: kept as text, but for the rows that it may leave out.

Depends on: syntax, cursor, expressions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql import syntax
from flash_core.sql.lexer import TokenKind

from .expressions import read_expression

if TYPE_CHECKING:
    from .cursor import Cursor


def read_trigger(cursor: Cursor, *, temporary: bool) -> syntax.CreateTrigger:
    """Read what follows CREATE TRIGGER."""
    if_not_exists = cursor.accept_words("IF", "NOT", "EXISTS")
    name = cursor.qualified_name()
    timing = cursor.accept_any("BEFORE", "AFTER", "INSTEAD")
    if timing == "INSTEAD":
        cursor.expect_words("OF")
    event = cursor.accept_any("DELETE", "INSERT", "UPDATE")
    if event is None:
        raise cursor.unexpected()
    if event == "UPDATE" and cursor.accept_words("OF"):
        cursor.name()
        while cursor.accept(","):
            cursor.name()
    cursor.expect_words("ON")
    table = cursor.qualified_name()
    cursor.accept_words("FOR", "EACH", "ROW")
    if cursor.accept_words("WHEN"):
        read_expression(cursor)
    cursor.expect_words("BEGIN")
    ignores = _read_body(cursor)
    return syntax.CreateTrigger(
        "CREATE TRIGGER",
        cursor.excerpt.text,
        name,
        table,
        event,
        ignores=ignores,
        temporary=temporary,
        if_not_exists=if_not_exists,
        span=cursor.excerpt.whole(),
    )


def _read_body(cursor: Cursor) -> bool:
    """Consume the statements up to END; tell whether one of them is RAISE(IGNORE)."""
    ignores = False
    last = len(cursor.tokens.items) - (cursor.tokens.text(len(cursor.tokens) - 1) == ";")
    while cursor.position < last - 1:
        token = cursor.token
        if token is not None and token.kind is TokenKind.ERROR:
            raise cursor.unrecognized(token)
        ignores |= cursor.at_words("RAISE") and cursor.word(2) == "IGNORE"
        cursor.position += 1
    cursor.expect_words("END")
    return ignores
