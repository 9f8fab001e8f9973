"""What INSERT, UPDATE and DELETE may not write.

Generated columns and identity columns that are always generated, and ON CONFLICT targets
without a unique key.  Views have a module of their own, ``view_changes``.

Depends on: context, places, relation, view_changes.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from flash_core.sql.syntax import (
    DefaultValue,
    FunctionCall,
    Literal,
    LiteralKind,
    Query,
    Select,
    Star,
    Values,
)

from .view_changes import check_view_column, writes_through

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.catalog.model import Table
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Assignment, Expression, Insert, MergeWhen, OnConflict

    from .context import Scope
    from .places import Place
    from .relation import Relation


def check_insert(
    statement: Insert, places: Sequence[Place], target: Relation, scope: Scope
) -> None:
    """Report values for columns that the server fills itself."""
    if statement.source is not None and statement.conflict_action != "IGNORE":
        for row in _rows(statement.source) or [_plain_targets(statement.source)]:
            check_generated(row, places, scope)
    if not scope.context.dialect.strict or statement.source is None:
        return
    if target.table is None:
        for place in places if statement.columns else ():
            check_view_column("insert into", place, statement.table.name.parts, scope)
        if not writes_through(statement.table.name.parts, scope):
            return
    _check_filled(statement, statement.source, places, scope)


def _check_filled(statement: Insert, source: Query, places: Sequence[Place], scope: Scope) -> None:
    """Report values for columns that are generated, or are always an identity."""
    rows = _rows(source)
    for index, place in enumerate(places):
        name, kind = _always(place, scope)
        if kind is None or (kind == "identity" and statement.overriding):
            continue
        given = [row[index] for row in rows if index < len(row)] if rows else [None]
        wrong = [node for node in given if not isinstance(node, DefaultValue)]
        if not wrong or not (rows or index < _width(source)):
            continue
        span = wrong[0].span if wrong[0] is not None else (place.span or statement.table.span)
        hint = "write DEFAULT, or leave the column out"
        if kind == "identity":
            hint += "; or write OVERRIDING SYSTEM VALUE before VALUES"
        message = f'cannot insert a non-DEFAULT value into column "{name}"'
        scope.context.error(span, message, sqlstate="428C9", hint=hint)


def check_merged_insert(
    when: MergeWhen, places: Sequence[Place], target: Relation, scope: Scope
) -> None:
    """Report values of an INSERT of MERGE for columns that the server fills itself."""
    for value, place in zip(when.values, places, strict=False):
        if target.table is None or isinstance(value, DefaultValue):
            continue
        name, kind = _always(place, scope)
        if kind is not None and not (kind == "identity" and when.overriding):
            message = f'cannot insert a non-DEFAULT value into column "{name}"'
            hint = "write DEFAULT, or leave the column out"
            scope.context.error(value.span, message, sqlstate="428C9", hint=hint)


def _rows(source: Query) -> Sequence[Sequence[Expression | None]]:
    if isinstance(source, Values) and not source.order_by and source.limit is None:
        return source.rows
    return ()


def _plain_targets(source: Query) -> Sequence[Expression]:
    """Return what a query selects, up to a ``*``: what stands behind it has no known place."""
    targets = source.targets if isinstance(source, Select) else ()
    found = [target.expression for target in targets]
    return list(takewhile(lambda node: not isinstance(node, Star), found))


def check_generated(
    values: Sequence[Expression | None], places: Sequence[Place], scope: Scope
) -> None:
    """Report values for generated columns, on MySQL: the rows may come from anywhere."""
    catalog, dialect = scope.context.catalog, scope.context.dialect
    for value, place in zip(values, places, strict=False):
        origin = None if place.column is None else place.column.origin
        table = None if origin is None else catalog.find_table((origin.schema, origin.table))
        if table is None or place.column is None or value is None:
            continue
        column = catalog.find_column(table, place.column.name)
        if column is None or column.generated is None or isinstance(value, DefaultValue):
            continue
        null = isinstance(value, Literal) and value.kind is LiteralKind.NULL
        problem = dialect.generated_value(column.name, table.name, null=null)
        if problem is not None:
            hint = "write DEFAULT, or leave the column out"
            scope.context.error(value.span, problem, hint=hint)


def _width(source: Query) -> int:
    """Return how many columns a query surely gives; ``*`` counts for one."""
    return len(source.targets) if isinstance(source, Select) else 1


def _always(place: Place, scope: Scope) -> tuple[str, str | None]:
    """Say of a column of a table, perhaps below a view, why it takes no value.

    Returns:
        Its name, and ``identity``, ``generated``, or ``None`` if it takes one.
    """
    origin = None if place.column is None else place.column.origin
    catalog = scope.context.catalog
    table = None if origin is None else catalog.find_table((origin.schema, origin.table))
    column = None if table is None or origin is None else catalog.find_column(table, origin.column)
    if column is None:
        return "", None
    if column.generated is not None:
        return column.name, "generated"
    return column.name, "identity" if (column.identity or "").upper() == "ALWAYS" else None


def check_assignments(
    items: Sequence[Assignment], places: Sequence[Place], target: Relation, scope: Scope
) -> None:
    """Report assignments to columns that the server fills itself."""
    if target.table is None and target.composite is not None and scope.context.dialect.strict:
        view = target.composite.schema, target.composite.name
        for place in places:
            check_view_column("update", place, view, scope)
        if not writes_through(view, scope):
            return
    elif not scope.context.dialect.strict or target.table is None:
        return
    for item, place in zip(items, places, strict=True):
        name, kind = _always(place, scope)
        if isinstance(item.value, DefaultValue) or kind is None:
            continue
        message = f'column "{name}" can only be updated to DEFAULT'
        hint = f"write {item.column} = DEFAULT, or leave it out"
        scope.context.error(item.span, message, sqlstate="428C9", hint=hint)


# -- ON CONFLICT -------------------------------------------------------------


def check_conflict(conflict: OnConflict, target: Relation, scope: Scope) -> None:
    """Report a conflict target that no unique key stands behind."""
    context = scope.context
    if not context.dialect.strict:
        return
    nothing = not conflict.columns and not conflict.expressions and conflict.constraint is None
    if nothing and conflict.update is not None:
        message = "ON CONFLICT DO UPDATE requires inference specification or constraint name"
        hint = "write ON CONFLICT (column, …) DO UPDATE"
        context.error(conflict.span, message, sqlstate="42601", hint=hint)
    table = target.table
    if table is None:
        return
    if conflict.update is not None and conflict.constraint is not None:
        _check_exclusion(conflict.constraint, conflict.span, table, scope)
    # what else stands behind the columns may bring keys: INHERITS does not, but LIKE does
    if (table.tail and not table.tail.upper().startswith("PARTITION BY")) or _has_other_keys(table):
        return
    if conflict.constraint is not None:
        _check_constraint(conflict.constraint, conflict.span, table, scope)
    elif conflict.expressions:
        _check_expressions(conflict, table, scope)
    elif conflict.columns and conflict.target_where is None:
        _check_columns(conflict, table, scope)


def _has_other_keys(table: Table) -> bool:
    """Tell whether a constraint kept as text may be a key: EXCLUDE, UNIQUE NULLS NOT DISTINCT."""
    return any(
        word in other.text.upper() for other in table.others for word in ("EXCLUDE", "UNIQUE")
    )


def _check_exclusion(name: str, span: Span, table: Table, scope: Scope) -> None:
    """Refuse DO UPDATE after a constraint that says no row which is in the way."""
    excludes = [one for one in table.others if one.text.upper().startswith("EXCLUDE")]
    unnamed = name.startswith(f"{table.name}_") and name.endswith("_excl")
    unnamed = unnamed and name not in _constraint_names(table)
    if any(one.name == name or (one.name is None and unnamed) for one in excludes):
        message = "ON CONFLICT DO UPDATE not supported with exclusion constraints"
        hint = "write DO NOTHING, or name a unique constraint"
        scope.context.error(span, message, sqlstate="42809", hint=hint)


def _check_constraint(name: str, span: Span, table: Table, scope: Scope) -> None:
    names = list(_constraint_names(table))
    others = {one.name for one in table.foreign_keys} | {one.name for one in table.checks}
    others |= {one.name for one in table.others}
    if name in names or len(name) > _LONGEST or others & {name, None}:
        return
    message = f'constraint "{name}" for table "{table.name}" does not exist'
    hint = scope.context.suggestion(name, names) or f"one of {', '.join(names)}"
    scope.context.error(span, message, sqlstate="42704", hint=hint)


_LONGEST = 50  # the server shortens longer names


def _constraint_names(table: Table) -> Iterator[str]:
    for key in table.keys:
        middle = "" if key.primary else "_" + "_".join(key.columns)
        yield key.name or f"{table.name}{middle}_{'pkey' if key.primary else 'key'}"


def _check_expressions(conflict: OnConflict, table: Table, scope: Scope) -> None:
    """Refuse an expression where no unique index has any."""
    for index in scope.context.catalog.indexes:
        same_table = index.table == table.name and index.schema == table.schema
        if same_table and index.unique and None in index.columns:
            return
    computed = [node for node in conflict.expressions if isinstance(node, FunctionCall)]
    if computed:
        hint = f"{table.name} has no unique index on an expression"
        scope.context.error(computed[0].span, _NO_KEY, sqlstate="42P10", hint=hint)


_NO_KEY = "there is no unique or exclusion constraint matching the ON CONFLICT specification"


def _check_columns(conflict: OnConflict, table: Table, scope: Scope) -> None:
    wanted = frozenset(name.last for name in conflict.columns)
    keys = [frozenset(key.columns) for key in table.keys]
    for index in scope.context.catalog.indexes:
        same_table = index.table == table.name and index.schema == table.schema
        if same_table and index.unique and not index.partial:
            keys.append(frozenset(column for column in index.columns if column is not None))
    known = {column.name for column in table.columns}
    if wanted in keys or not wanted <= known:
        return
    listed = "; ".join(sorted(f"({', '.join(sorted(key))})" for key in keys))
    hint = f"unique keys of {table.name}: {listed}" if keys else f"{table.name} has no unique key"
    scope.context.error(conflict.columns[0].span, _NO_KEY, sqlstate="42P10", hint=hint)
