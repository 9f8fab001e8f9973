-- before
CREATE TABLE t (id int PRIMARY KEY, v text);
CREATE MATERIALIZED VIEW m AS SELECT id, v FROM t;
CREATE VIEW w AS SELECT id FROM t;
CREATE VIEW w2 AS SELECT id FROM w;
-- rows
INSERT INTO t VALUES (1, 'x');
-- after
CREATE TABLE t (id int PRIMARY KEY, v text);
CREATE MATERIALIZED VIEW m AS SELECT id, v FROM t;
ALTER MATERIALIZED VIEW m SET (fillfactor = 80, autovacuum_enabled = false);
CREATE VIEW w AS SELECT id FROM t;
ALTER VIEW w SET (security_barrier = true, security_invoker);
CREATE VIEW w2 AS SELECT id FROM w;
ALTER VIEW w2 SET (check_option = local);
