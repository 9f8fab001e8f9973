-- One construct each, over two tables: what people who know SQL well would try.
CREATE SCHEMA app;
CREATE TYPE mood AS ENUM ('sad','ok');
CREATE TYPE addr AS (street text, zip integer);
CREATE DOMAIN posint AS integer CHECK (VALUE > 0);
CREATE TABLE a (id integer PRIMARY KEY, b_id integer, name text NOT NULL, n numeric, tags text[] NOT NULL, j jsonb, m mood, home addr, at timestamptz NOT NULL, p posint, homes addr[]);
CREATE TABLE b (id integer PRIMARY KEY, name varchar(20), a_id integer NOT NULL REFERENCES a (id), qty integer NOT NULL);
CREATE TABLE app.c (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, data json, name text);
CREATE VIEW va AS SELECT id, name, upper(name) AS up, n * 2 FROM a;
CREATE FUNCTION twice(x integer) RETURNS integer LANGUAGE sql AS 'SELECT x * 2';
CREATE FUNCTION find_a(wanted text, max_rows integer DEFAULT 10) RETURNS SETOF a LANGUAGE sql AS 'SELECT * FROM a LIMIT max_rows';
CREATE FUNCTION pairs(lo integer, OUT x integer, OUT y text) RETURNS SETOF record LANGUAGE sql AS 'SELECT 1, ''a''';
CREATE FUNCTION tab(q text) RETURNS TABLE (key text, value bigint) LANGUAGE sql AS 'SELECT ''a'', 1::bigint';
CREATE FUNCTION ident(v anyelement) RETURNS anyelement LANGUAGE sql AS 'SELECT v';
CREATE FUNCTION full_name(a) RETURNS text LANGUAGE sql AS 'SELECT $1.name';

-- name: Routine1 :many
SELECT * FROM va;

-- name: Routine2 :many
-- params: up text
SELECT va."?column?" FROM va WHERE up = $1;

-- name: Routine3 :many
-- params: x integer, x_2 integer
SELECT twice($1), twice(x => $2), twice(id) FROM a;

-- name: Routine4 :many
-- params: wanted text
SELECT * FROM find_a($1);

-- name: Routine5 :many
-- params: wanted text, max_rows integer, id integer
SELECT * FROM find_a($1, max_rows => $2) AS f WHERE f.id > $3;

-- name: Routine6 :many
SELECT find_a('x'), (find_a('x')).name;

-- name: Routine7 :many
SELECT (find_a('x')).*;

-- name: Routine8 :many
SELECT * FROM pairs(1);

-- name: Routine9 :many
-- params: lo integer
SELECT pairs(1), (pairs(1)).x, (pairs($1)).*;

-- name: Routine10 :many
-- params: q text
SELECT t.key, t.value FROM tab($1) t;

-- name: Routine11 :many
SELECT ident(1), ident('x'::text), ident(a) FROM a;

-- name: Routine12 :many
SELECT ident(NULL::mood), ident(ARRAY[1]);

-- name: Routine13 :many
SELECT full_name(a), a.full_name FROM a;

-- name: Routine14 :many
SELECT x.* FROM a, LATERAL tab(a.name) AS x;

-- name: Routine15 :many
SELECT a.id, x.value FROM a LEFT JOIN LATERAL tab(a.name) x ON true;

-- name: Routine16 :many
SELECT a.id, r FROM a, LATERAL (SELECT b.* FROM b WHERE b.a_id = a.id) r;

-- name: Routine17 :many
SELECT r.x, (r).y FROM (SELECT pairs(1) AS r0) q, pairs(2) r;

-- name: Composite1 :many
SELECT (homes[1]).street, (home).zip, home, homes FROM a;

-- name: Composite2 :many
SELECT h.street, h.zip FROM a, unnest(a.homes) h;

-- name: Composite3 :many
SELECT h FROM a, unnest(a.homes) h;

-- name: Composite4 :many
SELECT unnest(homes) FROM a;

-- name: Composite5 :many
SELECT (unnest(homes)).* FROM a;

-- name: Composite6 :many
SELECT jsonb_populate_recordset(NULL::b, j) FROM a;

-- name: Composite7 :many
SELECT * FROM a, jsonb_populate_recordset(NULL::b, a.j) r;

-- name: FromFunction1 :many
SELECT * FROM jsonb_to_recordset('[]') AS x (a int, b text, c mood[]);

-- name: FromFunction2 :many
SELECT x.a FROM json_to_record('{}') AS x (a int, b numeric(5,2));

-- name: FromFunction3 :many
SELECT * FROM json_populate_record(NULL::addr, '{}');

-- name: FromFunction4 :many
SELECT * FROM jsonb_array_elements_text('[]') AS t (v);

-- name: FromFunction5 :many
SELECT t.v, t FROM jsonb_array_elements_text('[]') AS t (v);

-- name: FromFunction6 :many
-- params: value text
SELECT e FROM a, jsonb_array_elements(a.j) e WHERE e ->> 'x' = $1;

-- name: FromFunction7 :many
SELECT e.value ->> 'x' FROM a, jsonb_array_elements(a.j) e;

-- name: FromFunction8 :many
SELECT value FROM a, jsonb_array_elements(a.j -> 'items');

-- name: FromFunction9 :many
SELECT g.n, g.o FROM generate_series(1, 3) WITH ORDINALITY g (n, o);

-- name: FromFunction10 :many
-- params: arg_1 integer[], arg_2 text[]
SELECT * FROM unnest($1::int[], $2::text[]) AS t (a, b);

-- name: FromFunction10Whole :many
SELECT t, t.ordinality FROM unnest(ARRAY[1], ARRAY['b']) WITH ORDINALITY t;

-- name: FromFunction11 :many
-- params: arg_1 integer[]
SELECT * FROM unnest($1::int[]) WITH ORDINALITY;

-- name: FromFunction12 :many
SELECT * FROM ROWS FROM (unnest(ARRAY[1]), generate_series(1, 2)) AS t (a, b);

-- name: FromFunction13 :many
SELECT * FROM string_to_table('a,b', ',') s;

-- name: FromFunction14 :many
SELECT * FROM regexp_matches('a', 'b') m;

-- name: FromFunction15 :many
SELECT * FROM pg_timezone_names LIMIT 1;

-- name: SystemCatalog1 :many
-- params: table_schema name
SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = $1;

-- name: SystemCatalog2 :many
-- params: oid regclass
SELECT relname, relkind, reltuples FROM pg_class WHERE oid = $1::regclass;

-- name: SystemCatalog3 :many
-- params: nspname name
SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname = $1;

-- name: SystemCatalog4 :many
-- params: state text
SELECT pid, query, now() - query_start AS age FROM pg_stat_activity WHERE state = $1;

-- name: With1 :many
WITH x AS (SELECT 1 AS n), y AS (SELECT n + 1 AS m FROM x) SELECT * FROM x, y;

-- name: With2 :many
-- params: arg_1 text
WITH x (a, b) AS (VALUES (1, 'x'), (2, $1)) SELECT * FROM x;

