-- before
CREATE TABLE t (a TEXT, b TEXT, PRIMARY KEY (a, b));
-- rows
INSERT INTO t VALUES ('1', 'x'), ('2', 'y');
-- after
CREATE TABLE t (a TEXT, b TEXT);
