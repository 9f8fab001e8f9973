-- before
CREATE TABLE t (a int, b int);

-- rows
INSERT INTO t VALUES (1, NULL), (3, 4);

-- after
CREATE TABLE t (a int, b int NOT NULL DEFAULT 7);

-- moved
SELECT coalesce(b, 7) FROM t ORDER BY a;
SELECT b FROM t ORDER BY a;
