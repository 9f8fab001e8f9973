-- Names along the search path: the first schema wins, qualified names skip it.
CREATE SCHEMA app;
CREATE SCHEMA shared;
CREATE EXTENSION citext SCHEMA shared;
CREATE EXTENSION hstore SCHEMA shared;
CREATE TYPE app.mood AS ENUM ('sad', 'ok');
CREATE TYPE public.mood AS ENUM ('bad', 'good');
CREATE DOMAIN public.code AS text;
CREATE DOMAIN app.code AS integer;
CREATE TABLE public.items (id integer PRIMARY KEY, name text NOT NULL, code public.code, feeling public.mood);
CREATE TABLE app.items (id bigint PRIMARY KEY, title shared.citext NOT NULL, code app.code, feeling app.mood, tags shared.hstore);
CREATE TABLE public.only_public (id integer PRIMARY KEY, mood public.mood);
CREATE FUNCTION public.pick(integer) RETURNS text LANGUAGE sql AS $$ SELECT 'public' $$;
CREATE FUNCTION app.pick(integer) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
CREATE FUNCTION shared.pick(text) RETURNS date LANGUAGE sql AS $$ SELECT '2020-01-01'::date $$;
CREATE FUNCTION app.lower(text) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.spread(VARIADIC integer[]) RETURNS text LANGUAGE sql AS $$ SELECT 'v' $$;
CREATE FUNCTION public.spread(integer, integer) RETURNS integer LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION app.same(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE OPERATOR app.=== (LEFTARG = text, RIGHTARG = text, FUNCTION = app.same);
CREATE FUNCTION public.same(text, text) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE OPERATOR public.=== (LEFTARG = text, RIGHTARG = text, FUNCTION = public.same);
CREATE VIEW public.pg_shadowed AS SELECT 1 AS one;
SET search_path TO app, public;

-- name: TableOfTheFirstSchema :many
SELECT * FROM items;

-- name: QualifiedTable :many
SELECT public.items.name, items.id FROM public.items;

-- name: OtherSchema :many
SELECT * FROM only_public;

-- name: TypesOfTheFirstSchema :one
SELECT 'ok'::mood, 'good'::public.mood, 1::code AS code, 'x'::public.code AS word, $1::mood AS given;

-- name: FunctionOfTheFirstSchema :one
SELECT pick(1), public.pick(1) AS other, shared.pick('a') AS third, shared.pick($1) AS fourth;

-- name: BuiltInsComeFirst :one
SELECT lower('A'), app.lower('A') AS own, pg_catalog.lower('A') AS built_in;

-- name: ExtensionBeyondThePath :many
SELECT title, title = 'a' AS same, title OPERATOR(shared.=) 'a' AS own, shared.replace(title, 'a', 'b') AS replaced,
    replace(title, 'a', 'b') AS plain, tags OPERATOR(shared.->) 'a' AS value, shared.akeys(tags) AS keys FROM items;

-- name: VariadicYields :one
SELECT spread(1, 2) AS plain, spread(1, 2, 3) AS spread, spread(1) AS one, spread(VARIADIC ARRAY[1, 2]) AS array_;

-- name: OperatorOfTheFirstSchema :one
SELECT 'a' === 'b' AS first, 'a' OPERATOR(public.===) 'b' AS second, 'a' OPERATOR(pg_catalog.||) 'b' AS joined;

-- name: InsertIntoTheFirst :one
INSERT INTO items (id, title, feeling) VALUES ($1, $2, $3) RETURNING title, feeling;

-- name: AnyOfOperator :many
SELECT id FROM items WHERE title::text OPERATOR(pg_catalog.=) ANY($1) AND id OPERATOR(pg_catalog.>) $2;
