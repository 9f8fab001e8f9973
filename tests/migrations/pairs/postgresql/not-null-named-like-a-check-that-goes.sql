-- before
CREATE TABLE t (a int NOT NULL, CONSTRAINT t_a_not_null CHECK (a IS NOT NULL));
-- rows
INSERT INTO t VALUES (1);
-- after
CREATE TABLE t (a int NOT NULL);
