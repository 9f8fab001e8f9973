"""SQLite expressions by precedence climbing.

From loosest to tightest: OR; AND; NOT; = <> IS IN LIKE BETWEEN …; < <= > >=;
& | << >>; + -; * / %; || -> ->>; COLLATE; unary ~ + -.

Depends on: syntax, cursor, literals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax
from flash_core.sql.lexer import TokenKind
from flash_core.sql.syntax import LiteralKind

from .literals import number_literal, read_parameter, string_literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression, Query

    from .cursor import Cursor

_OR, _AND, _NOT, _EQUALITY, _COMPARISON, _BITS, _SUM, _PRODUCT, _CONCAT, _COLLATE, _UNARY = range(
    1, 12
)
_BINARY: Final = {
    "=": (_EQUALITY, "="),
    "==": (_EQUALITY, "="),
    "<>": (_EQUALITY, "<>"),
    "!=": (_EQUALITY, "<>"),
    "<": (_COMPARISON, "<"),
    "<=": (_COMPARISON, "<="),
    ">": (_COMPARISON, ">"),
    ">=": (_COMPARISON, ">="),
    "&": (_BITS, "&"),
    "|": (_BITS, "|"),
    "<<": (_BITS, "<<"),
    ">>": (_BITS, ">>"),
    "+": (_SUM, "+"),
    "-": (_SUM, "-"),
    "*": (_PRODUCT, "*"),
    "/": (_PRODUCT, "/"),
    "%": (_PRODUCT, "%"),
    "||": (_CONCAT, "||"),
    "->": (_CONCAT, "->"),
    "->>": (_CONCAT, "->>"),
}
_MATCHERS: Final = frozenset({"LIKE", "GLOB", "REGEXP", "MATCH"})
_EQUALITY_WORDS: Final = frozenset({"IS", "IN", "BETWEEN", "ISNULL", "NOTNULL"}) | _MATCHERS
_SQL_VALUES: Final = frozenset({"CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP"})
_LEAST: Final = "9223372036854775808"  # an integer with its sign alone
_QUERY_WORDS: Final = frozenset({"SELECT", "VALUES", "WITH"})


def at_query(cursor: Cursor) -> bool:
    """Tell whether a query comes next."""
    word = cursor.word()
    # WITH may also be a name; a query's WITH is followed by one.
    return word in _QUERY_WORDS and (word != "WITH" or cursor.text(1) not in {"", ",", ")", "."})


def read_expression(cursor: Cursor, level: int = _OR) -> Expression:
    """Read an expression whose operators bind at least as tightly as ``level``."""
    start = cursor.position
    left = _read_prefix(cursor)
    while (found := _read_infix(cursor, left, level, start)) is not None:
        left = found
    return left


def read_expressions(cursor: Cursor) -> tuple[Expression, ...]:
    """Read one or more expressions between commas."""
    items = [read_expression(cursor)]
    while cursor.accept(","):
        items.append(read_expression(cursor))
    return tuple(items)


def read_query_in(cursor: Cursor) -> Query:
    """Read the query inside parentheses that are already open."""
    from .queries import read_query  # noqa: PLC0415 - queries hold expressions hold queries

    return read_query(cursor)


def _read_prefix(cursor: Cursor) -> Expression:
    start = cursor.position
    if cursor.at_words("NOT"):
        cursor.position += 1
        span = cursor.since(start)
        operand = read_expression(cursor, _NOT)
        return syntax.Not(operand, span=span)
    token = cursor.token
    if token is not None and token.kind is TokenKind.OPERATOR and token.text in {"-", "+", "~"}:
        cursor.position += 1
        span = cursor.since(start)
        if token.text == "-" and cursor.text() == _LEAST:
            cursor.position += 1
            return syntax.Literal(LiteralKind.INTEGER, f"-{_LEAST}", span=cursor.since(start))
        operand = read_expression(cursor, _UNARY)
        return syntax.Operator(token.text, None, operand, span=span)
    return _read_operand(cursor)


def _read_infix(cursor: Cursor, left: Expression, level: int, start: int) -> Expression | None:
    """Read the operator after ``left`` and its right side; ``None`` if it binds too loosely."""
    token = cursor.token
    if token is None:
        return None
    if token.kind is TokenKind.OPERATOR or token.text == "*":
        found = _BINARY.get(token.text)
        if found is None or found[0] < level:
            return None
        cursor.position += 1
        span = cursor.since(cursor.position - 1)
        right = read_expression(cursor, found[0] + 1)
        return syntax.Operator(found[1], left, right, span=span)
    word = cursor.word()
    if word == "OR" and level <= _OR:
        return syntax.Or(_read_chain(cursor, left, "OR", _AND), span=cursor.since(start))
    if word == "AND" and level <= _AND:
        return syntax.And(_read_chain(cursor, left, "AND", _NOT), span=cursor.since(start))
    if word == "COLLATE" and level <= _COLLATE:
        cursor.position += 1
        return syntax.Collate(left, cursor.name(), span=cursor.since(cursor.position - 2))
    if level > _EQUALITY:
        return None
    if word == "NOT":
        return _read_negated(cursor, left)
    if word in _EQUALITY_WORDS:
        return _read_equality(cursor, left, negated=False)
    return None


def _read_chain(cursor: Cursor, left: Expression, word: str, level: int) -> tuple[Expression, ...]:
    items = [left]
    while cursor.accept_words(word):
        items.append(read_expression(cursor, level))
    return tuple(items)


def _read_negated(cursor: Cursor, left: Expression) -> Expression:
    start = cursor.position
    following = cursor.word(1)
    if following == "NULL":
        cursor.position += 2
        return syntax.IsNull(left, negated=True, span=cursor.since(start))
    if following in {"IN", "BETWEEN"} or following in _MATCHERS:
        cursor.position += 1
        return _read_equality(cursor, left, negated=True)
    cursor.position += 1
    raise cursor.unexpected()


def _read_equality(cursor: Cursor, left: Expression, *, negated: bool) -> Expression:
    start = cursor.position
    word = cursor.word()
    cursor.position += 1
    span = cursor.since(start)
    match word:
        case "ISNULL" | "NOTNULL":
            return syntax.IsNull(left, word == "NOTNULL", span=span)
        case "IS":
            return _read_is(cursor, left, span)
        case "IN":
            return _read_in(cursor, left, negated=negated, span=span)
        case "BETWEEN":
            low = read_expression(cursor, _NOT)
            cursor.expect_words("AND")
            high = read_expression(cursor, _COMPARISON)
            return syntax.Between(left, low, high, negated, span=span)
        case _:
            matched = _read_match(cursor, left, word, span)
            return syntax.Not(matched, span=span) if negated else matched


def _read_match(cursor: Cursor, left: Expression, word: str, span: Span) -> Expression:
    """Read the rest of LIKE and its kin; with ESCAPE it is the function ``like(Y, X, Z)``."""
    right = read_expression(cursor, _COMPARISON)
    if not cursor.accept_words("ESCAPE"):
        return syntax.Operator(word, left, right, span=span)
    escape = read_expression(cursor, _COMPARISON)
    name = syntax.Name((word.lower(),), span=span)
    return syntax.FunctionCall(name, (right, left, escape), span=span)


def _read_is(cursor: Cursor, left: Expression, span: Span) -> Expression:
    negated = cursor.accept_words("NOT")
    if cursor.accept_words("DISTINCT", "FROM"):
        right = read_expression(cursor, _COMPARISON)
        return syntax.IsDistinct(left, right, negated, span=span)
    right = read_expression(cursor, _COMPARISON)
    if isinstance(right, syntax.Literal):
        if right.kind is LiteralKind.NULL:
            return syntax.IsNull(left, negated, span=span)
        if right.kind is LiteralKind.BOOLEAN:
            return syntax.BooleanTest(left, right.text == "true", negated, span=span)
    return syntax.IsDistinct(left, right, not negated, span=span)


def _read_in(cursor: Cursor, left: Expression, *, negated: bool, span: Span) -> Expression:
    if cursor.accept("("):
        if at_query(cursor):
            query = read_query_in(cursor)
            cursor.expect(")")
            return syntax.InQuery(left, query, negated, span=span)
        if cursor.accept(")"):
            # SQLite's parser does this too: what stands on the left is not even looked at.
            zero, one = number_literal("0", span), number_literal("1", span)
            return syntax.InList(zero, (one,), negated, span=span)
        items = read_expressions(cursor)
        cursor.expect(")")
        return syntax.InList(left, items, negated, span=span)
    from .sources import read_table_source  # noqa: PLC0415 - sources hold expressions

    # IN table, IN function(…): short for IN (SELECT * FROM …).
    source = read_table_source(cursor)
    star = syntax.Target(syntax.Star(span=source.span), span=source.span)
    query = syntax.Select((star,), (source,), span=source.span)
    return syntax.InQuery(left, query, negated, span=span)


def _read_operand(cursor: Cursor) -> Expression:
    token = cursor.token
    if token is None:
        raise cursor.unexpected()
    start = cursor.position
    match token.kind:
        case TokenKind.NUMBER:
            cursor.position += 1
            return number_literal(token.text, cursor.since(start))
        case TokenKind.STRING if cursor.text(1) != ".":
            cursor.position += 1
            return string_literal(token.text, cursor.since(start))
        case TokenKind.PARAMETER:
            return read_parameter(cursor)
        case TokenKind.WORD:
            return _read_word(cursor)
        case TokenKind.QUOTED | TokenKind.STRING:
            return _read_name(cursor)
        case _:
            if cursor.accept("("):
                return _read_parenthesis(cursor, start)
            raise cursor.unexpected()


def _read_word(cursor: Cursor) -> Expression:
    start = cursor.position
    word = cursor.word()
    span = cursor.excerpt.span(cursor.tokens.items[start].start, cursor.tokens.items[start].end)
    called = cursor.text(1) == "("
    if word in {"NULL", "TRUE", "FALSE"} and cursor.text(1) not in {"(", "."}:
        cursor.position += 1
        kind = LiteralKind.NULL if word == "NULL" else LiteralKind.BOOLEAN
        return syntax.Literal(kind, word.lower(), span=span)
    if word in _SQL_VALUES:
        cursor.position += 1
        return syntax.SqlValue(word, span=span)
    read = _FORMS.get(word)
    if read is not None and (called or word in {"CASE", "EXISTS"}):
        cursor.position += 1
        return read(cursor, start)
    return _read_name(cursor)


def _read_name(cursor: Cursor) -> Expression:
    """Read a column, or a call."""
    from .calls import read_call  # noqa: PLC0415 - calls hold expressions

    start = cursor.position
    if not (cursor.at_name() or cursor.at_string()):
        raise cursor.unexpected()
    if cursor.text(1) == "(" and not cursor.at_string():
        return read_call(cursor)
    parts = [cursor.name()]
    while len(parts) < 3 and cursor.accept("."):  # noqa: PLR2004 - schema.table.column
        parts.append(cursor.name())
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


def _read_cast(cursor: Cursor, start: int) -> Expression:
    from .columns import read_type  # noqa: PLC0415 - columns hold expressions

    cursor.expect("(")
    operand = read_expression(cursor)
    cursor.expect_words("AS")
    type_start = cursor.position
    type_ = read_type(cursor) or syntax.TypeName(("",), span=cursor.since(type_start))
    cursor.expect(")")
    return syntax.Cast(operand, type_, span=cursor.since(start))


def _read_exists(cursor: Cursor, start: int) -> Expression:
    span = cursor.since(start)
    cursor.expect("(")
    query = read_query_in(cursor)
    cursor.expect(")")
    return syntax.Exists(query, span=span)


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
    default = read_expression(cursor) if cursor.accept_words("ELSE") else None
    cursor.expect_words("END")
    return syntax.Case(operand, tuple(whens), default, span=span)


_FORMS: Final[dict[str, Callable[[Cursor, int], Expression]]] = {
    "CASE": _read_case,
    "CAST": _read_cast,
    "EXISTS": _read_exists,
}
