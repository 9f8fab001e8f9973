-- before
CREATE TABLE base0 (a int);
-- rows
-- after
CREATE TABLE base0 (a int);
CREATE SCHEMA app CREATE TABLE inner_t (a int PRIMARY KEY, b serial) CREATE VIEW inner_v AS SELECT a FROM inner_t;
COMMENT ON TABLE app.inner_t IS 'x';
COMMENT ON VIEW app.inner_v IS 'x';
COMMENT ON COLUMN app.inner_v.a IS 'x';
COMMENT ON SEQUENCE app.inner_t_b_seq IS 'x';
COMMENT ON INDEX app.inner_t_pkey IS 'x';
GRANT SELECT (a) ON app.inner_v TO PUBLIC;
CREATE TABLE "Mixed Case" ("Id" int GENERATED ALWAYS AS IDENTITY CONSTRAINT "Pos" CHECK ("Id" > 0), x text COLLATE "C");
COMMENT ON CONSTRAINT "Pos" ON "Mixed Case" IS 'p';
COMMENT ON SEQUENCE "Mixed Case_Id_seq" IS 's';
CREATE TABLE copy_of (LIKE "Mixed Case" INCLUDING CONSTRAINTS);
COMMENT ON CONSTRAINT "Pos" ON copy_of IS 'p';
ALTER TABLE copy_of DISABLE TRIGGER ALL;
ALTER TABLE copy_of ENABLE TRIGGER USER;
CREATE FUNCTION f(a int, OUT b int, VARIADIC c text[]) LANGUAGE sql AS 'SELECT 1';
COMMENT ON FUNCTION f IS 'no args';
COMMENT ON FUNCTION f(int, text[]) IS 'args';
COMMENT ON FUNCTION f(a integer, VARIADIC c text[]) IS 'args named';
CREATE AGGREGATE cnt(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
COMMENT ON AGGREGATE cnt(*) IS 'x';
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq);
COMMENT ON OPERATOR === (int, int) IS 'x';
CREATE PROCEDURE p(INOUT x int) LANGUAGE plpgsql AS $$ BEGIN x := 1; END $$;
COMMENT ON ROUTINE p(int) IS 'x';
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO PUBLIC;
GRANT ALL ON ALL TABLES IN SCHEMA public TO PUBLIC;
