"""What stands in OVER (…) and WINDOW, and the offsets of window frames.

Depends on: context, infer, ordering, parameters, value, walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.sql.syntax import ColumnRef
from flash_core.sql.syntax.walk import descend
from flash_core.types.model import UNKNOWN, SqlType

from .infer import base, coerce, infer, name_after, settle
from .ordering import require_equality, require_ordering
from .parameters import Rank
from .value import Subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression, FunctionCall, OrderItem, WindowSpec

    from .context import Scope
    from .value import Value

_INTEGERS: Final = frozenset({"smallint", "integer", "bigint"})
_INTERVAL: Final = SqlType("interval")
_OFFSETS: Final = {
    # type of the sort key → type of a distance from it
    "numeric": SqlType("numeric"),
    "real": SqlType("double precision"),
    "double precision": SqlType("double precision"),
    "date": _INTERVAL,
    "interval": _INTERVAL,
    "time without time zone": _INTERVAL,
    "time with time zone": _INTERVAL,
    "timestamp without time zone": _INTERVAL,
    "timestamp with time zone": _INTERVAL,
}
# What a parameter counts; with RANGE it is measured as the sort key is.
_UNITS: Final = {"ROWS": "rows", "GROUPS": "groups"}


def define_windows(windows: Sequence[WindowSpec], scope: Scope) -> None:
    """Put the windows of a WINDOW clause in reach."""
    fold, dialect = scope.context.catalog.fold, scope.context.dialect
    defined = {fold(window.name) for window in windows if window.name is not None}
    for window in windows:
        if window.name is None:
            continue
        if fold(window.name) in scope.windows and dialect.unique_names:
            scope.context.error(window.span, dialect.window_twice(window.name))
        base = window.base
        if (
            base is not None
            and dialect.windows_in_order
            and fold(base) in defined - {*scope.windows}
        ):
            hint = f"define {base} before it"
            scope.context.error(window.span, dialect.no_window(base), hint=hint)
        scope.windows[fold(window.name)] = window


def meet_window(window: WindowSpec, scope: Scope) -> None:
    """Resolve a call's OVER (…), after the other clauses where it stands in a SELECT."""
    if scope.over is None:
        infer_window(window, scope)
    else:
        scope.over.append(window)


def infer_window(window: WindowSpec, scope: Scope) -> None:
    """Resolve what stands in OVER (…) or a WINDOW clause."""
    _find(window.name, window.span, scope)
    copied = _find(window.base, window.span, scope)
    if copied is not None:
        _check_copy(window, copied, scope)
    with scope.inside("window definitions", aggregates=True, sets=True):
        for item in window.order_by:
            require_ordering(settle(infer(item.expression, scope), scope), item.span, scope)
        for node in window.partition_by:
            require_equality(settle(infer(node, scope), scope), node.span, scope)
    order = window.order_by or (() if copied is None else copied.order_by)
    if window.mode == "GROUPS" and not order:
        message = "GROUPS mode requires an ORDER BY clause"
        scope.context.error(window.span, message, sqlstate="42P20")
    for node in window.frame:
        _infer_offset(node, window.mode or "ROWS", order, scope)


def check_call(node: FunctionCall, window: WindowSpec, scope: Scope) -> None:
    """Report a function that cannot be called over its window."""
    name = window.name or window.base
    if name is not None and scope.context.catalog.fold(name) not in scope.windows:
        return
    problem = scope.context.dialect.window_call(node, _whole(window, scope))
    if problem is not None:
        scope.context.error(node.name.span, problem[0], hint=problem[1])


def _whole(window: WindowSpec, scope: Scope) -> WindowSpec:
    """Return a window with what it has of the one that it names or builds on."""
    name = window.name or window.base
    found = None if name is None else scope.windows.get(scope.context.catalog.fold(name))
    if found is None or found is window:
        return window
    found = _whole(found, scope)
    order, mode = window.order_by or found.order_by, window.mode or found.mode
    return replace(window, order_by=order, mode=mode)


def _find(name: str | None, span: Span, scope: Scope) -> WindowSpec | None:
    found = None if name is None else scope.windows.get(scope.context.catalog.fold(name))
    if name is not None and found is None:
        hint = scope.context.suggestion(name, scope.windows)
        scope.context.error(span, scope.context.dialect.no_window(name), hint=hint)
    return found


def _check_copy(window: WindowSpec, copied: WindowSpec, scope: Scope) -> None:
    """Check what ``(w …)`` adds to the window ``w``."""
    dialect, base_name = scope.context.dialect, window.base or ""
    hint = None
    if window.partition_by:
        problem = dialect.window_copy(base_name, "PARTITION BY")
    elif window.order_by and copied.order_by:
        problem = dialect.window_order(base_name)
    elif copied.mode is not None:
        problem = dialect.window_copy(base_name, "frame")
        hint = "omit the parentheses in this OVER clause"
    else:
        return
    scope.context.error(window.span, problem, hint=hint)


def _infer_offset(node: Expression, mode: str, order: Sequence[OrderItem], scope: Scope) -> None:
    """Resolve a number of rows or groups, or a distance from the sort key."""
    value = infer(node, scope)
    name_after(value, Subject(_UNITS.get(mode, "distance")), Rank.CLAUSE, scope)
    context = scope.context
    if not context.dialect.strict:
        coerce(value, context.types.row_count(), scope)
        keys = [infer(item.expression, scope) for item in order]
        if not any(key.broken for key in keys):
            problem = context.dialect.frame_offset(node, mode, [key.type for key in keys])
            if problem is not None:
                context.error(node.span, problem)
        return
    own = [context.resolution(n) for n in descend(node) if isinstance(n, ColumnRef)]
    if any(found is not None and found[0] in scope.facts.own for found in own):
        message = f"argument of {mode} must not contain variables"
        context.error(node.span, message, sqlstate="42P10")
        return
    if mode == "RANGE":
        _infer_distance(value, node.span, order, scope)
        return
    wanted = context.types.row_count()
    coerce(value, wanted, scope)
    known = value.type is not UNKNOWN and not value.broken
    if known and not context.types.castable(value.type, wanted, explicit=False):
        message = f"argument of {mode} must be type {wanted}, not type {value.type}"
        context.error(node.span, message, sqlstate="42804")


def _infer_distance(value: Value, span: Span, order: Sequence[OrderItem], scope: Scope) -> None:
    start = "RANGE with offset PRECEDING/FOLLOWING"
    if len(order) != 1:
        message = f"{start} requires exactly one ORDER BY column"
        scope.context.error(span, message, sqlstate="42P20")
        return
    key = infer(order[0].expression, scope)
    type_ = base(key.type)
    if key.broken or value.broken:
        return
    wanted = type_ if type_.name in _INTEGERS else _OFFSETS.get(type_.name)
    if wanted is None:
        message = f"{start} is not supported for column type {key.type}"
        scope.context.error(span, message, sqlstate="0A000")
        return
    coerce(value, wanted, scope)
    given = base(value.type)
    fits = given == wanted or (given.name in _INTEGERS and wanted != _INTERVAL)
    if wanted.name == "double precision":
        fits |= given.name in {"numeric", "real"}
    if value.type is not UNKNOWN and not fits:
        message = (
            f"{start} is not supported for column type {key.type} and offset type {value.type}"
        )
        hint = "cast the offset value to an appropriate type"
        scope.context.error(span, message, sqlstate="0A000", hint=hint)
