"""MySQL's SELECT and VALUES, their set operations and WITH.

Depends on: engine, syntax, cursor, expressions, sources, windows, variables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.syntax import SetKind

from .calls import at_glued_call
from .expressions import read_expression, read_expressions, starts_query
from .limits import read_into, read_limit, read_locks
from .literals import read_text
from .sources import read_from
from .windows import read_named_windows, read_order, read_order_items

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.sql.syntax import Expression, Query, Statement

    from .cursor import Cursor

_SET_KINDS: Final = {
    "UNION": SetKind.UNION,
    "INTERSECT": SetKind.INTERSECT,
    "EXCEPT": SetKind.EXCEPT,
}
# fmt: off - a word list, not one word a line
_MODIFIERS: Final = frozenset(
    {
        "ALL",
        "DISTINCT",
        "DISTINCTROW",
        "HIGH_PRIORITY",
        "SQL_BIG_RESULT",
        "SQL_BUFFER_RESULT",
        "SQL_CACHE",
        "SQL_CALC_FOUND_ROWS",
        "SQL_NO_CACHE",
        "SQL_SMALL_RESULT",
        "STRAIGHT_JOIN",
    }
)
# fmt: on


def read_dml(cursor: Cursor) -> Statement:
    """Read a query, or a data change behind WITH, which only MySQL has.

    ``SELECT … INTO`` returns no rows, so it is a :class:`syntax.Utility` around its query.
    """
    start = cursor.position
    with_ = read_with(cursor)
    if with_ is not None and cursor.word() in {"UPDATE", "DELETE"}:
        from .changes import read_change  # noqa: PLC0415 - changes hold queries

        cursor.position += 1
        hint = "put the query in a subquery"
        cursor.require(Engine.MYSQL, f"WITH before {cursor.word(-1)}", cursor.position - 1, hint)
        cursor.position -= 1
        return replace(read_change(cursor), with_=with_, span=cursor.since(start))
    cursor.takes_into = True
    query = _read_body(cursor, with_, start)
    if cursor.into is None:
        return query
    return syntax.Utility("SELECT INTO", query=query, into=cursor.into, span=cursor.since(start))


def read_query(cursor: Cursor) -> Query:
    """Read a query: SELECT, VALUES or set operations of them, with WITH, ORDER BY and LIMIT."""
    start = cursor.position
    return _read_body(cursor, read_with(cursor), start)


def read_with(cursor: Cursor) -> syntax.With | None:
    """Read WITH, if there is one."""
    start = cursor.position
    if not cursor.accept_word("WITH"):
        return None
    span = cursor.since(start)
    recursive = cursor.accept_word("RECURSIVE")
    ctes = [_read_cte(cursor, recursive=recursive)]
    while cursor.accept(","):
        ctes.append(_read_cte(cursor, recursive=recursive))
    return syntax.With(tuple(ctes), recursive, span=span)


def _read_cte(cursor: Cursor, *, recursive: bool) -> syntax.Cte:
    start = cursor.position
    name = cursor.name()
    span = cursor.since(start)
    columns = cursor.names() if cursor.text() == "(" else ()
    cursor.expect_words("AS")
    cursor.expect("(")
    query = read_query(cursor)
    cursor.expect(")")
    cycle = cursor.position
    if recursive and cursor.accept_word("CYCLE"):
        cursor.name()
        while cursor.accept(","):
            cursor.name()
        cursor.expect_words("RESTRICT")
        cursor.require(Engine.MARIADB, "CYCLE", cycle)
    return syntax.Cte(name, columns, query, span=span)


def _read_body(cursor: Cursor, with_: syntax.With | None, start: int) -> Query:
    """Read set operations and what may follow them: ORDER BY, LIMIT, INTO, FOR UPDATE."""
    query = _read_union(cursor)
    tail = cursor.position
    order_by = read_order(cursor)
    limit, offset, with_ties = read_limit(cursor)
    if cursor.word() == "PROCEDURE":
        _skip_procedure(cursor)
    read_into(cursor)
    locks = read_locks(cursor)
    read_into(cursor)
    own = query.order_by or query.limit or query.offset or query.locks or query.with_
    if own and (with_ is not None or cursor.position > tail):
        query = _wrap(query)
    elif not (with_ or cursor.position > tail):
        return query
    return replace(
        query,
        with_=with_,
        order_by=order_by,
        limit=limit,
        offset=offset,
        with_ties=with_ties,
        locks=locks,
        span=cursor.since(start),
    )


def _wrap(query: Query) -> Query:
    """Return ``SELECT * FROM (query)``: the clauses behind its parentheses are not its own."""
    target = syntax.Target(syntax.Star(span=query.span), span=query.span)
    return syntax.Select((target,), (syntax.QueryRef(query, span=query.span),), span=query.span)


def _read_union(cursor: Cursor) -> Query:
    query = _read_intersect(cursor)
    while word := cursor.accept_any("UNION", "EXCEPT"):
        query = _combine(cursor, query, word, _read_intersect)
    return query


def _read_intersect(cursor: Cursor) -> Query:
    """Read INTERSECT, which binds tighter than UNION and EXCEPT."""
    query = _read_term(cursor)
    while cursor.accept_word("INTERSECT"):
        query = _combine(cursor, query, "INTERSECT", _read_term)
    return query


def _combine(
    cursor: Cursor, left: Query, word: str, read: Callable[[Cursor], Query]
) -> syntax.SetOperation:
    if cursor.into is not None:
        cursor.position -= 1  # the one place for INTO is the end
        raise cursor.unexpected()
    all_ = cursor.accept_any("ALL", "DISTINCT") == "ALL"
    if not starts_query(cursor) or cursor.word() == "WITH":
        raise cursor.unexpected()
    right = read(cursor)
    return syntax.SetOperation(
        _SET_KINDS[word], all_, left, right, span=left.span.until(right.span)
    )


def _read_term(cursor: Cursor) -> Query:
    """Read one operand of a set operation."""
    start = cursor.position
    if cursor.accept("("):
        if cursor.word() == "WITH" and cursor.engine is Engine.MARIADB:
            raise cursor.unexpected()
        query = read_query(cursor)
        cursor.expect(")")
        return replace(query, bracketed=True) if isinstance(query, syntax.SetOperation) else query
    match cursor.word():
        case "VALUES":
            return _read_values(cursor, start)
        case "TABLE":
            cursor.position += 1
            cursor.require(Engine.MYSQL, "TABLE as a query", start, "write SELECT * FROM")
            name = cursor.qualified_name()
            target = syntax.Target(syntax.Star(span=name.span), span=name.span)
            source = syntax.TableRef(name, span=name.span)
            return syntax.Select((target,), (source,), span=cursor.since(start))
        case "SELECT":
            return _read_select(cursor, start)
        case _:
            raise cursor.unexpected()


def _read_values(cursor: Cursor, start: int) -> Query:
    """Read ``VALUES (1), (2)`` of MariaDB or ``VALUES ROW(1), ROW(2)`` of MySQL."""
    cursor.position += 1
    rows = [_read_values_row(cursor)]
    while cursor.accept(","):
        rows.append(_read_values_row(cursor))
    return syntax.Values(tuple(rows), span=cursor.since(start))


def _read_values_row(cursor: Cursor) -> tuple[Expression, ...]:
    start = cursor.position
    if cursor.accept_word("ROW"):
        cursor.require(Engine.MYSQL, "ROW in VALUES", start, "write VALUES (…)")
    elif cursor.text() == "(":
        cursor.require(Engine.MARIADB, "VALUES of plain rows", start - 1, "write VALUES ROW(…)")
    cursor.expect("(")
    row = read_expressions(cursor)
    cursor.expect(")")
    return row


def _read_select(cursor: Cursor, start: int) -> syntax.Select:
    cursor.position += 1
    distinct = _read_modifiers(cursor)
    targets = read_targets(cursor)
    read_into(cursor)
    from_ = read_from(cursor)
    where = read_expression(cursor) if cursor.accept_word("WHERE") else None
    group_by, rollup = _read_group_by(cursor)
    having = read_expression(cursor) if cursor.accept_word("HAVING") else None
    windows = read_named_windows(cursor)
    return syntax.Select(
        targets,
        from_,
        where,
        group_by,
        rollup,
        having,
        windows,
        distinct,
        always_grouped=(False,) * len(group_by) if rollup else (),
        empty_set=rollup,
        span=cursor.since(start),
    )


def read_targets(cursor: Cursor) -> tuple[syntax.Target, ...]:
    """Read a select list or what follows RETURNING.

    A target's span is its whole expression: without an alias, the server names the
    column by that text.  A plain ``*`` comes first or not at all.
    """
    start = cursor.position
    targets: list[syntax.Target] = []
    if cursor.accept("*"):
        span = cursor.since(start)
        targets.append(syntax.Target(syntax.Star(span=span), span=span))
    else:
        targets.append(_read_target(cursor))
    while cursor.accept(","):
        targets.append(_read_target(cursor))
    return tuple(targets)


def _read_target(cursor: Cursor) -> syntax.Target:
    start = cursor.position
    qualifier = _read_star_qualifier(cursor)
    if qualifier:
        items = cursor.tokens.items
        embed = cursor.excerpt.is_embed(items[start].start, items[cursor.position - 1].end)
        span = cursor.since(start)
        return syntax.Target(syntax.Star(qualifier, embed, span=span), span=span)
    expression = read_expression(cursor)
    span = cursor.since(start)
    return syntax.Target(expression, _read_alias(cursor), span=span)


def _read_star_qualifier(cursor: Cursor) -> tuple[str, ...]:
    """Consume ``t.*`` or ``db.t.*`` if it comes next, and return what stands before the star."""
    if cursor.text(1) != "." or not cursor.at_name():
        return ()
    if cursor.text(2) == "*":
        cursor.position += 3
        return (cursor.bare_text(-3),)
    if cursor.text(3) == "." and cursor.text(4) == "*":
        cursor.position += 5
        return (cursor.bare_text(-5), cursor.bare_text(-3))
    return ()


def _read_alias(cursor: Cursor) -> str | None:
    """Read ``AS name``, a bare name or a string: what the column is called."""
    as_ = cursor.accept_word("AS")
    if cursor.at_string():
        return read_text(cursor)
    if as_ or (cursor.at_name() and not at_glued_call(cursor)):
        return cursor.name()
    return None


def _read_modifiers(cursor: Cursor) -> bool:
    """Consume the words between SELECT and its list; return whether one is DISTINCT."""
    distinct = False
    while cursor.word() in _MODIFIERS:
        if cursor.word() in _MAYBE_NAMES and cursor.text(1) in {"", ",", "."}:
            break
        distinct |= cursor.word().startswith("DISTINCT")
        cursor.position += 1
    return distinct


_MAYBE_NAMES: Final = frozenset({"SQL_CACHE", "SQL_NO_CACHE", "SQL_BUFFER_RESULT"})


def _read_group_by(cursor: Cursor) -> tuple[tuple[Expression, ...], bool]:
    """Read the keys of GROUP BY, and whether WITH ROLLUP stands behind them."""
    if not cursor.accept_word("GROUP"):
        return (), False
    cursor.expect_words("BY")
    keys = tuple(item.expression for item in read_order_items(cursor))
    rollup = cursor.accept_word("WITH")
    if rollup:
        cursor.expect_words("ROLLUP")
    return keys, rollup


def _skip_procedure(cursor: Cursor) -> None:
    cursor.position += 1
    cursor.name()
    cursor.expect("(")
    if cursor.text() != ")":
        read_expressions(cursor)
    cursor.expect(")")
