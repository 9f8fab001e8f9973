-- before
CREATE TABLE t (a INT, b INT, c INT, CONSTRAINT ab CHECK (a < b));
-- rows
INSERT INTO t VALUES (1, 2, 3);
-- after
CREATE TABLE t (a INT, c INT, CONSTRAINT ab CHECK (a < c));
