-- Tables and rows that come from others: inherited, copied, of a type, made by a query.

CREATE TABLE places (id bigint PRIMARY KEY, title text NOT NULL, note text);
CREATE TABLE towns (people integer DEFAULT 0) INHERITS (places);
CREATE TABLE capitals (LIKE towns INCLUDING ALL, since date) INHERITS (towns);
CREATE TYPE address AS (street text, number integer);
CREATE TABLE homes OF address (street NOT NULL);
CREATE FUNCTION headline(places) RETURNS text LANGUAGE sql RETURN $1.title;
CREATE FUNCTION label(address) RETURNS varchar LANGUAGE sql RETURN $1.street;

-- A table that a query made holds nothing of the tables behind it.
CREATE TABLE drafts (id integer, body text);
CREATE TABLE archive AS SELECT id, upper(body) AS body FROM drafts;
DROP TABLE drafts;

-- A child of two that come from one goes once.
CREATE TABLE a (i integer);
CREATE TABLE b (j integer) INHERITS (a);
CREATE TABLE c (k integer) INHERITS (a, b);
DROP TABLE a CASCADE;
CREATE TABLE a (t text);

-- What * stood for when the outer view was made, it stands for still.
CREATE VIEW short AS SELECT id, title FROM places;
CREATE VIEW long AS SELECT *, length(title) AS size FROM short;
CREATE OR REPLACE VIEW short AS SELECT id, title, note FROM places;

-- ALTER TABLE names whatever is a relation.
CREATE TABLE stops (id serial, note text);
CREATE INDEX stops_note ON stops (note);
ALTER TABLE stops_id_seq RENAME TO numbers_of_stops;
ALTER TABLE stops_note RENAME TO notes_of_stops;
CREATE TABLE stops_copy (LIKE stops, NOT NULL note);

-- Partitions go with what they are parts of, and their keys with them.
CREATE TABLE years (y integer PRIMARY KEY);
CREATE TABLE sales (y integer REFERENCES years) PARTITION BY RANGE (y);
CREATE TABLE sales_2024 (y integer REFERENCES years);
ALTER TABLE sales ATTACH PARTITION sales_2024 FOR VALUES FROM (2024) TO (2025);
DROP TABLE years, sales;

-- Foreign keys mean what the search path says when they are made.
CREATE SCHEMA app;
SET search_path TO app;
CREATE TABLE teams (id integer PRIMARY KEY);
CREATE TABLE players (team integer NOT NULL);
ALTER TABLE players ADD FOREIGN KEY (team) REFERENCES teams, ADD COLUMN former integer REFERENCES teams;
RESET search_path;

CREATE TYPE span AS RANGE (SUBTYPE = text);
CREATE FUNCTION keep(integer[]) RETURNS integer[] LANGUAGE sql RETURN $1;
CREATE FUNCTION add(integer[], integer) RETURNS integer[] LANGUAGE sql RETURN $1 || $2;
CREATE FUNCTION whole(anyarray) RETURNS anyarray LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION head(anycompatiblearray) RETURNS anycompatible LANGUAGE sql AS 'SELECT $1[1]';
CREATE AGGREGATE kept(*) (SFUNC = keep, STYPE = integer[], FINALFUNC = whole, INITCOND = '{}');
CREATE AGGREGATE gathered(BASETYPE = integer, SFUNC = add, STYPE = integer[], FINALFUNC = whole);
CREATE AGGREGATE earliest(float8) (SFUNC = array_append, STYPE = float8[], FINALFUNC = head);

-- name: ChildAsParent :many
SELECT capitals::places, NULL::towns::places FROM capitals;

-- name: ParentsFunction :many
SELECT headline(towns), headline(c.*) AS again, c.headline FROM towns, capitals c;

-- name: TypesFunction :many
SELECT label(homes), homes::address FROM homes;

-- name: Copied :many
-- columns: id!, title!, note?, people?, since?
SELECT * FROM capitals;

-- name: MadeByQuery :many
SELECT * FROM archive;

-- name: MadeAgain :many
SELECT * FROM a;

-- name: AsItStood :many
SELECT * FROM long;

-- name: Replaced :many
SELECT * FROM short;

-- name: OneRange :many
SELECT span('a', 'b')::span_multirange AS many;

-- name: Aggregates :one
SELECT kept(*), gathered(id::integer), earliest(people) FROM towns;

-- name: WholeRow :many
SELECT (p.*)::text, (SELECT (p.*)::text) AS inner_text, p::text FROM places p;

-- name: NestedPaths :many
SELECT t.* FROM json_table('{}', '$' COLUMNS (
    NESTED PATH '$.a' COLUMNS (NESTED PATH '$.z' COLUMNS (z integer PATH '$'), n text PATH '$'),
    c boolean PATH '$.c',
    NESTED PATH '$.b' COLUMNS (b numeric PATH '$'),
    d FOR ORDINALITY
)) t;

-- name: ArrayOfCatalogRows :many
SELECT stxoid, stxdexpr FROM pg_statistic_ext_data;

-- name: Renumbered :many
SELECT last_value FROM numbers_of_stops;

-- name: NotNullApart :many
-- columns: id!, note!
SELECT * FROM stops_copy;

-- name: ThroughTheKey :many
SELECT p.team, t.id FROM app.players p LEFT JOIN app.teams t ON t.id = p.team;
