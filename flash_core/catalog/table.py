"""One table from its syntax: columns and constraints.

Depends on: engine, sql.syntax, draft, implied, model, text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax

from .draft import Refused, suggestion
from .implied import check_sqlite, settle, validated
from .model import Check, Column, ForeignKey, Key, Origin, OtherConstraint, Table
from .names import constraints
from .text import fold, normalized

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from flash_core.sql.source import SourceFile, Span
    from flash_core.sql.syntax import TypeName

    Definition: TypeAlias = (
        syntax.KeyDef | syntax.ForeignKeyDef | syntax.CheckDef | syntax.OtherConstraint
    )

_SYSTEM_COLUMNS: Final = frozenset({"ctid", "xmin", "xmax", "cmin", "cmax", "tableoid"})
_DEFAULT_COLLATION: Final = frozenset({"default", "pg_catalog.default"})
_TEXTS: Final = frozenset({"text", "varchar", "bpchar"})
_NOW: Final = re.compile(r"\(*\s*now\s*\(", re.IGNORECASE)


def column(definition: syntax.ColumnDef, source: SourceFile, engine: Engine) -> Column:
    """Return a column as written, before its table's keys have a say."""

    def text(value: str | None) -> str | None:
        return None if value is None else normalized(value, engine)

    default, generated = text(definition.default), text(definition.generated)
    return Column(
        definition.name,
        definition.type,
        normalized(definition.type_text, engine),
        not_null=definition.not_null,
        default=default,
        collation=own_collation(definition.type, definition.collation, engine),
        identity=definition.identity,
        autoincrement=definition.autoincrement,
        generated=generated,
        stored=definition.stored,
        has_default=definition.autoincrement or default is not None or generated is not None,
        identity_options=normalized(definition.identity_options, engine),
        not_null_name=definition.not_null_name,
        not_null_alone=definition.not_null_alone,
        not_null_conflict=definition.not_null_conflict.upper(),
        not_null_written=definition.not_null and engine is Engine.SQLITE,
        default_name=definition.default_name,
        origin=Origin(source, definition.span),
    )


def own_collation(type_: TypeName | None, collation: str | None, engine: Engine) -> str | None:
    """Return a collation, unless PostgreSQL forgets it: the default one of a type that has it.

    Args:
        type_: The type of the column.
        collation: What COLLATE says.
        engine: The dialect.
    """
    if engine is not Engine.POSTGRESQL or collation not in _DEFAULT_COLLATION or type_ is None:
        return collation
    own = type_.parts[:-1] in {(), ("pg_catalog",)} and type_.parts[-1] in _TEXTS
    return None if own else collation


def add_column(
    table: Table, definition: syntax.ColumnDef, source: SourceFile, engine: Engine
) -> Table:
    """Return the table with one more column and the constraints written on it.

    Raises:
        Refused: There is such a column already, or a constraint is wrong.
    """
    name = definition.name
    folded = fold(name, engine)
    there = next((item for item in table.columns if fold(item.name, engine) == folded), None)
    if there is not None and (
        (there.inherited and not there.restated)
        or (definition.type is None and engine is Engine.POSTGRESQL)  # NOT NULL, on its own
    ):
        return _restate(table, there, definition, source, engine)
    added = _new_column(table, definition, source, engine, taken=there is not None)
    table = replace(table, columns=(*table.columns, added))
    for constraint in definition.constraints:
        table = add_constraint(table, constraint, source, engine, column=name)
    return table


def _new_column(
    table: Table, definition: syntax.ColumnDef, source: SourceFile, engine: Engine, *, taken: bool
) -> Column:
    """Return a column that a table does not have from elsewhere.

    Raises:
        Refused: Its name is taken, or it cannot be like that.
    """
    name = definition.name
    if not taken and definition.type is None and engine is Engine.POSTGRESQL:
        message = f'column "{name}" does not exist'
        raise Refused(message, definition.span, sqlstate="42703")
    if taken:
        message = f'column "{name}" of table "{table.name}" is defined twice'
        raise Refused(message, definition.span, sqlstate="42701")
    if engine is Engine.POSTGRESQL and name in _SYSTEM_COLUMNS:
        message = f'column name "{name}" conflicts with a system column name'
        raise Refused(message, definition.span, sqlstate="42701")
    added = column(definition, source, engine)
    if engine is Engine.SQLITE and added.default is not None and _NOW.match(added.default):
        message = f'column "{name}": SQLite has no function now()'
        raise Refused(message, definition.span, hint="write DEFAULT CURRENT_TIMESTAMP")
    return added


