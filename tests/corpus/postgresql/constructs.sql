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
-- params: arg_1 bigint, arg_2 bigint
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
