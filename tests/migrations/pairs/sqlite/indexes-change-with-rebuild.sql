-- before
CREATE TABLE t (a INT, b TEXT);
CREATE INDEX i ON t (a);
CREATE INDEX gone ON t (b);
-- rows
INSERT INTO t VALUES (1, 'x');
-- after
CREATE TABLE t (a INT, b TEXT UNIQUE, c INT UNIQUE);
CREATE INDEX i ON t (a, c);
CREATE INDEX fresh ON t (c);
