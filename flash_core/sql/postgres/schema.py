"""PostgreSQL's CREATE, DROP, COMMENT: raw parse nodes to schema statements.

Depends on: syntax, constraints, definitions, names, queries, tree.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax
from flash_core.sql.syntax import ObjectKind

from .constants import read_type
from .constraints import not_null_columns, read_column, read_constraint
from .definitions import DEFINITIONS, DROPPED, drop_known
from .names import find_name, other, qualified, tokens_of
from .queries import read_query
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
    "OBJECT_INDEX": ObjectKind.INDEX,
    "OBJECT_MATVIEW": ObjectKind.VIEW,
    "OBJECT_SCHEMA": ObjectKind.SCHEMA,
    "OBJECT_TABLE": ObjectKind.TABLE,
    "OBJECT_TYPE": ObjectKind.TYPE,
    "OBJECT_VIEW": ObjectKind.VIEW,
}


def _create_table(reader: Reader, node: Tree) -> Statement:
    relation = child(node, "relation") or {}
    elements = children(node, "tableElts")
    kinds = {kind for kind, _ in map(unwrap, elements)}
    if child(node, "partbound"):
        return other(reader, "CREATE TABLE PARTITION OF")
    if children(node, "inhRelations"):
        return other(reader, "CREATE TABLE INHERITS")
    if child(node, "ofTypename"):
        return other(reader, "CREATE TABLE OF")
    if kinds - {"ColumnDef", "Constraint"}:
        return other(reader, "CREATE TABLE LIKE")
    tokens = tokens_of(reader)
    name = relation_name(reader, relation)
    not_null = not_null_columns(elements)
    columns: list[syntax.ColumnDef] = []
    constraints: list[
        syntax.KeyDef | syntax.ForeignKeyDef | syntax.CheckDef | syntax.OtherConstraint
    ] = []
    for kind, element in map(unwrap, elements):
        if kind == "ColumnDef":
            column = read_column(reader, tokens, element)
            columns.append(replace(column, not_null=True) if column.name in not_null else column)
        elif string(element, "contype") != "CONSTR_NOTNULL":
            constraints.append(read_constraint(reader, tokens, element))
    start = tokens.index(reader.dotted_end(reader.at(relation) or 0))
    persistence = string(relation, "relpersistence")
    return syntax.CreateTable(
        name,
        tuple(columns),
        tuple(constraints),
        if_not_exists=flag(node, "if_not_exists"),
        temporary=persistence == "t",
        tail=tokens.slice(tokens.close(start) + 1, len(tokens)),
        unlogged=persistence == "u",
        span=reader.excerpt.whole(),
    )


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
        span=reader.excerpt.whole(),
    )


def _create_enum(reader: Reader, node: Tree) -> Statement:
    name = qualified(reader, tokens_of(reader), children(node, "typeName"), 2)
    return syntax.CreateEnum(name, strings(children(node, "vals")), span=reader.excerpt.whole())


def _alter_enum(reader: Reader, node: Tree) -> Statement:
    name = qualified(reader, tokens_of(reader), children(node, "typeName"), 2)
    if "newVal" not in node or "oldVal" in node:
        return other(reader, "ALTER TYPE RENAME VALUE")
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
    if string(relation, "relpersistence") == "t":
        return other(reader, "CREATE TEMPORARY VIEW")
    return syntax.CreateView(
        relation_name(reader, relation),
        read_query(reader, unwrapped(child(node, "query"))),
        strings(children(node, "aliases")),
        reader.excerpt.text,
        or_replace=flag(node, "replace"),
        span=reader.excerpt.whole(),
    )


def _create_as(reader: Reader, node: Tree) -> Statement:
    if string(node, "objtype") != "OBJECT_MATVIEW":
        return other(reader, "CREATE TABLE AS")
    into = child(node, "into") or {}
    return syntax.CreateView(
        relation_name(reader, child(into, "rel") or {}),
        read_query(reader, unwrapped(child(node, "query"))),
        strings(children(into, "colNames")),
        reader.excerpt.text,
        materialized=True,
        if_not_exists=flag(node, "if_not_exists"),
        span=reader.excerpt.whole(),
    )


def _create_schema(reader: Reader, node: Tree) -> Statement:
    name = string(node, "schemaname")
    if not name or children(node, "schemaElts"):  # AUTHORIZATION alone names it after the role
        return other(reader, "CREATE SCHEMA")
    return syntax.CreateSchema(name, flag(node, "if_not_exists"), span=reader.excerpt.whole())


def _drop(reader: Reader, node: Tree) -> Statement:
    object_type = string(node, "removeType")
    if object_type in DROPPED:
        return drop_known(reader, node)
    kind = _KINDS.get(object_type)
    if kind is None:
        return other(reader, "DROP " + object_type.removeprefix("OBJECT_").replace("_", " "))
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
        return other(reader, "COMMENT ON " + object_type.removeprefix("OBJECT_").replace("_", " "))
    tokens = tokens_of(reader)
    parts = _object_parts(child(node, "object") or {})
    span = find_name(reader, tokens, parts[0], 3)
    text = string(node, "comment") if "comment" in node else None
    return syntax.Comment(kind, syntax.Name(parts, span=span), text, span=reader.excerpt.whole())


DDL: Final[dict[str, Callable[[Reader, Tree], Statement]]] = {
    **DEFINITIONS,
    "AlterEnumStmt": _alter_enum,
    "CommentStmt": _comment,
    "CompositeTypeStmt": _create_composite,
    "CreateDomainStmt": _create_domain,
    "CreateEnumStmt": _create_enum,
    "CreateSchemaStmt": _create_schema,
    "CreateStmt": _create_table,
    "CreateTableAsStmt": _create_as,
    "DropStmt": _drop,
    "IndexStmt": _create_index,
    "ViewStmt": _create_view,
}
