-- before
CREATE TABLE t (id INT PRIMARY KEY, e ENUM('a', 'b', 'c') DEFAULT 'a');
-- rows
INSERT INTO t VALUES (1, 'b'), (2, 'a');
-- after
CREATE TABLE t (id INT PRIMARY KEY, e ENUM('a', 'b') DEFAULT 'b');
