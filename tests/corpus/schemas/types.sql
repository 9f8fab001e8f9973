CREATE SCHEMA app AUTHORIZATION CURRENT_USER;
CREATE SCHEMA store
    CREATE TABLE item (id int PRIMARY KEY, name text NOT NULL)
    CREATE INDEX item_name ON item (name);
DROP SCHEMA app;
CREATE SCHEMA app;

-- enums
CREATE TYPE mood AS ENUM ('sad', 'happy');
ALTER TYPE mood ADD VALUE 'ok' AFTER 'sad';
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'ok';
ALTER TYPE mood ADD VALUE 'worst' BEFORE 'sad';
ALTER TYPE mood RENAME VALUE 'happy' TO 'glad';
CREATE TYPE app.state AS ENUM ('on', 'off');
COMMENT ON TYPE mood IS 'how it feels';

-- domains
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
ALTER DOMAIN email SET NOT NULL;
ALTER DOMAIN email ADD CONSTRAINT long CHECK (length(VALUE) > 3) NOT VALID;
ALTER DOMAIN email VALIDATE CONSTRAINT long;
ALTER DOMAIN email RENAME CONSTRAINT long TO long_enough;
ALTER DOMAIN email SET DEFAULT 'a@b' || '.c';
CREATE DOMAIN age int DEFAULT 1 CONSTRAINT given NOT NULL CHECK (VALUE > 0);
ALTER DOMAIN age DROP NOT NULL;
ALTER DOMAIN age DROP DEFAULT;
ALTER DOMAIN age DROP CONSTRAINT age_check;
ALTER DOMAIN age DROP CONSTRAINT IF EXISTS nothing;
CREATE DOMAIN old_age AS age CHECK (VALUE > 60);
CREATE DOMAIN tags AS text[] NOT NULL;
CREATE DOMAIN app.price AS numeric(10, 2);
ALTER DOMAIN app.price RENAME TO cost;
ALTER DOMAIN app.cost SET SCHEMA public;
ALTER DOMAIN cost OWNER TO CURRENT_USER;
COMMENT ON DOMAIN cost IS 'what it costs';

-- composites
CREATE TYPE address AS (street text, number int, zip varchar(5) COLLATE "C");
ALTER TYPE address ADD ATTRIBUTE city text, ADD ATTRIBUTE country app.state;
ALTER TYPE address DROP ATTRIBUTE zip;
ALTER TYPE address ALTER ATTRIBUTE number SET DATA TYPE bigint;
ALTER TYPE address RENAME ATTRIBUTE street TO road;
CREATE TYPE nested AS (home address, all_homes address[], feeling mood, cost cost);
CREATE TYPE nothing_in_it AS ();
ALTER TYPE nothing_in_it RENAME TO still_nothing;
ALTER TYPE still_nothing SET SCHEMA app;
CREATE TABLE typed_address OF address;
ALTER TYPE address ADD ATTRIBUTE floor int CASCADE;

-- ranges
CREATE TYPE float_range AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi);
CREATE TYPE app.inet_span AS RANGE (subtype = inet, multirange_type_name = app.inet_spans);
CREATE TYPE span AS RANGE (SUBTYPE = text, COLLATION = "C", MULTIRANGE_TYPE_NAME = spans);
ALTER TYPE span RENAME TO text_span;

-- base types
CREATE TYPE complex;
CREATE FUNCTION complex_in(cstring) RETURNS complex LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION complex_out(complex) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE complex (INPUT = complex_in, OUTPUT = complex_out, LIKE = int4, CATEGORY = 'N');
CREATE TYPE announced;

-- uses
CREATE TABLE uses (
    a mood, b mood[] NOT NULL, c email, d age, e old_age[], f tags, g cost NOT NULL, h address, i nested[], j float_range,
    k float_multirange, l app.inet_span, m app.inet_spans, n text_span, o complex, p complex[], q app.state DEFAULT 'on', r typed_address,
    s store.item, t _mood
);
ALTER TYPE mood RENAME TO feeling;
ALTER TYPE app.state SET SCHEMA public;
ALTER TYPE address RENAME TO place;
CREATE TABLE later (a feeling, b state, c place);
ALTER SCHEMA store RENAME TO shop;
CREATE TABLE refers (item_id int REFERENCES shop.item, item shop.item);
CREATE COLLATION german FROM "C";
ALTER COLLATION german RENAME TO deutsch;

-- dropped
CREATE TYPE short_lived AS ENUM ('a');
CREATE DOMAIN short_domain AS short_lived;
CREATE TABLE loses (keep int, a short_lived, b short_lived[], c short_domain);
CREATE FUNCTION short_function(short_lived) RETURNS int LANGUAGE sql AS 'SELECT 1';
DROP TYPE short_lived CASCADE;
CREATE SCHEMA brief CREATE TABLE t (a int) CREATE TABLE u (b int);
CREATE TYPE brief.e AS ENUM ('x');
CREATE FUNCTION brief.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW over_brief AS SELECT a FROM brief.t;
CREATE VIEW over_over_brief AS SELECT a FROM over_brief;
CREATE TABLE uses_brief (id int, e brief.e);
DROP SCHEMA brief CASCADE;
CREATE TYPE gone AS (a int);
DROP TYPE IF EXISTS gone, never_there;
DROP DOMAIN IF EXISTS never_there;
