-- before
CREATE TYPE row_t AS (id int, v text);
CREATE TABLE t OF row_t (PRIMARY KEY (id));
-- rows
INSERT INTO t VALUES (1,'a');
-- after
CREATE TABLE t (id int PRIMARY KEY, v varchar(20), n int);
