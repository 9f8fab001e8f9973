"""What may stand in MySQL's FROM.

A JOIN without a condition lets the next one in: ``a JOIN b JOIN c ON x ON y`` is
``a JOIN (b JOIN c ON x) ON y``, and ``a JOIN b JOIN c ON x`` is ``(a JOIN b) JOIN c ON x``.
So joins are collected, in :class:`_Chain`, until their conditions are known.

Depends on: engine, syntax, cursor, expressions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.lexer import TokenKind
from flash_core.sql.syntax import JoinKind

from .expressions import at_query, read_bit_expression, read_expression, read_query_in
from .json_tables import read_json_table

if TYPE_CHECKING:
    from flash_core.sql.syntax import Expression, FromItem

    from .cursor import Cursor

_HINTS: Final = frozenset({"USE", "FORCE", "IGNORE"})


class _Step(NamedTuple):
    """One more item joined to what stands before it."""

    kind: JoinKind
    right: FromItem
    on: Expression | None = None
    using: tuple[str, ...] = ()
    natural: bool = False


class _Chain(NamedTuple):
    """An item and what is joined to it, from the left."""

    first: FromItem
    steps: tuple[_Step, ...] = ()

    def join(self, step: _Step, rest: tuple[_Step, ...] = ()) -> _Chain:
        return _Chain(self.first, (*self.steps, step, *rest))

    def tree(self) -> FromItem:
        item = self.first
        for kind, right, on, using, natural in self.steps:
            span = item.span.until(right.span)
            item = syntax.Join(kind, item, right, on, using, natural, span=span)
        return item


def read_from(cursor: Cursor) -> tuple[FromItem, ...]:
    """Read FROM, if there is one; ``FROM DUAL`` is no table."""
    if not cursor.accept_word("FROM"):
        return ()
    if cursor.accept_word("DUAL"):
        return ()
    return read_sources(cursor)


def read_sources(cursor: Cursor) -> tuple[FromItem, ...]:
    """Read table references between commas."""
    items = [_read_joins(cursor)]
    while cursor.accept(","):
        items.append(_read_joins(cursor))
    return tuple(items)


def read_table(cursor: Cursor) -> syntax.TableRef:
    """Read the table of INSERT, with its partitions."""
    name = cursor.qualified_name()
    _skip_partitions(cursor)
    return syntax.TableRef(name, span=name.span)


def _read_joins(cursor: Cursor) -> FromItem:
    chain = _Chain(_read_source(cursor))
    pending: list[tuple[_Chain, JoinKind]] = []
    while True:
        if (found := _read_join_words(cursor)) is not None:
            kind, natural = found
            right = _read_source(cursor)
            if natural:
                chain = chain.join(_Step(kind, right, natural=True))
            else:
                pending.append((chain, kind))
                chain = _Chain(right)
        elif pending and cursor.accept_word("ON"):
            on = read_expression(cursor)
            left, kind = pending.pop()
            chain = left.join(_Step(kind, chain.tree(), on))
        elif pending and cursor.accept_word("USING"):
            using = cursor.names()
            left, kind = pending.pop()
            chain = left.join(_Step(kind, chain.tree(), using=using))
        else:
            break
    while pending:
        left, kind = pending.pop()
        if kind is not JoinKind.INNER:
            raise cursor.unexpected()  # an outer join needs its condition
        chain = left.join(_Step(JoinKind.CROSS, chain.first), chain.steps)
    return chain.tree()


def _read_join_words(cursor: Cursor) -> tuple[JoinKind, bool] | None:
    """Consume the words of a JOIN; return its kind, and whether it is NATURAL."""
    word = cursor.word()
    if word == "STRAIGHT_JOIN":
        cursor.position += 1
        return JoinKind.INNER, False
    if word in {"JOIN", "INNER", "CROSS"}:
        cursor.position += 1
        if word != "JOIN":
            cursor.expect_words("JOIN")
        return JoinKind.INNER, False
    if word in {"LEFT", "RIGHT"}:
        return _read_outer(cursor), False
    if word != "NATURAL":
        return None
    cursor.position += 1
    if cursor.word() in {"LEFT", "RIGHT"}:
        return _read_outer(cursor), True
    cursor.accept_word("INNER")
    cursor.expect_words("JOIN")
    return JoinKind.INNER, True


def _read_outer(cursor: Cursor) -> JoinKind:
    kind = JoinKind.LEFT if cursor.word() == "LEFT" else JoinKind.RIGHT
    cursor.position += 1
    cursor.accept_word("OUTER")
    cursor.expect_words("JOIN")
    return kind


def _read_source(cursor: Cursor) -> FromItem:
    start = cursor.position
    if cursor.accept("("):
        return _read_parenthesis(cursor, start)
    if cursor.accept("{"):
        cursor.expect_words("OJ")
        item = _read_joins(cursor)
        cursor.expect("}")
        return item
    if cursor.word() == "LATERAL" and cursor.text(1) == "(":
        cursor.position += 1
        hint = "join the query itself, or compute its columns in the select list"
        cursor.require(Engine.MYSQL, "LATERAL", start, hint)
        cursor.expect("(")
        query = read_query_in(cursor)
        cursor.expect(")")
        return _finish_derived(cursor, query, start, lateral=True)
    if cursor.word() == "JSON_TABLE" and cursor.text(1) == "(":
        return read_json_table(cursor)
    return _read_table(cursor)


def _read_parenthesis(cursor: Cursor, start: int) -> FromItem:
    """Read a derived table, or joins in parentheses."""
    if at_query(cursor):
        query = read_query_in(cursor)
        cursor.expect(")")
        return _finish_derived(cursor, query, start)
    items = read_sources(cursor)
    cursor.expect(")")
    tree = items[0]
    for item in items[1:]:
        tree = syntax.Join(JoinKind.CROSS, tree, item, span=tree.span.until(item.span))
    return tree


def _finish_derived(
    cursor: Cursor, query: syntax.Query, start: int, *, lateral: bool = False
) -> syntax.QueryRef:
    """Read the alias of a derived table, which it must have, and its column names."""
    span = cursor.since(start)
    alias = _read_alias(cursor)
    if alias is None:
        problem = cursor.unexpected()
        problem.hint = "every derived table must have its own alias: write (SELECT …) AS name"
        raise problem
    columns: tuple[str, ...] = ()
    if cursor.text() == "(":
        columns_start = cursor.position
        columns = cursor.names()
        hint = "name the columns in the query: SELECT 1 AS a"
        cursor.require(Engine.MYSQL, "column names of a derived table", columns_start, hint)
    return syntax.QueryRef(query, alias, columns, lateral, span=span)


def _read_table(cursor: Cursor) -> FromItem:
    start = cursor.position
    if cursor.accept("."):
        name = syntax.Name((cursor.name_after_dot(),), span=cursor.since(start))
    else:
        name = cursor.qualified_name()
    _skip_partitions(cursor)
    moments = _read_system_time(cursor)
    alias = _read_alias(cursor)
    indexes = _read_index_hints(cursor)
    return syntax.TableRef(name, alias, indexes=indexes, moments=moments, span=name.span)


def _read_alias(cursor: Cursor) -> str | None:
    if cursor.accept_word("AS"):
        return cursor.name()
    if cursor.at_name() and cursor.word() != "WINDOW":
        return cursor.name()
    return None


def with_alias(cursor: Cursor, item: syntax.TableRef) -> syntax.TableRef:
    """Read the alias of a table, if there is one."""
    alias = _read_alias(cursor)
    return item if alias is None else replace(item, alias=alias)


def _skip_partitions(cursor: Cursor) -> None:
    if cursor.accept_word("PARTITION"):
        cursor.names()


def _read_system_time(cursor: Cursor) -> tuple[Expression, ...]:
    """Read MariaDB's FOR SYSTEM_TIME …: the rows of another time have the same columns."""
    start = cursor.position
    if not cursor.accept_words("FOR", "SYSTEM_TIME"):
        return ()
    cursor.require(Engine.MARIADB, "system-versioned tables", start)
    if cursor.accept_word("ALL"):
        return ()
    if cursor.accept_words("AS", "OF"):
        return _read_moment(cursor)
    between = cursor.expect_any("BETWEEN", "FROM") == "BETWEEN"
    first = _read_moment(cursor)
    cursor.expect_words("AND" if between else "TO")
    return first + _read_moment(cursor)


