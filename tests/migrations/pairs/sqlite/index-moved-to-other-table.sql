-- before
CREATE TABLE t (a INT);
CREATE TABLE u (a INT);
CREATE INDEX i ON t (a);
-- rows
INSERT INTO t VALUES (1);
-- after
CREATE TABLE t (a INT);
CREATE TABLE u (a INT);
CREATE INDEX i ON u (a);
