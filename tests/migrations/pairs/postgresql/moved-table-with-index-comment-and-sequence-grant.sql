-- before
CREATE SCHEMA app;
CREATE TABLE people (id serial PRIMARY KEY, name varchar(20) NOT NULL, boss integer REFERENCES people);
CREATE INDEX people_name ON people (name);
CREATE STATISTICS people_s ON name, boss FROM people;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER people_t BEFORE UPDATE OF name ON people FOR EACH ROW EXECUTE FUNCTION touch();
CREATE VIEW bosses AS SELECT DISTINCT boss FROM people;
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
CREATE POLICY pp ON people USING (name <> '');
COMMENT ON INDEX people_name IS 'by name';
GRANT SELECT (name) ON people TO PUBLIC;
GRANT USAGE ON SEQUENCE people_id_seq TO PUBLIC;
-- rows
INSERT INTO people (name, boss) VALUES ('a', NULL), ('b', 1);
-- after
CREATE SCHEMA app;
-- flash:rename public.people app.users
CREATE TABLE app.users (id serial PRIMARY KEY, name text NOT NULL, boss integer REFERENCES app.users);
-- flash:rename people_name users_name
CREATE INDEX users_name ON app.users (name);
CREATE STATISTICS app.users_s ON name, boss FROM app.users;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER people_t BEFORE UPDATE OF name ON app.users FOR EACH ROW EXECUTE FUNCTION touch();
CREATE VIEW bosses AS SELECT DISTINCT boss FROM app.users;
ALTER TABLE app.users ENABLE ROW LEVEL SECURITY;
CREATE POLICY pp ON app.users USING (name <> '');
COMMENT ON INDEX app.users_name IS 'by name';
GRANT SELECT (name) ON app.users TO PUBLIC;
GRANT USAGE ON SEQUENCE app.users_id_seq TO PUBLIC;
