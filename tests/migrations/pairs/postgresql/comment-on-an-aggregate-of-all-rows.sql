-- before
CREATE TABLE t (a int);
-- rows
-- after
CREATE TABLE t (a int);
CREATE AGGREGATE cnt(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
COMMENT ON AGGREGATE cnt(*) IS 'x';
