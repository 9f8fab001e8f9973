-- before
CREATE TABLE t (a INT);
-- rows
INSERT INTO t VALUES (1), (2);
-- after
CREATE TABLE t (a INT, b INT AS (a * 2) STORED);
