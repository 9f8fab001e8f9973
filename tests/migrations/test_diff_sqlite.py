"""Changes written for SQLite do on a real database what they promise."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flash_core.catalog.render import render
from flash_core.engine import Engine
from flash_core.migrations.diff import diff
from flash_core.migrations.files import down_text, up_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.catalog.model import Catalog

CORPUS = Path(__file__).parents[1] / "corpus"
LITE = Engine.SQLITE

GUIDE = """
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    email VARCHAR(255) UNIQUE NOT NULL,
    is_active BOOLEAN DEFAULT TRUE,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    user_id INTEGER REFERENCES users(id) ON DELETE CASCADE,
    title VARCHAR(255) NOT NULL,
    content TEXT,
    published BOOLEAN DEFAULT FALSE,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
"""
ADVANCED = """
CREATE TABLE user_profiles (
    id INTEGER PRIMARY KEY,
    user_id INTEGER REFERENCES users(id),
    bio TEXT,
    avatar_url VARCHAR(500)
);
CREATE INDEX idx_users_email ON users(email);
CREATE INDEX idx_posts_user_id ON posts(user_id);
CREATE UNIQUE INDEX idx_user_profiles_user_id ON user_profiles(user_id);
"""

# Before, after, and rows to put in before: an empty table accepts what a full one refuses.
PAIRS = {
    "guide": ("", GUIDE, ""),
    "guide, advanced": (
        GUIDE,
        GUIDE + ADVANCED,
        "INSERT INTO users (name, email) VALUES ('a', 'b')",
    ),
    "chinook": ("", (CORPUS / "chinook" / "sqlite.sql").read_text(), ""),
    "columns": (
        "CREATE TABLE u (id INTEGER PRIMARY KEY); CREATE TABLE t (a, gone TEXT CHECK (gone <> ''));",
        """CREATE TABLE u (id INTEGER PRIMARY KEY);
           CREATE TABLE t (b INTEGER NOT NULL DEFAULT 0 CHECK (b >= 0), a, "order" TEXT DEFAULT 'it''s',
             c INTEGER REFERENCES u ON DELETE SET NULL, d AS (a || 'x'), e REAL DEFAULT -1.5e3,
             f TEXT COLLATE NOCASE, g BLOB NOT NULL DEFAULT X'00ff', h BOOLEAN DEFAULT TRUE, [i "x"] INT);""",
        "INSERT INTO t VALUES (1, 'x')",
    ),
    "indexes": (
        "CREATE TABLE t (a INT, b TEXT); CREATE INDEX i ON t (a); CREATE INDEX j ON t (b);",
        """CREATE TABLE t (a INT, b TEXT); CREATE UNIQUE INDEX i ON t (a);
           CREATE INDEX k ON t (lower(b) DESC, a COLLATE BINARY) WHERE a > 1;""",
        "INSERT INTO t VALUES (1, 'x')",
    ),
    "a column and the index over it": (
        "CREATE TABLE t (a INT, b INT); CREATE INDEX i ON t (a, b);",
        "CREATE TABLE t (a INT);",
        "INSERT INTO t VALUES (1, 2)",
    ),
    "tables that refer to each other": (
        "",
        """CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, b INT REFERENCES b (id));
           CREATE TABLE b (x INT, y INT, id INT UNIQUE, a INT CONSTRAINT n REFERENCES a,
             PRIMARY KEY (x, y), FOREIGN KEY (x, y) REFERENCES b, CHECK (x > y), CONSTRAINT c CHECK (x));""",
        "",
    ),
    "kinds of tables": (
        "CREATE TABLE old (a);",
        """CREATE TABLE s (a INT PRIMARY KEY, b TEXT) STRICT;
           CREATE TABLE w (a TEXT PRIMARY KEY, b UNSIGNED BIG INT) WITHOUT ROWID;
           CREATE TABLE both (a INT, b ANY, PRIMARY KEY (b, a)) STRICT, WITHOUT ROWID;
           CREATE TABLE [odd name] ([a b] VARCHAR(10), "select" INT);
           CREATE TABLE d (id INTEGER PRIMARY KEY DESC, x INTEGER UNIQUE ON CONFLICT IGNORE);
           CREATE TABLE g (a INT, b INT GENERATED ALWAYS AS (a * 2) STORED);""",
        "INSERT INTO old VALUES (1)",
    ),
    "views": (
        """CREATE TABLE t (a INT, gone INT); CREATE VIEW v AS SELECT * FROM t;
           CREATE VIEW w AS SELECT a FROM v; CREATE VIEW x AS SELECT 1 AS one;""",
        """CREATE TABLE t (a INT, b INT); CREATE VIEW v AS SELECT * FROM t;
           CREATE VIEW w AS SELECT a, b FROM v; CREATE VIEW x AS SELECT 1 AS one;""",
        "INSERT INTO t VALUES (1, 2)",
    ),
    "triggers": (
        """CREATE TABLE t (a INT); CREATE TABLE log (a INT);
           CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.a); END;""",
        """CREATE TABLE t (a INT); CREATE TABLE log (a INT);
           CREATE TRIGGER g AFTER INSERT ON t BEGIN
             INSERT INTO log VALUES (CASE WHEN new.a > 1 THEN 2 ELSE 3 END); END;
           CREATE TRIGGER h AFTER DELETE ON t BEGIN DELETE FROM log; END;""",
        "INSERT INTO t VALUES (1)",
    ),
}
BOTH_WAYS = [
    *(pytest.param(*pair, id=name) for name, pair in PAIRS.items()),
    *(
        pytest.param(after, before, "", id=f"{name}, back")
        for name, (before, after, _) in PAIRS.items()
        if name != "columns"  # a NOT NULL column could not be dropped and added again
    ),
]


@pytest.mark.parametrize(("before", "after", "rows"), BOTH_WAYS)
def test_up_makes_the_new_schema_and_down_the_old_one(
    before: str,
    after: str,
    rows: str,
    load: Callable[[Engine, str], Catalog],
    sqlite: sqlite3.Connection,
    sqlite_contents: Callable[[sqlite3.Connection], list[tuple[object, ...]]],
) -> None:
    old, new = load(LITE, before), load(LITE, after)
    fresh = sqlite3.connect(":memory:")
    fresh.executescript(render(new))
    expected = sqlite_contents(fresh)
    fresh.close()
    changes = diff(old, new)
    sqlite.executescript(render(old))
    sqlite.executescript(rows)
    start = sqlite_contents(sqlite)
    sqlite.executescript(up_text(changes))
    assert sqlite_contents(sqlite) == expected
    sqlite.executescript(down_text(changes))
    assert sqlite_contents(sqlite) == start


@pytest.mark.parametrize("schema", [pair[1] for pair in PAIRS.values()], ids=list(PAIRS))
def test_the_rendered_schema_is_what_the_user_wrote(
    schema: str,
    load: Callable[[Engine, str], Catalog],
    sqlite_contents: Callable[[sqlite3.Connection], list[tuple[object, ...]]],
) -> None:
    catalog = load(LITE, schema)
    rendered, written = sqlite3.connect(":memory:"), sqlite3.connect(":memory:")
    rendered.executescript(render(catalog))
    written.executescript(schema)
    # Texts may be laid out anew.
    same = [
        [row for row in sqlite_contents(connection) if row[0] not in {"index", "view", "trigger"}]
        for connection in (rendered, written)
    ]
    rendered.close()
    written.close()
    assert same[0] == same[1]
    assert diff(catalog, catalog) == []
    assert load(LITE, render(catalog)) == catalog


def test_names_are_compared_without_case(load: Callable[[Engine, str], Catalog]) -> None:
    old = load(LITE, "CREATE TABLE Users (Id INTEGER PRIMARY KEY); CREATE INDEX I ON Users (Id)")
    new = load(LITE, "CREATE TABLE users (id integer primary key); CREATE INDEX i ON users (id)")
    assert [change.up for change in diff(old, new)] == []


def test_names_of_not_null_and_default_outlive_a_rebuild(
    load: Callable[[Engine, str], Catalog],
) -> None:
    column = "a text CONSTRAINT needed NOT NULL CONSTRAINT usual DEFAULT 'q'"
    old = load(LITE, f"CREATE TABLE t ({column}, b int)")
    new = load(LITE, f"CREATE TABLE t ({column}, b text)")
    changes = diff(old, new)
    assert column in changes[0].up
    assert column in changes[-1].down


def test_a_table_that_is_the_content_of_a_virtual_one_is_the_users(
    load: Callable[[Engine, str], Catalog],
) -> None:
    made = "CREATE VIRTUAL TABLE x USING fts5(a, content='x_content');"
    catalog = load(Engine.SQLITE, f"{made} CREATE TABLE IF NOT EXISTS x_content (a TEXT);")
    assert [table.name for table in catalog.tables] == ["x_content"]
