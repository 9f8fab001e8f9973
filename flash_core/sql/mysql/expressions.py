"""MySQL expressions by precedence climbing.

From loosest to tightest: OR ||; XOR; AND &&; NOT; = <=> <> IS …; BETWEEN; LIKE REGEXP IN;
|; &; << >>; + -; * / DIV MOD %; ^; unary - + ~; !; BINARY COLLATE.

Depends on: syntax, cursor, literals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.lexer import TokenKind

from .charsets import check_charset, check_collation
from .functions import RESERVED_FUNCTIONS
from .literals import (
    at_temporal,
    at_variable,
    literal_word,
    read_introducer,
    read_number,
    read_parameter,
    read_string,
    read_system_variable,
    read_temporal,
    read_text,
    read_variable,
)
from .words import INTRODUCERS

if TYPE_CHECKING:
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression, Query

    from .cursor import Cursor

(
    _OR,
    _XOR,
    _AND,
    _NOT,
    _COMPARISON,
    _BETWEEN,
    _LIKE,
    _BIT_OR,
    _BIT_AND,
    _SHIFT,
    _SUM,
    _PRODUCT,
    _POWER,
    _UNARY,
    _COLLATE,
) = range(1, 16)
_BINARY: Final = {
    "XOR": (_XOR, "XOR"),
    "=": (_COMPARISON, "="),
    "<=>": (_COMPARISON, "<=>"),
    "<>": (_COMPARISON, "<>"),
    "!=": (_COMPARISON, "<>"),
    "<": (_COMPARISON, "<"),
    "<=": (_COMPARISON, "<="),
    ">": (_COMPARISON, ">"),
    ">=": (_COMPARISON, ">="),
    "|": (_BIT_OR, "|"),
    "&": (_BIT_AND, "&"),
    "<<": (_SHIFT, "<<"),
    ">>": (_SHIFT, ">>"),
    "+": (_SUM, "+"),
    "-": (_SUM, "-"),
    "*": (_PRODUCT, "*"),
    "/": (_PRODUCT, "/"),
    "DIV": (_PRODUCT, "DIV"),
    "MOD": (_PRODUCT, "%"),
    "%": (_PRODUCT, "%"),
    "^": (_POWER, "^"),
}
_CHAINS: Final = {"OR": _OR, "||": _OR, "AND": _AND, "&&": _AND}
_MATCHERS: Final = {"LIKE": "LIKE", "REGEXP": "REGEXP", "RLIKE": "REGEXP"}
_TESTS: Final = {"TRUE": True, "FALSE": False, "UNKNOWN": None}
_ONLY_CALLED: Final = RESERVED_FUNCTIONS | {"CHAR", "CONVERT", "DEFAULT", "EXISTS"}
_NULL: Final = "\\N"
_CONSTANTS: Final = frozenset({"NULL", "TRUE", "FALSE"})
# fmt: off - a word list, not one word a line
_QUERY_TAILS: Final = frozenset(
    {
        "EXCEPT",
        "FETCH",
        "FOR",
        "INTERSECT",
        "INTO",
        "LIMIT",
        "LOCK",
        "OFFSET",
        "ORDER",
        "UNION",
    }
)
# fmt: on
_QUERY_WORDS: Final = frozenset({"SELECT", "VALUES", "WITH", "TABLE"})


def at_query(cursor: Cursor) -> bool:
    """Tell whether a query comes next, perhaps in parentheses of its own.

    ``(SELECT 1) UNION …`` is one, ``(SELECT 1) + 1`` is an expression.
    """
    position = cursor.position
    inner = position + _depth_of_query(cursor)
    if inner < position:
        return False
    close = cursor.closing
    return all(_ends_query(cursor, close(opening) + 1) for opening in range(position, inner))


def starts_query(cursor: Cursor) -> bool:
    """Tell whether a query comes next where parentheses can open nothing but one."""
    return _depth_of_query(cursor) >= 0


def _depth_of_query(cursor: Cursor) -> int:
    """Return in how many parentheses the query that comes next is, -1 if none does."""
    depth = cursor.opening_run()
    return depth if cursor.word(depth) in _QUERY_WORDS else -1


def _ends_query(cursor: Cursor, position: int) -> bool:
    """Tell whether what stands behind a parenthesis may follow a query in it."""
    text = cursor.tokens.text(position)
    return text in {"", ")", ";"} or text.upper() in _QUERY_TAILS


def read_expression(cursor: Cursor, level: int = _OR) -> Expression:
    """Read an expression whose operators bind at least as tightly as ``level``."""
    start = cursor.position
    left = _read_prefix(cursor, level)
    while (found := _read_infix(cursor, left, level, start)) is not None:
        left = found
    return left


def read_expressions(cursor: Cursor) -> tuple[Expression, ...]:
    """Read one or more expressions between commas."""
    items = [read_expression(cursor)]
    while cursor.accept(","):
        items.append(read_expression(cursor))
    return tuple(items)


def read_bit_expression(cursor: Cursor) -> Expression:
    """Read an expression without comparisons: LIKE's pattern, the value of MATCH."""
    return read_expression(cursor, _BIT_OR)


