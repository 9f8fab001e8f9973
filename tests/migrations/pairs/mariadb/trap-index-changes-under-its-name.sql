-- before
CREATE TABLE t (a int, b int);
CREATE INDEX i ON t (a);

-- rows
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE t (a int, b int);
CREATE UNIQUE INDEX i ON t (b, a);
