-- before
CREATE TABLE t (a INT, b TEXT);
CREATE INDEX i ON t (a);
CREATE INDEX j ON t (b) WHERE a > 1;
-- rows
INSERT INTO t VALUES (1, 'x');
-- after
CREATE TABLE t (a INT, b TEXT);
CREATE INDEX i ON t (a DESC);
CREATE INDEX j ON t (b) WHERE a > 2;
