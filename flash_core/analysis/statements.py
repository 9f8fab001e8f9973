"""INSERT, UPDATE and DELETE, and the choice between the kinds of statement.

Depends on: assignment, cardinality, context, queries, sources, targets.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flash_core.sql.syntax import (
    Delete,
    Insert,
    MultiAssignSource,
    Query,
    RowLiteral,
    ScalarQuery,
    TableRef,
    Update,
    Values,
)
from flash_core.types.model import UNKNOWN

from .assignment import assign, assign_row
from .cardinality import changed_rows, possibly_none, values_rows
from .compound import composite_fields
from .context import Scope
from .expansion import name_columns
from .infer import base, infer, require_boolean, settle
from .nullability import Possible
from .queries import analyse_query, define_ctes
from .relation import Namespace, OuterJoin, Relation, RelationColumn
from .sources import add_relation, build_from, table_relation
from .subqueries import shape_of
from .targets import expand, shape_columns
from .value import Rows, Shape, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Assignment, Expression, Name, OnConflict, Statement, Target


def analyse_statement(statement: Statement, scope: Scope) -> Shape | None:
    """Analyse any statement; one without rows has a shape without columns."""
    match statement:
        case Query():
            return analyse_query(statement, scope)
        case Insert():
            return _insert(statement, scope)
        case Update():
            return _update(statement, scope)
        case Delete():
            return _delete(statement, scope)
        case _:
            return Shape(())


def _target(table: TableRef, scope: Scope) -> Relation:
    """Return the table that is written to; WITH queries are not looked at."""
    bare = Scope(scope.context)
    return table_relation(table, bare)


def _returning(targets: Sequence[Target], scope: Scope, rows: Rows) -> Shape | None:
    if not targets:
        return Shape(())
    scope.enter("RETURNING")
    outputs, complete = expand(targets, scope)
    outputs = [replace(o, value=replace(o.value, type=settle(o.value, scope))) for o in outputs]
    columns = shape_columns(outputs, scope)
    return Shape(columns, rows, broken=not complete)


def _add_versions(target: Relation, scope: Scope, *, old: str | None, new: str | None) -> None:
    """Offer OLD and NEW to RETURNING; ``old`` and ``new`` say why one may be missing."""
    if not scope.context.dialect.strict:
        return
    taken = {relation.name for relation in scope.namespace.relations}
    for name, missing in (("old", old), ("new", new)):
        if name in taken:
            continue
        version = Relation(name, list(target.columns), table=None, composite=target.composite)
        if missing is not None:
            version.joins.append(OuterJoin(missing))
        scope.facts.own.add(version)
        scope.namespace.relations.append(version)


# -- INSERT ------------------------------------------------------------------


def _insert(statement: Insert, scope: Scope) -> Shape | None:
    if statement.with_ is not None:
        define_ctes(statement.with_, scope)
    target = _target(statement.table, scope)
    columns = _insert_columns(statement, target, scope)
    rows = Rows.one("INSERT of one row")
    if statement.source is not None:
        rows = _insert_source(statement, statement.source, columns, target, scope)
    add_relation(target, scope)
    for conflict in statement.on_conflict:
        _on_conflict(conflict, target, scope)
    scope.facts.known.clear()
    _add_versions(target, scope, old="no old row without a conflict", new=None)
    skips = statement.conflict_action == "IGNORE" or any(
        conflict.update is None or conflict.where is not None for conflict in statement.on_conflict
    )
    if skips:
        rows = possibly_none(rows, "ON CONFLICT may skip the row")
    return _returning(statement.returning, scope, rows)


def _insert_columns(
    statement: Insert, target: Relation, scope: Scope
) -> list[RelationColumn | None]:
    """Return the target columns; ``None`` for one that does not exist."""
    if not statement.columns:
        return [column for column in target.columns if _writable(column, target, scope)]
    fold = scope.context.catalog.fold
    out: list[RelationColumn | None] = []
    seen: set[str] = set()
    for name in statement.columns:
        column = _find_target(name.last, name.span, target, scope)
        if fold(name.last) in seen and scope.context.dialect.strict:
            message = f'column "{name.last}" specified more than once'
            scope.context.error(name.span, message, sqlstate="42701")
        seen.add(fold(name.last))
        out.append(column)
    return out


def _writable(column: RelationColumn, target: Relation, scope: Scope) -> bool:
    """SQLite leaves generated columns out of an INSERT without a column list."""
    if column.hidden:
        return False
    if target.table is None or scope.context.dialect.strict:
        return True
    found = scope.context.catalog.find_column(target.table, column.name)
    return found is None or found.generated is None


def _find_target(name: str, span: Span, target: Relation, scope: Scope) -> RelationColumn | None:
    context = scope.context
    fold = context.catalog.fold
    for column in target.columns:
        if fold(column.name) == fold(name) and (not column.hidden or not context.dialect.strict):
            return column
    if not target.broken:
        table = target.table.name if target.table is not None else target.name
        hint = context.suggestion(name, (c.name for c in target.columns if not c.hidden))
        message = context.dialect.no_target_column(name, table)
        context.error(span, message, sqlstate="42703", hint=hint)
    return None


def _name_columns(
    statement: Insert, columns: Sequence[RelationColumn | None], scope: Scope
) -> None:
    name_columns(statement, [column.name for column in columns if column is not None], scope)


def _insert_source(
    statement: Insert,
    source: Query,
    columns: Sequence[RelationColumn | None],
    target: Relation,
    scope: Scope,
) -> Rows:
    """Write the rows of the source to the columns; return how many there are."""
    inner = Scope(scope.context, scope)
    if isinstance(source, Values) and not source.order_by and source.limit is None:
        if source.with_ is not None:
            define_ctes(source.with_, inner)
        inner.enter("VALUES", sets=len(source.rows) == 1)
        for row in source.rows:
            _check_width(statement, row, columns, target, scope)
            assign_row(row, [] if target.broken else columns, inner)
        _name_columns(statement, columns[: len(source.rows[0])], scope)
        return values_rows(len(source.rows), "INSERT")
    shape = analyse_query(source, inner, open_types=True)
    if shape is None or shape.broken:
        return Rows()
    nodes = _target_nodes(source, len(shape.columns))
    if len(shape.columns) != len(columns):
        _wrong_width(statement, len(shape.columns), nodes, columns, target, scope)
    _name_columns(statement, columns[: len(shape.columns)], scope)
    for found, node, column in zip(shape.columns, nodes, columns, strict=False):
        value = found.value if found.value is not None and found.type is UNKNOWN else None
        value = value or Value(
            found.type,
            found.null,
            node.span if node is not None else source.span,
            parameter=None if found.value is None else found.value.parameter,
            exposed=() if found.value is None else found.value.exposed,
        )
        if column is not None:
            assign(value, node, column, scope)
    return shape.rows


def _target_nodes(source: Query, count: int) -> Sequence[Expression | None]:
    """Return the expressions of a plain select list, for messages."""
    from flash_core.sql.syntax import Select, Star  # noqa: PLC0415 - used here alone

    if isinstance(source, Select):
        nodes = [target.expression for target in source.targets]
        if len(nodes) == count and not any(isinstance(node, Star) for node in nodes):
            return nodes
    return [None] * count


def _check_width(
    statement: Insert,
    row: Sequence[Expression],
    columns: Sequence[RelationColumn | None],
    target: Relation,
    scope: Scope,
) -> None:
    if len(row) != len(columns):
        _wrong_width(statement, len(row), row, columns, target, scope)


def _wrong_width(
    statement: Insert,
    count: int,
    nodes: Sequence[Expression | None],
    columns: Sequence[RelationColumn | None],
    target: Relation,
    scope: Scope,
) -> None:
    if target.broken:
        return
    if not scope.context.dialect.strict:
        message = f"{count} values for {len(columns)} columns"
        if not statement.columns:
            message = (
                f"table {target.name} has {len(columns)} columns but {count} values were supplied"
            )
        scope.context.error(_span(nodes, min(count, len(columns)), statement), message)
    elif count > len(columns):
        message = "INSERT has more expressions than target columns"
        scope.context.error(_span(nodes, len(columns), statement), message, sqlstate="42601")
    elif statement.columns:
        message = "INSERT has more target columns than expressions"
        span = statement.columns[count].span
        scope.context.error(span, message, sqlstate="42601")


def _span(nodes: Sequence[Expression | None], index: int, statement: Insert) -> Span:
    node = nodes[index] if index < len(nodes) else None
    if node is not None:
        return node.span
    return statement.columns[-1].span if statement.columns else statement.table.span


def _on_conflict(conflict: OnConflict, target: Relation, scope: Scope) -> None:
    columns: list[Name] = list(conflict.columns)
    for name in columns:
        _find_target(name.last, name.span, target, scope)
    inner = Scope(scope.context, scope.parent, ctes=scope.ctes, facts=scope.facts)
    inner.namespace = scope.namespace
    _condition(conflict.target_where, "WHERE", inner)
    if conflict.update is None:
        return
    excluded = Relation("excluded", list(target.columns), broken=target.broken)
    scope.facts.own.add(excluded)
    named = Scope(scope.context, scope.parent, ctes=scope.ctes, facts=scope.facts)
    named.namespace = scope.namespace.joined(Namespace.of(excluded))
    if not scope.context.dialect.strict:  # SQLite reaches it by qualified names only
        named.namespace.columns = scope.namespace.columns
    _assignments(conflict.update, target, named)
    _condition(conflict.where, "WHERE", named)


def _condition(node: Expression | None, clause: str, scope: Scope) -> None:
    if node is None:
        return
    scope.enter(clause)
    value = infer(node, scope)
    require_boolean(value, clause, scope)
    scope.facts.assume(value.null)


# -- UPDATE and DELETE -------------------------------------------------------


def _update(statement: Update, scope: Scope) -> Shape | None:
    if statement.with_ is not None:
        define_ctes(statement.with_, scope)
    target = _target(statement.table, scope)
    add_relation(target, scope)
    build_from(statement.from_, scope)
    _condition(statement.where, "WHERE", scope)
    # what WHERE says of the row is about the old row: RETURNING shows the new one
    scope.facts.known -= {fact for fact in scope.facts.known if _is_about(fact, target)}
    rows = changed_rows(target, statement.where, statement.from_, scope)
    _add_versions(target, scope, old=None, new=None)
    shape = _returning(statement.returning, scope, rows)
    _assignments(statement.assignments, target, scope)
    return shape


def _is_about(fact: object, target: Relation) -> bool:
    return isinstance(fact, tuple) and fact[0] is target


def _delete(statement: Delete, scope: Scope) -> Shape | None:
    if statement.with_ is not None:
        define_ctes(statement.with_, scope)
    target = _target(statement.table, scope)
    add_relation(target, scope)
    build_from(statement.using, scope)
    _condition(statement.where, "WHERE", scope)
    rows = changed_rows(target, statement.where, statement.using, scope)
    _add_versions(target, scope, old=None, new="no new row after DELETE")
    return _returning(statement.returning, scope, rows)


def _assignments(items: Sequence[Assignment], target: Relation, scope: Scope) -> None:
    scope.enter("UPDATE")
    columns = [_assigned_column(item, target, scope) for item in items]
    _check_twice(items, scope)
    plain = [item for item in items if not isinstance(item.value, MultiAssignSource)]
    sources: dict[int, tuple[list[Value], Sequence[Expression | None]]] = {}
    for item in items:
        if isinstance(item.value, MultiAssignSource) and id(item.value.source) not in sources:
            sources[id(item.value.source)] = _multi_source(item.value.source, scope)
    by_item = {id(item): column for item, column in zip(items, columns, strict=True)}
    assign_row([item.value for item in plain], [by_item[id(item)] for item in plain], scope)
    for item, column in zip(items, columns, strict=True):
        if isinstance(item.value, MultiAssignSource):
            _assign_part(item, item.value, sources[id(item.value.source)], column, scope)


def _check_twice(items: Sequence[Assignment], scope: Scope) -> None:
    seen: set[str] = set()
    for item in items:
        if item.column in seen and not item.path and scope.context.dialect.strict:
            message = f'multiple assignments to same column "{item.column}"'
            scope.context.error(item.span, message, sqlstate="42601")
        seen.add(item.column)


def _assign_part(
    item: Assignment,
    part: MultiAssignSource,
    source: tuple[list[Value], Sequence[Expression | None]],
    column: RelationColumn | None,
    scope: Scope,
) -> None:
    values, nodes = source
    if part.index < len(values) and column is not None:
        assign(values[part.index], nodes[part.index], column, scope)
    elif part.index >= len(values) and values:
        message = "number of columns does not match number of values"
        scope.context.error(item.span, message, sqlstate="42601")


def _assigned_column(item: Assignment, target: Relation, scope: Scope) -> RelationColumn | None:
    column = _find_target(item.column, item.span, target, scope)
    return _field_column(item, column, scope)


def _field_column(
    item: Assignment, column: RelationColumn | None, scope: Scope
) -> RelationColumn | None:
    """Follow ``column.field`` into a composite type."""
    for name in item.path:
        if column is None:
            return None
        fields = {n: t for n, t, _ in composite_fields(base(column.type), scope)}
        if name not in fields:
            message = f'cannot assign to field "{name}" of column "{item.column}"'
            hint = scope.context.suggestion(name, fields)
            scope.context.error(item.span, message, sqlstate="42703", hint=hint)
            return None
        column = RelationColumn(name, fields[name], Possible("field of a composite type"))
    return column


def _multi_source(
    source: Expression, scope: Scope
) -> tuple[list[Value], Sequence[Expression | None]]:
    """Return the values of the row on the right of ``SET (a, b) = …``."""
    if isinstance(source, RowLiteral):
        return [infer(node, scope) for node in source.items], source.items
    if isinstance(source, ScalarQuery):
        shape = shape_of(source.query, scope)
        columns = () if shape is None else shape.columns
        values = [Value(column.type, Possible("subquery"), source.span) for column in columns]
        return values, [None] * len(values)
    value = infer(source, scope)
    return list(value.fields or (value,)), [None] * len(value.fields or (value,))
