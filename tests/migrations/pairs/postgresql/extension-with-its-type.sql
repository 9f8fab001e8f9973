-- before
CREATE TABLE t (a text);

-- rows
INSERT INTO t VALUES ('x');

-- after
CREATE EXTENSION citext;
CREATE TABLE t (a citext);
CREATE INDEX i ON t (a);
