"""Where aggregates, window functions and set-returning functions may stand.

Depends on: context, walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import ColumnRef, FunctionCall, Node, Query
from flash_core.sql.syntax.walk import children, descend, same
from flash_core.types.model import CallKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flash_core.sql.syntax import Expression
    from flash_core.types.model import Signature

    from .context import Scope
    from .relation import Relation

_INVERSE: Final = frozenset({"mode", "percentile_cont", "percentile_disc"})
HYPOTHETICAL: Final = frozenset({"cume_dist", "dense_rank", "percent_rank", "rank"})
_LATERAL: Final = "call it in FROM: … CROSS JOIN LATERAL {}(…)"


def calls_in(nodes: Iterable[Node]) -> Iterator[FunctionCall]:
    """Yield the calls in expressions, but not those of the queries inside them."""
    for node in nodes:
        if isinstance(node, Query):
            continue
        if isinstance(node, FunctionCall):
            yield node
        yield from calls_in(children(node))


def is_set(node: Node, scope: Scope) -> bool:
    """Tell whether a resolved call returns a set of rows."""
    signature = scope.context.signatures.get(id(node))
    return signature is not None and signature.kind is CallKind.TABLE


def refuse_sets(nodes: Iterable[Node], clause: str, scope: Scope) -> None:
    """Report set-returning calls inside CASE, COALESCE and the like."""
    if not scope.context.dialect.strict:
        return
    for call in calls_in(nodes):
        if is_set(call, scope):
            _no_set(call, f"set-returning functions are not allowed in {clause}", scope)


def refuse_nested_sets(call: Expression, scope: Scope) -> None:
    """Report set-returning calls in the arguments of a function in FROM."""
    if not scope.context.dialect.strict:
        return
    message = "set-returning functions must appear at top level of FROM"
    for inner in calls_in(children(call)):
        if is_set(inner, scope):
            _no_set(inner, message, scope)


def _no_set(call: FunctionCall, message: str, scope: Scope) -> None:
    hint = _LATERAL.format(call.name.last)
    scope.context.error(call.name.span, message, sqlstate="0A000", hint=hint)


def check_form(node: FunctionCall, found: Signature, scope: Scope) -> None:
    """Report DISTINCT, FILTER, OVER and the like on a call that cannot have them."""
    if not scope.context.dialect.strict:
        if found.kind is CallKind.PROCEDURE:
            problem = scope.context.dialect.no_function(str(node.name), (), known=False)
            hint = f"it is a procedure: write CALL {node.name}(…)"
            scope.context.error(node.name.span, problem, hint=hint)
        return
    if found.kind is CallKind.PROCEDURE:
        message = f"{node.name}({', '.join(map(str, found.arguments))}) is a procedure"
        _wrong(node, message, "42809", "call it by CALL", scope)
    elif found.kind in {CallKind.SCALAR, CallKind.TABLE}:
        _plain(node, scope)
    elif found.kind is CallKind.AGGREGATE:
        _aggregate(node, scope)
    if node.over is not None and found.kind in {CallKind.AGGREGATE, CallKind.WINDOW}:
        _window(node, found, scope)


def _plain(node: FunctionCall, scope: Scope) -> None:
    name = str(node.name)
    marks = (
        (node.distinct, "DISTINCT"),
        (node.within_group, "WITHIN GROUP"),
        (bool(node.order_by), "ORDER BY"),
        (node.filter is not None, "FILTER"),
    )
    for there, word in marks:
        if there:
            message = f"{word} specified, but {name} is not an aggregate function"
            _wrong(node, message, "42809", f"remove {word}", scope)
            return
    if node.over is not None:
        message = f"OVER specified, but {name} is not a window function nor an aggregate function"
        _wrong(node, message, "42809", "remove OVER (…)", scope)


def _aggregate(node: FunctionCall, scope: Scope) -> None:
    name = node.name.last
    ordered = name in _INVERSE or (name in HYPOTHETICAL and not _is_own(name, scope))
    if ordered and not node.within_group:
        message = f"WITHIN GROUP is required for ordered-set aggregate {name}"
        _wrong(node, message, "42809", f"write {name}(…) WITHIN GROUP (ORDER BY …)", scope)
    elif node.within_group and not ordered and not _is_own(name, scope):
        message = f"{name} is not an ordered-set aggregate, so it cannot have WITHIN GROUP"
        hint = f"write {name}(… ORDER BY …)"
        _wrong(node, message, "42809", hint, scope)
    elif name in HYPOTHETICAL and len(node.arguments) != len(node.order_by):
        count, keys = len(node.arguments), len(node.order_by)
        message = f"function {name} takes as many arguments as WITHIN GROUP has keys"
        _wrong(node, message, "42883", f"there are {count} arguments and {keys} keys", scope)
    elif node.distinct and node.over is None and not node.within_group:
        for item in node.order_by:
            if not any(same(item.expression, one, _leaf) for one in node.arguments):
                message = (
                    "in an aggregate with DISTINCT, ORDER BY expressions "
                    "must appear in argument list"
                )
                hint = "order by an argument, or leave DISTINCT out"
                scope.context.error(item.span, message, sqlstate="42P10", hint=hint)


def _is_own(name: str, scope: Scope) -> bool:
    """Tell whether the schema has a routine of that name, which may be an ordered-set aggregate."""
    return any(routine.name == name for routine in scope.context.catalog.routines)


def _leaf(_left: object, _right: object) -> bool | None:
    return None


def _window(node: FunctionCall, found: Signature, scope: Scope) -> None:
    name = node.name.last
    if node.within_group:
        message = f"OVER is not supported for ordered-set aggregate {name}"
    elif node.distinct:
        message = "DISTINCT is not implemented for window functions"
    elif node.order_by:
        message = "aggregate ORDER BY is not implemented for window functions"
    elif node.filter is not None and found.kind is CallKind.WINDOW:
        message = "FILTER is not implemented for non-aggregate window functions"
    else:
        return
    _wrong(node, message, "0A000", "compute it in a subquery first", scope)


def _wrong(node: FunctionCall, message: str, sqlstate: str, hint: str, scope: Scope) -> None:
    scope.context.error(node.name.span, message, sqlstate=sqlstate, hint=hint)


def place(node: FunctionCall, found: Signature, scope: Scope, before: int) -> Scope:
    """Check that an aggregate, window or set-returning call may stand where it does.

    Args:
        node: The call.
        found: What it was resolved to.
        scope: Where it stands.
        before: How many relations had been referred to when its arguments began, or what
            WITHIN GROUP sorts.

    Returns:
        The query level it belongs to.
    """
    if node.name.parts == ("grouping",):
        scope.context.groupings.append((node, scope))
    if found.kind is CallKind.TABLE:
        _place_set(node, scope)
        return scope
    if node.over is not None:
        _place_window(node, scope)
        return scope
    if found.kind is CallKind.WINDOW:
        problem = scope.context.dialect.needs_over(node.name.last)
        scope.context.error(node.name.span, problem, hint="write OVER (…) after the call")
        return scope
    if found.kind is not CallKind.AGGREGATE:
        return scope
    return _place_aggregate(node, scope, before)


def _place_set(node: FunctionCall, scope: Scope) -> None:
    scope.sets += 1
    if scope.context.dialect.strict and scope.clause and not scope.sets_allowed:
        _no_set(node, f"set-returning functions are not allowed in {scope.clause}", scope)


def _place_window(node: FunctionCall, scope: Scope) -> None:
    context = scope.context
    if scope.clause and not scope.windows_allowed:
        problem = context.dialect.window_here(scope.clause)
        hint = "compute it in a subquery, and use its column" if context.dialect.explains else None
        context.error(node.name.span, problem, hint=hint)
    if context.dialect.strict:
        _check_inside(node, "window function calls cannot be nested", "42P20", "window", scope)
    else:
        _refuse_windows(node, scope)


def _check_inside(node: FunctionCall, windows: str, sqlstate: str, kind: str, scope: Scope) -> None:
    """Report window functions and sets in the arguments of an aggregate or window function."""
    keys = (item.expression for item in node.order_by)
    for inner in calls_in((*node.arguments, *keys)):
        if inner.over is not None:
            hint = "compute the inner one in a subquery"
            scope.context.error(inner.name.span, windows, sqlstate=sqlstate, hint=hint)
        elif is_set(inner, scope):
            message = f"{kind} function calls cannot contain set-returning function calls"
            _no_set(inner, message, scope)


def _refuse_windows(node: FunctionCall, scope: Scope) -> None:
    """Report window functions in the arguments of an aggregate or window function."""
    for inner in calls_in(node.arguments):
        problem = scope.context.dialect.window_inside(inner.name.last)
        if inner.over is not None and problem is not None:
            hint = "compute the inner one in a subquery"
            scope.context.error(inner.name.span, problem, hint=hint)


def _place_aggregate(node: FunctionCall, scope: Scope, before: int) -> Scope:
    context = scope.context
    owner = _owner(scope, before)
    inner = _nested(node, owner, scope)
    context.aggregates[id(node)] = owner
    hint = None
    if inner is not None:
        hint = "compute the inner one in a subquery" if context.dialect.explains else None
        context.error(inner.name.span, context.dialect.nested_aggregate(), hint=hint)
        return owner
    if node.within_group and owner is not scope and _reaches_down(node, owner, scope):
        return owner
    if context.dialect.strict:
        windows = "aggregate function calls cannot contain window function calls"
        _check_inside(node, windows, "42803", "aggregate", scope)
    else:
        _refuse_windows(node, scope)
    if not owner.aggregates_allowed and _skipped(owner, scope):
        return owner  # never computed, it groups nothing
    if not owner.aggregates_allowed:
        own_from = "FROM clause of their own query level"
        clause = owner.clause or (own_from if owner is not scope else "this statement")
        problem = context.dialect.aggregate_here(node.name.last, clause)
        hint = "use HAVING for conditions on groups" if owner.clause == "WHERE" else None
        if hint is None and context.dialect.strict:
            hint = f"compute {node.name.last}(…) in a subquery"
        context.error(node.name.span, problem, hint=hint)
        return owner  # misplaced, it groups nothing
    owner.has_aggregates = True
    return owner


def _reaches_down(node: FunctionCall, owner: Scope, scope: Scope) -> bool:
    """Report a direct argument that has no value where the groups of an outer query are."""
    below: set[Relation] = set()
    level: Scope | None = scope
    while level is not None and level is not owner:
        below |= level.facts.own
        level = level.parent
    for argument in node.arguments:
        for one in descend(argument):
            found = scope.context.resolution(one) if isinstance(one, ColumnRef) else None
            if found is not None and found[0] in below:
                message = "outer-level aggregate cannot contain a lower-level variable in its direct arguments"
                hint = "order by a column of the subquery, or leave its columns out"
                scope.context.error(one.span, message, sqlstate="42803", hint=hint)
                return True
    return False


def _skipped(owner: Scope, scope: Scope) -> bool:
    """Tell whether an aggregate of an outer level stands in what EXISTS never computes."""
    if not scope.context.dialect.exists_skips_list or owner.clause == "GROUP BY":
        return False
    level = scope
    while level is not owner:
        if level.tested and level.clause == "SELECT":
            return True
        if level.parent is None:
            return False
        level = level.parent
    return False


def _nested(node: FunctionCall, owner: Scope, scope: Scope) -> FunctionCall | None:
    """Return an aggregate of the same query in the arguments of this one, or in its FILTER.

    In the FILTER of an aggregate that stays in its query there can be none at all.
    """
    owners = scope.context.aggregates
    outside = owner is not scope
    inner = _arguments(node, filtered=outside)
    return next((one for one in inner if owners.get(id(one)) is owner), None)


def _arguments(node: FunctionCall, *, filtered: bool) -> Iterator[FunctionCall]:
    condition = [] if node.filter is None or not filtered else [node.filter]
    for argument in (*node.arguments, *node.order_by, *condition):
        for one in descend(argument):
            if isinstance(one, FunctionCall):
                yield one


def _owner(scope: Scope, before: int) -> Scope:
    """Return the query level an aggregate belongs to: the innermost one its columns are of."""
    used = set(scope.context.referenced[before:])
    if not used:
        return scope
    level: Scope | None = scope
    while level is not None:
        if level.facts.own & used:
            # SQLite has the row that RETURNING sees at hand: an aggregate does not go up to it
            at_hand = level.clause == "RETURNING" and scope.context.dialect.returns_target
            return scope if at_hand else level
        level = level.parent
    return scope
