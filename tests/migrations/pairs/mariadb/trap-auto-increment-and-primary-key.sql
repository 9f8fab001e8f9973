-- before
CREATE TABLE t (a int, b int);

-- rows
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE t (a int NOT NULL AUTO_INCREMENT, b int, PRIMARY KEY (a), KEY i (b));
