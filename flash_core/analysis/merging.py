"""MERGE: which rows each WHEN sees, and which of them RETURNING may lack.

Depends on: assignment, context, infer, queries, returning, setting, sources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql.syntax import MergeAction, MergeMatch
from flash_core.types.model import UNKNOWN

from .assignment import assign_row
from .context import Scope
from .ctes import define_ctes
from .infer import base, infer, require_boolean, rule
from .nullability import Certain
from .places import Place
from .relation import Namespace, OuterJoin, Relation
from .returning import add_versions, analyse_returning
from .setting import set_columns, target_places
from .sources import add_relation, build_from, target_relation
from .value import Rows, Shape, Value
from .view_changes import check_merged_view
from .writability import check_merged_insert

if TYPE_CHECKING:
    from flash_core.sql.syntax import Merge, MergeWhen


def analyse_merge(statement: Merge, scope: Scope) -> Shape | None:
    """Analyse MERGE, in the server's order: source, condition, RETURNING, then each WHEN."""
    if statement.with_ is not None:
        if statement.with_.recursive:
            message = "WITH RECURSIVE is not supported for MERGE statement"
            hint = "put it into the source: USING (WITH RECURSIVE … SELECT …) AS s"
            scope.context.error(statement.with_.span, message, sqlstate="42601", hint=hint)
        define_ctes(statement.with_, scope)
    check_merged_view(statement, scope)
    target = target_relation(statement.table, scope, keeps=False)
    build_from([statement.source], scope)
    source = scope.namespace
    relations = frozenset(scope.facts.own)
    _check_name(statement, target, source, scope)
    add_relation(target, scope)
    scope.enter("JOIN conditions")
    condition = infer(statement.on, scope)
    if condition.type is not UNKNOWN:  # the server decides no parameter here
        _warn_of_condition(condition, scope)
    _fill_source(statement, relations)
    shape = _returning(statement, target, scope)
    for when in statement.whens:
        _when(when, target, source, scope)
    _check_reached(statement, scope)
    return shape


def _warn_of_condition(condition: Value, scope: Scope) -> None:
    """Warn where ON is no boolean: PostgreSQL 18 takes it all the same, and reads it as one."""
    if not condition.broken and base(condition.type) != scope.context.types.boolean():
        message = f"argument of ON should be type boolean, not type {condition.type}"
        hint = "write a condition: the server reads any other value as true or false by its bytes"
        scope.context.warn(condition.span, message, hint)


def _check_reached(statement: Merge, scope: Scope) -> None:
    """Refuse a WHEN after one of its kind that has no condition."""
    final: set[MergeMatch] = set()
    for when in statement.whens:
        if when.match in final:
            message = "unreachable WHEN clause specified after unconditional WHEN clause"
            hint = "put it before, or give the other one a condition"
            scope.context.error(when.span, message, sqlstate="42601", hint=hint)
        if when.condition is None:
            final.add(when.match)


def _check_name(statement: Merge, target: Relation, source: Namespace, scope: Scope) -> None:
    if any(relation.name == target.name for relation in source.relations):
        message = f'name "{target.name}" specified more than once'
        hint = "the name is used both as MERGE target table and data source"
        scope.context.error(statement.table.span, message, sqlstate="42712", hint=hint)


def _fill_source(statement: Merge, relations: frozenset[Relation]) -> None:
    """A row that only the target has comes with NULL from the source."""
    if any(
        when.match is MergeMatch.NOT_MATCHED_BY_SOURCE and when.action != "NOTHING"
        for when in statement.whens
    ):
        missing = OuterJoin("is absent for a row that is not matched by source")
        for relation in relations:
            relation.joins.append(missing)


def _returning(statement: Merge, target: Relation, scope: Scope) -> Shape | None:
    if not statement.returning:
        return Shape(())
    actions = {when.action for when in statement.whens}
    outer = Scope(scope.context, scope.parent, ctes=scope.ctes, facts=scope.facts)
    outer.namespace = Namespace(list(scope.namespace.relations), list(scope.namespace.columns))
    outer.merging = True
    add_versions(
        target,
        statement,
        outer,
        old="is absent for INSERT" if "INSERT" in actions else None,
        new="is absent for DELETE" if "DELETE" in actions else None,
    )
    return analyse_returning(statement.returning, outer, Rows())


def _when(when: MergeWhen, target: Relation, source: Namespace, scope: Scope) -> None:
    """Analyse one WHEN, which sees the rows that it is about."""
    own = Namespace.of(target)
    match when.match:
        case MergeMatch.MATCHED:
            visible = source.joined(own)
        case MergeMatch.NOT_MATCHED_BY_SOURCE:
            visible = own
        case MergeMatch.NOT_MATCHED:
            visible = source
    inner = scope.beside(visible, "MERGE WHEN conditions")
    if when.condition is not None:
        require_boolean(infer(when.condition, inner), "WHEN", inner)
    if when.action == "UPDATE":
        set_columns(when.assignments, target, inner)
    elif when.action == "INSERT" and when.values:
        _insert(when, target, inner)


def _insert(when: MergeWhen, target: Relation, scope: Scope) -> None:
    if when.columns:
        places = target_places(when.columns, when.paths, target, scope)
    else:
        places = [Place(column) for column in target.columns if not column.hidden]
    scope.enter("VALUES")
    assign_row(when.values, [] if target.broken else places, scope)
    check_merged_insert(when, places, target, scope)
    if target.broken or len(when.values) == len(places):
        return
    if len(when.values) > len(places):
        message = "INSERT has more expressions than target columns"
        scope.context.error(when.values[len(places)].span, message, sqlstate="42601")
    elif when.columns:
        message = "INSERT has more target columns than expressions"
        scope.context.error(when.columns[len(when.values)].span, message, sqlstate="42601")


@rule(MergeAction)
def infer_merge_action(node: MergeAction, scope: Scope) -> Value:
    """Type ``merge_action()``, which RETURNING of MERGE knows alone."""
    if not _is_merging(scope):
        message = "MERGE_ACTION() can only be used in the RETURNING list of a MERGE command"
        scope.context.error(node.span, message, sqlstate="42601")
    null = Certain("merge_action is never null")
    return Value(scope.context.types.text(), null, node.span)


def _is_merging(scope: Scope) -> bool:
    level: Scope | None = scope
    while level is not None:
        if level.merging:
            return True
        level = level.parent
    return False
