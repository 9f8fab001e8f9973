"""MySQL's INSERT, REPLACE, UPDATE and DELETE.

Depends on: engine, syntax, cursor, expressions, limits, queries, sources, windows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.engine import Engine
from flash_core.sql import syntax

from .expressions import read_expression, starts_query
from .forms import read_column
from .limits import read_plain_limit
from .queries import read_query, read_targets
from .sources import read_sources, read_table, with_alias
from .windows import read_order

if TYPE_CHECKING:
    from flash_core.sql.syntax import Expression, FromItem, Query

    from .cursor import Cursor


def read_change(cursor: Cursor) -> syntax.Insert | syntax.Update | syntax.Delete:
    """Read INSERT, REPLACE, UPDATE or DELETE."""
    match cursor.word():
        case "UPDATE":
            return _read_update(cursor)
        case "DELETE":
            return _read_delete(cursor)
        case _:
            return _read_insert(cursor)


# -- INSERT -------------------------------------------------------------------


def _read_insert(cursor: Cursor) -> syntax.Insert:
    start = cursor.position
    action = _read_insert_words(cursor)
    cursor.accept_word("INTO")
    table = read_table(cursor)
    columns, source = _read_rows(cursor)
    row_alias, column_aliases = _read_row_alias(cursor, source)
    on_conflict = _read_on_duplicate(cursor) if action != "REPLACE" else ()
    return syntax.Insert(
        table,
        columns,
        source,
        on_conflict,
        action,
        _read_returning(cursor),
        row_alias=row_alias,
        column_aliases=column_aliases,
        span=cursor.since(start),
    )


def _read_insert_words(cursor: Cursor) -> str | None:
    """Read what stands before INTO; return what happens to a row whose key is taken."""
    if cursor.accept_word("REPLACE"):
        cursor.accept_any("LOW_PRIORITY", "DELAYED")
        return "REPLACE"
    cursor.expect_words("INSERT")
    cursor.accept_any("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY")
    return "IGNORE" if cursor.accept_word("IGNORE") else None


def _read_rows(cursor: Cursor) -> tuple[tuple[syntax.Name, ...], Query]:
    """Read the columns and the rows: SET, VALUES, or a query."""
    if cursor.accept_word("SET"):
        assignments = read_assignments(cursor)
        names = tuple(syntax.Name((one.column,), span=one.span) for one in assignments)
        row = tuple(one.value for one in assignments)
        return names, syntax.Values((row,), span=cursor.since(cursor.position - 1))
    columns: tuple[syntax.Name, ...] = ()
    if cursor.text() == "(" and not starts_query(cursor):
        columns = _read_columns(cursor)
    start = cursor.position
    if cursor.accept_any("VALUES", "VALUE"):
        rows = [_read_row(cursor)]
        while cursor.accept(","):
            rows.append(_read_row(cursor))
        return columns, syntax.Values(tuple(rows), span=cursor.since(start))
    if not starts_query(cursor):
        raise cursor.unexpected()
    return columns, read_query(cursor)


def _read_columns(cursor: Cursor) -> tuple[syntax.Name, ...]:
    """Read ``(a, t.b)``, which may be empty."""
    cursor.expect("(")
    columns: list[syntax.Name] = []
    if cursor.accept(")"):
        return ()
    while not columns or cursor.accept(","):
        column = read_column(cursor)
        columns.append(syntax.Name(column.parts[-1:], span=column.span))
    cursor.expect(")")
    return tuple(columns)


def _read_row(cursor: Cursor) -> tuple[Expression, ...]:
    start = cursor.position
    if cursor.accept_word("ROW"):
        cursor.require(Engine.MYSQL, "ROW in VALUES", start, "write VALUES (…)")
    cursor.expect("(")
    if cursor.accept(")"):
        return ()
    items = [_read_value(cursor)]
    while cursor.accept(","):
        items.append(_read_value(cursor))
    cursor.expect(")")
    return tuple(items)


def _read_value(cursor: Cursor) -> Expression:
    """Read an expression, or DEFAULT alone."""
    if cursor.word() == "DEFAULT" and cursor.text(1) != "(":
        cursor.position += 1
        return syntax.DefaultValue(span=cursor.since(cursor.position - 1))
    if cursor.engine is Engine.MARIADB and cursor.word() == "IGNORE":
        cursor.position += 1  # the column keeps its value, as if it was not named
        return syntax.DefaultValue(span=cursor.since(cursor.position - 1))
    return read_expression(cursor)


def _read_row_alias(cursor: Cursor, source: Query) -> tuple[str | None, tuple[str, ...]]:
    """Read MySQL's ``AS new (a, b)`` behind VALUES or SET."""
    start = cursor.position
    if not isinstance(source, syntax.Values) or not cursor.accept_word("AS"):
        return None, ()
    alias = cursor.name()
    columns = cursor.names() if cursor.text() == "(" else ()
    cursor.require(Engine.MYSQL, "alias of the new row", start, "write VALUES(column)")
    return alias, columns


def _read_on_duplicate(cursor: Cursor) -> tuple[syntax.OnConflict, ...]:
    start = cursor.position
    if not cursor.accept_word("ON"):
        return ()
    cursor.expect_words("DUPLICATE", "KEY", "UPDATE")
    span = cursor.since(start)
    cursor.in_duplicate = True
    update = read_assignments(cursor)
    cursor.in_duplicate = False
    return (syntax.OnConflict((), update, span=span),)


