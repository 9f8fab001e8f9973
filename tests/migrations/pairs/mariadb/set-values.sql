-- before
CREATE TABLE t (id INT PRIMARY KEY, s SET('a', 'b') DEFAULT 'a,b');
-- rows
INSERT INTO t VALUES (1, 'a,b'), (2, '');
-- after
CREATE TABLE t (id INT PRIMARY KEY, s SET('c', 'b', 'a') NOT NULL DEFAULT 'a');
