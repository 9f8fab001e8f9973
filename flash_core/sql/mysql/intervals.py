"""INTERVAL and the units of time, on MySQL.

Depends on: syntax, cursor, expressions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax

from .expressions import read_addend, read_expression, read_expressions

if TYPE_CHECKING:
    from flash_core.sql.syntax import Expression

    from .cursor import Cursor

# fmt: off - a word list, not one word a line
_UNITS: Final = frozenset(
    {
        "DAY",
        "HOUR",
        "MICROSECOND",
        "MINUTE",
        "MONTH",
        "QUARTER",
        "SECOND",
        "WEEK",
        "YEAR",
        "SQL_TSI_DAY",
        "SQL_TSI_HOUR",
        "SQL_TSI_MINUTE",
        "SQL_TSI_MONTH",
        "SQL_TSI_QUARTER",
        "SQL_TSI_SECOND",
        "SQL_TSI_WEEK",
        "SQL_TSI_YEAR",
    }
)
_PAIRS: Final = frozenset(
    {
        "DAY_HOUR",
        "DAY_MICROSECOND",
        "DAY_MINUTE",
        "DAY_SECOND",
        "HOUR_MICROSECOND",
        "HOUR_MINUTE",
        "HOUR_SECOND",
        "MINUTE_MICROSECOND",
        "MINUTE_SECOND",
        "SECOND_MICROSECOND",
        "YEAR_MONTH",
    }
)
# fmt: on


def read_unit(cursor: Cursor, *, pairs: bool = True) -> str:
    """Read the unit of an interval; ``pairs`` are DAY_HOUR and its kin."""
    word = cursor.word()
    if word not in _UNITS and not (pairs and word in _PAIRS):
        raise cursor.unexpected()
    cursor.position += 1
    return word.removeprefix("SQL_TSI_")


def read_interval(cursor: Cursor) -> syntax.Interval:
    """Read ``INTERVAL amount unit``."""
    start = cursor.position
    cursor.expect_words("INTERVAL")
    amount = read_expression(cursor)
    unit = read_unit(cursor)
    return syntax.Interval(amount, unit, span=cursor.since(start))


def at_interval_function(cursor: Cursor) -> bool:
    """Tell ``INTERVAL(a, b)``, the function, from ``INTERVAL (a) DAY``."""
    return cursor.text(1) == "(" and cursor.holds_comma(cursor.position + 1)


def read_interval_prefix(cursor: Cursor) -> Expression:
    """Read the function INTERVAL, or ``INTERVAL 1 DAY + date``."""
    start = cursor.position
    if at_interval_function(cursor):
        cursor.position += 2
        name = syntax.Name(("interval",), span=cursor.since(start))
        arguments = read_expressions(cursor)
        cursor.expect(")")
        return syntax.FunctionCall(name, arguments, span=name.span)
    interval = read_interval(cursor)
    cursor.expect("+")
    span = cursor.since(cursor.position - 1)
    right = read_addend(cursor)
    return syntax.Operator("+", right, interval, span=span)
