"""What may stand in SQLite's FROM.

A comma binds like any JOIN here, to the left: in ``a, b LEFT JOIN c ON …`` the
condition sees ``a``.  So FROM is always one item, a tree of joins.

Depends on: syntax, cursor, expressions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax
from flash_core.sql.syntax import JoinKind

from .cursor import JOIN_WORDS
from .expressions import at_query, read_expression, read_expressions, read_query_in

if TYPE_CHECKING:
    from flash_core.sql.syntax import FromItem

    from .cursor import Cursor

_OUTER: Final = {"LEFT": JoinKind.LEFT, "RIGHT": JoinKind.RIGHT, "FULL": JoinKind.FULL}


def read_from(cursor: Cursor) -> tuple[FromItem, ...]:
    """Read FROM, if there is one."""
    return (_read_joins(cursor),) if cursor.accept_words("FROM") else ()


def read_table(cursor: Cursor) -> syntax.TableRef:
    """Read the table of INSERT, UPDATE or DELETE, with its alias and index hint."""
    name = cursor.qualified_name()
    alias = cursor.name() if cursor.accept_words("AS") else None
    _skip_index_hint(cursor)
    return syntax.TableRef(name, alias, span=name.span)


def read_table_source(cursor: Cursor) -> FromItem:
    """Read ``table`` or ``function(…)`` without an alias."""
    start = cursor.position
    name = cursor.qualified_name()
    if not cursor.accept("("):
        return syntax.TableRef(name, span=name.span)
    arguments = () if cursor.text() == ")" else read_expressions(cursor)
    cursor.expect(")")
    call = syntax.FunctionCall(name, arguments, span=name.span)
    return syntax.FunctionRef((call,), span=cursor.since(start))


def _read_joins(cursor: Cursor) -> FromItem:
    start = cursor.position
    left = _read_source(cursor)
    while (words := _read_join_words(cursor)) is not None:
        right = _read_source(cursor)
        on = read_expression(cursor) if cursor.accept_words("ON") else None
        using = cursor.names() if on is None and cursor.accept_words("USING") else ()
        natural = "NATURAL" in words
        plain = on is None and not using and not natural
        kind = JoinKind.CROSS if plain else JoinKind.INNER
        for word, outer in _OUTER.items():
            if word in words:
                # LEFT with RIGHT is FULL, as in SQLite.
                kind = JoinKind.FULL if {"LEFT", "RIGHT"} <= words else outer
        left = syntax.Join(kind, left, right, on, using, natural, span=cursor.since(start))
    return left


def _read_join_words(cursor: Cursor) -> set[str] | None:
    """Consume a comma or ``[words] JOIN`` and return the words; ``None`` if no join follows."""
    if cursor.accept(","):
        return set()
    ahead = 0
    words: set[str] = set()
    while cursor.word(ahead) in JOIN_WORDS:
        words.add(cursor.word(ahead))
        ahead += 1
    if cursor.word(ahead) != "JOIN":
        return None
    cursor.position += ahead + 1
    return words


def _read_source(cursor: Cursor) -> FromItem:
    start = cursor.position
    if cursor.accept("("):
        if at_query(cursor):
            query = read_query_in(cursor)
            cursor.expect(")")
            span = cursor.since(start)
            return syntax.QueryRef(query, cursor.alias(), span=span)
        inner = _read_joins(cursor)
        cursor.expect(")")
        alias = cursor.alias()
        return inner if alias is None else _with_alias(inner, alias)
    source = read_table_source(cursor)
    alias = cursor.alias()
    _skip_index_hint(cursor)
    return source if alias is None else _with_alias(source, alias)


def _with_alias(item: FromItem, alias: str) -> FromItem:
    match item:
        case syntax.TableRef():
            return syntax.TableRef(item.name, alias, span=item.span)
        case syntax.QueryRef():
            return syntax.QueryRef(item.query, alias, span=item.span)
        case syntax.FunctionRef():
            return syntax.FunctionRef(item.calls, alias, span=item.span)
        case syntax.Join():
            return syntax.Join(
                item.kind,
                item.left,
                item.right,
                item.on,
                item.using,
                item.natural,
                alias,
                span=item.span,
            )
        case _:
            return item


def _skip_index_hint(cursor: Cursor) -> None:
    if cursor.accept_words("INDEXED", "BY"):
        cursor.name()
    else:
        cursor.accept_words("NOT", "INDEXED")
