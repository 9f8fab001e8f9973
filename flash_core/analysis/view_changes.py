"""Views that INSERT, UPDATE, DELETE and MERGE cannot write through.

Depends on: context, naming, placement, places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql.syntax import Cast, ColumnRef, Select, Star, TableRef

from .naming import figure
from .placement import calls_in
from .sequences import sequence_relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.catalog.model import View
    from flash_core.sql.syntax import Expression, Merge, Statement

    from .context import Scope
    from .places import Place


def check_view(verb: str, item: TableRef, scope: Scope) -> None:
    """Report a view that ``verb`` (``insert into``, ``update``, ``delete from``) cannot reach through."""
    context = scope.context
    if context.dialect.changes_joins:
        _check_folded(verb, item, scope)
        return
    if not context.dialect.strict or context.workspace.find_table(item.name.parts) is not None:
        return
    view = context.workspace.find_view(item.name.parts)
    if view is None and sequence_relation(item.name.parts, None, context.catalog) is not None:
        message, hint = f'cannot change sequence "{item.name.last}"', "call nextval or setval"
        context.error(item.name.span, message, sqlstate="42809", hint=hint)
    if view is None or _has_own_way(view, scope) or _is_updatable(view, scope):
        return
    message, state = f'cannot {verb} view "{view.name}"', "55000"
    if view.materialized:
        message, state = f'cannot change materialized view "{view.name}"', "42809"
    hint = "write to the tables below it"
    context.error(item.name.span, message, sqlstate=state, hint=hint)


def _check_folded(verb: str, item: TableRef, scope: Scope) -> None:
    """Report a view whose rows are none of its tables', on MySQL."""
    view = scope.context.workspace.find_view(item.name.parts)
    if view is None or shows_rows(view.query, scope):
        return
    word = verb.split(" ", maxsplit=1)[0].upper()
    problem = scope.context.dialect.not_updatable(view.name, word)
    scope.context.error(item.name.span, problem, hint="write to the tables below it")


def shows_rows(query: Statement | None, scope: Scope) -> bool:
    """Tell whether the rows of a query are rows of its tables, perhaps joined."""
    if not isinstance(query, Select) or not query.from_:
        return False
    folded = query.distinct or query.group_by or query.having is not None
    return not folded and query.limit is None and not _is_aggregated(query, scope)


def _has_own_way(view: View, scope: Scope) -> bool:
    """Tell whether a trigger or a rule may take the change."""
    return any(
        view.name in other.text
        and ("TRIGGER" in other.text.upper() or "RULE" in other.text.upper())
        for other in scope.context.catalog.others
    )


def _is_updatable(view: View, scope: Scope) -> bool:
    """Follow ``view_query_is_auto_updatable``: one table, row for row."""
    query = view.query
    if view.materialized or not isinstance(query, Select) or len(query.from_) != 1:
        return False
    folded = query.distinct or query.distinct_on or query.group_by or query.having is not None
    if folded or query.grouping_sets or query.with_ is not None:
        return False
    below = query.from_[0]
    bounded = query.limit is not None or query.offset is not None
    if bounded or not isinstance(below, TableRef) or _is_aggregated(query, scope):
        return False
    inner = scope.context.workspace.find_view(below.name.parts)
    if inner is None or inner is view:
        return True
    return _has_own_way(inner, scope) or _is_updatable(inner, scope)


def _is_aggregated(query: Select, scope: Scope) -> bool:
    """Tell whether the select list has aggregates, windows or sets, by their names alone."""
    types = scope.context.types
    for call in calls_in(query.targets):
        plain = len(call.name.parts) == 1
        if call.over is not None or call.star or call.distinct or call.filter is not None:
            return True
        if plain and call.name.last.lower() in {"avg", "count", "max", "min", "sum", "unnest"}:
            return types.has_function(call.name.parts)
    return False


def check_merged_view(statement: Merge, scope: Scope) -> None:
    """Report a view that an action of MERGE cannot reach through."""
    verbs = {"INSERT": "insert into", "UPDATE": "update", "DELETE": "delete from"}
    taken = (verbs[when.action] for when in statement.whens if when.action in verbs)
    if (verb := next(taken, None)) is not None:
        check_view(verb, statement.table, scope)


def writes_through(parts: Sequence[str], scope: Scope) -> bool:
    """Tell whether what is written to a view is written to the table below it."""
    view = scope.context.workspace.find_view(parts)
    return view is not None and not _has_own_way(view, scope) and _is_updatable(view, scope)


def check_view_column(verb: str, place: Place, parts: Sequence[str], scope: Scope) -> None:
    """Report a column that a view computes, which is none of the table below it.

    Args:
        verb: ``insert into`` or ``update``.
        place: What a value goes to.
        parts: The view's name.
        scope: Where the statement stands.
    """
    view = scope.context.workspace.find_view(parts)
    if view is None or place.column is None or _has_own_way(view, scope):
        return
    node = _shown(view, scope).get(place.column.name)
    # a cast to the type that a column has already is no expression to the server
    if node is None or isinstance(node, Cast | ColumnRef) or not _is_updatable(view, scope):
        return
    message = f'cannot {verb} column "{place.column.name}" of view "{view.name}"'
    hint = "write to the table below it"
    scope.context.error(place.span or node.span, message, sqlstate="0A000", hint=hint)


def _shown(view: View, scope: Scope) -> dict[str, Expression]:
    """Return what a view shows under its names, as far as no ``*`` stands before."""
    if not isinstance(view.query, Select):
        return {}
    found: dict[str, Expression] = {}
    for number, target in enumerate(view.query.targets):
        if isinstance(target.expression, Star):
            break
        renamed = view.columns[number : number + 1]
        name = renamed[0] if renamed else target.alias or figure(target.expression, scope.context)
        found.setdefault(name, target.expression)
    return found
