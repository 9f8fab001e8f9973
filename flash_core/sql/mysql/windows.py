"""ORDER BY, OVER and WINDOW of MySQL.

Depends on: engine, excerpt, syntax, cursor, expressions, intervals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.excerpt import NotReadable
from flash_core.sql.lexer import TokenKind

from .expressions import read_expression
from .intervals import read_interval

if TYPE_CHECKING:
    from flash_core.sql.syntax import Expression

    from .cursor import Cursor

_BACKWARDS: Final = frozenset({("CURRENT", "PRECEDING"), ("FOLLOWING", "CURRENT")})


def read_order(cursor: Cursor) -> tuple[syntax.OrderItem, ...]:
    """Read ORDER BY, if there is one."""
    if not cursor.accept_word("ORDER"):
        return ()
    cursor.expect_words("BY")
    return read_order_items(cursor)


def read_order_items(cursor: Cursor) -> tuple[syntax.OrderItem, ...]:
    """Read the keys behind ORDER BY, or GROUP BY, which MySQL's dialect gives a direction too."""
    items = [read_order_item(cursor)]
    while cursor.accept(","):
        items.append(read_order_item(cursor))
    return tuple(items)


def read_order_item(cursor: Cursor) -> syntax.OrderItem:
    """Read one key of ORDER BY."""
    start = cursor.position
    key = read_expression(cursor)
    span = cursor.since(start)
    descending = cursor.accept_any("ASC", "DESC") == "DESC"
    return syntax.OrderItem(key, descending, span=span)


def read_over(cursor: Cursor) -> syntax.WindowSpec | None:
    """Read OVER, if it comes next."""
    start = cursor.position
    if not cursor.accept_word("OVER"):
        return None
    if cursor.text() == "(":
        return read_window(cursor, None)
    return syntax.WindowSpec(cursor.name(), span=cursor.since(start))


def read_partition_over(cursor: Cursor) -> syntax.WindowSpec:
    """Read the OVER of a percentile, which takes PARTITION BY alone."""
    cursor.expect_words("OVER")
    start = cursor.position
    cursor.expect("(")
    partition = _read_partition(cursor)
    cursor.expect(")")
    return syntax.WindowSpec(None, partition, span=cursor.since(start))


def _read_partition(cursor: Cursor) -> tuple[Expression, ...]:
    if not cursor.accept_word("PARTITION"):
        return ()
    cursor.expect_words("BY")
    return tuple(item.expression for item in read_order_items(cursor))


def read_window(cursor: Cursor, name: str | None) -> syntax.WindowSpec:
    """Read ``(…)`` of OVER, or of WINDOW, which defines ``name``."""
    start = cursor.position
    cursor.expect("(")
    base = cursor.name() if cursor.at_name() else None
    partition = _read_partition(cursor)
    order_by = read_order(cursor)
    mode = cursor.accept_any("ROWS", "RANGE")
    frame, holds_row = _read_frame(cursor) if mode else ((), True)
    cursor.expect(")")
    return syntax.WindowSpec(
        name, partition, order_by, frame, holds_row, base, mode, span=cursor.since(start)
    )


def _read_frame(cursor: Cursor) -> tuple[tuple[Expression, ...], bool]:
    """Return the offsets of a frame, and whether it always holds the current row."""
    place = cursor.position
    if not cursor.accept_word("BETWEEN"):
        bounds, start = _read_bound(cursor)
        if start == "FOLLOWING":
            cursor.position -= 1
            raise cursor.unexpected()
        return bounds, True
    bounds, start = _read_bound(cursor)
    cursor.expect_words("AND")
    last, end = _read_bound(cursor)
    if (start, end) in _BACKWARDS or (not bounds and start == "FOLLOWING"):
        raise _unacceptable(cursor, place)
    if not last and end == "PRECEDING":
        raise _unacceptable(cursor, place)
    return bounds + last, start != "FOLLOWING" and end != "PRECEDING"


def _unacceptable(cursor: Cursor, start: int) -> NotReadable:
    message = "Unacceptable combination of window frame bound specifications"
    items = cursor.tokens.items
    first, last = items[start].start, items[cursor.position - 1].end
    hint = "a frame begins before it ends: PRECEDING, CURRENT ROW, FOLLOWING"
    return NotReadable(message, first, last, hint=hint, sqlstate="HY000")


def _read_bound(cursor: Cursor) -> tuple[tuple[Expression, ...], str]:
    """Return the offset of a bound, if it has one, and the side of the row it is on."""
    if cursor.accept_word("CURRENT"):
        cursor.expect_words("ROW")
        return (), "CURRENT"
    bound: tuple[Expression, ...] = ()
    start = cursor.position
    if cursor.word() == "INTERVAL":
        bound = (read_interval(cursor),)
        cursor.require(Engine.MYSQL, "intervals in window frames", start)
    elif not cursor.accept_word("UNBOUNDED"):
        if cursor.kind() not in {TokenKind.NUMBER, TokenKind.PARAMETER}:
            raise cursor.unexpected()
        bound = (read_expression(cursor),)
    return bound, cursor.expect_any("PRECEDING", "FOLLOWING")


def read_named_windows(cursor: Cursor) -> tuple[syntax.WindowSpec, ...]:
    """Read ``WINDOW name AS (…), …``, if it comes next."""
    windows: list[syntax.WindowSpec] = []
    if not cursor.accept_word("WINDOW"):
        return ()
    while not windows or cursor.accept(","):
        name = cursor.name()
        cursor.expect_words("AS")
        windows.append(read_window(cursor, name))
    return tuple(windows)
