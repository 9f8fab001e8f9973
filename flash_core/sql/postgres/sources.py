"""What may stand in PostgreSQL's FROM.

Depends on: syntax, tree, expressions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax
from flash_core.sql.syntax import JoinKind

from .constants import read_type
from .expressions import read_expression, read_optional
from .tree import (
    child,
    children,
    first_place,
    flag,
    list_items,
    optional,
    relation_name,
    string,
    strings,
    unwrap,
    unwrapped,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.sql.libpg_query import Tree
    from flash_core.sql.syntax import FromItem

    from .tree import Reader

_JOINS: Final = {
    "JOIN_INNER": JoinKind.INNER,
    "JOIN_LEFT": JoinKind.LEFT,
    "JOIN_RIGHT": JoinKind.RIGHT,
    "JOIN_FULL": JoinKind.FULL,
}


_UNSUPPORTED: Final = {
    "JsonTable": "JSON_TABLE",
    "RangeTableFunc": "XMLTABLE",
    "RangeTableSample": "TABLESAMPLE",
}


def read_table(reader: Reader, node: Tree) -> syntax.TableRef:
    """Read a ``RangeVar``."""
    name = relation_name(reader, node)
    alias, columns = _read_alias(node)
    return syntax.TableRef(name, alias, columns, span=name.span)


def read_from(reader: Reader, wrapper: Tree) -> FromItem:
    """Read one item of FROM.

    Raises:
        NotReadable: It is valid SQL that Flash does not read yet.
    """
    kind, node = unwrap(wrapper)
    read = _READERS.get(kind)
    if read is None:
        reader.refuse(_UNSUPPORTED.get(kind, f"this item of FROM ({kind})"), node)
    return read(reader, node)


def _read_subquery(reader: Reader, node: Tree) -> syntax.QueryRef:
    query = reader.read_query(reader, unwrapped(child(node, "subquery")))
    alias, columns = _read_alias(node)
    return syntax.QueryRef(query, alias, columns, flag(node, "lateral"), span=query.span)


def _read_alias(node: Tree) -> tuple[str | None, tuple[str, ...]]:
    alias = child(node, "alias") or {}
    return optional(alias, "aliasname"), strings(children(alias, "colnames"))


def _read_join(reader: Reader, node: Tree) -> syntax.Join:
    left = read_from(reader, child(node, "larg") or {})
    right = read_from(reader, child(node, "rarg") or {})
    on = read_optional(reader, child(node, "quals"))
    using = strings(children(node, "usingClause"))
    natural = flag(node, "isNatural")
    kind = _JOINS[string(node, "jointype")]
    if kind is JoinKind.INNER and on is None and not using and not natural:
        kind = JoinKind.CROSS
    alias, columns = _read_alias(node)
    if columns or child(node, "join_using_alias"):
        what = "a column list after the alias of a join" if columns else "JOIN USING (…) AS"
        reader.refuse(what, first_place(child(node, "rarg") or {}))
    return syntax.Join(
        kind, left, right, on, using, natural, alias, span=left.span.until(right.span)
    )


def _read_function(reader: Reader, node: Tree) -> syntax.FunctionRef:
    calls: list[syntax.Expression] = []
    columns_of = children(node, "coldeflist")
    for item in children(node, "functions"):
        call, *lists = list_items(item)
        calls.append(read_expression(reader, call))
        for columns_list in lists:
            columns_of += list_items(columns_list)
    if columns_of and len(calls) > 1:
        reader.refuse(
            "a column definition list among several ROWS FROM functions",
            unwrapped(columns_of[0]),
        )
    definitions = tuple(
        syntax.ColumnDefinition(
            string(column, "colname"),
            read_type(reader, child(column, "typeName") or {}),
            span=reader.token(column),
        )
        for column in map(unwrapped, columns_of)
    )
    alias, columns = _read_alias(node)
    return syntax.FunctionRef(
        tuple(calls),
        alias,
        columns,
        definitions,
        flag(node, "ordinality"),
        flag(node, "lateral"),
        span=calls[0].span,
    )


_READERS: Final[dict[str, Callable[[Reader, Tree], FromItem]]] = {
    "JoinExpr": _read_join,
    "RangeFunction": _read_function,
    "RangeSubselect": _read_subquery,
    "RangeVar": read_table,
}
