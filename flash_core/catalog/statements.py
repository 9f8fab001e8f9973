"""What each kind of schema statement does to a draft.

Depends on: engine, sql.syntax, alter, draft, implied, model, names, objects, kept, removal, routines, table, text, user_types.
"""

from __future__ import annotations

import re
from functools import singledispatch
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax

from .alter import alter
from .comments import comment
from .draft import Draft, ObjectId, Refused, place
from .evolution import alter_composite, alter_view, follow, remember_views, resolved_action
from .identifiers import quote
from .implied import settle
from .inheritance import (
    copied_columns,
    copy_indexes,
    inherited_columns,
    leave_column,
    merged_keys,
    partition_keys,
    path_of,
    with_copied_constraints,
)
from .kept import keep, keep_settings
from .model import (
    Index,
    Origin,
    Table,
    View,
)
from .names import index_name
from .objects import in_schema
from .own_types import (
    add_label,
    change_domain,
    create_composite,
    create_domain,
    create_enum,
    rename_label,
)
from .removal import drop, table_names
from .renaming import rename_object
from .routines import (
    alter_extension,
    alter_routine,
    create_aggregate,
    create_base_type,
    create_cast,
    create_extension,
    create_operator,
    create_range,
    create_routine,
    drop_known,
)
from .table import create_table
from .text import normalized
from .user_types import check_type_name, resolved_column
from .virtual import create_trigger, create_virtual_table, find_virtual, rename_virtual

if TYPE_CHECKING:
    from flash_core.sql.source import SourceFile
    from flash_core.sql.syntax import Statement

    from .table import Definition


_BTREE: Final = re.compile(r"\AUSING\s+btree\s+(?=\()", re.IGNORECASE)  # the default
_RENAMES: Final = (syntax.RenameTable, syntax.RenameColumn)
# The errors of what exists: a type, a relation, a column, a schema, a routine.
_EXISTS: Final = frozenset({"42710", "42P07", "42701", "42P06", "42723"})


@singledispatch
def fold_statement(statement: Statement, draft: Draft, source: SourceFile) -> None:
    """Fold one statement; data statements and utilities change nothing.

    Raises:
        Refused: The engine would refuse the statement, or it must wait.
    """


@fold_statement.register(syntax.CreateTable)
def _create_table(statement: syntax.CreateTable, draft: Draft, source: SourceFile) -> None:
    if statement.temporary:
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
    table = create_table(statement, schema, source, draft.engine, inherited, copied)
    for like in statement.likes:
        table = with_copied_constraints(draft, table, like)
    parents = [draft.table(name.parts, name.span) for name in statement.inherits]
    table = replace(table, inherits=tuple(path_of(parent) for parent in parents))
    of_parent = partition_keys(parents[0]) if statement.bound else ()
    table = replace(table, keys=merged_keys((*table.keys, *of_parent), draft.engine))
    if statement.of_type is not None:
        table = replace(table, of_type=statement.of_type.parts)
    draft.tables[key] = settle(table, draft.engine)
    keep_settings(draft, table, statement.columns, source)
    for like in statement.likes:
        copy_indexes(draft, table, like, source)


def _resolved(draft: Draft, key: ObjectId, statement: syntax.CreateTable) -> syntax.CreateTable:
    """Return the statement with names that do not depend on the search path."""
    if draft.path == ("",) or draft.engine is not Engine.POSTGRESQL:
        return statement

    def referred(name: syntax.Name) -> syntax.Name:
        last = name.last
        if name.parts != (last,):
            return name
        found = draft.id_of(name.parts)
        if found not in draft.tables and last == key[1]:
            found = key  # it refers to itself
        return replace(name, parts=(found[0] or "public", last))

    def constraint(item: Definition) -> Definition:
        if isinstance(item, syntax.ForeignKeyDef):
            return replace(item, table=referred(item.table))
        return item

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


@fold_statement.register(syntax.AlterTable)
def _alter_table(statement: syntax.AlterTable, draft: Draft, source: SourceFile) -> None:
    key = draft.id_of(statement.name.parts)
    if statement.if_exists and draft.relation(key) is None:
        return
    if draft.engine is not Engine.SQLITE or not isinstance(statement.actions[0], _RENAMES):
        _alter_each(statement, key, draft, source)
        return
    from .sqlite_rename import apply_texts, renamed_texts  # noqa: PLC0415 - SQLite's alone

    texts = renamed_texts(draft, source.text[statement.span.start : statement.span.end])
    _alter_each(statement, key, draft, source)
    apply_texts(draft, texts)


