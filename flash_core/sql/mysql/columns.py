"""Columns of CREATE TABLE, ADD, MODIFY and CHANGE COLUMN.

Depends on: engine, strings, syntax, charsets, constraints, cursor, types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, field
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.lexer import TokenKind
from flash_core.sql.strings import string_value

from .charsets import check_one
from .constraints import read_bracketed, read_check, read_references
from .types import read_charset_name, read_collation_name, read_type

if TYPE_CHECKING:
    from flash_core.sql.syntax import Expression

    from .constraints import ConstraintDef
    from .cursor import Cursor

_TYPED: Final = frozenset({"DATE", "TIME", "TIMESTAMP"})  # DATE'2024-12-31'
_NOW: Final = frozenset({"CURRENT_TIMESTAMP", "NOW", "LOCALTIME", "LOCALTIMESTAMP"})
_CONSTANTS: Final = frozenset({TokenKind.NUMBER, TokenKind.STRING})
_KEPT: Final = ("COLUMN_FORMAT", "STORAGE", "SRID", "REF_SYSTEM_ID", "ENGINE_ATTRIBUTE")
# What MariaDB does not read behind the expression of a generated column, and what before it.
_NOT_COMPUTED: Final = frozenset(
    {"NOT", "NULL", "DEFAULT", "PRIMARY", "KEY", "AUTO_INCREMENT", "ON", "COLLATE", "REFERENCES"}
)
# Of these a collation is part of the type.
_TEXTS: Final = frozenset(
    {"char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set"}
)
# With what MariaDB lets a column end, and what may stand behind it all the same.
_LAST: Final = {"CHECK": "REFERENCES", "REFERENCES": ""}


@dataclass(slots=True)
class _Parts:
    """What the attributes of a column say, collected as they come."""

    not_null: bool = False
    default: str | None = None
    charset: str | None = None
    collation: str | None = None
    autoincrement: bool = False
    generated: str | None = None
    expression: Expression | None = None
    stored: bool = False
    on_update: str | None = None
    invisible: bool = False
    unique: bool = False
    textual: bool = False
    begun: bool = False
    ended: str | None = None
    comment: str | None = None
    attributes: list[str] = field(default_factory=list[str])
    constraints: list[ConstraintDef] = field(default_factory=list["ConstraintDef"])


def read_column(cursor: Cursor) -> syntax.ColumnDef:
    """Read a column definition with its name."""
    start = cursor.position
    name = cursor.name()
    if cursor.text() == ".":
        raise cursor.unexpected()
    span = cursor.since(start)
    type_ = read_type(cursor)
    textual = type_.text.partition("(")[0] in _TEXTS
    parts = _Parts(charset=type_.charset, collation=type_.collation, textual=textual)
    if type_.serial:
        parts.not_null = parts.autoincrement = parts.unique = True
    while _read_attribute(cursor, name, parts):
        pass
    return syntax.ColumnDef(
        name,
        type_.name,
        type_.text,
        parts.not_null,
        parts.default,
        parts.collation,
        autoincrement=parts.autoincrement,
        generated=parts.generated,
        stored=parts.stored,
        constraints=tuple(parts.constraints),
        charset=parts.charset,
        on_update=parts.on_update,
        invisible=parts.invisible,
        unique=parts.unique,
        comment=parts.comment,
        attributes=" ".join(parts.attributes),
        expression=parts.expression,
        span=span,
    )


def _read_attribute(cursor: Cursor, column: str, parts: _Parts) -> bool:
    """Read one attribute; tell whether there was one."""
    start, word, computed = cursor.position, cursor.word(), parts.generated is not None
    if computed and cursor.engine is Engine.MARIADB and word in _NOT_COMPUTED:
        raise cursor.unexpected()
    found = (
        _read_value(cursor, parts)
        or _read_key(cursor, column, parts)
        or _read_description(cursor, parts)
    )
    if found and cursor.engine is Engine.MARIADB and parts.ended not in {None, word}:
        cursor.position = start
        raise cursor.unexpected()
    if found:
        parts.begun |= word != "COLLATE" or not parts.textual
        parts.ended = _LAST.get(word, parts.ended)
        return True
    return _read_generated(cursor, parts)


def _read_value(cursor: Cursor, parts: _Parts) -> bool:
    if cursor.accept_words("NOT", "NULL"):
        parts.not_null = True
    elif cursor.accept_words("NULL"):
        parts.not_null = False
    elif cursor.accept_words("DEFAULT"):
        parts.default = read_default(cursor)
    elif cursor.accept_words("ON", "UPDATE"):
        parts.on_update = _read_now(cursor)
    elif cursor.accept_any("AUTO_INCREMENT"):
        parts.autoincrement = parts.not_null = True
    elif cursor.accept_words("SERIAL", "DEFAULT", "VALUE"):
        parts.autoincrement = parts.not_null = parts.unique = True
    else:
        return False
    return True


def _read_key(cursor: Cursor, column: str, parts: _Parts) -> bool:
    start = cursor.position
    if cursor.accept_words("PRIMARY", "KEY") or cursor.accept_words("KEY"):
        key = syntax.KeyDef((column,), primary=True, span=cursor.since(start))
        parts.constraints.append(key)
    elif cursor.accept_words("UNIQUE"):
        cursor.accept_any("KEY")
        parts.unique = True
    elif cursor.word() == "REFERENCES":
        reference = read_references(cursor, (column,), None, start)
        if cursor.engine is Engine.MARIADB:  # MySQL reads it, and does nothing
            parts.constraints.append(reference)
    elif cursor.word() in {"CONSTRAINT", "CHECK"}:
        name = None
        if cursor.accept_words("CONSTRAINT") and cursor.word() != "CHECK":
            name = cursor.name()
            if cursor.engine is Engine.MARIADB:  # it takes a named one behind the columns alone
                raise cursor.unexpected()
        cursor.expect_words("CHECK")
        parts.constraints.append(read_check(cursor, name, start))
    else:
        return False
    return True


def _read_description(cursor: Cursor, parts: _Parts) -> bool:
    if cursor.accept_any("COMMENT"):
        parts.comment = read_string(cursor)
    elif cursor.accept_words("COLLATE"):
        cursor.accept("=")
        before = parts.collation
        parts.collation = read_collation_name(cursor, parts.charset)
        check_one(cursor, before, parts.collation)
    elif cursor.engine is Engine.MYSQL and (
        cursor.accept_words("CHARACTER", "SET") or cursor.accept_any("CHARSET")
    ):
        parts.charset = read_charset_name(cursor)
    elif cursor.accept_any("INVISIBLE"):
        parts.invisible = True
    elif cursor.accept_any("VISIBLE"):
        parts.invisible = False
    elif cursor.word() in {"COMPRESSED", "WITH", "WITHOUT"}:
        return _read_storage(cursor, parts)
    elif word := cursor.accept_any(*_KEPT):
        if word != "REF_SYSTEM_ID":
            hint = "write REF_SYSTEM_ID = 4326" if word == "SRID" else None
            cursor.require(Engine.MYSQL, f"{word} of a column", cursor.position - 1, hint)
        cursor.accept("=")
        cursor.position += 1
        sign = " = " if word == "REF_SYSTEM_ID" else " "
        parts.attributes.append(f"{word}{sign}{cursor.text(-1)}")
    else:
        return False
    return True


def _read_storage(cursor: Cursor, parts: _Parts) -> bool:
    start = cursor.position
    if word := cursor.accept_any("WITH", "WITHOUT"):
        if not cursor.accept_words("SYSTEM", "VERSIONING"):
            cursor.position = start
            return False
        parts.attributes.append(f"{word} SYSTEM VERSIONING")
        return True
    cursor.position += 1
    if cursor.accept("="):
        cursor.name()
    parts.attributes.append(cursor.tokens.slice(start, cursor.position))
    return True


def _read_generated(cursor: Cursor, parts: _Parts) -> bool:
    start = cursor.position
    if not (cursor.accept_words("GENERATED", "ALWAYS", "AS") or cursor.accept_words("AS")):
        return False
    if parts.begun and cursor.engine is Engine.MARIADB and cursor.text() == "(":
        cursor.position = start
        raise cursor.unexpected()
    if cursor.accept_words("ROW"):
        word = cursor.expect_any("START", "END")
        cursor.require(Engine.MARIADB, "system versioning", start)
        parts.attributes.append(f"GENERATED ALWAYS AS ROW {word}")
        parts.not_null = True
        return True
    parts.generated, parts.expression = read_bracketed(cursor)
    parts.stored = cursor.accept_any("STORED", "PERSISTENT", "VIRTUAL") not in {None, "VIRTUAL"}
    return True


def read_string(cursor: Cursor) -> str:
    """Consume a string and return what it says."""
    if not cursor.at_string():
        raise cursor.unexpected()
    cursor.position += 1
    return string_value(cursor.text(-1))


def read_default(cursor: Cursor) -> str:
    """Consume the value after DEFAULT: a constant, the time, or an expression."""
    start = cursor.position
    if cursor.word() in _NOW:
        return _read_now(cursor)
    if cursor.text() == "(":
        read_bracketed(cursor)
        return cursor.tokens.slice(start, cursor.position)
    if cursor.accept("-") or cursor.accept("+"):
        if cursor.kind() is not TokenKind.NUMBER:
            raise cursor.unexpected()
        cursor.position += 1
        return cursor.tokens.slice(start, cursor.position)
    if cursor.word()[:1] == "_" and cursor.kind(1) is TokenKind.STRING:
        cursor.position += 1  # an introducer: _utf8mb4'…'
        start += 1
    if cursor.word() in _TYPED and cursor.kind(1) is TokenKind.STRING:
        cursor.position += 2
        return cursor.tokens.slice(start, cursor.position)
    if cursor.kind() in _CONSTANTS or cursor.word() in {"NULL", "TRUE", "FALSE"}:
        cursor.position += 1
        return cursor.tokens.slice(start, cursor.position)
    return _read_call(cursor)


def _read_call(cursor: Cursor) -> str:
    """Read a function or a column, which MariaDB takes without parentheses around it."""
    start = cursor.position
    bare = cursor.accept_any("CURRENT_DATE", "CURRENT_TIME", "CURRENT_USER", "UTC_DATE", "UTC_TIME")
    if bare is None:
        if cursor.accept_words("NEXT", "VALUE", "FOR") or cursor.accept_words("NEXTVAL"):
            cursor.accept("(")
            cursor.qualified_name()
            cursor.accept(")")
        elif cursor.kind() is TokenKind.QUOTED or (cursor.text(1) == "(" and cursor.word()):
            cursor.position += 1  # a column alone is how MariaDB prints one in parentheses
        else:
            raise cursor.unexpected()
    if cursor.text() == "(":
        cursor.position = cursor.tokens.close(cursor.position) + 1
    text = cursor.tokens.slice(start, cursor.position)
    cursor.require(
        Engine.MARIADB, "expression without parentheses as default", start, f"write ({text})"
    )
    return f"({text})"


def _read_now(cursor: Cursor) -> str:
    """Read one of the names of the time, and return the usual one."""
    if cursor.word() not in _NOW:
        raise cursor.unexpected()
    cursor.position += 1
    digits = ""
    if cursor.accept("("):
        if cursor.kind() is TokenKind.NUMBER:
            digits = cursor.text()
            cursor.position += 1
        cursor.expect(")")
    return "CURRENT_TIMESTAMP" + (f"({digits})" if digits not in {"", "0"} else "")
