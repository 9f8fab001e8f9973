"""FLOOR and CEIL of what a parameter decides come as integers or as decimals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flash_core.engine import Engine

if TYPE_CHECKING:
    from tests.analysis.conftest import AnalyseOne, LoadCatalog

TABLE = "CREATE TABLE t (a INT NOT NULL, d DECIMAL(10, 2) NOT NULL)"


@pytest.mark.parametrize(
    ("sql", "loose"),
    [
        ("SELECT FLOOR(a / :n) AS x, d FROM t", (True, False)),
        ("SELECT CEILING(a / :n) + 1 AS x, a * 1.5 AS y, a FROM t", (True, True, False)),
        ("SELECT q.x FROM (SELECT CEIL(a / :n) AS x FROM t) AS q", (True,)),
        ("SELECT FLOOR(a / 3) AS x, a / :n AS y FROM t", (False, False)),
        ("SELECT FLOOR(d * 1.00000000000000000000001) AS x FROM t WHERE a = :n", (False,)),
    ],
)
def test_a_decimal_that_may_come_as_an_integer_is_made_one(
    sql: str, loose: tuple[bool, ...], load_catalog: LoadCatalog, analyse_one: AnalyseOne
) -> None:
    query, problems = analyse_one(sql, load_catalog(TABLE, Engine.MARIADB))
    assert query is not None, problems
    assert tuple(column.loose for column in query.columns) == loose