def _alter_each(
    statement: syntax.AlterTable, key: ObjectId, draft: Draft, source: SourceFile
) -> None:
    virtual = find_virtual(draft, statement.name.parts)
    for action in statement.actions:
        if virtual is not None and isinstance(action, syntax.RenameTable):
            rename_virtual(draft, virtual, action.new_name)
        elif key in draft.views:
            alter_view(draft, key, action, statement, source)
        elif key in draft.composites:
            alter_composite(draft, key, action, source)
        elif draft.engine is Engine.MARIADB and _alter_sequence(draft, key, statement.name, action):
            pass
        else:
            table = draft.table(statement.name.parts, statement.name.span)
            if draft.engine.family is Engine.MYSQL and _alter_mysql(
                statement, action, table, draft, source
            ):
                continue
            remember_views(draft, key)
            alter(draft, table, resolved_action(draft, action), source)
            after = draft.tables.get(key)
            if after is not None and not statement.only:
                follow(draft, table, after, action, source)
            elif after is not None and isinstance(action, syntax.DropColumn):
                leave_column(draft, after, action.column)


def _alter_sequence(
    draft: Draft, key: ObjectId, name: syntax.Name, action: syntax.AlterAction
) -> bool:
    if key in draft.tables:
        return False
    from .mysql_sequences import set_options  # noqa: PLC0415 - MariaDB's alone

    return set_options(draft, name, action)


def _alter_mysql(
    statement: syntax.AlterTable,
    action: syntax.AlterAction,
    table: Table,
    draft: Draft,
    source: SourceFile,
) -> bool:
    from . import mysql_alter  # noqa: PLC0415 - MySQL's alone

    return mysql_alter.alter(draft, table, action, source, statement)


@fold_statement.register(syntax.RenameObject)
def _rename(statement: syntax.RenameObject, draft: Draft, source: SourceFile) -> None:
    rename_object(draft, statement, source)


@fold_statement.register(syntax.CreateIndex)
def _create_index(statement: syntax.CreateIndex, draft: Draft, source: SourceFile) -> None:
    if draft.engine.family is Engine.MYSQL:
        from . import mysql_alter  # noqa: PLC0415 - MySQL's alone

        mysql_alter.create_index(draft, statement, source)
        return
    owner_id = draft.id_of(statement.table.parts)
    owner = draft.tables.get(owner_id) or draft.views.get(owner_id)
    if owner is None:
        raise draft.missing_relation(statement.table.parts, statement.table.span)
    text = _BTREE.sub("", normalized(statement.text, draft.engine))
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
    spelt = {draft.fold(c.name): c.name for c in owner.columns} if isinstance(owner, Table) else {}
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
    )


@fold_statement.register(syntax.CreateView)
def _create_view(statement: syntax.CreateView, draft: Draft, source: SourceFile) -> None:
    if statement.temporary:
        draft.temporary.add(draft.fold(statement.name.last))
        return
    key = draft.new_id(statement.name.parts, statement.name.span)
    replaced = statement.or_replace and key in draft.views
    if replaced:
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
    )


def _view_text(draft: Draft, key: ObjectId, statement: syntax.CreateView) -> str:
    """Return the statement with the schemas that the search path gave to its names."""
    if draft.path in {("",), ()} or draft.engine is not Engine.POSTGRESQL:
        return statement.text.strip()
    text, start = statement.text, statement.span.start
    inside = (name for name in table_names(statement.query) if len(name.parts) == 1)
    for name in sorted(inside, key=lambda name: -name.span.start):
        found = draft.id_of(name.parts)
        place = name.span.start - start
        if draft.relation(found) is not None and text[place:].startswith(name.last):
            schema = quote(draft.schemas.get(found[0], "public"), draft.engine)
            text = f"{text[:place]}{schema}.{text[place:]}"
    return in_schema(text.strip(), quote(draft.schemas.get(key[0], "public"), draft.engine))


@fold_statement.register(syntax.Utility)
def _utility(statement: syntax.Utility, draft: Draft, source: SourceFile) -> None:
    if statement.keyword == "SET" and draft.engine.family is Engine.MYSQL:
        from .mysql_settings import check_settings  # noqa: PLC0415 - MySQL's alone

        check_settings(statement, source)
    if statement.creates is not None:
        _create_view(statement.creates, draft, source)
    for item in statement.defines:
        try:
            fold_statement(item, draft, source)
        except Refused as why:
            if why.sqlstate not in _EXISTS:
                raise


@fold_statement.register(syntax.CreateSchema)
def _create_schema(statement: syntax.CreateSchema, draft: Draft, _source: SourceFile) -> None:
    key = draft.schema_of((statement.name, ""))
    if key and key not in draft.schemas:
        draft.schemas[key] = statement.name
        if draft.engine is Engine.SQLITE:  # the tables of an attached database need no qualifier
            draft.search_path = (*draft.search_path, key)
    elif not statement.if_not_exists and key:
        message = f'schema "{statement.name}" already exists'
        raise Refused(message, statement.span, sqlstate="42P06")


@fold_statement.register(syntax.Drop)
def _drop(statement: syntax.Drop, draft: Draft, _source: SourceFile) -> None:
    drop(draft, statement)


