-- Queries over what schemas are made of: partitions, parents, copies, stored queries, routines, other schemas.
CREATE SCHEMA app;
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN label AS varchar(20);
CREATE TABLE app.users (id serial PRIMARY KEY, name text NOT NULL, feeling mood, tag label);
CREATE TABLE measure (id bigint NOT NULL, at date NOT NULL, value numeric DEFAULT 0, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE measure_old (value numeric, at date NOT NULL, id bigint NOT NULL);
ALTER TABLE measure ATTACH PARTITION measure_old FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
CREATE TABLE measure_new PARTITION OF measure (value NOT NULL) FOR VALUES FROM ('2024-01-01') TO (MAXVALUE);
ALTER TABLE measure ADD COLUMN note text;
CREATE TABLE animal (id int NOT NULL, name text);
CREATE TABLE bird (wings int) INHERITS (animal);
ALTER TABLE animal ADD COLUMN legs smallint NOT NULL DEFAULT 4;
CREATE TABLE copy (LIKE app.users INCLUDING ALL, extra jsonb);
CREATE TABLE stored AS SELECT id, name AS title, feeling, tag, 'x' AS kind, ARRAY[1.5] AS numbers FROM app.users;
ALTER TABLE stored ADD PRIMARY KEY (id), ADD COLUMN later timestamptz;
SELECT name, count(*) AS times INTO counted FROM app.users GROUP BY name;
CREATE VIEW people AS SELECT id, name, feeling FROM app.users;
CREATE VIEW happy (person, called) AS SELECT id, name FROM people WHERE feeling = 'ok';
CREATE MATERIALIZED VIEW totals AS SELECT id, sum(value) AS total, max(at) FROM measure GROUP BY id;
ALTER VIEW people RENAME COLUMN feeling TO emotion;
CREATE FUNCTION twice(n int, times int DEFAULT 2) RETURNS bigint LANGUAGE sql AS 'SELECT n::bigint * times';
CREATE FUNCTION app.members(wanted mood) RETURNS SETOF app.users LANGUAGE sql AS 'SELECT * FROM app.users WHERE feeling = wanted';
CREATE FUNCTION stats(OUT low int, OUT high text) LANGUAGE sql AS $$ SELECT 1, 'x' $$;
CREATE FUNCTION listed(n int) RETURNS TABLE (place int, what label) LANGUAGE sql AS $$ SELECT 1, 'x'::label $$;
CREATE FUNCTION name_of(u app.users) RETURNS text LANGUAGE sql AS 'SELECT u.name';
CREATE FUNCTION same_mail(app.users.name%TYPE) RETURNS app.users.id%TYPE LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE product(int) (SFUNC = int4mul, STYPE = int, INITCOND = '1');
CREATE TYPE pair AS (a int, b text);
ALTER TYPE pair ADD ATTRIBUTE c mood;
CREATE TABLE typed OF pair (a WITH OPTIONS PRIMARY KEY);
SET search_path TO app, public;
CREATE TABLE here (id int PRIMARY KEY, m mood, who users);

CREATE TABLE sequence_owner (id bigserial PRIMARY KEY, note text);
CREATE SEQUENCE plain_sequence AS smallint START 5;
CREATE VIEW owner_notes AS SELECT id, upper(note) AS note FROM sequence_owner;
CREATE FUNCTION rows_of_a_view() RETURNS SETOF owner_notes LANGUAGE sql AS 'SELECT * FROM owner_notes';

-- name: Partitioned :many
SELECT * FROM measure WHERE id = $1;
-- name: AttachedPartition :many
SELECT * FROM measure_old WHERE at < $1;
-- name: Partition :many
SELECT * FROM measure_new;
-- name: InsertPartition :one
INSERT INTO measure_new (id, at, value) VALUES ($1, $2, $3) ON CONFLICT (id, at) DO UPDATE SET value = excluded.value RETURNING *;
-- name: Parent :many
SELECT * FROM animal;
-- name: OnlyParent :many
SELECT a.* FROM ONLY animal AS a;
-- name: Child :many
SELECT * FROM bird WHERE legs = $1 AND wings > $2;
-- name: InsertChild :one
INSERT INTO bird (id, name, wings) VALUES ($1, $2, $3) RETURNING *;
-- name: Copied :many
SELECT * FROM copy WHERE feeling = $1;
-- name: InsertCopied :one
INSERT INTO copy (name, tag, extra) VALUES ($1, $2, $3) RETURNING id, tag, extra;
-- name: StoredQuery :many
SELECT * FROM stored;
-- name: InsertStored :one
INSERT INTO stored (id, title, feeling, numbers, later) VALUES ($1, $2, $3, $4, $5) RETURNING *;
-- name: UpdateStored :exec
UPDATE stored SET tag = $1, kind = $2 WHERE id = $3;
-- name: SelectedInto :many
SELECT * FROM counted WHERE times > $1;
-- name: ViewRenamedColumn :many
SELECT * FROM people WHERE emotion = $1;
-- name: ViewOverView :many
SELECT * FROM happy WHERE person = $1 OR called = $2;
-- name: MaterializedView :many
SELECT * FROM totals WHERE total > $1;
-- name: JoinedViews :many
SELECT p.name, h.called, t.max FROM people p LEFT JOIN happy h ON h.person = p.id LEFT JOIN totals t ON t.id = p.id;
-- name: CallFunction :one
SELECT twice($1);
-- name: CallWithDefault :one
SELECT twice(n => $1, times => $2) AS result;
-- name: SetOfRows :many
SELECT * FROM app.members($1);
-- name: OutArguments :one
SELECT * FROM stats();
-- name: OutRecord :one
SELECT (stats()).high;
-- name: TableFunction :many
SELECT l.place, l.what FROM listed($1) AS l;
-- name: RowArgument :many
SELECT name_of(u) FROM users AS u;
-- name: ColumnTypes :one
SELECT same_mail($1);
-- name: OwnAggregate :many
SELECT feeling, product(id) FROM users GROUP BY feeling;
-- name: TypedTable :many
SELECT * FROM typed WHERE c = $1;
-- name: SearchedSchema :many
SELECT * FROM here WHERE m = $1;
-- name: SearchedJoin :many
SELECT h.id, u.name, (h.who).name AS other FROM here h JOIN users u USING (id);
-- name: PublicByName :many
SELECT p.id FROM public.people p JOIN app.users u ON u.id = p.id WHERE u.tag = $1;

-- name: RowsOfAView :many
SELECT * FROM rows_of_a_view();

-- name: RowOfAViewAsAValue :many
SELECT rows_of_a_view(), (rows_of_a_view()).*;

-- name: OneSequence :one
SELECT last_value, is_called FROM plain_sequence;

-- name: SequenceBehindAColumn :one
SELECT s.*, s.last_value + 1 AS next FROM sequence_owner_id_seq AS s;
