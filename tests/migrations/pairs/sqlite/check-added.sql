-- before
CREATE TABLE t (a INT, b INT);
-- rows
INSERT INTO t VALUES (1, 2), (3, 4);
-- after
CREATE TABLE t (a INT CHECK (a > 0), b INT, CONSTRAINT less CHECK (a < b));
