-- The functions of a schema, wherever a call may stand.
CREATE TYPE pair AS (a integer, b text);
CREATE TABLE people (
    id integer PRIMARY KEY,
    name text NOT NULL,
    boss_id integer REFERENCES people (id),
    born date,
    nicknames text[] NOT NULL DEFAULT '{}',
    likes pair,
    pairs pair[]
);
CREATE TABLE pets (id integer PRIMARY KEY, owner_id integer NOT NULL REFERENCES people (id), name text, weight real);
CREATE TABLE visits (pet_id integer NOT NULL REFERENCES pets (id), id integer NOT NULL, visited_at timestamp NOT NULL, PRIMARY KEY (pet_id, id));
CREATE FUNCTION two_columns(n integer) RETURNS TABLE (x integer, y text) LANGUAGE sql AS 'SELECT n, ''a''';
CREATE FUNCTION some_pets() RETURNS SETOF pets LANGUAGE sql AS 'SELECT * FROM pets';
CREATE FUNCTION one_pet(n integer) RETURNS pets LANGUAGE sql AS 'SELECT * FROM pets LIMIT 1';
CREATE FUNCTION outs(IN n integer, OUT a integer, OUT b text, INOUT c numeric DEFAULT 1) LANGUAGE sql AS 'SELECT n, ''b'', c';
CREATE FUNCTION anything() RETURNS SETOF record LANGUAGE sql AS 'SELECT 1, 2';
CREATE FUNCTION numbers() RETURNS SETOF integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION full_name(people) RETURNS text LANGUAGE sql AS 'SELECT $1.name';
CREATE PROCEDURE plain(n integer, s text DEFAULT 'x') LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE with_outs(IN n integer, OUT a integer, INOUT b text) LANGUAGE plpgsql AS $$ BEGIN a := 1; END $$;

-- name: FunctionTable :many
SELECT t.x, t.y FROM two_columns($1) AS t;

-- name: FunctionTableAliases :many
SELECT * FROM two_columns(n => $1) AS t (one, two), numbers() AS n;

-- name: FunctionSetOfTable :many
SELECT s.name, s FROM some_pets() s WHERE s.weight > $1;

-- name: FunctionOneComposite :many
SELECT * FROM one_pet($1);

-- name: FunctionOut :many
SELECT o.a, o.b, o.c FROM outs($1) AS o;

-- name: FunctionOutSelect :many
SELECT outs(1), (outs(1)).a, (outs($1, $2)).*;

-- name: FunctionRecord :many
SELECT r.p, r.q FROM anything() AS r (p integer, q integer);

-- name: FunctionRecordOrdinality :many
SELECT * FROM ROWS FROM (anything() AS (p integer, q integer)) WITH ORDINALITY AS r;

-- name: FunctionScalar :many
SELECT numbers FROM numbers() WHERE numbers > $1;

-- name: FunctionScalarAlias :many
SELECT n, n.n FROM numbers() AS n;

-- name: FunctionScalarColumn :many
SELECT n.value, n FROM numbers() AS n (value);

-- name: FunctionOfRow :many
SELECT full_name(p), p.full_name, full_name(p.*) FROM people p;

-- name: RowsFrom :many
SELECT * FROM ROWS FROM (generate_series(1, $1), unnest(ARRAY['a', 'b']), two_columns(3)) WITH ORDINALITY AS r (a, b, c, d, e);

-- name: RowsFromDefinitions :many
SELECT r.* FROM ROWS FROM (anything() AS (p integer, q integer), numbers()) AS r (a, b, c);

-- name: SetsOfComposite :many
SELECT some_pets(), (some_pets()).name, unnest(pairs) FROM people;

-- name: SetsExpanded :many
SELECT (some_pets()).*, (two_columns(1)).*;

-- name: Call :exec
CALL plain($1);

-- name: CallNamed :exec
CALL plain(s => $1, n => 2);

-- name: CallOut :one
CALL with_outs($1, NULL, $2);
