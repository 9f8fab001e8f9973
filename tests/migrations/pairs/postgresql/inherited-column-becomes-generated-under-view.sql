-- before
CREATE SCHEMA app;
CREATE SCHEMA other;
CREATE TYPE app.mood AS ENUM ('x','y','z');
CREATE DOMAIN app.pos AS int CHECK (VALUE > 0);
CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION app.one() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE TABLE app.item (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, c int, d int NOT NULL DEFAULT 1);
CREATE TABLE other.sub (extra int) INHERITS (app.item);
CREATE INDEX ON other.sub (c);
CREATE VIEW app.v AS SELECT extra, c FROM other.sub;
-- rows
INSERT INTO app.item (c, d) VALUES (20, 10), (40, 20);
-- after
CREATE SCHEMA app;
CREATE SCHEMA other;
CREATE TYPE app.mood AS ENUM ('x','y','z');
CREATE DOMAIN app.pos AS int CHECK (VALUE > 0);
CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION app.one() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE TABLE app.item (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, c int GENERATED ALWAYS AS (d * 2) STORED, d int NOT NULL DEFAULT 1);
CREATE TABLE other.sub (extra int) INHERITS (app.item);
CREATE INDEX ON other.sub (c);
CREATE VIEW app.v AS SELECT extra, c FROM other.sub;
