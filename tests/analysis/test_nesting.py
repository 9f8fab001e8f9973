"""However deep a statement is nested, it is answered or refused in words: never a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flash_core.catalog.build import build
from flash_core.catalog.model import Catalog
from flash_core.engine import Engine
from flash_core.migrations.diff import diff
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile

if TYPE_CHECKING:
    from tests.analysis.conftest import AnalyseOne, LoadCatalog

TABLE = "CREATE TABLE t (a text NOT NULL, n integer NOT NULL, b boolean NOT NULL)"
# What is said again and again: before the middle, the middle, and behind it.
QUERIES = {
    "brackets": ("SELECT ", "(", "n", ")", " AS x FROM t"),
    "brackets left open": ("SELECT ", "(", "", "", ""),
    "NOT": ("SELECT ", "NOT ", "b", "", " AS x FROM t"),
    "minus": ("SELECT ", "- ", "n", "", " AS x FROM t"),
    "sums": ("SELECT ", "n + ", "n", "", " AS x FROM t"),
    "AND": ("SELECT n FROM t WHERE ", "n = 1 AND ", "b", "", ""),
    "AND and OR": ("SELECT n FROM t WHERE ", "b AND (b OR ", "b", ")", ""),
    "CASE": ("SELECT ", "CASE WHEN b THEN ", "1", " END", " AS x FROM t"),
    "scalar queries": ("SELECT ", "(SELECT ", "1", ")", " AS x"),
    "queries in FROM": ("", "SELECT * FROM (", "SELECT n FROM t", ") q", ""),
    "EXISTS": ("SELECT n FROM t", " WHERE EXISTS (SELECT 1 FROM t", "", ")", ""),
    "WITH": ("", "WITH q AS (", "SELECT n FROM t", ") SELECT * FROM q", ""),
    "UNION": ("", "SELECT n FROM t UNION ALL ", "SELECT n FROM t", "", ""),
    "UNION in brackets": ("", "(SELECT n FROM t UNION ", "SELECT n FROM t", ")", ""),
    "tables in brackets": ("SELECT n FROM ", "(", "t", ")", ""),
    "calls": ("SELECT ", "coalesce(n, ", "n", ")", " AS x FROM t"),
    "casts": ("SELECT ", "CAST(", "n", " AS char(9))", " AS x FROM t"),
    "arrays": ("SELECT ", "ARRAY[", "1", "]", " AS x"),
    "subscripts": ("SELECT a", "", "", "[1]", " AS x FROM t"),
    "IS NULL": ("SELECT a", "", "", " IS NULL", " AS x FROM t"),
    "IN": ("SELECT ", "1 IN (", "1", ")", " AS x"),
    "DELETE": ("DELETE FROM t WHERE ", "NOT ", "b", "", ""),
}
SCHEMAS = {
    "CHECK": ("CREATE TABLE z (a int, CHECK (", "(", "a > 1", ")", "))"),
    "DEFAULT": ("CREATE TABLE z (a int DEFAULT (", "1 + ", "1", "", "))"),
    "generated columns": (
        "CREATE TABLE z (a int, b int GENERATED ALWAYS AS (",
        "abs(",
        "a",
        ")",
        ") STORED)",
    ),
    "views": ("CREATE VIEW z AS ", "SELECT * FROM (", "SELECT n FROM t", ") q", ""),
    "sums in views": ("CREATE VIEW z AS SELECT ", "n + ", "n", "", " AS x FROM t"),
    "arrays": ("CREATE TABLE z (a int", "", "", "[]", ")"),
    "index parts": ("CREATE INDEX z ON t ((", "(", "n", ")", "))"),
}
ENGINES = (Engine.POSTGRESQL, Engine.SQLITE, Engine.MARIADB)
LEVELS = (
    150,
    *(
        pytest.param(levels, marks=pytest.mark.fuzz)
        for levels in (1000, 10_000, 100_000, 1_000_000)
    ),
)


def _nested(parts: tuple[str, str, str, str, str], levels: int) -> str:
    before, open_, middle, close, behind = parts
    return f"{before}{open_ * levels}{middle}{close * levels}{behind}"


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("shape", QUERIES)
@pytest.mark.parametrize("levels", LEVELS)
def test_a_nested_query_is_answered_or_refused(
    levels: int, shape: str, engine: Engine, load_catalog: LoadCatalog, analyse_one: AnalyseOne
) -> None:
    query, problems = analyse_one(_nested(QUERIES[shape], levels), load_catalog(TABLE, engine))
    assert (query is None) == any(problem.severity == "error" for problem in problems)
    assert all(problem.message for problem in problems)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("shape", SCHEMAS)
@pytest.mark.parametrize("levels", LEVELS)
def test_a_nested_definition_is_taken_or_refused(levels: int, shape: str, engine: Engine) -> None:
    source = SourceFile("schema.sql", f"{TABLE};\n{_nested(SCHEMAS[shape], levels)};\n")
    statements, problems = parse_script(source, engine)
    catalog, more = build([(source, statement) for statement in statements], engine)
    assert len(statements) == 2 or any(problem.message for problem in problems)
    assert all(problem.message for problem in more)
    assert catalog.engine is engine


@pytest.mark.parametrize("engine", ENGINES)
def test_a_view_may_be_nested_as_deep_as_a_query(
    engine: Engine, load_catalog: LoadCatalog, analyse_one: AnalyseOne
) -> None:
    catalog = load_catalog(f"{TABLE};\n{_nested(SCHEMAS['sums in views'], 900)}", engine)
    query, problems = analyse_one("SELECT x FROM z", catalog)
    assert query is not None, problems
    assert "create view z" in [change.comment for change in diff(Catalog(engine), catalog)]
