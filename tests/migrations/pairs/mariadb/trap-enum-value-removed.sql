-- before
CREATE TABLE t (a int, m ENUM('sad', 'ok', 'glad') DEFAULT 'ok');

-- rows
INSERT INTO t VALUES (1, 'glad');

-- after
CREATE TABLE t (a int, m ENUM('glad', 'ok') DEFAULT 'ok');

-- moved
SELECT m FROM t;
SELECT m FROM t;
