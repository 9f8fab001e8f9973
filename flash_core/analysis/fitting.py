"""Constants too long or too large for the PostgreSQL column that they are written to.

The server finds them when it plans the statement: no row need ever come to it.

Depends on: context, places.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import Literal, LiteralKind

if TYPE_CHECKING:
    from .context import Scope
    from .places import Place

_LENGTHS: Final = frozenset({"character varying", "character"})
_BITS: Final = {"smallint": 15, "integer": 31, "bigint": 63}
_NUMBERS: Final = frozenset({LiteralKind.INTEGER, LiteralKind.DECIMAL})
_NUMBER: Final = re.compile(
    r"(?ai)\s*[+-]?(?:\d{1,500}\.?\d{0,500}|\.\d{1,500})(?:e[+-]?\d{1,3})?\s*"
)
_EXACT: Final = Context(prec=3000)


def check_fit(node: Literal, place: Place, scope: Scope) -> None:
    """Report a constant that the column of a table has no room for.

    Args:
        node: The constant.
        place: What it is written to.
        scope: The query level.
    """
    column = place.column
    if column is None or column.origin is None or place.path:
        return
    catalog, kind = scope.context.catalog, column.type.name
    table = catalog.find_table((column.origin.schema, column.origin.table))
    found = None if table is None else catalog.find_column(table, column.origin.column)
    if found is None or _has_rule(column.origin.table, scope):
        return
    sizes = () if found.type is None else found.type.modifiers
    if not all(size.lstrip("-").isdecimal() for size in sizes):
        return
    numbers = [int(size) for size in sizes]
    problem = None
    if kind in _LENGTHS and numbers and node.kind is LiteralKind.STRING:
        problem = _too_long(node.text, kind, numbers[0])
    elif kind in _BITS and node.kind in _NUMBERS:
        problem = _too_large(node.text, kind)
    elif kind == "numeric" and numbers:
        problem = _too_wide(node, numbers[0], numbers[1] if numbers[1:] else 0)
    if problem is not None:
        message, state, hint = problem
        scope.context.error(node.span, message, sqlstate=state, hint=f"{column.name} {hint}")


def _has_rule(table: str, scope: Scope) -> bool:
    """Tell whether a rule may do something else instead, which is all that is planned then."""
    word = re.compile(rf"(?<![\w$]){re.escape(table)}(?![\w$])")
    others = scope.context.catalog.others
    return any("RULE" in other.keyword and word.search(other.text) for other in others)


def _too_long(text: str, kind: str, size: int) -> tuple[str, str, str] | None:
    if not text[size:].strip(" "):
        return None
    message = f"value too long for type {kind}({size})"
    return message, "22001", f"has room for {size} characters, and this has {len(text)}"


def _rounded(text: str, scale: int) -> Decimal | None:
    """Return the digits of a number without its sign, with so many after the point, as a whole."""
    if _NUMBER.fullmatch(text) is None:
        return None
    shifted = abs(Decimal(text.strip())).scaleb(scale, _EXACT)
    return shifted.to_integral_value(ROUND_HALF_UP, _EXACT)


def _too_large(text: str, kind: str) -> tuple[str, str, str] | None:
    value, limit = _rounded(text, 0), 1 << _BITS[kind]
    if value is None or value < limit + text.strip().startswith("-"):
        return None
    return f"{kind} out of range", "22003", f"holds numbers from {-limit} to {limit - 1}"


def _too_wide(node: Literal, digits: int, scale: int) -> tuple[str, str, str] | None:
    if node.kind not in _NUMBERS | {LiteralKind.STRING}:
        return None
    value = _rounded(node.text, scale)
    if value is None or value < 10**digits:
        return None
    before = f"has {digits - scale} digits before the point"
    return "numeric field overflow", "22003", before
