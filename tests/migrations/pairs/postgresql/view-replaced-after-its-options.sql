-- before
CREATE TABLE t (id int PRIMARY KEY, v text);
CREATE VIEW w AS SELECT id FROM t;
ALTER VIEW IF EXISTS w SET (security_invoker = true);
CREATE OR REPLACE VIEW w AS SELECT id, v FROM t;
CREATE VIEW "With" ("As") AS SELECT id FROM t;
ALTER VIEW "With" SET (security_invoker = true, security_barrier);
CREATE MATERIALIZED VIEW m USING heap AS SELECT id AS x FROM t WITH NO DATA;
ALTER MATERIALIZED VIEW m SET (fillfactor = 80);
CREATE INDEX mi ON m (x);
-- rows
INSERT INTO t VALUES (1, 'x');
-- after
CREATE TABLE t (id int PRIMARY KEY, v text);
CREATE VIEW w AS SELECT id FROM t;
ALTER VIEW w SET (security_invoker = true);
CREATE VIEW "With" ("As") AS SELECT id FROM t;
CREATE MATERIALIZED VIEW m USING heap WITH (fillfactor = 70) AS SELECT id AS x FROM t WITH NO DATA;
CREATE INDEX mi ON m (x);
