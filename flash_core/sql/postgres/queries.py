"""PostgreSQL's SELECT, INSERT, UPDATE, DELETE and what stands in them.

Depends on: syntax, tree, expressions, sources.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax
from flash_core.sql.syntax import LiteralKind, SetKind

from .expressions import read_expression, read_expressions, read_optional, read_order, read_window
from .locking import read_locks
from .sources import read_from, read_table
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
    from collections.abc import Callable

    from flash_core.sql.libpg_query import Tree
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression, Query, Statement

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
        relation = child(into, "rel") or {}
        reader.refuse("SELECT INTO", relation, "write CREATE TABLE … and INSERT INTO …")
    distinct = children(node, "distinctClause")
    distinct_on = read_expressions(reader, [key for key in distinct if key])
    targets = read_targets(reader, children(node, "targetList"))
    group_by, grouping_sets = _read_groups(reader, children(node, "groupClause"))
    windows = tuple(read_window(reader, unwrapped(w)) for w in children(node, "windowClause"))
    return syntax.Select(
        targets,
        tuple([read_from(reader, item) for item in children(node, "fromClause")]),
        read_optional(reader, child(node, "whereClause")),
        group_by,
        grouping_sets,
        read_optional(reader, child(node, "havingClause")),
        windows,
        distinct=bool(distinct) and not distinct_on,
        distinct_on=distinct_on,
        with_=with_,
        order_by=order_by,
        limit=bounds[0],
        offset=bounds[1],
        with_ties=ties,
        span=_around(reader, targets),
    )


def _around(reader: Reader, nodes: list[Expression] | tuple[syntax.Target, ...]) -> Span:
    if not nodes:
        return reader.excerpt.whole()
    return nodes[0].span.until(nodes[-1].span)


def _read_groups(reader: Reader, wrappers: list[Tree]) -> tuple[tuple[Expression, ...], bool]:
    """Flatten GROUP BY, as the server does: ``(a, b)`` groups by both."""
    keys: list[Expression] = []
    sets = False
    for wrapper in wrappers:
        kind, node = unwrap(wrapper)
        if kind == "GroupingSet":
            keys += _read_groups(reader, children(node, "content"))[0]
            sets = True
        elif kind == "RowExpr" and string(node, "row_format") == "COERCE_IMPLICIT_CAST":
            keys += _read_groups(reader, children(node, "args"))[0]
        else:
            keys.append(read_expression(reader, wrapper))
    return tuple(keys), sets


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
        if search := child(cte, "search_clause"):
            reader.refuse("SEARCH in a recursive query", search)
        if cycle := child(cte, "cycle_clause"):
            reader.refuse("CYCLE in a recursive query", cycle)
        statement = read_dml(reader, child(cte, "ctequery") or {})
        columns = strings(children(cte, "aliascolnames"))
        ctes.append(syntax.Cte(string(cte, "ctename"), columns, statement, span=reader.token(cte)))
    return syntax.With(tuple(ctes), flag(node, "recursive"), span=reader.token(node))


def read_dml(reader: Reader, wrapper: Tree) -> Statement:
    """Read a statement that may stand in WITH.

    Raises:
        NotReadable: It is valid SQL that Flash does not read yet.
    """
    kind, node = unwrap(wrapper)
    if kind == "MergeStmt":
        relation = child(node, "relation") or {}
        reader.refuse("MERGE", relation, "write INSERT … ON CONFLICT DO UPDATE")
    return DML[kind](reader, node)


def read_assignments(reader: Reader, wrappers: list[Tree]) -> tuple[syntax.Assignment, ...]:
    """Read the ``ResTarget`` nodes of SET."""
    assignments: list[syntax.Assignment] = []
    source: Expression | None = None
    for node in map(unwrapped, wrappers):
        kind, value_node = unwrap(child(node, "val") or {})
        if kind == "MultiAssignRef":
            index = (value_node.get("colno") or 1) if value_node else 1
            position = index - 1 if isinstance(index, int) else 0
            if position == 0 or source is None:
                source = read_expression(reader, child(value_node, "source") or {})
            value = _multiple(source, position)
        else:
            value = read_expression(reader, child(node, "val") or {})
        indirection = children(node, "indirection")
        path = strings(indirection)
        if len(path) < len(indirection):
            reader.refuse("assigning to an element of an array", node, "assign the whole array")
        name = string(node, "name")
        assignments.append(syntax.Assignment(name, value, path, span=reader.token(node)))
    return tuple(assignments)


def _multiple(source: Expression, index: int) -> Expression:
    if isinstance(source, syntax.RowLiteral) and index < len(source.items):
        return source.items[index]
    return syntax.MultiAssignSource(source, index, span=source.span)


def _read_insert(reader: Reader, node: Tree) -> syntax.Insert:
    columns: list[syntax.Name] = []
    for column in map(unwrapped, children(node, "cols")):
        if children(column, "indirection"):
            reader.refuse("a part of a column in INSERT", column)
        columns.append(syntax.Name((string(column, "name"),), span=reader.token(column)))
    source = child(node, "selectStmt")
    conflict = child(node, "onConflictClause")
    return syntax.Insert(
        read_table(reader, child(node, "relation") or {}),
        tuple(columns),
        None if source is None else read_query(reader, unwrapped(source)),
        () if conflict is None else (_read_conflict(reader, conflict),),
        returning=_read_returning(reader, node),
        with_=read_with(reader, child(node, "withClause")),
        span=reader.excerpt.whole(),
    )


def _read_conflict(reader: Reader, node: Tree) -> syntax.OnConflict:
    infer = child(node, "infer") or {}
    names = (string(element, "name") for element in map(unwrapped, children(infer, "indexElems")))
    span = reader.token(infer or node)
    columns = tuple(syntax.Name((name,), span=span) for name in names if name)
    update = None
    if string(node, "action") == "ONCONFLICT_UPDATE":
        update = read_assignments(reader, children(node, "targetList"))
    return syntax.OnConflict(
        columns,
        update,
        read_optional(reader, child(node, "whereClause")),
        read_optional(reader, child(infer, "whereClause")),
        constraint=optional(infer, "conname"),
        span=reader.token(node),
    )


def _read_returning(reader: Reader, node: Tree) -> tuple[syntax.Target, ...]:
    clause = child(node, "returningClause")
    if clause is None:
        return read_targets(reader, children(node, "returningList"))
    for option in map(unwrapped, children(clause, "options")):
        reader.refuse("RETURNING WITH", option, "use the names old and new")
    return read_targets(reader, children(clause, "exprs"))


def _read_update(reader: Reader, node: Tree) -> syntax.Update:
    return syntax.Update(
        read_table(reader, child(node, "relation") or {}),
        read_assignments(reader, children(node, "targetList")),
        tuple(read_from(reader, item) for item in children(node, "fromClause")),
        read_optional(reader, child(node, "whereClause")),
        _read_returning(reader, node),
        read_with(reader, child(node, "withClause")),
        span=reader.excerpt.whole(),
    )


def _read_delete(reader: Reader, node: Tree) -> syntax.Delete:
    return syntax.Delete(
        read_table(reader, child(node, "relation") or {}),
        tuple(read_from(reader, item) for item in children(node, "usingClause")),
        read_optional(reader, child(node, "whereClause")),
        _read_returning(reader, node),
        read_with(reader, child(node, "withClause")),
        span=reader.excerpt.whole(),
    )


DML: Final[dict[str, Callable[[Reader, Tree], Statement]]] = {
    "DeleteStmt": _read_delete,
    "InsertStmt": _read_insert,
    "SelectStmt": read_query,
    "UpdateStmt": _read_update,
}
