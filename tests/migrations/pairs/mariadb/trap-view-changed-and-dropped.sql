-- before
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT a FROM v;
CREATE VIEW x AS SELECT b FROM t;

-- rows
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT b + 1 AS a, a AS c FROM t;
CREATE VIEW w AS SELECT a FROM v;
