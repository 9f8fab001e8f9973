"""What SQLite refuses in a schema is refused in its words, under the column or table it is about."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from flash_core.analysis.sqlite_schema import check_schema, say_as_sqlite
from flash_core.catalog.build import build
from flash_core.engine import Engine
from flash_core.sql.parse import parse_script
from flash_core.sql.source import Diagnostic, Severity, SourceFile

_CORPUS = Path(__file__).parent.parent / "corpus"
_ACCEPTED = sorted([*_CORPUS.glob("schemas-sqlite/*.sql"), *_CORPUS.glob("sqlite/*.sql")])


def _problems(schema: str) -> list[Diagnostic]:
    source = SourceFile("schema.sql", schema)
    statements, unreadable = parse_script(source, Engine.SQLITE)
    catalog, refused = build([(source, one) for one in statements], Engine.SQLITE)
    located = [(source, one) for one in statements]
    refused = say_as_sqlite(refused, catalog, located)
    errors = [one for one in (*unreadable, *refused) if one.severity is Severity.ERROR]
    return errors or list(check_schema(catalog, located))


@pytest.mark.parametrize(
    "schema",
    [
        "CREATE TABLE t («a») STRICT",
        "CREATE TABLE t (id INTEGER, «a» VARCHAR(10)) STRICT",
        "CREATE TABLE «t» (a INT AS (1))",
        "CREATE TABLE «t» (a INT, CHECK (b > 1))",
        "CREATE TABLE t (b INT, «a» INT DEFAULT (b))",
        "CREATE TABLE t (a INT, «a» TEXT)",
        "CREATE TABLE «t» (a) WITHOUT ROWID",
        "CREATE TABLE t (a INT, FOREIGN KEY («b») REFERENCES t (a))",
        "CREATE TABLE t (a INT, PRIMARY KEY («b»))",
        "CREATE TABLE t («a» TEXT PRIMARY KEY AUTOINCREMENT)",
        "CREATE TABLE t (a); CREATE TABLE «t» (b)",
        "CREATE TABLE t (a); CREATE INDEX i ON t («b»)",
        "CREATE TABLE t (a); «CREATE» INDEX i ON t (random())",
        "CREATE INDEX i ON «t» (a)",
        "CREATE TABLE t (a); CREATE INDEX i ON t (a) «WHERE» a > (SELECT 1)",
        "CREATE VIEW v AS SELECT 1; CREATE TRIGGER g BEFORE INSERT ON «v» BEGIN SELECT 1; END",
        "CREATE TABLE t (a); CREATE TRIGGER g INSTEAD OF INSERT ON «t» BEGIN SELECT 1; END",
        "CREATE TRIGGER g AFTER INSERT ON «t» BEGIN SELECT 1; END",
        "CREATE TABLE t (a); ALTER TABLE t ADD COLUMN b INT «UNIQUE»",
        "ALTER TABLE «t» ADD COLUMN b",
        "CREATE TABLE t (a); ALTER TABLE t RENAME COLUMN «b» TO c",
        "CREATE VIEW v AS SELECT 1; ALTER TABLE «v» ADD COLUMN b",
        "DROP TABLE «t»",
        "CREATE TABLE t (a); DROP VIEW «t»",
        "CREATE VIEW v AS SELECT 1; DROP TABLE «v»",
    ],
)
def test_what_sqlite_refuses_of_a_table_is_refused_in_its_words(schema: str) -> None:
    place = schema.index("«"), schema.index("»") - 1
    schema = schema.replace("«", "").replace("»", "")
    with closing(sqlite3.connect(":memory:")) as database, pytest.raises(sqlite3.Error) as refusal:
        database.executescript(schema)
    (problem,) = _problems(schema)
    assert problem.message == str(refusal.value)
    assert (problem.span.start, problem.span.end) == place


@pytest.mark.parametrize("file", _ACCEPTED, ids=[file.stem for file in _ACCEPTED])
def test_what_sqlite_accepts_is_accepted(file: Path) -> None:
    schema = file.read_text("utf-8").partition("-- name:")[0]
    assert [one.render() for one in _problems(schema)] == []


@pytest.mark.parametrize(
    "schema",
    [
        "CREATE VIRTUAL TABLE f USING fts5(a, tokenize = 'brought_by_the_app')",
        "CREATE VIRTUAL TABLE f USING fts4(a, tokenize = brought_by_the_app)",
        "CREATE VIRTUAL TABLE f USING brought_by_the_app(a); CREATE TABLE c AS SELECT * FROM f",
        "CREATE TABLE t (a TEXT COLLATE brought_by_the_app); CREATE INDEX i ON t (a)",
        "CREATE TABLE t (a); CREATE INDEX i ON t (brought_by_the_app(a))",
    ],
)
def test_what_the_application_brings_to_sqlite_is_taken_on_trust(schema: str) -> None:
    assert [one.render() for one in _problems(schema) if one.severity is Severity.ERROR] == []
