-- before
CREATE TABLE t (a INT, b INT, c INT, KEY one (b), KEY two (a, b), UNIQUE KEY three (b, c));
-- rows
INSERT INTO t VALUES (1, 2, 3);
-- after
CREATE TABLE t (a INT, c INT, KEY two (a), UNIQUE KEY three (c));
