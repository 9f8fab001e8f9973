"""PostgreSQL's INSERT, UPDATE, DELETE and MERGE.

Depends on: syntax, tree, expressions, queries, sources.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NoReturn

from flash_core.sql import syntax
from flash_core.sql.excerpt import NotReadable
from flash_core.sql.syntax import MergeMatch

from .expressions import read_expression, read_expressions, read_indices, read_optional
from .queries import read_query, read_targets, read_with
from .sources import read_from, read_table
from .tree import child, children, integer, optional, string, unwrap, unwrapped

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.sql.libpg_query import Tree
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression, Statement

    from .tree import Reader

_MATCHES: Final = {
    "MERGE_WHEN_MATCHED": MergeMatch.MATCHED,
    "MERGE_WHEN_NOT_MATCHED_BY_SOURCE": MergeMatch.NOT_MATCHED_BY_SOURCE,
    "MERGE_WHEN_NOT_MATCHED_BY_TARGET": MergeMatch.NOT_MATCHED,
}


def read_dml(reader: Reader, wrapper: Tree) -> Statement:
    """Read a statement that may stand in WITH."""
    kind, node = unwrap(wrapper)
    return DML[kind](reader, node)


def _read_path(reader: Reader, node: Tree) -> syntax.Path:
    """Read what follows the column in ``column.field[1] = …``."""
    path: list[str | syntax.Indices] = []
    subscripts: list[Tree] = []
    for kind, part in map(unwrap, children(node, "indirection")):
        if kind == "A_Indices":
            subscripts.append(part)
            continue
        if subscripts:
            path.append(_indices(reader, subscripts, node))
            subscripts = []
        if kind == "A_Star":
            reader.refuse("row expansion via * as a target", node)
        path.append(string(part, "sval"))
    if subscripts:
        path.append(_indices(reader, subscripts, node))
    return tuple(path)


def _indices(reader: Reader, subscripts: list[Tree], node: Tree) -> syntax.Indices:
    indices, sliced = read_indices(reader, subscripts)
    return syntax.Indices(indices, sliced, span=reader.token(node))


def read_assignments(reader: Reader, wrappers: list[Tree]) -> tuple[syntax.Assignment, ...]:
    """Read the ``ResTarget`` nodes of SET."""
    assignments: list[syntax.Assignment] = []
    source: Expression | None = None
    for node in map(unwrapped, wrappers):
        kind, value_node = unwrap(child(node, "val") or {})
        if kind == "MultiAssignRef":
            position = max(integer(value_node, "colno"), 1) - 1
            if position == 0 or source is None:
                source = read_expression(reader, child(value_node, "source") or {})
            value = _multiple(source, position, integer(value_node, "ncolumns"))
        else:
            value = read_expression(reader, child(node, "val") or {})
        name, path = string(node, "name"), _read_path(reader, node)
        assignments.append(syntax.Assignment(name, value, path, span=reader.token(node)))
    return tuple(assignments)


def _multiple(source: Expression, index: int, count: int) -> Expression:
    if isinstance(source, syntax.RowLiteral) and len(source.items) == count:
        return source.items[index]
    return syntax.MultiAssignSource(source, index, count, span=source.span)


def _read_columns(
    reader: Reader, wrappers: list[Tree]
) -> tuple[tuple[syntax.Name, ...], tuple[syntax.Path, ...]]:
    """Read the column list of INSERT, and the parts of the columns that are written."""
    nodes = [unwrapped(wrapper) for wrapper in wrappers]
    names = [syntax.Name((string(node, "name"),), span=reader.token(node)) for node in nodes]
    paths = tuple(_read_path(reader, node) for node in nodes)
    return tuple(names), paths if any(paths) else ()


def _read_insert(reader: Reader, node: Tree) -> syntax.Insert:
    columns, paths = _read_columns(reader, children(node, "cols"))
    source = child(node, "selectStmt")
    conflict = child(node, "onConflictClause")
    returning, versions = _read_returning(reader, node)
    return syntax.Insert(
        read_table(reader, child(node, "relation") or {}),
        columns,
        None if source is None else read_query(reader, unwrapped(source)),
        () if conflict is None else (_read_conflict(reader, conflict),),
        returning=returning,
        with_=read_with(reader, child(node, "withClause")),
        paths=paths,
        overriding=string(node, "override") in _OVERRIDING,
        versions=versions,
        span=reader.excerpt.whole(),
    )


_OVERRIDING: Final = frozenset({"OVERRIDING_SYSTEM_VALUE", "OVERRIDING_USER_VALUE"})


def _read_conflict(reader: Reader, node: Tree) -> syntax.OnConflict:
    infer = child(node, "infer") or {}
    elements = [unwrapped(element) for element in children(infer, "indexElems")]
    columns = tuple(
        syntax.Name((name,), span=_place_of(name, reader, infer or node))
        for element in elements
        if (name := string(element, "name"))
    )
    keys = [key for element in elements if (key := child(element, "expr")) is not None]
    update = None
    if string(node, "action") == "ONCONFLICT_UPDATE":
        update = read_assignments(reader, children(node, "targetList"))
    return syntax.OnConflict(
        columns,
        update,
        read_optional(reader, child(node, "whereClause")),
        read_optional(reader, child(infer, "whereClause")),
        constraint=optional(infer, "conname"),
        expressions=read_expressions(reader, keys),
        span=reader.token(node),
    )


def _place_of(name: str, reader: Reader, node: Tree) -> Span:
    """Return where a conflict target names a column: the grammar keeps the bracket's place."""
    start = reader.at(node) or 0
    word = re.compile(rf'(?<!\w)"?{re.escape(name)}"?(?!\w)', re.IGNORECASE)
    found = word.search(reader.excerpt.text, start)
    return reader.token(node) if found is None else reader.excerpt.span(*found.span())


