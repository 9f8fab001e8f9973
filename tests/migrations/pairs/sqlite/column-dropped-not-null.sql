-- before
CREATE TABLE t (a INT, b INT NOT NULL, c TEXT NOT NULL, d BLOB NOT NULL, e REAL NOT NULL);
-- rows
INSERT INTO t VALUES (1, 2, 'x', x'00', 1.5), (2, 3, 'y', x'01', 2.5);
-- after
CREATE TABLE t (a INT);
