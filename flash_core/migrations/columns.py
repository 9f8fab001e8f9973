"""Which columns of a table come, go and change.

SQLite cannot add or drop every column; what needs a new table is refused for now.

Depends on: catalog, engine, alterations, change, creation, matching.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.catalog.alter import sqlite_drop_obstacle
from flash_core.catalog.identifiers import quote
from flash_core.catalog.render import column_definition, inline_constraints
from flash_core.catalog.text import fold
from flash_core.engine import Engine

from .alterations import alteration, default_of, same_type
from .change import Change
from .creation import column_label, table_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.catalog.model import Column, Table
    from flash_core.catalog.names import Constraint

    from .matching import Matching

# What SQLite's ADD COLUMN takes for a constant: a literal, or a literal in parentheses.
_CONSTANT: Final = re.compile(
    r"\(*\s*(?:[-+]?\s*(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?|0x[0-9a-f]+|[xX]?'(?:[^']|'')*'"
    r"|null|true|false)\s*\)*\Z",
    re.IGNORECASE,
)


def beside(table: Table, column: Column, engine: Engine) -> list[Constraint]:
    """Return the constraints that are written with a column."""
    return inline_constraints(table, engine)[column.name]


def addition(table: Table, column: Column, engine: Engine, undo_hint: str = "") -> Change:
    """Add a column to a table that exists."""
    name = column_label(table, column)
    head = f"ALTER TABLE {table_path(table, engine)}"
    # Where PRIMARY KEY comes with the column, it brings NOT NULL; else the words are needed.
    definition = column_definition(column, engine, beside(table, column, engine), table)
    caution = ""
    if column.not_null and not column.has_default:
        caution = "; fails if the table has rows: the column is NOT NULL and has no DEFAULT"
    return Change(
        f"{head} ADD COLUMN {definition}",
        f"{head} DROP COLUMN {quote(column.name, engine)}",
        f"add column {name}{caution}",
        f"drop column {name}{undo_hint}",
        undo_destroys=True,
        names=(name,),
    )


def addition_obstacle(table: Table, column: Column) -> str | None:
    """Return why SQLite's ADD COLUMN refuses a column, with what to do, or ``None``."""
    if any(column.name in key.columns for key in table.keys):
        return "a PRIMARY KEY or UNIQUE column cannot be added; use CREATE UNIQUE INDEX"
    if column.generated is not None and column.stored:
        return "a STORED column cannot be added; make it VIRTUAL"
    if column.generated is not None:
        return None
    default = default_of(column)
    if default is not None and not _CONSTANT.match(default):
        return f"the default {default} is not constant; give it a constant DEFAULT"
    if column.not_null and default is None:
        return "it is NOT NULL; give it a DEFAULT, for the rows that exist"
    if default is not None and any(key.columns == (column.name,) for key in table.foreign_keys):
        return "a column with REFERENCES cannot have a DEFAULT here; drop the DEFAULT"
    return None


@dataclass(frozen=True, slots=True)
class ColumnChanges:
    """What happens to the columns of one table."""

    new: tuple[Column, ...]
    gone: tuple[Column, ...]
    added: list[Change]
    altered: list[Change]
    removed: list[Change]


def column_changes(
    match: Matching, old: Table, new: Table, index_texts: Sequence[str]
) -> ColumnChanges:
    """Compare the columns of a table.

    Args:
        match: The catalogs; takes what cannot be expressed.
        old: The table as it is.
        new: The table as it should be.
        index_texts: The indexes that exist when columns are dropped.
    """
    engine = match.engine
    before = {fold(column.name, engine): column for column in old.columns}
    after = {fold(column.name, engine): column for column in new.columns}
    added = tuple(column for key, column in after.items() if key not in before)
    dropped = tuple(column for key, column in before.items() if key not in after)
    altered: list[Change] = []
    for key, column in after.items():
        if key in before:
            altered += alteration(match, new, before[key], column)
    if engine is Engine.SQLITE:
        for column in added:
            if why := addition_obstacle(new, column):
                match.problems.append(f"cannot add column {column_label(new, column)}: {why}")
        for column in dropped:
            if why := sqlite_drop_obstacle(old, column.name, index_texts):
                match.problems.append(f"cannot drop column {column_label(old, column)} yet: {why}")
    return ColumnChanges(
        added,
        dropped,
        [addition(new, column, engine) for column in added],
        altered,
        [
            addition(old, column, engine, _rename_hint(old, column, added, engine)).inverse
            for column in dropped
        ],
    )


def same_columns(old: Table, new: Table, engine: Engine) -> tuple[bool, bool]:
    """Tell whether a table loses or changes columns that views may read, and whether it gains some."""
    before = {fold(column.name, engine): column for column in old.columns}
    after = {fold(column.name, engine): column for column in new.columns}
    lost = any(
        key not in after or not same_type(column, after[key], engine)
        for key, column in before.items()
    )
    if engine.family is Engine.MYSQL:
        return lost or _respelt(old, new), _shown(old) != _shown(new)
    return lost, not after.keys() <= before.keys()


def _respelt(old: Table, new: Table) -> bool:
    """Tell whether a column of MySQL has its name in other capitals: views write it as it is."""
    before = {column.name.lower(): column.name for column in old.columns}
    return any(before.get(c.name.lower(), c.name) != c.name for c in new.columns)


def _shown(table: Table) -> list[str]:
    """Return what ``*`` means, in order."""
    return [column.name for column in table.columns if not column.invisible]


def _rename_hint(table: Table, column: Column, added: Sequence[Column], engine: Engine) -> str:
    """Return a remark for a dropped column that may only have got a new name."""
    alike = [other for other in added if same_type(column, other, engine)]
    if len(alike) != 1:
        return ""
    statement = (
        f"ALTER TABLE {table_path(table, engine)} RENAME COLUMN {quote(column.name, engine)}"
        f" TO {quote(alike[0].name, engine)}"
    )
    return f" (to keep its values under a new name, write instead: {statement})"
