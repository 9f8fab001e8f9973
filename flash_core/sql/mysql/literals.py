"""Constants, parameters and variables of MySQL.

Depends on: excerpt, strings, syntax, cursor.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax
from flash_core.sql.excerpt import NotReadable
from flash_core.sql.lexer import TokenKind
from flash_core.sql.strings import string_value
from flash_core.sql.syntax import LiteralKind

from .cursor import unquote

if TYPE_CHECKING:
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression

    from .cursor import Cursor

_TEMPORAL: Final = {
    "DATE": LiteralKind.DATE,
    "TIME": LiteralKind.TIME,
    "TIMESTAMP": LiteralKind.DATETIME,
}
_DAY: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\b")
_DIGITS: Final = {"x": re.compile(r"(?:[0-9a-fA-F]{2})*"), "b": re.compile(r"[01]*")}
_SCOPES: Final = frozenset({"GLOBAL", "LOCAL", "SESSION", "PERSIST", "PERSIST_ONLY"})


def read_number(cursor: Cursor) -> syntax.Literal:
    """Read a NUMBER token; ``0x`` is bytes as ``0b`` is, and a number where one is wanted."""
    text = cursor.text()
    cursor.position += 1
    span = cursor.since(cursor.position - 1)
    if text[:2] == "0x":
        bits = f"{int(text, base=0):0{4 * len(text[2:])}b}"
        return syntax.Literal(LiteralKind.BITS, bits, span=span)
    if text[:2] == "0b":
        return syntax.Literal(LiteralKind.BITS, text[2:], span=span)
    kind = LiteralKind.INTEGER if text.isdecimal() else LiteralKind.DECIMAL
    return syntax.Literal(kind, text, span=span)


def read_string(cursor: Cursor) -> syntax.Literal:
    """Read a STRING token and the strings that continue it."""
    start = cursor.position
    text = cursor.text()
    cursor.position += 1
    prefix = text[0].lower()
    if prefix in {"x", "b"} and not _DIGITS[prefix].fullmatch(text[2:-1]):
        cursor.position = start
        raise cursor.unexpected()
    if prefix in {"x", "b"}:
        kind = LiteralKind.BLOB if prefix == "x" else LiteralKind.BITS
        return syntax.Literal(kind, text[2:-1], span=cursor.since(start))
    value = string_value(text[1:] if prefix == "n" else text)
    while cursor.at_string():
        value += string_value(cursor.text())
        cursor.position += 1
    return syntax.Literal(LiteralKind.STRING, value, span=cursor.since(start))


def read_text(cursor: Cursor) -> str:
    """Consume one plain string and return what it says."""
    if not cursor.at_string():
        raise cursor.unexpected()
    cursor.position += 1
    return string_value(cursor.text(-1))


def read_introducer(cursor: Cursor) -> Expression:
    """Read ``_charset'string'``."""
    following = cursor.text(1)
    if cursor.kind(1) is not TokenKind.STRING and following[:2] not in {"0x", "0b"}:
        cursor.position += 1
        raise cursor.unexpected()
    return _read_introduced(cursor)


def _read_introduced(cursor: Cursor) -> Expression:
    start = cursor.position
    charset = cursor.text()[1:].lower()
    cursor.position += 1
    is_string = cursor.kind() is TokenKind.STRING
    literal = read_string(cursor) if is_string else read_number(cursor)
    if literal.kind is LiteralKind.STRING and charset != "binary":
        return syntax.Literal(literal.kind, literal.text, span=cursor.since(start))
    return syntax.Convert(literal, charset, span=cursor.since(start))


def at_temporal(cursor: Cursor) -> bool:
    """Tell whether DATE, TIME or TIMESTAMP and its string come next."""
    return cursor.word() in _TEMPORAL and cursor.kind(1) is TokenKind.STRING


def read_temporal(cursor: Cursor) -> syntax.Literal:
    """Read ``DATE'…'``, ``TIME'…'`` or ``TIMESTAMP'…'``."""
    start = cursor.position
    kind = _TEMPORAL[cursor.word()]
    cursor.position += 1
    text = read_text(cursor)
    if not is_moment(text, day=kind is not LiteralKind.TIME):
        shown = "DATETIME" if kind is LiteralKind.DATETIME else cursor.word(-2)
        token = cursor.tokens.items[cursor.position - 1]
        message, hint = f"Incorrect {shown} value: '{text}'", "write it as '2024-12-31 23:59:59'"
        if kind is not LiteralKind.DATETIME:
            hint = "write it as '2024-12-31'" if kind is LiteralKind.DATE else "write '23:59:59'"
        raise NotReadable(message, token.start, token.end, hint=hint, sqlstate="HY000")
    return syntax.Literal(kind, text, span=cursor.since(start))


def is_moment(text: str, *, day: bool) -> bool:
    """Tell whether a text may say a time, or begins with a day whose parts may be zero."""
    found = _DAY.match(text.strip())
    if found is None or not day:
        return any(letter.isdecimal() for letter in text)
    year, month, date_ = map(int, found.groups())
    try:
        date(year or 4, month or 1, date_ or 1)
    except ValueError:
        return False
    return True


def read_parameter(cursor: Cursor) -> Expression:
    """Read ``?``, or a user variable, which the statement assigns."""
    if cursor.text()[0] == "@":
        return read_variable(cursor)
    number = cursor.number_of_parameter()
    if cursor.text() != "?" or number is None:
        raise cursor.unexpected()
    cursor.position += 1
    return syntax.Parameter(number, span=cursor.since(cursor.position - 1))


def at_variable(cursor: Cursor) -> bool:
    """Tell whether ``@name`` comes next."""
    text = cursor.text()
    return text[:1] == "@" and len(text) > 1 and text[1] != "@"


def read_variable(cursor: Cursor) -> syntax.UserVariable:
    """Read ``@name``, whose name may be quoted in three ways."""
    if not at_variable(cursor):
        raise cursor.unexpected()
    text = cursor.text()[1:]
    name = string_value(text) if text[0] in "'\"" else unquote(text)
    cursor.position += 1
    return syntax.UserVariable(name, span=cursor.since(cursor.position - 1))


def read_system_variable(cursor: Cursor) -> syntax.SystemVariable:
    """Read ``@@name``, ``@@scope.name`` or ``@@instance.name``."""
    start = cursor.position
    name = cursor.text()[2:]
    cursor.position += 1
    scope = name.upper() if name.upper() in _SCOPES else None
    if scope is not None:
        cursor.expect(".")
        name = cursor.name_after_dot()
    while cursor.accept("."):
        name += f".{cursor.name_after_dot()}"
    return syntax.SystemVariable(name, scope, span=cursor.since(start))


def literal_word(word: str, span: Span) -> syntax.Literal:
    """Return the literal of NULL, TRUE or FALSE."""
    kind = LiteralKind.NULL if word == "NULL" else LiteralKind.BOOLEAN
    return syntax.Literal(kind, word.lower(), span=span)