-- name: With3 :many
-- params: arg_1 text
WITH x AS (SELECT $1 AS p) SELECT p FROM x;

-- name: With4 :many
-- params: n integer
WITH RECURSIVE t (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < $1) SELECT sum(n), avg(n) FROM t;

-- name: With5 :many
WITH RECURSIVE t AS (SELECT 1 AS n, 'a'::text AS s UNION ALL SELECT n + 1, s || 'b' FROM t WHERE n < 5) SELECT * FROM t;

-- name: With6 :many
WITH a AS (SELECT * FROM a) SELECT * FROM a;

-- name: With7 :many
WITH x AS NOT MATERIALIZED (SELECT * FROM a) SELECT count(*) FROM x;

-- name: With8 :many
WITH x AS (SELECT id FROM a) SELECT * FROM (WITH y AS (SELECT id FROM x) SELECT * FROM y) z;

-- name: With9 :many
-- params: id integer, name character varying?, a_id integer
WITH ins AS (INSERT INTO b (id, name, a_id, qty) VALUES ($1, $2, $3, 1) RETURNING id, qty) SELECT ins.*, a.name FROM ins JOIN a ON a.id = $3;

-- name: With10 :many
-- params: id integer
WITH del AS (DELETE FROM b WHERE id = $1 RETURNING *) INSERT INTO b SELECT * FROM del RETURNING id;

-- name: With11 :many
-- params: qty integer
WITH up AS (UPDATE b SET qty = $1 RETURNING *) SELECT sum(qty), max(name) FROM up;

-- name: Given1 :many
-- params: arg_1 integer, arg_2 text, arg_3 integer
SELECT (SELECT $1::int), ARRAY(SELECT $2::text), EXISTS (SELECT $3::int);

-- name: Given2 :many
-- params: id integer
SELECT $1 IN (SELECT id FROM a);

-- name: Given3 :many
-- params: name text
SELECT $1 = ANY (SELECT name FROM b);

-- name: Given4 :many
-- params: id integer, name text
SELECT ($1, $2) IN (SELECT id, name FROM a);

-- name: Given5 :many
-- params: arg_1 text
SELECT CASE $1 WHEN 'a' THEN 1 WHEN 'b' THEN 2 END;

-- name: Given6 :many
-- params: arg_1 boolean, arg_2 integer
SELECT CASE WHEN $1 THEN $2 ELSE 3 END;

-- name: Given7 :many
-- params: id integer, arg_2 text
SELECT CASE id WHEN $1 THEN $2 ELSE name END FROM a;

-- name: Given8 :many
-- params: arg_1 text?, arg_2 text?, now timestamp with time zone?, arg_4 integer, arg_5 text
SELECT coalesce($1, $2), coalesce($3, now()), greatest($4, 5), least($5, 'x');

-- name: Given9 :many
-- params: arg_1 text, arg_2 text, arg_3 integer, arg_4 uuid
SELECT ARRAY[$1, $2], ARRAY[$3, 1], ARRAY[$4]::uuid[];

-- name: Given10 :many
-- params: arg_1 text, arg_2 text, arg_3 text, arg_4 text, arg_5 text, arg_6 double precision, arg_7 text
SELECT $1, $2::text, $3 || $4, length($5), abs($6), lower($7);

-- name: Filter1 :many
-- params: at_from timestamp with time zone
SELECT * FROM a WHERE at BETWEEN $1 AND $1 + interval '1 day';

-- name: Filter2 :many
-- params: at timestamp with time zone, arg_2 interval
SELECT * FROM a WHERE at >= $1 AND at < $1 + $2::interval;

-- name: Filter3 :many
-- params: arg_1 double precision
SELECT * FROM a WHERE at > now() - $1 * interval '1 day';

-- name: Filter4 :many
-- params: hours integer
SELECT * FROM a WHERE at > now() - make_interval(hours => $1);

-- name: Filter5 :many
-- params: at timestamp with time zone
SELECT * FROM a WHERE date_trunc('day', at) = date_trunc('day', $1::timestamptz);

-- name: Filter6 :many
-- params: at date
SELECT * FROM a WHERE at::date = $1;

-- name: Filter7 :many
-- params: at numeric
SELECT * FROM a WHERE extract(year FROM at) = $1;

-- name: Filter8 :many
-- params: name text[]
SELECT * FROM a WHERE name LIKE ANY ($1);

-- name: Filter9 :many
-- params: name text, name_2 text
SELECT * FROM a WHERE name ILIKE ANY (ARRAY[$1, $2]);

-- name: Filter10 :many
-- params: name text[]
SELECT * FROM a WHERE name ~ ALL ($1);

-- name: Filter11 :many
-- params: name text
SELECT * FROM a WHERE name LIKE $1 ESCAPE '!';

-- name: Filter12 :many
-- params: name text
SELECT * FROM a WHERE name = $1 COLLATE "C";

-- name: Filter13 :many
-- params: name text
SELECT * FROM a WHERE lower(name) LIKE lower($1) || '%';

-- name: Filter14 :many
-- params: arg_1 text
SELECT * FROM a WHERE starts_with(name, $1);

-- name: Filter15 :many
-- params: tags text
SELECT * FROM a WHERE tags @> ARRAY[$1];

-- name: Filter16 :many
-- params: tags text, tags_2 text
SELECT * FROM a WHERE tags @> ARRAY[$1, $2]::text[];

-- name: Filter17 :many
-- params: tags text[]
SELECT * FROM a WHERE tags && $1::text[];

-- name: Filter18 :many
-- params: id integer[]
SELECT * FROM a WHERE cardinality($1::int[]) = 0 OR id = ANY ($1);

-- name: Filter19 :many
-- params: id text
SELECT * FROM a WHERE id = ANY (string_to_array($1, ',')::int[]);

-- name: Filter20 :many
-- params: j text
SELECT * FROM a WHERE j @> jsonb_build_object('k', $1::text);

-- name: Filter21 :many
-- params: j text, j_2 integer, j_3 text
SELECT * FROM a WHERE j ->> 'k' = $1 AND (j ->> 'n')::int > $2 AND j -> 'a' ? $3;

-- name: Filter22 :many
-- params: j jsonb, arg_2 text[], j_2 text
SELECT * FROM a WHERE j @> $1 AND j #>> $2 = $3;

-- name: Filter23 :many
-- params: m mood, m_2 mood[], m_3 mood
SELECT * FROM a WHERE m = $1 OR m = ANY ($2::mood[]) OR m IN ('sad', $3);

-- name: Filter24 :many
-- params: home record
SELECT * FROM a WHERE home = $1;

-- name: Filter25 :many
-- params: home integer
SELECT * FROM a WHERE (home).zip = $1;

-- name: Filter26 :many
-- params: street text?, zip integer?
SELECT * FROM a WHERE home = ROW ($1, $2)::addr;

-- name: Filter27 :many
-- params: p integer, p_2 integer
SELECT * FROM a WHERE p = $1 AND p + 1 > $2;

-- name: Sorted1 :many
-- params: arg_1 text
SELECT * FROM a ORDER BY $1;

