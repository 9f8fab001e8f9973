-- before
CREATE TABLE t (a int, b int);
CREATE VIEW v (x) AS SELECT a FROM t WHERE a > 0 WITH CHECK OPTION;

-- rows
INSERT INTO t VALUES (1, 2);

-- after
CREATE TABLE t (a int, b int);
CREATE VIEW v (x, y) AS SELECT a, b FROM t WHERE a > 1 WITH LOCAL CHECK OPTION;