def read_assignments(cursor: Cursor) -> tuple[syntax.Assignment, ...]:
    """Read ``column = value, …``."""
    assignments: list[syntax.Assignment] = []
    while not assignments or cursor.accept(","):
        column = read_column(cursor)
        if not (cursor.accept("=") or cursor.accept(":=")):
            raise cursor.unexpected()
        value = _read_value(cursor)
        qualifier = column.parts[:-1]
        assignments.append(
            syntax.Assignment(column.parts[-1], value, qualifier=qualifier, span=column.span)
        )
    return tuple(assignments)


def _read_returning(cursor: Cursor) -> tuple[syntax.Target, ...]:
    start = cursor.position
    if cursor.word() != "RETURNING":
        return ()
    cursor.position += 1
    cursor.require(Engine.MARIADB, "RETURNING", start, "read the rows with a SELECT")
    return read_targets(cursor)


# -- UPDATE -------------------------------------------------------------------


def _read_update(cursor: Cursor) -> syntax.Update:
    start = cursor.position
    cursor.position += 1
    cursor.accept_word("LOW_PRIORITY")
    ignore = cursor.accept_word("IGNORE")
    sources = read_sources(cursor)
    _skip_portion(cursor)
    cursor.expect_words("SET")
    assignments = read_assignments(cursor)
    where = read_expression(cursor) if cursor.accept_word("WHERE") else None
    order_by = read_order(cursor)
    limit = read_plain_limit(cursor)
    return syntax.Update(
        _first_table(cursor, sources, start),
        assignments,
        where=where,
        joined=() if _is_plain(sources) else sources,
        order_by=order_by,
        limit=limit,
        ignore=ignore,
        span=cursor.since(start),
    )


def _is_plain(sources: tuple[FromItem, ...]) -> bool:
    return len(sources) == 1 and isinstance(sources[0], syntax.TableRef)


def _first_table(cursor: Cursor, sources: tuple[FromItem, ...], start: int) -> syntax.TableRef:
    """Return the first table of what is updated or deleted from."""
    items = list(sources)
    while items:
        item = items.pop(0)
        if isinstance(item, syntax.TableRef):
            return item
        if isinstance(item, syntax.Join):
            items[:0] = [item.left, item.right]
    cursor.position = start
    raise cursor.unexpected()  # derived tables alone: nothing could be changed


def _skip_portion(cursor: Cursor) -> None:
    """Consume MariaDB's FOR PORTION OF period FROM … TO …."""
    start = cursor.position
    if not cursor.accept_words("FOR", "PORTION"):
        return
    cursor.require(Engine.MARIADB, "FOR PORTION OF", start)
    cursor.expect_words("OF")
    cursor.name()
    cursor.expect_words("FROM")
    read_expression(cursor)
    cursor.expect_words("TO")
    read_expression(cursor)


# -- DELETE -------------------------------------------------------------------


def _read_delete(cursor: Cursor) -> syntax.Delete:
    start = cursor.position
    cursor.position += 1
    while cursor.accept_any("LOW_PRIORITY", "QUICK", "IGNORE"):
        pass
    if not cursor.accept_word("FROM"):
        targets = _read_targets_of_delete(cursor)
        cursor.expect_words("FROM")
        return _read_joined_delete(cursor, targets, start)
    opening = cursor.position
    targets = _read_targets_of_delete(cursor)
    if cursor.accept_word("USING"):
        return _read_joined_delete(cursor, targets, start)
    cursor.position = opening
    return _read_plain_delete(cursor, start)


def _read_plain_delete(cursor: Cursor, start: int) -> syntax.Delete:
    table = read_table(cursor)
    _skip_portion(cursor)
    alias = cursor.position
    if cursor.word() == "AS" or cursor.at_name():
        table = with_alias(cursor, table)
        cursor.require(
            Engine.MYSQL, "alias in DELETE FROM one table", alias, "write DELETE a FROM t AS a"
        )
    where = read_expression(cursor) if cursor.accept_word("WHERE") else None
    order_by = read_order(cursor)
    limit = read_plain_limit(cursor)
    return syntax.Delete(
        table,
        where=where,
        returning=_read_returning(cursor),
        order_by=order_by,
        limit=limit,
        span=cursor.since(start),
    )


def _read_targets_of_delete(cursor: Cursor) -> tuple[syntax.Name, ...]:
    """Read ``t, db.u.*``: the tables that lose rows."""
    names: list[syntax.Name] = []
    while not names or cursor.accept(","):
        start = cursor.position
        parts = [cursor.name()]
        while cursor.accept("."):
            if cursor.accept("*"):
                break
            parts.append(cursor.name_after_dot())
        names.append(syntax.Name(tuple(parts), span=cursor.since(start)))
    return tuple(names)


def _read_joined_delete(
    cursor: Cursor, targets: tuple[syntax.Name, ...], start: int
) -> syntax.Delete:
    sources = read_sources(cursor)
    where = read_expression(cursor) if cursor.accept_word("WHERE") else None
    return syntax.Delete(
        _first_table(cursor, sources, start),
        where=where,
        targets=targets,
        joined=sources,
        span=cursor.since(start),
    )