-- name: Sorted2 :many
-- params: arg_1 text
SELECT * FROM a ORDER BY CASE WHEN $1 = 'x' THEN name END;

-- name: Sorted3 :many
SELECT * FROM a ORDER BY name COLLATE "C" DESC NULLS LAST, 1, n USING >;

-- name: Sorted4 :many
SELECT DISTINCT name, n FROM a ORDER BY n;

-- name: Sorted5 :many
SELECT DISTINCT ON (lower(name)) name, id FROM a ORDER BY lower(name), id;

-- name: Grouped1 :many
-- params: arg_1 text
SELECT count(*), $1::text FROM a GROUP BY $1;

-- name: Grouped2 :many
-- params: count bigint, n numeric
SELECT name, count(*) FROM a GROUP BY name HAVING count(*) > $1 AND max(n) < $2;

-- name: Grouped3 :many
-- params: arg_1 text
SELECT date_trunc($1, at), count(*) FROM a GROUP BY 1;

-- name: Grouped4 :many
SELECT date_trunc('day', at) AS day, count(*) FROM a GROUP BY day ORDER BY day;

-- name: Grouped5 :many
SELECT name AS id, count(*) FROM a GROUP BY a.name;

-- name: Grouped6 :many
SELECT a.id, a.name, count(b.id) FROM a LEFT JOIN b ON b.a_id = a.id GROUP BY a.id;

-- name: Grouped7 :many
SELECT a.*, count(b.id) AS bs FROM a LEFT JOIN b ON b.a_id = a.id GROUP BY a.id;

-- name: Grouped8 :many
SELECT a.name, b.name FROM a JOIN b ON b.a_id = a.id GROUP BY a.id, b.id;

-- name: Window1 :many
-- params: rows bigint, rows_2 bigint
SELECT sum(qty) OVER (PARTITION BY a_id ORDER BY id ROWS BETWEEN $1 PRECEDING AND $2 FOLLOWING) FROM b;

-- name: Window2 :many
-- params: arg_1 integer, arg_2 integer, arg_3 integer
SELECT lag(qty, $1, $2) OVER w, ntile($3) OVER w FROM b WINDOW w AS (ORDER BY id);

-- name: Window3 :many
-- params: arg_1 integer
SELECT nth_value(name, $1) OVER (ORDER BY id GROUPS 2 PRECEDING EXCLUDE TIES) FROM b;

-- name: Window4 :many
-- params: arg_1 double precision, delimiter text
SELECT percentile_cont($1) WITHIN GROUP (ORDER BY qty), string_agg(name, $2 ORDER BY qty) FROM b;

-- name: Aggregate1 :many
-- params: qty integer
SELECT array_agg(DISTINCT name ORDER BY name) FILTER (WHERE qty > $1) FROM b;

-- name: Aggregate2 :many
SELECT json_agg(json_build_object('id', id, 'q', qty) ORDER BY qty DESC) FROM b;

-- name: Aggregate3 :many
-- params: arg_1 integer
SELECT jsonb_build_object('a', $1::int, 'b', (SELECT json_agg(b) FROM b));

-- name: Aggregate4 :many
SELECT row_to_json(x) FROM (SELECT id, name FROM a) x;

-- name: Aggregate5 :many
SELECT to_jsonb(x) - 'id' FROM (SELECT * FROM a) x;

-- name: Limit1 :many
-- params: id integer, name text, limit bigint
SELECT id FROM a WHERE (id, name) > ($1, $2) ORDER BY id, name LIMIT $3;

-- name: Limit2 :many
SELECT id FROM a LIMIT ALL OFFSET 0;

-- name: Limit3 :many
SELECT id FROM a LIMIT (SELECT count(*) / 2 FROM b);

-- name: Limit4 :many
-- params: limit integer
SELECT id FROM a LIMIT $1 + 1;

-- name: Limit5 :many
SELECT id FROM a FETCH FIRST ROW ONLY;

-- name: Limit6 :many
-- params: limit bigint
SELECT id FROM a FETCH NEXT ($1) ROWS ONLY;

-- name: Limit7 :many
SELECT id FROM a FOR UPDATE OF a NOWAIT;

-- name: Limit8 :many
SELECT id FROM a FOR SHARE SKIP LOCKED;

-- name: Limit9 :many
SELECT a.id FROM a JOIN b ON b.a_id = a.id FOR NO KEY UPDATE OF a, b;

-- name: SetOperation1 :many
-- params: limit bigint
SELECT id FROM a UNION SELECT id FROM app.c ORDER BY 1 LIMIT $1;

-- name: SetOperation2 :many
SELECT id, NULL FROM a UNION ALL SELECT NULL, name FROM b;

-- name: SetOperation3 :many
(SELECT id FROM a ORDER BY id LIMIT 1) UNION ALL (SELECT id FROM b ORDER BY id LIMIT 1);

-- name: SetOperation4 :many
-- params: arg_1 integer
SELECT $1 UNION SELECT id FROM a;

-- name: SetOperation5 :many
-- params: arg_1 integer
SELECT 'x' AS k, $1 AS v UNION ALL SELECT name, qty FROM b;

-- name: SetOperation6 :many
-- params: arg_1 text
SELECT name FROM a INTERSECT SELECT name FROM b EXCEPT SELECT $1;

-- name: SetOperation7 :many
-- params: arg_1 integer, arg_2 integer
VALUES ($1, 1), (2, $2);

-- name: SetOperation8 :many
-- params: arg_1 integer, arg_2 text
VALUES (1, 'a'), ($1, $2) ORDER BY 1 LIMIT 1;

-- name: SetOperation9 :many
-- params: arg_1 text, arg_2 text
SELECT * FROM (VALUES (1, $1), (2, $2)) v (a, b) JOIN a ON a.id = v.a WHERE v.b = a.name;

-- name: Joined1 :many
SELECT * FROM a NATURAL JOIN b;

-- name: Joined2 :many
SELECT * FROM a JOIN b USING (id, name);

-- name: Joined3 :many
SELECT id, a.name FROM a LEFT JOIN b USING (id);

-- name: Joined4 :many
SELECT * FROM a CROSS JOIN b c (x, y);

-- name: Joined5 :many
SELECT * FROM (a JOIN b ON true) j;

-- name: Joined6 :many
SELECT j.* FROM (a JOIN b USING (id)) j;

-- name: JoinedBesideTheSameName :many
SELECT * FROM a, (b JOIN b AS c USING (id));

-- name: Joined7 :many
SELECT a FROM a;

-- name: Joined8 :many
SELECT a.* FROM a AS a (x, y);

-- name: Joined9 :many
SELECT b.x FROM (SELECT 1) AS b (x);

-- name: Joined10 :many
SELECT s.* FROM (SELECT id, id + 1, lower(name) FROM a) s;

-- name: Joined11 :many
SELECT app.c.name, c.id FROM app.c;

-- name: Joined12 :many
SELECT public.a.id FROM public.a;

-- name: Joined13 :many
SELECT id FROM ONLY a;

