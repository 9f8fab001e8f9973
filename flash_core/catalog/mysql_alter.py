"""ALTER TABLE, CREATE INDEX and DROP INDEX on MySQL.

Depends on: engine, sql.syntax, alter, draft, model, mysql_columns,
mysql_partitions, mysql_tables, mysql_text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.types.mysql_charsets import charset_of, effective

from .alter import alter as alter_any
from .draft import Draft, Refused, place, suggestion
from .mysql_columns import is_text
from .mysql_constants import canonical_default
from .mysql_partitions import repartitioned
from .mysql_tables import Building, column_elements
from .mysql_text import canonical, canonical_tail, table_options
from .text import mentions

if TYPE_CHECKING:
    from flash_core.sql.source import SourceFile, Span

    from .model import Column, Index, Table


def create_index(draft: Draft, statement: syntax.CreateIndex, source: SourceFile) -> None:
    """Fold CREATE INDEX.

    Raises:
        Refused: The server would refuse it.
    """
    key = draft.id_of(statement.table.parts)
    made = draft.views.get(key)
    if made is not None and made.table:  # its columns are those of a query
        text = source.text[statement.span.start : statement.span.end]
        draft.views[key] = replace(made, changes=(*made.changes, text))
        return
    table = draft.table(statement.table.parts, statement.table.span)
    building = Building(draft, table, source)
    building.add_index(statement)
    building.store()


def alter(
    draft: Draft,
    table: Table,
    action: syntax.AlterAction,
    source: SourceFile,
    statement: syntax.AlterTable,
) -> bool:
    """Fold one clause of ALTER TABLE; tell whether it is one of those that MySQL does its own way.

    Raises:
        Refused: The server would refuse it.
    """
    building = Building(
        draft, table, source, unfinished=statement.unfinished, coming=statement.coming
    )
    match action:
        case syntax.AddColumn():
            if action.if_not_exists and building.find(action.column.name):
                return True
            building.add_column(action.column, action.after)
            building.check_generated(action.column)
            for element in column_elements(action.column, statement.name, draft.engine):
                building.add(element)
        case syntax.ModifyColumn():
            return _modify(draft, building, action, statement.name)
        case syntax.DropColumn():
            _drop_column(building, action)
        case syntax.AddConstraint():
            _add_constraint(building, action)
        case syntax.AddIndex():
            building.add_index(action.index)
        case syntax.RenameTable():
            _rename(draft, table, action, source)
            return True
        case syntax.NoAction():
            return True
        case _:
            return _alter_parts(building, action)
    building.store()
    return True


def _rename(draft: Draft, table: Table, action: syntax.RenameTable, source: SourceFile) -> None:
    """Rename a table, and with it the foreign keys that the server named after it."""
    stem = f"{table.name}_ibfk_"
    references = tuple(
        replace(item, name=f"{action.new_name}_ibfk_{item.name.removeprefix(stem)}")
        if item.name is not None and item.name.startswith(stem)
        else item
        for item in table.foreign_keys
    )
    renamed = replace(table, foreign_keys=references)
    draft.put(renamed)
    alter_any(draft, renamed, action, source)


def _alter_parts(building: Building, action: syntax.AlterAction) -> bool:
    match action:
        case syntax.DropIndex():
            _drop_index(building, action)
        case syntax.DropForeignKey() | syntax.DropConstraint():
            _drop_constraint(building, action)
        case syntax.RenameIndex():
            _rename_index(building, action)
        case syntax.HideIndex():
            _hide_index(building, action)
        case syntax.AlterColumnDefault():
            column = _column(building, action.column, action.span)
            default = None
            if column.type is not None:
                default = canonical_default(action.default, column.type, building.engine)
            _put(building, column, replace(column, default=default))
        case syntax.SetVisible():
            column = _column(building, action.column, action.span)
            _put(building, column, replace(column, invisible=not action.visible))
        case syntax.SetTableOptions():
            _set_options(building, action)
        case syntax.AlterPartitions() | syntax.ConvertPartition():
            _repartition(building, action)
        case _:
            return False
    building.store()
    return True


def _repartition(
    building: Building, action: syntax.AlterPartitions | syntax.ConvertPartition
) -> None:
    if isinstance(action, syntax.ConvertPartition):
        _convert_partition(building, action)
    tail = repartitioned(building.table.tail, action.text, building.engine)
    building.table = replace(building.table, tail=tail)


def _convert_partition(building: Building, action: syntax.ConvertPartition) -> None:
    """Make a table of a partition, or a partition of a table, which goes."""
    draft, table = building.draft, building.table
    if action.comes:
        taken = draft.relation(key := draft.new_id(action.table.parts, action.table.span))
        if taken is not None:
            message = f"Table '{action.table}' already exists"
            raise Refused(message, action.table.span, hint=place(taken.origin), sqlstate="42S01")
        schema = "" if key[0] == "" else draft.schemas[key[0]]
        options = table.tail.partition("PARTITION BY")[0].rstrip()
        copied = replace(table, name=action.table.last, schema=schema, tail=options)
        for index in building.indexes:
            twin = replace(index, table=copied.name, schema=schema)
            draft.indexes[draft.index_id(twin)] = twin
        draft.put(copied)
    else:
        gone = draft.table(action.table.parts, action.table.span)
        for found, _ in draft.indexes_of(gone):
            del draft.indexes[found]
        del draft.tables[draft.id(gone.schema, gone.name)]


def _put(building: Building, old: Column, new: Column) -> None:
    columns = tuple(new if item is old else item for item in building.table.columns)
    building.table = replace(building.table, columns=columns)


def _column(building: Building, name: str, span: Span) -> Column:
    found = building.find(name)
    if found is None:
        raise building.unknown_column(name, span)
    return found


def _modify(
    draft: Draft, building: Building, action: syntax.ModifyColumn, name: syntax.Name
) -> bool:
    if action.if_exists and building.find(action.column) is None:
        return True
    old = _column(building, action.column, action.span)
    if old.name != action.definition.name:
        rename = syntax.RenameColumn(old.name, action.definition.name, span=action.span)
        alter_any(draft, building.table, rename, building.source)
        table = draft.tables[draft.id(building.table.schema, building.table.name)]
        building = Building(
            draft,
            table,
            building.source,
            unfinished=building.unfinished,
            coming=building.coming,
        )
        old = _column(building, action.definition.name, action.span)
    building.modify_column(old, action)
    building.check_generated(action.definition)
    for element in column_elements(action.definition, name, draft.engine):
        building.add(element)
    building.store()
    return True


def _not_there(span: Span, what: str, names: list[str]) -> Refused:
    message = f"Can't DROP {what}; check that it exists"
    hint = suggestion(what.rpartition(" ")[2].strip("`"), names)
    return Refused(message, span, hint=hint, sqlstate="42000")


def _drop_column(building: Building, action: syntax.DropColumn) -> None:
    table, engine = building.table, building.engine
    column = building.find(action.column)
    if column is None:
        if action.if_exists:
            return
        names = [item.name for item in table.columns]
        raise _not_there(action.span, f"COLUMN `{action.column}`", names)
    name = column.name
    if len(table.columns) == 1 and not building.coming:
        message = "You can't delete all columns with ALTER TABLE; use DROP TABLE instead"
        raise Refused(message, action.span, sqlstate="42000")
    for reference in table.foreign_keys:
        if name in reference.columns:
            message = (
                f"Cannot drop column '{name}': needed in a foreign key constraint"
                f" '{reference.name}'"
            )
            raise Refused(message, action.span, sqlstate="HY000")
    wide = any(name in key.columns and len(key.columns) > 1 for key in table.keys)
    if wide and engine is Engine.MARIADB:  # MySQL makes the key narrower
        message = f"Key column '{name}' doesn't exist in table"
        hint = "drop the unique key first"
        raise Refused(message, action.span, hint=hint, sqlstate="42000")
    keys = tuple(
        replace(key, columns=tuple(item for item in key.columns if item != name))
        for key in table.keys
        if key.columns != (name,)
    )
    building.table = replace(
        table,
        columns=tuple(item for item in table.columns if item is not column),
        keys=keys,
        checks=tuple(c for c in table.checks if c.column != name),
    )
    building.indexes = [
        _without(index, name) for index in building.indexes if index.columns != (name,)
    ]
    for check in building.table.checks:
        if mentions(check.text, name, engine):
            message = f"Unknown column '{name}' in 'CHECK'"
            raise Refused(message, action.span, sqlstate="42S22")


def _without(index: Index, column: str) -> Index:
    """Return an index without one of its columns."""
    if column not in index.columns:
        return index
    place = index.columns.index(column)
    columns = (*index.columns[:place], *index.columns[place + 1 :])
    parts, tail = _split(index.text)
    text = f"({', '.join((*parts[:place], *parts[place + 1 :]))}){tail}"
    return replace(index, columns=columns, text=text)


def _split(text: str) -> tuple[list[str], str]:
    """Return the parts of ``(a, b(10) DESC) tail`` and the tail."""
    parts: list[str] = [""]
    depth = 0
    for position, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return [part.strip() for part in parts], text[position + 1 :]
        if character == "," and depth == 1:
            parts.append("")
        elif depth > 1 or character != "(":
            parts[-1] += character
    return parts, ""


def _drop_index(building: Building, action: syntax.DropIndex) -> None:
    table = building.table
    if action.name is None:
        if not table.primary_key and not action.if_exists:
            raise _not_there(action.span, "INDEX `PRIMARY`", [])
        keys = tuple(key for key in table.keys if not key.primary)
        # Its columns stay NOT NULL.
        building.table = replace(table, keys=keys)
        return
    found = building.drop_index(action.name)
    if not found and not action.if_exists:
        names = [index.name for index in building.indexes]
        names += [key.name for key in table.keys if key.name is not None]
        raise _not_there(action.span, f"INDEX `{action.name}`", names)


def _add_constraint(building: Building, action: syntax.AddConstraint) -> None:
    """Add a constraint, unless it may be there and one of its name is."""
    name = action.constraint.name
    names = [key.name for key in building.table.foreign_keys]
    names += [check.name for check in building.table.checks]
    taken = name is not None and name.lower() in {str(other).lower() for other in names}
    if not (taken and action.if_not_exists):
        building.add((action.constraint, None))


def _drop_constraint(
    building: Building, action: syntax.DropForeignKey | syntax.DropConstraint
) -> None:
    table = building.table
    folded = action.name.lower()
    references = tuple(k for k in table.foreign_keys if (k.name or "").lower() != folded)
    if len(references) != len(table.foreign_keys):
        building.table = replace(table, foreign_keys=references)
        return
    others = tuple(o for o in table.others if not _is_period(o.text, action.name, building.engine))
    if len(others) != len(table.others):
        building.table = replace(table, others=others)
        return
    names = [str(key.name) for key in table.foreign_keys]
    if isinstance(action, syntax.DropForeignKey):
        if not action.if_exists:
            raise _not_there(action.span, f"FOREIGN KEY `{action.name}`", names)
        return
    checks = tuple(c for c in table.checks if (c.name or c.column or "").lower() != folded)
    if len(checks) != len(table.checks):
        building.table = replace(table, checks=checks)
    elif folded == "primary":
        _drop_index(building, syntax.DropIndex(None, action.if_exists, span=action.span))
    elif not building.drop_index(action.name) and not action.if_exists:
        names += [str(check.name or check.column) for check in table.checks]
        raise _not_there(action.span, f"CONSTRAINT `{action.name}`", names)


def _is_period(text: str, name: str, engine: Engine) -> bool:
    """Tell whether a text defines the period that DROP names."""
    defined = text.partition("(")[0].strip()
    return defined.lower() == canonical(name, engine).lower()


def _rename_index(building: Building, action: syntax.RenameIndex) -> None:
    old, new = action.name.lower(), action.new_name
    names = building.names()
    if old not in names:
        message = f"Key '{action.name}' doesn't exist in table '{building.table.name}'"
        raise Refused(message, action.span, hint=suggestion(action.name, names), sqlstate="42000")
    if new.lower() in names - {old}:
        message = f"Duplicate key name '{new}'"
        raise Refused(message, action.span, sqlstate="42000")
    building.table = replace(
        building.table,
        keys=tuple(
            replace(key, name=new) if (key.name or "").lower() == old else key
            for key in building.table.keys
        ),
    )
    building.indexes = [
        replace(index, name=new) if index.name.lower() == old else index
        for index in building.indexes
    ]


def _hide_index(building: Building, action: syntax.HideIndex) -> None:
    folded = action.name.lower()
    names = building.names()
    if folded not in names:
        message = f"Key '{action.name}' doesn't exist in table '{building.table.name}'"
        raise Refused(message, action.span, hint=suggestion(action.name, names), sqlstate="42000")

    def said(text: str) -> str:
        text = text.removesuffix("IGNORED").removesuffix("INVISIBLE").rstrip()
        return f"{text} {action.word}".strip()

    keys = tuple(
        replace(key, tail=said(key.tail)) if (key.name or "").lower() == folded else key
        for key in building.table.keys
    )
    building.table = replace(building.table, keys=keys)
    building.indexes = [
        replace(index, text=said(index.text)) if index.name.lower() == folded else index
        for index in building.indexes
    ]


def _set_options(building: Building, action: syntax.SetTableOptions) -> None:
    table, engine = building.table, building.engine
    if action.comment is not None:
        table = replace(table, comment=action.comment or None)
    if action.partitions is not None or action.tail:
        options, _, partitions = table.tail.partition("PARTITION BY")
        if action.partitions is not None:
            text = canonical_tail(action.partitions, engine)
            partitions = text.removeprefix("PARTITION BY")
        if action.tail:
            options = _merged(options, canonical(action.tail, engine))
        partitions = f"PARTITION BY{partitions}" if partitions else ""
        table = replace(table, tail=f"{options.strip()} {partitions}".strip())
    given = action.charset is not None or action.collation is not None
    charset = action.charset or table.charset
    found = effective(charset, action.collation, engine) if given else None
    if found is not None or action.charset == "default":
        table = _with_charset(table, found, convert=action.convert)
    building.table = table


def _merged(old: str, new: str) -> str:
    """Return table options of which later ones replace earlier ones."""
    history = [text for text in (old, new) if "SYSTEM VERSIONING" in text]
    old, new = (re.sub(r"WITH(?:OUT)? SYSTEM VERSIONING", "", text) for text in (old, new))
    found = table_options(old) | table_options(new)
    words = [f"{name}={value}" for name, value in found.items()]
    words += ["WITH SYSTEM VERSIONING"] if history and "WITHOUT" not in history[-1] else []
    return canonical_tail(" ".join(words), Engine.MYSQL)


def _with_charset(table: Table, collation: str | None, *, convert: bool) -> Table:
    """Return the table with another default; the columns keep theirs unless converted."""
    columns: list[Column] = []
    for column in table.columns:
        own = column.collation or (table.collation if is_text(column) else None)
        if convert or own is None or own == collation:
            own = None
        charset = None if own is None else charset_of(own)
        columns.append(replace(column, charset=charset, collation=own))
    charset = None if collation is None else charset_of(collation)
    return replace(table, columns=tuple(columns), charset=charset, collation=collation)
