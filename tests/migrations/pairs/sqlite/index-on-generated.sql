-- before
CREATE TABLE t (a INT, b AS (a + 1));
CREATE INDEX i ON t (b);
-- rows
INSERT INTO t VALUES (1);
-- after
CREATE TABLE t (a INT NOT NULL, b AS (a + 1));
CREATE INDEX i ON t (b, a);
