-- before
CREATE TABLE p (x int, y int, PRIMARY KEY (x, y));
CREATE TABLE t (a int, b int);

-- rows
INSERT INTO p VALUES (1, 2), (3, 4);
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE p (x int, y int, PRIMARY KEY (x, y));
CREATE TABLE t (a int, b int, FOREIGN KEY (a, b) REFERENCES p ON DELETE CASCADE);
