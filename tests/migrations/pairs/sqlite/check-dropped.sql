-- before
CREATE TABLE t (a INT, b INT, CONSTRAINT less CHECK (a < b), CHECK (b > 0));
-- rows
INSERT INTO t VALUES (1, 2), (3, 4);
-- after
CREATE TABLE t (a INT, b INT, CHECK (b > 0));
