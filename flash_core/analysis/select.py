"""SELECT, in PostgreSQL's order of work.

The order matters, because the first use of a parameter decides its type: FROM,
select list, WHERE, HAVING, ORDER BY, GROUP BY, DISTINCT ON, LIMIT.

Depends on: calls, cardinality, clauses, context, grouping, infer, mysql_having,
sources, targets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.sql.syntax import AssignVariable, ColumnRef, FunctionCall, Star
from flash_core.sql.syntax.walk import descend
from flash_core.types.model import UNKNOWN

from .cardinality import counts_rows, has_rows, select_rows
from .clauses import infer_limit, position_of
from .frames import define_windows, infer_window
from .grouping import aggregates, check_distinct, check_grouping, grouped_columns, uses_key
from .infer import assume_condition, infer, require_boolean, settle
from .names import is_ambiguous
from .nullability import OfColumn, Possible
from .ordering import require_equality, require_ordering
from .placement import calls_in, is_set
from .sources import build_from
from .targets import expand, settled, shape_columns
from .value import BROKEN, Output, Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import Expression, Select
    from flash_core.types.model import SqlType

    from .context import Scope
    from .nullability import Fact


def analyse_select(query: Select, scope: Scope, *, open_types: bool) -> Shape:
    """Analyse a SELECT; see :func:`flash_core.analysis.queries.analyse_query`."""
    build_from(query.from_, scope)
    fold = scope.context.catalog.fold
    define_windows(query.windows, scope)
    scope.over = [*query.windows]
    scope.enter("SELECT", aggregates=True, windows=True, sets=True)
    outputs, complete = expand(query.targets, scope)
    if scope.context.dialect.ambiguous_aliases:
        scope.twice = _names_of_several(outputs, scope)
    if scope.context.dialect.alias_clauses:
        scope.aliases = {fold(o.name): o.value for o in reversed(outputs) if o.named}
    _conditions(query, outputs, scope)
    keys = _keys(query, outputs, scope)
    if scope.context.dialect.having_sees_outputs:
        from .mysql_having import check_having  # noqa: PLC0415 - MySQL's alone

        check_having(query, outputs, scope)
    infer_limit(query, scope)
    for window in scope.over:  # a parameter has the type of its first use in this order
        infer_window(window, scope)
    if not open_types:
        outputs = [settled(output, scope) for output in outputs]
    _group_facts(query, keys, scope)
    check_grouping(query, outputs, keys, scope)
    check_distinct(query, outputs, scope)
    outputs = _fill_sets(_blank_keys(query, keys, outputs, scope), scope)
    rows = select_rows(query, keys, outputs, scope)
    facts = scope.facts
    from_row = facts.filled_groups or not (facts.empty_group or query.empty_set)
    passed: frozenset[Fact] = facts.about_others() if from_row else frozenset()
    columns = shape_columns(outputs, scope)
    return Shape(columns, rows, not complete, passed=passed, merged=_is_plain(query, scope))


def _is_plain(query: Select, scope: Scope) -> bool:
    """Tell whether each row is one row of FROM, so that another query may take its place."""
    whole = query.group_by or query.having or query.distinct or query.limit or query.offset
    if whole or not query.from_ or aggregates(query, scope):
        return False
    return not any(
        isinstance(node, AssignVariable)
        or (isinstance(node, FunctionCall) and node.over is not None)
        for target in query.targets
        for node in descend(target.expression)
    )


def _names_of_several(outputs: Sequence[Output], scope: Scope) -> frozenset[str]:
    """Return the names under which there are different columns of FROM."""
    fold = scope.context.catalog.fold
    columns: dict[str, set[tuple[int, int]]] = {}
    for output in outputs:
        null = output.value.null
        if isinstance(output.expression, ColumnRef | Star) and isinstance(null, OfColumn):
            columns.setdefault(fold(output.name), set()).add((id(null.relation), null.index))
    return frozenset(name for name, found in columns.items() if len(found) > 1)


def _conditions(query: Select, outputs: Sequence[Output], scope: Scope) -> None:
    if query.where is not None:
        scope.enter("WHERE")
        where = infer(query.where, scope)
        require_boolean(where, "WHERE", scope)
        assume_condition(query.where, where.null, "WHERE", scope)
    if query.grouping_sets and query.order_by and scope.context.dialect.sorted_sets is not None:
        scope.context.error(query.order_by[0].span, scope.context.dialect.sorted_sets)
    if query.having is not None:
        scope.enter("HAVING", aggregates=True)
        if scope.context.dialect.having_sees_outputs:
            from .mysql_having import named_outputs  # noqa: PLC0415 - MySQL's alone

            scope.outputs = named_outputs(query, outputs, scope)
        having = infer(query.having, scope)
        require_boolean(having, "HAVING", scope)
        assume_condition(query.having, having.null, "HAVING", scope)


def _group_facts(query: Select, keys: Sequence[Expression], scope: Scope) -> None:
    facts = scope.facts
    aggregated = aggregates(query, scope)
    grouped = bool(query.group_by) and not query.empty_set
    facts.filled_groups = grouped or counts_rows(query.having) or has_rows(query, scope)
    facts.empty_group = aggregated and not query.group_by and not facts.filled_groups
    if query.grouping_sets:
        facts.blanked = grouped_columns(_keys_of(query, keys, always=False), scope)
        facts.blanked -= grouped_columns(_keys_of(query, keys, always=True), scope)


def _keys_of(query: Select, keys: Sequence[Expression], *, always: bool) -> list[Expression]:
    """Return the keys that all grouping sets have, or the others."""
    return [key for key, flag in zip(keys, query.always_grouped, strict=True) if flag is always]


def _blank_keys(
    query: Select, keys: Sequence[Expression], outputs: list[Output], scope: Scope
) -> list[Output]:
    """GROUPING SETS make NULL of any expression that is a key, even of COALESCE."""
    if not query.grouping_sets:
        return outputs
    plain = scope.context.resolution  # a whole row is no plain column
    blanked = [
        key
        for key in _keys_of(query, keys, always=False)
        if not isinstance(key, ColumnRef) or plain(key) is None
    ]
    null = Possible("GROUPING SETS leave the key out of some rows")
    return [
        replace(output, value=replace(output.value, null=null))
        if uses_key(output.expression, blanked, scope)
        else output
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
    known = settled(output, scope)
    outputs[outputs.index(output)] = known
    return known


def _sort_key(node: Expression, outputs: list[Output], clause: str, scope: Scope) -> SqlType:
    """Return the type of a key: a bare name or number is an output column first."""
    position = position_of(node, len(outputs), clause, scope)
    if position is not None:
        if position > len(outputs):
            return BROKEN
        return _decided(outputs[position - 1], outputs, scope).value.type
    if isinstance(node, ColumnRef) and len(node.parts) == 1:
        if is_ambiguous(node, scope, scope):
            return BROKEN
        found = _outputs_named(node.parts[0], outputs, scope)
        if len(found) > 1 and scope.context.dialect.strict:
            message = f'{clause} "{node.parts[0]}" is ambiguous'
            hint = "write the expression, or its position"
            scope.context.error(node.span, message, sqlstate="42702", hint=hint)
        if found:
            return _decided(found[0], outputs, scope).value.type
    type_ = settle(infer(node, scope), scope)
    if scope.context.dialect.sorts_plain_aggregates:
        from .mysql_having import check_sorted  # noqa: PLC0415 - MySQL's alone

        check_sorted(node, outputs, scope)
    return type_


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
        if is_ambiguous(node, scope, scope):
            return node
        fold = scope.context.catalog.fold
        columns = [r for r in scope.namespace.columns if fold(r.name) == fold(node.parts[0])]
        found = [] if columns else _outputs_named(node.parts[0], outputs, scope)
        if found:
            return _checked_key(node, _decided(found[0], outputs, scope), scope)
    require_equality(settle(infer(node, scope), scope), node.span, scope)
    return node


def _checked_key(node: Expression, output: Output, scope: Scope) -> Expression:
    if _has_aggregate(output.expression, scope):
        problem = scope.context.dialect.grouped_aggregate(output.name)
        hint = "group by the other columns of the select list"
        scope.context.error(node.span, problem, hint=hint)
    elif scope.context.dialect.strict and any(one.over for one in calls_in([output.expression])):
        hint = "compute it in a subquery, and group by its column"
        problem = scope.context.dialect.window_here("GROUP BY")
        scope.context.error(node.span, problem, hint=hint)
    require_equality(output.value.type, node.span, scope)
    return output.expression


def _has_aggregate(node: Expression, scope: Scope) -> bool:
    return any(id(inner) in scope.context.aggregates for inner in descend(node))
