"""What may be NULL and what may not, in both directions."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import psycopg
import pytest

from flash_core.engine import Engine

if TYPE_CHECKING:
    from tests.analysis.conftest import AnalyseOne, LoadCatalog

SCHEMA = """
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL, b INTEGER, s TEXT);
CREATE TABLE u (id INTEGER PRIMARY KEY, t_id INTEGER NOT NULL, c TEXT, n TEXT NOT NULL);
CREATE VIEW v AS SELECT t.id, t.b, u.n FROM t LEFT JOIN u ON u.t_id = t.id;
"""

# (query, nullable of each column)
BOTH = [
    ("SELECT id, a, b FROM t", [False, False, True]),
    ("SELECT t.id, u.id, u.n FROM t LEFT JOIN u ON u.t_id = t.id", [False, True, True]),
    ("SELECT t.id, u.id FROM t RIGHT JOIN u ON u.t_id = t.id", [True, False]),
    ("SELECT t.id, u.id FROM t FULL JOIN u ON u.t_id = t.id", [True, True]),
    ("SELECT t.id, u.id FROM t JOIN u ON u.t_id = t.id", [False, False]),
    ("SELECT t.id, u.id FROM t CROSS JOIN u", [False, False]),
    ("SELECT t.b FROM t JOIN u ON u.t_id = t.b", [False]),
    ("SELECT t.b FROM t LEFT JOIN u ON u.t_id = t.b", [True]),
    ("SELECT id FROM t FULL JOIN u USING (id)", [False]),
    ("SELECT id FROM t LEFT JOIN u USING (id)", [False]),
    ("SELECT t.id, u.id FROM t RIGHT JOIN u USING (id)", [True, False]),
    ("SELECT b FROM t WHERE b IS NOT NULL", [False]),
    ("SELECT b FROM t WHERE NOT (b IS NULL)", [False]),
    ("SELECT b FROM t WHERE b IS NULL", [True]),
    ("SELECT b FROM t WHERE b > 1", [False]),
    ("SELECT b FROM t WHERE NOT (b > 1)", [False]),
    ("SELECT b FROM t WHERE b > 1 OR a > 1", [True]),
    ("SELECT b FROM t WHERE b > 1 OR b < 0", [False]),
    ("SELECT b, s FROM t WHERE b > 1 AND s = 'x'", [False, False]),
    ("SELECT b FROM t WHERE NOT (b > 1 AND a > 1)", [True]),
    ("SELECT b FROM t WHERE NOT (b > 1 OR a > 1)", [False]),
    ("SELECT s FROM t WHERE s LIKE 'x%'", [False]),
    ("SELECT b FROM t WHERE b IN (1, 2)", [False]),
    ("SELECT b FROM t WHERE b NOT IN (1, 2)", [False]),
    ("SELECT b FROM t WHERE b IN (SELECT id FROM u)", [False]),
    ("SELECT b FROM t WHERE b NOT IN (SELECT id FROM u)", [True]),
    ("SELECT b FROM t WHERE b BETWEEN 1 AND 2", [False]),
    ("SELECT b FROM t WHERE b NOT BETWEEN 1 AND 2", [False]),
    ("SELECT b FROM t WHERE 1 BETWEEN b AND 2", [False]),
    ("SELECT b FROM t WHERE 1 NOT BETWEEN b AND 2", [True]),
    ("SELECT b FROM t WHERE COALESCE(b, 0) > 1", [True]),
    ("SELECT b FROM t WHERE b + 1 > 1", [False]),
    ("SELECT b FROM t WHERE b = $1", [False]),
    ("SELECT b FROM t WHERE b IS NOT DISTINCT FROM 1", [False]),
    ("SELECT b FROM t WHERE b IS NOT DISTINCT FROM a", [True]),
    ("SELECT b FROM t WHERE b IS DISTINCT FROM NULL", [False]),
    ("SELECT b FROM t WHERE b IS DISTINCT FROM 1", [True]),
    ("SELECT b FROM t WHERE (b > 1) IS TRUE", [False]),
    ("SELECT b FROM t WHERE (b > 1) IS NOT TRUE", [True]),
    ("SELECT b FROM t WHERE (b > 1) IS FALSE", [False]),
    ("SELECT u.id, u.c FROM t LEFT JOIN u ON u.t_id = t.id WHERE u.n = 'x'", [False, True]),
    ("SELECT u.id FROM t LEFT JOIN u ON u.t_id = t.id WHERE u.c = 'x' OR u.n = 'y'", [False]),
    ("SELECT u.id FROM t LEFT JOIN u ON u.t_id = t.id WHERE u.id IS NULL", [True]),
    ("SELECT u.c FROM t LEFT JOIN u ON u.t_id = t.id AND u.c = 'x' WHERE u.id > 0", [False]),
    ("SELECT u.c FROM t LEFT JOIN u ON u.t_id = t.id AND u.c = 'x'", [True]),
    (
        (
            "SELECT x.id, y.id FROM t LEFT JOIN u x ON x.t_id = t.id LEFT JOIN u y ON y.t_id = x.id"
            " WHERE y.id > 0"
        ),
        [False, False],
    ),
    ("SELECT x.id FROM t LEFT JOIN (u x JOIN u y ON y.id = x.t_id) ON x.t_id = t.id", [True]),
    (
        (
            "SELECT x.id FROM t LEFT JOIN (u x JOIN u y ON y.id = x.t_id) ON x.t_id = t.id"
            " WHERE y.n = 'x'"
        ),
        [False],
    ),
    ("SELECT t.id FROM u LEFT JOIN t ON t.id = u.t_id JOIN u w ON w.t_id = t.id", [False]),
    ("SELECT q.id FROM t LEFT JOIN (SELECT id FROM u) q ON q.id = t.id", [True]),
    ("SELECT q.k FROM t LEFT JOIN (SELECT 1 AS k) q ON q.k = t.id", [True]),
    ("SELECT id, b, n FROM v", [False, True, True]),
    ("SELECT n FROM v WHERE n > 'a'", [False]),
    ("SELECT count(*), count(b) FROM t", [False, False]),
    ("SELECT sum(a), max(a), min(b) FROM t", [True, True, True]),
    ("SELECT a, sum(a), max(b) FROM t GROUP BY a", [False, False, True]),
    ("SELECT b, max(a) FROM t GROUP BY b", [True, False]),
    ("SELECT max(b) FROM t WHERE b > 0 GROUP BY a", [False]),
    ("SELECT a, max(b) FROM t GROUP BY a HAVING max(b) > 3", [False, False]),
    ("SELECT max(b) FROM t HAVING max(b) > 3", [False]),
    ("SELECT a, sum(a) FILTER (WHERE b > 1) FROM t GROUP BY a", [False, True]),
    ("SELECT COALESCE(sum(b), 0) FROM t", [False]),
    ("SELECT COALESCE(b, a) FROM t", [False]),
    ("SELECT COALESCE(b, NULL) FROM t", [True]),
    ("SELECT NULLIF(a, 1) FROM t", [True]),
    ("SELECT CASE WHEN a > 1 THEN 1 ELSE 2 END FROM t", [False]),
    ("SELECT CASE WHEN a > 1 THEN 1 END FROM t", [True]),
    ("SELECT CASE WHEN a > 1 THEN b ELSE 2 END FROM t", [True]),
    ("SELECT a + 1, b + 1, -a FROM t", [False, True, False]),
    (
        "SELECT a > 1, b > 1, b IS NULL, b IS NOT DISTINCT FROM 1 FROM t",
        [False, True, False, False],
    ),
    ("SELECT a > 1 AND b > 1, a > 1 OR a < 0 FROM t", [True, False]),
    ("SELECT (SELECT n FROM u WHERE u.id = t.id) FROM t", [True]),
    ("SELECT (SELECT count(*) FROM u) FROM t", [False]),
    ("SELECT (SELECT max(id) FROM u) FROM t", [True]),
    ("SELECT (SELECT t.a), (SELECT t.b) FROM t", [False, True]),
    ("SELECT (SELECT t.b) FROM t WHERE b > 0", [False]),
    ("SELECT EXISTS (SELECT 1 FROM u) FROM t", [False]),
    ("SELECT a IN (1, 2), b IN (1, 2), a IN (SELECT b FROM t) FROM t", [False, True, True]),
    ("SELECT row_number() OVER (ORDER BY a), lag(a) OVER (ORDER BY a) FROM t", [False, True]),
    ("SELECT sum(a) OVER (ORDER BY a), count(*) OVER () FROM t", [False, False]),
    ("SELECT a FROM t UNION SELECT b FROM t", [True]),
    ("SELECT b FROM t UNION SELECT a FROM t", [True]),
    ("SELECT a FROM t UNION ALL SELECT id FROM u", [False]),
    ("SELECT b FROM t INTERSECT SELECT a FROM t", [False]),
    ("SELECT a FROM t EXCEPT SELECT b FROM t", [False]),
    ("SELECT b FROM t EXCEPT SELECT a FROM t", [True]),
    ("WITH q AS (SELECT b FROM t WHERE b > 1) SELECT b FROM q", [False]),
    (
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 9) SELECT n FROM r",
        [False],
    ),
    (
        (
            "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT t.b FROM t JOIN r ON r.n = t.a)"
            " SELECT n FROM r"
        ),
        [True],
    ),
    (
        (
            "WITH RECURSIVE r(n, m) AS (SELECT 1, 1 UNION ALL SELECT m, t.b FROM t JOIN r ON r.n = t.a)"
            " SELECT n, m FROM r"
        ),
        [True, True],
    ),
    ("INSERT INTO t (a, b) VALUES (1, 2) RETURNING id, a, b", [False, False, True]),
    ("UPDATE t SET b = $1 WHERE b > 1 RETURNING b, a", [True, False]),
    ("DELETE FROM t WHERE b > 1 RETURNING b", [False]),
    ("SELECT $1 + a FROM t", [False]),
    ("SELECT COALESCE($1, b) FROM t", [True]),
]

POSTGRESQL = [
    ("SELECT now()::timestamp::time, now()::date, '{}'::jsonb::text FROM t", [True, False, False]),
    ("SELECT (t).a, (ROW(NULL, NULL, NULL, NULL)::t).a FROM t", [False, True]),
    ("SELECT (u).n FROM t LEFT JOIN u ON u.t_id = t.id", [True]),
    ("SELECT a, b, sum(a) FROM t GROUP BY ROLLUP (a, b)", [True, True, True]),
    ("SELECT COALESCE(b, 0), count(*) FROM t GROUP BY CUBE (COALESCE(b, 0))", [True, False]),
    ("SELECT GREATEST(a, b), GREATEST(b, id) FROM t WHERE b > 0", [False, False]),
    ("SELECT t FROM t LEFT JOIN u ON u.t_id = t.id", [False]),
    ("SELECT u FROM t LEFT JOIN u ON u.t_id = t.id", [True]),
    ("SELECT ARRAY[b], ARRAY(SELECT b FROM t), (ARRAY[1])[1] FROM t", [False, False, True]),
    ("SELECT x FROM t, LATERAL (SELECT t.b AS x) q WHERE x > 1", [False]),
    (
        "SELECT t.id, q.n FROM t LEFT JOIN LATERAL (SELECT n FROM u WHERE u.t_id = t.id) q ON true",
        [False, True],
    ),
    ("SELECT generate_series(1, 2), generate_series(1, 3)", [True, True]),
    ("SELECT generate_series(1, 2)", [False]),
    ("SELECT * FROM ROWS FROM (generate_series(1, 2), generate_series(1, 3)) AS r", [True, True]),
    ("SELECT n FROM generate_series(1, 2) WITH ORDINALITY AS g(n, o)", [False]),
    ("SELECT b FROM t WHERE b = ANY ($1::int[])", [False]),
    ("SELECT b FROM t WHERE b <> ALL ($1::int[])", [True]),
    ("SELECT b::text, a::text FROM t", [True, False]),
    ("SELECT array_agg(a), string_agg(s, ',') FROM t GROUP BY b", [False, True]),
    ("UPDATE t SET a = 1 RETURNING old.a, new.b", [False, True]),
    ("DELETE FROM t RETURNING old.a, new.a", [False, True]),
    ("SELECT a FROM t FULL JOIN (SELECT id AS z FROM u) q ON true WHERE a > 0", [False]),
    ("SELECT x.id FROM t FULL JOIN u USING (id) JOIN u AS x USING (id)", [False]),
    ("SELECT id FROM u AS y LEFT JOIN (t FULL JOIN u USING (id)) USING (id)", [False]),
    ("SELECT q.id FROM u AS y LEFT JOIN (t FULL JOIN u USING (id)) AS q ON q.id = y.id", [True]),
    ("SELECT jsonb_build_object('a', b) -> 'a' FROM t", [True]),
    ("SELECT (u).n FROM u", [False]),
]

SQLITE = [
    ("SELECT a, count(*) FROM t", [True, False]),
    ("SELECT a, max(b) FROM t GROUP BY a", [False, True]),
    ("SELECT a / 2, a % 2, a / 0, a % 0.5, a / id FROM t", [False, False, True, True, True]),
    ("SELECT rowid FROM t", [False]),
    ("SELECT b AS k FROM t WHERE k > 1", [False]),
    ("SELECT IFNULL(b, 0), b IS 1 FROM t", [False, False]),
]


@pytest.mark.parametrize(
    ("engine", "sql", "expected"),
    [(Engine.POSTGRESQL, *case) for case in (*BOTH, *POSTGRESQL)]
    + [(Engine.SQLITE, *case) for case in (*BOTH, *SQLITE)],
)
def test_null_is_claimed_impossible_exactly_when_it_is_proven(
    engine: Engine,
    sql: str,
    expected: list[bool],
    load_catalog: LoadCatalog,
    analyse_one: AnalyseOne,
) -> None:
    query, problems = analyse_one(sql, load_catalog(SCHEMA, engine))
    assert query is not None, "\n".join(problem.render() for problem in problems)
    assert [column.nullable for column in query.columns] == expected
    assert all(column.why for column in query.columns)


ROWS = """
INSERT INTO t (id, a, b, s) VALUES (1, 1, NULL, 'x'), (2, 1, 2, NULL), (3, 3, 1, 'xy'), (4, 0, 4, NULL), (9, 2, NULL, NULL);
INSERT INTO u (id, t_id, c, n) VALUES (1, 1, NULL, 'x'), (2, 2, 'x', 'y'), (7, 9, 'x', 'x'), (8, 77, NULL, 'z'), (9, 1, 'q', 'x');
"""
EMPTY = ""


def _refuted(rows: list[tuple[object, ...]], expected: list[bool]) -> bool:
    return any(
        value is None and not nullable
        for row in rows
        for value, nullable in zip(row, expected, strict=True)
    )


@pytest.mark.parametrize("rows", [ROWS, EMPTY], ids=["rows", "empty"])
def test_no_claim_is_refuted_by_rows_of_sqlite(rows: str) -> None:
    refuted: list[str] = []
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.executescript(SCHEMA + rows)
        for sql, expected in (*BOTH, *SQLITE):
            database.execute("BEGIN")
            arguments = [None if "COALESCE($1" in sql else 1] * ("$1" in sql)
            if not sql.startswith("INSERT"):
                found = database.execute(sql.replace("$1", "?1"), arguments).fetchall()
                refuted += [sql] if _refuted(found, expected) else []
            database.execute("ROLLBACK")
    assert not refuted


@pytest.mark.parametrize("rows", [ROWS, EMPTY], ids=["rows", "empty"])
def test_no_claim_is_refuted_by_rows_of_postgresql(rows: str, postgresql_url: str) -> None:
    refuted: list[str] = []
    with psycopg.connect(postgresql_url) as connection:
        connection.execute((SCHEMA + rows).encode())
        connection.commit()
        for sql, expected in (*BOTH, *POSTGRESQL):
            given = "NULL" if "COALESCE($1" in sql else "1"
            text = sql.replace("$1::int[]", "'{1,2}'::int[]").replace("$1", given)
            if not sql.startswith("INSERT"):
                found = connection.execute(text.encode()).fetchall()
                refuted += [sql] if _refuted(found, expected) else []
            connection.rollback()
    assert not refuted
