-- before
CREATE TABLE t (a text, b text COLLATE "C", c text UNIQUE);
CREATE INDEX i ON t (a);

-- rows
INSERT INTO t VALUES ('a', 'b', 'c');

-- after
CREATE TABLE t (a text COLLATE "C", b text, c text COLLATE "POSIX" UNIQUE);
CREATE INDEX i ON t (a);