def _read_moment(cursor: Cursor) -> tuple[Expression, ...]:
    """Read a time; the number of a transaction is none."""
    transaction = cursor.accept_word("TRANSACTION")
    if not transaction and cursor.kind(1) is not TokenKind.STRING:
        cursor.accept_word("TIMESTAMP")
    found = read_bit_expression(cursor)
    return () if transaction else (found,)


def _read_index_hints(cursor: Cursor) -> tuple[syntax.Name, ...]:
    """Return the indexes of ``USE INDEX FOR JOIN (a, PRIMARY)`` and its kin."""
    names: list[syntax.Name] = []
    while cursor.word() in _HINTS and cursor.word(1) in {"INDEX", "KEY"}:
        empty = cursor.word() == "USE"
        cursor.position += 2
        if cursor.accept_word("FOR") and not cursor.accept_word("JOIN"):
            cursor.expect_any("ORDER", "GROUP")
            cursor.expect_words("BY")
        cursor.expect("(")
        if empty and cursor.accept(")"):
            continue
        names.append(_read_index_name(cursor))
        while cursor.accept(","):
            names.append(_read_index_name(cursor))
        cursor.expect(")")
    return tuple(names)


def _read_index_name(cursor: Cursor) -> syntax.Name:
    start = cursor.position
    name = "PRIMARY" if cursor.accept_word("PRIMARY") else cursor.name()
    return syntax.Name((name,), span=cursor.since(start))
