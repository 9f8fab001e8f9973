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