-- name: Joined14 :many
-- params: qty integer
SELECT * FROM a x, b y WHERE x.id = y.a_id AND y.qty > $1;

-- name: Joined15 :many
SELECT ctid, xmin::text, tableoid::regclass FROM a;

-- name: Insert1 :many
-- params: id integer, name text, tags text[]
INSERT INTO a (id, name, tags, at) VALUES ($1, $2, $3, now()) RETURNING *;

-- name: Insert2 :exec
-- params: id integer, name text, at timestamp with time zone, street text?, zip integer?, m mood?, p posint?
INSERT INTO a (id, name, tags, at, home, m, p) VALUES ($1, $2, '{}', $3, ($4, $5), $6, $7);

-- name: Insert3 :exec
-- params: tags text, tags_2 text, street text?, zip integer?
INSERT INTO a (id, name, tags, at, home) VALUES (1, 'x', ARRAY[$1, $2], '2026-01-01', ROW ($3, $4));

-- name: Insert4 :exec
-- params: street text?
INSERT INTO a (id, name, tags, at, home.street) VALUES (1, 'x', '{}', now(), $1);

-- name: Insert5 :exec
-- params: id integer, qty integer, id_2 integer
INSERT INTO b SELECT $1, name, id, $2 FROM a WHERE id = $3;

-- name: Insert6 :exec
-- params: id integer[], a_id integer, qty integer[]
INSERT INTO b (id, a_id, qty) SELECT unnest($1::int[]), $2, unnest($3::int[]);

-- name: Insert7 :many
-- params: a_id integer, arg_2 integer[]
INSERT INTO b (id, a_id, qty) SELECT x, $1, 1 FROM unnest($2::int[]) x ON CONFLICT (id) DO NOTHING RETURNING id;

-- name: Insert8 :many
-- params: id integer, a_id integer, qty integer, name character varying?, qty_2 integer
INSERT INTO b (id, a_id, qty) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET qty = b.qty + EXCLUDED.qty, name = COALESCE($4, b.name) WHERE b.qty < $5 RETURNING id, (xmax = 0) AS inserted;

-- name: Insert9 :many
INSERT INTO app.c DEFAULT VALUES RETURNING id;

-- name: Insert10 :many
-- params: data json?
INSERT INTO app.c (data, name) VALUES ($1, DEFAULT) RETURNING *;

-- name: Insert11 :exec
-- params: id bigint, data json?
INSERT INTO app.c (id, data) OVERRIDING SYSTEM VALUE VALUES ($1, $2);

-- name: Insert12 :exec
-- params: a_id integer
INSERT INTO b (id, a_id, qty) WITH x AS (SELECT 1 AS n) SELECT n, $1, n FROM x;

-- name: Update1 :exec
-- params: name text, n numeric, tags text, replacement jsonb?, id integer
UPDATE a SET name = $1, n = n + $2, tags = array_append(tags, $3), j = jsonb_set(j, '{x}', $4) WHERE id = $5;

-- name: Update2 :many
-- params: name text, n numeric?, street text?, zip integer?, id integer
UPDATE a SET (name, n) = ($1, $2), home = ($3, $4) WHERE id = $5 RETURNING id;

-- name: Update3 :exec
-- params: id integer, id_2 integer
UPDATE a SET (name, n) = (SELECT name, qty FROM b WHERE b.id = $1) WHERE id = $2;

-- name: Update4 :exec
-- params: zip integer?, m text?
UPDATE a SET home.zip = $1, m = $2::text::mood;

-- name: Update5 :many
-- params: name text
UPDATE a x SET name = b.name FROM b JOIN app.c ON c.id = b.id WHERE b.a_id = x.id AND c.name = $1 RETURNING x.*, b.qty;

-- name: Update6 :exec
-- params: arg_1 boolean, name text
UPDATE a SET name = CASE WHEN $1::bool THEN $2 ELSE name END, p = DEFAULT;

-- name: Update7 :exec
-- params: j jsonb, arg_2 interval
UPDATE a SET j = j || $1, at = at + $2, m = CASE m WHEN 'sad' THEN 'ok'::mood ELSE m END;

-- name: Update8 :exec
-- params: arg_1 numeric
UPDATE a SET n = v.n FROM (VALUES (1, 2.5), (2, $1)) AS v (id, n) WHERE v.id = a.id;

-- name: Update9 :exec
-- params: arg_1 integer[], arg_2 text[]
UPDATE a SET name = u.name FROM unnest($1::int[], $2::text[]) AS u (id, name) WHERE u.id = a.id;

-- name: Update10 :exec
-- params: n numeric?
UPDATE a SET n = $1 WHERE n IS DISTINCT FROM $1;

-- name: Delete1 :many
-- params: qty integer
DELETE FROM a WHERE id IN (SELECT a_id FROM b WHERE qty = $1) RETURNING id, name;

-- name: Delete2 :exec
-- params: name text
DELETE FROM a USING b, app.c WHERE b.a_id = a.id AND c.id = b.id AND c.name = $1;

-- name: Delete3 :exec
-- params: at timestamp with time zone, limit bigint
DELETE FROM a WHERE ctid IN (SELECT ctid FROM a WHERE at < $1 LIMIT $2);

-- name: Merge1 :exec
-- params: arg_1 integer, arg_2 integer, a_id integer
MERGE INTO b USING (SELECT $1::int AS id, $2::int AS qty) s ON b.id = s.id WHEN MATCHED THEN UPDATE SET qty = s.qty WHEN NOT MATCHED THEN INSERT (id, a_id, qty) VALUES (s.id, $3, s.qty);

-- name: Merge2 :many
-- params: n numeric
MERGE INTO b USING a ON b.a_id = a.id WHEN MATCHED AND a.n > $1 THEN DELETE WHEN NOT MATCHED BY SOURCE THEN DO NOTHING RETURNING merge_action(), b.*;

-- name: Subquery1 :many
-- params: qty integer
SELECT id FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.a_id = a.id AND b.qty > $1);

-- name: Subquery2 :many
SELECT id, (SELECT b.name FROM b WHERE b.a_id = a.id ORDER BY b.id LIMIT 1) FROM a;

-- name: Subquery3 :many
SELECT id, (SELECT b FROM b LIMIT 1), (SELECT ROW (1, 2)) FROM a;

-- name: Subquery4 :many
-- params: total bigint
SELECT a.id, s.total FROM a JOIN (SELECT a_id, sum(qty) AS total FROM b GROUP BY a_id) s ON s.a_id = a.id WHERE s.total > $1;

-- name: SqlJson1 :many
-- params: arg_1 text
SELECT JSON_OBJECT('a': 1, 'b' VALUE $1::text), JSON_ARRAY(1, 'x'), JSON_OBJECTAGG(name: qty), JSON_ARRAYAGG(name ORDER BY id) FROM b;

-- name: SqlJson2 :many
SELECT JSON_VALUE(j, '$.a' RETURNING int), JSON_QUERY(j, '$.b'), JSON_EXISTS(j, '$.c'), j IS JSON OBJECT FROM a;

