"""Queries inside expressions: scalar, EXISTS, IN, ANY, ARRAY.

The queries themselves are analysed by ``queries``.

Depends on: infer, nullability, operators, queries, value, walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql.syntax import (
    ArrayQuery,
    Exists,
    FunctionCall,
    InQuery,
    ScalarQuery,
    Select,
    SetOperation,
)
from flash_core.sql.syntax.walk import descend

from .arrays import elements_of_query
from .infer import compared, infer, merged_null, rule
from .nullability import Certain, Null, Possible, Predicate, Strict, Witness
from .operators import needed_of_rows, resolve
from .value import Shape, ShapeColumn, Subject, Value, broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression, Query, RowLiteral

    from .context import Scope


def shape_of(query: Query, scope: Scope, *, tested: bool = False) -> Shape | None:
    """Analyse a query that may refer to ``scope``; ``None`` after errors were reported.

    Args:
        query: The query.
        scope: The level around it.
        tested: Only whether it has rows is asked.
    """
    from .queries import analyse_query  # noqa: PLC0415 - the two need each other

    child = scope.child()
    child.tested = tested and isinstance(query, Select)
    return analyse_query(query, child)


def _single(shape: Shape | None, span: Span, scope: Scope) -> ShapeColumn | None:
    """Return the only column of a subquery."""
    if shape is None:
        return None
    if len(shape.columns) != 1:
        problem = scope.context.dialect.one_column(len(shape.columns))
        hint = f"it returns {len(shape.columns)}" if scope.context.dialect.explains else None
        scope.context.error(span, problem, hint=hint)
        return None
    return shape.columns[0]


@rule(ScalarQuery)
def infer_scalar(node: ScalarQuery, scope: Scope) -> Value:
    """Resolve ``(SELECT …)``: NULL when no row comes out."""
    shape = shape_of(node.query, scope)
    column = _single(shape, node.span, scope)
    if shape is None or column is None:
        return broken(node.span)
    null = column.null if shape.rows.exactly_one else Possible("the subquery may return no row")
    type_ = scope.context.types.passed_on(column.type)
    return Value(type_, null, node.span, subject=_about(column), elements=column.elements)


def _about(column: ShapeColumn) -> Subject | None:
    """Return what the value is about: the column's name, unless that is but its expression's text."""
    if column.name.isidentifier() or column.value is None:
        return Subject(column.name, column.origin)
    return column.value.subject


@rule(Exists)
def infer_exists(node: Exists, scope: Scope) -> Value:
    """Resolve EXISTS."""
    shape = shape_of(node.query, scope, tested=True)
    if shape is None:
        return broken(node.span)
    null = Witness(Certain("EXISTS is never null"), shape.passed)
    return Value(scope.context.types.boolean(), null, node.span)


@rule(ArrayQuery)
def infer_array_query(node: ArrayQuery, scope: Scope) -> Value:
    """Resolve ARRAY(SELECT …), which is empty rather than NULL."""
    column = _single(shape_of(node.query, scope), node.span, scope)
    array = None if column is None else scope.context.types.array_of(column.type)
    if column is None or array is None:
        return broken(node.span)
    certain = Certain("an array constructor is never null")
    inside = elements_of_query(column, array)
    return Value(array, certain, node.span, elements=inside)


@rule(InQuery)
def infer_in_query(node: InQuery, scope: Scope) -> Value:
    """Resolve ``x IN (SELECT …)``."""
    return compare_with_query(
        "=", node.operand, node.query, node.span, scope, every=False, negated=node.negated
    )


def compare_with_query(
    operator: str,
    operand: Expression,
    query: Query,
    span: Span,
    scope: Scope,
    *,
    every: bool,
    negated: bool,
) -> Value:
    """Resolve a comparison with the rows of a query (ANY, or ALL when ``every``).

    The query comes first, as on the server: what it needs decides a placeholder in both.
    """
    shape = shape_of(query, scope)
    left = infer(operand, scope)
    if scope.context.dialect.limited_set is not None and _is_limited(query):
        hint = "put it into a subquery in FROM, or use EXISTS"
        scope.context.error(query.span, scope.context.dialect.limited_set, hint=hint)
    if shape is None or not _comparable(operator, left, shape, span, scope):
        return broken(span)
    operands = tuple(part.null for part in left.fields or (left,))
    items = (*operands, *_compared_nulls(left, shape, scope))
    if scope.context.dialect.loses_windows and _has_window(query):
        items = (*items, Possible("a window function may be lost in the comparison"))
    # over no rows ANY is false and ALL is true, whatever the left side is
    needed = operands if len(operands) == 1 or (operator == "=" and not every) else ()
    true, false = ((), needed) if every != negated else (needed, ())
    null: Null = Predicate(items, true, false)
    if not every and not negated:
        null = Witness(null, shape.passed)
    return Value(scope.context.types.boolean(), null, span)


def _compared_nulls(left: Value, shape: Shape, scope: Scope) -> Iterator[Null]:
    """Yield how NULL gets into a comparison with each column of a query, and what it does there."""
    for part, column in zip(left.fields or (left,), shape.columns, strict=True):
        other = Value(column.type, column.null, part.span)
        yield merged_null(part, column.type, scope)
        yield merged_null(other, part.type, scope)


def _has_window(query: Query) -> bool:
    """Tell whether a query, or a SELECT that it is put together of, selects a window function."""
    if isinstance(query, SetOperation):
        return _has_window(query.left) or _has_window(query.right)
    targets = query.targets if isinstance(query, Select) else ()
    inside = (node for target in targets for node in descend(target.expression))
    return any(isinstance(node, FunctionCall) and node.over is not None for node in inside)


def _is_limited(query: Query) -> bool:
    """Tell whether a query, or a SELECT that it is put together of, has LIMIT.

    A derived table among its arms may have one.
    """
    if query.limit is not None or not isinstance(query, SetOperation):
        return query.limit is not None
    arms = (query.left, query.right)
    return any(_is_limited(arm) for arm in arms if not is_derived(query, arm))


def is_derived(query: SetOperation, arm: Query) -> bool:
    """Tell whether MariaDB makes a derived table of an arm: of a set operation that is not first.

    In parentheses it is one wherever it stands.
    """
    return isinstance(arm, SetOperation) and (arm is query.right or arm.bracketed)


def compare_with_row(
    operator: str, row: RowLiteral, query: Query, span: Span, scope: Scope
) -> Value:
    """Resolve a comparison of ROW(…) with the one row of a query: NULL when there is none."""
    shape = shape_of(query, scope)
    left = infer(row, scope)
    if shape is None or not _comparable(operator, left, shape, span, scope):
        return broken(span)
    pairs = [
        Strict((part.null, column.null))
        for part, column in zip(left.fields or (), shape.columns, strict=True)
    ]
    true, false = needed_of_rows(operator, pairs)
    missing = () if shape.rows.at_least_one else (Possible("the subquery may return no row"),)
    null = Predicate((*pairs, *missing), true, false)
    return Value(scope.context.types.boolean(), null, span)


def _comparable(operator: str, left: Value, shape: Shape, span: Span, scope: Scope) -> bool:
    """Resolve the operator for each column of a query; problems are reported."""
    if left.broken:
        return False
    parts = left.fields if left.fields is not None else (left,)
    if len(shape.columns) != len(parts):
        _wrong_width(len(parts), len(shape.columns), span, scope)
        return False
    ok = True
    for part, column in zip(parts, shape.columns, strict=True):
        right = Value(column.type, column.null, span, subject=_about(column))
        compared(part, right, scope)
        found = resolve(operator, part, right, span, scope)
        ok &= found is not None
        strict = scope.context.dialect.strict
        if found is not None and strict and found.result != scope.context.types.boolean():
            message = f"row comparison operator must yield type boolean, not type {found.result}"
            scope.context.error(span, message, sqlstate="42804", hint="use a comparison operator")
            return False
    return ok


def _wrong_width(left: int, right: int, span: Span, scope: Scope) -> None:
    problem = scope.context.dialect.row_width(left, right)
    hint = (
        f"{left} on the left, {right} in the subquery" if scope.context.dialect.explains else None
    )
    scope.context.error(span, problem, hint=hint)
