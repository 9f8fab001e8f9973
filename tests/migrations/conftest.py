"""Catalogs from text, and what live databases contain."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, TypeAlias

import pytest

from flash_core.catalog.build import build
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import psycopg

    from flash_core.catalog.model import Catalog
    from flash_core.engine import Engine

    Load: TypeAlias = Callable[[Engine, str], Catalog]
    # What a database contains, without the order of columns: one line an object.
    Contents: TypeAlias = list[tuple[object, ...]]


@pytest.fixture
def load() -> Load:
    """Return a function from the text of a correct schema to its catalog."""

    def run(engine: Engine, text: str) -> Catalog:
        source = SourceFile("schema.sql", text)
        statements, unread = parse_script(source, engine)
        catalog, refused = build([(source, item) for item in statements], engine)
        problems = [item.render() for item in (*unread, *refused) if item.severity == "error"]
        assert problems == []
        return catalog

    return run


_POSTGRESQL_CONTENTS = (
    """SELECT 'column', c.oid::regclass::text, attname, format_type(atttypid, atttypmod),
              attnotnull, pg_get_expr(adbin, adrelid), attidentity, attgenerated,
              col_description(c.oid, attnum), relpersistence, relkind, attcollation::regcollation::text
       FROM pg_class c JOIN pg_attribute ON attrelid = c.oid
       LEFT JOIN pg_attrdef ON adrelid = c.oid AND adnum = attnum
       WHERE attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p', 'v', 'm', 'c')
         AND relnamespace IN (SELECT oid FROM mine)""",
    """SELECT 'table', oid::regclass::text, obj_description(oid, 'pg_class') FROM pg_class
       WHERE relkind IN ('r', 'p', 'v', 'm', 'S') AND relnamespace IN (SELECT oid FROM mine)""",
    """SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid)
       FROM pg_constraint WHERE contype <> 'n' AND connamespace IN (SELECT oid FROM mine)""",
    "SELECT 'index', indexdef FROM pg_indexes WHERE schemaname IN (SELECT nspname FROM mine)",
    """SELECT 'view', oid::regclass::text, pg_get_viewdef(oid) FROM pg_class
       WHERE relkind IN ('v', 'm') AND relnamespace IN (SELECT oid FROM mine)""",
    """SELECT 'enum', enumtypid::regtype::text, array_agg(enumlabel ORDER BY enumsortorder)::text,
              obj_description(enumtypid, 'pg_type')
       FROM pg_enum GROUP BY enumtypid""",
    """SELECT 'domain', oid::regtype::text, format_type(typbasetype, typtypmod), typnotnull
       FROM pg_type WHERE typtype = 'd' AND typnamespace IN (SELECT oid FROM mine)""",
    """SELECT 'function', pg_get_functiondef(oid) FROM pg_proc
       WHERE prokind <> 'a' AND pronamespace IN (SELECT oid FROM mine)""",
    "SELECT 'trigger', pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "SELECT 'schema', nspname FROM mine",
)
_MINE = """WITH mine AS (SELECT oid, nspname FROM pg_namespace
    WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%') """


@pytest.fixture
def postgresql(postgresql_url: str) -> Iterator[psycopg.Connection]:
    """Connection to an empty PostgreSQL database."""
    import psycopg  # noqa: PLC0415 - not needed by tests that use no server

    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        yield connection


@pytest.fixture
def postgresql_contents(postgresql: psycopg.Connection) -> Callable[[], Contents]:
    """Return a function that says what the PostgreSQL database contains."""

    def contents() -> Contents:
        rows: Contents = []
        for query in _POSTGRESQL_CONTENTS:
            rows += postgresql.execute((_MINE + query).encode()).fetchall()
        return sorted(rows, key=repr)

    return contents


@pytest.fixture
def postgresql_contents_of(
    postgresql: psycopg.Connection, postgresql_contents: Callable[[], Contents]
) -> Callable[[str], Contents]:
    """Return a function that says what a schema makes of an empty database, and empties it."""

    def contents_of(schema: str) -> Contents:
        postgresql.execute("BEGIN")
        postgresql.execute(schema.encode())
        rows = postgresql_contents()
        postgresql.execute("ROLLBACK")
        return rows

    return contents_of


@pytest.fixture
def sqlite() -> Iterator[sqlite3.Connection]:
    """Connection to an empty SQLite database."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    yield connection
    connection.close()


@pytest.fixture
def sqlite_contents() -> Callable[[sqlite3.Connection], Contents]:
    """Return a function that says what a SQLite database contains."""

    def contents(connection: sqlite3.Connection) -> Contents:
        rows: Contents = []
        tables: list[tuple[str, str, int, int]] = connection.execute(
            "SELECT name, type, wr, strict FROM pragma_table_list"
            " WHERE schema = 'main' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        ).fetchall()
        for name, kind, without_rowid, strict in tables:
            rows.append((kind, name, without_rowid, strict))
            for query in (
                (
                    "SELECT 'column', ?1, name, type, \"notnull\", dflt_value, pk, hidden"
                    " FROM pragma_table_xinfo(?1)"
                ),
                (
                    'SELECT \'reference\', ?1, "table", "from", "to", on_update, on_delete, seq'
                    " FROM pragma_foreign_key_list(?1)"
                ),
                (
                    "SELECT 'key', ?1, l.\"unique\", origin, partial, seqno, x.name, x.desc, x.coll"
                    ' FROM pragma_index_list(?1) l, pragma_index_xinfo(l.name) x WHERE x."key"'
                ),
            ):
                rows += connection.execute(query, (name,)).fetchall()
        rows += connection.execute(
            "SELECT type, name, sql FROM sqlite_master"
            " WHERE type IN ('view', 'trigger', 'index') AND sql IS NOT NULL"
        ).fetchall()
        return sorted(rows, key=repr)

    return contents
