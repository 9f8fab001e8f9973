"""What every query may end with: ORDER BY positions, LIMIT and OFFSET.

Depends on: context, infer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql.syntax import Literal, LiteralKind
from flash_core.types.model import UNKNOWN

from .context import Scope
from .infer import coerce, infer
from .parameters import Rank, Use

if TYPE_CHECKING:
    from flash_core.sql.syntax import Expression, Query
    from flash_core.types.model import SqlType

    from .value import Value


def position_of(node: Expression, count: int, clause: str, scope: Scope) -> int | None:
    """Return the position (from 1) that a bare integer names; a wrong one is reported."""
    if not isinstance(node, Literal) or node.kind is not LiteralKind.INTEGER:
        return None
    position = int(node.text) if node.text.isdecimal() else 0
    if not 1 <= position <= count:
        scope.context.error(
            node.span, f"{clause} position {node.text} is not in select list", sqlstate="42P10"
        )
    return max(position, 1)


def infer_limit(query: Query, scope: Scope) -> None:
    """Infer LIMIT and OFFSET, which see no column of the query."""
    for node, name in ((query.offset, "offset"), (query.limit, "limit")):
        if node is None:
            continue
        scope.enter(name.upper())
        inner = Scope(scope.context, scope.parent, ctes=scope.ctes, clause=name.upper())
        value = infer(node, inner)
        wanted = scope.context.types.row_count()
        coerce(value, wanted, scope)
        scope.context.parameters.use(value.exposed, Use(Rank.CLAUSE, name))
        _check_count(value, wanted, name.upper(), scope)


def _check_count(value: Value, wanted: SqlType, clause: str, scope: Scope) -> None:
    context = scope.context
    if not context.dialect.strict or value.broken or value.type is UNKNOWN:
        return
    if not context.types.castable(value.type, wanted, explicit=False):
        message = f"argument of {clause} must be type {wanted}, not type {value.type}"
        context.error(value.span, message, sqlstate="42804")
