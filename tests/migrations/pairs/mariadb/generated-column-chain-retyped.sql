-- before
CREATE TABLE t (a int NOT NULL, b int AS (a * 2) VIRTUAL, c int AS (b + 1) PERSISTENT);
-- rows
INSERT INTO t (a) VALUES (3);
-- after
CREATE TABLE t (a bigint NOT NULL, b bigint AS (a * 3) VIRTUAL, c bigint AS (b + 2) PERSISTENT, d varchar(30) AS (concat(a, '-', b)) VIRTUAL, KEY (d));
