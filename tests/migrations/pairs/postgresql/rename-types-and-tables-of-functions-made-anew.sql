-- before
CREATE TYPE mood AS ENUM ('sad','ok');
CREATE TABLE person (id int PRIMARY KEY, m mood DEFAULT 'ok', age int CHECK (age > 0));
CREATE FUNCTION f(p person) RETURNS mood LANGUAGE sql STABLE AS 'SELECT p.m';
CREATE FUNCTION g(m mood) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT m::text';
CREATE VIEW moods AS SELECT id, g(m) AS label FROM person;
CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER t BEFORE UPDATE OF age ON person FOR EACH ROW WHEN (OLD.m <> NEW.m) EXECUTE FUNCTION tr();
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON person FOR SELECT USING (m = 'ok' AND age > 17);
-- rows
INSERT INTO person VALUES (1,'sad',20),(2,NULL,NULL);
-- after
-- flash:rename mood feeling
CREATE TYPE feeling AS ENUM ('sad','ok','happy');
-- flash:rename person human
CREATE TABLE human (id bigint PRIMARY KEY,
 -- flash:rename m feels
 feels feeling DEFAULT 'happy',
 -- flash:rename age years
 years smallint CHECK (years > 0));
CREATE FUNCTION f(p human) RETURNS feeling LANGUAGE sql STABLE AS 'SELECT p.feels';
CREATE FUNCTION g(m feeling) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT m::text';
CREATE VIEW moods AS SELECT id, g(feels) AS label FROM human;
CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER t BEFORE UPDATE OF years ON human FOR EACH ROW WHEN (OLD.feels <> NEW.feels) EXECUTE FUNCTION tr();
ALTER TABLE human ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON human FOR SELECT USING (feels = 'ok' AND years > 17);
