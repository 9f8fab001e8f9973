-- before
CREATE TABLE t (a INT, b TEXT);
-- rows
INSERT INTO t VALUES (1, 'x');
-- after
CREATE TABLE t (a, b TEXT);
