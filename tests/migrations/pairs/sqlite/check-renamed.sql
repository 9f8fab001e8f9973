-- before
CREATE TABLE t (a INT, CONSTRAINT one CHECK (a > 0));
-- rows
INSERT INTO t VALUES (1);
-- after
CREATE TABLE t (a INT, CONSTRAINT two CHECK (a > 0));
