"""RETURNING, and the old and new versions of a row that it may name.

Depends on: context, infer, relation, targets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace

from .nullability import OfColumn
from .relation import Namespace, OuterJoin, Relation
from .targets import expand, settled, shape_columns
from .value import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import Delete, Insert, Merge, TableRef, Target, Update

    from .context import Scope
    from .value import Rows


def analyse_returning(targets: Sequence[Target], scope: Scope, rows: Rows) -> Shape | None:
    """Return what RETURNING gives; a shape without columns when there is none."""
    if not targets:
        return Shape((), rows)
    scope.enter("RETURNING")
    outputs, complete = expand(targets, scope)
    outputs = [settled(output, scope) for output in outputs]
    columns = shape_columns(outputs, scope)
    return Shape(columns, rows, broken=not complete)


def returning_scope(target: Relation, table: TableRef, scope: Scope) -> Scope:
    """Return the scope of RETURNING: on SQLite, the changed table alone, by its own name.

    Args:
        target: The table that changes.
        table: As the statement names it.
        scope: The statement's scope.
    """
    if not scope.context.dialect.returns_target:
        return scope
    columns = [
        replace(column, null=OfColumn(target, index)) for index, column in enumerate(target.columns)
    ]
    shown = Relation(table.name.last, columns, table=target.table, broken=target.broken)
    scope.facts.own.add(shown)
    return scope.beside(Namespace.of(shown), "RETURNING")


def add_versions(
    target: Relation,
    statement: Insert | Update | Delete | Merge,
    scope: Scope,
    *,
    old: str | None = None,
    new: str | None = None,
) -> Relation | None:
    """Offer OLD and NEW to RETURNING, under the names that the statement gives them.

    Args:
        target: The table that changes.
        statement: The change.
        scope: Where RETURNING stands.
        old: Why the old row may be missing, if it may.
        new: Why the new row may be missing.

    Returns:
        The old version, if it is on offer.
    """
    if not scope.context.dialect.strict:
        return None
    taken = {relation.name for relation in scope.namespace.relations}
    versions: list[Relation | None] = []
    for name, missing, usual in zip(statement.versions, (old, new), ("old", "new"), strict=True):
        if name in taken:
            versions.append(None)
            if name != usual:
                message = f'table name "{name}" specified more than once'
                scope.context.error(statement.span, message, sqlstate="42712")
            continue
        version = Relation(name, list(target.columns), composite=target.composite, qualified=True)
        if missing is not None:
            version.joins.append(OuterJoin(missing))
        scope.facts.own.add(version)
        scope.namespace.relations.append(version)
        versions.append(version)
    return versions[0]
