-- before
CREATE TABLE t (a INT);
CREATE VIEW gone AS SELECT a FROM t;
-- rows
INSERT INTO t VALUES (1);
-- after
CREATE TABLE t (a INT);
CREATE VIEW fresh AS SELECT a + 1 AS b FROM t WHERE a > 0;
