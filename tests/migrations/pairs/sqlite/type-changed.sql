-- before
CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b TEXT);
-- rows
INSERT INTO t (a, b) VALUES (1, 'x'), (NULL, NULL);
-- after
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
