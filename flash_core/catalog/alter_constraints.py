"""ALTER TABLE … DROP, RENAME and ADD CONSTRAINT USING INDEX.

PostgreSQL 18 names NOT NULL constraints, too.

Depends on: sql.syntax, alter_columns, constraint_names, draft, implied, inheritance, model, names, text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.sql import syntax

from .alter_columns import alter_column
from .constraint_names import with_free_not_nulls
from .draft import Draft, Refused, suggestion
from .implied import settle, valid
from .inheritance import children, leave_column, path_of
from .kept_names import part_renamed
from .model import Check, Key
from .names import constraint_names, object_name
from .not_nulls import comes_from_above
from .objects import said_of
from .text import normalized

if TYPE_CHECKING:
    from typing import TypeAlias

    from .model import Column, ForeignKey, Table

    ConstraintAction: TypeAlias = (
        syntax.AddKeyUsingIndex
        | syntax.DropConstraint
        | syntax.InheritConstraint
        | syntax.RenameConstraint
        | syntax.ValidateConstraint
    )


def alter_constraint(draft: Draft, table: Table, action: ConstraintAction) -> None:
    """Change one constraint of a table.

    Raises:
        Refused: There is no such constraint (yet), or the engine would refuse the change.
    """
    match action:
        case syntax.DropConstraint():
            _drop_constraint(draft, table, action)
        case syntax.RenameConstraint():
            _rename_constraint(draft, table, action)
        case syntax.InheritConstraint():
            _pass_on(draft, table, action)
        case syntax.AddKeyUsingIndex():
            _add_key(draft, table, action)
        case syntax.ValidateConstraint():
            columns = tuple(
                replace(column, not_null=True)
                if action.name and column.not_null_name == action.name
                else column
                for column in table.columns
            )
            draft.put(_validated(replace(table, columns=columns), action.name))


def _validated(table: Table, name: str) -> Table:
    """Return the table with a constraint that holds for all rows."""
    named = {id(item) for own, item in constraint_names(table) if own == name}

    def tail(item: Check | ForeignKey) -> str:
        return valid(item.tail) if id(item) in named else item.tail

    return replace(
        table,
        checks=tuple(replace(item, tail=tail(item)) for item in table.checks),
        foreign_keys=tuple(replace(item, tail=tail(item)) for item in table.foreign_keys),
    )


def _is_comment(text: str, path: str, name: str) -> bool:
    """Tell whether a statement is the comment on a constraint."""
    return "CONSTRAINT" in text.upper() and said_of(text) == (path, name)


def _drop_constraint(draft: Draft, table: Table, action: syntax.DropConstraint) -> None:
    found = next((item for name, item in constraint_names(table) if name == action.name), None)
    column = _not_null_column(table, action.name)
    if found is None and column is not None:
        gone = syntax.AlterColumnNotNull(column.name, not_null=False, span=action.span)
        alter_column(draft, table, gone)
        return
    if found is None:
        if action.if_exists:
            return
        names = [name for name, _ in constraint_names(table)]
        message = f'constraint "{action.name}" of table "{table.name}" does not exist'
        raise Refused(
            message,
            action.span,
            hint=suggestion(action.name, names),
            sqlstate="42704",
            missing=True,
        )
    path = ".".join(path_of(table))
    draft.others = [o for o in draft.others if not _is_comment(o.text, path, action.name)]
    draft.put(
        replace(
            table,
            keys=tuple(item for item in table.keys if item is not found),
            foreign_keys=tuple(item for item in table.foreign_keys if item is not found),
            checks=tuple(item for item in table.checks if item is not found),
            others=tuple(item for item in table.others if item is not found),
        )
    )


def _not_null_column(table: Table, name: str) -> Column | None:
    """Return the column whose NOT NULL constraint has that name on the server."""
    for column in table.columns:
        own = column.not_null_name or object_name(table.name, column.name, "not_null")
        if (column.not_null or column.not_null_name is not None) and own == name:
            return column
    return None


def _pass_on(draft: Draft, table: Table, action: syntax.InheritConstraint) -> None:
    """Let the tables below have a NOT NULL from now on, or keep it as their own."""
    column = _not_null_column(table, action.name)
    if column is None:
        message = f'constraint "{action.name}" of table "{table.name}" is no NOT NULL constraint'
        raise Refused(message, action.span, sqlstate="42809", missing=True)
    changed = replace(column, not_null_alone=not action.inherits)
    columns = tuple(changed if item is column else item for item in table.columns)
    draft.put(replace(table, columns=columns))
    if not action.inherits:
        leave_column(draft, table, column.name)


def _rename_constraint(draft: Draft, table: Table, action: syntax.RenameConstraint) -> None:
    found = next((item for name, item in constraint_names(table) if name == action.name), None)
    column = _not_null_column(table, action.name)
    new = action.new_name
    if found is None and column is not None:
        _rename_not_null(draft, table, action)
        return
    if found is None:
        message = f'constraint "{action.name}" of table "{table.name}" does not exist'
        hint = suggestion(action.name, [name for name, _ in constraint_names(table)])
        raise Refused(message, action.span, hint=hint, sqlstate="42704", missing=True)
    if _not_null_column(table, new) or any(name == new for name, _ in constraint_names(table)):
        message = f'constraint "{new}" of table "{table.name}" already exists'
        raise Refused(message, action.span, sqlstate="42710")
    draft.put(
        replace(
            table,
            keys=tuple(replace(i, name=new) if i is found else i for i in table.keys),
            foreign_keys=tuple(
                replace(i, name=new) if i is found else i for i in table.foreign_keys
            ),
            checks=tuple(replace(i, name=new) if i is found else i for i in table.checks),
            others=tuple(replace(i, name=new) if i is found else i for i in table.others),
        )
    )
    part_renamed(draft, action.name, new, table.schema)
    if isinstance(found, Check) and "NO INHERIT" not in found.tail.upper():
        _rename_below(draft, table, action)


def _rename_not_null(draft: Draft, table: Table, action: syntax.RenameConstraint) -> None:
    """Rename a NOT NULL with those of the tables below that have its name."""
    column = _not_null_column(table, action.name)
    if column is None:
        return
    usual = object_name(table.name, column.name, "not_null")
    plain = action.new_name == usual and not comes_from_above(table, column)
    renamed = replace(column, not_null_name=None if plain else action.new_name)
    columns = (renamed if item is column else item for item in table.columns)
    draft.put(replace(table, columns=tuple(columns)))
    if draft.constraint_names is not None:
        draft.constraint_names.add(draft.id(table.schema, action.new_name))
    for child in children(draft, table) if not column.not_null_alone else ():
        _rename_not_null(draft, child, action)


def _rename_below(draft: Draft, table: Table, action: syntax.RenameConstraint) -> None:
    """Let what children say again of a CHECK be renamed with it."""
    for child in children(draft, table):
        own = dict(constraint_names(child)).get(action.name)
        below = _rename_constraint if isinstance(own, Check) else _rename_below
        below(draft, child, action)


def _add_key(draft: Draft, table: Table, action: syntax.AddKeyUsingIndex) -> None:
    key = draft.id(table.schema, action.index)
    index = draft.indexes.get(key)
    if index is None:
        message = f'index "{action.index}" does not exist'
        names = [item.name for item in draft.indexes.values()]
        hint = suggestion(action.index, names)
        raise Refused(message, action.span, hint=hint, sqlstate="42704", missing=True)
    columns = tuple(name for name in index.columns if name is not None)
    if not index.unique or index.partial or len(columns) != len(index.columns):
        message = f'"{index.name}" is not a unique index over plain columns'
        raise Refused(message, action.span, sqlstate="42809")
    del draft.indexes[key]
    name = action.name or index.name
    added = Key(columns, action.primary, name, normalized(action.tail, draft.engine))
    changed = settle(replace(table, keys=(*table.keys, added)), draft.engine)
    draft.put(with_free_not_nulls(draft, changed))
