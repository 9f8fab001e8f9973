-- before
CREATE TABLE t (a INT, b INT AS (a + 1));
-- rows
INSERT INTO t VALUES (1);
-- after
CREATE TABLE t (a INT, b INT AS (a + 2));
