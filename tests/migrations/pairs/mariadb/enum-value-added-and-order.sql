-- before
CREATE TABLE t (id INT PRIMARY KEY, e ENUM('a', 'b') NOT NULL DEFAULT 'a', f ENUM('x', 'y', 'z'));
-- rows
INSERT INTO t VALUES (1, 'b', 'z'), (2, 'a', 'x');
-- after
CREATE TABLE t (id INT PRIMARY KEY, e ENUM('a', 'm', 'b', 'c') NOT NULL DEFAULT 'c', f ENUM('z', 'y', 'x'));
