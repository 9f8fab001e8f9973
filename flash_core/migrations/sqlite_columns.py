"""Which columns ALTER TABLE of SQLite adds, and how.

Depends on: catalog, engine, change, creation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.catalog.identifiers import quote
from flash_core.catalog.render_tables import column_definition, inline_constraints
from flash_core.engine import Engine

from .change import Change
from .creation import column_label, table_path

if TYPE_CHECKING:
    from flash_core.catalog.model import Column, Table
    from flash_core.catalog.names import Constraint

_LITE: Final = Engine.SQLITE
# What SQLite's ADD COLUMN takes for a constant: a literal, or a literal in parentheses.
_CONSTANT: Final = re.compile(
    r"\(*\s*(?:[-+]?\s*(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?|0x[0-9a-f]+|[xX]?'(?:[^']|'')*'"
    r"|null|true|false)\s*\)*\Z",
    re.IGNORECASE,
)


def beside(table: Table, column: Column) -> list[Constraint]:
    """Return the constraints that are written with a column."""
    return inline_constraints(table, _LITE)[column.name]


def default_of(column: Column) -> str | None:
    """Return the default of a column, where NULL is none."""
    value = column.default
    return None if value is None or value.strip("() ").upper() == "NULL" else value


def addition(table: Table, column: Column) -> Change:
    """Add a column to a table that exists."""
    name = column_label(table, column)
    head = f"ALTER TABLE {table_path(table, _LITE)}"
    # Where PRIMARY KEY comes with the column, it brings NOT NULL; else the words are needed.
    definition = column_definition(column, _LITE, beside(table, column), table)
    caution = ""
    if column.not_null and not column.has_default:
        caution = "; fails if the table has rows: the column is NOT NULL and has no DEFAULT"
    return Change(
        f"{head} ADD COLUMN {definition}",
        f"{head} DROP COLUMN {quote(column.name, _LITE)}",
        f"add column {name}{caution}",
        f"drop column {name}",
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
