"""MySQL's function calls: aggregates, windows, and the calls that are nodes of their own.

Depends on: engine, syntax, cursor, expressions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.lexer import TokenKind

from .expressions import read_expression, read_expressions
from .literals import read_string
from .windows import read_order, read_over

if TYPE_CHECKING:
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression

    from .cursor import Cursor

# fmt: off - word lists, not one word a line
_RESERVED_FUNCTIONS: Final = frozenset(
    {
        "CUME_DIST",
        "CURRENT_DATE",
        "CURRENT_ROLE",
        "CURRENT_TIME",
        "CURRENT_TIMESTAMP",
        "CURRENT_USER",
        "DATABASE",
        "DENSE_RANK",
        "FIRST_VALUE",
        "GROUPING",
        "IF",
        "INSERT",
        "LAG",
        "LAST_VALUE",
        "LEAD",
        "LEFT",
        "LOCALTIME",
        "LOCALTIMESTAMP",
        "MOD",
        "NTH_VALUE",
        "NTILE",
        "PERCENT_RANK",
        "RANK",
        "REPEAT",
        "REPLACE",
        "RIGHT",
        "ROW_NUMBER",
        "SCHEMA",
        "UTC_DATE",
        "UTC_TIME",
        "UTC_TIMESTAMP",
    }
)
# Functions only where the parenthesis follows at once; the rest of them is in forms.
_GLUED: Final = frozenset(
    {
        "BIT_AND",
        "BIT_OR",
        "BIT_XOR",
        "COUNT",
        "CURDATE",
        "CURTIME",
        "GROUP_CONCAT",
        "JSON_ARRAYAGG",
        "JSON_OBJECTAGG",
        "MAX",
        "MIN",
        "NOW",
        "STD",
        "STDDEV",
        "STDDEV_POP",
        "STDDEV_SAMP",
        "SUM",
        "SYSDATE",
        "VARIANCE",
        "VAR_POP",
        "VAR_SAMP",
    }
)
_AGGREGATES: Final = frozenset(
    {
        "AVG",
        "BIT_AND",
        "BIT_OR",
        "BIT_XOR",
        "COUNT",
        "MAX",
        "MIN",
        "STD",
        "STDDEV",
        "STDDEV_POP",
        "STDDEV_SAMP",
        "SUM",
        "VARIANCE",
        "VAR_POP",
        "VAR_SAMP",
    }
)
_CONCATENATING: Final = frozenset({"GROUP_CONCAT", "JSON_ARRAYAGG"})
_WINDOWED: Final = (
    _AGGREGATES
    | _CONCATENATING
    | frozenset(
        {
            "CUME_DIST",
            "DENSE_RANK",
            "FIRST_VALUE",
            "JSON_OBJECTAGG",
            "LAG",
            "LAST_VALUE",
            "LEAD",
            "MEDIAN",
            "NTH_VALUE",
            "NTILE",
            "PERCENTILE_CONT",
            "PERCENTILE_DISC",
            "PERCENT_RANK",
            "RANK",
            "ROW_NUMBER",
        }
    )
)
# fmt: on


def at_call(cursor: Cursor) -> bool:
    """Tell whether a name that may be a function's and its parenthesis come next."""
    return cursor.text(1) == "(" and (cursor.at_name() or cursor.word() in _RESERVED_FUNCTIONS)


def read_call(cursor: Cursor, qualified: tuple[str, ...] = (), start: int = -1) -> Expression:
    """Read ``name(…)`` with OVER; a qualified name, from ``start``, is already consumed."""
    if qualified:
        name = syntax.Name(qualified, span=cursor.since(start))
        word = ""
    else:
        word = cursor.word()
        if word in _GLUED:
            cursor.expect_glued()
        cursor.position += 1
        name = syntax.Name((cursor.bare_text(-1),), span=cursor.since(cursor.position - 1))
    cursor.expect("(")
    if word in _AGGREGATES:
        return _read_aggregate(cursor, name, word)
    if word in _CONCATENATING:
        return _read_concatenating(cursor, name, word)
    arguments = () if cursor.text() == ")" else read_expressions(cursor)
    cursor.expect(")")
    if word not in _WINDOWED:
        form = _read_form(word, arguments, name.span) if word in _NODES else None
        return form or syntax.FunctionCall(name, arguments, span=name.span)
    order_by = _read_within_group(cursor, word)
    _skip_treatment(cursor, word)
    return syntax.FunctionCall(
        name,
        arguments,
        order_by=order_by,
        within_group=bool(order_by),
        over=read_over(cursor),
        span=name.span,
    )


