-- before
CREATE TABLE t (a INT, b TEXT UNIQUE);
-- rows
INSERT INTO t VALUES (1, 'x'), (2, 'y');
-- after
CREATE TABLE t (a INT);
