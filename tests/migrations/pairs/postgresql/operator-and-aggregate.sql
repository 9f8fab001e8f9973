-- before
CREATE TABLE t (id int);
-- after
CREATE FUNCTION add_sq(s int, v int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT s + v * v';
CREATE AGGREGATE sum_sq(int) (SFUNC = add_sq, STYPE = int, INITCOND = '0');
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq);
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT sum_sq(id) AS s FROM t;