_NODES: Final = frozenset({"COALESCE", "IFNULL", "NVL", "NULLIF", "IF"})


def _read_form(name: str, arguments: tuple[Expression, ...], span: Span) -> Expression | None:
    """Return the node of a function that the syntax tree knows as a form of its own."""
    match name, arguments:
        case ("COALESCE", (_, *_)) | (("IFNULL" | "NVL"), (_, _)):
            return syntax.Coalesce(arguments, span=span)
        case "NULLIF", (left, right):
            return syntax.NullIf(left, right, span=span)
        case "IF", (condition, result, default):
            when = syntax.When(condition, result, span=span)
            return syntax.Case(None, (when,), default, span=span)
        case _:
            return None


def _read_aggregate(cursor: Cursor, name: syntax.Name, word: str) -> Expression:
    """Read the arguments of an aggregate: one, but for ``*`` and DISTINCT of COUNT."""
    distinct = cursor.accept_word("DISTINCT")
    if not distinct:
        cursor.accept_word("ALL")
    star = word == "COUNT" and not distinct and cursor.accept("*")
    if star:
        arguments: tuple[Expression, ...] = ()
    elif word == "COUNT" and distinct:
        arguments = read_expressions(cursor)
    else:
        arguments = (read_expression(cursor),)
    cursor.expect(")")
    return syntax.FunctionCall(
        name, arguments, star=star, distinct=distinct, over=read_over(cursor), span=name.span
    )


def _read_concatenating(cursor: Cursor, name: syntax.Name, word: str) -> Expression:
    """Read the rest of GROUP_CONCAT, or of JSON_ARRAYAGG, which MariaDB reads alike."""
    distinct = cursor.accept_word("DISTINCT")
    arguments = read_expressions(cursor)
    order_by = read_order(cursor)
    if word == "GROUP_CONCAT" and cursor.accept_word("SEPARATOR"):
        if cursor.at_string():
            read_string(cursor)
        elif cursor.kind() in {TokenKind.NUMBER, TokenKind.STRING}:
            cursor.position += 1
        else:
            raise cursor.unexpected()
    if cursor.word() == "LIMIT":
        start = cursor.position
        cursor.position += 1
        cursor.require(Engine.MARIADB, "LIMIT in an aggregate", start)
        read_expression(cursor)
        if cursor.accept(",") or cursor.accept_word("OFFSET"):
            read_expression(cursor)
    cursor.expect(")")
    return syntax.FunctionCall(
        name,
        arguments,
        distinct=distinct,
        order_by=order_by,
        over=read_over(cursor),
        span=name.span,
    )


def _read_within_group(cursor: Cursor, word: str) -> tuple[syntax.OrderItem, ...]:
    if word not in {"PERCENTILE_CONT", "PERCENTILE_DISC"}:
        return ()
    cursor.expect_words("WITHIN", "GROUP")
    cursor.expect("(")
    order_by = read_order(cursor)
    cursor.expect(")")
    return order_by


def _skip_treatment(cursor: Cursor, word: str) -> None:
    """Consume MySQL's FROM FIRST and RESPECT NULLS, which change nothing."""
    start = cursor.position
    if word == "NTH_VALUE" and cursor.accept_words("FROM", "FIRST"):
        cursor.require(Engine.MYSQL, "FROM FIRST", start, "leave it out")
    start = cursor.position
    if cursor.accept_words("RESPECT", "NULLS"):
        cursor.require(Engine.MYSQL, "RESPECT NULLS", start, "leave it out")
