"""The same table gives the same facts, however it was written."""

from __future__ import annotations

import sqlite3

import pytest

import flash_sync
from flash_sync.introspect.definition import Definition, differences
from flash_sync.introspect.sqlite import dump

ALIKE = {
    "layout and case": ("CREATE TABLE t (a INT)", "create table [T]\n( --c\n A int /* x */ );"),
    "a key beside its column": (
        "CREATE TABLE t (a INT UNIQUE)",
        "CREATE TABLE t (a INT, UNIQUE (a))",
    ),
    "a check beside its column": (
        "CREATE TABLE t (a INT CONSTRAINT c CHECK (a > 1))",
        "CREATE TABLE t (a INT, CONSTRAINT c CHECK(a>1))",
    ),
    "a reference beside its column": (
        "CREATE TABLE t (a INT REFERENCES u ON UPDATE CASCADE ON DELETE SET NULL)",
        """CREATE TABLE t (a INT,
           FOREIGN KEY (a) REFERENCES "u" ON DELETE SET NULL ON UPDATE CASCADE NOT DEFERRABLE)""",
    ),
    "a column added later": (
        "CREATE TABLE t (a INT, b TEXT DEFAULT 'x,y(')",
        "CREATE TABLE t (a INT); ALTER TABLE t ADD COLUMN b TEXT DEFAULT 'x,y('",
    ),
    "a renamed table": (
        "CREATE TABLE t (a INT)",
        "CREATE TABLE x (a INT); ALTER TABLE x RENAME TO t",
    ),
    "counting": (
        "CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT)",
        "CREATE TABLE t (a INTEGER, PRIMARY KEY (a ASC AUTOINCREMENT))",
    ),
    "constraints without commas": (
        "CREATE TABLE t (a, b, CHECK (a), CHECK (b), UNIQUE (a, b))",
        "CREATE TABLE t (a, b, UNIQUE (a, b) CHECK (b) CHECK (a))",
    ),
    "generated": (
        "CREATE TABLE t (a, b AS (a))",
        "CREATE TABLE t (a, b GENERATED ALWAYS AS (a) VIRTUAL)",
    ),
}
UNLIKE = {
    "type": ("CREATE TABLE t (a INT)", "CREATE TABLE t (a TEXT)"),
    "text in quotes": ("CREATE TABLE t (a DEFAULT 'A')", "CREATE TABLE t (a DEFAULT 'a')"),
    "no NULL": ("CREATE TABLE t (a)", "CREATE TABLE t (a NOT NULL)"),
    "what a NULL does": (
        "CREATE TABLE t (a NOT NULL)",
        "CREATE TABLE t (a NOT NULL ON CONFLICT IGNORE)",
    ),
    "name of a constraint": (
        "CREATE TABLE t (a CHECK (a))",
        "CREATE TABLE t (a CONSTRAINT c CHECK (a))",
    ),
    "collation": ("CREATE TABLE t (a)", "CREATE TABLE t (a COLLATE NOCASE)"),
    "stored": ("CREATE TABLE t (a, b AS (a))", "CREATE TABLE t (a, b AS (a) STORED)"),
    "strict": ("CREATE TABLE t (a INT)", "CREATE TABLE t (a INT) STRICT"),
    "without rowid": (
        "CREATE TABLE t (a INT PRIMARY KEY)",
        "CREATE TABLE t (a INT PRIMARY KEY) WITHOUT ROWID",
    ),
    "no alias of the rowid": (
        "CREATE TABLE t (a INTEGER PRIMARY KEY DESC)",
        "CREATE TABLE t (a INTEGER, PRIMARY KEY (a DESC))",
    ),
    "index": ("CREATE TABLE t (a)", "CREATE TABLE t (a); CREATE INDEX i ON t (a)"),
    "part of an index": (
        "CREATE TABLE t (a); CREATE INDEX i ON t (a)",
        "CREATE TABLE t (a); CREATE INDEX i ON t (a) WHERE a > 1",
    ),
}


def contents(schema: str) -> list[Definition]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(schema)
    found = dump(flash_sync.wrap(connection))
    connection.close()
    return found


@pytest.mark.parametrize(("one", "other"), ALIKE.values(), ids=ALIKE)
def test_what_is_written_differently_is_the_same(one: str, other: str) -> None:
    first, second = ([(i.kind, i.facts) for i in contents(text)] for text in (one, other))
    assert first == second


@pytest.mark.parametrize(("one", "other"), UNLIKE.values(), ids=UNLIKE)
def test_what_differs_is_seen(one: str, other: str) -> None:
    assert differences(contents(one), contents(other)) != []


def test_what_sqlite_and_flash_keep_for_themselves_is_left_out() -> None:
    schema = """CREATE TABLE _flash_migrations (id); CREATE TABLE t (a INTEGER PRIMARY KEY
        AUTOINCREMENT, b UNIQUE); CREATE VIRTUAL TABLE f USING fts5(a);
        CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END; CREATE VIEW v AS SELECT 1;"""
    assert [item.identity for item in contents(schema)] == [
        ("table", "t"),
        ("virtual table", "f"),
        ("view", "v"),
        ("trigger", "g"),
    ]
