"""What the statements that few schemas have do to a draft: ALTER, DROP, types, routines, comments.

Loaded when a schema has the first of them.

Depends on: engine, sql.syntax, alter, comments, copied_settings, draft, evolution, folding, inheritance, kept, model, own_types,
partition_indexes, removal, renaming, routines, virtual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql import syntax

from .alter import alter
from .comments import comment
from .copied_settings import settings_come_to_children
from .draft import Refused
from .evolution import alter_composite, alter_view, follow, remember_views, resolved_action
from .folding import delegate, folds
from .inheritance import leave_column
from .kept import keep
from .other_relations import renamed_as_table
from .own_types import (
    add_label,
    change_domain,
    create_composite,
    create_domain,
    create_enum,
    rename_label,
)
from .partition_indexes import leave_keys
from .removal import drop
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
from .temporary import makes_temporary
from .virtual import (
    check_drop,
    create_trigger,
    create_virtual_table,
    find_virtual,
    rename_virtual,
)

if TYPE_CHECKING:
    from flash_core.sql.source import SourceFile

    from .draft import Draft, ObjectId
    from .model import Table

_RENAMES: Final = (syntax.RenameTable, syntax.RenameColumn)


@folds(syntax.AlterTable)
def _alter_table(statement: syntax.AlterTable, draft: Draft, source: SourceFile) -> None:
    key = draft.id_of(statement.name.parts)
    if (other := renamed_as_table(draft, statement)) is not None:
        rename_object(draft, other, source)
        return
    if statement.if_exists and draft.relation(key) is None:
        return
    if draft.engine is Engine.SQLITE and key in draft.views and not draft.in_order:
        message = f"view {draft.views[key].name} may not be altered"
        raise Refused(message, statement.name.span)
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
            elif after is not None and isinstance(action, syntax.AddConstraint):
                leave_keys(draft, table, after)
            elif isinstance(action, syntax.DropColumn | syntax.AlterColumnNotNull):
                leave_column(draft, table, action.column)


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


@folds(syntax.OtherDdl)
def _other(statement: syntax.OtherDdl, draft: Draft, source: SourceFile) -> None:
    if statement.keyword == "ALTER SEQUENCE" and draft.engine.family is Engine.MYSQL:
        from . import mysql_sequences  # noqa: PLC0415 - MySQL's alone

        mysql_sequences.alter_sequence(draft, statement, source)
        return
    if draft.engine.family is Engine.MYSQL:
        from .mysql_kept import check_program  # noqa: PLC0415 - MySQL's alone

        check_program(draft, statement)
    if draft.engine is Engine.POSTGRESQL and makes_temporary(statement.text, draft):
        return
    if statement.keyword == "DROP TRIGGER" and draft.engine is Engine.SQLITE:
        check_drop(draft, statement)
    keep(draft, statement, source)
    if draft.engine is Engine.POSTGRESQL and statement.keyword.startswith("ALTER TABLE"):
        settings_come_to_children(draft, statement, source)


@folds(syntax.CreateTrigger)
def _create_trigger(statement: syntax.CreateTrigger, draft: Draft, source: SourceFile) -> None:
    if draft.engine.family is Engine.MYSQL:
        from . import mysql_programs  # noqa: PLC0415 - MySQL's alone

        mysql_programs.create_trigger(draft, statement, source)
    else:
        create_trigger(draft, statement, source)


@folds(syntax.AlterSearchPath)
def _alter_search_path(statement: syntax.AlterSearchPath, draft: Draft, source: SourceFile) -> None:
    draft.search_path = draft.schemas_of(statement.path)
    keep(draft, statement, source, ("search path",))


delegate(syntax.RenameObject, rename_object)
delegate(syntax.CreateVirtualTable, create_virtual_table)
delegate(syntax.CreateRoutine, create_routine)
delegate(syntax.CreateAggregate, create_aggregate)
delegate(syntax.AlterRoutine, alter_routine)
delegate(syntax.CreateOperator, create_operator)
delegate(syntax.CreateCast, create_cast)
delegate(syntax.CreateRange, create_range)
delegate(syntax.CreateBaseType, create_base_type)
delegate(syntax.CreateExtension, create_extension)
delegate(syntax.AlterExtension, alter_extension)
delegate(syntax.CreateEnum, create_enum)
delegate(syntax.CreateDomain, create_domain)
delegate(syntax.CreateComposite, create_composite)
delegate(syntax.Comment, comment)
delegate(syntax.Drop, lambda draft, statement, _: drop(draft, statement))
delegate(syntax.DropKnown, lambda draft, statement, _: drop_known(draft, statement))
delegate(syntax.AlterEnumAdd, lambda draft, statement, _: add_label(draft, statement))
delegate(syntax.RenameLabel, lambda draft, statement, _: rename_label(draft, statement))
delegate(syntax.AlterDomain, lambda draft, statement, _: change_domain(draft, statement))
