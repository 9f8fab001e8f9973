-- before
CREATE TABLE p (x int PRIMARY KEY);
CREATE TABLE t (a int, b int);

-- rows
INSERT INTO p VALUES (1), (3);
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE p (x int PRIMARY KEY);
CREATE TABLE t (a int REFERENCES p, b int);
CREATE TABLE u (c int REFERENCES p ON DELETE SET NULL);
