-- before
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'select 1';
CREATE FUNCTION f(a text) RETURNS int LANGUAGE sql AS 'select 2';
CREATE FUNCTION f(a int, b int) RETURNS int LANGUAGE sql AS 'select 3';
COMMENT ON FUNCTION f(text) IS 'text';

-- after
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'select 10';
CREATE FUNCTION f(a varchar) RETURNS int LANGUAGE sql AS 'select 2';
CREATE FUNCTION f(VARIADIC a int[]) RETURNS int LANGUAGE sql AS 'select 4';
COMMENT ON FUNCTION f(int) IS 'int';
