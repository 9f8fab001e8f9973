-- before
CREATE TABLE t (id int PRIMARY KEY);
-- rows
INSERT INTO t VALUES (1), (2);
-- after
CREATE TABLE t (id int PRIMARY KEY, code text NOT NULL, n int NOT NULL UNIQUE);
