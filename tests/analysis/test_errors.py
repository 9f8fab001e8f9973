"""What is refused beyond the corpus of ``test_refused``: SQLite, commands, several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flash_core.engine import Engine

if TYPE_CHECKING:
    from tests.analysis.conftest import AnalyseOne, LoadCatalog

SCHEMA = """
CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, age INTEGER, active BOOLEAN);
CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL, title TEXT, at TIMESTAMP);
"""

SQLITE = [
    ("SELECT * FROM user_s", "no such table: user_s", "user_s", 'did you mean "users"?'),
    ("SELECT nam FROM users", "no such column: nam", "nam", 'did you mean "name"?'),
    ("SELECT u.nam FROM users u", "no such column: u.nam", "u.nam", 'did you mean "name"?'),
    (
        "SELECT id FROM users JOIN posts ON true",
        "ambiguous column name: id",
        "id",
        "write users.id",
    ),
    ("SELECT lowr(name) FROM users", "no such function: lowr", "lowr", 'did you mean "lower"?'),
    (
        "SELECT 1 FROM users WHERE count(*) > 1",
        "misuse of aggregate function count()",
        "count",
        "use HAVING for conditions on groups",
    ),
    ("SELECT (SELECT 1, 2)", "sub-select returns 2 columns - expected 1", None, "it returns 2"),
    (
        "SELECT 1 UNION SELECT 1, 2",
        "SELECTs to the left and right of UNION do not have the same number of result columns",
        None,
        "the left side has 1, the right side 2",
    ),
    (
        "INSERT INTO users (id, nam) VALUES (1, 'x') RETURNING 1",
        "table users has no column named nam",
        "nam",
        'did you mean "name"?',
    ),
    (
        "INSERT INTO users (id) VALUES (1, 'x') RETURNING 1",
        "2 values for 1 columns",
        "'x'",
        "1 columns, 2 values",
    ),
    (
        "INSERT INTO users VALUES (1, 'x') RETURNING 1",
        "table users has 4 columns but 2 values were supplied",
        None,
        "4 columns, 2 values",
    ),
    (
        "INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT (name) DO NOTHING RETURNING 1",
        "ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint",
        None,
        "name all columns of one PRIMARY KEY or UNIQUE constraint",
    ),
]


@pytest.mark.parametrize(("sql", "message", "word", "hint"), SQLITE)
def test_sqlite_refuses_with_a_word_and_a_hint(
    sql: str,
    message: str,
    word: str | None,
    hint: str | None,
    load_catalog: LoadCatalog,
    analyse_one: AnalyseOne,
) -> None:
    query, problems = analyse_one(sql, load_catalog(SCHEMA, Engine.SQLITE))
    assert query is None
    (problem,) = problems
    found = problem.source.text[problem.span.start : problem.span.end]
    assert (problem.message, problem.hint) == (message, hint)
    assert word is None or found == word


def test_all_problems_of_a_query_are_reported_together(
    load_catalog: LoadCatalog, analyse_one: AnalyseOne
) -> None:
    sql = "SELECT nam, foo(1) FROM users WHERE agee > 1 ORDER BY idd"
    _, problems = analyse_one(sql, load_catalog(SCHEMA, Engine.POSTGRESQL))
    assert [problem.message for problem in problems] == [
        'column "nam" does not exist',
        "function foo(integer) does not exist",
        'column "agee" does not exist',
        'column "idd" does not exist',
    ]


def test_an_unknown_table_does_not_drag_its_columns_along(
    load_catalog: LoadCatalog, analyse_one: AnalyseOne
) -> None:
    sql = "SELECT u.name, title, lower(x) FROM userz u JOIN posts p ON p.user_id = u.id"
    _, problems = analyse_one(sql, load_catalog(SCHEMA, Engine.POSTGRESQL))
    assert [problem.message for problem in problems] == ['relation "userz" does not exist']


@pytest.mark.parametrize("engine", [Engine.POSTGRESQL, Engine.SQLITE])
@pytest.mark.parametrize(
    ("command", "sql", "severity", "message", "hint"),
    [
        (
            "one",
            "DELETE FROM users",
            "error",
            'query Q is ":one" but returns no rows',
            "add RETURNING, or use :exec",
        ),
        (
            "many",
            "UPDATE users SET age = 1",
            "error",
            'query Q is ":many" but returns no rows',
            "add RETURNING, or use :exec",
        ),
        (
            "one",
            "SELECT id FROM users",
            "warning",
            'query Q is ":one" but may return several rows',
            "add LIMIT 1, or use :many",
        ),
    ],
)
def test_the_command_fits_the_statement(
    engine: Engine,
    command: str,
    sql: str,
    severity: str,
    message: str,
    hint: str,
    load_catalog: LoadCatalog,
    analyse_one: AnalyseOne,
) -> None:
    query, problems = analyse_one(sql, load_catalog(SCHEMA, engine), command)
    (problem,) = problems
    assert (problem.severity, problem.message, problem.hint) == (severity, message, hint)
    assert (query is None) == (severity == "error")
