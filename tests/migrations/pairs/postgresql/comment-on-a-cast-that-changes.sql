-- before
CREATE TYPE amt AS (v int);
CREATE FUNCTION to_text(a amt) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT a.v || ' ' $$;
CREATE CAST (amt AS text) WITH FUNCTION to_text (amt) AS ASSIGNMENT;
COMMENT ON CAST (amt AS text) IS 'shown';
-- after
CREATE TYPE amt AS (v int);
CREATE FUNCTION to_text(a amt) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT a.v || ' ' $$;
CREATE CAST (amt AS text) WITH FUNCTION to_text (amt) AS IMPLICIT;
COMMENT ON CAST (amt AS text) IS 'displayed';
