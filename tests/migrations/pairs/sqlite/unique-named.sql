-- before
CREATE TABLE t (a INT, b INT, UNIQUE (b));
-- rows
INSERT INTO t VALUES (1, 2), (3, 4);
-- after
CREATE TABLE t (a INT, b INT, CONSTRAINT t_b UNIQUE (b));
