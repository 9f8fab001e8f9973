"""PostgreSQL's constants and type names.

Depends on: syntax, tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql import syntax
from flash_core.sql.excerpt import NotReadable
from flash_core.sql.syntax import LiteralKind

from .tree import child, children, flag, integer, string, strings, unwrap

if TYPE_CHECKING:
    from flash_core.sql.libpg_query import Tree
    from flash_core.sql.source import Span

    from .tree import Reader


def read_type(reader: Reader, node: Tree) -> syntax.TypeName:
    """Read a ``TypeName``; ``pg_catalog`` is dropped."""
    parts = strings(children(node, "names"))
    if len(parts) > 1 and parts[0] == "pg_catalog":
        parts = parts[1:]
    modifiers = tuple(_modifier(reader, wrapper) for wrapper in children(node, "typmods"))
    bounds = len(children(node, "arrayBounds"))
    of_column = flag(node, "pct_type")
    span = reader.dotted(node)
    return syntax.TypeName(parts, modifiers, min(bounds, 1), of_column, bounds, span=span)


def _modifier(reader: Reader, wrapper: Tree) -> str:
    kind, node = unwrap(wrapper)
    if kind == "A_Const":
        return read_constant(reader, node).text
    if kind != "ColumnRef":
        reader.refuse("this type modifier", node)
    return ".".join(strings(children(node, "fields")))


def read_constant(reader: Reader, node: Tree) -> syntax.Literal:
    """Read an ``A_Const``."""
    span = reader.token(node)
    if flag(node, "isnull"):
        return syntax.Literal(LiteralKind.NULL, "null", span=span)
    if (value := child(node, "ival")) is not None:
        return syntax.Literal(LiteralKind.INTEGER, str(integer(value, "ival")), span=span)
    if (value := child(node, "fval")) is not None:
        return _number(string(value, "fval"), span)
    if (value := child(node, "boolval")) is not None:
        text = "true" if flag(value, "boolval") else "false"
        return syntax.Literal(LiteralKind.BOOLEAN, text, span=span)
    if (value := child(node, "bsval")) is not None:
        text = string(value, "bsval")
        _check_bits(reader, node, text)
        return syntax.Literal(LiteralKind.BITS, _bits(text), span=span)
    text = string(child(node, "sval") or {}, "sval")
    return syntax.Literal(LiteralKind.STRING, text, span=span)


def _number(text: str, span: Span) -> syntax.Literal:
    """Make a literal of a number that does not fit 32 bits or is not an integer."""
    try:
        return syntax.Literal(LiteralKind.INTEGER, str(int(text, 0)), span=span)
    except ValueError:  # a point, an exponent, or leading zeros
        digits = text.replace("_", "").removeprefix("-")
        kind = LiteralKind.INTEGER if digits.isdecimal() else LiteralKind.DECIMAL
        return syntax.Literal(kind, text.replace("_", ""), span=span)


def _bits(text: str) -> str:
    if text.startswith("x"):
        return "".join(f"{int(digit, 16):04b}" for digit in text[1:])
    return text[1:]


def _check_bits(reader: Reader, node: Tree, text: str) -> None:
    kind, digits = (
        ("hexadecimal", "0123456789abcdefABCDEF") if text.startswith("x") else ("binary", "01")
    )
    for digit in text[1:]:
        if digit not in digits:
            start = reader.at(node) or 0
            message = f'"{digit}" is not a valid {kind} digit'
            hint = f"use the digits {digits if kind == 'binary' else '0-9 and a-f'}"
            end = reader.token_end(start)
            raise NotReadable(message, start, end, hint=hint, sqlstate="22P02")
