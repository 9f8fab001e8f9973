-- before
CREATE TABLE t (a TEXT);
-- rows
INSERT INTO t VALUES ('q');
-- after
CREATE TABLE t (a TEXT, b TEXT DEFAULT "hello world", c TEXT NOT NULL DEFAULT "x");
