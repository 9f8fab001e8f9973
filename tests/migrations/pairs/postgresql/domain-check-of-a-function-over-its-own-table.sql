-- before
CREATE TABLE kept (id int);
-- rows
INSERT INTO kept VALUES (1);
-- after
CREATE TABLE kept (id int);
CREATE DOMAIN code AS text CHECK (VALUE <> '');
CREATE TABLE codes (c code PRIMARY KEY, label text);
CREATE FUNCTION is_known(v text) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT NOT EXISTS (SELECT 1 FROM codes WHERE c::text = v AND label = 'gone') $$;
ALTER DOMAIN code ADD CONSTRAINT code_known CHECK (is_known(VALUE));
CREATE DOMAIN place AS int;
CREATE TABLE places (c place, label text);
CREATE FUNCTION is_free(v int) RETURNS boolean LANGUAGE sql STABLE RETURN NOT EXISTS (SELECT 1 FROM places WHERE c::int = v AND label = 'gone');
ALTER DOMAIN place ADD CHECK (is_free(VALUE));
CREATE TABLE more (c place);
