-- before
CREATE TABLE t (a int, b int, c int, UNIQUE (a), UNIQUE (b) INCLUDE (c));

-- rows
INSERT INTO t VALUES (1, 1, 1);

-- after
CREATE TABLE t (a int, b int, c int, UNIQUE NULLS NOT DISTINCT (a), UNIQUE (b) INCLUDE (a), UNIQUE (c) DEFERRABLE INITIALLY DEFERRED);
