"""Operands with a syntax of their own: CASE, EXISTS, EXTRACT, TRIM, CURRENT_TIMESTAMP ….

Depends on: engine, syntax, cursor, literals, expressions, intervals, casts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.syntax import LiteralKind

from .calls import expect_glued
from .casts import read_cast, read_char, read_convert
from .expressions import (
    read_bit_expression,
    read_expression,
    read_expressions,
    read_query_in,
)
from .intervals import read_interval, read_unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression

    from .cursor import Cursor

# These are values without parentheses, and calls with them.
_SQL_VALUES: Final = frozenset(
    [
        "CURRENT_DATE",
        "CURRENT_ROLE",
        "CURRENT_TIME",
        "CURRENT_TIMESTAMP",
        "CURRENT_USER",
        "LOCALTIME",
        "LOCALTIMESTAMP",
        "UTC_DATE",
        "UTC_TIME",
        "UTC_TIMESTAMP",
    ]
)


def read_form(cursor: Cursor) -> Expression | None:
    """Read the form that the next word starts, if it starts one."""
    word = cursor.word()
    if word in _SQL_VALUES and cursor.text(1) != "(":
        if cursor.at_name():
            return None  # CURRENT_ROLE, which is no word of MySQL
        cursor.position += 1
        return syntax.SqlValue(word, span=cursor.since(cursor.position - 1))
    read = _FORMS.get(word)
    called = cursor.text(1) == "("
    if read is not None and (called or word in _WITHOUT_PARENTHESIS):
        if called:
            expect_glued(cursor)
        cursor.position += 1
        return read(cursor, cursor.position - 1)
    if word in {"NEXT", "PREVIOUS"} and cursor.word(1) == "VALUE" and cursor.word(2) == "FOR":
        return _read_sequence(cursor)
    return None


def _call(name: str, arguments: tuple[Expression, ...], span: Span) -> Expression:
    return syntax.FunctionCall(syntax.Name((name,), span=span), arguments, span=span)


def _word_literal(text: str, span: Span) -> Expression:
    return syntax.Literal(LiteralKind.STRING, text, span=span)


def _read_case(cursor: Cursor, start: int) -> Expression:
    span = cursor.since(start)
    operand = None if cursor.word() == "WHEN" else read_expression(cursor)
    whens: list[syntax.When] = []
    while True:
        when = cursor.position
        cursor.expect_words("WHEN")
        when_span = cursor.since(when)
        condition = read_expression(cursor)
        cursor.expect_words("THEN")
        whens.append(syntax.When(condition, read_expression(cursor), span=when_span))
        if cursor.word() != "WHEN":
            break
    default = read_expression(cursor) if cursor.accept_word("ELSE") else None
    cursor.expect_words("END")
    return syntax.Case(operand, tuple(whens), default, span=span)


def _read_exists(cursor: Cursor, start: int) -> Expression:
    span = cursor.since(start)
    cursor.expect("(")
    query = read_query_in(cursor)
    cursor.expect(")")
    return syntax.Exists(query, span=span)


def _read_row(cursor: Cursor, start: int) -> Expression:
    cursor.expect("(")
    first = read_expression(cursor)
    cursor.expect(",")
    items = (first, *read_expressions(cursor))
    cursor.expect(")")
    return syntax.RowLiteral(items, span=cursor.since(start))


def _read_default(cursor: Cursor, start: int) -> Expression:
    span = cursor.since(start)
    cursor.expect("(")
    column = read_column(cursor)
    cursor.expect(")")
    return _call("default", (column,), span)


def _read_value(cursor: Cursor, start: int) -> Expression:
    """Read ``VALUES(column)``, or MariaDB's ``VALUE(column)``."""
    if cursor.word(-1) == "VALUES" and not cursor.in_duplicate:
        cursor.position = start
        raise cursor.unexpected()
    cursor.expect("(")
    column = read_column(cursor)
    cursor.expect(")")
    return syntax.InsertedValue(column, span=cursor.since(start))


