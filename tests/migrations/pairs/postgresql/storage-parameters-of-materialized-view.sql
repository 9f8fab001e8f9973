-- before
CREATE TABLE t (id int PRIMARY KEY, v text);
CREATE MATERIALIZED VIEW m WITH (fillfactor = 70, autovacuum_enabled = off) AS SELECT id, v FROM t;
CREATE VIEW d AS SELECT id FROM m;
-- rows
INSERT INTO t VALUES (1, 'x');
-- after
CREATE TABLE t (id int PRIMARY KEY, v text);
CREATE MATERIALIZED VIEW m WITH (fillfactor = 80, toast.autovacuum_enabled = false) AS SELECT id, v FROM t;
CREATE VIEW d AS SELECT id FROM m;
