"""Catalog to canonical SQL.

Invariants: ``build(parse(render(catalog)))`` equals ``catalog``; an object comes
after what it depends on; what the user left unnamed stays unnamed.  Statements
come without a final semicolon.

Depends on: engine, identifiers, implied, model, mysql_render, order,
partition_indexes, text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine

from . import mysql_render
from .attached import with_checks_above
from .domains import parted
from .identifiers import quote, quote_path, string
from .model import Domain, Enum
from .order import ordered_tables, ordered_types, ordered_views, split_indexes, split_others
from .partition_indexes import partition_indexes
from .render_tables import add_constraint, additions, column_definition, create_table
from .text import closed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .model import Catalog, Composite, Index, Table

_INDENT: Final = "    "


def render(catalog: Catalog) -> str:
    """Return every object of a catalog as SQL, in dependency order."""
    statements = [closed(text, catalog.engine) + ";\n" for text in _statements(catalog)]
    return "\n".join(statements)


def _statements(catalog: Catalog) -> Iterator[str]:
    engine = catalog.engine
    early, middle, late = split_others(catalog)
    for schema in catalog.schemas:
        yield create_schema(schema, engine)
    yield from (other.text for other in early)
    for item in ordered_types(catalog):
        if not (isinstance(item, Enum) and item.owner):
            yield create_type(item, engine)
    tables = list(ordered_tables(catalog))
    inside = engine.family is Engine.MYSQL  # a counted column needs its index at once
    for table, later in tables:
        own = indexes_of(catalog, table) if inside else ()
        yield create_table(with_checks_above(table, catalog), engine, without=later, indexes=own)
        yield from additions(table, engine)
    for table, later in tables:
        for reference in later:
            yield add_constraint(table, reference, engine)
    yield from (other.text for other in middle)
    on_tables, on_views = split_indexes(catalog)
    if not inside:
        yield from _indexes(catalog, on_tables)
    for view in ordered_views(catalog):
        yield view.text
        yield from view.changes
    yield from (create_index(index, engine) for index in on_views)
    yield from (other.text for other in late)
    if engine is Engine.POSTGRESQL:
        yield from _comments(catalog)


def _indexes(catalog: Catalog, indexes: Sequence[Index]) -> Iterator[str]:
    """Yield what makes indexes; those of partitions first, which become part of others by that."""
    parts = partition_indexes(catalog) if catalog.engine is Engine.POSTGRESQL else []
    written = {id(index) for index in indexes}
    below = {id(part): part for part, _ in reversed(parts) if id(part) in written}
    for index in (*below.values(), *(each for each in indexes if id(each) not in below)):
        yield create_index(index, catalog.engine)
    for part, above in parts:
        if above.lacking:
            if id(part) not in written:
                yield create_index(part, catalog.engine)
            yield attach_index(above, part)


def attach_index(above: Index, part: Index) -> str:
    """Return what lets an index of a partition be part of the one above.

    Args:
        above: Of the partitioned table.
        part: Of the partition.
    """
    paths = (quote_path(each.schema, each.name, Engine.POSTGRESQL) for each in (above, part))
    return "ALTER INDEX {} ATTACH PARTITION {}".format(*paths)


def _comments(catalog: Catalog) -> Iterator[str]:
    for enum in catalog.enums:
        if enum.comment is not None:
            yield comment_on(
                "TYPE", quote_path(enum.schema, enum.name, catalog.engine), enum.comment
            )
    for table in catalog.tables:
        yield from table_comments(table, catalog.engine)


def table_comments(table: Table, engine: Engine) -> Iterator[str]:
    """Yield COMMENT ON for a table and its columns."""
    path = quote_path(table.schema, table.name, engine)
    if table.comment is not None:
        yield comment_on("TABLE", path, table.comment)
    for column in table.columns:
        if column.comment is not None:
            target = f"{path}.{quote(column.name, engine)}"
            yield comment_on("COLUMN", target, column.comment)


def comment_on(kind: str, target: str, text: str | None) -> str:
    """Return ``COMMENT ON kind target IS 'text'``; no text removes the comment."""
    return f"COMMENT ON {kind} {target} IS {'NULL' if text is None else string(text)}"


def create_schema(name: str, engine: Engine) -> str:
    """Return CREATE SCHEMA; of SQLite an empty database attached under that name."""
    if engine is Engine.SQLITE:
        return f"ATTACH ':memory:' AS {quote(name, engine)}"
    return f"CREATE SCHEMA {quote(name, engine)}"


# -- types -------------------------------------------------------------------


def create_type(item: Enum | Domain | Composite, engine: Engine) -> str:
    """Return CREATE TYPE or CREATE DOMAIN."""
    if isinstance(item, Enum):
        return create_enum(item, engine)
    path = quote_path(item.schema, item.name, engine)
    if isinstance(item, Domain):
        kept, later = parted(item)
        create = f"CREATE DOMAIN {path} AS {item.type_text} {' '.join(kept)}".rstrip()
        added = (f"ALTER DOMAIN {path} ADD {clause} NOT VALID" for clause in later)
        return ";\n".join((create, *added))
    columns = (_INDENT + column_definition(column, engine) for column in item.columns)
    body = ",\n".join(columns)
    return f"CREATE TYPE {path} AS (\n{body}\n)"


def create_enum(enum: Enum, engine: Engine) -> str:
    """Return CREATE TYPE … AS ENUM."""
    labels = ", ".join(map(string, enum.labels))
    return f"CREATE TYPE {quote_path(enum.schema, enum.name, engine)} AS ENUM ({labels})"


# -- indexes -----------------------------------------------------------------


def indexes_of(catalog: Catalog, table: Table) -> tuple[Index, ...]:
    """Return the indexes of a table."""
    return catalog.indexes_of(table)


def create_index(index: Index, engine: Engine) -> str:
    """Return CREATE INDEX; the index is always given its name."""
    if engine.family is Engine.MYSQL:
        return mysql_render.create_index(index)
    unique = "UNIQUE " if index.unique else ""
    # SQLite writes the schema with the index, PostgreSQL with the table.
    outer, inner = ("", index.schema) if engine is Engine.POSTGRESQL else (index.schema, "")
    name = quote_path(outer, index.name, engine)
    only = "ONLY " if index.lacking else ""
    return f"CREATE {unique}INDEX {name} ON {only}{quote_path(inner, index.table, engine)} {index.text}"
