"""The columns that INSERT names and UPDATE sets.

Depends on: assignment, records, context, infer, places, subqueries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql.syntax import (
    DefaultValue,
    MultiAssignSource,
    RowLiteral,
    ScalarQuery,
    Star,
)

from .assignment import assign, assign_row
from .infer import assume_condition, infer, require_boolean
from .nullability import Possible
from .places import Place
from .value import Value
from .writability import check_assignments, check_generated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Assignment, Expression, Name, Path

    from .context import Scope
    from .relation import Relation, RelationColumn

    Item = tuple[Value | None, Expression | None]


def find_target(
    name: str,
    span: Span,
    target: Relation,
    scope: Scope,
    *,
    message: str | None = None,
    clause: str = "SET",
) -> RelationColumn | None:
    """Return the column of that name of the table that changes; an unknown one is reported."""
    context = scope.context
    fold = context.catalog.fold
    for column in target.columns:
        if fold(column.name) == fold(name) and (not column.hidden or not context.dialect.strict):
            return column
    if not target.broken:
        table = target.table.name if target.table is not None else target.name
        hint = context.suggestion(name, (c.name for c in target.columns if not c.hidden))
        if hint is None and fold(name) == fold(target.name) and context.dialect.strict:
            hint = "write the column alone, without its table"
        problem = context.dialect.no_target_column(name, table, clause)
        if message is not None:
            problem = problem._replace(message=message)
        context.error(span, problem, hint=hint)
    return None


def target_places(
    columns: Sequence[Name], paths: Sequence[Path], target: Relation, scope: Scope
) -> list[Place]:
    """Return where the values of an INSERT with a column list go."""
    fold = scope.context.catalog.fold
    places: list[Place] = []
    whole: set[str] = set()
    parts: set[str] = set()
    for index, name in enumerate(columns):
        path = paths[index] if paths else ()
        column = find_target(name.last, name.span, target, scope, clause="INSERT INTO")
        key = fold(name.last)
        if (key in whole or (key in parts and not path)) and scope.context.dialect.unique_names:
            problem = scope.context.dialect.column_twice(name.last)
            scope.context.error(name.span, problem, hint="name it once")
        (parts if path else whole).add(key)
        places.append(Place(column, name.span, path))
    return places


def set_columns(
    items: Sequence[Assignment], target: Relation, scope: Scope, *, ignore: bool = False
) -> None:
    """Analyse the assignments of SET: all values first, then where they go.

    Args:
        items: The assignments.
        target: The table that changes.
        scope: The query level.
        ignore: MySQL's UPDATE IGNORE, which passes over values that no column takes.
    """
    scope.enter("UPDATE")
    columns = [_set_target(item, target, scope) for item in items]
    places = [
        Place(column, item.span, item.path) for item, column in zip(items, columns, strict=True)
    ]
    _check_twice(items, scope)
    check_assignments(items, places, target, scope)
    if not ignore:
        check_generated([item.value for item in items], places, scope)
    if not any(isinstance(item.value, MultiAssignSource) for item in items):
        assign_row([item.value for item in items], places, scope)
        return
    sources: dict[int, list[Item]] = {}
    values = [_value_of(item, sources, scope) for item in items]
    for (value, node), place in zip(values, places, strict=True):
        if value is not None:
            assign(value, node, place, scope)


def _set_target(item: Assignment, target: Relation, scope: Scope) -> RelationColumn | None:
    """Return the column an assignment writes; MySQL's may name the table before it."""
    context, message = scope.context, None
    fold = context.catalog.fold
    if item.qualifier:
        problem = context.dialect.no_column((*item.qualifier, item.column), "SET")
        message = problem.message
        if fold(item.qualifier[-1]) != fold(target.name):
            context.error(item.span, problem, hint=f"write {target.name}.{item.column}")
            return None
    return find_target(item.column, item.span, target, scope, message=message)


def _value_of(item: Assignment, sources: dict[int, list[Item]], scope: Scope) -> Item:
    node = item.value
    if not isinstance(node, MultiAssignSource):
        return (None if isinstance(node, DefaultValue) else infer(node, scope)), node
    found = sources.get(id(node.source))
    if found is None:
        found = sources[id(node.source)] = _multi_source(node.source, scope)
    if len(found) != node.count and found:
        message = "number of columns does not match number of values"
        if not scope.context.dialect.strict:
            message = f"{node.count} columns assigned {len(found)} values"
        hint = (
            f"{node.count} columns, {len(found)} values" if scope.context.dialect.strict else None
        )
        scope.context.error(node.source.span, message, sqlstate="42601", hint=hint)
        return None, None
    return found[node.index] if found else (None, None)


def _check_twice(items: Sequence[Assignment], scope: Scope) -> None:
    whole: set[str] = set()
    parts: set[str] = set()
    for item in items:
        twice = item.column in whole or (item.column in parts and not item.path)
        if twice and scope.context.dialect.strict:
            message = f'multiple assignments to same column "{item.column}"'
            scope.context.error(item.span, message, sqlstate="42601", hint="set it once")
        (parts if item.path else whole).add(item.column)


def _multi_source(source: Expression, scope: Scope) -> list[Item]:
    """Return the values of the row on the right of ``SET (a, b) = …``; empty after an error."""
    if isinstance(source, RowLiteral):
        from .records import row_items  # noqa: PLC0415 - few queries have rows as values

        # A star has no node of its own for each value.
        return [
            (value, None if isinstance(node, Star) else node)
            for node in source.items
            for value in row_items(node, scope)
        ]
    if isinstance(source, ScalarQuery):
        from .subqueries import shape_of  # noqa: PLC0415 - few queries have one here

        shape = shape_of(source.query, scope)
        columns = () if shape is None else shape.columns
        null = Possible("the subquery may return no row")
        return [(Value(column.type, null, source.span), None) for column in columns]
    value = infer(source, scope)
    if scope.context.dialect.strict:
        if not value.broken:
            message = (
                "source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression"
            )
            hint = "write (a, b) = ROW (1, 2) or = (SELECT …)"
            scope.context.error(source.span, message, sqlstate="0A000", hint=hint)
        return []
    return [(field, None) for field in value.fields or (value,)]


def condition(node: Expression | None, clause: str, scope: Scope) -> None:
    """Analyse the condition of a change, and learn from it."""
    if node is None:
        return
    scope.enter(clause)
    value = infer(node, scope)
    require_boolean(value, clause, scope)
    assume_condition(node, value.null, clause, scope)
