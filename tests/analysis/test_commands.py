"""What a command demands of its statement, in one message under the command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flash_core.engine import Engine

if TYPE_CHECKING:
    from tests.analysis.conftest import AnalyseOne, LoadCatalog

SCHEMAS = {
    Engine.POSTGRESQL: "CREATE TABLE t (id INT PRIMARY KEY, name TEXT);",
    Engine.SQLITE: (
        "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT);"
        "CREATE TABLE bare (id TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;"
    ),
    Engine.MARIADB: (
        "CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(9));"
        "CREATE TABLE bare (id INT PRIMARY KEY, name VARCHAR(9));"
    ),
}
INSERT = "INSERT INTO t (id, name) VALUES (1, 'x')"
# engine, command, statement, what is wrong, hint
REFUSED = (
    (
        "postgresql",
        "execlastid",
        INSERT,
        "PostgreSQL tells no id by itself",
        "add RETURNING and the column of the key",
    ),
    ("sqlite", "execlastid", "DELETE FROM t", "inserts no row", "use :exec or :execrows"),
    (
        "sqlite",
        "execlastid",
        "INSERT INTO bare VALUES ('x', 'y')",
        "table bare has no rowid",
        "add RETURNING and the column of the key",
    ),
    (
        "sqlite",
        "execlastid",
        f"{INSERT} ON CONFLICT (id) DO UPDATE SET name = 'y'",
        "SQLite tells no id of a row that is updated",
        "add RETURNING and the key",
    ),
    (
        "mariadb",
        "execlastid",
        "INSERT INTO bare VALUES (1, 'y')",
        "table bare has no AUTO_INCREMENT column",
        "use :exec, or :execresult",
    ),
    (
        "mariadb",
        "execlastid",
        f"{INSERT} RETURNING id, name",
        "returns several columns",
        "return the key alone, or use :one",
    ),
    (
        "postgresql",
        "execlastid",
        f"{INSERT} RETURNING name",
        "returns text, which is no integer",
        "use :one",
    ),
)
# engine, statement, whether it always tells an id
IDS = (
    ("sqlite", INSERT, True),
    ("sqlite", "INSERT OR IGNORE INTO t VALUES (1, 'x')", False),
    ("sqlite", f"{INSERT} ON CONFLICT DO NOTHING", False),
    ("sqlite", "INSERT INTO t SELECT 1, 'x' WHERE 1 = 2", False),
    ("mariadb", INSERT, True),
    ("mariadb", "REPLACE INTO t VALUES (1, 'x')", True),
    ("mariadb", f"{INSERT} ON DUPLICATE KEY UPDATE name = 'y'", False),
    ("mariadb", f"{INSERT} RETURNING id", True),
    ("postgresql", f"{INSERT} RETURNING id", True),
    ("postgresql", f"{INSERT} ON CONFLICT DO NOTHING RETURNING id", False),
)


@pytest.mark.parametrize(("engine", "command", "sql", "problem", "hint"), REFUSED)
def test_a_statement_that_cannot_serve_its_command_is_refused_under_the_command(
    engine: str,
    command: str,
    sql: str,
    problem: str,
    hint: str,
    load_catalog: LoadCatalog,
    analyse_one: AnalyseOne,
) -> None:
    family = Engine(engine)
    query, (found,) = analyse_one(sql, load_catalog(SCHEMAS[family], family), command)
    assert query is None
    assert (found.message, found.hint) == (f'query Q is ":{command}" but {problem}', hint)
    assert found.source.text[found.span.start : found.span.end] == f":{command}"


@pytest.mark.parametrize(("engine", "sql", "always"), IDS)
def test_an_id_is_promised_when_a_row_is_surely_inserted(
    engine: str, sql: str, *, always: bool, load_catalog: LoadCatalog, analyse_one: AnalyseOne
) -> None:
    family = Engine(engine)
    query, problems = analyse_one(sql, load_catalog(SCHEMAS[family], family), "execlastid")
    assert problems == []
    assert query is not None
    assert query.exactly_one is always


def test_an_insert_of_several_rows_is_warned_of_one_id(
    load_catalog: LoadCatalog, analyse_one: AnalyseOne
) -> None:
    catalog = load_catalog(SCHEMAS[Engine.SQLITE], Engine.SQLITE)
    query, (found,) = analyse_one(f"{INSERT}, (2, 'y')", catalog, "execlastid")
    assert query is not None
    assert not query.exactly_one
    assert found.message == 'query Q is ":execlastid" but may insert several rows'


FORM = "write INSERT INTO t (a, b) VALUES ($1, $2), or use :batchexec"
# engine, statement, what is wrong, where, hint
NOT_COPIED = (
    (
        "postgresql",
        "UPDATE t SET name = $1",
        'query Q is ":copyfrom" but inserts no rows',
        ":copyfrom",
        "use :exec or :execrows",
    ),
    (
        "sqlite",
        "INSERT INTO t (id, name) VALUES (?, upper(?))",
        "a row that is copied is made of parameters alone",
        "upper",
        FORM,
    ),
    (
        "postgresql",
        "INSERT INTO t (id, name) VALUES ($1, $2::text)",
        "a row that is copied is made of parameters alone",
        "$2::text",
        FORM,
    ),
    (
        "mariadb",
        "INSERT INTO t (id, name) VALUES (:id, DEFAULT)",
        "a row that is copied is made of parameters alone",
        "DEFAULT",
        FORM,
    ),
    (
        "sqlite",
        "INSERT INTO t (id, name) VALUES (:id, :id)",
        "a row that is copied has a parameter of its own for each column",
        ":id",
        FORM,
    ),
    (
        "postgresql",
        "INSERT INTO t (id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        'query Q is ":copyfrom", which has no ON CONFLICT or ON DUPLICATE KEY',
        ":copyfrom",
        "use :batchexec",
    ),
    (
        "mariadb",
        "INSERT IGNORE INTO t (id, name) VALUES (?, ?)",
        'query Q is ":copyfrom", which has no IGNORE',
        ":copyfrom",
        "use :batchexec",
    ),
    (
        "mariadb",
        "REPLACE INTO t (id, name) VALUES (?, ?)",
        'query Q is ":copyfrom", which has no REPLACE',
        ":copyfrom",
        "use :batchexec",
    ),
    (
        "sqlite",
        "INSERT OR ABORT INTO t (id, name) VALUES (?, ?)",
        'query Q is ":copyfrom", which has no OR ABORT',
        ":copyfrom",
        "use :batchexec",
    ),
    (
        "sqlite",
        "INSERT INTO t (id, name) VALUES (?, ?) RETURNING id",
        'query Q is ":copyfrom", which has no RETURNING',
        ":copyfrom",
        "use :batchexec",
    ),
    (
        "postgresql",
        "INSERT INTO t (id, name) VALUES ($1, $2), ($3, $4)",
        'query Q is ":copyfrom" but its rows are not those of one VALUES (…)',
        ":copyfrom",
        FORM,
    ),
    (
        "postgresql",
        "INSERT INTO seen (id, name) VALUES ($1, $2)",
        "seen is no table that rows can be copied into",
        "seen",
        "use :batchexec",
    ),
    (
        "sqlite",
        "INSERT INTO t DEFAULT VALUES",
        'query Q is ":copyfrom" but its rows are not those of one VALUES (…)',
        ":copyfrom",
        FORM,
    ),
)


@pytest.mark.parametrize(("engine", "sql", "message", "where", "hint"), NOT_COPIED)
def test_what_cannot_be_copied_is_refused_where_it_stands(
    engine: str,
    sql: str,
    message: str,
    where: str,
    hint: str,
    load_catalog: LoadCatalog,
    analyse_one: AnalyseOne,
) -> None:
    schema = SCHEMAS[Engine(engine)]
    if engine == "postgresql":
        schema += "CREATE VIEW seen AS SELECT * FROM t;"
    query, (found,) = analyse_one(sql, load_catalog(schema, Engine(engine)), "copyfrom")
    assert query is None
    assert (found.message, found.hint) == (message, hint)
    assert found.source.text[found.span.start : found.span.end] == where


@pytest.mark.parametrize("engine", ["postgresql", "sqlite", "mariadb"])
def test_the_columns_that_are_copied_are_those_of_the_parameters(
    engine: str, load_catalog: LoadCatalog, analyse_one: AnalyseOne
) -> None:
    catalog = load_catalog(SCHEMAS[Engine(engine)], Engine(engine))
    for sql in ("INSERT INTO t (name, id) VALUES (:n, :i)", "INSERT INTO t VALUES (:i, :n)"):
        query, problems = analyse_one(sql, catalog, "copyfrom")
        assert problems == []
        assert query is not None
        origins = {found.name: found.origin for found in query.parameters}
        assert origins["n"] is not None
        assert origins["i"] is not None
        assert (origins["n"].table, origins["n"].column) == ("t", "name")
        assert (origins["i"].table, origins["i"].column) == ("t", "id")
