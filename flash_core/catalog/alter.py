"""ALTER TABLE, clause by clause.

Depends on: engine, sql.syntax, alter_columns, alter_constraints, draft, implied, inheritance,
kept, constraint_names, kept_names, model, names, partition_indexes, renaming,
sequence_names, sequence_renames, table, temporal, text, type_uses.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax

from . import temporal
from .alter_columns import alter_column, find_column
from .alter_constraints import alter_constraint
from .constraint_names import with_free_names, with_free_not_nulls
from .copied_settings import settings_below
from .draft import Draft, Refused, place
from .identifiers import quote_path
from .implied import settle
from .inheritance import change_parents, path_of
from .kept import keep_settings
from .kept_names import column_renamed, index_moved, relation_renamed
from .names import constraint_names, object_name
from .objects import counted_table, on_table
from .owned_sequences import forget_owned
from .partition_indexes import renamed_partition
from .renaming import move_owned
from .sequence_names import with_free_sequences, with_kept_sequences
from .sequence_renames import settle_renames
from .table import add_column, add_constraint
from .text import fold, mentions, renamed, renamed_partitions
from .type_uses import rename_uses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flash_core.sql.source import SourceFile, Span

    from .model import Column, Table


def alter(draft: Draft, table: Table, action: syntax.AlterAction, source: SourceFile) -> None:
    """Fold one clause of ALTER TABLE.

    Raises:
        Refused: The engine would refuse it.
    """
    match action:
        case syntax.AddColumn() | syntax.AddConstraint():
            _add(draft, table, action, source)
        case syntax.DropColumn():
            _drop_column(draft, table, action)
        case syntax.RenameColumn():
            _rename_column(draft, table, action)
        case syntax.RenameTable() | syntax.SetSchema():
            _move(draft, table, action)
        case syntax.SetRowType():
            _set_row_type(draft, table, action)
        case syntax.SetLogged():
            draft.put(replace(table, unlogged=not action.logged))
        case syntax.AttachPartition() | syntax.Inherit():
            change_parents(draft, table, action)
        case (
            syntax.AddKeyUsingIndex()
            | syntax.DropConstraint()
            | syntax.InheritConstraint()
            | syntax.RenameConstraint()
            | syntax.ValidateConstraint()
        ):
            alter_constraint(draft, table, action)
        case (
            syntax.AlterColumnType()
            | syntax.AlterColumnDefault()
            | syntax.AlterColumnNotNull()
            | syntax.AlterColumnIdentity()
            | syntax.AlterColumnExpression()
        ):
            alter_column(draft, table, action)
        case _:
            message = f'this change of table "{table.name}" is not understood'
            raise Refused(message, action.span)


def _add(
    draft: Draft,
    table: Table,
    action: syntax.AddColumn | syntax.AddConstraint,
    source: SourceFile,
) -> None:
    if isinstance(action, syntax.AddConstraint):
        changed = add_constraint(table, action.constraint, source, draft.engine)
    elif action.if_not_exists and draft.column(table, action.column.name):
        return
    else:
        changed = add_column(table, action.column, source, draft.engine)
        keep_settings(draft, table, (action.column,), source)
        settings_below(draft, table, action.column, source)
        changed = with_free_sequences(draft, changed)
    changed = settle(with_free_names(draft, changed), draft.engine)
    draft.put(with_free_not_nulls(draft, changed))


def _set_row_type(draft: Draft, table: Table, action: syntax.SetRowType) -> None:
    """Let a table have the columns of a type, or be free of it."""
    parts = () if action.type is None else action.type.parts
    columns = (replace(column, inherited=bool(parts)) for column in table.columns)
    draft.put(replace(table, of_type=parts, columns=tuple(columns)))


def _drop_column(draft: Draft, table: Table, action: syntax.DropColumn) -> None:
    if action.if_exists and draft.column(table, action.column) is None:
        return
    # Waiting could make this drop a column that a later statement adds.
    column = find_column(draft, table, action.column, action.span, wait=False)
    if draft.engine is Engine.SQLITE:
        _check_sqlite_drop(draft, table, column, action.span)
    name, engine = column.name, draft.engine
    for key, index in draft.indexes_of(table):
        if name in index.columns or mentions(index.text, name, engine):
            del draft.indexes[key]
    for key, other in list(draft.tables.items()):
        kept = tuple(
            reference
            for reference in other.foreign_keys
            if not (
                draft.id_of(reference.table) == draft.id(table.schema, table.name)
                and name in (reference.foreign_columns or table.primary_key)
            )
        )
        if len(kept) != len(other.foreign_keys):
            draft.tables[key] = replace(other, foreign_keys=kept)
    forget_owned(draft, table, name)
    _forget_statistics(draft, table, name)
    table = draft.tables[draft.id(table.schema, table.name)]
    draft.put(
        settle(
            replace(
                table,
                columns=tuple(item for item in table.columns if item.name != name),
                keys=tuple(key for key in table.keys if name not in key.columns),
                foreign_keys=tuple(key for key in table.foreign_keys if name not in key.columns),
                checks=tuple(c for c in table.checks if not mentions(c.text, name, engine)),
                others=tuple(o for o in table.others if not mentions(o.text, name, engine)),
            ),
            engine,
        )
    )


def _forget_statistics(draft: Draft, table: Table, column: str) -> None:
    """Drop extended statistics of PostgreSQL over a column that goes."""
    path = ".".join(path_of(table))
    draft.others = [
        item
        for item in draft.others
        if item.keyword != "CREATE STATISTICS"
        or counted_table(item.text) != path
        or not mentions(_counted(item.text), column, draft.engine)
    ]


def _counted(text: str) -> str:
    """Return what CREATE STATISTICS has between ON and FROM."""
    return re.split(r"(?i)\bON\b", text, maxsplit=1)[-1].rpartition(" ")[0]


def sqlite_drop_obstacle(table: Table, name: str, index_texts: Iterable[str]) -> str | None:
    """Return why SQLite's DROP COLUMN refuses a column, or ``None``."""
    if any(name in key.columns for key in table.keys):
        return "it is part of a primary key or unique constraint"
    if any(name in key.columns and key.column is None for key in table.foreign_keys):
        return "it is part of a foreign key"
    for check in table.checks:
        own = check.column is not None and fold(check.column, Engine.SQLITE) == name.lower()
        if not own and mentions(check.text, name, Engine.SQLITE):
            return "a CHECK constraint uses it"
    if any(c.generated and mentions(c.generated, name, Engine.SQLITE) for c in table.columns):
        return "a generated column uses it"
    if any(mentions(text, name, Engine.SQLITE) for text in index_texts):
        return "an index uses it"
    return None


