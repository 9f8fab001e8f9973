"""Which arrays that a query makes may have NULL inside, and what rows say."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import psycopg
import pytest

from flash_core.engine import Engine

if TYPE_CHECKING:
    from tests.analysis.conftest import AnalyseOne, LoadCatalog

SCHEMA = """
CREATE TABLE t (id integer PRIMARY KEY, a integer, b integer NOT NULL, tags text[] NOT NULL, g text NOT NULL);
CREATE VIEW v AS SELECT g, array_agg(a) AS gathered FROM t GROUP BY g;
"""
ROWS = "INSERT INTO t VALUES (1, NULL, 1, '{x}', 'y'), (2, 1, 1, '{}', 'a,null'), (3, 2, 3, '{a,b}', 'y')"


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT array_agg(a) FROM t",
        "SELECT g, array_agg(a ORDER BY b) FROM t GROUP BY g",
        "SELECT array_agg(a) FROM t HAVING count(a) > 0",
        "SELECT array_agg(a) OVER () FROM t",
        "SELECT CASE WHEN a IS NOT NULL THEN array_agg(a) OVER () END FROM t",
        "SELECT ARRAY[a, b] FROM t",
        "SELECT mode() WITHIN GROUP (ORDER BY ARRAY[a, b]) FROM t WHERE a IS NULL",
        "SELECT percentile_disc(0.9) WITHIN GROUP (ORDER BY ARRAY[a, b]) FROM t",
        "SELECT percentile_disc(ARRAY[0.5, NULL]) WITHIN GROUP (ORDER BY b) FROM t",
        "SELECT ARRAY[[1, 2], [3, NULL]]",
        "SELECT ARRAY(SELECT a FROM t)",
        "SELECT ARRAY(SELECT u.b FROM t LEFT JOIN t AS u ON u.id = t.a)",
        "SELECT array_agg(u.b) FROM t LEFT JOIN t AS u ON u.id = t.a",
        "SELECT array_agg(ARRAY[a, b]) FROM t",
        "SELECT array_append(tags, a::text) FROM t",
        "SELECT tags || a::text FROM t",
        "SELECT array_cat(array_agg(b), array_agg(a)) FROM t",
        "SELECT array_fill(a, ARRAY[2]) FROM t",
        "SELECT array_replace(tags, 'x', a::text) FROM t",
        "SELECT coalesce(array_agg(a), '{}') FROM t",
        "SELECT coalesce(NULL, '{a,NULL}', tags) FROM t",
        "SELECT array_agg(a)::text[] FROM t",
        "SELECT '{1,null}'::integer[]",
        "SELECT ('{' || g || '}')::text[] FROM t",
        "SELECT ARRAY['null']::jsonb[]::integer[]",
        "SELECT gathered FROM v",
        "WITH c AS (SELECT array_agg(a) AS x FROM t) SELECT x[1:2] FROM c",
        "SELECT (SELECT array_agg(a) FROM t)",
        "SELECT array_agg(b) FROM t UNION SELECT array_agg(a) FROM t",
        "SELECT x FROM (VALUES (ARRAY[1]), (ARRAY[NULL::integer])) AS w(x)",
        (
            "WITH RECURSIVE r(id, path) AS (SELECT id, ARRAY[b] FROM t"
            " UNION ALL SELECT r.id + 1, path || a FROM r JOIN t USING (id) WHERE r.id < 3) SELECT path FROM r"
        ),
        "SELECT regexp_match(g, '(x)?(y)') FROM t",
        "SELECT m FROM t, regexp_matches(g, '(x)?(y)') AS m",
        "SELECT string_to_array(g, ',', 'null') FROM t",
    ],
)
def test_null_gets_inside(
    sql: str, load_catalog: LoadCatalog, analyse_one: AnalyseOne, postgresql_url: str
) -> None:
    query, _ = analyse_one(sql, load_catalog(SCHEMA, Engine.POSTGRESQL))
    assert query is not None
    assert query.columns[-1].null_elements
    assert _has_null_inside(sql, postgresql_url)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT array_agg(b) FROM t",
        "SELECT mode() WITHIN GROUP (ORDER BY tags) FROM t",
        "SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY ARRAY[b, 1]) FROM t",
        "SELECT percentile_disc(ARRAY[0.1, 0.5]) WITHIN GROUP (ORDER BY a) FROM t",
        "SELECT percentile_cont(ARRAY[0.1, 0.5]) WITHIN GROUP (ORDER BY a) FROM t",
        "SELECT array_agg(DISTINCT g) FROM t GROUP BY ROLLUP (g)",
        "SELECT array_agg(a) FILTER (WHERE a IS NOT NULL) FROM t",
        "SELECT array_agg(a) FROM t WHERE a > 0",
        "SELECT array_agg(lower(g)) OVER (ORDER BY id) FROM t",
        "SELECT ARRAY[b, 1] FROM t",
        "SELECT ARRAY(SELECT a FROM t WHERE a IS NOT NULL)",
        "SELECT array_remove(array_agg(a), NULL) FROM t",
        "SELECT tags || 'x'::text FROM t",
        "SELECT array_append(tags, g) FROM t",
        "SELECT tags FROM t",
        "SELECT min(tags) FROM t",
        "SELECT lag(tags, 1, '{z}') OVER (ORDER BY id) FROM t",
        """SELECT '{1,2}'::integer[], '{"NULL",""}'::text[]""",
        "SELECT coalesce(array_agg(b), '{}') FROM t",
        "SELECT ARRAY[]::integer[]",
        "SELECT string_to_array(g, ',') FROM t",
        "SELECT array_agg(b)::text[] FROM t",
    ],
)
def test_null_does_not_get_inside(
    sql: str, load_catalog: LoadCatalog, analyse_one: AnalyseOne, postgresql_url: str
) -> None:
    query, _ = analyse_one(sql, load_catalog(SCHEMA, Engine.POSTGRESQL))
    assert query is not None
    assert not any(column.null_elements for column in query.columns)
    assert not _has_null_inside(sql, postgresql_url)


def _has_null_inside(sql: str, url: str) -> bool:
    with psycopg.connect(url) as connection:
        connection.execute(SCHEMA.encode())
        connection.execute(ROWS)
        rows = connection.execute(sql.encode()).fetchall()
        connection.rollback()
    return any(_is_null_inside(value) for row in rows for value in row)


def _is_null_inside(value: object) -> bool:
    if not isinstance(value, list):
        return False
    items = cast("list[object]", value)
    return any(item is None or _is_null_inside(item) for item in items)
