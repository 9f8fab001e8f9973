-- before
CREATE TABLE t (a INT, b TEXT, c INT);
CREATE UNIQUE INDEX i ON t (a DESC) WHERE b <> '';
CREATE INDEX j ON t (lower(b), c);
-- rows
INSERT INTO t VALUES (1, 'x', 2);
-- after
CREATE TABLE t (a INT, b TEXT NOT NULL, c INT);
CREATE UNIQUE INDEX i ON t (a DESC) WHERE b <> '';
CREATE INDEX j ON t (lower(b), c);
