-- before
CREATE TABLE t (a INT);
-- rows
INSERT INTO t VALUES (1), (2);
-- after
CREATE TABLE t (a INT, c INT AS (b + 1), b INT DEFAULT 3);
