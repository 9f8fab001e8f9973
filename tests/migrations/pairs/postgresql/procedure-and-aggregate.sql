-- before
CREATE PROCEDURE p(a int) LANGUAGE sql AS 'select 1';
CREATE AGGREGATE total(int) (sfunc = int4pl, stype = int);

-- after
CREATE PROCEDURE p(a int, b int) LANGUAGE sql AS 'select 2';
CREATE AGGREGATE total(int) (sfunc = int4pl, stype = int, initcond = '0');
COMMENT ON AGGREGATE total(int) IS 'sum';
COMMENT ON PROCEDURE p(int, int) IS 'proc';
