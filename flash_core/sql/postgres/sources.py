"""What may stand in PostgreSQL's FROM.

Depends on: syntax, tree, documents, expressions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.sql import syntax
from flash_core.sql.syntax import JoinKind

from .constants import read_type
from .expressions import read_expression, read_expressions, read_optional
from .tree import (
    child,
    children,
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


def read_table(reader: Reader, node: Tree) -> syntax.TableRef:
    """Read a ``RangeVar``."""
    name = relation_name(reader, node)
    alias, columns = _read_alias(node)
    return syntax.TableRef(name, alias, columns, only=not flag(node, "inh"), span=name.span)


def _read_sample(reader: Reader, node: Tree) -> FromItem:
    table = read_from(reader, child(node, "relation") or {})
    if not isinstance(table, syntax.TableRef):
        reader.refuse("TABLESAMPLE of something that is no table", node)
    span = reader.dotted(node)
    sample = syntax.TableSample(
        syntax.Name(strings(children(node, "method")), span=span),
        read_expressions(reader, children(node, "args")),
        read_optional(reader, child(node, "repeatable")),
        span=span,
    )
    return replace(table, sample=sample)


def _read_json_table(reader: Reader, node: Tree) -> FromItem:
    from .documents import read_json_table  # noqa: PLC0415 - few queries read documents

    return read_json_table(reader, node, read_expression)


def _read_xml_table(reader: Reader, node: Tree) -> FromItem:
    from .documents import read_xml_table  # noqa: PLC0415 - few queries read documents

    return read_xml_table(reader, node, read_expression)


def read_from(reader: Reader, wrapper: Tree) -> FromItem:
    """Read one item of FROM.

    Raises:
        NotReadable: It is valid SQL that Flash does not read yet.
    """
    kind, node = unwrap(wrapper)
    read = _READERS.get(kind)
    if read is None:
        reader.refuse(f"this item of FROM ({kind})", node)
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
    using_alias = optional(child(node, "join_using_alias") or {}, "aliasname")
    return syntax.Join(
        kind,
        left,
        right,
        on,
        using,
        natural,
        alias,
        columns,
        using_alias,
        span=left.span.until(right.span),
    )


def _read_function(reader: Reader, node: Tree) -> syntax.FunctionRef:
    calls: list[syntax.Expression] = []
    definitions: list[tuple[syntax.ColumnDefinition, ...]] = []
    for item in children(node, "functions"):
        call, *lists = list_items(item)
        calls.append(read_expression(reader, call))
        own = [column for columns in lists for column in list_items(columns)]
        definitions.append(_read_definitions(reader, own))
    if after_alias := children(node, "coldeflist"):
        definitions[0] += _read_definitions(reader, after_alias)
    alias, columns = _read_alias(node)
    return syntax.FunctionRef(
        tuple(calls),
        alias,
        columns,
        tuple(definitions) if any(definitions) else (),
        flag(node, "ordinality"),
        flag(node, "lateral"),
        span=calls[0].span,
    )


def _read_definitions(reader: Reader, wrappers: list[Tree]) -> tuple[syntax.ColumnDefinition, ...]:
    return tuple(
        syntax.ColumnDefinition(
            string(column, "colname"),
            read_type(reader, child(column, "typeName") or {}),
            span=reader.token(column),
        )
        for column in map(unwrapped, wrappers)
    )


_READERS: Final[dict[str, Callable[[Reader, Tree], FromItem]]] = {
    "JoinExpr": _read_join,
    "JsonTable": _read_json_table,
    "RangeFunction": _read_function,
    "RangeSubselect": _read_subquery,
    "RangeTableFunc": _read_xml_table,
    "RangeTableSample": _read_sample,
    "RangeVar": read_table,
}
