-- before
CREATE TABLE t (a INT, b INT, c INT, KEY (a), KEY (a, b));
-- rows
INSERT INTO t VALUES (1, 2, 3);
-- after
CREATE TABLE t (a INT, b INT, c INT, KEY (a), KEY (a, c), KEY (a, b), UNIQUE (c), UNIQUE (c, a));
