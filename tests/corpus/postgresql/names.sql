-- What unnamed, duplicate and quoted columns are called.
CREATE TYPE point3 AS (x double precision, y double precision, z double precision);
CREATE TYPE box3 AS (low point3, high point3);
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN code AS varchar(8);

CREATE TABLE things (
    id integer PRIMARY KEY,
    "Display Name" text NOT NULL,
    "order" integer,
    "select" boolean NOT NULL DEFAULT false,
    "camelCase" numeric,
    label code,
    m mood NOT NULL DEFAULT 'ok',
    corner point3,
    bounds box3,
    tags text[] NOT NULL,
    matrix integer[][],
    doc jsonb NOT NULL,
    made_at timestamptz NOT NULL,
    parent_id integer REFERENCES things (id)
);

CREATE TABLE parts (
    id integer PRIMARY KEY,
    thing_id integer NOT NULL REFERENCES things (id),
    name text NOT NULL,
    things text
);

-- name: Plain :many
SELECT 1, 'a', NULL, true, 1.5, -1, 2 + 2, 'x' || 'y', NOT true, id = 1, id IS NULL FROM things;

-- name: Functions :many
SELECT now(), count(*), max(id), lower('X'), pg_catalog.upper('x'), coalesce(1, 2), nullif(1, 2), greatest(1, 2), least(1, 2) FROM things;

-- name: SqlValues :one
SELECT current_date, current_time, current_timestamp, current_timestamp(3), localtime, localtimestamp, current_user, session_user, user, current_role, current_catalog, current_schema, current_database();

-- name: Casts :many
SELECT id::text, '1'::int, 1::bigint, CAST('2' AS numeric(5, 2)), '{}'::jsonb, now()::date, (1 + 1)::smallint, 'x'::varchar(3), 'c'::char(3), 1::float, 1::real, 1::double precision, '1'::interval, 'ok'::mood, 'a'::code, '{}'::int[], lower('A')::varchar, now()::timestamp, B'1'::bit(3), 'x'::"char", 't'::bool
FROM things;

-- name: CastsOfExpressions :many
SELECT (doc ->> 'a')::int, (tags)[1]::varchar, coalesce(label, 'x')::text, (SELECT 1)::bigint, CASE WHEN true THEN 1 END::text, (id + 1)::text, -1::int, ARRAY[1]::bigint[], ROW (1, 2, 3)::point3 FROM things;

-- name: Cases :many
SELECT CASE WHEN id = 1 THEN 'a' ELSE 'b' END, CASE id WHEN 1 THEN 'a' END, CASE WHEN true THEN 1 ELSE id END, CASE WHEN true THEN 1 ELSE lower('x')::int END, CASE WHEN true THEN now() ELSE made_at END FROM things;

-- name: Constructs :many
SELECT ARRAY[1, 2], ARRAY(SELECT id FROM parts), ROW (1, 'a'), (1, 2), EXISTS (SELECT 1), (SELECT 1), (SELECT name FROM parts LIMIT 1), (SELECT count(*) FROM parts), (SELECT 1 AS one), id IN (1, 2), id IN (SELECT 1), 1 = ANY (ARRAY[1]), id BETWEEN 1 AND 2, label LIKE 'x', label IS DISTINCT FROM 'x', m IS NOT NULL
FROM things;

-- name: Access :many
SELECT tags[1], tags[1:2], tags[:2], matrix[1][2], matrix[1:2][1:1], matrix[1], doc['a'], doc -> 'a', doc ->> 'a', doc #> '{a}', (corner).x, (bounds).low, ((bounds).low).y, (corner).*, (bounds).high.z FROM things;

-- name: SqlSyntaxFunctions :many
SELECT extract(year FROM made_at), date_part('year', made_at), substring('abc' FROM 2), substring('abc', 2), position('a' IN 'b'), trim('x'), trim(leading 'x' FROM 'xa'), trim(trailing FROM 'a '), overlay('abc' PLACING 'x' FROM 1), made_at AT TIME ZONE 'UTC', made_at AT LOCAL, 'a' COLLATE "C", normalize('x'), 'x' IS NORMALIZED, (made_at, made_at) OVERLAPS (made_at, made_at), collation for ('a')
FROM things;

-- name: Quoted :many
SELECT "Display Name", "order", "select", "camelCase", "camelCase" * 2, "camelCase" AS "CamelCase", "order" AS "from", t."Display Name" AS "a b", 1 AS "?", 2 AS "ünïcode", 3 AS Üpper, 4 AS MixedCase FROM things t;

-- name: Duplicates :many
SELECT t.id, p.id, t.id AS id, count(*), count(p.id), 1, 2, lower(p.name), lower(p.name), p.name, p.name AS name FROM things t JOIN parts p ON p.thing_id = t.id GROUP BY t.id, p.id;

