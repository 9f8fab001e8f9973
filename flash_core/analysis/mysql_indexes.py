"""Indexes that a query of MySQL or MariaDB names, or cannot do without.

Depends on: context, dialect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql.syntax import ColumnRef

from .dialect import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.catalog.model import Table
    from flash_core.sql.syntax import Match, TableRef

    from .context import Scope
    from .relation import Relation


def check_hints(item: TableRef, relation: Relation, scope: Scope) -> None:
    """Report an index of USE INDEX and its like that the table does not have.

    The start of a name will do where no other begins so.
    """
    if not item.indexes or relation.broken:
        return
    known = [] if relation.table is None else list(_names(relation.table, scope))
    folded = [name.lower() for name in known]
    for name in item.indexes:
        wanted = name.last.lower()
        if wanted in folded or sum(one.startswith(wanted) for one in folded) == 1:
            continue
        message = f"Key '{name.last}' doesn't exist in table '{relation.name}'"
        hint = scope.context.suggestion(name.last, known)
        scope.context.error(name.span, Problem(message, "42000"), hint=hint)


def _names(table: Table, scope: Scope) -> Iterator[str]:
    for key in table.keys:
        yield "PRIMARY" if key.primary else key.name or ""
    for index in scope.context.workspace.indexes(table):
        yield index.name


def check_match(node: Match, scope: Scope) -> bool:
    """Report a MATCH over columns that have no FULLTEXT index together.

    Returns:
        Whether they have one, as far as that can be told.
    """
    context = scope.context
    found = [context.resolution(one) for one in node.columns if isinstance(one, ColumnRef)]
    reached = [one for one in found if one is not None]
    if not reached or len(reached) != len(node.columns):
        return True
    relation = reached[0][0]
    if any(other is not relation for other, _ in reached):
        problem = Problem("Incorrect arguments to MATCH", "HY000")
        context.error(node.span, problem, hint="match the columns of one table at a time")
        return False
    if relation.table is None or "ENGINE" in relation.table.tail.upper():
        return True  # without an index MyISAM and Aria can look for words, too
    wanted = {relation.columns[index].name for _, index in reached}
    if any(wanted == set(columns) for columns in _fulltext(relation.table, scope)):
        return True
    problem = Problem("Can't find FULLTEXT index matching the column list", "HY000")
    columns = ", ".join(relation.columns[index].name for _, index in reached)
    hint = f"the table needs FULLTEXT KEY ({columns})"
    context.error(node.span, problem, hint=hint)
    return False


def _fulltext(table: Table, scope: Scope) -> Iterator[tuple[str | None, ...]]:
    for index in scope.context.workspace.indexes(table):
        if index.kind == "FULLTEXT":
            yield index.columns
