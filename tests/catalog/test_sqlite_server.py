"""SQLite itself is asked what a schema contains, and what our copy of it contains.

A file of ``tests/corpus/schemas-sqlite`` is run as it is, and as the catalog that it folds
to prints it; the pragmas must answer the same, and the catalog say what they do.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flash_core.catalog.build import build
from flash_core.catalog.render import render
from flash_core.engine import Engine
from flash_core.sql.parse import parse_script
from flash_core.sql.source import Severity, SourceFile

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog

    Snapshot = dict[str, object]

_FILES = sorted((Path(__file__).parent.parent / "corpus" / "schemas-sqlite").glob("*.sql"))
_OBJECTS = (
    "SELECT type, name, tbl_name FROM sqlite_schema"
    " WHERE name NOT LIKE 'sqlite_%' AND sql IS NOT NULL ORDER BY 1, 2"
)

_TEXTS = "SELECT name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger')"


def _catalog(text: str) -> Catalog:
    source = SourceFile("schema.sql", text)
    statements, problems = parse_script(source, Engine.SQLITE)
    catalog, more = build([(source, one) for one in statements], Engine.SQLITE, in_order=True)
    errors = [one.render() for one in (*problems, *more) if one.severity is Severity.ERROR]
    assert not errors, "\n".join(errors)
    return catalog


def _rows(connection: sqlite3.Connection, sql: str, *given: str) -> list[tuple[object, ...]]:
    return connection.execute(sql, given).fetchall()


def _indexes(connection: sqlite3.Connection, table: str) -> list[object]:
    sql = 'SELECT name, "unique", origin, partial FROM pragma_index_list(?)'
    found: list[object] = []
    for name, *rest in _rows(connection, sql, table):
        made = str(name).startswith("sqlite_autoindex")
        key = "SELECT name, desc, coll FROM pragma_index_xinfo(?) WHERE key"
        found.append(("" if made else name, *rest, _rows(connection, key, str(name))))
    return sorted(found, key=repr)


def _snapshot(script: str) -> Snapshot:
    """Return what SQLite tells of a schema."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.executescript(script)
        found: Snapshot = {"objects": _rows(connection, _OBJECTS)}
        for name, text in _rows(connection, _TEXTS):
            found[f"text of {name}"] = " ".join(str(text).split())
        tables = "SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main'"
        for name, *rest in _rows(connection, tables):
            if str(name).startswith("sqlite_"):
                continue
            # of a rowid alias NOT NULL says nothing, and is not printed
            columns = (
                "SELECT name, type, \"notnull\" AND (pk = 0 OR upper(type) <> 'INTEGER'),"
                " dflt_value, pk, hidden FROM pragma_table_xinfo(?)"
            )
            keys = (
                'SELECT "table", "from", "to", on_update, on_delete, seq'
                " FROM pragma_foreign_key_list(?)"
            )
            found[str(name)] = (
                rest,
                _rows(connection, columns, str(name)),
                _indexes(connection, str(name)),
                sorted(_rows(connection, keys, str(name)), key=repr),
            )
        return found
    finally:
        connection.close()


@pytest.mark.parametrize("file", _FILES, ids=[file.stem for file in _FILES])
def test_the_printed_catalog_is_what_the_script_made(file: Path) -> None:
    text = file.read_text("utf-8")
    ours, theirs = _snapshot(render(_catalog(text))), _snapshot(text)
    assert ours.keys() == theirs.keys()
    for name, expected in theirs.items():
        assert ours[name] == expected, name


@pytest.mark.parametrize("file", _FILES, ids=[file.stem for file in _FILES])
def test_the_catalog_has_the_columns_that_sqlite_tells_of(file: Path) -> None:
    text = file.read_text("utf-8")
    catalog = _catalog(text)
    with sqlite3.connect(":memory:", isolation_level=None) as connection:
        connection.executescript(text)
        sql = 'SELECT name, "notnull", pk, hidden FROM pragma_table_xinfo(?)'
        for table in catalog.tables:
            ours = [
                (
                    column.name,
                    column.name in table.primary_key,
                    (3 if column.stored else 2) if column.generated is not None else 0,
                )
                for column in table.columns
            ]
            theirs = _rows(connection, sql, table.name)
            assert ours == [(name, bool(pk), hidden) for name, _, pk, hidden in theirs]
            required = {column.name for column in table.columns if column.not_null}
            assert {name for name, not_null, *_ in theirs if not_null} <= required
    connection.close()
