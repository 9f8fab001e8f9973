-- before
CREATE TABLE t (a INT, b TEXT NOT NULL UNIQUE, c INT NOT NULL UNIQUE);
-- rows
INSERT INTO t VALUES (1, 'x', 5), (2, 'y', 6);
-- after
CREATE TABLE t (a INT);
