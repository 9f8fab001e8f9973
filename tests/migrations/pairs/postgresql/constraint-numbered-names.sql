-- before
CREATE TABLE t (a int CHECK (a > 0) CHECK (a < 10), b int);

-- rows
INSERT INTO t VALUES (1, 1);

-- after
CREATE TABLE t (a int CHECK (a > 0) CHECK (a < 10) CHECK (a <> 5), b int, CHECK (a + b > 0), CHECK (a + b < 100), CHECK (1 > 0), UNIQUE (a, b), UNIQUE (b, a));
