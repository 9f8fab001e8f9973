-- before
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'select 1';
GRANT EXECUTE ON FUNCTION f(int) TO pg_signal_backend;
-- after
CREATE SCHEMA api;
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'select 1';
GRANT EXECUTE ON FUNCTION f(int) TO pg_signal_backend;
REVOKE ALL ON FUNCTION f(int) FROM PUBLIC;
ALTER FUNCTION f(int) SET SCHEMA api;
