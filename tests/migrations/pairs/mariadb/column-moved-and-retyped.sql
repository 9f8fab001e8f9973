-- before
CREATE TABLE t (a INT, b VARCHAR(10), c INT);
-- rows
INSERT INTO t VALUES (1, 'b', 3);
-- after
CREATE TABLE t (c BIGINT NOT NULL, b VARCHAR(20), a INT);