-- name: SqlJson3 :many
SELECT jt.* FROM a, JSON_TABLE(a.j, '$[*]' COLUMNS (id int PATH '$.id', name text, o FOR ORDINALITY)) jt;

-- name: SqlJson4 :many
SELECT XMLSERIALIZE(CONTENT data::text::xml AS text) FROM app.c;

-- name: Odd1 :many
-- params: arg_1 real
SELECT id FROM a TABLESAMPLE BERNOULLI ($1);

-- name: Odd2 :many
SELECT GROUPING(name), name, sum(n) FROM a GROUP BY ROLLUP (name);

-- name: Odd3 :many
-- params: arg_1 text
SELECT current_setting('app.user', true), set_config('a', $1, false);

-- name: Odd4 :many
-- params: arg_1 text, arg_2 text
SELECT pg_notify($1, $2);

-- name: Odd5 :many
-- params: arg_1 regclass
SELECT nextval('app.c_id_seq'), currval($1);

-- name: Expression1 :many
-- params: name text
SELECT id::text || '-' || name, name || $1, $1 || id FROM a;

-- name: Expression2 :many
-- params: arg_1 text, arg_2 text, arg_3 tsvector, arg_4 tsquery
SELECT to_char(at, $1), to_tsvector($2), $3::tsvector @@ $4::tsquery FROM a;

-- name: Expression3 :many
-- params: name text
SELECT id FROM a WHERE to_tsvector('english', name) @@ plainto_tsquery('english', $1);

-- name: Expression4 :many
-- params: arg_1 numeric, arg_2 integer, n numeric, n_2 numeric, id integer, id_2 integer, n_3 numeric
SELECT round($1, 2), round(n, $2), trunc(n), n / $3, n * $4, id / $5, id % $6, -n, n ^ $7 FROM a;

-- name: Expression5 :many
-- params: count bigint, count_2 numeric
SELECT max(at) - min(at), avg(n), sum(id), sum(id::bigint), avg(id), sum(n) / count(*), count(*) / $1, 100.0 * count(*) / $2 FROM a;

-- name: Expression6 :many
-- params: arg_1 text, arg_2 text, arg_3 text, arg_4 text, arg_5 text, arg_6 text
SELECT overlay(name PLACING $1 FROM 2), substring(name FROM $2), substring(name FROM $3 FOR $4), position($5 IN name), trim($6 FROM name) FROM a;

-- name: Expression7 :many
-- params: arg_1 text
SELECT at AT TIME ZONE $1, timezone($1, at), at::timestamp AT TIME ZONE 'UTC', extract(epoch FROM at)::bigint FROM a;

-- name: Expression8 :many
-- params: n numeric
SELECT bool_or(n > $1), every(n IS NULL), bit_or(id), array_agg(a), array_agg(a.home), max(m) FROM a;

-- name: Expression9 :many
-- params: arg_1 integer, arg_2 integer, arg_3 integer, arg_4 text
SELECT a.tags[1], a.tags[$1], a.tags[$2:$3], (a.j)['k'], a.j['k'][$4] FROM a;

-- name: Condition1 :many
-- params: id integer?=
SELECT id FROM a WHERE $1::int IS NULL OR id = $1;

-- name: Condition2 :many
-- params: id integer?, name text?, name_2 text
SELECT id FROM a WHERE id = coalesce($1, id) AND name = coalesce($2, name) AND ($3 = '' OR name = $3);

-- name: Condition3 :many
-- params: arg_1 boolean, n numeric
SELECT id FROM a WHERE (CASE WHEN $1::bool THEN n > $2 ELSE true END);

-- name: Condition4 :many
-- params: n numeric[]
SELECT id FROM a WHERE n > ALL (SELECT qty FROM b) AND n <> ALL ($1);

-- name: Condition5 :many
-- params: name text, name_2 text, id integer
SELECT id FROM a WHERE name IN ($1, 'x', $2) AND id NOT IN (1, $3);

-- name: Condition6 :many
-- params: tags text[], tags_2 text, tags_3 integer
SELECT id FROM a WHERE tags = '{}' OR tags = $1 OR tags[1] = $2 OR array_length(tags, 1) > $3;

-- name: Condition7 :many
-- params: n_from numeric, n_to numeric, n_to_2 numeric
SELECT id FROM a WHERE n BETWEEN SYMMETRIC $1 AND $2 OR NOT n BETWEEN 1 AND $3;

-- name: Condition8 :many
-- params: n numeric
SELECT a.id FROM a WHERE a.n > (SELECT avg(qty) FROM b WHERE b.a_id = a.id) + $1;

-- name: Calculated1 :many
-- params: arg_1 double precision, arg_2 double precision, arg_3 interval, arg_4 text
SELECT interval '1 day' * $1, $2 * interval '1 hour', $3::interval / 2, interval '1' || $4;

-- name: Calculated2 :many
-- params: arg_1 text, arg_2 bytea, arg_3 text, arg_4 bytea, random double precision
SELECT gen_random_uuid(), md5($1), encode($2, 'hex'), decode($3, 'base64'), sha256($4), random() < $5;

-- name: Calculated3 :many
-- params: arg_1 date, arg_2 date
SELECT generate_series($1::date, $2::date, '1 day')::date;

-- name: Calculated4 :many
-- params: arg_1 integer, arg_2 bigint
SELECT generate_series($1, 10), generate_series(1, $2::bigint);

-- name: Calculated5 :many
-- params: i integer, arg_2 integer
SELECT s.i, $1::int + s.i FROM generate_series(0, $2) AS s (i);

-- name: Calculated6 :many
-- params: arg_1 text, arg_2 text
SELECT x FROM unnest(ARRAY[$1, $2]) AS x;

-- name: Calculated7 :many
-- params: pattern text, replacement text, name text, pattern_2 text
SELECT regexp_replace(name, $1, $2, 'g'), name ~ $3, regexp_match(name, $4), (regexp_match(name, 'x'))[1] FROM a;

-- name: Calculated8 :many
-- params: arg_1 text, arg_2 text, arg_3 text
SELECT format('%s %s', $1::text, name), concat(name, $2::text), concat_ws(',', $3::text, name) FROM a;

-- name: Calculated9 :many
-- params: arg_1 mood, arg_2 addr, arg_3 addr, arg_4 posint, arg_5 text[], arg_6 mood
SELECT CAST($1 AS mood), $2::addr, ($3::addr).zip, $4::posint, $5::text[], $6::public.mood;

-- name: Calculated10 :many
-- params: arg_1 numeric, arg_2 timestamp with time zone, name text, arg_4 text, id integer
SELECT greatest(n, $1), least(at, $2), nullif(name, $3), nullif($4, 'x'), nullif(id, $5) FROM a;

-- name: With12 :many
WITH RECURSIVE t AS (SELECT id, name::varchar FROM a UNION ALL SELECT t.id + 1, t.name FROM t WHERE t.id < 5) SELECT * FROM t;

