"""What the statements that nearly every schema has do to a draft.

Depends on: engine, sql.syntax, copied_comments, copied_settings, draft, folding, implied, inheritance, constraint_names, kept, model, names, objects, partition_indexes, table, temporary, text, user_types.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.syntax.walk import descend

from .constraint_names import with_free_names, with_free_not_nulls
from .copied_comments import copy_comments_of_table
from .copied_settings import copy_settings
from .draft import Draft, ObjectId, Refused, place
from .folding import fold_statement, folds
from .identifiers import quote
from .implied import settle
from .in_path import in_path, part_in_path
from .inheritance import (
    copied_columns,
    copy_indexes,
    inherited_columns,
    merged_keys,
    partition_keys,
    path_of,
    with_copied_constraints,
)
from .kept import keep_settings
from .model import Index, Origin, Table, View
from .names import index_name
from .objects import in_schema
from .partition_indexes import name_parts, partitions_of
from .sequence_names import with_free_sequences
from .table import create_table
from .temporary import in_session
from .text import normalized
from .user_types import check_type_name, resolved_column

if TYPE_CHECKING:
    from flash_core.sql.source import SourceFile

    from .table import Definition


__all__ = ["fold_statement"]

_CHARSET: Final = re.compile(r"\b(?:CHARSET|CHARACTER SET|COLLATE)\b", re.IGNORECASE)
_BTREE: Final = re.compile(r"\AUSING\s+btree\s+(?=\()", re.IGNORECASE)  # the default
# The errors of what exists: a type, a relation, a column, a schema, a routine.
_EXISTS: Final = frozenset({"42710", "42P07", "42701", "42P06", "42723"})
# What there is none of: a type or constraint, a table, a column, a schema, a routine.
_ABSENT: Final = frozenset({"42704", "42P01", "42703", "3F000", "42883"})


@folds(syntax.CreateTable)
def _create_table(statement: syntax.CreateTable, draft: Draft, source: SourceFile) -> None:
    if statement.temporary or in_session(draft, statement.name):
        draft.temporary.add(draft.fold_object(statement.name.last))
        return
    if view := _like_view(statement, draft):
        _create_view(view, draft, source)
        return
    if draft.engine.family is Engine.MYSQL:
        from . import mysql_tables  # noqa: PLC0415 - MySQL's alone

        mysql_tables.create_table(draft, statement, source)
        return
    key = draft.new_id(statement.name.parts, statement.name.span)
    if _exists(draft, key, statement.name, if_not_exists=statement.if_not_exists):
        return
    if draft.engine is Engine.POSTGRESQL:
        check_type_name(draft, key, statement.name)
    schema = "" if key[0] == "" else draft.schemas[key[0]]
    inherited = inherited_columns(draft, statement)
    copied = [(like.position, copied_columns(draft, like)) for like in statement.likes]
    statement = _resolved(draft, key, statement)
    table = made = create_table(statement, schema, source, draft.engine, inherited, copied)
    for like in statement.likes:
        table = with_copied_constraints(draft, table, like)
    parents = [draft.table(name.parts, name.span) for name in statement.inherits]
    of_parent = partition_keys(parents[0]) if statement.bound else ()
    keys = merged_keys((*table.keys, *of_parent), draft.engine)
    if parents or keys != table.keys:
        table = replace(table, inherits=tuple(path_of(parent) for parent in parents), keys=keys)
    if statement.of_type is not None:
        table = replace(table, of_type=statement.of_type.parts)
    table = with_free_names(draft, with_free_sequences(draft, table))
    table = made if table is made else settle(table, draft.engine)
    draft.tables[key] = with_free_not_nulls(draft, table)
    copy_settings(draft, table, parents, (statement.likes, source))
    keep_settings(draft, table, statement.columns, source)
    for like in statement.likes:
        indexes = copy_indexes(draft, table, like, source)
        copy_comments_of_table(draft, draft.tables[key], (like, source), indexes)


def _resolved(draft: Draft, key: ObjectId, statement: syntax.CreateTable) -> syntax.CreateTable:
    """Return the statement with names that do not depend on the search path."""
    if draft.path == ("",) or draft.engine is not Engine.POSTGRESQL:
        return statement

    from .referred import resolved_constraint  # noqa: PLC0415 - few schemas set a search path

    def constraint(item: Definition) -> Definition:
        return resolved_constraint(draft, item, key)

    columns = tuple(
        replace(resolved_column(draft, item), constraints=tuple(map(constraint, item.constraints)))
        for item in statement.columns
    )
    return replace(
        statement, columns=columns, constraints=tuple(map(constraint, statement.constraints))
    )


def _like_view(statement: syntax.CreateTable, draft: Draft) -> syntax.CreateView | None:
    """Return ``CREATE TABLE x (LIKE view)`` as what it means: only analysis knows its columns."""
    if len(statement.likes) != 1 or statement.columns:
        return None
    name = statement.likes[0].table
    if draft.id_of(name.parts) not in draft.views:
        return None
    star = syntax.Target(syntax.Star(span=name.span), span=name.span)
    query = syntax.Select((star,), (syntax.TableRef(name, span=name.span),), span=name.span)
    return syntax.CreateView(
        statement.name,
        query,
        (),
        f"CREATE TABLE {statement.name} (LIKE {name})",
        if_not_exists=statement.if_not_exists,
        table=True,
        span=statement.span,
    )


def _exists(draft: Draft, key: ObjectId, name: syntax.Name, *, if_not_exists: bool) -> bool:
    """Tell whether a CREATE has nothing to do.

    Raises:
        Refused: The name is taken.
    """
    found = draft.relation(key)
    if found is not None and not if_not_exists:
        kind = type(found).__name__.lower()
        message, sqlstate = f'{kind} "{name}" already exists', "42P07"
        if draft.engine.family is Engine.MYSQL:
            message, sqlstate = f"Table '{name}' already exists", "42S01"
        raise Refused(message, name.span, hint=place(found.origin), sqlstate=sqlstate)
    return found is not None


@folds(syntax.CreateIndex)
def _create_index(statement: syntax.CreateIndex, draft: Draft, source: SourceFile) -> None:
    if draft.engine.family is Engine.MYSQL:
        from . import mysql_alter  # noqa: PLC0415 - MySQL's alone

        mysql_alter.create_index(draft, statement, source)
        return
    owner_id = draft.id_of(statement.table.parts)
    owner = draft.tables.get(owner_id) or draft.views.get(owner_id)
    if owner is None:
        raise draft.missing_relation(statement.table.parts, statement.table.span)
    if draft.engine is Engine.SQLITE and isinstance(owner, View) and not owner.table:
        message = "views may not be indexed"
        raise Refused(message, statement.table.span)
    text = part_in_path(draft, statement.text, "CREATE INDEX ON pg_catalog.t ")
    text = _BTREE.sub("", normalized(text, draft.engine))
    name = statement.name
    if name is None:
        taken = {name for _, name in (*draft.tables, *draft.views, *draft.indexes)}
        name = index_name(owner.name, text, taken)
    key = (owner_id[0], draft.fold(name))
    found = draft.relation(key)
    if found is not None:
        if statement.if_not_exists and statement.name is not None:
            return
        message = f'{type(found).__name__.lower()} "{name}" already exists'
        raise Refused(message, statement.span, hint=place(found.origin), sqlstate="42P07")
    table = owner if isinstance(owner, Table) else None
    spelt = {draft.fold(c.name): c.name for c in table.columns} if table else {}
    columns = tuple(
        None if item is None else spelt.get(draft.fold(item), item) for item in statement.columns
    )
    draft.indexes[key] = Index(
        name,
        owner.name,
        columns,
        statement.unique,
        text,
        owner.schema,
        statement.partial,
        Origin(source, statement.span),
        lacking=partitions_of(draft, table) if statement.only and table else frozenset(),
    )


@folds(syntax.CreateView)
def _create_view(statement: syntax.CreateView, draft: Draft, source: SourceFile) -> None:
    if statement.temporary:
        draft.temporary.add(draft.fold(statement.name.last))
        return
    key = draft.new_id(statement.name.parts, statement.name.span)
    if statement.table and statement.or_replace and key in draft.tables:
        from .removal import drop  # noqa: PLC0415 - MariaDB's alone

        drop(draft, syntax.Drop(syntax.ObjectKind.TABLE, (statement.name,), span=statement.span))
    before = draft.views.get(key)
    if before is None and statement.changes and not draft.in_order:
        raise draft.missing_relation(statement.name.parts, statement.name.span)
    replaced = statement.or_replace and before is not None
    if replaced:
        from .evolution import remember_views  # noqa: PLC0415 - few views are replaced

        remember_views(draft, key)
    if not replaced and _exists(draft, key, statement.name, if_not_exists=statement.if_not_exists):
        return
    draft.views[key] = View(
        statement.name.last,
        statement.query,
        _view_text(draft, key, statement),
        statement.columns,
        "" if key[0] == "" else draft.schemas[key[0]],
        statement.materialized,
        draft.path,
        table=statement.table,
        origin=Origin(source, statement.name.span),
        first=(before.first or before.origin) if before is not None else None,
    )


def _view_text(draft: Draft, key: ObjectId, statement: syntax.CreateView) -> str:
    """Return the statement with the schemas that the search path gave to its names."""
    text = statement.text.strip()
    if draft.path in {("",), ()} or draft.engine is not Engine.POSTGRESQL:
        return text
    own = {node.name for node in descend(statement.query) if isinstance(node, syntax.Cte)}
    text = in_schema(text, quote(draft.schemas.get(key[0], "public"), draft.engine))
    return in_path(draft, text, own)


@folds(syntax.Utility)
def _utility(statement: syntax.Utility, draft: Draft, source: SourceFile) -> None:
    if statement.keyword == "SET" and draft.engine.family is Engine.MYSQL:
        from .mysql_settings import check_settings  # noqa: PLC0415 - MySQL's alone

        check_settings(statement, source)
    if statement.keyword == "DO" and draft.engine is Engine.POSTGRESQL:
        name_parts(draft, source.text[statement.span.start : statement.span.end])
    if statement.creates is not None:
        _create_view(statement.creates, draft, source)
    no_fault = _EXISTS | _ABSENT if statement.keyword == "IF" else _EXISTS
    for item in statement.defines:
        try:
            fold_statement(item, draft, source)
        except Refused as why:
            if why.sqlstate not in no_fault:
                raise


@folds(syntax.CreateSchema)
def _create_schema(statement: syntax.CreateSchema, draft: Draft, source: SourceFile) -> None:
    key = draft.schema_of((statement.name, ""))
    if _CHARSET.search(statement.options):
        draft.charsets[key] = Origin(source, statement.span)
    if key and key not in draft.schemas:
        draft.schemas[key] = statement.name
        if draft.engine is Engine.SQLITE:  # the tables of an attached database need no qualifier
            draft.search_path = (*draft.search_path, key)
    elif not statement.if_not_exists and key:
        message = f'schema "{statement.name}" already exists'
        raise Refused(message, statement.span, sqlstate="42P06")
