-- before
CREATE TABLE t (a int NOT NULL DEFAULT 1, b int, c int UNIQUE, d int CHECK (d > 0));

-- rows
INSERT INTO t VALUES (1, 2, 3, 4), (5, 6, 7, 8);

-- after
CREATE TABLE t (a int, b int NOT NULL DEFAULT 2, c int, d int CHECK (d > 1));
