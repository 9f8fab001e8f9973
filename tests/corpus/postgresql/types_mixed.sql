-- Types of extensions, domains, composites and ranges through every kind of expression.
CREATE EXTENSION citext;
CREATE EXTENSION vector;
CREATE EXTENSION hstore;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE addr AS (street text, zip varchar(10));
CREATE DOMAIN email AS citext CHECK (VALUE ~ '@');
CREATE DOMAIN addrs AS addr[];
CREATE DOMAIN pos AS integer CHECK (VALUE > 0);
CREATE TYPE timerange AS RANGE (subtype = time);
CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL, email email NOT NULL, feeling mood, homes addr[], more addrs, home addr, tags text[], doc jsonb, at timestamptz, emb vector(3), open timerange, n pos, ms mood[], h hstore, amount numeric(10,2));
CREATE VIEW v AS SELECT id, email, homes[1] AS first_home, open FROM users;

-- name: CitextDomain :many
SELECT email, lower(email), email = $1, email || 'x', email LIKE 'a%', coalesce(email, 'x'), upper(email), length(email), max(email) OVER () FROM users;

-- name: Composites :many
SELECT homes[1], (homes[1]).street, more[1], (more[1]).zip, (home).zip, home.* FROM users, unnest(homes) AS home;

-- name: UnnestComposite :many
SELECT x.street, x.zip, x FROM users, unnest(homes) x;

-- name: UnnestInList :many
SELECT unnest(homes), (unnest(homes)).street, unnest(more) FROM users;

-- name: OwnRange :many
SELECT lower(open), open @> $1, open && $2, range_agg(open) OVER (), timerange('10:00', '11:00'), open * $3 FROM users;

-- name: DomainOperators :many
SELECT n + 1, n + $1, n = ANY($2), abs(n), sum(n) OVER (), -n, n::text, n BETWEEN 1 AND $3, greatest(n, 5), coalesce(n, 0), nullif(n, 0), array_agg(n) OVER () FROM users;

-- name: EnumArrays :many
SELECT ms[1], ms @> ARRAY[$1::mood], ms || 'ok'::mood, array_append(ms, $2), 'ok' = ANY(ms), unnest(ms), array_position(ms, 'ok'), ms = '{ok}', cardinality(ms) FROM users;

-- name: ViewOfTypes :many
SELECT * FROM v WHERE email = $1 AND open @> '10:00'::time;

-- name: FieldOfAView :many
SELECT (first_home).street FROM v;

-- name: InsertEveryType :exec
INSERT INTO users (id, name, email, feeling, homes, home, tags, doc, at, emb, open, n, h) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- name: InsertFields :exec
INSERT INTO users (id, name, email, homes[1].street, home.zip) VALUES (1, 'a', 'b', $1, $2);

-- name: UpdateFields :exec
UPDATE users SET home.street = $1, homes[2].zip = $2, tags[1] = $3, doc['a'] = $4, h['x'] = $5, email = $6 || '@x' WHERE id = $7;

-- name: UpdateMany :exec
UPDATE users SET (name, feeling) = ($1, 'ok'), tags = tags || $2, emb = $3, amount = amount * $4, at = $5, doc = doc || $6, n = $7 + 1;

-- name: NearestVectors :many
SELECT name FROM users ORDER BY emb <-> $1 LIMIT $2;

-- name: VectorDistance :many
SELECT emb <=> $1::vector AS d, 1 - (emb <=> $2) AS s FROM users WHERE emb <-> $3 < 0.5;

-- name: OrderedSetsOverTypes :many
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY amount), percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY amount), mode() WITHIN GROUP (ORDER BY feeling) FROM users;

-- name: AggregatesOverTypes :many
SELECT string_agg(email, ','), array_agg(email), json_agg(email), min(email), count(DISTINCT email), array_agg(DISTINCT feeling ORDER BY feeling), jsonb_object_agg(name, home), sum(amount) FILTER (WHERE n > 1), avg(n), bool_or(feeling = 'ok') FROM users;

-- name: CaseOverTypes :many
SELECT CASE feeling WHEN 'ok' THEN 1 ELSE 2.5 END, CASE WHEN n > 1 THEN email ELSE name END, CASE WHEN true THEN home END, CASE WHEN n = 1 THEN NULL ELSE tags END FROM users;

-- name: UnionOfDomains :many
SELECT email FROM users UNION SELECT name FROM users ORDER BY 1;

-- name: UnionOfNumbers :many
SELECT n FROM users UNION ALL SELECT 1.5 UNION ALL SELECT NULL;

-- name: UnionOfRows :many
SELECT home FROM users UNION ALL SELECT ROW('a', 'b')::addr;

-- name: ArraysOverTypes :many
SELECT ARRAY(SELECT home FROM users), ARRAY(SELECT n FROM users), ARRAY[home], ARRAY[ROW(1, 2)], ARRAY[email, name], ARRAY[[1, 2], [3, 4]] || ARRAY[5, 6] FROM users;

