-- before
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW v AS SELECT * FROM t;
-- rows
INSERT INTO t VALUES (1, 'x');
-- after
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT); -- flash:rename a b
CREATE VIEW v AS SELECT * FROM t;
-- moved
SELECT id, a FROM v;
SELECT id, b FROM v;
