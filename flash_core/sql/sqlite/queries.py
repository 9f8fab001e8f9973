"""SQLite's SELECT, INSERT, UPDATE and DELETE.

Depends on: syntax, cursor, expressions, calls, sources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.sql import syntax
from flash_core.sql.excerpt import NotReadable
from flash_core.sql.syntax import SetKind

from .calls import read_order, read_window
from .expressions import at_query, read_expression, read_expressions
from .sources import read_from, read_table

if TYPE_CHECKING:
    from flash_core.sql.syntax import Expression, Query, Statement

    from .cursor import Cursor

_SET_KINDS: Final = {
    "UNION": SetKind.UNION,
    "INTERSECT": SetKind.INTERSECT,
    "EXCEPT": SetKind.EXCEPT,
}
_CONFLICT_ACTIONS: Final = ("ROLLBACK", "ABORT", "REPLACE", "FAIL", "IGNORE")


def read_dml(cursor: Cursor) -> Statement:
    """Read SELECT, VALUES, INSERT, REPLACE, UPDATE or DELETE, with its WITH clause."""
    start = cursor.position
    with_ = _read_with(cursor)
    match cursor.word():
        case "INSERT" | "REPLACE":
            return _read_insert(cursor, with_, start)
        case "UPDATE":
            return _read_update(cursor, with_, start)
        case "DELETE":
            return _read_delete(cursor, with_, start)
        case _:
            return _read_compound(cursor, with_, start)


def read_query(cursor: Cursor) -> Query:
    """Read a query: SELECT, VALUES or set operations of them, with WITH, ORDER BY and LIMIT."""
    start = cursor.position
    return _read_compound(cursor, _read_with(cursor), start)


def _read_with(cursor: Cursor) -> syntax.With | None:
    start = cursor.position
    if not cursor.accept_words("WITH"):
        return None
    span = cursor.since(start)
    cursor.accept_words(
        "RECURSIVE"
    )  # says nothing: any query may refer to itself and to later ones
    ctes = [_read_cte(cursor)]
    while cursor.accept(","):
        ctes.append(_read_cte(cursor))
    return syntax.With(tuple(ctes), recursive=True, span=span)


def _read_cte(cursor: Cursor) -> syntax.Cte:
    start = cursor.position
    name = cursor.name()
    span = cursor.since(start)
    columns = cursor.names() if cursor.text() == "(" else ()
    cursor.expect_words("AS")
    if not cursor.accept_words("NOT", "MATERIALIZED"):
        cursor.accept_words("MATERIALIZED")
    cursor.expect("(")
    query = read_query(cursor)
    cursor.expect(")")
    return syntax.Cte(name, columns, query, span=span)


def _read_compound(cursor: Cursor, with_: syntax.With | None, start: int) -> Query:
    """Read set operations, all of one precedence and from the left."""
    query = _read_core(cursor)
    while word := cursor.accept_any(*_SET_KINDS):
        all_ = word == "UNION" and cursor.accept_words("ALL")
        right = _read_core(cursor)
        query = syntax.SetOperation(
            _SET_KINDS[word], all_, query, right, span=query.span.until(right.span)
        )
    order_by = read_order(cursor)
    limit, offset = _read_limit(cursor)
    if cursor.word() in _SET_KINDS and (order_by or limit is not None):
        raise _too_early(cursor, "LIMIT" if limit is not None else "ORDER BY")
    return replace(
        query,
        with_=with_,
        order_by=order_by,
        limit=limit,
        offset=offset,
        span=cursor.since(start),
    )


def _too_early(cursor: Cursor, clause: str) -> NotReadable:
    token = cursor.tokens.items[cursor.position]
    word = f"{cursor.word()}{' ALL' * (cursor.word(1) == 'ALL')}"
    message = f"{clause} clause should come after {word} not before"
    return NotReadable(message, token.start, token.end, sqlstate="SQLITE_ERROR")


def _read_limit(cursor: Cursor) -> tuple[Expression | None, Expression | None]:
    if not cursor.accept_words("LIMIT"):
        return None, None
    first = read_expression(cursor)
    if cursor.accept_words("OFFSET"):
        return first, read_expression(cursor)
    if cursor.accept(","):  # LIMIT offset, count
        return read_expression(cursor), first
    return first, None


def _read_core(cursor: Cursor) -> Query:
    start = cursor.position
    if cursor.accept_words("VALUES"):
        rows = [_read_row(cursor)]
        while cursor.accept(","):
            rows.append(_read_row(cursor))
        return syntax.Values(tuple(rows), span=cursor.since(start))
    cursor.expect_words("SELECT")
    distinct = cursor.accept_any("DISTINCT", "ALL") == "DISTINCT"
    targets = read_targets(cursor)
    from_ = read_from(cursor)
    where = read_expression(cursor) if cursor.accept_words("WHERE") else None
    group_by: tuple[Expression, ...] = ()
    if cursor.accept_words("GROUP"):
        cursor.expect_words("BY")
        group_by = read_expressions(cursor)
    having = read_expression(cursor) if cursor.accept_words("HAVING") else None
    windows: list[syntax.WindowSpec] = []
    if cursor.accept_words("WINDOW"):
        windows.append(_read_named_window(cursor))
        while cursor.accept(","):
            windows.append(_read_named_window(cursor))
    return syntax.Select(
        targets,
        from_,
        where,
        group_by,
        having=having,
        windows=tuple(windows),
        distinct=distinct,
        span=cursor.since(start),
    )


def _read_named_window(cursor: Cursor) -> syntax.WindowSpec:
    name = cursor.name()
    cursor.expect_words("AS")
    return read_window(cursor, name)


def _read_row(cursor: Cursor) -> tuple[Expression, ...]:
    cursor.expect("(")
    row = read_expressions(cursor)
    cursor.expect(")")
    return row


def read_targets(cursor: Cursor) -> tuple[syntax.Target, ...]:
    """Read a select list or what follows RETURNING.

    A target's span is its whole expression: without an alias, SQLite names the
    column by that text.
    """
    targets = [_read_target(cursor)]
    while cursor.accept(","):
        targets.append(_read_target(cursor))
    return tuple(targets)


def _read_target(cursor: Cursor) -> syntax.Target:
    start = cursor.position
    if cursor.accept("*"):
        span = cursor.since(start)
        return syntax.Target(syntax.Star(span=span), span=span)
    if (cursor.at_name() or cursor.at_string()) and cursor.text(1) == "." and cursor.text(2) == "*":
        qualifier = cursor.name()
        cursor.position += 2
        items = cursor.tokens.items
        embed = cursor.excerpt.is_embed(items[start].start, items[start + 2].end)
        span = cursor.since(start)
        return syntax.Target(syntax.Star((qualifier,), embed, span=span), span=span)
    expression = read_expression(cursor)
    span = cursor.since(start)
    return syntax.Target(expression, cursor.alias(), span=span)


def _read_insert(cursor: Cursor, with_: syntax.With | None, start: int) -> syntax.Insert:
    action = "REPLACE" if cursor.accept_words("REPLACE") else None
    if action is None:
        cursor.expect_words("INSERT")
        action = _read_conflict_action(cursor)
    cursor.expect_words("INTO")
    table = read_table(cursor)
    columns: list[syntax.Name] = []
    if cursor.accept("("):
        columns.append(_read_column(cursor))
        while cursor.accept(","):
            columns.append(_read_column(cursor))
        cursor.expect(")")
    source: Query | None = None
    if not cursor.accept_words("DEFAULT", "VALUES"):
        if not at_query(cursor):
            raise cursor.unexpected()
        source = read_query(cursor)
    conflicts: list[syntax.OnConflict] = []
    while cursor.at_words("ON"):
        conflicts.append(_read_on_conflict(cursor))
    return syntax.Insert(
        table,
        tuple(columns),
        source,
        tuple(conflicts),
        action,
        _read_returning(cursor),
        with_,
        span=cursor.since(start),
    )


def _read_conflict_action(cursor: Cursor) -> str | None:
    if not cursor.accept_words("OR"):
        return None
    action = cursor.accept_any(*_CONFLICT_ACTIONS)
    if action is None:
        raise cursor.unexpected()
    return action


def _read_column(cursor: Cursor) -> syntax.Name:
    start = cursor.position
    return syntax.Name((cursor.name(),), span=cursor.since(start))


def _read_on_conflict(cursor: Cursor) -> syntax.OnConflict:
    start = cursor.position
    cursor.expect_words("ON", "CONFLICT")
    span = cursor.since(start)
    columns: list[syntax.Name] = []
    target_where = None
    if cursor.accept("("):
        while True:
            key_start = cursor.position
            key = read_expression(cursor)
            while isinstance(key, syntax.Collate):
                key = key.operand
            if isinstance(key, syntax.ColumnRef):
                columns.append(syntax.Name(key.parts[-1:], span=cursor.since(key_start)))
            cursor.accept_any("ASC", "DESC")
            if not cursor.accept(","):
                break
        cursor.expect(")")
        target_where = read_expression(cursor) if cursor.accept_words("WHERE") else None
    cursor.expect_words("DO")
    if cursor.accept_words("NOTHING"):
        return syntax.OnConflict(tuple(columns), None, None, target_where, span=span)
    cursor.expect_words("UPDATE", "SET")
    update = _read_assignments(cursor)
    where = read_expression(cursor) if cursor.accept_words("WHERE") else None
    return syntax.OnConflict(tuple(columns), update, where, target_where, span=span)


def _read_assignments(cursor: Cursor) -> tuple[syntax.Assignment, ...]:
    assignments: list[syntax.Assignment] = []
    while True:
        columns: list[syntax.Name] = []
        several = cursor.accept("(")
        columns.append(_read_column(cursor))
        while several and cursor.accept(","):
            columns.append(_read_column(cursor))
        if several:
            cursor.expect(")")
        if not (cursor.accept("=") or cursor.accept("==")):
            raise cursor.unexpected()
        value = read_expression(cursor)
        for index, column in enumerate(columns):
            item = value if len(columns) == 1 else _part(value, index, len(columns))
            assignments.append(syntax.Assignment(column.last, item, span=column.span))
        if not cursor.accept(","):
            return tuple(assignments)


def _part(value: Expression, index: int, count: int) -> Expression:
    if isinstance(value, syntax.RowLiteral) and index < len(value.items):
        return value.items[index]
    return syntax.MultiAssignSource(value, index, count, span=value.span)


def _read_returning(cursor: Cursor) -> tuple[syntax.Target, ...]:
    return read_targets(cursor) if cursor.accept_words("RETURNING") else ()


def _read_update(cursor: Cursor, with_: syntax.With | None, start: int) -> syntax.Update:
    cursor.expect_words("UPDATE")
    _read_conflict_action(cursor)
    table = read_table(cursor)
    cursor.expect_words("SET")
    assignments = _read_assignments(cursor)
    from_ = read_from(cursor)
    where = read_expression(cursor) if cursor.accept_words("WHERE") else None
    returning = _read_returning(cursor)
    order_by = read_order(cursor)
    limit, offset = _read_limit(cursor)
    return syntax.Update(
        table,
        assignments,
        from_,
        where,
        returning,
        with_,
        order_by=order_by,
        limit=limit,
        offset=offset,
        span=cursor.since(start),
    )


def _read_delete(cursor: Cursor, with_: syntax.With | None, start: int) -> syntax.Delete:
    cursor.expect_words("DELETE", "FROM")
    table = read_table(cursor)
    where = read_expression(cursor) if cursor.accept_words("WHERE") else None
    returning = _read_returning(cursor)
    order_by = read_order(cursor)
    limit, offset = _read_limit(cursor)
    return syntax.Delete(
        table,
        (),
        where,
        returning,
        with_,
        order_by=order_by,
        limit=limit,
        offset=offset,
        span=cursor.since(start),
    )
