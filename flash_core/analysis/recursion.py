"""The shape of WITH: its order, and what PostgreSQL lets a recursive query look like.

Follows ``parse_cte.c``, on the syntax alone: a query that refers to itself is a UNION
whose right side does so once, outside subqueries and the nullable side of a join.

Depends on: context, walk, sql.syntax.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import (
    Cte,
    Delete,
    Insert,
    Join,
    JoinKind,
    Merge,
    Query,
    QueryRef,
    Select,
    SetKind,
    SetOperation,
    TableRef,
    Update,
    With,
)
from flash_core.sql.syntax.walk import children

from .value import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Node

    from .context import Scope

_LEFT: Final = frozenset({JoinKind.INNER, JoinKind.CROSS, JoinKind.LEFT})
_RIGHT: Final = frozenset({JoinKind.INNER, JoinKind.CROSS, JoinKind.RIGHT})
_FORM: Final = "write SELECT … UNION ALL SELECT … FROM {}"


def ordered(with_: With, scope: Scope) -> list[Cte]:
    """Return the queries of WITH RECURSIVE so that each follows those it refers to."""
    if not with_.recursive:
        return list(with_.ctes)
    fold = scope.context.catalog.fold
    names = {fold(cte.name): cte for cte in with_.ctes}
    needs = {
        name: {fold(ref.name.last) for ref in references(cte.statement, names, scope)}
        for name, cte in names.items()
    }
    done: list[Cte] = []
    waiting = list(with_.ctes)
    while waiting:
        placed = {fold(cte.name) for cte in done}
        ready = [cte for cte in waiting if needs[fold(cte.name)] <= placed | {fold(cte.name)}]
        if not ready:
            message = "mutual recursion between WITH items is not implemented"
            if not scope.context.dialect.strict:
                message = f"circular reference: {waiting[0].name}"
            hint = "make one recursive query of them"
            scope.context.error(waiting[0].span, message, sqlstate="0A000", hint=hint)
            for cte in waiting:
                scope.ctes[fold(cte.name)] = Shape((), broken=True)
            return done
        done.append(ready[0])
        waiting.remove(ready[0])
    return done


def references(
    node: Node, names: Mapping[str, object], scope: Scope, hidden: frozenset[str] = frozenset()
) -> Iterator[TableRef]:
    """Yield the places in FROM that mean one of the queries ``names``."""
    fold = scope.context.catalog.fold
    with_ = node.with_ if isinstance(node, (Query, Insert, Update, Delete, Merge)) else None
    if with_ is not None:
        hidden |= {fold(cte.name) for cte in with_.ctes}
    if isinstance(node, TableRef):
        name = fold(node.name.last)
        if len(node.name.parts) == 1 and name in names and name not in hidden:
            yield node
    for child in children(node):
        yield from references(child, names, scope, hidden)


def check_recursion(cte: Cte, scope: Scope) -> bool:
    """Tell whether a query that refers to itself has the form for it; report why not."""
    names = {scope.context.catalog.fold(cte.name): cte}
    inside = list(references(cte.statement, names, scope))
    if not inside:
        return True
    if not scope.context.dialect.strict:
        return _check_loosely(cte, names, scope)
    query = cte.statement
    if not isinstance(query, Query):
        message = f'recursive query "{cte.name}" must not contain data-modifying statements'
        return _refuse(cte.span, message, "select in it, and write outside", scope)
    if not isinstance(query, SetOperation) or query.kind is not SetKind.UNION:
        message = (
            f'recursive query "{cte.name}" does not have the form '
            "non-recursive-term UNION [ALL] recursive-term"
        )
        return _refuse(cte.span, message, _FORM.format(cte.name), scope)
    early = next(references(query.left, names, scope), None)
    if early is not None:
        return _misplaced(cte, early, "within its non-recursive term", scope)
    return _check_ends(query, scope) and _check_term(cte, query.right, names, scope)


def _check_loosely(cte: Cte, names: Mapping[str, object], scope: Scope) -> bool:
    """Check what MySQL and MariaDB ask: an arm without itself, and plain references in the others."""
    context, query = scope.context, cte.statement
    if not context.dialect.recursion_is_checked:
        return True
    form = _FORM.format(cte.name)
    steps = recursive_steps(cte.name, query, scope) if isinstance(query, SetOperation) else []
    first = steps[0].left if steps else query
    early = next(references(first, names, scope), None)
    if early is not None:
        context.error(early.span, context.dialect.no_anchor(cte.name), hint=form)
        return False
    for step in steps:
        allowed = {id(ref) for ref in _plain(step.right, names, scope)}
        for ref in references(step.right, names, scope):
            if id(ref) not in allowed:
                context.error(ref.span, context.dialect.recursive_here(cte.name), hint=form)
                return False
    return True


def recursive_steps(name: str, query: SetOperation, scope: Scope) -> list[SetOperation]:
    """Return the unions from the first one on whose right side refers to the query itself.

    Some engines let several arms refer to it: ``((a UNION b) UNION c)`` with ``b`` and ``c``.
    """
    names = {scope.context.catalog.fold(name): query}
    steps = [query]
    while isinstance(below := steps[0].left, SetOperation):
        if not any(references(below, names, scope)):
            break
        steps.insert(0, below)
    return steps


def _check_ends(query: SetOperation, scope: Scope) -> bool:
    ends = (("ORDER BY", query.order_by[:1]), ("OFFSET", [query.offset]), ("LIMIT", [query.limit]))
    for word, nodes in ends:
        for node in nodes:
            if node is not None:
                message = f"{word} in a recursive query is not implemented"
                hint = f"write {word} in the query that reads from it"
                return _refuse(node.span, message, hint, scope, "0A000")
    if query.locks:
        message = "FOR UPDATE/SHARE in a recursive query is not implemented"
        return _refuse(query.locks[0].span, message, "lock the rows outside", scope, "0A000")
    return True


def _check_term(cte: Cte, term: Query, names: Mapping[str, object], scope: Scope) -> bool:
    found = list(references(term, names, scope))
    allowed = {id(ref) for ref in _plain(term, names, scope)}
    for place, ref in enumerate(found):
        if id(ref) not in allowed:
            return _misplaced(cte, ref, _where(term, ref), scope)
        if place:
            return _misplaced(cte, ref, "more than once", scope)
    return True


def _plain(node: Node, names: Mapping[str, object], scope: Scope) -> Iterator[TableRef]:
    """Yield the references that the server allows: in FROM, not on a side filled with NULL."""
    parts: Sequence[Node] = ()
    if isinstance(node, Query) and node.with_ is not None:
        for cte in node.with_.ctes:
            yield from _plain(cte.statement, names, scope)
    match node:
        case TableRef():
            yield from references(node, names, scope)
        case QueryRef(query=query):
            parts = [query]
        case Join(kind=kind, left=left, right=right):
            parts = [side for side, where in ((left, _LEFT), (right, _RIGHT)) if kind in where]
        case Select(from_=items):
            parts = items
        case SetOperation():
            parts = _arms(node)
        case _:
            pass
    for part in parts:
        yield from _plain(part, names, scope)


def _arms(query: SetOperation) -> Sequence[Query]:
    """Return the sides of a set operation that may hold the reference."""
    if query.kind is SetKind.INTERSECT and query.all:
        return ()
    return (query.left,) if query.kind is SetKind.EXCEPT else (query.left, query.right)


def _where(node: Node, ref: TableRef) -> str:
    """Say what keeps a reference from being allowed: the innermost thing around it."""
    path = list(_path(node, ref))
    for above, below in zip(path[-2::-1], path[:0:-1], strict=False):
        if isinstance(above, Join) and above.kind is not JoinKind.INNER and below is not above.on:
            return "within an outer join"
        if isinstance(above, SetOperation) and above.kind is not SetKind.UNION:
            return f"within {above.kind.value.upper()}"
        if isinstance(below, Query) and not isinstance(above, (QueryRef, SetOperation)):
            return "within a subquery"
    return "within a subquery"


def _path(node: Node, ref: Node) -> Iterator[Node]:
    """Yield the nodes from ``node`` down to ``ref``."""
    if node is ref:
        yield node
        return
    for child in children(node):
        below = list(_path(child, ref))
        if below:
            yield node
            yield from below
            return


def _misplaced(cte: Cte, ref: TableRef, where: str, scope: Scope) -> bool:
    message = f'recursive reference to query "{cte.name}" must not appear {where}'
    return _refuse(ref.span, message, "refer to it once, in FROM of the right side", scope)


def _refuse(span: Span, message: str, hint: str, scope: Scope, sqlstate: str = "42P19") -> bool:
    scope.context.error(span, message, sqlstate=sqlstate, hint=hint)
    return False


def terms(query: Query) -> Sequence[Select]:
    """Return the plain SELECTs that a query puts together."""
    if isinstance(query, SetOperation):
        return [*terms(query.left), *terms(query.right)]
    return [query] if isinstance(query, Select) else []
