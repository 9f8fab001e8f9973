-- before
CREATE TABLE t (a INT, b TEXT, c INT NOT NULL, d BLOB, e INT AS (a + c), f INT, PRIMARY KEY (c));
-- rows
INSERT INTO t (a,b,c,d,f) VALUES (1,'x',2,x'ff',NULL),(NULL,NULL,3,NULL,9);
-- after
CREATE TABLE t (f INT, c INT NOT NULL, e INT AS (a + c), x INT, a INT, d BLOB, y INT DEFAULT 4, b TEXT, PRIMARY KEY (c));
