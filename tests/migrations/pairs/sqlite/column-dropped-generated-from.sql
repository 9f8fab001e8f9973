-- before
CREATE TABLE t (a INT, b INT, c AS (b + 1));
-- rows
INSERT INTO t VALUES (1, 2);
-- after
CREATE TABLE t (a INT);
