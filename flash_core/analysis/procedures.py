"""CALL: a procedure, whose OUT arguments are the columns of one row.

Depends on: calls, infer, unresolved, value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.types.model import CallKind

from .calls import resolve_call
from .infer import infer_all
from .nullability import Possible
from .unresolved import CALL_ARGUMENTS
from .value import Rows, Shape, ShapeColumn

if TYPE_CHECKING:
    from flash_core.sql.syntax import Call

    from .context import Scope
    from .dialect import Problem


def analyse_call(statement: Call, scope: Scope) -> Shape | None:
    """Analyse CALL; a procedure without OUT arguments returns no row."""
    node = statement.function
    scope.enter(CALL_ARGUMENTS)
    values = infer_all(node.arguments, scope)
    if any(value.broken for value in values):
        return None
    found = resolve_call(node, values, scope)
    if found is None:
        return None
    if found.kind is not CallKind.PROCEDURE:
        types = ", ".join(str(value.type) for value in values)
        message: str | Problem = f"{node.name}({types}) is not a procedure"
        if not scope.context.dialect.strict:
            message = scope.context.dialect.no_procedure(str(node.name), None, len(values))
        scope.context.error(
            node.name.span, message, sqlstate="42809", hint="call a function by SELECT"
        )
        return None
    null = Possible("the procedure may leave it null")
    columns = tuple(ShapeColumn(name, type_, null) for name, type_ in found.columns)
    return Shape(columns, Rows.one("CALL returns one row") if columns else Rows())
