"""How many dimensions arrays are said to have, and what rows say."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import psycopg
import pytest

from flash_core.engine import Engine

if TYPE_CHECKING:
    from tests.analysis.conftest import AnalyseOne, LoadCatalog

SCHEMA = """
CREATE TABLE t (
    id integer PRIMARY KEY, n integer NOT NULL, tags text[] NOT NULL, board integer[3][3] NOT NULL,
    cube integer[][][]
);
CREATE VIEW v AS SELECT array_agg(tags) AS gathered, min(board) AS board FROM t;
CREATE FUNCTION turned(anyarray) RETURNS anyarray LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION array_fill(integer[]) RETURNS integer[] LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION numbers(text[]) RETURNS integer[] LANGUAGE sql AS 'SELECT ARRAY[1]';
"""
ROWS = """
INSERT INTO t VALUES
(1, 1, '{a,b}', '{{1,2,3},{4,5,6},{7,8,9}}', '{{{1}}}'),
(2, 2, '{c,d}', '{{1,2,3},{4,5,6},{7,8,0}}', NULL)
"""

RECURSIVE = """
WITH RECURSIVE r(id, x) AS (
    SELECT 1, ARRAY[ARRAY[1, 2]] UNION ALL SELECT id + 1, x || ARRAY[id, id] FROM r WHERE id < 3
)
SELECT x FROM r
"""


@pytest.mark.parametrize(
    ("sql", "dimensions"),
    [
        ("SELECT tags FROM t", 1),
        ("SELECT array_agg(n) FROM t", 1),
        ("SELECT board FROM t", 2),
        ("SELECT cube FROM t", 3),
        ("SELECT array_agg(tags) FROM t", 2),
        ("SELECT array_agg(board) FROM t", 3),
        ("SELECT array_agg(array_agg) FROM (SELECT array_agg(tags) FROM t) AS s", 3),
        ("SELECT array_agg(tags) OVER () FROM t", 2),
        ("SELECT min(tags) FROM t", 1),
        ("SELECT mode() WITHIN GROUP (ORDER BY board) FROM t", 2),
        ("SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY board) FROM t", 2),
        ("SELECT percentile_disc(ARRAY[0.1, 0.5]) WITHIN GROUP (ORDER BY n) FROM t", 1),
        ("SELECT percentile_disc(ARRAY[[0.1, 0.5]]) WITHIN GROUP (ORDER BY n) FROM t", 2),
        ("SELECT max(board) FROM t", 2),
        ("SELECT lag(board, 1, '{{0}}') OVER (ORDER BY id) FROM t", 2),
        ("SELECT ARRAY[n, 1] FROM t", 1),
        ("SELECT ARRAY[tags, tags] FROM t", 2),
        ("SELECT ARRAY[tags, '{x,y}'] FROM t", 2),
        ("SELECT ARRAY[[1, 2], [3, 4]]", 2),
        ("SELECT ARRAY[ARRAY[ARRAY[n]]] FROM t", 3),
        ("SELECT ARRAY[[1, 2], [3, 4]]::bigint[]", 2),
        ("SELECT ARRAY[tags]::varchar[] FROM t", 2),
        ("SELECT ARRAY[]::integer[]", 1),
        ("SELECT ARRAY(SELECT n FROM t)", 1),
        ("SELECT ARRAY(SELECT tags FROM t)", 2),
        ("SELECT '{1,2}'::integer[]", 1),
        ("SELECT '{{1,2},{3,4}}'::integer[]", 2),
        ("SELECT '[0:0][2:3]={{1,2}}'::integer[]", 2),
        ("SELECT board::text[] FROM t", 2),
        ("SELECT board[1:2] FROM t", 2),
        ("SELECT board || ARRAY[0, 0, 0] FROM t", 2),
        ("SELECT ARRAY[0, 0, 0] || board FROM t", 2),
        ("SELECT board || board FROM t", 2),
        ("SELECT tags || 'x'::text FROM t", 1),
        ("SELECT tags || tags FROM t", 1),
        ("SELECT array_cat(board, '{0,0,0}') FROM t", 2),
        ("SELECT array_append(tags, 'x') FROM t", 1),
        ("SELECT array_replace(board, 1, 2) FROM t", 2),
        ("SELECT trim_array(board, 1) FROM t", 2),
        ("SELECT array_positions(tags, 'a') FROM t", 1),
        ("SELECT string_to_array('{{a}}', ',')", 1),
        ("SELECT array_fill(0, ARRAY[2])", 1),
        ("SELECT array_fill(n, ARRAY[2, 3]) FROM t", 2),
        ("SELECT array_fill(board) FROM t", 2),
        ("SELECT turned(board) FROM t", 2),
        ("SELECT turned(tags) FROM t", 1),
        ("SELECT numbers(ARRAY['a'])", 1),
        ("SELECT gathered FROM v", 2),
        ("SELECT board FROM v", 2),
        ("WITH c AS (SELECT array_agg(tags) AS x FROM t) SELECT x FROM c", 2),
        ("SELECT (SELECT array_agg(tags) FROM t)", 2),
        ("SELECT coalesce(array_agg(tags), '{}') FROM t", 2),
        ("SELECT coalesce(array_agg(tags), ARRAY[]::text[]) FROM t", 2),
        ("SELECT CASE WHEN n = 1 THEN NULL ELSE board END FROM t", 2),
        ("SELECT array_agg(tags) FROM t UNION ALL SELECT '{}'", 2),
        ("SELECT x FROM (VALUES (ARRAY[[1]]), (NULL)) AS w(x)", 2),
        ("SELECT x FROM t, LATERAL (SELECT board) AS w(x)", 2),
        ("SELECT a.board FROM t AS a FULL JOIN t AS b ON a.id = b.id + 1", 2),
        ("SELECT board FROM t FULL JOIN (SELECT board FROM t) AS u USING (board)", 2),
        ("SELECT * FROM turned(ARRAY[[1]]) AS f", 2),
        (RECURSIVE, 2),
    ],
)
def test_every_value_has_as_many(
    sql: str,
    dimensions: int,
    load_catalog: LoadCatalog,
    analyse_one: AnalyseOne,
    postgresql_url: str,
) -> None:
    query, _ = analyse_one(sql, load_catalog(SCHEMA, Engine.POSTGRESQL))
    assert query is not None
    assert query.columns[-1].dimensions == dimensions
    assert _found(sql, postgresql_url) <= {dimensions}


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT CASE WHEN n = 1 THEN ARRAY[n] ELSE board END FROM t",
        "SELECT coalesce(cube, '{1}') FROM t",
        "SELECT array_agg(n) FROM t UNION ALL SELECT min(board) FROM t",
        "SELECT array_fill(0, array_remove(ARRAY[2, nullif(n, 1)], NULL)) FROM t",
        "SELECT ARRAY[x] FROM (SELECT '{1}'::integer[] UNION SELECT '{{1}}') AS s(x)",
    ],
)
def test_rows_may_decide(
    sql: str, load_catalog: LoadCatalog, analyse_one: AnalyseOne, postgresql_url: str
) -> None:
    query, _ = analyse_one(sql, load_catalog(SCHEMA, Engine.POSTGRESQL))
    assert query is not None
    assert query.columns[-1].dimensions is None
    assert len(_found(sql, postgresql_url)) > 1


@pytest.mark.parametrize(
    ("sql", "dimensions"),
    [
        ("INSERT INTO t (board) VALUES ($1)", 2),
        ("UPDATE t SET cube = $1", 3),
        ("UPDATE t SET tags = $1", 1),
        ("SELECT n FROM t WHERE board = $1", 2),
        ("SELECT n FROM t WHERE n = ANY ($1::integer[])", 1),
        ("SELECT n FROM t WHERE 1 = ANY ($1::integer[][])", 2),
        ("SELECT n FROM t WHERE board[1][1] = $1", 1),
    ],
)
def test_what_is_passed_is_as_it_was_declared(
    sql: str, dimensions: int, load_catalog: LoadCatalog, analyse_one: AnalyseOne
) -> None:
    command = "many" if sql.startswith("SELECT") else "exec"
    query, _ = analyse_one(sql, load_catalog(SCHEMA, Engine.POSTGRESQL), command)
    assert query is not None
    assert [parameter.dimensions for parameter in query.parameters] == [dimensions]


def _found(sql: str, url: str) -> set[int]:
    with psycopg.connect(url) as connection:
        connection.execute(SCHEMA.encode())
        connection.execute(ROWS)
        rows = connection.execute(sql.encode()).fetchall()
        connection.rollback()
    return {_depth(row[-1]) for row in rows} - {0}


def _depth(value: object) -> int:
    if not isinstance(value, list) or not value:
        return 0
    return 1 + _depth(cast("list[object]", value)[0])
