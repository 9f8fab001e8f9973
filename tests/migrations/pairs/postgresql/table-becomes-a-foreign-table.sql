-- before
CREATE EXTENSION postgres_fdw;
CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'localhost', dbname 'x');
CREATE TABLE city (id int, name text);
COMMENT ON TABLE city IS 'here';
CREATE INDEX city_name ON city (name);
CREATE VIEW cities AS SELECT name FROM city;
CREATE FOREIGN TABLE river (id int, name text) SERVER other;
COMMENT ON FOREIGN TABLE river IS 'there';
CREATE TABLE kept (id int);
-- rows
INSERT INTO kept VALUES (1);
-- after
CREATE EXTENSION postgres_fdw;
CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'localhost', dbname 'x');
CREATE FOREIGN TABLE city (id int, name text) SERVER other;
COMMENT ON FOREIGN TABLE city IS 'there';
CREATE VIEW cities AS SELECT name FROM city;
CREATE TABLE river (id int, name text) PARTITION BY RANGE (id);
COMMENT ON TABLE river IS 'here';
CREATE TABLE kept (id int);
