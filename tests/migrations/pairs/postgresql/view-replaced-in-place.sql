-- before
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c int);
CREATE FUNCTION old_rule(n int) RETURNS boolean LANGUAGE sql AS 'SELECT n > 0';
CREATE VIEW live AS SELECT id, a FROM t WHERE old_rule(a) AND c > 0;
CREATE VIEW named (x, y) AS SELECT id, b FROM t;
CREATE VIEW above AS SELECT id FROM live;
CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM above;
CREATE VIEW other AS SELECT id, a AS x FROM t;
CREATE VIEW retyped AS SELECT id, a FROM t WHERE b = 'x';
COMMENT ON VIEW live IS 'alive';
-- rows
INSERT INTO t VALUES (1, 2, 'x', 3);
-- after
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(20), d int);
CREATE FUNCTION new_rule(n int) RETURNS boolean LANGUAGE sql AS 'SELECT n > 10';
CREATE VIEW live WITH (security_barrier) AS SELECT id, a, d AS added FROM t WHERE new_rule(a) ORDER BY d;
CREATE VIEW named (x, y, z) AS SELECT id, b, a FROM t;
CREATE VIEW above AS SELECT id FROM live;
CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM above;
CREATE VIEW other AS SELECT id, a AS y FROM t;
CREATE VIEW retyped AS SELECT id, a FROM t WHERE b <> 'x';
COMMENT ON VIEW live IS 'alive';