def read_column(cursor: Cursor) -> syntax.ColumnRef:
    """Read a column name, perhaps qualified."""
    start = cursor.position
    parts: list[str] = []
    if cursor.accept("."):
        parts.append(cursor.name_after_dot())
        cursor.expect(".")
        parts.append(cursor.name_after_dot())
    else:
        parts.append(cursor.name())
        while len(parts) < 3 and cursor.accept("."):  # noqa: PLR2004 - schema.table.column
            parts.append(cursor.name_after_dot())
    return syntax.ColumnRef(tuple(parts), span=cursor.since(start))


def _read_extract(cursor: Cursor, start: int) -> Expression:
    span = cursor.since(start)
    cursor.expect("(")
    unit_start = cursor.position
    unit = _word_literal(read_unit(cursor), cursor.since(unit_start))
    cursor.expect_words("FROM")
    operand = read_expression(cursor)
    cursor.expect(")")
    return _call("extract", (unit, operand), span)


def _read_trim(cursor: Cursor, start: int) -> Expression:
    """Read ``TRIM([[LEADING|TRAILING|BOTH] [what] FROM] text)`` as ``trim(text, what)``."""
    span = cursor.since(start)
    cursor.expect("(")
    side = cursor.accept_any("LEADING", "TRAILING", "BOTH")
    arguments: tuple[Expression, ...]
    if side and cursor.accept_word("FROM"):
        arguments = (read_expression(cursor),)
    else:
        first = read_expression(cursor)
        if side and cursor.word() != "FROM":
            raise cursor.unexpected()
        found = cursor.accept_word("FROM")
        arguments = (read_expression(cursor), first) if found else (first,)
    cursor.expect(")")
    name = {"LEADING": "ltrim", "TRAILING": "rtrim"}.get(side or "", "trim")
    return _call(name if len(arguments) == 1 else "trim", arguments, span)


def _read_substring(cursor: Cursor, start: int) -> Expression:
    span = cursor.since(start)
    cursor.expect("(")
    text = read_expression(cursor)
    from_ = cursor.accept_word("FROM")
    if not from_:
        cursor.expect(",")
    arguments: tuple[Expression, ...] = (text, read_expression(cursor))
    if cursor.accept_word("FOR") if from_ else cursor.accept(","):
        arguments = (*arguments, read_expression(cursor))
    cursor.expect(")")
    return _call("substring", arguments, span)


def _read_position(cursor: Cursor, start: int) -> Expression:
    span = cursor.since(start)
    cursor.expect("(")
    part = read_bit_expression(cursor)
    cursor.expect_words("IN")
    text = read_expression(cursor)
    cursor.expect(")")
    return _call("locate", (part, text), span)


def _read_timestamp_unit(cursor: Cursor, start: int) -> Expression:
    """Read ``TIMESTAMPADD(unit, n, x)`` or ``TIMESTAMPDIFF(unit, a, b)``."""
    span = cursor.since(start)
    name = cursor.text(-1).lower()
    cursor.expect("(")
    unit_start = cursor.position
    unit = _word_literal(read_unit(cursor, pairs=False), cursor.since(unit_start))
    cursor.expect(",")
    first = read_expression(cursor)
    cursor.expect(",")
    second = read_expression(cursor)
    cursor.expect(")")
    return _call(name, (unit, first, second), span)


def _read_date_sum(cursor: Cursor, start: int) -> Expression:
    """Read ``DATE_ADD(x, INTERVAL …)`` or its kin; ADDDATE and SUBDATE also take days."""
    span = cursor.since(start)
    name = cursor.text(-1).lower()
    cursor.expect("(")
    operand = read_expression(cursor)
    cursor.expect(",")
    if cursor.word() == "INTERVAL" or name.startswith("date"):
        amount: Expression = read_interval(cursor)
    else:
        amount = read_expression(cursor)
    cursor.expect(")")
    return _call(name, (operand, amount), span)


