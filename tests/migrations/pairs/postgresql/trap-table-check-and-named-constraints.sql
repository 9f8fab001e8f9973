-- before
CREATE TABLE t (a int NOT NULL, b int);

-- rows
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE t (a int NOT NULL, b int, CONSTRAINT t_key PRIMARY KEY (a), CHECK (a < b), CONSTRAINT small CHECK (b < 9));
