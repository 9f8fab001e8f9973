-- before
CREATE TABLE t (a int NOT NULL, b int, c int CONSTRAINT needed NOT NULL);

-- rows
INSERT INTO t VALUES (1, 2, 3);

-- after
CREATE TABLE t (a int, b int NOT NULL, c int NOT NULL);
