-- before
CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(10) DEFAULT 'x', b ENUM('p', 'q') DEFAULT 'p');
-- rows
INSERT INTO t VALUES (1, 'y', 'q');
-- after
CREATE TABLE t (id INT PRIMARY KEY, a ENUM('x', 'y') DEFAULT 'x', b VARCHAR(10) DEFAULT 'p');