-- name: DuplicateStars :many
SELECT t.*, p.* FROM things t JOIN parts p ON p.thing_id = t.id;

-- name: StarTwice :many
SELECT *, * FROM parts;

-- name: StarAndMore :many
SELECT id AS first, *, upper(name), parts.* FROM parts;

-- name: WholeRows :many
SELECT parts, p2, (parts).name, row_to_json(parts), parts.things FROM parts, parts p2;

-- name: ColumnNamedAsTable :many
SELECT things FROM parts;

-- name: TableNamedAsColumn :many
SELECT things, (things).id, things.id FROM things;

-- name: SelfJoin :many
SELECT a.id, b.id AS parent, a."Display Name" || ' < ' || b."Display Name", b.* FROM things a LEFT JOIN things b ON b.id = a.parent_id;

-- name: UsingMerged :many
SELECT * FROM parts JOIN (SELECT id, 'x' AS extra FROM things) t USING (id);

-- name: NaturalJoin :many
SELECT * FROM parts NATURAL JOIN (SELECT 1 AS id, 'n' AS name, 2 AS other) n;

-- name: FullUsing :many
-- columns: id!, name?, other?
SELECT id, p.name, o.other FROM parts p FULL JOIN (VALUES (1, 'a')) o (id, other) USING (id);

-- name: ValuesRows :many
VALUES (1, 'a', NULL), (2, 'b', 1.5);

-- name: ValuesInFrom :many
SELECT * FROM (VALUES (1, 'a'), (2, NULL)) v;

-- name: ValuesNamed :many
SELECT v.n, v.column2 FROM (VALUES (1, 'ok'::mood)) AS v (n);

-- name: Unions :many
SELECT id, name FROM parts UNION SELECT id, "Display Name" AS other FROM things ORDER BY name;

-- name: UnionOfConstants :many
SELECT 1 AS n, NULL AS nothing UNION ALL SELECT 2.5, 'x' UNION ALL SELECT NULL, NULL;

-- name: Nested :many
SELECT x.id AS "X", x."?column?" FROM (SELECT id, id + 1 FROM parts) x;

-- name: TableCommand :many
TABLE parts;

-- name: SetReturning :many
SELECT generate_series(1, 3), unnest(ARRAY['a', 'b']), regexp_matches('aa', 'a', 'g'), jsonb_array_elements('[1]'), jsonb_object_keys('{}');

-- name: FunctionsInFrom :many
SELECT * FROM generate_series(1, 2), generate_series(1, 2) AS g, unnest(ARRAY[1]) u, unnest(ARRAY[1], ARRAY['a']), jsonb_each('{}'), jsonb_array_elements('[]'), pg_get_keywords() k LIMIT 1;

-- name: FunctionsInFromNamed :many
SELECT g, g.g, u.item, u.ordinality, e.key, e.value, r.* FROM generate_series(1, 2) g, unnest(ARRAY['a']) WITH ORDINALITY u (item), jsonb_each_text('{}') e, ROWS FROM (generate_series(1, 2), unnest(ARRAY['x'])) WITH ORDINALITY r (n, t, o);

-- name: ScalarFunctionsInFrom :many
SELECT * FROM now(), lower('X') AS l, current_date, coalesce(1, 2) c, CAST('1' AS int) i;

-- name: Windows :many
SELECT row_number() OVER (), sum(id) OVER (PARTITION BY thing_id), lag(name) OVER (ORDER BY id), count(*) FILTER (WHERE id > 1) OVER w FROM parts WINDOW w AS (ORDER BY id);

-- name: Bools :many
SELECT true AND false, id > 1 OR NULL, NOT (id > 1), (id > 1) IS TRUE, id ISNULL, id NOTNULL, bool_or(id > 1) FROM parts GROUP BY id;

-- name: Params :many
-- params: arg_1 integer, arg_2 text, arg_3 text
SELECT $1::int, $2, $3 AS third, $1 + 1;

-- name: Returning :one
INSERT INTO parts AS p (id, thing_id, name) VALUES (1, 2, 'x') RETURNING p.id, id + 1, upper(name), p.*, (SELECT 1), now(), p;

-- name: ReturningVersions :one
UPDATE parts SET name = 'x' WHERE id = 1 RETURNING old.name, new.name, name, old.*, old.id = new.id;

-- name: SystemColumns :many
SELECT tableoid, ctid, xmin, cmin, tableoid::regclass, tableoid::regclass::text FROM parts;

-- name: LongNames :many
SELECT 1 AS a_very_long_alias_that_is_longer_than_the_sixty_three_bytes_that_a_name_may_have;


-- name: UsingAlias :many
SELECT j.id, j FROM parts p JOIN things t USING (id) AS j;