def _check_sqlite_drop(draft: Draft, table: Table, column: Column, span: Span) -> None:
    texts = [index.text for _, index in draft.indexes_of(table)]
    why = sqlite_drop_obstacle(table, column.name, texts)
    if len(table.columns) == 1:
        why = "it is the only column"
    if why is not None:
        message = f'SQLite cannot drop column "{table.name}.{column.name}": {why}'
        raise Refused(message, span)


def _named(table: Table, draft: Draft) -> Table:
    """Return the table with the names that its constraints keep when it is renamed.

    What follows a rename in migrations gives NOT NULL and sequences their new names, unlike what a
    schema says.
    """
    if draft.engine is not Engine.POSTGRESQL:
        return table
    if not draft.in_order:
        settle_renames(draft)
        table = draft.tables[draft.id(table.schema, table.name)]
        table = with_kept_sequences(draft, table)
    names = {id(item): name for name, item in constraint_names(table)}
    own = (
        replace(column, not_null_name=object_name(table.name, column.name, "not_null"))
        if column.not_null and column.not_null_name is None and not column.inherited
        else column
        for column in table.columns
    )
    return replace(
        table,
        columns=table.columns if draft.in_order else tuple(own),
        keys=tuple(replace(item, name=names[id(item)]) for item in table.keys),
        foreign_keys=tuple(replace(item, name=names[id(item)]) for item in table.foreign_keys),
        checks=tuple(replace(item, name=names[id(item)]) for item in table.checks),
        others=tuple(replace(item, name=names[id(item)]) for item in table.others),
    )


