-- before
CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT, v INT AS (a + b) VIRTUAL);
-- rows
INSERT INTO t (id, a, b) VALUES (1, 2, 3);
-- after
CREATE TABLE t (id INT PRIMARY KEY, a INT, v INT AS (a + 1) VIRTUAL);