@fold_statement.register(syntax.OtherDdl)
def _other(statement: syntax.OtherDdl, draft: Draft, source: SourceFile) -> None:
    if statement.keyword == "ALTER SEQUENCE" and draft.engine.family is Engine.MYSQL:
        from . import mysql_sequences  # noqa: PLC0415 - MySQL's alone

        mysql_sequences.alter_sequence(draft, statement, source)
        return
    if draft.engine.family is Engine.MYSQL:
        from .mysql_kept import check_program  # noqa: PLC0415 - MySQL's alone

        check_program(draft, statement)
    keep(draft, statement, source)


@fold_statement.register(syntax.CreateVirtualTable)
def _create_virtual_table(
    statement: syntax.CreateVirtualTable, draft: Draft, source: SourceFile
) -> None:
    create_virtual_table(draft, statement, source)


@fold_statement.register(syntax.CreateTrigger)
def _create_trigger(statement: syntax.CreateTrigger, draft: Draft, source: SourceFile) -> None:
    if draft.engine.family is Engine.MYSQL:
        from . import mysql_programs  # noqa: PLC0415 - MySQL's alone

        mysql_programs.create_trigger(draft, statement, source)
    else:
        create_trigger(draft, statement, source)


@fold_statement.register(syntax.CreateRoutine)
def _create_routine(statement: syntax.CreateRoutine, draft: Draft, source: SourceFile) -> None:
    create_routine(draft, statement, source)


@fold_statement.register(syntax.CreateAggregate)
def _create_aggregate(statement: syntax.CreateAggregate, draft: Draft, source: SourceFile) -> None:
    create_aggregate(draft, statement, source)


@fold_statement.register(syntax.AlterRoutine)
def _alter_routine(statement: syntax.AlterRoutine, draft: Draft, source: SourceFile) -> None:
    alter_routine(draft, statement, source)


@fold_statement.register(syntax.CreateOperator)
def _create_operator(statement: syntax.CreateOperator, draft: Draft, source: SourceFile) -> None:
    create_operator(draft, statement, source)


@fold_statement.register(syntax.CreateCast)
def _create_cast(statement: syntax.CreateCast, draft: Draft, source: SourceFile) -> None:
    create_cast(draft, statement, source)


@fold_statement.register(syntax.CreateRange)
def _create_range(statement: syntax.CreateRange, draft: Draft, source: SourceFile) -> None:
    create_range(draft, statement, source)


@fold_statement.register(syntax.CreateBaseType)
def _create_base_type(statement: syntax.CreateBaseType, draft: Draft, source: SourceFile) -> None:
    create_base_type(draft, statement, source)


@fold_statement.register(syntax.CreateExtension)
def _create_extension(statement: syntax.CreateExtension, draft: Draft, source: SourceFile) -> None:
    create_extension(draft, statement, source)


@fold_statement.register(syntax.AlterExtension)
def _alter_extension(statement: syntax.AlterExtension, draft: Draft, source: SourceFile) -> None:
    alter_extension(draft, statement, source)


@fold_statement.register(syntax.DropKnown)
def _drop_known(statement: syntax.DropKnown, draft: Draft, _source: SourceFile) -> None:
    drop_known(draft, statement)


@fold_statement.register(syntax.AlterSearchPath)
def _alter_search_path(statement: syntax.AlterSearchPath, draft: Draft, source: SourceFile) -> None:
    draft.search_path = draft.schemas_of(statement.path)
    keep(draft, statement, source, ("search path",))


@fold_statement.register(syntax.CreateEnum)
def _create_enum(statement: syntax.CreateEnum, draft: Draft, source: SourceFile) -> None:
    create_enum(draft, statement, source)


@fold_statement.register(syntax.AlterEnumAdd)
def _add_label(statement: syntax.AlterEnumAdd, draft: Draft, _source: SourceFile) -> None:
    add_label(draft, statement)


@fold_statement.register(syntax.RenameLabel)
def _rename_label(statement: syntax.RenameLabel, draft: Draft, _source: SourceFile) -> None:
    rename_label(draft, statement)


@fold_statement.register(syntax.CreateDomain)
def _create_domain(statement: syntax.CreateDomain, draft: Draft, source: SourceFile) -> None:
    create_domain(draft, statement, source)


@fold_statement.register(syntax.AlterDomain)
def _alter_domain(statement: syntax.AlterDomain, draft: Draft, _source: SourceFile) -> None:
    change_domain(draft, statement)


@fold_statement.register(syntax.CreateComposite)
def _create_composite(statement: syntax.CreateComposite, draft: Draft, source: SourceFile) -> None:
    create_composite(draft, statement, source)


@fold_statement.register(syntax.Comment)
def _comment(statement: syntax.Comment, draft: Draft, source: SourceFile) -> None:
    comment(draft, statement, source)
