-- before
CREATE TABLE t (a int, b int);

-- rows
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE t (a int);
ALTER TABLE t ADD COLUMN b int;
ALTER TABLE t ADD COLUMN c int DEFAULT 7;