def _rename_column(draft: Draft, table: Table, action: syntax.RenameColumn) -> None:
    old = find_column(draft, table, action.column, action.span).name
    new, engine = action.new_name, draft.engine
    taken = draft.column(table, new)
    if taken is not None and taken.name != old:
        message, sqlstate = f'column "{new}" of table "{table.name}" already exists', "42701"
        if engine.family is Engine.MYSQL:
            message, sqlstate = f"Duplicate column name '{new}'", "42S21"
        raise Refused(message, action.span, hint=place(taken.origin), sqlstate=sqlstate)

    def names(columns: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(new if draft.same(name, old) else name for name in columns)

    def text(value: str) -> str:
        return renamed(value, old, new, engine)

    def default(value: str | None) -> str | None:
        # MySQL's may read other columns; no other engine's may.
        reads = value is not None and value[:1] == "(" and engine.family is Engine.MYSQL
        return text(value) if value is not None and reads else value

    table = _named(table, draft)
    draft.put(
        replace(
            table,
            columns=tuple(
                replace(
                    item,
                    name=new if item.name == old else item.name,
                    generated=None if item.generated is None else text(item.generated),
                    default=default(item.default),
                )
                for item in table.columns
            ),
            keys=tuple(replace(key, columns=names(key.columns)) for key in table.keys),
            foreign_keys=tuple(
                replace(
                    key,
                    columns=names(key.columns),
                    column=None if key.column is None else names((key.column,))[0],
                )
                for key in table.foreign_keys
            ),
            checks=tuple(
                replace(
                    check,
                    text=text(check.text),
                    column=None if check.column is None else names((check.column,))[0],
                )
                for check in table.checks
            ),
            others=tuple(
                replace(item, text=temporal.with_column(item.text, old, new, draft))
                for item in table.others
            ),
            tail=renamed_partitions(table.tail, old, new, engine),
        )
    )
    column_renamed(draft, (table.schema, table.name), old, new)
    for key, index in draft.indexes_of(table):
        columns = tuple(new if name == old else name for name in index.columns)
        prefixes = engine.family is Engine.MYSQL
        written = renamed(index.text, old, new, engine, prefixes=prefixes)
        draft.indexes[key] = replace(index, columns=columns, text=written)
    owner = draft.id(table.schema, table.name)
    temporal.column_renamed(draft, owner, old, new)
    for key, other in list(draft.tables.items()):
        references = tuple(
            replace(reference, foreign_columns=names(reference.foreign_columns))
            if draft.id_of(reference.table) == owner
            else reference
            for reference in other.foreign_keys
        )
        if references != other.foreign_keys:
            draft.tables[key] = replace(other, foreign_keys=references)


def _move(draft: Draft, table: Table, action: syntax.RenameTable | syntax.SetSchema) -> None:
    """Give a table another name or schema, wherever it is named."""
    schema, name = table.schema, table.name
    if isinstance(action, syntax.RenameTable):
        name = action.new_name
    else:
        schema = draft.schemas.get(draft.new_id((action.schema, name), action.span)[0], "")
    old = draft.id(table.schema, table.name)
    new = draft.id(schema, name)
    taken = draft.relation(new)
    if taken is not None and new != old:
        mysql = draft.engine.family is Engine.MYSQL
        message = f"Table '{name}' already exists" if mysql else f'"{name}" already exists'
        state = "42S01" if mysql else "42P07"
        raise Refused(message, action.span, hint=place(taken.origin), sqlstate=state)
    indexes = draft.indexes_of(table)
    moved = replace(_named(table, draft), name=name, schema=schema)
    draft.tables = {
        (new if key == old else key): (moved if key == old else item)
        for key, item in draft.tables.items()
    }
    for key, index in indexes:
        del draft.indexes[key]
        moved_index = replace(index, table=name, schema=schema)
        draft.indexes[draft.index_id(moved_index)] = moved_index
    if table.bound and (parent := draft.tables.get(draft.key(table.inherits[0]))):
        renamed_partition(draft, parent, (table.schema, table.name), (schema, name))
    path = path_of(moved)
    before, after = ".".join(path_of(table)), quote_path(schema, name, draft.engine)
    draft.others = [replace(item, text=on_table(item.text, before, after)) for item in draft.others]
    relation_renamed(draft, (table.schema, table.name), (schema, name))
    temporal.table_renamed(draft, old, path)
    if draft.engine is Engine.POSTGRESQL:
        rename_uses(draft, old, path if schema else (name,))
        if schema != table.schema:
            own = [index.name for _, index in indexes]
            for part in (*own, *(constraint for constraint, _ in constraint_names(table))):
                index_moved(draft, part, table.schema, schema)
            move_owned(
                draft, (schema, name), draft.schema_of((table.schema or "public", "")), action.span
            )
    for key, other in list(draft.tables.items()):
        references = tuple(
            replace(reference, table=path) if draft.id_of(reference.table) == old else reference
            for reference in other.foreign_keys
        )
        parents = tuple(path if draft.key(item) == old else item for item in other.inherits)
        if references != other.foreign_keys or parents != other.inherits:
            draft.tables[key] = replace(other, foreign_keys=references, inherits=parents)
