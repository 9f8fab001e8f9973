-- before
CREATE TABLE t (a INT, b TEXT NOT NULL DEFAULT 'x' PRIMARY KEY);
-- rows
INSERT INTO t VALUES (1, 'p'), (2, 'q');
-- after
CREATE TABLE t (a INT);
