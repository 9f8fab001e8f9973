-- before
CREATE TABLE t (id INT NOT NULL, a INT);
-- rows
INSERT INTO t VALUES (5, 1), (6, 2);
-- after
CREATE TABLE t (id INT NOT NULL, a INT, PRIMARY KEY (id));
