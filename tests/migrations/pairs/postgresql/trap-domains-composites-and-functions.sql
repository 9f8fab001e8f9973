-- before
CREATE TABLE t (a int, b int);

-- rows
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE DOMAIN price AS numeric CHECK (VALUE > 0);
CREATE TYPE spot AS (x int, y int);
CREATE TABLE t (a int, b int, c price, d spot, e int DEFAULT f());
CREATE TABLE parts (a int) PARTITION BY RANGE (a);
CREATE TABLE part PARTITION OF parts FOR VALUES FROM (1) TO (9);
