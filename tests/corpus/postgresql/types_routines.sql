-- What a schema defines: routines, aggregates, operators, casts, ranges; and how calls reach them.
CREATE SCHEMA app;
CREATE SCHEMA other;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE DOMAIN positive AS integer NOT NULL CHECK (VALUE > 0);
CREATE DOMAIN tags AS text[];
CREATE TYPE weekday AS ENUM ('mon', 'tue');
CREATE TYPE address AS (street text, zip varchar(10), since date);
CREATE TYPE floatrange AS RANGE (SUBTYPE = float8);
CREATE TYPE app.span AS RANGE (SUBTYPE = text, MULTIRANGE_TYPE_NAME = app.spans);
CREATE TABLE users (
    id integer PRIMARY KEY,
    name text NOT NULL,
    email email,
    score positive,
    feeling mood NOT NULL DEFAULT 'ok',
    home address,
    day weekday,
    labels tags,
    window_ floatrange,
    windows floatmultirange
);

CREATE FUNCTION add_one(value integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 + 1';
CREATE FUNCTION greet(name text, greeting text DEFAULT 'Hello', times integer DEFAULT 1) RETURNS text
    LANGUAGE sql AS $$ SELECT greeting || name $$;
CREATE FUNCTION over(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION over(text) RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;
CREATE FUNCTION over(mood) RETURNS mood LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION lower(users) RETURNS date LANGUAGE sql AS $$ SELECT NULL::date $$;
CREATE FUNCTION full_name(users) RETURNS text LANGUAGE sql AS 'SELECT $1.name';
CREATE FUNCTION total(VARIADIC numbers numeric[]) RETURNS numeric LANGUAGE sql AS 'SELECT 1.0';
CREATE FUNCTION first_of(anyarray) RETURNS anyelement LANGUAGE sql AS 'SELECT $1[1]';
CREATE FUNCTION either(anyelement, anyelement) RETURNS anyelement LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION compatible(anycompatible, anycompatible) RETURNS anycompatiblearray LANGUAGE sql AS 'SELECT ARRAY[$1, $2]';
CREATE FUNCTION split(OUT whole integer, OUT part numeric, given numeric) LANGUAGE sql AS 'SELECT 1, 1.0';
CREATE FUNCTION twice(INOUT value integer) LANGUAGE sql AS 'SELECT $1 * 2';
CREATE FUNCTION users_named(pattern text) RETURNS SETOF users STABLE LANGUAGE sql AS 'SELECT * FROM users';
CREATE FUNCTION one_user(integer) RETURNS users LANGUAGE sql AS 'SELECT * FROM users LIMIT 1';
CREATE FUNCTION numbers(upto integer) RETURNS SETOF bigint LANGUAGE sql AS 'SELECT 1::bigint';
CREATE FUNCTION report(since date) RETURNS TABLE (day date, visits bigint, best mood) LANGUAGE sql AS $$ SELECT $1, 1::bigint, 'ok'::mood $$;
CREATE FUNCTION single() RETURNS TABLE (only_one text) LANGUAGE sql AS $$ SELECT 'a'::text $$;
CREATE FUNCTION anything() RETURNS SETOF record LANGUAGE sql AS 'SELECT 1, 2';
CREATE FUNCTION home_of(users) RETURNS address LANGUAGE sql AS 'SELECT $1.home';
CREATE FUNCTION zip_of(address) RETURNS text LANGUAGE sql AS 'SELECT $1.zip';
CREATE FUNCTION nothing() RETURNS void LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION next_mood(mood) RETURNS mood STRICT LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION domain_in(positive) RETURNS email LANGUAGE sql AS $$ SELECT 'a@b'::email $$;
CREATE FUNCTION app.secret(text) RETURNS bytea LANGUAGE sql AS $$ SELECT '\x00'::bytea $$;
CREATE FUNCTION app.add_one(text) RETURNS text LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION default_of(text DEFAULT 'a', text DEFAULT 'b') RETURNS text LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION elements(anyarray) RETURNS SETOF anyelement LANGUAGE sql AS 'SELECT unnest($1)';
CREATE FUNCTION pairs(anyelement, OUT one anyelement, OUT many anyarray) LANGUAGE sql AS 'SELECT $1, ARRAY[$1]';
CREATE FUNCTION bounds(anyrange) RETURNS anyelement LANGUAGE sql AS 'SELECT lower($1)';
CREATE FUNCTION label(anyenum) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
CREATE FUNCTION plus(address, address) RETURNS address LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION opposite(mood) RETURNS mood LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION weekday_number(weekday) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION address_text(address) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT $1.street';
CREATE FUNCTION longest_step(text, text) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT $1';
CREATE AGGREGATE longest(text) (SFUNC = longest_step, STYPE = text);
CREATE AGGREGATE first_array(anycompatiblearray) (SFUNC = array_cat, STYPE = anycompatiblearray, INITCOND = '{}');
CREATE OPERATOR + (LEFTARG = address, RIGHTARG = address, FUNCTION = plus);
CREATE OPERATOR !! (RIGHTARG = mood, FUNCTION = opposite);
CREATE CAST (weekday AS integer) WITH FUNCTION weekday_number(weekday) AS IMPLICIT;
CREATE CAST (address AS text) WITH FUNCTION address_text(address) AS ASSIGNMENT;
CREATE PROCEDURE clean(days integer, dry boolean DEFAULT false) LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE counted(INOUT count bigint) LANGUAGE plpgsql AS 'BEGIN count := 1; END';

-- name: PlainCall :one
SELECT add_one(1), add_one(value => $1), add_one($2), public.add_one(3::smallint) AS qualified;

-- name: Defaults :one
SELECT greet('a') AS one, greet($1, 'b') AS two, greet('a', times => $2) AS three, greet(greeting => 'x', name => $3) AS four;

-- name: Overloads :one
SELECT over(1) AS a, over('a'::text) AS b, over('ok'::mood) AS c, over('a') AS d, over(1::smallint) AS e, over('a'::varchar) AS f, over('a@b'::email) AS g;

-- name: OverloadOfABuiltIn :many
SELECT lower(u) AS day, lower(u.name) AS word, lower(u.window_) AS bound FROM users u;

-- name: RowFunction :many
SELECT full_name(u), full_name(users_named('a')) AS each, u.full_name AS attribute, home_of(u), (home_of(u)).zip, zip_of(u.home), zip_of(home_of(u)) AS nested FROM users u;

-- name: ColumnAsFunction :many
SELECT name(u) AS called, street(u.home) FROM users u;

-- name: Variadic :one
SELECT total(1, 2, 3) AS spread, total(1.5, $1) AS mixed, total(VARIADIC ARRAY[1, 2]) AS array_, total(VARIADIC $2) AS given;

-- name: Polymorphic :many
SELECT first_of(ARRAY[1, 2]) AS a, first_of(labels) AS b, either(1, 2) AS c, either('a'::text, $1) AS d, either(feeling, 'sad') AS e,
    compatible(1, 2.5) AS f, compatible('a', 'b') AS g, compatible(1::bigint, $2) AS h, bounds(window_) AS i, label(feeling) AS j FROM users;

-- name: OutArguments :one
SELECT * FROM split(1.5);

-- name: OutArgumentsInList :one
SELECT split(1.5), (split(2)).whole, (split(3)).*;

-- name: InOut :one
SELECT twice(1), t.*, twice FROM twice(2) t, twice(3);

-- name: SetOfTable :many
SELECT * FROM users_named($1);

-- name: SetOfTableAliased :many
SELECT u.id, u.name, u FROM users_named('a') AS u WHERE u.id = $1;

-- name: SetOfTableInList :many
SELECT users_named('x'), (users_named('x')).name;

-- name: OneRow :one
SELECT id, home, (home).zip FROM one_user($1);

-- name: SetOfScalar :many
SELECT n, numbers FROM numbers(3) AS n, numbers(4);

-- name: SetOfScalarInList :many
SELECT numbers(2), name FROM users;

-- name: ReturnsTable :many
SELECT day, visits, best FROM report($1) WHERE visits > $2;

-- name: ReturnsTableOrdinality :many
SELECT * FROM report(CURRENT_DATE) WITH ORDINALITY AS r (d, v);

-- name: ReturnsTableOfOne :many
SELECT s.only_one, only_one FROM single() AS s;

-- name: ReturnsRecord :many
SELECT a, b FROM anything() AS t (a integer, b text);

-- name: RowsFrom :many
SELECT * FROM ROWS FROM (numbers(2), report('2020-01-01'), unnest(ARRAY['a'])) AS r;

-- name: Lateral :many
SELECT u.id, r.visits FROM users u CROSS JOIN LATERAL report((u.home).since) r;

-- name: Void :exec
SELECT nothing();

-- name: EnumArgument :one
SELECT next_mood('ok'), next_mood($1), enum_range(NULL::mood), enum_first('ok'::mood), array_position(enum_range(NULL::mood), 'ok') AS place;

-- name: DomainArgument :many
SELECT domain_in(score), domain_in(1) AS two, upper(email), length(email), email || 'x' AS longer, score + 1 AS more, labels || 'z'::text AS most, labels[1] AS one FROM users;

-- name: InASchema :one
SELECT app.secret('a'), app.add_one('x') AS word, add_one(2) AS number;

-- name: SetOfPolymorphic :many
SELECT e FROM elements(ARRAY['a', 'b']) AS e;

-- name: PolymorphicOut :one
SELECT one, many FROM pairs(1::bigint);

-- name: Aggregates :many
SELECT feeling, longest(name), longest(name ORDER BY id DESC) FILTER (WHERE id > 1) AS last, longest(DISTINCT name) AS d, first_array(labels) FROM users GROUP BY feeling;

-- name: AggregateAsWindow :many
SELECT longest(name) OVER (PARTITION BY feeling ORDER BY id) FROM users;

-- name: Operators :many
SELECT home + home AS twice, home + ROW('a', 'b', NULL)::address AS other, !! feeling AS opposed FROM users;

-- name: OperatorWithParameter :many
SELECT home + $1 AS moved FROM users;

-- name: ImplicitCast :many
SELECT day + 1 AS number, add_one(day) AS called, abs(day) AS absolute, day > 2 AS large, day = 1 AS same FROM users WHERE day IS NOT NULL;

-- name: ExplicitCast :many
SELECT home::text AS word, day::integer AS number, feeling::text AS name FROM users;

-- name: AssignmentCast :exec
UPDATE users SET name = home, score = day WHERE id = $1;

-- name: Ranges :many
SELECT window_, floatrange(1, 2) AS made, floatrange(1, $1, '[]') AS closed, window_ @> 1.5::float8 AS holds, window_ && $2 AS shared,
    lower(window_), upper(window_), isempty(window_), window_ * window_ AS both, range_merge(window_, window_) AS merged FROM users;

-- name: Multiranges :many
SELECT windows, floatmultirange() AS none, floatmultirange(window_) AS one, floatmultirange(window_, window_) AS two, multirange(window_) AS generic,
    unnest(windows) AS each, windows @> 1.0::float8 AS holds, range_agg(window_) OVER () AS agg, windows + windows AS more FROM users;

-- name: RangesInASchema :one
SELECT app.span('a', 'b') AS range, app.spans(app.span('a', 'b')) AS many, '[a,b]'::app.span AS literal, lower('[a,b]'::app.span) AS low;

-- name: RangeArrays :one
SELECT ARRAY[floatrange(1, 2)] AS ranges, array_agg(window_) AS all_ FROM users;

-- name: TypeFunctions :one
SELECT email('a@b'), text('x'::varchar) AS word, int4('5'), date('2020-01-01'), mood('ok');

-- name: InWhere :many
SELECT id FROM users WHERE greet(name) = $1 AND add_one(id) > $2 AND next_mood(feeling) = $3 AND id = ANY(ARRAY(SELECT numbers($4)));

-- name: InInsert :one
INSERT INTO users (id, name, feeling) VALUES (add_one($1), greet($2), next_mood($3)) RETURNING greet(name), full_name(users);

-- name: InAView :many
WITH r AS (SELECT * FROM report('2020-01-01')) SELECT sum(visits), max(best) FROM r;
