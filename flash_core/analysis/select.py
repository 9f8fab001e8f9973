"""SELECT, in PostgreSQL's order of work.

The order matters, because the first use of a parameter decides its type: FROM,
select list, WHERE, HAVING, ORDER BY, GROUP BY, DISTINCT ON, LIMIT.

Depends on: calls, cardinality, clauses, context, grouping, infer, sources, targets.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flash_core.sql.syntax import ColumnRef, FunctionCall
from flash_core.types.model import UNKNOWN

from .calls import infer_window
from .cardinality import select_rows
from .clauses import infer_limit, position_of
from .grouping import check_distinct, check_grouping
from .infer import infer, require_boolean, settle
from .nullability import Possible
from .ordering import require_equality, require_ordering
from .placement import is_set
from .sources import build_from
from .targets import expand, shape_columns
from .value import BROKEN, Output, Shape, Value
from .walk import descend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import Expression, Select
    from flash_core.types.model import SqlType

    from .context import Scope


def analyse_select(query: Select, scope: Scope, *, open_types: bool) -> Shape:
    """Analyse a SELECT; see :func:`flash_core.analysis.queries.analyse_query`."""
    build_from(query.from_, scope)
    fold = scope.context.catalog.fold
    scope.windows = frozenset(fold(window.name) for window in query.windows if window.name)
    scope.enter("SELECT", aggregates=True, windows=True, sets=True)
    outputs, complete = expand(query.targets, scope)
    if scope.context.dialect.aliases_everywhere:
        scope.aliases = {fold(o.name): o.value for o in reversed(outputs) if o.named}
    _conditions(query, scope)
    keys = _keys(query, outputs, scope)
    infer_limit(query, scope)
    if not open_types:
        outputs = [replace(o, value=_settled(o.value, scope)) for o in outputs]
    for window in query.windows:
        infer_window(window, scope)
    _group_facts(query, scope)
    check_grouping(query, outputs, keys, scope)
    check_distinct(query, outputs, scope)
    outputs = _fill_sets(_blank_keys(query, outputs, scope), scope)
    rows = select_rows(query, keys, outputs, scope)
    return Shape(shape_columns(outputs, scope), rows, broken=not complete)


def _settled(value: Value, scope: Scope) -> Value:
    return replace(value, type=settle(value, scope))


def _conditions(query: Select, scope: Scope) -> None:
    if query.where is not None:
        scope.enter("WHERE")
        where = infer(query.where, scope)
        require_boolean(where, "WHERE", scope)
        scope.facts.assume(where.null)
    if query.having is not None:
        scope.enter("HAVING", aggregates=True)
        having = infer(query.having, scope)
        require_boolean(having, "HAVING", scope)
        scope.facts.assume(having.null)


def _group_facts(query: Select, scope: Scope) -> None:
    scope.facts.grouped = bool(query.group_by)
    aggregated = scope.has_aggregates or query.having is not None
    scope.facts.empty_group = aggregated and not query.group_by
    scope.facts.nullable_keys = query.grouping_sets


def _blank_keys(query: Select, outputs: list[Output], scope: Scope) -> list[Output]:
    """GROUPING SETS make NULL of any expression that is a key, even of COALESCE."""
    if not query.grouping_sets or all(isinstance(key, ColumnRef) for key in query.group_by):
        return outputs
    null = Possible("GROUPING SETS leave keys out")
    return [
        output
        if isinstance(output.expression, FunctionCall)
        and id(output.expression) in scope.context.aggregates
        else replace(output, value=replace(output.value, null=null))
        for output in outputs
    ]


def _fill_sets(outputs: list[Output], scope: Scope) -> list[Output]:
    """Several set-returning functions side by side: the shorter ones are filled with NULL."""
    if scope.sets < 2:  # noqa: PLR2004 - one alone has nothing to keep up with
        return outputs
    null = Possible("a shorter set is filled up with NULL")
    return [
        replace(output, value=replace(output.value, null=null))
        if any(is_set(node, scope) for node in descend(output.expression))
        else output
        for output in outputs
    ]


def _keys(query: Select, outputs: list[Output], scope: Scope) -> list[Expression]:
    """Resolve ORDER BY, GROUP BY and DISTINCT ON; return what is grouped by."""
    scope.enter("ORDER BY", aggregates=True, windows=True, sets=True)
    for item in query.order_by:
        type_ = _sort_key(item.expression, outputs, "ORDER BY", scope)
        require_ordering(type_, item.expression.span, scope)
    scope.enter("GROUP BY", sets=True)
    keys = [_group_key(node, outputs, scope) for node in query.group_by]
    scope.enter("DISTINCT ON", aggregates=True, windows=True, sets=True)
    for node in query.distinct_on:
        type_ = _sort_key(node, outputs, "DISTINCT ON", scope)
        require_equality(type_, node.span, scope)
    if query.distinct:
        for output in [_decided(output, outputs, scope) for output in list(outputs)]:
            require_equality(output.value.type, output.expression.span, scope)
    return keys


def _decided(output: Output, outputs: list[Output], scope: Scope) -> Output:
    """Give an output that is sorted or grouped a type: PostgreSQL compares no open one."""
    if not scope.context.dialect.strict or output.value.type is not UNKNOWN:
        return output
    settled = replace(output, value=_settled(output.value, scope))
    outputs[outputs.index(output)] = settled
    return settled


def _sort_key(node: Expression, outputs: list[Output], clause: str, scope: Scope) -> SqlType:
    """Return the type of a key: a bare name or number is an output column first."""
    position = position_of(node, len(outputs), clause, scope)
    if position is not None:
        if position > len(outputs):
            return BROKEN
        return _decided(outputs[position - 1], outputs, scope).value.type
    if isinstance(node, ColumnRef) and len(node.parts) == 1:
        found = _outputs_named(node.parts[0], outputs, scope)
        if len(found) > 1 and scope.context.dialect.strict:
            message = f'{clause} "{node.parts[0]}" is ambiguous'
            hint = "write the expression, or its position"
            scope.context.error(node.span, message, sqlstate="42702", hint=hint)
        if found:
            return _decided(found[0], outputs, scope).value.type
    return settle(infer(node, scope), scope)


def _outputs_named(name: str, outputs: Sequence[Output], scope: Scope) -> list[Output]:
    """Return the distinct outputs of that name."""
    fold = scope.context.catalog.fold
    found: list[Output] = []
    for output in outputs:
        if fold(output.name) == fold(name) and not any(
            _same_column(output, other, scope) for other in found
        ):
            found.append(output)
    return found


def _same_column(one: Output, other: Output, scope: Scope) -> bool:
    first, second = one.expression, other.expression
    if isinstance(first, ColumnRef) and isinstance(second, ColumnRef):
        return scope.context.resolution(first) == scope.context.resolution(second)
    return first == second


def _group_key(node: Expression, outputs: list[Output], scope: Scope) -> Expression:
    """A bare number is an output column; a bare name is one when no column of FROM is."""
    position = position_of(node, len(outputs), "GROUP BY", scope)
    if position is not None:
        if position > len(outputs):
            return node
        return _checked_key(node, _decided(outputs[position - 1], outputs, scope), scope)
    if isinstance(node, ColumnRef) and len(node.parts) == 1:
        fold = scope.context.catalog.fold
        columns = [r for r in scope.namespace.columns if fold(r.name) == fold(node.parts[0])]
        found = [] if columns else _outputs_named(node.parts[0], outputs, scope)
        if found:
            return _checked_key(node, _decided(found[0], outputs, scope), scope)
    require_equality(settle(infer(node, scope), scope), node.span, scope)
    return node


def _checked_key(node: Expression, output: Output, scope: Scope) -> Expression:
    if _has_aggregate(output.expression, scope):
        message = "aggregate functions are not allowed in GROUP BY"
        hint = "group by the other columns of the select list"
        scope.context.error(node.span, message, sqlstate="42803", hint=hint)
    require_equality(output.value.type, node.span, scope)
    return output.expression


def _has_aggregate(node: Expression, scope: Scope) -> bool:
    return any(id(inner) in scope.context.aggregates for inner in descend(node))
