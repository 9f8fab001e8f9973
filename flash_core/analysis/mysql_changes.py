"""What MySQL and MariaDB have beyond the others' INSERT, UPDATE and DELETE.

ON DUPLICATE KEY UPDATE with VALUES() and the row alias, changes of several tables, their
ORDER BY and LIMIT.

Depends on: assignment, clauses, context, places, setting, sources, writability.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.sql.syntax import (
    DefaultValue,
    Literal,
    LiteralKind,
    Parameter,
    Select,
    Values,
)
from flash_core.types.model import TypeKind

from .assignment import assign_row
from .clauses import order_and_limit
from .context import Scope
from .names import find_relation
from .nullability import Certain
from .places import Place
from .relation import Namespace, Reached, Relation
from .setting import condition, find_target
from .sources import build_from
from .value import Shape
from .writability import check_generated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import (
        Assignment,
        Delete,
        Expression,
        Insert,
        OnConflict,
        Update,
    )

    from .relation import RelationColumn

_UPSERT = "ON DUPLICATE KEY UPDATE"


def update_on_duplicate(
    conflict: OnConflict, statement: Insert, target: Relation, scope: Scope
) -> None:
    """Analyse ON DUPLICATE KEY UPDATE.

    Its values see the table's old row, the new one by VALUES() or the row's alias, and the
    tables of the SELECT that the rows come from; bare names are the table's columns.
    """
    inner = Scope(scope.context, scope.parent, ctes=scope.ctes, facts=scope.facts)
    inner.namespace = scope.namespace
    inner.enter("SELECT")
    others: list[Namespace] = []
    if statement.row_alias is not None:
        others.append(Namespace.of(_new_row(statement, target, scope)))
    elif isinstance(statement.source, Select):
        rows = Scope(scope.context, scope.parent, ctes=scope.ctes)
        build_from(statement.source.from_, rows)
        others.append(rows.namespace)
    own = {scope.context.catalog.fold(column.name) for column in target.columns}
    for other in others:
        scope.facts.own.update(other.relations)
        inner.namespace = inner.namespace.joined(
            Namespace(other.relations, [r for r in other.columns if not _among(r, own, scope)])
        )
    items = conflict.update or ()
    places = [_place(item, [target], _UPSERT, inner) for item in items]
    if statement.conflict_action != "IGNORE":
        check_generated([item.value for item in items], places, inner)
    assign_row([item.value for item in items], places, inner)


def _among(reached: Reached, names: set[str], scope: Scope) -> bool:
    return scope.context.catalog.fold(reached.name) in names


def _new_row(statement: Insert, target: Relation, scope: Scope) -> Relation:
    """Return the row that was to be inserted, under the names that the statement gives it."""
    columns = [column for column in target.columns if not column.hidden]
    if statement.columns:
        fold = scope.context.catalog.fold
        wanted = [fold(name.last) for name in statement.columns]
        by_name = {fold(column.name): column for column in columns}
        if statement.column_aliases:
            columns = [by_name[name] for name in wanted if name in by_name]
    relation = Relation(statement.row_alias or "", columns, broken=target.broken)
    for index, name in enumerate(statement.column_aliases[: len(columns)]):
        relation.columns[index] = replace(relation.columns[index], name=name)
    return relation


def loosen_labels(
    statement: Insert, places: Sequence[Place], target: Relation, scope: Scope
) -> None:
    """Take an ENUM or SET for a text where INSERT IGNORE may make ``''`` of what is no label."""
    rows = statement.source.rows if isinstance(statement.source, Values) else None
    loose = [
        place.column
        for index, place in enumerate(places)
        if place.column is not None
        and place.column.type.kind is TypeKind.ENUM
        and not (rows and all(_is_label(row[index : index + 1], place, scope) for row in rows))
    ]
    text = scope.context.types.collated
    target.columns = [
        replace(column, type=text(column.type)) if any(column is each for each in loose) else column
        for column in target.columns
    ]


def _is_label(values: Sequence[Expression], place: Place, scope: Scope) -> bool:
    """Tell whether a value is surely one of the column's labels: a parameter of its type is."""
    if not values or place.column is None or isinstance(values[0], DefaultValue):
        return True
    value, type_ = values[0], place.column.type
    if isinstance(value, Literal) and value.kind is LiteralKind.NULL:
        return not isinstance(place.column.null, Certain)
    if isinstance(value, Parameter):
        return scope.context.parameters.types.get(value.number) == type_
    found = scope.context.catalog.find_enum((type_.schema, type_.name))
    labels = () if found is None else found.labels
    return isinstance(value, Literal) and value.text in labels