def read_addend(cursor: Cursor) -> Expression:
    """Read an operand of ``+``."""
    return read_expression(cursor, _SUM)


def read_query_in(cursor: Cursor) -> Query:
    """Read the query inside parentheses that are already open."""
    from .queries import read_query  # noqa: PLC0415 - queries hold expressions hold queries

    takes_into, cursor.takes_into = cursor.takes_into, False
    query = read_query(cursor)
    cursor.takes_into = takes_into
    return query


def _read_prefix(cursor: Cursor, level: int) -> Expression:
    start = cursor.position
    text = cursor.text()
    if cursor.word() == "NOT":
        if level > _NOT:
            raise cursor.unexpected()
        cursor.position += 1
        span = cursor.since(start)
        return syntax.Not(read_expression(cursor, _NOT), span=span)
    if text == "!":
        cursor.position += 1
        span = cursor.since(start)
        return syntax.Not(read_expression(cursor, _UNARY), span=span)
    if text in {"-", "+", "~"}:
        cursor.position += 1
        span = cursor.since(start)
        operand = read_expression(cursor, _UNARY)
        if text == "+":  # says nothing, and is no part of a column's name
            return operand
        return syntax.Operator(text, None, operand, span=span)
    if cursor.word() == "BINARY":
        cursor.position += 1
        span = cursor.since(start)
        operand = read_expression(cursor, _UNARY)
        if isinstance(operand, syntax.Parameter):  # a text: BINARY compares it byte by byte
            chars = syntax.TypeName(("char",), span=span)
            operand = syntax.Cast(operand, chars, span=operand.span)
        return syntax.Cast(operand, syntax.TypeName(("binary",), span=span), span=span)
    if cursor.word() == "INTERVAL":
        from .intervals import read_interval_prefix  # noqa: PLC0415 - which hold expressions

        return read_interval_prefix(cursor)
    return _read_operand(cursor)


def _read_infix(cursor: Cursor, left: Expression, level: int, start: int) -> Expression | None:
    """Read the operator after ``left`` and its right side; ``None`` if it binds too loosely."""
    sign = cursor.word() or cursor.text()
    found = _BINARY.get(sign)
    if found is not None:
        return _read_binary(cursor, left, found) if found[0] >= level else None
    if (chain := _CHAINS.get(sign, 0)) >= level:
        items = _read_chain(cursor, left, chain)
        node = syntax.Or if chain == _OR else syntax.And
        return node(items, span=cursor.since(start))
    if sign == "COLLATE":
        cursor.position += 1
        return syntax.Collate(left, read_collation(cursor), span=cursor.since(cursor.position - 2))
    if sign in {"->", "->>"} and isinstance(left, syntax.ColumnRef):
        return _read_path(cursor, left, sign)
    if level > _LIKE or not sign:
        return None
    return _read_test(cursor, left, sign, level)


def _read_test(cursor: Cursor, left: Expression, sign: str, level: int) -> Expression | None:
    """Read IS, BETWEEN, IN, LIKE and their kin after ``left``."""
    start = cursor.position
    if sign == "IS":
        return _closed(cursor, _read_is(cursor, left)) if level <= _COMPARISON else None
    negated = sign == "NOT"
    word = cursor.word(1) if negated else sign
    if word == "BETWEEN":
        if level > _BETWEEN:
            return None
        cursor.position += 1 + negated
        return _read_between(cursor, left, negated=negated, span=cursor.since(start))
    if word == "IN":
        cursor.position += 1 + negated
        span = cursor.since(start)
        return _closed(cursor, _read_in(cursor, left, negated=negated, span=span))
    if word in _MATCHERS:
        cursor.position += 1 + negated
        matched = _read_match(cursor, left, _MATCHERS[word], cursor.since(start))
        return syntax.Not(matched, span=matched.span) if negated else matched
    if negated:
        cursor.position += 1  # nothing but these follows NOT here: the error is behind it
        raise cursor.unexpected()
    if word == "SOUNDS" and cursor.word(1) == "LIKE":
        cursor.position += 2
        span = cursor.since(start)
        right = read_expression(cursor, _BIT_OR)
        return syntax.Operator("SOUNDS LIKE", left, right, span=span)
    if word == "MEMBER" and (cursor.word(1) == "OF" or cursor.text(1) == "("):
        return _read_member(cursor, left)
    return None


