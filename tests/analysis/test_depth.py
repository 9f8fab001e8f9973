"""Long chains are deep trees: what people write is analysed, whatever Python's stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flash_core.engine import Engine

if TYPE_CHECKING:
    from tests.analysis.conftest import AnalyseOne, LoadCatalog

SCHEMA = "CREATE TABLE t (a text NOT NULL, n integer NOT NULL, b boolean NOT NULL)"

LONG = {
    "a thousand terms of a concatenation": f"SELECT {' || '.join(['a'] * 1000)} AS x FROM t",
    "a thousand terms of a sum": f"SELECT {' + '.join(['n'] * 1000)} AS x FROM t",
    "two thousand constants": f"SELECT n AS x FROM t WHERE n IN ({', '.join(['1'] * 2000)})",
    "five hundred alternatives": f"SELECT n AS x FROM t WHERE {' OR '.join(['n = 1'] * 500)}",
    "a thousand arms of CASE": f"SELECT CASE {'WHEN b THEN 1 ' * 1000} END AS x FROM t",
    "three hundred arms of UNION": " UNION ALL ".join(["SELECT n AS x FROM t"] * 300),
}
NESTED = {  # the parser of SQLite gives up at a hundred levels
    "three hundred calls in each other": f"SELECT {'abs(' * 300}n{')' * 300} AS x FROM t",
    "a hundred queries in each other": f"{'SELECT * FROM (' * 100}SELECT n AS x FROM t{') q' * 100}",
    "five hundred negations": f"SELECT {'NOT ' * 500}b AS x FROM t",
}
CASES = [
    *((Engine.POSTGRESQL, what) for what in (*LONG, *NESTED)),
    *((Engine.SQLITE, what) for what in LONG),
]


@pytest.mark.parametrize(("engine", "what"), CASES)
def test_a_long_chain_is_analysed(
    engine: Engine, what: str, load_catalog: LoadCatalog, analyse_one: AnalyseOne
) -> None:
    query, problems = analyse_one((LONG | NESTED)[what], load_catalog(SCHEMA, engine))
    assert [problem.render() for problem in problems] == []
    assert query is not None
    assert [column.name for column in query.columns] == ["x"]


def test_what_is_far_too_deep_is_said(load_catalog: LoadCatalog, analyse_one: AnalyseOne) -> None:
    text = f"SELECT {' || '.join(['a'] * 40_000)} FROM t"
    query, problems = analyse_one(text, load_catalog(SCHEMA, Engine.POSTGRESQL))
    assert query is None
    assert [problem.message for problem in problems] == ["the statement is nested too deeply"]
