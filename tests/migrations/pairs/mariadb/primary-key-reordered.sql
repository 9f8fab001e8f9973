-- before
CREATE TABLE t (a int NOT NULL, b int NOT NULL, PRIMARY KEY (a));
-- rows
INSERT INTO t VALUES (1,1),(2,2);
-- after
CREATE TABLE t (a int NOT NULL, b int NOT NULL, PRIMARY KEY (b, a), UNIQUE KEY (a));