def _closed(cursor: Cursor, test: Expression) -> Expression:
    """Return IS or IN, which no operator that binds tighter may follow."""
    found = _BINARY.get(cursor.word() or cursor.text())
    if found is not None and found[0] > _LIKE:
        raise cursor.unexpected()
    return test


def _read_binary(cursor: Cursor, left: Expression, found: tuple[int, str]) -> Expression:
    binds, name = found
    cursor.position += 1
    span = cursor.since(cursor.position - 1)
    if binds == _SUM and cursor.word() == "INTERVAL":
        from .intervals import at_interval_function, read_interval  # noqa: PLC0415 - as above

        if not at_interval_function(cursor):
            return syntax.Operator(name, left, read_interval(cursor), span=span)
    if binds == _COMPARISON:
        if name == "<=>":
            right = read_expression(cursor, _BETWEEN)
            return syntax.IsDistinct(left, right, negated=True, span=span)
        if cursor.word() in {"ANY", "SOME", "ALL"} and cursor.text(1) == "(":
            return _read_quantified(cursor, left, name, span)
    right = read_expression(cursor, binds + 1)
    return syntax.Operator(name, left, right, span=span)


def _read_quantified(cursor: Cursor, left: Expression, name: str, span: Span) -> Expression:
    all_ = cursor.word() == "ALL"
    cursor.position += 2
    query = read_query_in(cursor)
    cursor.expect(")")
    return syntax.Quantified(left, name, all_, query, span=span)


def _read_chain(cursor: Cursor, left: Expression, level: int) -> tuple[Expression, ...]:
    items = [left]
    while _CHAINS.get(cursor.word() or cursor.text()) == level:
        cursor.position += 1
        items.append(read_expression(cursor, level + 1))
    return tuple(items)


def _read_path(cursor: Cursor, left: Expression, sign: str) -> Expression:
    start = cursor.position
    cursor.position += 1
    cursor.require(Engine.MYSQL, f'operator "{sign}"', start, _PATH_HINTS[sign])
    if not cursor.at_string():
        raise cursor.unexpected()
    return syntax.Operator(sign, left, read_string(cursor), span=cursor.since(start))


_PATH_HINTS: Final = {
    "->": "write JSON_EXTRACT(column, path)",
    "->>": "write JSON_UNQUOTE(JSON_EXTRACT(column, path))",
}


def _read_is(cursor: Cursor, left: Expression) -> Expression:
    start = cursor.position
    cursor.position += 1
    negated = cursor.accept_word("NOT")
    word = cursor.expect_any("NULL", *_TESTS)
    span = cursor.since(start)
    if word == "NULL":
        return syntax.IsNull(left, negated, span=span)
    return syntax.BooleanTest(left, _TESTS[word], negated, span=span)


def _read_between(cursor: Cursor, left: Expression, *, negated: bool, span: Span) -> Expression:
    low = read_expression(cursor, _LIKE)
    cursor.expect_words("AND")
    high = read_expression(cursor, _BETWEEN)
    return syntax.Between(left, low, high, negated, span=span)


def _read_in(cursor: Cursor, left: Expression, *, negated: bool, span: Span) -> Expression:
    cursor.expect("(")
    if at_query(cursor):
        query = read_query_in(cursor)
        cursor.expect(")")
        return syntax.InQuery(left, query, negated, span=span)
    items = read_expressions(cursor)
    cursor.expect(")")
    return syntax.InList(left, items, negated, span=span)


def _read_match(cursor: Cursor, left: Expression, name: str, span: Span) -> Expression:
    """Read the rest of LIKE and its kin; with ESCAPE it is ``like(text, pattern, escape)``."""
    right = read_expression(cursor, _BIT_OR)
    if name != "LIKE" or not cursor.accept_word("ESCAPE"):
        return syntax.Operator(name, left, right, span=span)
    escape = read_expression(cursor, _BIT_OR)
    return syntax.FunctionCall(syntax.Name(("like",), span=span), (left, right, escape), span=span)


def _read_member(cursor: Cursor, left: Expression) -> Expression:
    start = cursor.position
    cursor.position += 1
    cursor.accept_word("OF")
    cursor.require(Engine.MYSQL, "MEMBER OF", start, "write JSON_CONTAINS(array, value)")
    span = cursor.since(start)
    cursor.expect("(")
    right = read_expression(cursor)
    cursor.expect(")")
    return syntax.Operator("MEMBER OF", left, right, span=span)


