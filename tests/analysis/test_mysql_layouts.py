"""STR_TO_DATE gives dates, times or both: what its layout says, which a parameter may hide."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pymysql
import pytest

from flash_core.engine import Engine

if TYPE_CHECKING:
    from tests.analysis.conftest import AnalyseOne, LoadCatalog

TABLE = "CREATE TABLE t (a INT, x VARCHAR(40), layout VARCHAR(40))"
LAYOUTS = ("%Y-%m-%d", "%H:%i:%s", "%Y-%m-%d %H:%i:%s.%f")
NAMES = {10: "date", 11: "time", 12: "datetime"}


def _types(sql: str, url: str) -> set[str]:
    """Return what the server calls the column when the parameter is one layout or another."""
    parts = urlsplit(url)
    connection = pymysql.connect(
        host=parts.hostname, port=parts.port or 0, user=parts.username, database=parts.path[1:]
    )
    found: set[str] = set()
    with connection, connection.cursor() as cursor:
        cursor.execute(TABLE)
        for layout in LAYOUTS:
            cursor.execute(sql.replace(":layout", f"'{layout}'"))
            found.add(NAMES[int(cursor.description[0][1])])
    return found


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT STR_TO_DATE(x, :layout) AS v FROM t",
        "SELECT STR_TO_DATE(x, CONCAT(:layout, '')) AS v FROM t",
        "SELECT MAX(STR_TO_DATE(x, :layout)) AS v FROM t",
        "SELECT COALESCE(STR_TO_DATE(x, :layout), NULL) AS v FROM t",
        "SELECT q.v FROM (SELECT STR_TO_DATE(x, :layout) AS v FROM t) AS q",
    ],
)
def test_a_result_whose_type_only_the_server_will_know_is_refused(
    sql: str, mysql_url: str, load_catalog: LoadCatalog, analyse_one: AnalyseOne
) -> None:
    assert len(_types(sql, mysql_url)) > 1
    query, problems = analyse_one(sql, load_catalog(TABLE, Engine.MARIADB))
    assert query is None
    assert [problem.hint for problem in problems] == [
        "write CAST(STR_TO_DATE(…) AS DATETIME), or as DATE or TIME"
    ]


@pytest.mark.parametrize(
    ("sql", "type_"),
    [
        ("SELECT CAST(STR_TO_DATE(x, :layout) AS DATE) AS v FROM t", "date"),
        ("SELECT DATE(STR_TO_DATE(x, :layout)) AS v FROM t", "date"),
        ("SELECT STR_TO_DATE(x, layout) AS v FROM t WHERE x <> :layout", "datetime"),
        ("SELECT STR_TO_DATE(x, CONCAT(layout, :layout)) AS v FROM t", "datetime"),
        (
            "SELECT STR_TO_DATE(x, '%d.%m.%Y') AS v FROM t WHERE NOW() > STR_TO_DATE(x, :layout)",
            "date",
        ),
    ],
)
def test_a_type_that_stands_in_the_query_is_that_of_the_server(
    sql: str, type_: str, mysql_url: str, load_catalog: LoadCatalog, analyse_one: AnalyseOne
) -> None:
    assert _types(sql, mysql_url) == {type_}
    query, problems = analyse_one(sql, load_catalog(TABLE, Engine.MARIADB))
    assert query is not None, problems
    assert query.columns[0].type.name == type_
