-- before
CREATE TABLE t (a int, b int);
CREATE UNIQUE INDEX i ON t (a);
CREATE INDEX j ON t (b);

-- rows
INSERT INTO t VALUES (1, 2);

-- after
CREATE TABLE t (a int, b int, CONSTRAINT i UNIQUE (a));
CREATE INDEX k ON t (b);
