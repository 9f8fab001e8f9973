-- before
CREATE TABLE t (a TEXT, b INT, PRIMARY KEY (a, b));
-- rows
INSERT INTO t VALUES ('x', 2), ('y', 4);
-- after
CREATE TABLE t (a TEXT, b INT, PRIMARY KEY (a COLLATE NOCASE DESC, b));