-- name: RecordOfTypes :many
SELECT * FROM json_to_record('{}') AS x(a addr, b mood[], c email, d timerange);

-- name: PopulateRecordset :many
SELECT * FROM jsonb_populate_recordset(NULL::addr, $1);

-- name: TextToRows :many
SELECT * FROM jsonb_path_query($1, '$.a') AS p, regexp_matches($2, 'x') AS m, string_to_table($3, ',') AS s;

-- name: AclExplode :many
SELECT a.* FROM aclexplode(acldefault('r', 10)) a;

-- name: ErrorInfo :many
SELECT * FROM pg_input_error_info('x', 'integer'), pg_options_to_table(ARRAY['a=b']);

-- name: TextSearchRows :many
SELECT * FROM ts_debug('english', 'x'), ts_parse('default', 'x'), ts_stat('SELECT 1'), ts_token_type('default');

-- name: WindowsOverTypes :many
SELECT w.*, row_number() OVER w2, ntile($1) OVER w2, sum(n) OVER w2, lag(email) OVER w2, lead(n, 2, 0) OVER w2, first_value(home) OVER w2, percent_rank() OVER w2 FROM users w WINDOW w2 AS (PARTITION BY feeling ORDER BY at);

-- name: RollupOfEnum :many
SELECT grouping(feeling), feeling, count(*), count(*) FILTER (WHERE n > $1) FROM users GROUP BY ROLLUP (feeling);

-- name: HstoreSets :many
SELECT h -> 'a', h ? $1, h || hstore($2, $3), (each(h)).key, (each(h)).*, h::jsonb, h @> $4 FROM users;

-- name: HstoreKeysGrouped :many
SELECT key, count(*) FROM users, skeys(h) AS key GROUP BY key;

-- name: WhereOverTypes :many
SELECT id FROM users WHERE (name, email) = ($1, $2) OR (id, n) IN (SELECT 1, 2) OR feeling = ANY($3::mood[]) OR home = ROW($4, $5)::addr OR home = $6 OR tags && $7 OR name ~* $8 OR (at, at) OVERLAPS ($9, interval '1 day');

-- name: TimesWithParameters :many
SELECT extract(dow FROM at), at::time, at + $1 * interval '1 day', at > now() - $2::interval, date_bin($3, at, $4), age($5, at), to_timestamp($6), timezone($7, at), make_timestamptz($8, 1, 1, 1, 1, 1) FROM users;

-- name: DocumentsWithParameters :many
SELECT doc #>> '{a,b}', doc -> 'a' ->> 0, (doc ->> 'n')::int, doc @> $1, jsonb_set(doc, '{a}', to_jsonb($2::text)), jsonb_build_object('a', $3::int, 'b', home), doc - ARRAY['a'], jsonb_path_query_array(doc, $4), doc @? $5, jsonb_typeof(doc -> 'x'), jsonb_array_length(doc), row_to_json(home), to_json(ms), jsonb_strip_nulls(doc), json_object(tags) FROM users;

-- name: StringsWithParameters :many
SELECT format('%s', name), concat_ws('-', name, n, at), repeat(name, $1), lpad(name, $2, $3), md5(name), encode(sha256(name::bytea), 'hex'), quote_literal($4), to_char(amount, 'FM999'), regexp_replace(name, $5, $6, 'g'), split_part(name, ' ', 1), starts_with(name, $7), name ^@ $8, reverse(name), initcap(name), ascii(name), chr($9), strpos(name, $10), name COLLATE "C" < 'a' FROM users;

-- name: NumbersOverDomains :many
SELECT width_bucket(amount, 0, 100, 5), round(amount, $1), round(amount), trunc(amount::float8), power(n, 2), power(amount, 2), n / 2, n / 2.0, amount / n, n % 2, @ n, |/ amount::float8, n << 1, n & 1, random(1, 10), sign(amount), ceil(n), log(10, amount), mod(amount, 2), gcd(n, 4), factorial(5), n ^ 2, amount ^ 2, amount ^ 0.5 FROM users;

-- name: Constants :one
SELECT inet '10.0.0.1' + 1, '10.0.0.0/8'::cidr >> '10.0.0.1', macaddr8_set7bit('08:00:2b:01:02:03:04:05'), '1 day'::interval * 2, '(1,2)'::point <-> '(3,4)', B'101' | B'011', x'ff'::int, '\xde'::bytea || '\xad', 1::oid::regclass, '{1,2}'::int[] @> '{1}', '[1,2]'::int4range + '[2,3]', money '1' * 2, '2020-01-01'::date - 1, DATE '2020-01-01' + TIME '10:00', TIME '10:00' - TIME '9:00', current_date - interval '1 day', localtime, current_timestamp(3), 1e5, 1_000, 0x1F, 'a';
