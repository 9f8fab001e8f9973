"""What ALTER does beyond the table it names: views, row types, tables that inherit.

Depends on: engine, sql.syntax, alter, draft, expression_names, in_path, inheritance, kept_names, model,
referred, removal, renaming, user_types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax

from .alter import alter
from .draft import Draft, ObjectId, Refused
from .expression_names import field_renamed
from .in_path import part_in_path
from .inheritance import children, propagate
from .kept_names import column_renamed
from .model import Table
from .reading import tables_in
from .referred import resolved_constraint
from .removal import readers
from .renaming import move_view
from .user_types import resolved, resolved_column, resolved_text

if TYPE_CHECKING:
    from flash_core.sql.source import SourceFile

_NAMING = (syntax.RenameTable, syntax.SetSchema)


def remember_views(draft: Draft, key: ObjectId) -> None:
    """Let the views over a relation that is about to change mean what they mean now."""
    if draft.engine is not Engine.POSTGRESQL:
        return
    for view_key, view in readers(draft, key):
        known = all(draft.relation(draft.id_of(parts)) for parts in tables_in(view.query))
        if view.as_of is None and known and view_key != key:
            draft.views[view_key] = replace(view, as_of=draft.freeze())


def resolved_action(draft: Draft, action: syntax.AlterAction) -> syntax.AlterAction:
    """Return a clause with types and tables that do not depend on the search path."""
    if draft.path == ("",) or draft.engine is not Engine.POSTGRESQL:
        return action
    match action:
        case syntax.AddColumn():
            column = resolved_column(draft, action.column)
            constraints = (resolved_constraint(draft, item) for item in column.constraints)
            return replace(action, column=replace(column, constraints=tuple(constraints)))
        case syntax.AddConstraint():
            return replace(action, constraint=resolved_constraint(draft, action.constraint))
        case syntax.AlterColumnDefault(default=str() as default):
            return replace(action, default=part_in_path(draft, default))
        case syntax.AlterColumnType():
            type_ = resolved(draft, action.type)
            text = resolved_text(draft, action.type, type_, action.type_text)
            return replace(action, type=type_, type_text=text)
        case _:
            return action


def follow(
    draft: Draft, before: Table, after: Table, action: syntax.AlterAction, source: SourceFile
) -> None:
    """Let the tables that inherit from a table follow its change."""
    if isinstance(action, syntax.RenameColumn):
        for child in children(draft, after):
            if draft.column(child, action.column) is not None:
                alter(draft, child, action, source)
                changed = draft.tables[draft.id(child.schema, child.name)]
                follow(draft, child, changed, action, source)
        return
    propagate(draft, before, after)


def alter_view(
    draft: Draft,
    key: ObjectId,
    action: syntax.AlterAction,
    statement: syntax.AlterTable,
    source: SourceFile,
) -> None:
    """Fold ALTER of a view, or of a table whose columns only analysis knows.

    Raises:
        Refused: The engine would refuse it.
    """
    view = draft.views[key]
    if isinstance(action, _NAMING):
        name = action.new_name if isinstance(action, syntax.RenameTable) else None
        schema = action.schema if isinstance(action, syntax.SetSchema) else None
        move_view(draft, key, statement.name, name, schema)
        return
    if not view.table and not isinstance(action, (syntax.RenameColumn, syntax.AlterColumnDefault)):
        message = f'"{view.name}" is a view: its columns are those of its query'
        raise Refused(message, statement.name.span, sqlstate="42809")
    remember_views(draft, key)
    action = resolved_action(draft, action)
    text = source.text[statement.span.start : statement.span.end]
    changes = view.changes if text in view.changes[-1:] else (*view.changes, text)
    draft.views[key] = replace(view, actions=(*view.actions, action), changes=changes)


def alter_composite(
    draft: Draft, key: ObjectId, action: syntax.AlterAction, source: SourceFile
) -> None:
    """Fold ALTER TYPE of a composite type: its attributes change as a table's columns do.

    Raises:
        Refused: The engine would refuse it.
    """
    composite = draft.composites[key]
    if isinstance(action, syntax.RenameTable):
        return
    scratch = Draft(draft.freeze())
    scratch.path = draft.path
    row = Table(composite.name, composite.columns, composite.schema)
    scratch.tables[key] = row
    alter(scratch, row, resolved_action(draft, action), source)
    columns = scratch.tables[key].columns
    draft.composites[key] = replace(composite, columns=columns)
    if isinstance(action, syntax.RenameColumn):
        place = composite.schema, composite.name
        column_renamed(draft, place, action.column, action.new_name)
        field_renamed(draft, place, action.column, action.new_name)
    for table in list(draft.tables.values()):
        if table.of_type and draft.key(table.of_type) == key:
            _alter_typed(draft, table, action, source)


def _alter_typed(
    draft: Draft, table: Table, action: syntax.AlterAction, source: SourceFile
) -> None:
    alter(draft, table, action, source)
    changed = draft.tables[draft.id(table.schema, table.name)]
    if isinstance(action, syntax.AddColumn):
        columns = (
            replace(column, inherited=column.inherited or column.name == action.column.name)
            for column in changed.columns
        )
        draft.put(replace(changed, columns=tuple(columns)))
