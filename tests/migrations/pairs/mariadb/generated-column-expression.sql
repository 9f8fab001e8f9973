-- before
CREATE TABLE t (id INT PRIMARY KEY, a INT, v INT AS (a + 1) VIRTUAL, s INT AS (a + 1) STORED);
-- rows
INSERT INTO t (id, a) VALUES (1, 2);
-- after
CREATE TABLE t (id INT PRIMARY KEY, a INT, v INT AS (a + 2) VIRTUAL, s INT AS (a + 2) STORED);
