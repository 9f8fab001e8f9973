-- before
CREATE TABLE t (a INT, b INT);
CREATE INDEX i ON t (a, b);
CREATE INDEX j ON t (b);
CREATE INDEX k ON t (a);
-- rows
INSERT INTO t VALUES (1, 2);
-- after
CREATE TABLE t (a INT);
CREATE INDEX k ON t (a);
