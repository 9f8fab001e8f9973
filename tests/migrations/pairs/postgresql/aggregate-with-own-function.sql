-- before
CREATE FUNCTION add(a bigint, b int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'select a + b';
CREATE AGGREGATE total(int) (sfunc = add, stype = bigint, initcond = '0');
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT total(a) AS x FROM t;

-- rows
INSERT INTO t VALUES (1);

-- after
CREATE FUNCTION plus(a bigint, b int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'select a + b';
CREATE AGGREGATE total(int) (sfunc = plus, stype = bigint, initcond = '5');
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT total(a) AS x FROM t;
