-- before
CREATE TABLE ski (id serial PRIMARY KEY, model text, cm int);
CREATE VIEW models AS SELECT DISTINCT model AS name FROM ski;
CREATE VIEW long_models AS SELECT name FROM models WHERE length(name) > 4;
CREATE MATERIALIZED VIEW sizes AS SELECT DISTINCT cm AS name FROM ski;
CREATE FUNCTION size_count() RETURNS bigint LANGUAGE sql RETURN (SELECT count(*) FROM sizes);
-- rows
INSERT INTO ski (cm) VALUES (170);
-- after
CREATE TABLE models (name text PRIMARY KEY, brand text);
CREATE TABLE sizes (name int PRIMARY KEY);
CREATE TABLE ski (id serial PRIMARY KEY, model text REFERENCES models, cm int CHECK (cm > 0));
CREATE VIEW long_models AS SELECT name, brand FROM models WHERE length(name) > 4;
CREATE FUNCTION size_count() RETURNS bigint LANGUAGE sql RETURN (SELECT count(*) FROM sizes WHERE name > 0);
