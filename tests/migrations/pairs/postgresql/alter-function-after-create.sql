-- before
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS $$ SELECT x $$;
CREATE TABLE k (id int);
-- rows
INSERT INTO k VALUES (1);
-- after
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS $$ SELECT x $$;
ALTER FUNCTION f(int) STABLE;
ALTER FUNCTION f(int) SET search_path = public;
ALTER FUNCTION f(int) COST 5;
CREATE TABLE k (id int);
