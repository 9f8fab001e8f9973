"""INSERT, UPDATE and DELETE, and the choice between the kinds of statement.

Depends on: assignment, cardinality, context, queries, returning, setting, sources; merging,
mysql_changes, procedures and utility when needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql.syntax import (
    Call,
    Delete,
    Insert,
    Merge,
    Query,
    Select,
    Star,
    Update,
    Utility,
    Values,
)
from flash_core.types.model import UNKNOWN

from .assignment import assign, assign_row
from .cardinality import changed_rows, possibly_none, values_rows
from .clauses import order_and_limit
from .context import Scope
from .expansion import name_columns
from .infer import infer, settle
from .places import Place
from .queries import analyse_query, define_with, same_widths
from .relation import Namespace, Relation, RelationColumn
from .returning import add_versions, analyse_returning, returning_scope
from .setting import condition, find_target, set_columns, target_places
from .sources import add_relation, build_from, target_relation
from .value import Rows, Shape, Value
from .view_changes import check_view
from .writability import check_conflict, check_insert

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression, Name, OnConflict, Statement


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
            return _other(statement, scope)


def _other(statement: Statement, scope: Scope) -> Shape | None:
    """Analyse one of the statements that many projects do without."""
    if isinstance(statement, Merge):
        from .merging import analyse_merge  # noqa: PLC0415 - few projects merge

        return analyse_merge(statement, scope)
    if isinstance(statement, Call):
        from .procedures import analyse_call  # noqa: PLC0415 - few projects call procedures

        return analyse_call(statement, scope)
    if isinstance(statement, Utility):
        from .utility import analyse_utility  # noqa: PLC0415 - a utility may hold a statement

        return analyse_utility(statement, scope)
    return Shape(())


# -- INSERT ------------------------------------------------------------------


def _insert(statement: Insert, scope: Scope) -> Shape | None:
    define_with(statement.with_, scope)
    check_view("insert into", statement.table, scope)
    target = target_relation(statement.table, scope, keeps=False)
    places = _insert_places(statement, target, scope)
    rows = Rows.one("INSERT of one row")
    if statement.source is not None:
        rows = _insert_source(statement, statement.source, places, target, scope)
        check_insert(statement, places, target, scope)
    add_relation(target, scope)
    for conflict in statement.on_conflict:
        if scope.context.dialect.updates_on_duplicate:
            from .mysql_changes import update_on_duplicate  # noqa: PLC0415 - MySQL's alone

            update_on_duplicate(conflict, statement, target, scope)
        else:
            _on_conflict(conflict, target, scope)
    scope.facts.known.clear()
    add_versions(target, statement, scope, old="is absent without a conflict")
    skips = statement.conflict_action == "IGNORE" or any(
        conflict.update is None or conflict.where is not None for conflict in statement.on_conflict
    )
    if skips:
        rows = possibly_none(rows, "ON CONFLICT may skip the row")
    elif (why := _left_out(statement, scope)) is not None:
        rows = possibly_none(rows, why)
    if statement.returning and statement.conflict_action == "IGNORE":
        from .mysql_changes import loosen_labels  # noqa: PLC0415 - MySQL's alone

        loosen_labels(statement, places, target, scope)
    shown = returning_scope(target, statement.table, scope)
    return analyse_returning(statement.returning, shown, rows)


def _left_out(statement: Insert, scope: Scope) -> str | None:
    """Return why SQLite may leave out a row in silence, if it may."""
    catalog = scope.context.catalog
    event = "INSERT", catalog.fold(statement.table.name.last)
    if any(other.ignores == event for other in catalog.others):
        return "a trigger may ignore the row"
    table = catalog.find_table(statement.table.name.parts)
    if table is None or statement.conflict_action is not None:
        return None
    tails = [key.tail for key in table.keys] + [check.tail for check in table.checks]
    tails += [column.not_null_conflict for column in table.columns]
    if any("IGNORE" in tail.upper().split() for tail in tails):
        return "a constraint ignores rows that break it"
    return None


def _insert_places(statement: Insert, target: Relation, scope: Scope) -> list[Place]:
    """Return where the values go."""
    if not statement.columns:
        return [Place(c) for c in target.columns if _writable(c, target, scope)]
    return target_places(statement.columns, statement.paths, target, scope)


def _writable(column: RelationColumn, target: Relation, scope: Scope) -> bool:
    """SQLite leaves generated columns out of an INSERT without a column list."""
    if column.hidden:
        return False
    if target.table is None or not scope.context.dialect.skips_generated:
        return True
    found = scope.context.catalog.find_column(target.table, column.name)
    return found is None or found.generated is None


def _name_columns(statement: Insert, places: Sequence[Place], scope: Scope) -> None:
    columns = [place.column for place in places]
    name_columns(statement, [column.name for column in columns if column is not None], scope)


def _insert_source(
    statement: Insert,
    source: Query,
    places: Sequence[Place],
    target: Relation,
    scope: Scope,
) -> Rows:
    """Write the rows of the source to the columns; return how many there are."""
    inner = Scope(scope.context, scope)
    if isinstance(source, Values) and not source.order_by and source.limit is None:
        define_with(source.with_, inner)
        if scope.context.dialect.sees_target:
            add_relation(target, inner)
        inner.enter("VALUES", sets=len(source.rows) == 1)
        if not scope.context.dialect.counts_each_row and not same_widths(source, scope):
            return Rows()
        for number, row in enumerate(source.rows, 1):
            fits = _check_width(statement, row, number, places, target, scope)
            # where the count is wrong, so are the columns that the values would meet
            assign_row(row, places if fits and not target.broken else [], inner)
        _name_columns(statement, places[: len(source.rows[0])], scope)
        return values_rows(len(source.rows), "INSERT")
    shape = analyse_query(source, inner, open_types=True)
    if shape is None or shape.broken:
        return Rows()
    nodes = _target_nodes(source, len(shape.columns))
    if len(shape.columns) != len(places) and _wrong_width(
        statement, len(shape.columns), nodes, 1, places, target, scope
    ):
        return Rows()
    _name_columns(statement, places[: len(shape.columns)], scope)
    for found, node, place in zip(shape.columns, nodes, places, strict=False):
        value = found.value if found.value is not None and found.type == UNKNOWN else None
        value = value or Value(
            found.type,
            found.null,
            node.span if node is not None else source.span,
            parameter=None if found.value is None else found.value.parameter,
            exposed=() if found.value is None else found.value.exposed,
        )
        assign(value, node, place, scope)
    return shape.rows


def _target_nodes(source: Query, count: int) -> Sequence[Expression | None]:
    """Return the expressions of a plain select list, for messages."""
    if isinstance(source, Select):
        nodes = [target.expression for target in source.targets]
        if len(nodes) == count and not any(isinstance(node, Star) for node in nodes):
            return nodes
    return [None] * count


def _check_width(
    statement: Insert,
    row: Sequence[Expression],
    number: int,
    places: Sequence[Place],
    target: Relation,
    scope: Scope,
) -> bool:
    if len(row) == len(places) or (not row and not statement.columns):
        return True  # INSERT INTO t () VALUES () takes every default
    return not _wrong_width(statement, len(row), row, number, places, target, scope)


def _wrong_width(
    statement: Insert,
    count: int,
    nodes: Sequence[Expression | None],
    number: int,
    places: Sequence[Place],
    target: Relation,
    scope: Scope,
) -> bool:
    """Report a wrong count of values; fewer than the columns of a table are no mistake."""
    if target.broken:
        return False
    context, wanted, named = scope.context, len(places), bool(statement.columns)
    if context.dialect.strict and count < wanted and not named:
        return False
    problem = context.dialect.insert_width(target.name, number, wanted, count, named=named)
    span = _span(nodes, min(count, wanted), statement)
    if context.dialect.strict and count < wanted:
        span = statement.columns[count].span
    hint = f"{wanted} columns, {count} values" if context.dialect.explains else None
    context.error(span, problem, hint=hint)
    return True


def _span(nodes: Sequence[Expression | None], index: int, statement: Insert) -> Span:
    node = nodes[index] if index < len(nodes) else None
    if node is not None:
        return node.span
    return statement.columns[-1].span if statement.columns else statement.table.span


def _no_conflict_column(name: Name, scope: Scope) -> str | None:
    return f'column "{name.last}" does not exist' if scope.context.dialect.strict else None


def _on_conflict(conflict: OnConflict, target: Relation, scope: Scope) -> None:
    columns: list[Name] = list(conflict.columns)
    for name in columns:
        find_target(name.last, name.span, target, scope, message=_no_conflict_column(name, scope))
    check_conflict(conflict, target, scope)
    inner = Scope(scope.context, scope.parent, ctes=scope.ctes, facts=scope.facts)
    inner.namespace = scope.namespace
    for node in conflict.expressions:
        inner.enter("ON CONFLICT")
        settle(infer(node, inner), inner)
    condition(conflict.target_where, "WHERE", inner)
    if conflict.update is None:
        return
    excluded = Relation("excluded", list(target.columns), broken=target.broken)
    scope.facts.own.add(excluded)
    named = Scope(scope.context, scope.parent, ctes=scope.ctes, facts=scope.facts)
    named.namespace = scope.namespace.joined(Namespace.of(excluded))
    if not scope.context.dialect.strict:  # SQLite reaches it by qualified names only
        named.namespace.columns = scope.namespace.columns
    set_columns(conflict.update, target, named)
    condition(conflict.where, "WHERE", named)


# -- UPDATE and DELETE -------------------------------------------------------


def _update(statement: Update, scope: Scope) -> Shape | None:
    define_with(statement.with_, scope)
    if statement.joined:
        from .mysql_changes import update_joined  # noqa: PLC0415 - MySQL's alone

        return update_joined(statement, scope)
    check_view("update", statement.table, scope)
    target = target_relation(statement.table, scope, keeps=False)
    add_relation(target, scope)
    build_from(statement.from_, scope)
    condition(statement.where, "WHERE", scope)
    rows = changed_rows(target, statement.where, statement.from_, scope)
    # what WHERE says of the row is about the old row: RETURNING shows the new one
    known = scope.facts.known
    about = {fact: known.pop(fact) for fact in list(known) if _is_about(fact, target)}
    plain = list(scope.namespace.relations)
    old = add_versions(target, statement, scope)
    if old is not None:
        known |= {(old, fact[1]): why for fact, why in about.items() if isinstance(fact, tuple)}
    shown = returning_scope(target, statement.table, scope)
    shape = analyse_returning(statement.returning, shown, rows)
    scope.namespace.relations[:] = plain  # SET does not see old and new
    set_columns(statement.assignments, target, scope, ignore=statement.ignore)
    order_and_limit(statement, scope)
    return shape


def _is_about(fact: object, target: Relation) -> bool:
    return isinstance(fact, tuple) and fact[0] is target


def _delete(statement: Delete, scope: Scope) -> Shape | None:
    define_with(statement.with_, scope)
    if statement.joined:
        from .mysql_changes import delete_joined  # noqa: PLC0415 - MySQL's alone

        return delete_joined(statement, scope)
    check_view("delete from", statement.table, scope)
    target = target_relation(statement.table, scope)
    add_relation(target, scope)
    build_from(statement.using, scope)
    condition(statement.where, "WHERE", scope)
    order_and_limit(statement, scope)
    rows = changed_rows(target, statement.where, statement.using, scope)
    old = add_versions(target, statement, scope, new="is absent after DELETE")
    if old is not None:  # what WHERE says of the row is said of the old one
        known = scope.facts.known
        about = {fact: why for fact, why in known.items() if _is_about(fact, target)}
        known |= {(old, fact[1]): why for fact, why in about.items() if isinstance(fact, tuple)}
    shown = returning_scope(target, statement.table, scope)
    return analyse_returning(statement.returning, shown, rows)
