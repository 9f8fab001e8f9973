-- before
CREATE TABLE t (id INT, a VARCHAR(50), PRIMARY KEY (id ASC), KEY k (a ASC, id DESC), UNIQUE u (a ASC));
-- rows
INSERT INTO t VALUES (1, 'x');
-- after
CREATE TABLE t (id INT, a VARCHAR(50), PRIMARY KEY (id), KEY k (a, id DESC), UNIQUE u (a));
