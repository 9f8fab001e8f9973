-- before
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;

-- rows
INSERT INTO t VALUES (1);

-- after
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT b FROM v;
