-- before
CREATE TABLE t (b TEXT);
-- rows
INSERT INTO t VALUES ('x'), ('y');
-- after
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);
