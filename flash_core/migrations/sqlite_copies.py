"""Tables of SQLite that a query made (CREATE TABLE … AS), as SQLite defines them.

Once made, such a table has columns and rows of its own, and can be altered like any other.

Depends on: catalog, engine, sql.parse, sql.source.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.catalog.build import build
from flash_core.catalog.identifiers import string
from flash_core.catalog.render import render
from flash_core.engine import Engine
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile

if TYPE_CHECKING:
    from collections.abc import Collection

    from flash_core.catalog.model import Catalog, Table


def defined(one: Catalog, other: Catalog) -> tuple[Catalog, Catalog]:
    """Return two schemas with tables for what a query made in one and not the same in the other.

    Args:
        one: A schema of SQLite.
        other: The same.
    """
    names = _differing(one, other) | _differing(other, one)
    return (_as_tables(one, names), _as_tables(other, names)) if names else (one, other)


def _differing(one: Catalog, other: Catalog) -> set[str]:
    """Return the tables that a query made in one schema, and that are other ones in the other."""
    made = {view.name.lower(): view.text for view in one.views if view.table}
    if not made:
        return set()
    same = {view.name.lower() for view in other.views if view.text == made.get(view.name.lower())}
    known = {table.name.lower() for table in other.tables}
    known |= {view.name.lower() for view in other.views if view.table}
    return (made.keys() & known) - same


def _as_tables(catalog: Catalog, names: Collection[str]) -> Catalog:
    """Return a schema with tables in place of queries, or as it is where SQLite cannot make it."""
    found = {
        view.name.lower(): table
        for view in catalog.views
        if view.table and view.name.lower() in names
        for table in _definition(catalog, view.name)
    }
    return replace(
        catalog,
        tables=(*catalog.tables, *found.values()),
        views=tuple(view for view in catalog.views if view.name.lower() not in found),
    )


def _definition(catalog: Catalog, name: str) -> tuple[Table, ...]:
    query = f"SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = {string(name)}"  # noqa: S608 - a quoted name
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.executescript(render(catalog))
            ((text,),) = connection.execute(query).fetchall()
        except sqlite3.Error:  # it has not what the schema uses: functions, modules
            return ()
    source = SourceFile("", text)
    statements, _ = parse_script(source, Engine.SQLITE)
    return build([(source, item) for item in statements], Engine.SQLITE)[0].tables
