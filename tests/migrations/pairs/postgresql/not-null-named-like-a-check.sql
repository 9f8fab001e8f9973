-- before
CREATE TABLE a_b (c int, CONSTRAINT a_b_c_not_null CHECK (c > 0));
CREATE TABLE a (b_c int);
CREATE TABLE t (a int, CONSTRAINT t_a_not_null CHECK (a IS NOT NULL));
-- rows
INSERT INTO a VALUES (1);
INSERT INTO t VALUES (1);
-- after
CREATE TABLE a_b (c int, CONSTRAINT a_b_c_not_null CHECK (c > 0));
CREATE TABLE a (b_c int NOT NULL);
CREATE TABLE t (a int NOT NULL, CONSTRAINT t_a_not_null CHECK (a IS NOT NULL));
