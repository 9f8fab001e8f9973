"""PostgreSQL's CREATE, DROP, COMMENT: raw parse nodes to schema statements.

Depends on: syntax, constraints, definitions, names, queries, tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.sql import syntax
from flash_core.sql.syntax import ObjectKind

from .constants import read_type
from .constraints import read_column
from .names import find_name, known, other, qualified, tokens_of
from .queries import read_query
from .tables import create_foreign_table, create_table
from .tree import (
    Reader,
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
    from flash_core.sql.syntax import Statement

_KINDS: Final = {
    "OBJECT_COLUMN": ObjectKind.COLUMN,
    "OBJECT_DOMAIN": ObjectKind.TYPE,
    "OBJECT_FOREIGN_TABLE": ObjectKind.TABLE,
    "OBJECT_INDEX": ObjectKind.INDEX,
    "OBJECT_MATVIEW": ObjectKind.VIEW,
    "OBJECT_SCHEMA": ObjectKind.SCHEMA,
    "OBJECT_TABLE": ObjectKind.TABLE,
    "OBJECT_TYPE": ObjectKind.TYPE,
    "OBJECT_VIEW": ObjectKind.VIEW,
}


def _create_index(reader: Reader, node: Tree) -> Statement:
    tokens = tokens_of(reader)
    relation = child(node, "relation") or {}
    start = tokens.index(reader.dotted_end(reader.at(relation) or 0))
    columns = (optional(column, "name") for column in map(unwrapped, children(node, "indexParams")))
    return syntax.CreateIndex(
        optional(node, "idxname"),
        relation_name(reader, relation),
        tuple(columns),
        flag(node, "unique"),
        tokens.slice(start, len(tokens)),
        partial=child(node, "whereClause") is not None,
        if_not_exists=flag(node, "if_not_exists"),
        only=not flag(relation, "inh"),
        span=reader.excerpt.whole(),
    )


def _create_enum(reader: Reader, node: Tree) -> Statement:
    name = qualified(reader, tokens_of(reader), children(node, "typeName"), 2)
    return syntax.CreateEnum(name, strings(children(node, "vals")), span=reader.excerpt.whole())


def _alter_enum(reader: Reader, node: Tree) -> Statement:
    name = qualified(reader, tokens_of(reader), children(node, "typeName"), 2)
    if "oldVal" in node:
        labels = string(node, "oldVal"), string(node, "newVal")
        return syntax.RenameLabel(name, *labels, span=reader.excerpt.whole())
    return syntax.AlterEnumAdd(
        name,
        string(node, "newVal"),
        if_not_exists=flag(node, "skipIfNewValExists"),
        neighbour=optional(node, "newValNeighbor"),
        after=flag(node, "newValIsAfter"),
        span=reader.excerpt.whole(),
    )


def _create_domain(reader: Reader, node: Tree) -> Statement:
    tokens = tokens_of(reader)
    type_node = child(node, "typeName") or {}
    type_start = tokens.index(reader.at(type_node) or 0)
    clauses = [unwrapped(wrapper) for wrapper in children(node, "constraints")]
    if collation := child(node, "collClause"):
        clauses.append(collation)
    ends = [tokens.index(reader.at(clause) or 0) for clause in clauses]
    end = min(ends, default=len(tokens))
    return syntax.CreateDomain(
        qualified(reader, tokens, children(node, "domainname"), 2),
        read_type(reader, type_node),
        tokens.slice(type_start, end),
        not_null=any(string(clause, "contype") == "CONSTR_NOTNULL" for clause in clauses),
        text=tokens.slice(end, len(tokens)),
        span=reader.excerpt.whole(),
    )


def _create_composite(reader: Reader, node: Tree) -> Statement:
    tokens = tokens_of(reader)
    columns = (
        read_column(reader, tokens, column)
        for column in map(unwrapped, children(node, "coldeflist"))
    )
    name = relation_name(reader, child(node, "typevar") or {})
    return syntax.CreateComposite(name, tuple(columns), span=reader.excerpt.whole())


def _create_view(reader: Reader, node: Tree) -> Statement:
    relation = child(node, "view") or {}
    return syntax.CreateView(
        relation_name(reader, relation),
        read_query(reader, unwrapped(child(node, "query"))),
        strings(children(node, "aliases")),
        reader.excerpt.text,
        or_replace=flag(node, "replace"),
        temporary=string(relation, "relpersistence") == "t",
        span=reader.excerpt.whole(),
    )


def _create_as(reader: Reader, node: Tree) -> Statement:
    kind, query = unwrap(child(node, "query") or {})
    if kind != "SelectStmt":  # EXECUTE
        return other(reader, "CREATE TABLE AS EXECUTE")
    materialized = string(node, "objtype") == "OBJECT_MATVIEW"
    into = child(node, "into") or {}
    if_not_exists = flag(node, "if_not_exists")
    return _stored(
        reader,
        into,
        read_query(reader, query),
        materialized=materialized,
        if_not_exists=if_not_exists,
    )


def _stored(
    reader: Reader, into: Tree, query: syntax.Query, *, materialized: bool, if_not_exists: bool
) -> syntax.CreateView:
    relation = child(into, "rel") or {}
    return syntax.CreateView(
        relation_name(reader, relation),
        query,
        strings(children(into, "colNames")),
        reader.excerpt.text,
        materialized=materialized,
        if_not_exists=if_not_exists,
        table=not materialized,
        temporary=string(relation, "relpersistence") == "t",
        span=reader.excerpt.whole(),
    )


def select_into(reader: Reader, node: Tree) -> syntax.CreateView | None:
    """Read ``SELECT … INTO table``; ``None`` for a SELECT without INTO."""
    first = node
    while larg := child(first, "larg"):
        first = larg
    into = child(first, "intoClause")
    if into is None:
        return None
    del first["intoClause"]
    query = read_query(reader, node)
    table = _stored(reader, into, query, materialized=False, if_not_exists=False)
    return replace(table, text=_without_into(reader, table))


def _without_into(reader: Reader, table: syntax.CreateView) -> str:
    """Return ``SELECT … INTO table`` as CREATE TABLE AS, which is easier to change."""
    tokens = tokens_of(reader)
    start = table.name.span.start - reader.excerpt.span(0, 0).start
    name = tokens.index(start)
    end = tokens.index(start + table.name.span.end - table.name.span.start)
    into = name
    while tokens.word(into) != "INTO":
        into -= 1
    query = f"{tokens.slice(0, into)} {tokens.slice(end, len(tokens))}".strip()
    kinds = {"UNLOGGED"} & {tokens.word(index) for index in range(into, name)}
    return (
        f"CREATE {''.join(f'{kind} ' for kind in kinds)}TABLE {tokens.slice(name, end)} AS {query}"
    )


def _create_schema(reader: Reader, node: Tree) -> Statement:
    name = string(node, "schemaname") or string(child(node, "authrole") or {}, "rolename")
    if not name:  # AUTHORIZATION CURRENT_USER: only the server knows who that is
        return other(reader, "CREATE SCHEMA")
    return syntax.CreateSchema(name, flag(node, "if_not_exists"), span=reader.excerpt.whole())


def _drop(reader: Reader, node: Tree) -> Statement:
    object_type = string(node, "removeType")
    kind = _KINDS.get(object_type)
    if kind is None:
        from .definitions import drop_known  # noqa: PLC0415 - few schemas drop any

        if found := drop_known(reader, node):
            return found
        return known(reader, "DROP " + object_type.removeprefix("OBJECT_").replace("_", " "))
    tokens = tokens_of(reader)
    names = tuple(
        syntax.Name(parts, span=find_name(reader, tokens, parts[0], 2))
        for parts in map(_object_parts, children(node, "objects"))
    )
    cascade = string(node, "behavior") == "DROP_CASCADE"
    return syntax.Drop(kind, names, flag(node, "missing_ok"), cascade, span=reader.excerpt.whole())


def _object_parts(wrapper: Tree) -> tuple[str, ...]:
    """Return the name of an object: a list of strings, a type name, or one string."""
    kind, node = unwrap(wrapper)
    if kind == "List":
        return strings(list_items(wrapper))
    if kind == "TypeName":
        return strings(children(node, "names"))
    return (string(node, "sval"),)


def _comment(reader: Reader, node: Tree) -> Statement:
    object_type = string(node, "objtype")
    kind = _KINDS.get(object_type)
    if kind is None:
        return known(reader, "COMMENT ON " + object_type.removeprefix("OBJECT_").replace("_", " "))
    tokens = tokens_of(reader)
    parts = _object_parts(child(node, "object") or {})
    span = find_name(reader, tokens, parts[0], 3)
    text = string(node, "comment") if "comment" in node else None
    return syntax.Comment(kind, syntax.Name(parts, span=span), text, span=reader.excerpt.whole())


DDL: Final[dict[str, Callable[[Reader, Tree], Statement]]] = {
    "AlterEnumStmt": _alter_enum,
    "CommentStmt": _comment,
    "CompositeTypeStmt": _create_composite,
    "CreateDomainStmt": _create_domain,
    "CreateEnumStmt": _create_enum,
    "CreateSchemaStmt": _create_schema,
    "CreateForeignTableStmt": create_foreign_table,
    "CreateStmt": create_table,
    "CreateTableAsStmt": _create_as,
    "DropStmt": _drop,
    "IndexStmt": _create_index,
    "ViewStmt": _create_view,
}