def _with_columns(
    table: Table, definitions: Sequence[syntax.ColumnDef], source: SourceFile, engine: Engine
) -> Table:
    """Return a table without columns with those that are written for it, and their constraints.

    Raises:
        Refused: One is there twice, or cannot be like that, or a constraint is wrong.
    """
    taken: set[str] = set()
    columns: list[Column] = []
    for each in definitions:
        folded = fold(each.name, engine)
        columns.append(_new_column(table, each, source, engine, taken=folded in taken))
        taken.add(folded)
    table = replace(table, columns=tuple(columns))
    for each in definitions:
        for constraint in each.constraints:
            table = add_constraint(table, constraint, source, engine, column=each.name)
    return table


def _restate(
    table: Table,
    there: Column,
    definition: syntax.ColumnDef,
    source: SourceFile,
    engine: Engine,
) -> Table:
    """Return the table with what is written for a column that it inherits."""
    added = column(definition, source, engine)
    above = there.not_null_above or (bool(table.bound) and there.not_null)
    own = bool(table.bound) and added.not_null  # beside that of the table above
    merged = replace(
        there,
        not_null=there.not_null or added.not_null,
        default=there.default if added.default is None else added.default,
        restated=there.inherited,
        not_null_above=above and not added.not_null,
        not_null_name=added.not_null_name or (None if own else there.not_null_name),
        not_null_alone=there.not_null_alone or added.not_null_alone,
        origin=added.origin,
    )
    if added.generated is not None:
        merged = replace(merged, generated=added.generated, stored=added.stored)
    if definition.type is not None:
        merged = _merged(there, added)
    columns = tuple(merged if item is there else item for item in table.columns)
    table = replace(table, columns=columns)
    for constraint in definition.constraints:
        table = add_constraint(table, constraint, source, engine, column=there.name)
    return table


def add_constraint(
    table: Table,
    definition: Definition,
    source: SourceFile,
    engine: Engine,
    *,
    column: str | None = None,
) -> Table:
    """Return the table with one more constraint.

    Args:
        table: The table.
        definition: The constraint.
        source: Where it was written.
        engine: The engine.
        column: The column that it was written on.

    Raises:
        Refused: A column does not exist, or the name is taken.
    """
    _check_name(table, definition, engine)
    match definition:
        case syntax.KeyDef():
            columns = _columns(table, definition.columns, definition, source, engine)
            if definition.primary and table.primary_key:
                message = f'table "{table.name}" has more than one primary key'
                raise Refused(message, definition.span, sqlstate="42P16")
            tail = normalized(definition.tail, engine)
            key = Key(columns, definition.primary, definition.name, tail, form=definition.form)
            return replace(table, keys=(*table.keys, key))
        case syntax.ForeignKeyDef():
            columns = _columns(table, definition.columns, definition, source, engine)
            reference = ForeignKey(
                columns,
                definition.table.parts,
                definition.foreign_columns,
                definition.name,
                normalized(definition.tail, engine),
                column,
                Origin(source, definition.table.span),
            )
            return replace(table, foreign_keys=(*table.foreign_keys, reference))
        case syntax.CheckDef():
            text, tail = normalized(definition.text, engine), normalized(definition.tail, engine)
            check = Check(text, definition.name, tail, column)
            return replace(table, checks=(*table.checks, check))
        case syntax.OtherConstraint():
            other = OtherConstraint(normalized(definition.text, engine), definition.name)
            return replace(table, others=(*table.others, other))


def _check_name(table: Table, definition: Definition, engine: Engine) -> None:
    # SQLite never looks at the names of constraints.
    if definition.name is None or engine is Engine.SQLITE:
        return
    if any(item.name == definition.name for item in constraints(table)):
        message = f'constraint "{definition.name}" of table "{table.name}" is defined twice'
        raise Refused(message, definition.span, sqlstate="42710")


