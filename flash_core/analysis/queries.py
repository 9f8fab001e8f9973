"""Queries: WITH, set operations, VALUES, and the choice between the kinds.

Depends on: clauses, context, infer, select, statements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql.syntax import (
    ColumnRef,
    Query,
    Select,
    SetKind,
    SetOperation,
    Star,
    Values,
)
from flash_core.types.model import UNKNOWN

from .arrays import elements_of
from .cardinality import combined_rows, limited, values_rows
from .clauses import infer_limit, position_of
from .context import Scope
from .facts import Facts
from .infer import common, infer, infer_all, merged_null, settle
from .locking import check_locks
from .naming import text_name
from .nullability import Certain, Lenient, Null
from .ordering import require_equality
from .relation import Namespace, Relation, RelationColumn
from .select import analyse_select
from .value import Shape, ShapeColumn, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.source import Span
    from flash_core.sql.syntax import With
    from flash_core.types.model import SqlType

    from .value import Elements


def analyse_query(query: Query, scope: Scope, *, open_types: bool = False) -> Shape | None:
    """Analyse a query.

    Args:
        query: What to analyse.
        scope: A scope of its own, empty, below that of the query around it.
        open_types: Leave constants and parameters in the select list undecided, for
            the caller to convert (INSERT, set operations).

    Returns:
        Its columns, or ``None`` after errors were reported that leave them unknown.
    """
    define_with(query.with_, scope)
    shape: Shape | None = None
    match query:
        case Select():
            shape = analyse_select(query, scope, open_types=open_types)
        case SetOperation():
            shape = _set_operation(query, scope, open_types=open_types)
        case Values():
            shape = _values(query, scope, open_types=open_types)
        case _:
            scope.context.error(query.span, "this kind of query is not supported yet")
    check_locks(query, scope)
    return shape


def define_with(with_: With | None, scope: Scope) -> None:
    """Analyse the queries of a WITH clause, if there is one, for those in ``scope``."""
    if with_ is not None:
        from .ctes import define_ctes  # noqa: PLC0415 - a CTE holds a query

        define_ctes(with_, scope)


# -- set operations and VALUES -----------------------------------------------


def _set_operation(query: SetOperation, scope: Scope, *, open_types: bool) -> Shape | None:
    left, right = (
        analyse_query(arm, _arm_scope(query, arm, scope), open_types=True)
        for arm in (query.left, query.right)
    )
    if left is None or right is None:
        return None
    shape = combine(query, left, right, scope)
    if shape is not None:
        order_and_limit_names(query, shape.columns, scope)
    del open_types  # the arms have agreed on types already
    return shape


def _arm_scope(query: SetOperation, arm: Query, scope: Scope) -> Scope:
    """Return the scope of an arm, which sees no column around it where it is a derived table."""
    if not scope.context.dialect.nested_sets_apart:
        return Scope(scope.context, scope)
    from .subqueries import is_derived  # noqa: PLC0415 - the two need each other

    if not is_derived(query, arm):
        return Scope(scope.context, scope)
    ctes: dict[str, Shape] = {}
    level: Scope | None = scope
    while level is not None:
        ctes = level.ctes | ctes
        level = level.parent
    return Scope(scope.context, ctes=ctes)


def combine(
    query: SetOperation, left: Shape, right: Shape, scope: Scope, *, recursive: str | None = None
) -> Shape | None:
    """Return the columns of a set operation; ``None`` after errors were reported.

    Args:
        query: The set operation.
        left: What its left arm gives.
        right: What its right arm gives.
        scope: Where it stands.
        recursive: The name of the recursive query that these are the terms of.
    """
    context = scope.context
    word = query.kind.value.upper()
    if len(left.columns) != len(right.columns):
        problem = context.dialect.arm_width(word, every=query.all)
        sides = f"the left side has {len(left.columns)}, the right side {len(right.columns)}"
        hint = sides if context.dialect.explains else None
        context.error(query.right.span, problem, hint=hint)
        return None
    columns: list[ShapeColumn] = []
    for position, (one, other) in enumerate(zip(left.columns, right.columns, strict=True), 1):
        place = column_span(query.left, position)
        arms = (
            _open(one, place, other, scope),
            _open(other, column_span(query.right, position), one, scope),
        )
        type_ = common(arms, word, scope)
        if recursive is not None and context.dialect.first_arm_decides and one.type != UNKNOWN:
            type_ = one.type
        if not query.all:
            require_equality(type_, place, scope)
        if recursive is not None and context.dialect.strict:
            from .recursive_queries import check_column  # noqa: PLC0415 - few queries are recursive

            types = one.type, arms[1].type
            check_column(query, position, types, type_, recursive, scope)
        left_null, right_null = (merged_null(arm, type_, scope) for arm in arms)
        null = _set_null(query.kind, left_null, right_null)
        origin = one.origin if one.origin == other.origin else None
        elements = _judged_elements(arms, type_)
        columns.append(ShapeColumn(one.name, type_, null, origin, elements=elements))
    return Shape(tuple(columns), limited(combined_rows(query, left.rows, right.rows), query))


def column_span(query: Query, position: int) -> Span:
    """Return the place of a column of a plain select list; else that of the query."""
    if isinstance(query, SetOperation):
        return column_span(query.left, position)
    if not isinstance(query, Select) or position > len(query.targets):
        return query.span
    before = [target.expression for target in query.targets[:position]]
    return query.span if any(isinstance(node, Star) for node in before) else before[-1].span


def _open(column: ShapeColumn, span: Span, beside: ShapeColumn, scope: Scope) -> Value:
    """Return the column as a value that may still be converted."""
    if column.value is not None and column.type == UNKNOWN:
        return column.value
    type_ = scope.context.types.united(column.type, beside.type)
    return Value(type_, column.null, span, elements=column.elements)


def _set_null(kind: SetKind, left: Null, right: Null) -> Null:
    if kind is SetKind.EXCEPT:
        return left
    if kind is SetKind.INTERSECT:
        return right if isinstance(right, Certain) else left
    return Facts().judge(Lenient((left, right)))


def _judged_elements(values: Sequence[Value], type_: SqlType) -> Elements | None:
    found = elements_of(values, type_)
    return found and found.judged(Facts())


def order_and_limit_names(query: Query, columns: Sequence[ShapeColumn], scope: Scope) -> None:
    """Check ORDER BY and LIMIT of a query whose columns are known by name alone."""
    fold = scope.context.catalog.fold
    names = {fold(column.name) for column in columns}
    scope.enter("ORDER BY")
    if scope.context.dialect.orders_by_name:
        _order_by_names(query, columns, scope)
        infer_limit(query, scope)
        return
    for item in query.order_by:
        node = item.expression
        if position_of(node, len(columns), "ORDER BY", scope):
            continue
        if isinstance(node, ColumnRef) and len(node.parts) == 1 and fold(node.parts[0]) in names:
            if sum(fold(column.name) == fold(node.parts[0]) for column in columns) > 1:
                _ambiguous(node, scope)
            continue
        if not scope.context.dialect.strict:
            continue  # SQLite also matches the expressions of the arms, and checks it itself
        if isinstance(node, ColumnRef):
            hint = scope.context.suggestion(node.parts[-1], names)
            problem = scope.context.dialect.no_column(node.parts, scope.clause)
            scope.context.error(node.span, problem, hint=hint)
        else:
            scope.context.error(
                node.span,
                "invalid UNION/INTERSECT/EXCEPT ORDER BY clause",
                sqlstate="0A000",
                hint="only result column names can be used, not expressions or functions",
            )
    infer_limit(query, scope)


def _order_by_names(query: Query, columns: Sequence[ShapeColumn], scope: Scope) -> None:
    """Infer ORDER BY of a set operation, which sees its columns as those of a nameless table."""
    shown = [
        RelationColumn(column.name, column.type, column.null, elements=column.elements)
        for column in columns
    ]
    below = Scope(scope.context, scope.parent, Namespace.of(Relation("", shown)), ctes=scope.ctes)
    below.enter("ORDER BY")
    for item in query.order_by:
        node = item.expression
        if position_of(node, len(columns), "ORDER BY", scope):
            continue
        if isinstance(node, ColumnRef) and len(node.parts) > 1:
            problem = scope.context.dialect.arm_table(node.parts[-2])
            scope.context.error(node.span, problem, hint=f"write {node.parts[-1]}")
            continue
        settle(infer(node, below), below)


def _ambiguous(node: ColumnRef, scope: Scope) -> None:
    if scope.context.dialect.strict:
        message = f'ORDER BY "{node.parts[0]}" is ambiguous'
        scope.context.error(node.span, message, sqlstate="42702")


def same_widths(query: Values, scope: Scope) -> bool:
    """Tell whether all rows have as many values as the first; report one that has not."""
    width = len(query.rows[0])
    for nodes in query.rows:
        if len(nodes) != width and nodes:
            strict = scope.context.dialect.strict
            hint = f"the first row has {width}, this one {len(nodes)}" if strict else None
            span = nodes[0].span.until(nodes[-1].span)
            scope.context.error(span, scope.context.dialect.values_width(), hint=hint)
            return False
    return True


def _values(query: Values, scope: Scope, *, open_types: bool) -> Shape | None:
    scope.enter("VALUES")
    rows = [infer_all(row, scope) for row in query.rows]
    width = len(rows[0])
    if not same_widths(query, scope):
        return None
    columns: list[ShapeColumn] = []
    for index in range(width):
        values = [row[index] for row in rows]
        alone = len(values) == 1
        type_ = (
            values[0].type
            if alone and open_types and not scope.context.dialect.strict
            else common(values, "VALUES", scope)
        )
        nulls = tuple(merged_null(value, type_, scope) for value in values)
        null = Facts().judge(Lenient(nulls))
        value = values[0] if alone else None
        node = query.rows[0][index]
        text = text_name(node, node.span, scope.context)
        name = scope.context.dialect.values_column(index + 1, text)
        elements = _judged_elements(values, type_)
        columns.append(ShapeColumn(name, type_, null, value=value, elements=elements))
    order_and_limit_names(query, columns, scope)
    return Shape(tuple(columns), limited(values_rows(len(rows), "VALUES"), query))
