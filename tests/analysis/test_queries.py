"""Whole queries: names, types and origins of columns; names, types and nulls of parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flash_core.engine import Engine

if TYPE_CHECKING:
    from flash_core.analysis.model import Query
    from tests.analysis.conftest import AnalyseOne, LoadCatalog

SCHEMA = """
CREATE TABLE users (
    id {key},
    name VARCHAR(100) NOT NULL,
    email VARCHAR(255) UNIQUE NOT NULL,
    is_active BOOLEAN DEFAULT TRUE,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE posts (
    id {key},
    user_id INTEGER REFERENCES users(id),
    title VARCHAR(255) NOT NULL,
    content VARCHAR(999),
    "from" TEXT
);
CREATE UNIQUE INDEX posts_by_title ON posts (user_id, title);
"""
KEYS = {Engine.POSTGRESQL: "SERIAL PRIMARY KEY", Engine.SQLITE: "INTEGER PRIMARY KEY"}
ENGINES = [Engine.POSTGRESQL, Engine.SQLITE]


def _schema(engine: Engine) -> str:
    return SCHEMA.format(key=KEYS[engine])


def _parameters(query: Query) -> str:
    """Write parameters as ``name``, ``name?`` when nullable, ``name=`` when optional."""
    return ", ".join(
        f"{one.name}{'?' if one.nullable else ''}{'=' if one.optional else ''}"
        f"{'[]' if one.slice else ''}"
        for one in query.parameters
    )


PARAMETERS = [
    ("SELECT * FROM users WHERE id = $1", "id"),
    ("SELECT * FROM users WHERE $1 = id", "id"),
    ("SELECT * FROM users WHERE lower(email) = lower($1)", "email"),
    ("SELECT * FROM users WHERE name LIKE $1 AND id > $2", "name, id"),
    ("SELECT * FROM users WHERE id > $1 AND id < $2", "id, id_2"),
    ("SELECT * FROM users WHERE created_at BETWEEN $1 AND $2", "created_at_from, created_at_to"),
    ("SELECT * FROM users ORDER BY id LIMIT $1 OFFSET $2", "limit, offset"),
    ("SELECT * FROM users ORDER BY id LIMIT $2 OFFSET $1", "offset, limit"),
    ("SELECT * FROM users WHERE id IN ($1, $2)", "id, id_2"),
    ("SELECT * FROM users WHERE id IN (sqlc.slice(ids))", "ids[]"),
    (
        "SELECT * FROM users WHERE id IN (flash.slice('user_ids')) AND name = @name",
        "user_ids[], name",
    ),
    ('SELECT * FROM posts WHERE "from" = $1', "from_"),
    ("SELECT * FROM posts WHERE title = :self", "self_"),
    ("SELECT count(*) FROM posts GROUP BY user_id HAVING count(*) > $1", "count"),
    ("SELECT id FROM posts WHERE (SELECT count(*) FROM users) > $1", "count"),
    ("SELECT id FROM users WHERE id IN (SELECT user_id FROM posts WHERE title = $1)", "title"),
    ("INSERT INTO users (name, email, is_active) VALUES ($1, $2, $3)", "name, email, is_active?"),
    ("INSERT INTO users (email, name) VALUES (lower($1), $2), ($3, $2)", "email, name, email_2"),
    (
        "INSERT INTO posts (user_id, title, content) VALUES ($1, $2, $3)",
        "user_id?, title, content?",
    ),
    ("INSERT INTO posts (title, content) SELECT $1, name FROM users WHERE id = $2", "title, id"),
    ("INSERT INTO users (name, email) VALUES (COALESCE($1, 'x'), $2)", "name?, email"),
    ("UPDATE users SET name = $1 WHERE id = $2", "name, id"),
    (
        "UPDATE users SET name = COALESCE($2, name), email = COALESCE($3, email) WHERE id = $1",
        "id, name?=, email?=",
    ),
    ("UPDATE users SET name = COALESCE($1, name), email = $2 WHERE id = $3", "name?, email, id"),
    ("UPDATE posts SET content = $1 WHERE id = $2", "content?, id"),
    ("UPDATE posts SET title = $1, content = $1 WHERE id = $2", "title, id"),
    ("UPDATE users SET name = COALESCE(@name, name) WHERE id = @id", "name?, id"),
    ("UPDATE users SET name = COALESCE(sqlc.narg(name), name) WHERE id = @id", "name?, id"),
    ("UPDATE posts SET content = sqlc.narg(content) WHERE id = sqlc.arg(id)", "content?, id"),
    ("DELETE FROM users WHERE id = @id AND name = sqlc.narg(n)", "id, n?="),
    ("SELECT * FROM users WHERE (CAST($1 AS TEXT) IS NULL OR name = $1)", "name?="),
    ("SELECT * FROM users WHERE id > $1 AND (CAST($2 AS TEXT) IS NULL OR name = $2)", "id, name?="),
    ("SELECT * FROM users WHERE name = COALESCE($1, name)", "name?="),
    ("SELECT * FROM users WHERE name IS NOT DISTINCT FROM $1", "name?"),
    ("SELECT upper($1), CAST($2 AS INTEGER)", "arg_1, arg_2"),
]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("sql", "expected"), PARAMETERS)
def test_parameters_are_named_by_their_use(
    engine: Engine,
    sql: str,
    expected: str,
    load_catalog: LoadCatalog,
    analyse_one: AnalyseOne,
) -> None:
    query, problems = analyse_one(sql, load_catalog(_schema(engine), engine), "exec")
    assert query is not None, "\n".join(problem.render() for problem in problems)
    assert _parameters(query) == expected


CARDINALITY = [
    # (statement, exactly one row, may return several rows)
    ("SELECT count(*) FROM users", True, False),
    ("SELECT count(*) FROM users WHERE id > 1", True, False),
    ("SELECT count(*) FROM users HAVING count(*) > 1", False, False),
    ("SELECT count(*) FROM users GROUP BY name", False, True),
    ("SELECT count(*) FROM users LIMIT 1", True, False),
    ("SELECT count(*) FROM users OFFSET 1", False, False),
    ("SELECT count(*) FROM users LIMIT $1", False, False),
    ("SELECT 1", True, False),
    ("SELECT 1 WHERE 1 > 2", False, False),
    ("SELECT EXISTS (SELECT 1 FROM users)", True, False),
    ("SELECT n FROM (SELECT count(*) AS n FROM users) q", True, False),
    ("WITH q AS (SELECT count(*) AS n FROM users) SELECT n FROM q", True, False),
    ("SELECT id FROM users", False, True),
    ("SELECT id FROM users LIMIT 1", False, False),
    ("SELECT id FROM users LIMIT 2", False, True),
    ("SELECT id FROM users WHERE id = $1", False, False),
    ("SELECT id FROM users WHERE email = $1 AND name = $2", False, False),
    ("SELECT id FROM users WHERE email = $1 OR name = $2", False, True),
    ("SELECT id FROM users WHERE name = $1", False, True),
    ("SELECT id FROM users WHERE id > $1", False, True),
    ("SELECT id FROM users WHERE id = id", False, True),
    ("SELECT id FROM posts WHERE user_id = $1 AND title = $2", False, False),
    ("SELECT id FROM posts WHERE user_id = $1", False, True),
    ("SELECT p.id FROM posts p JOIN users u ON u.id = p.user_id WHERE p.id = $1", False, False),
    (
        "SELECT p.id FROM posts p LEFT JOIN users u ON u.id = p.user_id WHERE p.id = $1",
        False,
        False,
    ),
    ("SELECT u.id FROM users u LEFT JOIN posts p ON u.id = p.user_id WHERE u.id = $1", False, True),
    ("SELECT u.id FROM users u LEFT JOIN posts p ON p.id = u.id AND u.id = $1", False, True),
    ("SELECT u.id FROM users u FULL JOIN posts p ON p.id = u.id WHERE u.id = $1", False, True),
    ("SELECT name FROM users u JOIN posts USING (id) WHERE u.id = $1", False, False),
    (
        "SELECT u.id, count(*) FROM users u JOIN posts p ON u.id = p.user_id WHERE u.id = $1 GROUP BY u.id",
        False,
        False,
    ),
    ("SELECT id FROM users WHERE id = (SELECT max(id) FROM users)", False, False),
    ("SELECT 1 UNION SELECT 2", False, True),
    ("INSERT INTO users (name, email) VALUES ($1, $2) RETURNING id", True, False),
    ("INSERT INTO users (name, email) VALUES ($1, $2), ($3, $4) RETURNING id", False, True),
    ("INSERT INTO users (name, email) SELECT $1, $2 RETURNING id", True, False),
    ("INSERT INTO users (name, email) SELECT name, email FROM users RETURNING id", False, True),
    (
        "INSERT INTO users (name, email) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id",
        False,
        False,
    ),
    (
        "INSERT INTO users (name, email) VALUES ($1, $2) ON CONFLICT (email) DO UPDATE SET name = excluded.name RETURNING id",
        True,
        False,
    ),
    (
        "INSERT INTO users (name, email) VALUES ($1, $2) ON CONFLICT (email) DO UPDATE SET name = excluded.name WHERE users.id > 3 RETURNING id",
        False,
        False,
    ),
    ("UPDATE users SET name = $1 WHERE id = $2 RETURNING id", False, False),
    ("UPDATE users SET name = $1 RETURNING id", False, True),
    ("DELETE FROM users WHERE email = $1 RETURNING id", False, False),
]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("sql", "exactly_one", "several"), CARDINALITY)
def test_row_counts_are_claimed_when_proven(
    engine: Engine,
    sql: str,
    exactly_one: bool,
    several: bool,
    load_catalog: LoadCatalog,
    analyse_one: AnalyseOne,
) -> None:
    if engine is Engine.SQLITE:
        sql = sql.replace("users OFFSET 1", "users LIMIT 9 OFFSET 1")
    query, problems = analyse_one(sql, load_catalog(_schema(engine), engine), "one")
    assert query is not None, "\n".join(problem.render() for problem in problems)
    assert (query.exactly_one, bool(problems)) == (exactly_one, several)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT * FROM users", ("", "users")),
        ("SELECT u.* FROM users u JOIN posts p ON p.user_id = u.id", ("", "users")),
        ("SELECT id, name, email, is_active, created_at FROM users", ("", "users")),
        ("SELECT * FROM (SELECT * FROM users) q", ("", "users")),
        ("INSERT INTO users (name, email) VALUES ('a', 'b') RETURNING *", ("", "users")),
        ("SELECT * FROM users UNION SELECT * FROM users", ("", "users")),
        ("SELECT name, id, email, is_active, created_at FROM users", None),
        ("SELECT id, name FROM users", None),
        ("SELECT users.*, 1 AS one FROM users", None),
        ("SELECT id AS key, name, email, is_active, created_at FROM users", None),
        ("SELECT u.* FROM posts p LEFT JOIN users u ON p.user_id = u.id", None),
        ("SELECT * FROM users WHERE is_active IS NOT NULL", ("", "users")),
        ("SELECT id, upper(name) AS name, email, is_active, created_at FROM users", None),
    ],
)
def test_a_row_is_the_tables_when_it_is_all_of_it_unchanged(
    engine: Engine,
    sql: str,
    expected: tuple[str, str] | None,
    load_catalog: LoadCatalog,
    analyse_one: AnalyseOne,
) -> None:
    query, problems = analyse_one(sql, load_catalog(_schema(engine), engine))
    assert query is not None, "\n".join(problem.render() for problem in problems)
    assert query.model == expected


@pytest.mark.parametrize("engine", ENGINES)
def test_an_embedded_table_marks_its_columns(
    engine: Engine, load_catalog: LoadCatalog, analyse_one: AnalyseOne
) -> None:
    sql = "SELECT flash.embed(u), p.title FROM users u JOIN posts p ON p.user_id = u.id"
    query, _ = analyse_one(sql, load_catalog(_schema(engine), engine))
    assert query is not None
    marked = [(column.name, column.embed and column.embed.name) for column in query.columns]
    assert marked == [
        ("id", "u"),
        ("name", "u"),
        ("email", "u"),
        ("is_active", "u"),
        ("created_at", "u"),
        ("title", None),
    ]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("join", "optional"),
    [
        ("JOIN users u ON p.user_id = u.id", False),
        ("LEFT JOIN users u ON p.user_id = u.id", True),
        ("LEFT JOIN users u ON p.user_id = u.id WHERE u.name = 'x'", False),
        ("RIGHT JOIN users u ON p.user_id = u.id", False),
        ("FULL JOIN users u ON p.user_id = u.id", True),
    ],
)
def test_an_embedded_row_is_optional_where_an_outer_join_may_leave_it_out(
    join: str, optional: bool, engine: Engine, load_catalog: LoadCatalog, analyse_one: AnalyseOne
) -> None:
    sql = f"SELECT flash.embed(u) FROM posts p {join}"
    query, _ = analyse_one(sql, load_catalog(_schema(engine), engine))
    assert query is not None
    found = [column.embed for column in query.columns if column.embed is not None]
    assert [each.optional for each in found] == [optional] * 5
    # In a row that is there, its columns are what the table says.
    assert [each.nullable for each in found] == [False, False, False, True, True]


def test_grouping_sets_leave_nothing_certain_of_an_embedded_row(
    load_catalog: LoadCatalog, analyse_one: AnalyseOne
) -> None:
    catalog = load_catalog("CREATE TABLE t (a int NOT NULL, b int NOT NULL);", Engine.POSTGRESQL)
    sql = "SELECT flash.embed(t) FROM t GROUP BY GROUPING SETS ((a), (b))"
    query, _ = analyse_one(sql, catalog)
    assert query is not None
    assert all(c.embed and c.embed.optional and c.embed.nullable for c in query.columns)


def test_sqlite_names_columns_by_their_text(
    load_catalog: LoadCatalog, analyse_one: AnalyseOne
) -> None:
    catalog = load_catalog(_schema(Engine.SQLITE), Engine.SQLITE)
    query, _ = analyse_one("SELECT ID, id+1, upper( name ), 'x' y, (SELECT 1) FROM users", catalog)
    assert query is not None
    names = [column.name for column in query.columns]
    assert names == ["id", "id+1", "upper( name )", "y", "(SELECT 1)"]
    sql = "INSERT INTO users (name, email) VALUES ($1, $2) RETURNING Name, id + 1, lower(email)"
    query, _ = analyse_one(sql, catalog)
    assert query is not None
    assert [column.name for column in query.columns] == ["name", "id + 1", "lower(email)"]


def test_sqlite_has_the_last_word(load_catalog: LoadCatalog, analyse_one: AnalyseOne) -> None:
    catalog = load_catalog(_schema(Engine.SQLITE), Engine.SQLITE)
    query, problems = analyse_one("SELECT id FROM users HAVING id > 1", catalog)
    assert query is None
    assert [problem.message for problem in problems] == ["HAVING clause on a non-aggregate query"]


def test_a_query_that_never_ends_is_still_analysed(
    load_catalog: LoadCatalog, analyse_one: AnalyseOne
) -> None:
    catalog = load_catalog(_schema(Engine.SQLITE), Engine.SQLITE)
    sql = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) AS c FROM r"
    query, problems = analyse_one(sql, catalog)
    assert query is not None, problems
    assert [column.name for column in query.columns] == ["c"]


def test_a_broken_view_is_reported_where_it_is_used(
    load_catalog: LoadCatalog, analyse_one: AnalyseOne
) -> None:
    schema = f"{_schema(Engine.POSTGRESQL)}\nCREATE VIEW v AS SELECT nam FROM users;"
    catalog = load_catalog(schema, Engine.POSTGRESQL)
    _, problems = analyse_one("SELECT x FROM v", catalog)
    (problem,) = problems
    assert problem.message == 'view "v" cannot be used: column "nam" does not exist'
    assert problem.hint == "see schema.sql:18"
