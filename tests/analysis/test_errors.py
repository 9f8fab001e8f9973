"""What is refused: the message, the word under the carets, the hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from flash_core.engine import Engine

if TYPE_CHECKING:
    from tests.analysis.conftest import AnalyseOne, LoadCatalog

SCHEMA = """
CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, age INTEGER, active BOOLEAN);
CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL, title TEXT, at TIMESTAMP);
"""

# (statement, message, underlined word, hint, SQLSTATE)
POSTGRESQL = [
    (
        "SELECT * FROM user_s",
        'relation "user_s" does not exist',
        "user_s",
        'did you mean "users"?',
        "42P01",
    ),
    (
        "SELECT nam FROM users",
        'column "nam" does not exist',
        "nam",
        'did you mean "name"?',
        "42703",
    ),
    (
        "SELECT u.nam FROM users u",
        "column u.nam does not exist",
        "u.nam",
        'did you mean "name"?',
        "42703",
    ),
    (
        "SELECT id FROM users JOIN posts ON true",
        'column reference "id" is ambiguous',
        "id",
        "write users.id",
        "42702",
    ),
    ("SELECT x.id FROM users", 'missing FROM-clause entry for table "x"', "x.id", None, "42P01"),
    (
        "SELECT users.id FROM users u",
        'invalid reference to FROM-clause entry for table "users"',
        "users.id",
        'perhaps you meant the alias "u"',
        "42P01",
    ),
    ("SELECT z.* FROM users", 'missing FROM-clause entry for table "z"', "z.*", None, "42P01"),
    (
        "SELECT lower(age) FROM users",
        "function lower(integer) does not exist",
        "lower",
        "no function takes these argument types; you may need a cast",
        "42883",
    ),
    (
        "SELECT lowr(name) FROM users",
        "function lowr(text) does not exist",
        "lowr",
        'did you mean "lower"?',
        "42883",
    ),
    (
        "SELECT name + 1 FROM users",
        "operator does not exist: text + integer",
        "+",
        "no operator takes these types; you may need a cast",
        "42883",
    ),
    (
        "SELECT 1 FROM users WHERE age",
        "argument of WHERE must be type boolean, not type integer",
        "age",
        None,
        "42804",
    ),
    (
        "SELECT 1 FROM users WHERE age AND active",
        "argument of AND must be type boolean, not type integer",
        "age",
        None,
        "42804",
    ),
    (
        "SELECT 1 FROM users WHERE count(*) > 1",
        "aggregate functions are not allowed in WHERE",
        "count",
        "use HAVING for conditions on groups",
        "42803",
    ),
    (
        "SELECT 1 FROM users u JOIN posts p ON count(*) > 1",
        "aggregate functions are not allowed in JOIN conditions",
        "count",
        None,
        "42803",
    ),
    (
        "SELECT sum(count(*)) FROM users",
        "aggregate function calls cannot be nested",
        "count",
        None,
        "42803",
    ),
    (
        "SELECT 1 FROM users WHERE row_number() OVER () > 1",
        "window functions are not allowed in WHERE",
        "row_number",
        None,
        "42P20",
    ),
    (
        "SELECT row_number() FROM users",
        "window function row_number requires an OVER clause",
        "row_number",
        "write OVER (…) after the call",
        "42809",
    ),
    (
        "SELECT name, count(*) FROM users",
        'column "users.name" must appear in the GROUP BY clause or be used in an aggregate function',
        "name",
        "add users.name to GROUP BY, or write min(users.name)",
        "42803",
    ),
    (
        "SELECT u.name, p.title FROM users u JOIN posts p ON true GROUP BY u.id",
        'column "p.title" must appear in the GROUP BY clause or be used in an aggregate function',
        "p.title",
        "add p.title to GROUP BY, or write min(p.title)",
        "42803",
    ),
    (
        "SELECT age, (SELECT u.name) FROM users u GROUP BY age",
        'subquery uses ungrouped column "u.name" from outer query',
        "u.name",
        "add u.name to GROUP BY",
        "42803",
    ),
    (
        "SELECT 1 UNION SELECT 1, 2",
        "each UNION query must have the same number of columns",
        None,
        None,
        "42601",
    ),
    (
        "SELECT 1 UNION SELECT true",
        "UNION types integer and boolean cannot be matched",
        None,
        None,
        "42804",
    ),
    ("SELECT (SELECT 1, 2)", "subquery must return only one column", None, None, "42601"),
    ("SELECT 1 WHERE 1 IN (SELECT 1, 2)", "subquery has too many columns", None, None, "42601"),
    (
        "SELECT CASE WHEN true THEN 1 ELSE true END",
        "CASE types boolean and integer cannot be matched",
        None,
        None,
        "42804",
    ),
    (
        "SELECT 1 LIMIT true",
        "argument of LIMIT must be type bigint, not type boolean",
        "true",
        None,
        "42804",
    ),
    (
        "SELECT name FROM users ORDER BY 3",
        "ORDER BY position 3 is not in select list",
        "3",
        None,
        "42P10",
    ),
    ("SELECT 'x'::txt", 'type "txt" does not exist', "txt", None, "42704"),
    ("SELECT active::date FROM users", "cannot cast type boolean to date", None, None, "42846"),
    (
        "SELECT $1 IS NULL",
        "could not determine data type of parameter $1",
        "$1",
        "write a cast: $1::text",
        "42P18",
    ),
    (
        "SELECT :x IS NULL",
        "could not determine data type of parameter $1",
        ":x",
        "write a cast: @x::text",
        "42P18",
    ),
    (
        "SELECT 1 FROM users WHERE $1 IS NULL OR name = $1",
        "could not determine data type of parameter $1",
        "$1",
        "write a cast: $1::text",
        "42P08",
    ),
    (
        "SELECT 1 FROM users WHERE age = $1 AND name = $1",
        "operator does not exist: text = integer",
        "=",
        "no operator takes these types; you may need a cast",
        "42883",
    ),
    (
        "SELECT ARRAY[]",
        "cannot determine type of empty array",
        None,
        "explicitly cast to the desired type, for example ARRAY[]::integer[]",
        "42P18",
    ),
    (
        "SELECT * FROM users u, posts u",
        'table name "u" specified more than once',
        None,
        "give each its own alias",
        "42712",
    ),
    (
        "SELECT * FROM users JOIN posts USING (name)",
        'column "name" specified in USING clause does not exist in right table',
        None,
        None,
        "42703",
    ),
    (
        "INSERT INTO users (id, nam) VALUES (1, 'x') RETURNING 1",
        'column "nam" of relation "users" does not exist',
        "nam",
        'did you mean "name"?',
        "42703",
    ),
    (
        "INSERT INTO users (id, id) VALUES (1, 2) RETURNING 1",
        'column "id" specified more than once',
        "id",
        None,
        "42701",
    ),
    (
        "INSERT INTO users (id) VALUES (1, 'x') RETURNING 1",
        "INSERT has more expressions than target columns",
        "'x'",
        None,
        "42601",
    ),
    (
        "INSERT INTO users (id, name) VALUES (1) RETURNING 1",
        "INSERT has more target columns than expressions",
        "name",
        None,
        "42601",
    ),
    (
        "INSERT INTO users (id, name) SELECT 1, 'a', 2 RETURNING 1",
        "INSERT has more expressions than target columns",
        "2",
        None,
        "42601",
    ),
    (
        "INSERT INTO users (id, age, name) VALUES (1, true, 'x') RETURNING 1",
        'column "age" is of type integer but expression is of type boolean',
        "true",
        "rewrite the expression or cast it: CAST(… AS integer)",
        "42804",
    ),
    (
        "UPDATE users SET nam = 1 RETURNING 1",
        'column "nam" of relation "users" does not exist',
        "nam",
        'did you mean "name"?',
        "42703",
    ),
    (
        "UPDATE users SET age = 1, age = 2 RETURNING 1",
        'multiple assignments to same column "age"',
        "age",
        None,
        "42601",
    ),
    (
        "UPDATE users SET age = name RETURNING 1",
        'column "age" is of type integer but expression is of type text',
        "name",
        "rewrite the expression or cast it: CAST(… AS integer)",
        "42804",
    ),
    (
        "WITH a AS (SELECT 1), a AS (SELECT 2) SELECT 1 FROM a",
        'WITH query name "a" specified more than once',
        "a",
        None,
        "42712",
    ),
    (
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1.5 FROM r) SELECT n FROM r",
        'recursive query "r" column 1 has type integer in non-recursive term but type numeric overall',
        None,
        "cast the output of the non-recursive term to the correct type",
        "42804",
    ),
    (
        "SELECT (name).x FROM users",
        "column notation .x applied to type text, which is not a composite type",
        None,
        None,
        "42809",
    ),
    (
        "SELECT age[1] FROM users",
        "cannot subscript type integer because it does not support subscripting",
        None,
        None,
        "42804",
    ),
    ("SELECT 1 = ANY (2)", "op ANY/ALL (array) requires array on right side", None, None, "42809"),
    ("VALUES (1), (1, 2)", "VALUES lists must all be the same length", None, None, "42601"),
    ("SELECT *", "SELECT * with no tables specified is not valid", "*", None, "42601"),
]

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
        "misuse of aggregate: count()",
        "count",
        "use HAVING for conditions on groups",
    ),
    ("SELECT (SELECT 1, 2)", "sub-select returns 2 columns - expected 1", None, None),
    (
        "SELECT 1 UNION SELECT 1, 2",
        "SELECTs to the left and right of UNION do not have the same number of result columns",
        None,
        None,
    ),
    (
        "INSERT INTO users (id, nam) VALUES (1, 'x') RETURNING 1",
        "table users has no column named nam",
        "nam",
        'did you mean "name"?',
    ),
    ("INSERT INTO users (id) VALUES (1, 'x') RETURNING 1", "2 values for 1 columns", "'x'", None),
    (
        "INSERT INTO users VALUES (1, 'x') RETURNING 1",
        "table users has 4 columns but 2 values were supplied",
        None,
        None,
    ),
    (
        "INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT (name) DO NOTHING RETURNING 1",
        "ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint",
        None,
        None,
    ),
]


@pytest.mark.parametrize(("sql", "message", "word", "hint", "sqlstate"), POSTGRESQL)
def test_postgresql_refuses_with_a_word_and_a_hint(
    sql: str,
    message: str,
    word: str | None,
    hint: str | None,
    sqlstate: str,
    load_catalog: LoadCatalog,
    analyse_one: AnalyseOne,
) -> None:
    query, problems = analyse_one(sql, load_catalog(SCHEMA, Engine.POSTGRESQL))
    assert query is None
    (problem,) = problems
    found = problem.source.text[problem.span.start : problem.span.end]
    assert (problem.message, problem.hint, problem.sqlstate) == (message, hint, sqlstate)
    assert word is None or found == word


def test_postgresql_itself_says_the_same(postgresql_url: str) -> None:
    differences: list[str] = []
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(SCHEMA.encode())
        for sql, message, _, _, sqlstate in POSTGRESQL:
            server = sql.replace(":x IS", "$1 IS")
            try:
                connection.execute(f"PREPARE q AS {server}".encode())
            except psycopg.Error as error:
                theirs = (error.diag.message_primary, error.diag.sqlstate)
                if theirs != (message, sqlstate):
                    differences.append(f"{sql}\n  ours   {(message, sqlstate)}\n  server {theirs}")
            else:
                connection.execute("DEALLOCATE q")
                differences.append(f"{sql}\n  the server accepts it")
    assert not differences, "\n".join(differences)


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