# -- operands -----------------------------------------------------------------


def _read_operand(cursor: Cursor) -> Expression:
    start = cursor.position
    match cursor.kind():
        case TokenKind.WORD:
            return _read_word(cursor)
        case TokenKind.PARAMETER if not at_variable(cursor):
            return read_parameter(cursor)
        case TokenKind.NUMBER:
            return read_number(cursor)
        case TokenKind.STRING:
            return read_string(cursor)
        case TokenKind.QUOTED | TokenKind.PARAMETER:
            return _read_assigned(cursor) if at_variable(cursor) else read_name(cursor)
        case _:
            if cursor.accept("("):
                return _read_parenthesis(cursor, start)
            if cursor.accept("{"):
                return _read_braced(cursor)
            if cursor.accept(_NULL):
                cursor.require(Engine.MARIADB, _NULL, start, "write NULL")
                return literal_word("NULL", cursor.since(start))
            return read_name(cursor)


def _read_assigned(cursor: Cursor) -> Expression:
    """Read a user variable, perhaps with ``:=`` and its value."""
    variable = read_variable(cursor)
    if not cursor.accept(":="):
        return variable
    value = read_expression(cursor)
    return syntax.AssignVariable(variable.name, value, span=variable.span)


def _read_word(cursor: Cursor) -> Expression:
    from .forms import read_form  # noqa: PLC0415 - forms hold expressions

    word = cursor.word()
    if word in _CONSTANTS:
        cursor.position += 1
        return literal_word(word, cursor.since(cursor.position - 1))
    if word[:2] == "@@":
        return read_system_variable(cursor)
    if word in INTRODUCERS:
        return read_introducer(cursor)
    if at_temporal(cursor):
        return read_temporal(cursor)
    return read_form(cursor) or read_name(cursor)


def read_name(cursor: Cursor) -> Expression:
    """Read a column, or a call."""
    from .calls import at_call, read_call  # noqa: PLC0415 - calls hold expressions

    if at_call(cursor):
        return read_call(cursor)
    if cursor.word() in _ONLY_CALLED and not cursor.at_name():
        cursor.position += 1  # it starts a call: what is wrong is that no parenthesis follows
        raise cursor.unexpected()
    start = cursor.position
    parts: list[str] = []
    if cursor.accept("."):  # .t.a: the dot behind no database
        parts.append(cursor.name_after_dot())
    else:
        parts.append(cursor.name())
        if cursor.text() != ".":
            return syntax.ColumnRef(tuple(parts), span=cursor.since(start))
    cursor.expect(".")
    parts.append(cursor.name_after_dot())
    if cursor.text(-4) != "." and cursor.accept("."):
        parts.append(cursor.name_after_dot())
    if cursor.text() == "(":
        return read_call(cursor, tuple(parts), start)
    return syntax.ColumnRef(tuple(parts), span=cursor.since(start))


def _read_parenthesis(cursor: Cursor, start: int) -> Expression:
    if at_query(cursor):
        query = read_query_in(cursor)
        cursor.expect(")")
        return syntax.ScalarQuery(query, span=cursor.since(start))
    items = read_expressions(cursor)
    cursor.expect(")")
    if len(items) == 1:
        return items[0]
    return syntax.RowLiteral(items, span=cursor.since(start))


def _read_braced(cursor: Cursor) -> Expression:
    """Read ODBC's ``{fn f(x)}``, ``{d '…'}``, ``{t '…'}`` and ``{ts '…'}`` behind the brace."""
    start = cursor.position
    name = cursor.name().upper()
    kinds = {"D": "DATE", "T": "TIME", "TS": "TIMESTAMP"}
    value = read_expression(cursor)
    cursor.expect("}")
    if name in kinds and isinstance(value, syntax.Literal):
        kind = {"D": syntax.LiteralKind.DATE, "T": syntax.LiteralKind.TIME}
        own = kind.get(name, syntax.LiteralKind.DATETIME)
        return syntax.Literal(own, value.text, span=cursor.since(start))
    return value


def read_charset(cursor: Cursor) -> str:
    """Read the name of a character set, which may be a string."""
    return check_charset(cursor, _read_word_or_text(cursor))


def read_collation(cursor: Cursor) -> str:
    """Read the name of a collation, which may be a string."""
    return check_collation(cursor, _read_word_or_text(cursor))


def _read_word_or_text(cursor: Cursor) -> str:
    if cursor.at_string():
        return read_text(cursor)
    if cursor.word() in {"BINARY", "DEFAULT"}:
        cursor.position += 1
        return cursor.text(-1)
    return cursor.name()
