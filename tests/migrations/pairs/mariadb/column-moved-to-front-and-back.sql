-- before
CREATE TABLE t (a INT, b INT, c INT, d INT, e INT, f INT);
-- rows
INSERT INTO t VALUES (1, 2, 3, 4, 5, 6);
-- after
CREATE TABLE t (f INT, c INT, a INT, b INT, e INT, d INT);
