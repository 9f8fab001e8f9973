-- before
CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0));

-- rows
INSERT INTO t VALUES (1);

-- after
CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0) NO INHERIT);
