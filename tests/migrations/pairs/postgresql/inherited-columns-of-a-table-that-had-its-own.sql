-- before
CREATE TABLE first (id serial PRIMARY KEY, a int NOT NULL, b text DEFAULT 'x');
CREATE TABLE kid (
    id serial PRIMARY KEY, a int NOT NULL, b text DEFAULT 'x',
    c int GENERATED ALWAYS AS IDENTITY UNIQUE
);
CREATE TABLE other (d date) INHERITS (first);
CREATE TABLE refers (k int REFERENCES kid, c int REFERENCES kid (c));
CREATE VIEW seen AS SELECT a, b FROM kid;
CREATE INDEX kid_b ON kid (lower(b));
COMMENT ON TABLE kid IS 'kid';
COMMENT ON COLUMN kid.a IS 'a';
ALTER TABLE kid ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON kid USING (a > 0);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER t BEFORE INSERT ON kid FOR EACH ROW EXECUTE FUNCTION f();
-- rows
INSERT INTO kid (a) VALUES (2), (3);
INSERT INTO refers VALUES (1, 2);
-- after
CREATE TABLE first (id serial PRIMARY KEY, a int NOT NULL, b text DEFAULT 'x');
CREATE TABLE base (id serial PRIMARY KEY, a int NOT NULL, b text DEFAULT 'x');
CREATE TABLE root (id int NOT NULL, a int NOT NULL, b text, at date);
CREATE TABLE kid (c int GENERATED ALWAYS AS IDENTITY UNIQUE, PRIMARY KEY (id)) INHERITS (base);
CREATE TABLE other (d date) INHERITS (root);
CREATE TABLE refers (k int REFERENCES kid, c int REFERENCES kid (c));
CREATE VIEW seen AS SELECT a, b FROM kid;
CREATE INDEX kid_b ON kid (lower(b));
COMMENT ON TABLE kid IS 'kid';
COMMENT ON COLUMN kid.a IS 'a';
ALTER TABLE kid ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON kid USING (a > 0);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER t BEFORE INSERT ON kid FOR EACH ROW EXECUTE FUNCTION f();
-- moved
SELECT 'c'::name UNION ALL SELECT 'd';
SELECT attname FROM pg_attribute
WHERE attrelid IN ('kid'::regclass, 'other'::regclass) AND attnum > 0 AND attislocal;
