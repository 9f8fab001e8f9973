"""PostgreSQL's SELECT, VALUES, set operations and WITH.

Depends on: excerpt, syntax, tree, expressions, sources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NoReturn

from flash_core._dataclass import dataclass, replace
from flash_core.sql import syntax
from flash_core.sql.excerpt import NotReadable
from flash_core.sql.syntax import LiteralKind, SetKind

from .expressions import read_expression, read_expressions, read_optional, read_order, read_window
from .locking import read_locks
from .sources import read_from
from .tree import (
    Reader,
    child,
    children,
    flag,
    list_items,
    optional,
    string,
    strings,
    unwrap,
    unwrapped,
)

if TYPE_CHECKING:
    from flash_core.sql.libpg_query import Tree
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression, Query

_SET_KINDS: Final = {
    "SETOP_UNION": SetKind.UNION,
    "SETOP_INTERSECT": SetKind.INTERSECT,
    "SETOP_EXCEPT": SetKind.EXCEPT,
}


def read_query(reader: Reader, node: Tree) -> Query:
    """Read a ``SelectStmt``: SELECT, VALUES or a set operation."""
    query = _read_query(reader, node)
    locks = read_locks(reader, node)
    return replace(query, locks=locks) if locks else query


def _read_query(reader: Reader, node: Tree) -> Query:
    with_ = read_with(reader, child(node, "withClause"))
    order_by = read_order(reader, children(node, "sortClause"))
    limit = read_optional(reader, child(node, "limitCount"))
    if isinstance(limit, syntax.Literal) and limit.kind is LiteralKind.NULL:  # LIMIT ALL
        limit = None
    offset = read_optional(reader, child(node, "limitOffset"))
    ties = string(node, "limitOption") == "LIMIT_OPTION_WITH_TIES"
    if kind := _SET_KINDS.get(string(node, "op")):
        left = read_query(reader, child(node, "larg") or {})
        right = read_query(reader, child(node, "rarg") or {})
        return syntax.SetOperation(
            kind,
            flag(node, "all"),
            left,
            right,
            with_=with_,
            order_by=order_by,
            limit=limit,
            offset=offset,
            with_ties=ties,
            span=left.span.until(right.span),
        )
    if rows := children(node, "valuesLists"):
        values = tuple(read_expressions(reader, list_items(row)) for row in rows)
        return syntax.Values(
            values,
            with_=with_,
            order_by=order_by,
            limit=limit,
            offset=offset,
            with_ties=ties,
            span=_around(reader, [item for row in values for item in row]),
        )
    return _read_select(reader, node, with_, order_by, (limit, offset), ties=ties)


def _read_select(
    reader: Reader,
    node: Tree,
    with_: syntax.With | None,
    order_by: tuple[syntax.OrderItem, ...],
    bounds: tuple[Expression | None, Expression | None],
    *,
    ties: bool,
) -> syntax.Select:
    if into := child(node, "intoClause"):
        _refuse_into(reader, child(into, "rel") or {})
    distinct = children(node, "distinctClause")
    distinct_on = read_expressions(reader, [key for key in distinct if key])
    targets = read_targets(reader, children(node, "targetList"))
    groups = [_read_group(reader, item) for item in children(node, "groupClause")]
    group_by = [key for group in groups for key in group.keys]
    always = [key for group in groups for key in group.always]
    windows = tuple(read_window(reader, unwrapped(w)) for w in children(node, "windowClause"))
    return syntax.Select(
        targets,
        tuple([read_from(reader, item) for item in children(node, "fromClause")]),
        read_optional(reader, child(node, "whereClause")),
        tuple(group_by),
        any(group.several for group in groups),
        read_optional(reader, child(node, "havingClause")),
        windows,
        always_grouped=tuple(key in always for key in group_by),
        empty_set=bool(groups) and all(group.empty for group in groups),
        distinct=bool(distinct) and not distinct_on,
        distinct_on=distinct_on,
        with_=with_,
        order_by=order_by,
        limit=bounds[0],
        offset=bounds[1],
        with_ties=ties,
        span=_around(reader, targets),
    )


def _refuse_into(reader: Reader, relation: Tree) -> NoReturn:
    start = reader.at(relation) or 0
    message = "SELECT ... INTO is not allowed here"
    raise NotReadable(
        message,
        start,
        reader.token_end(start),
        hint="write CREATE TABLE … AS SELECT …",
        sqlstate="42601",
    )


def _around(reader: Reader, nodes: list[Expression] | tuple[syntax.Target, ...]) -> Span:
    if not nodes:
        return reader.excerpt.whole()
    return nodes[0].span.until(nodes[-1].span)


@dataclass(frozen=True, slots=True)
class _Group:
    """An item of GROUP BY: its keys, those of them in all its sets, whether one set is empty."""

    keys: tuple[Expression, ...]
    always: tuple[Expression, ...] = ()
    empty: bool = False
    several: bool = True


def _read_group(reader: Reader, wrapper: Tree) -> _Group:
    """Read an item of GROUP BY, as the server does: ``(a, b)`` groups by both."""
    kind, node = unwrap(wrapper)
    if kind == "GroupingSet":
        parts = [_read_group(reader, item) for item in children(node, "content")]
        keys = tuple(key for part in parts for key in part.keys)
        if string(node, "kind") != "GROUPING_SET_SETS":  # (), ROLLUP, CUBE
            return _Group(keys, empty=True)
        always = tuple(key for key in keys if all(key in part.always for part in parts))
        return _Group(keys, always, any(part.empty for part in parts))
    if kind == "RowExpr" and string(node, "row_format") == "COERCE_IMPLICIT_CAST":
        items = [_read_group(reader, item) for item in children(node, "args")]
        keys = tuple(key for item in items for key in item.keys)
    else:
        keys = (read_expression(reader, wrapper),)
    return _Group(keys, keys, several=False)


def read_targets(reader: Reader, wrappers: list[Tree]) -> tuple[syntax.Target, ...]:
    """Read the ``ResTarget`` nodes of a select list or RETURNING."""
    targets: list[syntax.Target] = []
    for node in map(unwrapped, wrappers):
        expression = read_expression(reader, child(node, "val") or {})
        start = reader.at(node)
        span = expression.span if start is None else reader.token(node).until(expression.span)
        targets.append(syntax.Target(expression, optional(node, "name"), span=span))
    return tuple(targets)


def read_with(reader: Reader, node: Tree | None) -> syntax.With | None:
    """Read a ``WithClause``."""
    if node is None:
        return None
    ctes: list[syntax.Cte] = []
    for cte in map(unwrapped, children(node, "ctes")):
        columns = strings(children(cte, "aliascolnames"))
        ctes.append(
            syntax.Cte(
                string(cte, "ctename"),
                columns,
                reader.read_statement(reader, child(cte, "ctequery") or {}),
                _read_search(reader, child(cte, "search_clause")),
                _read_cycle(reader, child(cte, "cycle_clause")),
                span=reader.token(cte),
            )
        )
    return syntax.With(tuple(ctes), flag(node, "recursive"), span=reader.token(node))


def _read_search(reader: Reader, node: Tree | None) -> syntax.SearchClause | None:
    if node is None:
        return None
    return syntax.SearchClause(
        strings(children(node, "search_col_list")),
        flag(node, "search_breadth_first"),
        string(node, "search_seq_column"),
        span=reader.token(node),
    )


def _read_cycle(reader: Reader, node: Tree | None) -> syntax.CycleClause | None:
    if node is None:
        return None
    return syntax.CycleClause(
        strings(children(node, "cycle_col_list")),
        string(node, "cycle_mark_column"),
        read_expression(reader, child(node, "cycle_mark_value") or {}),
        read_expression(reader, child(node, "cycle_mark_default") or {}),
        string(node, "cycle_path_column"),
        span=reader.token(node),
    )