def _read_get_format(cursor: Cursor, start: int) -> Expression:
    span = cursor.since(start)
    cursor.expect("(")
    kind_start = cursor.position
    word = cursor.expect_any("DATE", "TIME", "DATETIME", "TIMESTAMP")
    kind = _word_literal(word, cursor.since(kind_start))
    cursor.expect(",")
    operand = read_expression(cursor)
    cursor.expect(")")
    return _call("get_format", (kind, operand), span)


def _read_weight_string(cursor: Cursor, start: int) -> Expression:
    span = cursor.since(start)
    cursor.expect("(")
    operand = read_expression(cursor)
    if cursor.accept_word("AS"):
        cursor.expect_any("CHAR", "BINARY")
        cursor.expect("(")
        cursor.position += 1
        cursor.expect(")")
    while cursor.accept_any("LEVEL", "ASC", "DESC", "REVERSE") or cursor.accept(","):
        if cursor.text().isdecimal():
            cursor.position += 1
    cursor.expect(")")
    return _call("weight_string", (operand,), span)


def _read_full_text(cursor: Cursor, start: int) -> Expression:
    """Read ``MATCH (columns) AGAINST (text mode)``; the columns may go without parentheses."""
    span = cursor.since(start)
    bracketed = cursor.accept("(")
    columns = [read_column(cursor)]
    while cursor.accept(","):
        columns.append(read_column(cursor))
    if bracketed:
        cursor.expect(")")
    cursor.expect_words("AGAINST")
    cursor.expect("(")
    against = read_bit_expression(cursor)
    mode_start = cursor.position
    if cursor.accept_words("IN", "NATURAL", "LANGUAGE", "MODE"):
        if cursor.accept_word("WITH"):
            cursor.expect_words("QUERY", "EXPANSION")
    elif cursor.accept_word("IN"):
        cursor.expect_words("BOOLEAN", "MODE")
    elif cursor.accept_word("WITH"):
        cursor.expect_words("QUERY", "EXPANSION")
    mode = cursor.tokens.slice(mode_start, cursor.position).upper()
    cursor.expect(")")
    return syntax.Match(tuple(columns), against, mode, span=span)


def _read_sequence(cursor: Cursor) -> Expression:
    """Read MariaDB's ``NEXT VALUE FOR sequence`` or ``PREVIOUS VALUE FOR sequence``."""
    start = cursor.position
    name = "nextval" if cursor.word() == "NEXT" else "lastval"
    cursor.position += 3
    span = cursor.since(start)
    cursor.require(Engine.MARIADB, "sequences", start)
    sequence = cursor.qualified_name()
    return _call(name, (syntax.ColumnRef(sequence.parts, span=sequence.span),), span)


_FORMS: Final[dict[str, Callable[[Cursor, int], Expression]]] = {
    "ADDDATE": _read_date_sum,
    "CASE": _read_case,
    "CAST": read_cast,
    "CHAR": read_char,
    "CONVERT": read_convert,
    "DATE_ADD": _read_date_sum,
    "DATE_SUB": _read_date_sum,
    "DEFAULT": _read_default,
    "EXISTS": _read_exists,
    "EXTRACT": _read_extract,
    "GET_FORMAT": _read_get_format,
    "MATCH": _read_full_text,
    "MID": _read_substring,
    "POSITION": _read_position,
    "ROW": _read_row,
    "SUBDATE": _read_date_sum,
    "SUBSTR": _read_substring,
    "SUBSTRING": _read_substring,
    "TIMESTAMPADD": _read_timestamp_unit,
    "TIMESTAMPDIFF": _read_timestamp_unit,
    "TRIM": _read_trim,
    "VALUE": _read_value,
    "VALUES": _read_value,
    "WEIGHT_STRING": _read_weight_string,
}
_WITHOUT_PARENTHESIS: Final = frozenset({"CASE", "MATCH"})
