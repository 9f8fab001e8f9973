-- before
CREATE TABLE t (a INT CHECK (a IN (1, 2, 3)), b INT);
-- rows
INSERT INTO t VALUES (1, 2), (3, 4);
-- after
CREATE TABLE t (a INT CHECK (a IN (1, 2, 3, 4)), b INT);
