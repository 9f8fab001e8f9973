-- before
CREATE TABLE t (a INT);
CREATE TABLE x (b INT);
-- rows
INSERT INTO t VALUES (1);
-- after
CREATE TABLE t (a INT);
CREATE INDEX x ON t (a);
