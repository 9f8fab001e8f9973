-- before
CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(10), b TEXT CHARACTER SET latin1, c ENUM('x', 'y') DEFAULT 'x', d CHAR(3) COLLATE utf8mb4_bin) DEFAULT CHARSET = utf8mb4;
-- rows
INSERT INTO t VALUES (1, 'a', 'b', 'y', 'd');
-- after
CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(10), b TEXT CHARACTER SET latin1, c ENUM('x', 'y') DEFAULT 'x', d CHAR(3) COLLATE utf8mb4_bin) DEFAULT CHARSET = latin1;
