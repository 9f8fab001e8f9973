"""TABLESAMPLE: its method and arguments, and of what it may be.

Depends on: context, infer, relation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.types.model import UNKNOWN, SqlType

from .context import Scope
from .infer import coerce, convertible, infer

if TYPE_CHECKING:
    from flash_core.sql.syntax import Expression, TableRef, TableSample

    from .relation import Relation

_SAMPLES: Final = {
    # method → what its argument is
    "bernoulli": SqlType("real"),
    "system": SqlType("real"),
    "system_rows": SqlType("bigint"),
    "system_time": SqlType("double precision"),
}


def check_sample(item: TableRef, sample: TableSample, found: Relation, scope: Scope) -> None:
    """Resolve TABLESAMPLE, whose arguments see no column.

    Args:
        item: What it stands behind.
        sample: The clause.
        found: What the name means.
        scope: The query level.
    """
    _check_sampled(item, found, scope)
    inner = Scope(scope.context, scope.parent, ctes=scope.ctes, clause="TABLESAMPLE")
    wanted = _SAMPLES.get(sample.method.last)
    method, span = sample.method.last, sample.method.span
    if wanted is None:
        message = f"tablesample method {method} does not exist"
        hint = scope.context.suggestion(method, _SAMPLES)
        scope.context.error(span, message, sqlstate="42704", hint=hint)
        return
    if len(sample.arguments) != 1:
        message = f"tablesample method {method} requires 1 argument, not {len(sample.arguments)}"
        scope.context.error(span, message, sqlstate="2202H")
    for node in sample.arguments:
        _check_argument(node, "TABLESAMPLE", wanted, inner)
    if sample.seed is not None:
        _check_argument(sample.seed, "REPEATABLE", SqlType("double precision"), inner)


def _check_sampled(item: TableRef, found: Relation, scope: Scope) -> None:
    """Refuse what has no rows of its own on a disk."""
    cte = len(item.name.parts) == 1 and scope.cte(item.name.last) is not None
    view = None if cte else scope.context.workspace.find_view(item.name.parts)
    plain = view is not None and found.table is None and not (view.materialized or view.table)
    if cte or plain:
        message = "TABLESAMPLE clause can only be applied to tables and materialized views"
        hint = "sample the table below it in a query of its own"
        scope.context.error(item.span, message, sqlstate="0A000", hint=hint)


def _check_argument(node: Expression, clause: str, wanted: SqlType, scope: Scope) -> None:
    value = infer(node, scope)
    coerce(value, wanted, scope)
    if not convertible(value, wanted, scope) and value.type is not UNKNOWN:
        message = f"argument of {clause} must be type {wanted}, not type {value.type}"
        scope.context.error(node.span, message, sqlstate="42804")
