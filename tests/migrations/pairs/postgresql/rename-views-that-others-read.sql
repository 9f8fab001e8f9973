-- before
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE VIEW v1 AS SELECT id, a AS amount FROM t;
CREATE VIEW v2 AS SELECT sum(amount) AS s FROM v1;
CREATE MATERIALIZED VIEW m1 AS SELECT id FROM v1;
CREATE UNIQUE INDEX m1_id ON m1 (id);
COMMENT ON VIEW v1 IS 'first';
-- rows
INSERT INTO t VALUES (1,2);
-- after
CREATE TABLE t (id int PRIMARY KEY, a int);
-- flash:rename v1 amounts
CREATE VIEW amounts AS SELECT id, a AS amount FROM t;
CREATE VIEW v2 AS SELECT sum(amount) AS s FROM amounts;
-- flash:rename m1 ids
CREATE MATERIALIZED VIEW ids AS SELECT id FROM amounts;
-- flash:rename m1_id ids_id
CREATE UNIQUE INDEX ids_id ON ids (id);
COMMENT ON VIEW amounts IS 'first';