-- name: With13 :many
-- params: arg_1 integer, n integer
WITH RECURSIVE t (n) AS (SELECT $1::int UNION ALL SELECT n * 2 FROM t WHERE n < $2), u AS (SELECT max(n) AS m FROM t) SELECT t.*, u.* FROM t, u;

-- name: With14 :many
-- params: r bigint
WITH t AS (SELECT id, rank() OVER (ORDER BY n DESC) AS r FROM a) DELETE FROM a USING t WHERE t.id = a.id AND t.r > $1 RETURNING a.*, t.r;

-- name: With15 :many
-- params: at timestamp with time zone, qty integer
WITH moved AS (DELETE FROM a WHERE at < $1 RETURNING id, name) INSERT INTO b (id, name, a_id, qty) SELECT id, name::varchar(20), id, $2 FROM moved ON CONFLICT DO NOTHING RETURNING *;

-- name: With16 :many
-- params: id integer
WITH x AS (UPDATE a SET n = 1 WHERE id = $1 RETURNING old.n AS before, new.n AS after) SELECT after - before AS diff FROM x;

-- name: With17 :many
-- params: qty integer
WITH x AS (MERGE INTO b USING a ON a.id = b.a_id WHEN MATCHED THEN UPDATE SET qty = $1 RETURNING merge_action() AS act, b.id) SELECT act, count(*) FROM x GROUP BY act;

-- name: Selected1 :many
SELECT count(*) FROM (SELECT DISTINCT name FROM a) s;

-- name: Selected2 :many
SELECT count(DISTINCT (name, n)), count(DISTINCT name), sum(DISTINCT n) FROM a;

-- name: Selected3 :many
SELECT a.id, (SELECT array_agg(b.name ORDER BY b.id) FROM b WHERE b.a_id = a.id) AS names FROM a;

-- name: Selected4 :many
SELECT a.id, coalesce((SELECT json_agg(x) FROM (SELECT b.id, b.qty FROM b WHERE b.a_id = a.id) x), $$[]$$::json) AS bs FROM a;

-- name: Selected5 :many
SELECT json_build_object($$a$$, a.id, $$bs$$, (SELECT coalesce(jsonb_agg(to_jsonb(b)), $$[]$$) FROM b WHERE b.a_id = a.id)) FROM a;

-- name: Joined16 :many
SELECT a.name, b.*, row_number() OVER (PARTITION BY a.id ORDER BY b.qty DESC) FROM a JOIN b ON b.a_id = a.id;

-- name: Selected6 :many
-- params: rn bigint
SELECT * FROM (SELECT b.*, row_number() OVER (PARTITION BY a_id ORDER BY qty DESC) AS rn FROM b) t WHERE rn <= $1;

-- name: Grouped9 :many
SELECT a_id, array_agg(ROW (id, qty)) FROM b GROUP BY a_id;

-- name: Grouped10 :many
SELECT a_id, (array_agg(name ORDER BY qty DESC))[1] AS best, (array_agg(qty))[1:2], max(qty) FILTER (WHERE qty < 5) FROM b GROUP BY a_id;

-- name: Grouped11 :many
-- params: name text, name_2 text, qty_from integer, qty_to integer
SELECT a_id, sum(qty) FILTER (WHERE name = $1) AS x, sum(CASE WHEN name = $2 THEN qty END) AS y, count(*) FILTER (WHERE qty BETWEEN $3 AND $4) FROM b GROUP BY a_id;

-- name: Grouped12 :many
SELECT b.a_id % 2 = 0 AS even, sum(qty) FROM b GROUP BY b.a_id % 2 = 0;

-- name: Grouped13 :many
SELECT to_char(at, $$YYYY-MM$$) AS month, sum(n)::numeric(10,2), round(avg(n), 2), round(avg(id)::numeric, 1) FROM a GROUP BY to_char(at, $$YYYY-MM$$);

-- name: Selected7 :many
SELECT name, n, n / sum(n) OVER () * 100 AS pct, sum(n) OVER (ORDER BY at) AS running, avg(n) OVER (ORDER BY at ROWS 6 PRECEDING)::float8 FROM a;

-- name: Filter28 :many
SELECT a.name FROM a WHERE a.id NOT IN (SELECT a_id FROM b WHERE a_id IS NOT NULL) AND NOT EXISTS (SELECT FROM b WHERE b.a_id = a.id);

-- name: Selected8 :many
SELECT a.* FROM a TABLESAMPLE SYSTEM (50) REPEATABLE (1);

-- name: Filter29 :many
-- params: name text
SELECT * FROM a WHERE name IS NOT NULL AND NULLIF(name, $1) IS NULL;

-- name: Filter30 :many
-- params: name text, n numeric
SELECT * FROM a WHERE (name = $1) IS TRUE AND (n > $2) IS NOT FALSE;

-- name: Filter31 :many
-- params: name text, name_2 text, n numeric, n_2 integer
SELECT * FROM a WHERE name || $1 = $2 AND n * $3 > 10 AND n > $4 * 2;

-- name: Filter32 :many
-- params: arg_1 integer, arg_2 double precision
SELECT * FROM a WHERE at > CURRENT_DATE - $1::int AND at < CURRENT_DATE + INTERVAL $$1 day$$ * $2;

-- name: Filter33 :many
-- params: at timestamp with time zone, at_2 timestamp with time zone, id integer, id_2 integer
SELECT * FROM a WHERE at <@ tstzrange($1, $2) AND int4range($3, $4) @> id;

-- name: Filter34 :many
-- params: arg_1 timestamp with time zone, arg_2 timestamp with time zone
SELECT * FROM a WHERE (at, at + interval $$1h$$) OVERLAPS ($1, $2);

-- name: Filter35 :many
-- params: name text, arg_2 integer
SELECT * FROM a WHERE id = (SELECT max(id) FROM a WHERE name = $1) OR id = (SELECT $2::int);

-- name: Filter36 :many
-- params: j jsonpath, j_2 jsonpath, path jsonpath, vars jsonb
SELECT * FROM a WHERE j @? $1::jsonpath AND j @@ $2 AND jsonb_path_exists(j, $3, $4);

-- name: Filter37 :many
-- params: arg_1 text, arg_2 text, j text, arg_4 text[], j_2 integer
SELECT * FROM a WHERE j -> $1 ->> $2 = $3 AND j #> $4 IS NOT NULL AND (j -> $$a$$)::int = $5;

-- name: Filter38 :many
-- params: j integer, j_2 text[], j_3 text[]
SELECT * FROM a WHERE jsonb_array_length(j -> $$x$$) > $1 AND j ?| $2 AND j ?& $3::text[];

-- name: Filter39 :many
-- params: j text[], j_2 date
SELECT * FROM a WHERE j ->> $$x$$ = ANY ($1) AND (j ->> $$d$$)::date >= $2;

-- name: Selected9 :many
SELECT id, CASE WHEN n > 10 THEN $$big$$ WHEN n > 5 THEN $$mid$$ ELSE $$small$$ END::text AS size FROM a;

-- name: Selected10 :many
SELECT id, CASE WHEN n > 10 THEN 1 WHEN n > 5 THEN 2.5 ELSE NULL END, CASE m WHEN $$ok$$ THEN m END, CASE WHEN n IS NULL THEN $$none$$ ELSE n::text END FROM a;

