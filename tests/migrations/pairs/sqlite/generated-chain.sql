-- before
CREATE TABLE t (a INT);
-- rows
INSERT INTO t VALUES (1);
-- after
CREATE TABLE t (a INT, b INT AS (a + 1), c INT AS (b + 1), d INT AS (c * a) STORED);
