"""Columns of SQLite's CREATE TABLE and ADD COLUMN, and declared types.

Depends on: syntax, cursor, constraints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, field
from flash_core.sql import syntax
from flash_core.sql.lexer import TokenKind

from .constraints import read_bracketed, read_column_constraint, skip_conflict

if TYPE_CHECKING:
    from .constraints import ConstraintDef
    from .cursor import Cursor

_CONSTRAINTS: Final = frozenset({"PRIMARY", "UNIQUE", "CHECK", "REFERENCES"})


@dataclass(slots=True)
class _Parts:
    """What the constraints of a column say, collected as they come."""

    not_null: bool = False
    not_null_conflict: str = ""
    not_null_name: str | None = None
    default: str | None = None
    default_name: str | None = None
    collation: str | None = None
    autoincrement: bool = False
    generated: str | None = None
    stored: bool = False
    constraints: list[ConstraintDef] = field(default_factory=list["ConstraintDef"])


def read_type(cursor: Cursor) -> syntax.TypeName | None:
    """Read a declared type: any words, then perhaps one or two numbers in parentheses."""
    start = cursor.position
    words: list[str] = []
    while _at_type_word(cursor):
        words.append(cursor.name())
    if not words:
        return None
    modifiers: list[str] = []
    if cursor.accept("("):
        modifiers.append(_read_modifier(cursor))
        if cursor.accept(","):
            modifiers.append(_read_modifier(cursor))
        cursor.expect(")")
    return syntax.TypeName((" ".join(words),), tuple(modifiers), span=cursor.since(start))


def _read_modifier(cursor: Cursor) -> str:
    start = cursor.position
    if not cursor.accept("-"):
        cursor.accept("+")
    if cursor.token is None or cursor.token.kind is not TokenKind.NUMBER:
        raise cursor.unexpected()
    cursor.position += 1
    return cursor.tokens.slice(start, cursor.position)


def _at_type_word(cursor: Cursor) -> bool:
    if cursor.at_words("GENERATED", "ALWAYS"):
        return False
    return cursor.at_name(joins=False) or cursor.at_string()


def read_column(cursor: Cursor) -> syntax.ColumnDef:
    """Read a column definition."""
    start = cursor.position
    name = cursor.name()
    span = cursor.since(start)
    type_start = cursor.position
    type_ = read_type(cursor)
    type_text = cursor.tokens.slice(type_start, cursor.position)
    parts = _Parts()
    while cursor.token is not None and cursor.text() not in {",", ")", ";"}:
        _read_clause(cursor, name, parts)
    return syntax.ColumnDef(
        name,
        type_,
        type_text,
        parts.not_null,
        parts.default,
        parts.collation,
        autoincrement=parts.autoincrement,
        generated=parts.generated,
        stored=parts.stored,
        constraints=tuple(parts.constraints),
        not_null_name=parts.not_null_name,
        not_null_conflict=parts.not_null_conflict,
        default_name=parts.default_name,
        span=span,
    )


def _read_clause(cursor: Cursor, column: str, parts: _Parts) -> None:
    """Read one constraint of a column: a key, reference or check, or what describes the column."""
    start = cursor.position
    name = cursor.name() if cursor.accept_words("CONSTRAINT") else None
    if cursor.word() in _CONSTRAINTS:
        constraint, autoincrement = read_column_constraint(cursor, column, name, start)
        parts.constraints.append(constraint)
        parts.autoincrement |= autoincrement
    elif cursor.accept_words("NOT", "NULL"):
        parts.not_null, parts.not_null_name = True, name
        parts.not_null_conflict = skip_conflict(cursor)
    elif cursor.accept_words("NULL"):
        skip_conflict(cursor)
    elif cursor.accept_words("DEFAULT"):
        parts.default, parts.default_name = _read_default(cursor), name
    elif cursor.accept_words("COLLATE"):
        parts.collation = cursor.name()
    elif cursor.accept_words("GENERATED", "ALWAYS", "AS") or cursor.accept_words("AS"):
        parts.generated = read_bracketed(cursor)
        parts.stored = cursor.accept_any("STORED", "VIRTUAL") == "STORED"
    elif name is None or cursor.text() not in {",", ")"}:  # SQLite takes a lone CONSTRAINT name
        raise cursor.unexpected()


def _read_default(cursor: Cursor) -> str:
    """Consume the value after DEFAULT: one term, with signs, or an expression in parentheses."""
    start = cursor.position
    if cursor.text() == "(":
        read_bracketed(cursor)
        return cursor.tokens.slice(start, cursor.position)
    signed = cursor.accept("+") or cursor.accept("-")
    token = cursor.token
    constant = token is not None and (
        token.kind in {TokenKind.NUMBER, TokenKind.STRING} or cursor.word() == "NULL"
    )
    if not constant and (signed or not cursor.at_name()):
        raise cursor.unexpected()
    cursor.position += 1
    return cursor.tokens.slice(start, cursor.position)
