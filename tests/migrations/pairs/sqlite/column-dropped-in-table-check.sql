-- before
CREATE TABLE t (a INT, b INT, CHECK (b > 0 OR b IS NULL));
-- rows
INSERT INTO t VALUES (1, 2);
-- after
CREATE TABLE t (a INT);
