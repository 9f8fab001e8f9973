"""SQLite's function calls: aggregates, windows, and the calls that are forms of their own.

Depends on: syntax, cursor, expressions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax

from .expressions import read_expression, read_expressions

if TYPE_CHECKING:
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression

    from .cursor import Cursor

_RAISED: Final = frozenset({"IGNORE", "ROLLBACK", "ABORT", "FAIL"})


def read_call(cursor: Cursor) -> Expression:
    """Read ``name(…)`` with FILTER and OVER."""
    start = cursor.position
    if cursor.at_words("RAISE") and cursor.word(2) in _RAISED:
        message = "RAISE() may only be used within a trigger-program"
        raise cursor.refused(message)
    name = cursor.name()
    span = cursor.since(start)
    cursor.expect("(")
    distinct = cursor.accept_words("DISTINCT") or (cursor.accept_words("ALL") and False)
    star = cursor.accept("*")
    at_end = star or cursor.text() == ")" or cursor.at_words("ORDER", "BY")
    arguments = () if at_end else read_expressions(cursor)
    order_by = read_order(cursor)
    cursor.expect(")")
    plain = not (star or distinct or order_by)
    within_group = cursor.at_words("WITHIN", "GROUP") and cursor.text(2) == "("
    if within_group:
        cursor.position += 3
        order_by = read_order(cursor)
        cursor.expect(")")
    condition = _read_filter(cursor)
    over = _read_over(cursor)
    if plain and over is None and condition is None and not within_group:
        form = _read_form(name.lower(), arguments, span)
        if form is not None:
            return form
    return syntax.FunctionCall(
        syntax.Name((name,), span=span),
        arguments,
        star=star or (name.lower() == "count" and not arguments),
        distinct=distinct,
        order_by=order_by,
        within_group=within_group,
        filter=condition,
        over=over,
        span=span,
    )


def _read_form(name: str, arguments: tuple[Expression, ...], span: Span) -> Expression | None:
    """Return the node of a function that the syntax tree knows as a form of its own."""
    match name, arguments:
        case ("coalesce", (_, _, *_)) | ("ifnull", (_, _)):
            return syntax.Coalesce(arguments, span=span)
        case "nullif", (left, right):
            return syntax.NullIf(left, right, span=span)
        case (("iif" | "if"), (condition, result)):
            when = syntax.When(condition, result, span=span)
            return syntax.Case(None, (when,), None, span=span)
        case (("iif" | "if"), (condition, result, default)):
            when = syntax.When(condition, result, span=span)
            return syntax.Case(None, (when,), default, span=span)
        case _:
            return None


def read_order(cursor: Cursor) -> tuple[syntax.OrderItem, ...]:
    """Read ORDER BY, if there is one."""
    if not cursor.accept_words("ORDER"):
        return ()
    cursor.expect_words("BY")
    items = [_read_order_item(cursor)]
    while cursor.accept(","):
        items.append(_read_order_item(cursor))
    return tuple(items)


def _read_order_item(cursor: Cursor) -> syntax.OrderItem:
    start = cursor.position
    key = read_expression(cursor)
    span = cursor.since(start)
    descending = cursor.accept_any("ASC", "DESC") == "DESC"
    nulls_first = None
    if cursor.accept_words("NULLS"):
        nulls_first = cursor.accept_words("FIRST")
        if not nulls_first:
            cursor.expect_words("LAST")
    return syntax.OrderItem(key, descending, nulls_first, span=span)


def _read_filter(cursor: Cursor) -> Expression | None:
    if not (cursor.at_words("FILTER") and cursor.text(1) == "("):
        return None
    cursor.position += 2
    cursor.expect_words("WHERE")
    condition = read_expression(cursor)
    cursor.expect(")")
    return condition


def _read_over(cursor: Cursor) -> syntax.WindowSpec | None:
    if not cursor.at_words("OVER"):
        return None
    start = cursor.position
    if cursor.text(1) == "(":
        cursor.position += 1
        return read_window(cursor, None)
    cursor.position += 1
    if not cursor.at_name():
        cursor.position -= 1
        return None
    return syntax.WindowSpec(cursor.name(), span=cursor.since(start))


def read_window(cursor: Cursor, name: str | None) -> syntax.WindowSpec:
    """Read ``(…)`` of OVER, or of WINDOW, which defines ``name``."""
    start = cursor.position
    cursor.expect("(")
    words = {"PARTITION", "ORDER", "ROWS", "RANGE", "GROUPS"}
    if cursor.at_name() and cursor.word() not in words:
        base = cursor.name()
        name = name or base
    partition = read_expressions(cursor) if cursor.accept_words("PARTITION", "BY") else ()
    order_by = read_order(cursor)
    frame, holds_row = _read_frame(cursor)
    cursor.expect(")")
    return syntax.WindowSpec(name, partition, order_by, frame, holds_row, span=cursor.since(start))


def _read_frame(cursor: Cursor) -> tuple[tuple[Expression, ...], bool]:
    """Return the offsets of a frame, and whether it always holds the current row."""
    if cursor.accept_any("ROWS", "RANGE", "GROUPS") is None:
        return (), True
    end = "CURRENT"
    if cursor.accept_words("BETWEEN"):
        bounds, start = _read_bound(cursor)
        cursor.expect_words("AND")
        last, end = _read_bound(cursor)
        bounds += last
    else:
        bounds, start = _read_bound(cursor)
    kept = not cursor.accept_words("EXCLUDE") or _read_exclusion(cursor)
    return bounds, kept and start != "FOLLOWING" and end != "PRECEDING"


def _read_exclusion(cursor: Cursor) -> bool:
    """Read what EXCLUDE names; return whether that leaves the current row in."""
    if cursor.accept_words("NO", "OTHERS") or cursor.accept_any("TIES"):
        return True
    if cursor.accept_words("CURRENT", "ROW") or cursor.accept_any("GROUP"):
        return False
    raise cursor.unexpected()


def _read_bound(cursor: Cursor) -> tuple[tuple[Expression, ...], str]:
    """Return the offset of a bound, if it has one, and the side of the row it is on."""
    if cursor.accept_words("CURRENT", "ROW"):
        return (), "CURRENT"
    bound: tuple[Expression, ...] = ()
    if not cursor.accept_words("UNBOUNDED"):
        bound = (read_expression(cursor),)
    side = cursor.accept_any("PRECEDING", "FOLLOWING")
    if side is None:
        raise cursor.unexpected()
    return bound, side
