-- before
CREATE TABLE t (id INT PRIMARY KEY, a INT, doc JSON, v INT AS (a + 1) VIRTUAL, KEY by_v (v));
-- rows
INSERT INTO t (id, a, doc) VALUES (1, 2, '{"n": 1}');
-- after
CREATE TABLE t (id INT PRIMARY KEY, a INT, doc JSON, v INT AS (a + 2) VIRTUAL, n INT AS (json_value(doc, '$.n')) VIRTUAL, KEY by_v (v), UNIQUE KEY by_n (n));
