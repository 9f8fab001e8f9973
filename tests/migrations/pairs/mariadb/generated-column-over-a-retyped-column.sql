-- before
CREATE TABLE t (id INT PRIMARY KEY, a INT, v INT AS (a + 1) VIRTUAL, s BIGINT AS (a + 1) STORED, KEY (s));
-- rows
INSERT INTO t (id, a) VALUES (1, 2);
-- after
CREATE TABLE t (id INT PRIMARY KEY, a BIGINT, v INT AS (a + 1) VIRTUAL, s BIGINT AS (a + 1) STORED, KEY (s));
