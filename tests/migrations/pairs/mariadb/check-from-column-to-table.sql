-- before
CREATE TABLE t (a INT CHECK (a > 0), b INT, CONSTRAINT named CHECK (b > 0));
-- rows
INSERT INTO t VALUES (1, 20);
-- after
CREATE TABLE t (a INT, b INT CHECK (b > 0), CONSTRAINT c CHECK (a > 0));
