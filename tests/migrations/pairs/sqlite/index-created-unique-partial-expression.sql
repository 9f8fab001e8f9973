-- before
CREATE TABLE t (a INT, b TEXT);
-- rows
INSERT INTO t VALUES (1, 'x');
-- after
CREATE TABLE t (a INT, b TEXT);
CREATE UNIQUE INDEX i ON t (a DESC, b COLLATE NOCASE);
CREATE INDEX j ON t (lower(b)) WHERE a IS NOT NULL AND b <> '';
