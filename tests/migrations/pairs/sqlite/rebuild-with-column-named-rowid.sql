-- before
CREATE TABLE t (rowid TEXT, b INT);
-- rows
INSERT INTO t VALUES ('x', 2), ('y', 3);
-- after
CREATE TABLE t (rowid TEXT, b INT NOT NULL);