-- name: Selected11 :many
-- params: arg_1 numeric
SELECT id, n::text, (n)::int, n::int::text, id::numeric(5,1), name::char(3), at::text, at::date::text, tags::text, m::text, j::text, home::text, $1::numeric(10,2) FROM a;

-- name: Given11 :many
-- params: arg_1 character varying, arg_2 numeric, arg_3 timestamp without time zone, arg_4 bit, arg_5 character, arg_6 interval, arg_7 time with time zone
SELECT $1::varchar(10), $2::numeric(5,2), $3::timestamp(3), $4::bit(4), $5::char, $6::interval day, $7::time(0) with time zone;

-- name: Given12 :many
-- params: arg_1 integer, arg_2 numeric, arg_3 integer, arg_4 boolean, arg_5 integer, arg_6 double precision
SELECT -$1::int, +$2::numeric, ~$3::int, NOT $4::bool, @ $5::int, |/ $6;

-- name: Given13 :many
-- params: arg_1 integer, arg_2 integer, arg_3 integer, arg_4 integer, arg_5 numeric, arg_6 integer, arg_7 double precision, arg_8 integer, arg_9 text
SELECT $1 + $2::int, $3::int + $4, $5 * 2.0, $6 / 2, 2 ^ $7, $8 % 3, $9 || $$x$$;

-- name: Given14 :many
-- params: arg_1 integer[], arg_2 integer[], arg_3 integer[], arg_4 integer[], arg_5 integer, arg_6 integer[]
SELECT $1::int[] || 4, ARRAY[1,2] || $2, $3 || ARRAY[1], array_cat($4, ARRAY[1]), $5 = ANY (ARRAY[1,2]), 3 = ANY ($6);

-- name: Given15 :many
-- params: arg_1 jsonb, arg_2 jsonb, arg_3 jsonb, arg_4 json, arg_5 integer, arg_6 text, arg_7 jsonb, arg_8 jsonb
SELECT $1::jsonb -> $$a$$, $2::jsonb || $3, $4::json ->> 0, jsonb_build_array($5::int), to_jsonb($6::text), $7::jsonb @> $8;

-- name: Given16 :many
-- params: arg_1 double precision, arg_2 double precision, arg_3 inet, arg_4 inet, arg_5 cidr, arg_6 inet, arg_7 macaddr
SELECT point($1, $2) <-> point $$(0,0)$$, $3::inet << $4, $5::cidr, host($6), $7::macaddr;

-- name: Given17 :many
-- params: arg_1 text, arg_2 text, arg_3 text, arg_4 integer, arg_5 text, arg_6 text, arg_7 text, arg_8 text, arg_9 text, arg_10 text, arg_11 text, arg_12 text, arg_13 text
SELECT upper($1), length($2), substr($3, $4), $5 LIKE $6, $7 ~ $8, position($9 IN $10), replace($11, $12, $13);

-- name: Selected12 :many
-- params: arg_1 integer, arg_2 text, a integer, b text
SELECT x.a, x.b FROM (SELECT $1::int AS a, $2::text AS b) x WHERE x.a > $3 AND x.b = $4;

-- name: Joined17 :many
-- params: qty integer, name text, name_2 text
SELECT * FROM a JOIN b ON b.a_id = a.id AND b.qty = $1 LEFT JOIN app.c ON c.id = b.id AND c.name = $2 WHERE a.name = $3;

-- name: Joined18 :many
-- params: name text
SELECT * FROM a LEFT JOIN b ON b.a_id = a.id AND b.name = $1 WHERE b.id IS NULL;

-- name: Joined19 :many
SELECT a.id, b.id, c.id FROM a FULL JOIN b ON b.a_id = a.id RIGHT JOIN app.c ON c.id = b.id;

-- name: Joined20 :many
-- params: qty integer, limit bigint
SELECT a.id AS aid, c.* FROM a CROSS JOIN LATERAL (SELECT b.name, b.qty * $1 AS q FROM b WHERE b.a_id = a.id LIMIT $2) c;

-- name: Grouped14 :many
-- params: count bigint
SELECT 1 AS x FROM a GROUP BY () HAVING count(*) > $1;

-- name: KeyOfAllSets1 :many
SELECT id, name FROM a GROUP BY GROUPING SETS ((id), (id, m));

-- name: KeyOfAllSets2 :many
SELECT name, m FROM a GROUP BY id, GROUPING SETS ((m), ());

-- name: KeyOfAllSets3 :many
SELECT name FROM a GROUP BY ROLLUP (id), id;

-- name: Grouped15 :many
SELECT name, m, grouping(name, m), count(*) FROM a GROUP BY GROUPING SETS ((name, m), (name), ()) ORDER BY 1;

-- name: Grouped16 :many
SELECT name, count(*) AS c FROM a GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 5;

-- name: Selected13 :many
SELECT DISTINCT ON (b.a_id) b.a_id, b.name AS latest FROM b ORDER BY b.a_id, b.id DESC;

-- name: Selected14 :many
SELECT DISTINCT a.name, count(*) OVER () AS total FROM a ORDER BY total, a.name;

-- name: Selected15 :many
-- params: n numeric
SELECT name FROM a ORDER BY lower(name), n + $1;

-- name: Selected16 :many
SELECT name AS n FROM a ORDER BY n;

-- name: Filter40 :many
-- params: arg_1 integer
SELECT id FROM a WHERE id IN (VALUES (1), ($1), (3));

-- name: Filter41 :many
-- params: arg_1 text, arg_2 integer
SELECT id FROM a WHERE (id, name) IN (VALUES (1, $1), ($2, $$x$$));

-- name: Filter42 :many
-- params: arg_1 integer
SELECT id FROM a WHERE id = ALL (VALUES (1), ($1));

-- name: Selected17 :many
-- params: arg_1 integer, arg_2 text, arg_3 integer, arg_4 text
SELECT v.* FROM (VALUES ($1::int, $2::text), ($3, $4)) v (id, name);

-- name: Joined21 :many
-- params: arg_1 bigint[]
SELECT t.id, t.ord FROM unnest($1::bigint[]) WITH ORDINALITY AS t (id, ord) JOIN a USING (id) ORDER BY t.ord;

-- name: Grouped17 :many
-- params: arg_1 timestamp with time zone, arg_2 timestamp with time zone
SELECT d::date AS day, coalesce(x.c, 0) AS c FROM generate_series($1::timestamptz, $2, interval $$1 day$$) d LEFT JOIN (SELECT at::date AS dd, count(*) AS c FROM a GROUP BY 1) x ON x.dd = d::date;

-- name: Selected18 :many
SELECT generate_subscripts(tags, 1) AS i, tags[generate_subscripts(tags, 1)] FROM a;

-- name: Selected19 :many
-- params: v jsonb
SELECT k, v FROM a, jsonb_each(a.j) AS kv (k, v) WHERE v @> $1;

