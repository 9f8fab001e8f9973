-- before
CREATE TABLE t (a INT, b TEXT DEFAULT 'x', c INT NOT NULL DEFAULT 5);
CREATE UNIQUE INDEX i ON t (b);
CREATE UNIQUE INDEX j ON t (c);
-- rows
INSERT INTO t VALUES (1, 'p', 1), (2, 'q', 2);
-- after
CREATE TABLE t (a INT);
