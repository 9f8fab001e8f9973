-- before
CREATE TABLE t (a INT, b INT, PRIMARY KEY (a));
-- rows
INSERT INTO t VALUES (1, 2), (3, 4);
-- after
CREATE TABLE t (a INT, b INT, PRIMARY KEY (b, a));
