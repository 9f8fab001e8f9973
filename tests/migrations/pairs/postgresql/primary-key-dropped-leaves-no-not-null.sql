-- before
CREATE TABLE t (a int PRIMARY KEY, b int);

-- rows
INSERT INTO t VALUES (1, 2);

-- after
CREATE TABLE t (a int, b int);
