-- before
CREATE TABLE t (a INT, b INT);
-- rows
INSERT INTO t VALUES (5, 1), (6, 2);
-- after
CREATE TABLE t (a INT, b INT, PRIMARY KEY (a, b));
