"""SQLite's own word on a schema: every table is made in an empty database in memory.

Depends on: catalog.order, catalog.render, sql.source.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from flash_core.catalog.order import ordered_tables
from flash_core.catalog.render import create_schema, create_table
from flash_core.engine import Engine
from flash_core.sql.source import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.catalog.model import Catalog, Table

# What an application brings to the library, or another build of it has.
_NOT_OURS: Final = re.compile("no such (module|collation|function)", re.IGNORECASE)
_STRICT: Final = "a STRICT table has columns of INT, INTEGER, REAL, TEXT, BLOB or ANY"
_HINTS: Final = {"missing datatype": _STRICT, "unknown datatype": _STRICT}


def check_schema(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield what SQLite has against the tables of a schema that has no error so far.

    Args:
        catalog: The schema, of SQLite.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        for schema in catalog.schemas:
            database.execute(create_schema(schema, Engine.SQLITE))
        for table, later in ordered_tables(catalog):
            try:
                database.execute(create_table(table, Engine.SQLITE, without=later))
            except sqlite3.Error as error:
                yield from _told(str(error), table)


def _told(message: str, table: Table) -> Iterator[Diagnostic]:
    """Yield what SQLite says of a table, at the column that it names."""
    words = set(re.findall(r"\w+", message))
    named = [column for column in table.columns if column.name in words]
    origin = next((column.origin for column in named), None) or table.origin
    if origin is None or _NOT_OURS.search(message):
        return
    hint = next((hint for words, hint in _HINTS.items() if message.startswith(words)), None)
    yield Diagnostic(message, origin.source, origin.span, hint)
