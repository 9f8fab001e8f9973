"""MySQL's function calls: aggregates, windows, and the calls that are nodes of their own.

Depends on: engine, syntax, cursor, expressions, functions, limits, literals, windows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.lexer import TokenKind

from .expressions import read_expression, read_expressions
from .functions import (
    AGGREGATES,
    CONCATENATING,
    DISTINCT_AGGREGATES,
    OVER_REQUIRED,
    RESERVED_FUNCTIONS,
    TIMES,
    WINDOWED,
    arities,
    glued_functions,
)
from .limits import skip_count
from .literals import read_number, read_text
from .windows import read_order, read_order_item, read_over, read_partition_over

if TYPE_CHECKING:
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression

    from .cursor import Cursor


def at_call(cursor: Cursor) -> bool:
    """Tell whether a name that may be a function's and its parenthesis come next."""
    return cursor.text(1) == "(" and (cursor.at_name() or cursor.word() in RESERVED_FUNCTIONS)


def at_glued_call(cursor: Cursor) -> bool:
    """Tell whether a call of a function comes next whose name is a keyword then."""
    if cursor.text(1) != "(" or not cursor.tokens.glued[cursor.position + 1]:
        return False
    return cursor.word() in glued_functions(cursor.engine)


def read_call(cursor: Cursor, qualified: tuple[str, ...] = (), start: int = -1) -> Expression:
    """Read ``name(…)`` with OVER; a qualified name, from ``start``, is already consumed."""
    if qualified:
        name = syntax.Name(qualified, span=cursor.since(start))
        word = ""
    else:
        word = cursor.word()
        expect_glued(cursor)
        cursor.position += 1
        name = syntax.Name((cursor.bare_text(-1),), span=cursor.since(cursor.position - 1))
    cursor.expect("(")
    if word in AGGREGATES:
        return _read_aggregate(cursor, name, word)
    if word in CONCATENATING:
        return _read_concatenating(cursor, name, word)
    if word == "JSON_VALUE" and cursor.engine is Engine.MYSQL:
        from .casts import read_json_value  # noqa: PLC0415 - of MySQL alone

        return read_json_value(cursor, name)
    arguments = _read_arguments(cursor, word)
    if word not in WINDOWED:
        form = _read_form(word, arguments, name.span) if word in _NODES else None
        return form or syntax.FunctionCall(name, arguments, span=name.span)
    order_by = _read_within_group(cursor, word)
    _skip_treatment(cursor, word)
    if word in OVER_REQUIRED and cursor.word() != "OVER":
        raise cursor.unexpected()
    over = read_partition_over(cursor) if word in _OF_PARTITIONS else read_over(cursor)
    return syntax.FunctionCall(
        name,
        arguments,
        order_by=order_by,
        within_group=bool(order_by),
        over=over,
        span=name.span,
    )


def expect_glued(cursor: Cursor) -> None:
    """Refuse space before the parenthesis of a function that takes none there."""
    apart = not cursor.tokens.glued[cursor.position + 1]
    if apart and cursor.word() in glued_functions(cursor.engine):
        raise cursor.apart()


def _read_arguments(cursor: Cursor, word: str) -> tuple[Expression, ...]:
    """Read arguments up to the parenthesis, as many as the grammar allows the function."""
    arguments: list[Expression] = []
    if word in TIMES:
        if cursor.kind() is TokenKind.NUMBER and cursor.text().isdecimal():
            arguments.append(read_number(cursor))
        cursor.expect(")")
        return tuple(arguments)
    least, most = arities(cursor.engine).get(word, (0, 1 << 30))
    while (len(arguments) < least or cursor.text() != ")") and len(arguments) < most:
        if arguments:
            cursor.expect(",")
        arguments.append(read_expression(cursor))
    cursor.expect(")")
    return tuple(arguments)


_OF_PARTITIONS: Final = frozenset({"MEDIAN", "PERCENTILE_CONT", "PERCENTILE_DISC"})
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
            return syntax.Case(None, (when,), default, called=True, span=span)
        case _:
            return None


def _read_aggregate(cursor: Cursor, name: syntax.Name, word: str) -> Expression:
    """Read the arguments of an aggregate: one, but for ``*`` and DISTINCT of COUNT."""
    distinct = word in DISTINCT_AGGREGATES and cursor.accept_word("DISTINCT")
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
        _read_separator(cursor)
    if cursor.word() == "LIMIT":
        start = cursor.position
        cursor.position += 1
        cursor.require(Engine.MARIADB, "LIMIT in an aggregate", start)
        skip_count(cursor)
        if cursor.accept(",") or cursor.accept_word("OFFSET"):
            skip_count(cursor)
    cursor.expect(")")
    return syntax.FunctionCall(
        name,
        arguments,
        distinct=distinct,
        order_by=order_by,
        over=read_over(cursor),
        span=name.span,
    )


def _read_separator(cursor: Cursor) -> None:
    """Consume the text behind SEPARATOR: a string, or one in digits of 16 or 2."""
    if cursor.at_string():
        read_text(cursor)
        return
    prefix = cursor.text()[:2].lower()
    if prefix not in {"0x", "0b", "x'", "b'"}:
        problem = cursor.unexpected()
        problem.hint = "write a constant text: SEPARATOR ', '"
        raise problem
    cursor.position += 1


def _read_within_group(cursor: Cursor, word: str) -> tuple[syntax.OrderItem, ...]:
    if word not in {"PERCENTILE_CONT", "PERCENTILE_DISC"}:
        return ()
    cursor.expect_words("WITHIN", "GROUP")
    cursor.expect("(")
    cursor.expect_words("ORDER", "BY")
    order_by = (read_order_item(cursor),)
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
