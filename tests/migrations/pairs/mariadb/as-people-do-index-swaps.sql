-- before
CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT, c VARCHAR(30), KEY a (a), KEY b (b), UNIQUE KEY c (c), KEY abc (a, b, c(5)));
-- rows
INSERT INTO t VALUES (1,1,NULL,'q'),(2,NULL,1,NULL);
-- after
CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT, c VARCHAR(30), KEY a (b), KEY b (a), KEY c (c), UNIQUE KEY abc (a, b, c), KEY abd (a DESC, b) USING BTREE COMMENT 'd');
