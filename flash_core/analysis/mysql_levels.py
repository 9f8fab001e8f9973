"""How deep aggregates stand, as MariaDB counts it: the text of a view begins anew.

In the arguments of an aggregate a subquery may aggregate, for it stands deeper.  Where it reads a
view, the server compares the aggregate with those of the view's own text: one that stands as deep
there as the outer one in the statement is taken for nested in it (seen on MariaDB 10.11).

Depends on: context, workspace, sql.syntax.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql.syntax import (
    Cte,
    FunctionCall,
    Node,
    Query,
    SetOperation,
    Statement,
    TableRef,
)
from flash_core.sql.syntax.walk import children, descend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.catalog.model import View

    from .context import Context


def note_levels(view: View, inner: Context, levels: dict[int, frozenset[int]]) -> None:
    """Note how deep the aggregates of a view stand.

    Args:
        view: The view.
        inner: In which its query was analysed.
        levels: Takes them, by the view's identity.
    """
    if inner.dialect.views_count_anew:
        own = frozenset(level for _, level in _aggregates(view.query, inner))
        levels[id(view)] = own.union(*(found for _, found in _views(view.query, inner)))


def check_levels(statement: Statement, context: Context) -> None:
    """Report aggregates over views that aggregate as deep in their own text."""
    for call, level in _aggregates(statement, context):
        for table, levels in _views(call, context):
            if level in levels:
                hint = f"read {table.name} in a derived table, and aggregate what that gives"
                context.error(call.name.span, context.dialect.nested_aggregate(), hint=hint)
                break


def _aggregates(top: Statement, context: Context) -> Iterator[tuple[FunctionCall, int]]:
    waiting: list[tuple[Node, int]] = [(top, 0)]
    while waiting:
        node, level = waiting.pop()
        if isinstance(node, FunctionCall) and node.over is None and id(node) in context.aggregates:
            yield node, level
        # The arms of a set operation stand as deep as it does, and so does what INSERT selects.
        level_there = isinstance(node, SetOperation) or (
            isinstance(node, Statement) and not isinstance(node, Query)
        )
        for child in children(node):
            deeper = isinstance(child, Query) and not level_there
            waiting.append((child, level + deeper))


def _views(top: Node, context: Context) -> Iterator[tuple[TableRef, frozenset[int]]]:
    fold = context.catalog.fold
    for node in descend(top):
        if isinstance(node, TableRef):
            view = context.workspace.find_view(node.name.parts)
            if view is not None and fold(node.name.last) not in _ctes(top, context):
                yield node, context.workspace.levels.get(id(view), frozenset())


def _ctes(top: Node, context: Context) -> set[str]:
    return {context.catalog.fold(node.name) for node in descend(top) if isinstance(node, Cte)}