def _read_returning(
    reader: Reader, node: Tree
) -> tuple[tuple[syntax.Target, ...], tuple[str, str]]:
    """Read RETURNING, and what it calls the old and the new row.

    Raises:
        NotReadable: One of them gets several names, or both get the same.
    """
    clause = child(node, "returningClause")
    if clause is None:
        return (), syntax.VERSIONS
    named: dict[str, str] = {}
    for option in map(unwrapped, children(clause, "options")):
        version = string(option, "option").removeprefix("RETURNING_OPTION_")
        name = string(option, "value")
        if version in named:
            message, state = f"{version} cannot be specified multiple times", "42601"
            _refuse_option(reader, option, message, state, f"give {version} one name")
        if name in named.values():
            message, state = f'table name "{name}" specified more than once', "42712"
            _refuse_option(reader, option, message, state, "give each its own name")
        named[version] = name
    old, new = syntax.VERSIONS
    versions = named.get("OLD", old), named.get("NEW", new)
    return read_targets(reader, children(clause, "exprs")), versions


def _refuse_option(
    reader: Reader, option: Tree, message: str, sqlstate: str, hint: str
) -> NoReturn:
    start = reader.at(option) or 0
    raise NotReadable(message, start, reader.token_end(start), hint=hint, sqlstate=sqlstate)


def _read_update(reader: Reader, node: Tree) -> syntax.Update:
    returning, versions = _read_returning(reader, node)
    return syntax.Update(
        read_table(reader, child(node, "relation") or {}),
        read_assignments(reader, children(node, "targetList")),
        tuple(read_from(reader, item) for item in children(node, "fromClause")),
        read_optional(reader, child(node, "whereClause")),
        returning,
        read_with(reader, child(node, "withClause")),
        versions,
        span=reader.excerpt.whole(),
    )


def _read_delete(reader: Reader, node: Tree) -> syntax.Delete:
    returning, versions = _read_returning(reader, node)
    return syntax.Delete(
        read_table(reader, child(node, "relation") or {}),
        tuple(read_from(reader, item) for item in children(node, "usingClause")),
        read_optional(reader, child(node, "whereClause")),
        returning,
        read_with(reader, child(node, "withClause")),
        versions,
        span=reader.excerpt.whole(),
    )


def _read_merge(reader: Reader, node: Tree) -> syntax.Merge:
    returning, versions = _read_returning(reader, node)
    return syntax.Merge(
        read_table(reader, child(node, "relation") or {}),
        read_from(reader, child(node, "sourceRelation") or {}),
        read_expression(reader, child(node, "joinCondition") or {}),
        tuple(_read_when(reader, unwrapped(item)) for item in children(node, "mergeWhenClauses")),
        returning,
        read_with(reader, child(node, "withClause")),
        versions,
        span=reader.excerpt.whole(),
    )


def _read_when(reader: Reader, node: Tree) -> syntax.MergeWhen:
    action = string(node, "commandType").removeprefix("CMD_")
    targets = children(node, "targetList")
    inserts = action == "INSERT"
    columns, paths = _read_columns(reader, targets) if inserts else ((), ())
    condition = read_optional(reader, child(node, "condition"))
    return syntax.MergeWhen(
        _MATCHES[string(node, "matchKind")],
        condition,
        action,
        () if inserts else read_assignments(reader, targets),
        columns,
        paths,
        read_expressions(reader, children(node, "values")),
        overriding=string(node, "override") in _OVERRIDING,
        span=reader.excerpt.whole() if condition is None else condition.span,
    )


DML: Final[dict[str, Callable[[Reader, Tree], Statement]]] = {
    "DeleteStmt": _read_delete,
    "InsertStmt": _read_insert,
    "MergeStmt": _read_merge,
    "SelectStmt": read_query,
    "UpdateStmt": _read_update,
}
