-- before
CREATE TABLE t (a INT, b INT, KEY k (a), UNIQUE KEY u (b));
-- rows
INSERT INTO t VALUES (1, 2), (2, 3);
-- after
CREATE TABLE t (a INT, b INT, UNIQUE KEY k (a), KEY u (b));
