-- before
CREATE TABLE t (id INT PRIMARY KEY, b TEXT);
-- rows
INSERT INTO t VALUES (10, 'x'), (20, 'y');
-- after
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);
