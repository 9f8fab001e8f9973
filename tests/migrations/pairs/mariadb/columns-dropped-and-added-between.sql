-- before
CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT, c INT);
-- rows
INSERT INTO t VALUES (1, 2, 3, 4);
-- after
CREATE TABLE t (x INT, id INT PRIMARY KEY, y INT, c INT, z INT);
