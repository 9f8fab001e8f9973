"""How many rows a query returns: what is claimed, why, and that rows agree.

``1`` is exactly one row, ``?`` one at most, ``+`` one or more, ``*`` any number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg.pq import ExecStatus

from flash_core.engine import Engine

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog
    from tests.analysis.conftest import AnalyseOne, LoadCatalog

SCHEMA = """
CREATE TABLE t (id integer PRIMARY KEY, a integer NOT NULL, b integer UNIQUE, s text);
CREATE TABLE u (x integer, y integer, n text, t_id integer, PRIMARY KEY (x, y));
CREATE TABLE late (id integer UNIQUE DEFERRABLE INITIALLY DEFERRED);
CREATE UNIQUE INDEX u_n ON u (n) WHERE t_id > 0;
CREATE UNIQUE INDEX u_lower ON u (lower(n));
CREATE TABLE parent (id integer PRIMARY KEY);
CREATE TABLE child () INHERITS (parent);
CREATE TABLE parted (id integer PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE part PARTITION OF parted DEFAULT;
CREATE TABLE wide (id bigint PRIMARY KEY, at timestamp UNIQUE, r real UNIQUE);
CREATE VIEW one_view AS SELECT count(*) AS n FROM t;
"""
ROWS = """
INSERT INTO t VALUES (1, 1, 1, 'x'), (2, 1, NULL, 'x'), (3, 2, NULL, 'y');
INSERT INTO u VALUES (1, 1, 'a', 1), (1, 2, 'b', 1), (2, 1, 'c', 0), (2, 2, 'd', 3);
INSERT INTO parent VALUES (1);
INSERT INTO wide VALUES (9007199254740992, '2024-03-10 02:30', 1), (9007199254740993, '2024-03-10 03:30', 2);
INSERT INTO child VALUES (1);
INSERT INTO parted VALUES (1), (2);
"""

CASES = [
    ("*", "SELECT a FROM t JOIN t AS o USING (a) GROUP BY a"),
    ("?", "SELECT a FROM t JOIN t AS o USING (a) WHERE o.a = 1 GROUP BY a"),
    # a comparison in a type that holds fewer values may find two keys alike
    ("*", "SELECT id FROM wide WHERE id = 9007199254740992::double precision"),
    ("?", "SELECT id FROM wide WHERE id = 9007199254740992::numeric"),
    ("?", "SELECT id FROM wide WHERE id = 7"),
    ("?", "SELECT id FROM wide WHERE id IN ($1)"),
    ("*", "SELECT id FROM wide WHERE at = '2024-03-10 03:30'::timestamptz"),
    ("?", "SELECT id FROM wide WHERE at = '2024-03-10 03:30'::timestamp"),
    ("?", "SELECT id FROM wide WHERE r = 1::double precision"),
    ("?", "SELECT t.id FROM wide JOIN t ON t.id = wide.id WHERE wide.id = 1"),
    ("*", "SELECT wide.id FROM t JOIN wide ON wide.id = t.a::double precision WHERE t.id = 1"),
    ("1", "SELECT 1"),
    ("1", "SELECT $1::integer"),
    ("?", "SELECT 1 WHERE $1::integer = 2"),
    ("1", "VALUES (1)"),
    ("+", "VALUES (1), (2)"),
    ("1", "VALUES (1), (2) LIMIT 1"),
    ("1", "SELECT count(*) FROM t"),
    ("1", "SELECT max(a) FROM t WHERE id = 77"),
    ("1", "SELECT sum(a) FROM t LIMIT 1"),
    ("1", "SELECT sum(a) FROM t LIMIT 5"),
    ("1", "SELECT sum(a) FROM t LIMIT ALL"),
    ("1", "SELECT sum(a) FROM t OFFSET 0"),
    ("?", "SELECT sum(a) FROM t LIMIT 0"),
    ("?", "SELECT sum(a) FROM t LIMIT $1"),
    ("?", "SELECT sum(a) FROM t OFFSET 1"),
    ("?", "SELECT sum(a) FROM t HAVING count(*) > 1"),
    ("*", "SELECT a, count(*) FROM t GROUP BY a"),
    ("*", "SELECT count(*) FROM t GROUP BY ROLLUP (a)"),
    ("?", "SELECT a, count(*) FROM t WHERE a = 1 GROUP BY a"),
    ("?", "SELECT count(*) FROM t WHERE id = 1 GROUP BY a"),
    ("*", "SELECT count(*), generate_series(1, 3) FROM t"),
    ("*", "SELECT generate_series(1, 3)"),
    ("*", "SELECT id FROM t"),
    ("?", "SELECT id FROM t WHERE id = $1"),
    ("?", "SELECT id FROM t WHERE $1 = id"),
    ("?", "SELECT id FROM t WHERE id = 1 AND a > 0"),
    ("*", "SELECT id FROM t WHERE id = 1 OR id = 2"),
    ("?", "SELECT id FROM t WHERE b = 1"),
    ("*", "SELECT id FROM t WHERE b IS NULL"),
    ("*", "SELECT id FROM t WHERE b IS NOT DISTINCT FROM NULL"),
    ("*", "SELECT id FROM t WHERE a = 1"),
    ("*", "SELECT id FROM t WHERE id > 1"),
    ("*", "SELECT id FROM t WHERE id IN (1, 2)"),
    ("?", "SELECT id FROM t WHERE id IN (1)"),
    ("*", "SELECT id FROM t WHERE id = ANY ($1::integer[])"),
    ("?", "SELECT id FROM t WHERE id = (SELECT max(id) FROM t)"),
    ("*", "SELECT id FROM t WHERE id = (SELECT t.id)"),
    ("*", "SELECT id FROM t WHERE id = id"),
    ("*", "SELECT id FROM t WHERE id = 1 + id * 0 + a - a"),
    ("?", "SELECT id FROM t WHERE id = 1 + length('x')"),
    ("*", "SELECT id FROM t WHERE id = (random() * 3)::integer"),
    ("?", "SELECT id FROM t LIMIT 1"),
    ("?", "SELECT id FROM t FETCH FIRST ROW ONLY"),
    ("*", "SELECT a FROM t ORDER BY a FETCH FIRST 1 ROW WITH TIES"),
    ("*", "SELECT id FROM t LIMIT 2"),
    ("*", "SELECT id FROM t LIMIT $1"),
    ("?", "SELECT * FROM u WHERE x = 1 AND y = 2"),
    ("*", "SELECT * FROM u WHERE x = 1"),
    ("*", "SELECT * FROM u WHERE n = 'a'"),
    ("?", "SELECT * FROM t JOIN u ON u.x = t.id AND u.y = 1 WHERE t.id = 1"),
    ("*", "SELECT * FROM t JOIN u ON u.t_id = t.id WHERE t.id = 1"),
    ("?", "SELECT * FROM u JOIN t ON t.id = u.t_id WHERE u.x = 1 AND u.y = 1"),
    ("?", "SELECT * FROM u LEFT JOIN t ON t.id = u.t_id WHERE u.x = 1 AND u.y = 1"),
    ("*", "SELECT * FROM u LEFT JOIN t ON t.id = u.t_id AND u.x = 1 AND u.y = 1"),
    ("*", "SELECT * FROM t LEFT JOIN u ON u.t_id = t.id WHERE t.id = 1"),
    ("*", "SELECT * FROM t FULL JOIN u ON u.x = t.id WHERE t.id = 1"),
    ("?", "SELECT * FROM t JOIN (SELECT max(x) AS id FROM u) AS q USING (id)"),
    ("1", "SELECT * FROM (SELECT count(*) FROM t) AS q"),
    ("?", "SELECT * FROM (SELECT count(*) AS n FROM t) AS q WHERE n > 5"),
    ("1", "SELECT * FROM (SELECT count(*) FROM t) AS q, (SELECT max(x) FROM u) AS r"),
    ("1", "SELECT * FROM (SELECT 1 AS id) AS q LEFT JOIN t ON t.id = q.id"),
    ("+", "SELECT * FROM (SELECT 1 AS id) AS q LEFT JOIN u ON u.x = q.id"),
    ("?", "SELECT * FROM (SELECT 1 AS id) AS q JOIN t ON t.id = q.id"),
    ("1", "WITH q AS (SELECT count(*) FROM t) SELECT * FROM q"),
    ("?", "WITH q AS (SELECT * FROM t WHERE id = 1) SELECT * FROM q"),
    ("1", "SELECT n FROM one_view"),
    ("+", "SELECT 1 UNION SELECT 2"),
    ("*", "SELECT id FROM t UNION ALL SELECT x FROM u"),
    ("?", "SELECT id FROM t WHERE id = 1 INTERSECT SELECT x FROM u"),
    ("?", "SELECT id FROM t WHERE id = 1 EXCEPT SELECT x FROM u"),
    ("*", "SELECT id FROM t EXCEPT SELECT x FROM u WHERE x = 1 AND y = 1"),
    ("?", "SELECT DISTINCT a FROM t WHERE a = 1"),
    ("?", "SELECT DISTINCT ON (a) id, a FROM t WHERE a = 1"),
    ("*", "SELECT DISTINCT s FROM t"),
    ("*", "SELECT DISTINCT ON (lag(a) OVER ()) id FROM t"),
    ("*", "SELECT DISTINCT row_number() OVER () FROM t"),
    # what an outer join may fill has one value or is NULL
    ("*", "SELECT v.k FROM (VALUES (1)) AS v (k) RIGHT JOIN t ON t.id = v.k GROUP BY v.k"),
    ("?", "SELECT k FROM t LEFT JOIN (VALUES (1)) AS v (k) ON id = k WHERE k > 0 GROUP BY k"),
    ("*", "SELECT DISTINCT u.x FROM t LEFT JOIN u ON u.x = 1 AND u.y = t.id"),
    ("*", "SELECT t.id FROM t LEFT JOIN (VALUES (1)) AS v (k) ON id = k WHERE id = coalesce(k, 2)"),
    ("?", "SELECT t.id FROM t LEFT JOIN (VALUES (1)) AS v (k) ON a = k WHERE id = k"),
    ("1", "INSERT INTO t VALUES (9, 1) RETURNING id"),
    ("+", "INSERT INTO t VALUES (9, 1), (10, 1) RETURNING id"),
    ("?", "INSERT INTO t VALUES (1, 1) ON CONFLICT DO NOTHING RETURNING id"),
    ("1", "INSERT INTO t VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET a = 5 RETURNING id"),
    (
        "?",
        "INSERT INTO t VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET a = 5 WHERE t.a > 7 RETURNING id",
    ),
    ("*", "INSERT INTO t SELECT id + 10, a FROM t RETURNING id"),
    ("?", "INSERT INTO t SELECT id + 10, a FROM t WHERE id = 1 RETURNING id"),
    ("1", "INSERT INTO t SELECT 20, count(*)::integer FROM u RETURNING id"),
    ("?", "UPDATE t SET a = 2 WHERE id = 1 RETURNING id"),
    ("*", "UPDATE t SET a = 2 WHERE a = 1 RETURNING id"),
    ("?", "UPDATE t SET a = 2 FROM u WHERE u.t_id = t.id AND t.id = 1 RETURNING t.id"),
    ("*", "UPDATE t SET a = 2 FROM u WHERE u.t_id = t.id RETURNING t.id"),
    ("?", "DELETE FROM t WHERE id = 1 RETURNING id"),
    ("*", "DELETE FROM t RETURNING id"),
    ("*", "SELECT id FROM late WHERE id = 1"),
    ("*", "SELECT id FROM parent WHERE id = 1"),
    ("?", "SELECT id FROM parted WHERE id = 1"),
]


@pytest.fixture(scope="module")
def catalog(load_catalog: LoadCatalog) -> Catalog:
    return load_catalog(SCHEMA, Engine.POSTGRESQL)


@pytest.mark.parametrize(("claim", "sql"), CASES)
def test_the_number_of_rows_is_claimed_as_far_as_it_is_proven(
    claim: str, sql: str, catalog: Catalog, analyse_one: AnalyseOne
) -> None:
    query, problems = analyse_one(sql, catalog, "one")
    assert query is not None, "\n".join(problem.render() for problem in problems)
    words = {"1": "exactly one row", "?": "one row at most", "+": "one row or more"}
    assert query.why_rows.startswith(f"{words.get(claim, 'any number of rows')}: ")
    assert query.exactly_one == (claim == "1")
    warned = any("may return several rows" in problem.message for problem in problems)
    assert warned == (claim in "+*")


@pytest.mark.parametrize("rows", [ROWS, ""], ids=["rows", "empty"])
def test_no_claim_about_the_number_of_rows_is_refuted(
    rows: str, postgresql_url: str, catalog: Catalog, analyse_one: AnalyseOne
) -> None:
    possible = {"1": range(1, 2), "?": range(2), "+": range(1, 99), "*": range(99)}
    refuted: list[str] = []
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute((SCHEMA + rows).encode())
        for claim, sql in CASES:
            query, _ = analyse_one(sql, catalog)
            assert query is not None
            arguments = [b"{1,2}" if "[]" in str(p.type) else b"1" for p in query.parameters]
            connection.execute("BEGIN")
            result = connection.pgconn.exec_params(query.sql.encode(), arguments)
            assert result.status == ExecStatus.TUPLES_OK, (sql, result.error_message)
            refuted += [sql] if result.ntuples not in possible[claim] else []
            connection.execute("ROLLBACK")
    assert not refuted


def test_a_deferred_key_may_be_violated_within_a_transaction(postgresql_url: str) -> None:
    with psycopg.connect(postgresql_url) as connection:
        connection.execute((SCHEMA + "INSERT INTO late VALUES (1), (1);").encode())
        assert len(connection.execute("SELECT id FROM late WHERE id = 1").fetchall()) > 1
        connection.rollback()
