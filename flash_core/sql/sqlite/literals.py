"""SQLite's constants and parameters.

Depends on: syntax, cursor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql import syntax
from flash_core.sql.syntax import LiteralKind

from .cursor import unquote

if TYPE_CHECKING:
    from flash_core.sql.source import Span

    from .cursor import Cursor


def number_literal(text: str, span: Span) -> syntax.Literal:
    """Return the literal of a NUMBER token."""
    text = text.replace("_", "")
    if text[:2].lower() == "0x":
        value = int(text, 16)
        # Hexadecimal is 64 bits in two's complement.
        value = value - (1 << 64) if value >= 1 << 63 else value
        return syntax.Literal(LiteralKind.INTEGER, str(value), span=span)
    kind = LiteralKind.INTEGER if text.isdecimal() else LiteralKind.DECIMAL
    return syntax.Literal(kind, text, span=span)


def string_literal(text: str, span: Span) -> syntax.Literal:
    """Return the literal of a STRING token: text, or a blob."""
    if text[:1] in "xX":
        return syntax.Literal(LiteralKind.BLOB, text[2:-1], span=span)
    return syntax.Literal(LiteralKind.STRING, unquote(text), span=span)


def read_parameter(cursor: Cursor) -> syntax.Parameter:
    """Read ``?1``; every other spelling was rewritten before."""
    start = cursor.position
    number = cursor.text()[1:]
    if cursor.text()[:1] != "?" or not (number.isascii() and number.isdecimal()):
        raise cursor.unexpected()
    cursor.position += 1
    return syntax.Parameter(int(number), span=cursor.since(start))
