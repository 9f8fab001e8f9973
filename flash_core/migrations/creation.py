"""The changes that create objects; dropping is the same the other way round.

Depends on: catalog, change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.attached import with_checks_above
from flash_core.catalog.identifiers import quote, quote_path
from flash_core.catalog.order import ordered_tables
from flash_core.catalog.render import create_index, create_schema, indexes_of
from flash_core.catalog.render_tables import additions, create_table
from flash_core.engine import Engine

from .change import Change

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.catalog.model import Catalog, Column, ForeignKey, Index, Table, View


def label(schema: str, name: str) -> str:
    """Return the name of an object for comments and messages."""
    return f"{schema}.{name}" if schema else name


def table_path(table: Table, engine: Engine) -> str:
    """Return the name of a table as written in SQL."""
    return quote_path(table.schema, table.name, engine)


def column_label(table: Table, column: Column) -> str:
    """Return the name of a column for comments and messages."""
    return f"{label(table.schema, table.name)}.{column.name}"


def schema_change(name: str, engine: Engine) -> Change:
    """Create a schema."""
    return Change(
        create_schema(name, engine),
        f"DROP SCHEMA {quote(name, engine)}",
        f"create schema {name}",
        f"drop schema {name}",
        names=(name,),
    )


def table_changes(
    catalog: Catalog, wanted: Callable[[Table], bool], late: Callable[[Table, ForeignKey], bool]
) -> tuple[list[Change], list[tuple[Table, ForeignKey]]]:
    """Create tables, without the foreign keys that have to wait, which are returned beside.

    Args:
        catalog: What the tables are part of.
        wanted: Which of its tables to create.
        late: Tells whether a foreign key must wait although its table exists.
    """
    engine = catalog.engine
    creations: list[Change] = []
    waiting: list[tuple[Table, ForeignKey]] = []
    for table, ahead in ordered_tables(catalog):
        if not wanted(table):
            continue
        cyclic = [key for key in ahead if (to := catalog.find_table(key.table)) and wanted(to)]
        later = [key for key in table.foreign_keys if key in cyclic or late(table, key)]
        name = label(table.schema, table.name)
        own = indexes_of(catalog, table) if engine.family is Engine.MYSQL else ()
        creation = create_table(
            with_checks_above(table, catalog), engine, without=tuple(later), indexes=own
        )
        creations.append(
            Change(
                ";\n".join([creation, *additions(table, engine)]),
                f"DROP TABLE {table_path(table, engine)}",
                f"create table {name}",
                f"drop table {name}",
                undo_destroys=True,
                names=(name,),
            )
        )
        waiting += [(table, key) for key in later]
    return creations, waiting


def index_change(index: Index, engine: Engine) -> Change:
    """Create an index."""
    name = label(index.schema, index.name)
    what = f"{'unique ' if index.unique else ''}index {name}"
    return Change(
        create_index(index, engine),
        f"DROP INDEX {quote_path(index.schema, index.name, engine)}",
        f"create {what} on {label(index.schema, index.table)}",
        f"drop {what}",
        names=(name,),
    )


def view_change(view: View, engine: Engine) -> Change:
    """Create a view."""
    kind = "table" if view.table else "materialized view" if view.materialized else "view"
    name = label(view.schema, view.name)
    return Change(
        ";\n".join([view.text, *view.changes]),
        f"DROP {kind.upper()} {quote_path(view.schema, view.name, engine)}",
        f"create {kind} {name}",
        f"drop {kind} {name}",
        undo_destroys=view.table,
        names=(name,),
    )