def _columns(
    table: Table, names: tuple[str, ...], definition: Definition, source: SourceFile, engine: Engine
) -> tuple[str, ...]:
    """Return names of columns as the table spells them."""
    spelt = {fold(item.name, engine): item.name for item in table.columns}
    for name in names:
        if fold(name, engine) not in spelt:
            message = f'column "{name}" of table "{table.name}" does not exist'
            raise Refused(
                message,
                word_span(source, definition.span, name),
                hint=suggestion(name, spelt.values()),
                sqlstate="42703",
                missing=True,
            )
    columns = tuple(spelt[fold(name, engine)] for name in names)
    for position, name in enumerate(columns):
        if name in columns[:position]:
            message = f'column "{name}" appears twice in a constraint of table "{table.name}"'
            raise Refused(message, word_span(source, definition.span, name), sqlstate="42701")
    return columns


def word_span(source: SourceFile, span: Span, word: str) -> Span:
    """Return where ``word`` stands in or just after ``span``, or ``span`` itself."""
    end = source.text.find(";", span.end)
    text = source.text[: len(source.text) if end < 0 else end]
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    found = pattern.search(text, span.start)
    return span if found is None else type(span)(found.start(), found.end())


def create_table(
    statement: syntax.CreateTable,
    schema: str,
    source: SourceFile,
    engine: Engine,
    inherited: tuple[Column, ...] = (),
    copied: Sequence[tuple[int, tuple[Column, ...]]] = (),
) -> Table:
    """Return the table that a CREATE TABLE describes.

    Args:
        statement: The statement.
        schema: Where the table is created.
        source: Where the statement was written.
        engine: The engine.
        inherited: The columns that it has from elsewhere.
        copied: The columns of each LIKE, and how many columns are written before it.

    Raises:
        Refused: The definition contradicts itself or names a column that it lacks.
    """
    table = Table(
        statement.name.last,
        inherited,
        schema,
        strict=statement.strict,
        without_rowid=statement.without_rowid,
        tail="" if engine is Engine.SQLITE else normalized(statement.tail, engine),
        unlogged=statement.unlogged,
        bound=normalized(statement.bound, engine),
        foreign=normalized(statement.foreign, engine),
        origin=Origin(source, statement.name.span),
    )
    if not (inherited or copied):
        table = _with_columns(table, statement.columns, source, engine)
    for number, definition in enumerate(statement.columns if inherited or copied else ()):
        table = _copy(table, number, copied, statement)
        table = add_column(table, definition, source, engine)
    table = _copy(table, len(statement.columns), copied, statement)
    for constraint in statement.constraints:
        table = add_constraint(table, constraint, source, engine)
    if engine is Engine.POSTGRESQL and not table.foreign:
        table = validated(table)
    if table.bound or any(column.not_null_above for column in table.columns):
        table = _with_own_not_nulls(table)
    settled = settle(table, engine)
    if engine is Engine.SQLITE:
        check_sqlite(settled, statement)
    return settled


def _with_own_not_nulls(table: Table) -> Table:
    """Return the table with a NOT NULL of its own where CREATE TABLE gives it its primary key.

    A key that comes later finds that of the parent, and is content.
    """
    keyed = table.primary_key
    columns = (
        replace(
            column,
            not_null_above=False,
            not_null_name=column.not_null_name if column.restated or not table.bound else None,
            restated=column.restated or (column.inherited and bool(table.bound)),
        )
        if column.name in keyed
        else column
        for column in table.columns
    )
    return replace(table, columns=tuple(columns))


def _copy(
    table: Table,
    number: int,
    copied: Sequence[tuple[int, tuple[Column, ...]]],
    statement: syntax.CreateTable,
) -> Table:
    """Return the table with the columns of each LIKE that stands before its column ``number``."""
    for position, columns in copied:
        if position != number:
            continue
        there = {item.name: item for item in table.columns}
        for item in columns:
            parent = there.get(item.name)
            if parent is None:
                there[item.name] = item
            elif parent.inherited and not parent.restated:
                there[item.name] = _merged(parent, item)
            else:
                message = f'column "{item.name}" of table "{table.name}" is defined twice'
                raise Refused(message, statement.name.span, sqlstate="42701")
        table = replace(table, columns=tuple(there.values()))
    return table


def _merged(parent: Column, own: Column) -> Column:
    """Return a column that a table inherits and has of its own as well."""
    return replace(
        own,
        not_null=parent.not_null or own.not_null,
        not_null_above=parent.not_null_above and not own.not_null,
        default=parent.default if own.default is None else own.default,
        generated=parent.generated if own.generated is None else own.generated,
        stored=parent.stored if own.generated is None else own.stored,
        inherited=False,
    )
