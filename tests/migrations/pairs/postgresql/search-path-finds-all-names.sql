-- Names along a search path: of what is commented on, granted, called and counted with.
-- before
CREATE SCHEMA app;
SET search_path TO app, public;
CREATE TABLE items (id int PRIMARY KEY, name text, code text);
create function tidy(text) returns text language sql immutable as 'select trim($1)';
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- rows
SET search_path TO app; INSERT INTO items VALUES (1, ' a ', 'b'); RESET search_path;
-- after
CREATE SCHEMA app;
SET search_path TO app, public;
CREATE SEQUENCE numbers;
CREATE SEQUENCE codes;
ALTER SEQUENCE numbers INCREMENT BY 5;
create function tidy(text) returns text language sql immutable as 'select trim($1)';
alter function tidy(text) strict cost 50;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION alike(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = alike);
CREATE TABLE items (
    id int PRIMARY KEY DEFAULT nextval('numbers'),
    name text DEFAULT tidy(' x '),
    code text CONSTRAINT tidied CHECK (tidy(code) = code),
    short text GENERATED ALWAYS AS (tidy(name)) STORED
);
ALTER SEQUENCE numbers OWNED BY items.id;
CREATE INDEX items_tidy ON items (tidy(name)) WHERE tidy(code) <> '';
CREATE TRIGGER stamped BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE POLICY tidy_only ON items USING (tidy(name) <> '');
CREATE TABLE "Select" (id int);
CREATE VIEW quoted AS SELECT s.id FROM "Select" AS s, LATERAL (SELECT i.id FROM "items" AS i) AS l;
CREATE VIEW tidied AS SELECT tidy(name) AS name, nextval('codes') AS code FROM items;
CREATE VIEW apart AS WITH items AS (SELECT 1 AS id) SELECT id FROM items;
CREATE FUNCTION next_code() RETURNS bigint LANGUAGE plpgsql AS $$BEGIN RETURN nextval('codes'); END$$;
CREATE FUNCTION all_tidy() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(tidy(name)) FROM items; END;
CREATE STATISTICS together ON name, code FROM items;
ALTER STATISTICS together SET STATISTICS 50;
COMMENT ON STATISTICS together IS 'statistics';
COMMENT ON FUNCTION tidy(text) IS 'function';
COMMENT ON TRIGGER stamped ON items IS 'trigger';
COMMENT ON POLICY tidy_only ON items IS 'policy';
COMMENT ON CONSTRAINT tidied ON items IS 'constraint';
COMMENT ON OPERATOR === (text, text) IS 'operator';
COMMENT ON SEQUENCE codes IS 'sequence';
REVOKE EXECUTE ON FUNCTION tidy(text), alike(text, text) FROM PUBLIC;
GRANT USAGE ON SEQUENCE codes TO PUBLIC;