-- name: Joined22 :many
SELECT a.id, kv.key, kv.value::int FROM a CROSS JOIN jsonb_each_text(a.j) kv;

-- name: Selected20 :many
-- params: m mood
SELECT count(*) FILTER (WHERE m = $1)::float / nullif(count(*), 0) AS ratio FROM a;

-- name: Given18 :many
-- params: arg_1 bigint, arg_2 integer, arg_3 integer
SELECT pg_advisory_xact_lock($1), pg_advisory_lock($2, $3);

-- name: Given19 :many
-- params: arg_1 text, arg_2 regclass, arg_3 text
SELECT txid_current(), current_setting($1), pg_table_size($2::regclass), to_regclass($3);

-- name: Insert13 :many
-- params: id integer, name text, tags text[], at timestamp with time zone, n numeric
INSERT INTO a AS x (id, name, tags, at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) WHERE id > 0 DO UPDATE SET name = CASE WHEN x.n > $5 THEN EXCLUDED.name ELSE x.name END RETURNING x.id, x.name, old.name AS was;

-- name: Insert14 :many
-- params: a_id integer, qty integer?, arg_3 jsonb
INSERT INTO b (id, name, a_id, qty) SELECT t.id, t.name, $1, coalesce(t.qty, $2) FROM jsonb_to_recordset($3) AS t (id int, name text, qty int) RETURNING id;

-- name: Insert15 :exec
-- params: arg_1 jsonb
INSERT INTO b (id, name, a_id, qty) SELECT * FROM jsonb_populate_recordset(NULL::b, $1);

-- name: Insert16 :many
-- params: name character varying?, name_2 text, qty integer
INSERT INTO b (id, name, a_id, qty) VALUES (DEFAULT, $1, (SELECT id FROM a WHERE name = $2), $3::int * 2) RETURNING (SELECT name FROM a WHERE a.id = a_id) AS a_name;

-- name: Insert17 :many
-- params: id integer, qty integer, name text
INSERT INTO b (id, a_id, qty) SELECT $1, a.id, $2 FROM a WHERE a.name = $3 AND NOT EXISTS (SELECT 1 FROM b WHERE b.id = $1) RETURNING *;

-- name: Insert18 :exec
-- params: id integer, a_id integer, qty integer?, name text?, id_2 integer, a_id_2 integer, qty_2 integer, name_2 text?
INSERT INTO b (id, a_id, qty, name) VALUES ($1, $2, coalesce($3, 1), nullif($4, $$$$)), ($5, $6, $7, upper($8));

-- name: Update11 :many
-- params: qty integer, name text?, id integer
UPDATE b SET qty = greatest(qty - $1, 0), name = trim(both from $2) WHERE id = $3 AND qty >= $1 RETURNING qty, new.qty - old.qty;

-- name: Update12 :exec
-- params: at timestamp with time zone, name text, id integer[]
UPDATE b SET qty = (SELECT sum(n)::int FROM a WHERE a.id = b.a_id AND a.at > $1), name = name || $2 WHERE id = ANY ($3);

-- name: Update13 :exec
-- params: qty integer, name character varying?, name_2 text
UPDATE b SET (qty, name) = (b.qty + $1, coalesce($2, b.name)) FROM a WHERE a.id = b.a_id AND a.name = $3;

-- name: Update14 :exec
-- params: j text, at timestamp with time zone, n integer?, id integer
UPDATE a SET j = jsonb_build_object($$a$$, $1::text) || j, at = date_trunc($$day$$, $2::timestamptz), n = $3::int WHERE id = $4;

-- name: Update15 :exec
-- params: j jsonb, zip integer, id integer
UPDATE a SET j[$$k$$] = $1, home.zip = (home).zip + $2 WHERE id = $3;

-- name: Update16 :exec
-- params: m mood?
UPDATE a SET name = DEFAULT, n = NULL, m = $1 WHERE CURRENT OF cur;

-- name: Delete4 :many
-- params: id integer, a_id integer, id_2 integer, a_id_2 integer
DELETE FROM b WHERE (id, a_id) IN (($1, $2), ($3, $4)) RETURNING *;

-- name: Delete5 :many
-- params: qty integer
DELETE FROM b WHERE qty < $1 RETURNING old.id, old.*;

-- name: Command1 :many
TABLE a;

-- name: Command2 :many
-- params: limit bigint
TABLE app.c ORDER BY id LIMIT $1;

-- name: Selected21 :many
SELECT JSON_QUERY(j, $$$.a$$ RETURNING text[]), JSON_VALUE(j, $$$.b$$ DEFAULT 0 ON EMPTY), JSON_OBJECT($$k$$: n RETURNING jsonb), JSON_SCALAR(1), JSON($$1$$), JSON_SERIALIZE(j) FROM a;

-- name: Selected22 :many
SELECT JSON_ARRAY(SELECT id FROM b), JSON_ARRAYAGG(n RETURNING jsonb), JSON_OBJECTAGG(id: name ABSENT ON NULL) FROM a;

-- name: Selected23 :many
SELECT a."name", "a"."id", A.Id FROM A;

-- name: Selected24 :many
SELECT U&"n\0061me", N, ID FROM a;

-- name: Selected25 :many
SELECT name "label", n value, id AS "Id" FROM a;

-- name: Selected26 :many
SELECT b.qty::text::int::bigint::numeric::float8::real FROM b;

-- name: Given20 :many
-- params: arg_1 text, arg_2 text, arg_3 mood, arg_4 text
SELECT ($1::text)::int, CAST(CAST($2 AS text) AS date), ($3)::mood, (($4));

-- name: Filter43 :many
-- params: m mood?=, id integer[]?=
SELECT id FROM a WHERE ($1::mood IS NULL OR m = $1::mood) AND ($2::int[] IS NULL OR id = ANY ($2::int[]));

-- name: Filter44 :many
-- params: name text?=, n numeric?=
SELECT id FROM a WHERE (name = $1 OR $1 IS NULL) AND (n >= $2 OR $2 IS NULL);

-- name: Filter45 :many
-- params: name text?
SELECT id FROM a WHERE CASE WHEN $1::text IS NOT NULL THEN name = $1 ELSE true END;

-- name: Filter46 :many
-- params: name text?, n integer?
SELECT id FROM a WHERE name = coalesce(nullif($1, $$$$), name) AND n > coalesce($2, 0);

-- name: Limit10 :many
-- params: arg_1 boolean, offset bigint, limit bigint
SELECT id FROM a ORDER BY CASE WHEN $1 THEN name END ASC, CASE WHEN NOT $1 THEN name END DESC OFFSET $2 LIMIT $3;

-- name: Filter47 :many
-- params: id integer, limit integer?
SELECT id FROM a WHERE id > $1 ORDER BY id LIMIT coalesce($2, 100);

-- name: Limit11 :many
-- params: limit integer, offset integer
SELECT id FROM a LIMIT least($1, 100) OFFSET greatest($2, 0);

-- name: Limit12 :many
-- params: limit integer, offset integer
SELECT id FROM a LIMIT $1::bigint OFFSET ($2 - 1) * $1;
