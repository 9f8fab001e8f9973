-- before
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'select a';

-- after
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SECURITY DEFINER COST 5 SET search_path = public AS 'select a';
