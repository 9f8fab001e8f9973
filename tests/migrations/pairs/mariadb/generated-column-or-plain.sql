-- before
CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT, s INT AS (a + 1) STORED, v INT AS (a * 2) VIRTUAL);
-- rows
INSERT INTO t (id, a, b) VALUES (1, 2, 3);
-- after
CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT AS (a + 1) STORED, s INT, v INT);
