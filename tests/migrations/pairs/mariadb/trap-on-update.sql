-- before
CREATE TABLE t (a int, b int, c datetime);

-- rows
INSERT INTO t VALUES (1, 2, '2024-01-01');

-- after
CREATE TABLE t (a int, b int, c datetime DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP);
