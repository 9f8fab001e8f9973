-- before
CREATE TABLE t (a INT, b INT, CONSTRAINT small CHECK (b < 7), CHECK (b <> a));
-- rows
INSERT INTO t VALUES (1, 2);
-- after
CREATE TABLE t (a INT, b INT AS (a + 1) VIRTUAL, CONSTRAINT small CHECK (b < 7), CHECK (b <> a));
