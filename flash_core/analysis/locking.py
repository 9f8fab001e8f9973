"""FOR UPDATE and FOR SHARE: only rows that are still those of a table can be locked.

Follows ``transformLockingClause`` of the server's ``analyze.c``.

Depends on: context, placement, walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import (
    And,
    ColumnRef,
    FunctionRef,
    IsNull,
    Join,
    JoinKind,
    QueryRef,
    Select,
    SetOperation,
    TableRef,
    Values,
)
from flash_core.sql.syntax.walk import children

from .placement import calls_in, is_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.sql.syntax import Expression, FromItem, Lock, Name, Node, Query

    from .context import Scope
    from .relation import Relation


_OF_ARMS: Final = "is not allowed with UNION/INTERSECT/EXCEPT"


def check_locks(query: Query, scope: Scope) -> None:
    """Report locking clauses that cannot be applied; MySQL locks whatever it reads."""
    if not scope.context.dialect.strict:
        return
    if isinstance(query, SetOperation):
        for lock in (*query.left.locks, *query.right.locks):
            _refuse(lock, _OF_ARMS, scope)
    for lock in query.locks:
        obstacle = _obstacle(query, scope)
        if obstacle is not None:
            _refuse(lock, obstacle, scope)
        elif isinstance(query, Select):
            _check_tables(lock, query, scope)


def _refuse(lock: Lock, obstacle: str, scope: Scope) -> None:
    message = f"{lock.strength} {obstacle}"
    hint = "lock the rows in a query of their own"
    scope.context.error(lock.span, message, sqlstate="0A000", hint=hint)


def _obstacle(query: Query, scope: Scope) -> str | None:
    """Return what keeps the rows of a query from being locked."""
    if isinstance(query, Values):
        return "cannot be applied to VALUES"
    if isinstance(query, SetOperation):
        return _OF_ARMS
    found = next(_uses(query, scope), None) if isinstance(query, Select) else None
    return None if found is None else f"is not allowed with {found}"


def _uses(query: Select, scope: Scope) -> Iterator[str]:
    if query.distinct or query.distinct_on:
        yield "DISTINCT clause"
    if query.group_by or query.grouping_sets:
        yield "GROUP BY clause"
    if query.having is not None:
        yield "HAVING clause"
    calls = list(calls_in((*query.targets, *query.order_by)))
    if any(id(call) in scope.context.aggregates for call in calls):
        yield "aggregate functions"
    if any(call.over is not None for call in calls):
        yield "window functions"
    if any(is_set(call, scope) for call in calls):
        yield "set-returning functions in the target list"


def _check_tables(lock: Lock, query: Select, scope: Scope) -> None:
    items = [item for one in query.from_ for item in _items(one)]
    if not lock.tables:
        for item in items:
            if isinstance(item, QueryRef):
                _check_subquery(lock, item, scope)
    for name in lock.tables:
        _check_table(lock, name, items, scope)
    _check_nullable(lock, query, scope)


def _check_nullable(lock: Lock, query: Select, scope: Scope) -> None:
    """Refuse rows that an outer join may lack, unless a WHERE may make it an inner join."""
    for item in query.from_:
        for missing in _missing(item):
            relation = scope.context.sources.get(id(missing))
            if relation is None or relation.table is None:
                continue
            named = not lock.tables or any(name.last == _name(missing) for name in lock.tables)
            if named and not _demands(query.where, relation, scope):
                message = f"{lock.strength} cannot be applied to the nullable side of an outer join"
                hint = f"name the tables that always have a row: {lock.strength} OF …"
                scope.context.error(lock.span, message, sqlstate="0A000", hint=hint)
                return


def _missing(item: FromItem) -> Iterator[TableRef]:
    """Yield the tables beside an outer join whose own condition cannot take it back."""
    if not isinstance(item, Join) or item.alias is not None:
        return
    if item.kind in {JoinKind.LEFT, JoinKind.FULL} and isinstance(item.right, TableRef):
        yield item.right
    if item.kind in {JoinKind.RIGHT, JoinKind.FULL} and isinstance(item.left, TableRef):
        yield item.left
    if item.kind is JoinKind.LEFT:
        yield from _missing(item.left)


def _demands(where: Expression | None, relation: Relation, scope: Scope) -> bool:
    """Tell whether a condition may hold for no row that lacks the relation; ``IS NULL`` does."""
    if isinstance(where, And):
        return any(_demands(item, relation, scope) for item in where.items)
    if isinstance(where, IsNull) and not where.negated and isinstance(where.operand, ColumnRef):
        return False
    return _mentions(where, relation, scope)


def _mentions(node: Node | None, relation: Relation, scope: Scope) -> bool:
    """Tell whether a condition asks anything of a relation, in a query inside it as well."""
    if node is None:
        return False
    if isinstance(node, ColumnRef):
        found = scope.context.resolution(node)
        return found is None or found[0] is relation
    return any(_mentions(child, relation, scope) for child in children(node))


def _items(item: FromItem) -> Iterator[FromItem]:
    """Yield the items of FROM that a name can mean."""
    if isinstance(item, Join):
        yield from _items(item.left)
        yield from _items(item.right)
        if item.alias is None:
            return
    yield item


def _name(item: FromItem) -> str | None:
    if isinstance(item, TableRef):
        return item.alias or item.name.last
    return item.alias if isinstance(item, (QueryRef, FunctionRef, Join)) else None


def _check_subquery(lock: Lock, item: QueryRef, scope: Scope) -> None:
    obstacle = None if isinstance(item.query, Values) else _obstacle(item.query, scope)
    if obstacle is not None:
        _refuse(lock, obstacle, scope)


def _check_table(lock: Lock, name: Name, items: Sequence[FromItem], scope: Scope) -> None:
    context = scope.context
    if len(name.parts) > 1:
        message = f"{lock.strength} must specify unqualified relation names"
        hint = f"write {name.last}"
        context.error(name.span, message, sqlstate="42601", hint=hint)
        return
    item = next((one for one in items if _name(one) == name.last), None)
    if item is None:
        message = f'relation "{name}" in {lock.strength} clause not found in FROM clause'
        names = [found for one in items if (found := _name(one))]
        hint = context.suggestion(name.last, names) or f"one of {', '.join(names)}"
        context.error(name.span, message, sqlstate="42P01", hint=hint)
        return
    kind = _kind(item, scope)
    if kind is not None:
        message = f"{lock.strength} cannot be applied to {kind}"
        hint = "name a table after OF"
        context.error(name.span, message, sqlstate="0A000", hint=hint)
    elif isinstance(item, QueryRef):
        _check_subquery(lock, item, scope)


def _kind(item: FromItem, scope: Scope) -> str | None:
    """Return what an item of FROM is, when none of its rows can be locked."""
    match item:
        case TableRef(name=name):
            is_cte = len(name.parts) == 1 and scope.cte(name.last) is not None
            return "a WITH query" if is_cte else None
        case FunctionRef():
            return "a function"
        case Join():
            return "a join"
        case QueryRef(query=Values()):
            return "VALUES"
        case _:
            return None