def _place(item: Assignment, tables: Sequence[Relation], clause: str, scope: Scope) -> Place:
    """Return the column that an assignment writes."""
    parts = (*item.qualifier, item.column)
    context = scope.context
    if item.qualifier:
        table = find_relation(item.qualifier, scope)
        if table is None:
            context.error(item.span, context.dialect.no_column(parts, clause))
            return Place(None, item.span)
        return Place(_column(item, table, clause, scope), item.span)
    if len(tables) == 1:
        return Place(_column(item, tables[0], clause, scope), item.span)
    fold = context.catalog.fold
    found = [r for r in scope.namespace.columns if fold(r.name) == fold(item.column)]
    if len(found) == 1:
        return Place(found[0].column, item.span)
    if found:
        context.error(
            item.span,
            context.dialect.ambiguous(parts, clause),
            hint=f"write {found[0].relation.name}.{item.column}",
        )
    elif not any(table.broken for table in tables):
        names = [reached.name for reached in scope.namespace.columns]
        context.error(
            item.span,
            context.dialect.no_column(parts, clause),
            hint=context.suggestion(item.column, names),
        )
    return Place(None, item.span)


def _column(item: Assignment, table: Relation, clause: str, scope: Scope) -> RelationColumn | None:
    name = ".".join((*item.qualifier, item.column))
    problem = scope.context.dialect.no_column((name,), clause)
    return find_target(item.column, item.span, table, scope, message=problem.message, clause=clause)


def update_joined(statement: Update, scope: Scope) -> Shape:
    """Analyse UPDATE of what a list of tables and joins gives."""
    build_from(statement.joined, scope)
    scope.enter("SET")
    tables = scope.namespace.relations
    places = [_place(item, tables, "SET", scope) for item in statement.assignments]
    _check_derived(statement, places, scope)
    if not statement.ignore:
        check_generated([item.value for item in statement.assignments], places, scope)
    assign_row([item.value for item in statement.assignments], places, scope)
    condition(statement.where, "WHERE", scope)
    order_and_limit(statement, scope)
    return Shape(())


def _check_derived(statement: Update, places: Sequence[Place], scope: Scope) -> None:
    """Report assignments to columns of a derived table or a WITH query."""
    for relation in scope.namespace.relations:
        if relation.table is not None or relation.composite is not None:
            continue
        for item, place in zip(statement.assignments, places, strict=True):
            if any(place.column is column for column in relation.columns):
                problem = scope.context.dialect.not_updatable(relation.name, "UPDATE")
                hint = "set a column of a table"
                scope.context.error(item.span, problem, hint=hint)


def delete_joined(statement: Delete, scope: Scope) -> Shape:
    """Analyse DELETE from some of the tables in a list of tables and joins."""
    build_from(statement.joined, scope)
    for name in statement.targets:
        if find_relation(name.parts, scope) is None:
            hint = scope.context.suggestion(
                name.last, (relation.name for relation in scope.namespace.relations)
            )
            problem = scope.context.dialect.no_deleted_table(str(name))
            scope.context.error(name.span, problem, hint=hint)
    condition(statement.where, "WHERE", scope)
    return Shape(())
