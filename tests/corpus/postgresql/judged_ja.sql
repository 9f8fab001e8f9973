-- Queries as strangers write them: many functions and operators of every family at once.
CREATE EXTENSION citext; CREATE EXTENSION hstore; CREATE EXTENSION ltree; CREATE EXTENSION pg_trgm; CREATE EXTENSION vector;
CREATE EXTENSION fuzzystrmatch; CREATE EXTENSION unaccent; CREATE EXTENSION intarray; CREATE EXTENSION cube; CREATE EXTENSION tablefunc; CREATE EXTENSION btree_gist;
CREATE TYPE tier AS ENUM ('free','pro','enterprise');
CREATE TYPE addr AS (street text, city varchar(40), zip char(5), geo point);
CREATE DOMAIN posint AS integer CHECK (VALUE > 0);
CREATE DOMAIN mail AS citext CHECK (VALUE ~ '@');
CREATE DOMAIN notblank AS text NOT NULL CHECK (VALUE <> '');
CREATE TYPE temprange AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TABLE customer (
  customer_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email mail UNIQUE, full_name notblank, level tier NOT NULL DEFAULT 'free', home addr, former addr[],
  joined date NOT NULL DEFAULT CURRENT_DATE, last_seen timestamptz, local_seen timestamp, wake time, wake_tz timetz, span interval,
  tags text[] NOT NULL DEFAULT '{}', scores int[], matrix float8[][], prefs jsonb NOT NULL DEFAULT '{}', raw json, attrs hstore,
  ip inet, net cidr, mac macaddr, mac8 macaddr8, uid uuid NOT NULL DEFAULT gen_random_uuid(), avatar bytea, flags bit(8), vflags varbit(16),
  credit numeric(12,2) NOT NULL DEFAULT 0, balance money, ratio real, weight double precision, small smallint, big bigint, n posint,
  pt point, ln line, sg lseg, bx box, pa path, po polygon, ci circle,
  r_int int4range, r_num numrange, r_ts tstzrange, r_date daterange, mr int4multirange, r_temp temprange,
  doc tsvector, q tsquery, x xml, node ltree, emb vector(3), c cube, code char(3), short varchar(10), nm name, o oid, one "char",
  full_lower text GENERATED ALWAYS AS (lower(full_name::text)) STORED);
CREATE TABLE product (sku text PRIMARY KEY, title text NOT NULL, price numeric(10,2) NOT NULL CHECK (price >= 0), cost numeric, category_id int, released date, meta jsonb, dims float4[], available boolean NOT NULL DEFAULT true, valid tstzrange NOT NULL DEFAULT '[,)');
CREATE TABLE category (id serial PRIMARY KEY, parent int REFERENCES category, name text NOT NULL, path ltree);
ALTER TABLE product ADD FOREIGN KEY (category_id) REFERENCES category;
CREATE TABLE orders (id bigserial PRIMARY KEY, customer_id int NOT NULL REFERENCES customer, placed timestamptz NOT NULL DEFAULT now(), shipped timestamptz, status text NOT NULL DEFAULT 'new' CHECK (status IN ('new','paid','shipped')), note text);
CREATE TABLE line (order_id bigint REFERENCES orders ON DELETE CASCADE, no smallint, sku text NOT NULL REFERENCES product, qty int NOT NULL, price numeric(10,2), PRIMARY KEY (order_id, no));
CREATE VIEW order_total AS SELECT o.id, o.customer_id, sum(l.qty * l.price) AS total, count(l.no) AS lines FROM orders o LEFT JOIN line l ON l.order_id = o.id GROUP BY o.id;
CREATE TABLE reading (sensor int NOT NULL, at timestamptz NOT NULL, val float8, PRIMARY KEY (sensor, at));
CREATE TABLE ev (id int PRIMARY KEY, d date NOT NULL, ts timestamptz NOT NULL, t timestamp NOT NULL, f float8 NOT NULL, nu numeric NOT NULL, i int NOT NULL, s text NOT NULL, j jsonb NOT NULL, js json NOT NULL, a int[] NOT NULL, ta text[] NOT NULL, r int4range NOT NULL, tr tstzrange NOT NULL, mr int4multirange NOT NULL, u uuid NOT NULL, b bytea NOT NULL, h hstore NOT NULL, ip inet NOT NULL, iv interval NOT NULL, tv tsvector NOT NULL, l ltree NOT NULL, pt point NOT NULL, bx box NOT NULL, sg lseg NOT NULL, ln line NOT NULL, po polygon NOT NULL, pa path NOT NULL, ci circle NOT NULL, ad addr NOT NULL, lv tier NOT NULL, mac macaddr NOT NULL, bits bit(4) NOT NULL, v vector(2) NOT NULL, cu cube NOT NULL, arr2 int[] NOT NULL, ct citext NOT NULL, bl boolean NOT NULL, q tsquery NOT NULL);

-- name: Everyday2 :many
SELECT concat(full_name, ' ', email, small), concat_ws('-', small, big, joined), format('%s %I', full_name, nm), repeat('x', n), reverse(short), split_part(email,'@',1), translate(short,'a','b'), lpad(short,10), rpad(short,10,'*'), replace(email,'@',' at '), starts_with(full_name,$1), chr(65), ascii(short), to_hex(big), to_bin(small::int), quote_literal(short), quote_nullable(small), quote_ident(nm), md5(short) FROM customer;

-- name: Everyday3 :many
SELECT regexp_replace(full_name, $1, $2, 'g'), regexp_match(full_name,'(\w+)'), regexp_matches(short, '.', 'g'), regexp_split_to_array(full_name,'\s+'), regexp_count(full_name,'a'), regexp_instr(full_name,'a'), regexp_like(full_name,'^a','i'), regexp_substr(full_name,'b') FROM customer;

-- name: Everyday5 :many
SELECT age(last_seen), age(last_seen, local_seen), date_trunc('month', joined), date_trunc('hour', span), date_trunc('day', last_seen, 'UTC'), date_bin('15 minutes', last_seen, TIMESTAMPTZ '2001-01-01'), extract(year FROM joined), extract(epoch from span), date_part('hour', wake), justify_hours(span), justify_interval(span), make_date(2020,1,$1), make_time(1,2,3.5), make_timestamp(2020,1,1,1,1,1), make_timestamptz(2020,1,1,1,1,1,'UTC'), make_interval(days => $2), isfinite(joined), to_timestamp(0), to_timestamp('2020','YYYY'), to_date('2020','YYYY') FROM customer;

-- name: Everyday6 :many
SELECT joined + 1, joined - joined, joined + wake, joined + span, joined - interval '1 day', last_seen - local_seen, last_seen + span, wake - wake, wake + span, wake_tz - span, span * 2, span / 2.0, -span, span + span, joined - 3, 2 * span, last_seen - last_seen, local_seen::date - joined, wake::interval, span::time FROM customer;

-- name: Everyday7 :many
SELECT now(), CURRENT_TIMESTAMP(2), LOCALTIMESTAMP, LOCALTIME, CURRENT_TIME, clock_timestamp(), statement_timestamp(), timeofday(), transaction_timestamp(), CURRENT_DATE + 7, 'now'::timestamp, timestamp 'epoch', date 'infinity', last_seen AT TIME ZONE 'Europe/Oslo', local_seen AT TIME ZONE $1, wake_tz AT TIME ZONE 'UTC', last_seen AT LOCAL, (joined, joined) OVERLAPS ($2, $3) FROM customer;

-- name: Everyday8 :many
SELECT abs(small), ceil(credit), ceiling(weight), floor(ratio), round(credit, 1), round(weight), trunc(credit,2), sign(credit), sqrt(credit), cbrt(weight), exp(1), ln(credit), log(credit), log(2, 64), log10(100), power(small, 2), power(credit, 2), mod(big, 3), div(credit,2), gcd(small, big), lcm(4, n), factorial(5), degrees(weight), pi(), radians(180), random(), random(1, 10), random_normal(), width_bucket(weight,0,10,5), width_bucket(small, ARRAY[1,2,3]), scale(credit), min_scale(credit), trim_scale(credit), erf(1), gamma(3) FROM customer;

-- name: Everyday11 :many
SELECT avatar || '\x01', bit_count(avatar), get_byte(avatar,0), set_byte(avatar,0,1), sha256(avatar), sha512(avatar), md5(avatar), substring(avatar from 1 for 1), position('\x01' in avatar), trim(both '\x00' from avatar), crc32(avatar), crc32c(avatar), reverse(avatar), length(avatar, 'UTF8'), avatar LIKE $1, avatar::text, avatar > $2, 258::bytea, avatar::int FROM customer WHERE false;

-- name: Everyday12 :many
SELECT scores[1], scores[2:], scores[:$1], matrix[1][2], matrix[1:1], array_length(scores,1), cardinality(scores), array_ndims(matrix), array_dims(matrix), array_lower(scores,1), array_upper(scores,1), array_append(scores, 4), array_prepend(0, scores), array_cat(scores, scores), array_remove(tags,'a'), array_replace(tags,'a','b'), array_position(tags,$2), array_positions(tags,'a'), array_fill(0, ARRAY[2]), trim_array(scores,1), array_shuffle(scores), array_sample(scores,1), array_reverse(scores), array_sort(scores), array_sort(tags, true) FROM customer;

-- name: Everyday14 :many
SELECT r_int @> 3, r_int @> r_int, 3 <@ r_int, r_num && $1, r_int << r_int, r_date -|- r_date, r_int + r_int, r_int * r_int, r_int - r_int, lower(r_ts), upper(r_date), isempty(r_num), lower_inc(r_int), upper_inf(r_ts), range_merge(r_int, r_int), range_merge(mr), multirange(r_int), mr + int4multirange(r_int), mr @> 5, int4range(1, $2), daterange(joined, NULL, '[]'), tstzrange($3, $4), lower(r_temp), r_temp @> 1.5::float8, temprange(1,2), unnest(mr), mr * mr FROM customer;

-- name: Everyday15 :many
SELECT prefs->'a', prefs->>'a', prefs->0, prefs#>'{a,b}', prefs#>>'{a,b,0}', prefs ? 'a', prefs ?| ARRAY['a'], prefs ?& $1, prefs || '{"x":1}', prefs - 'a', prefs - ARRAY['a'], prefs - 1, prefs #- '{a,b}', prefs @> $2, prefs <@ '{}', prefs @? '$.a', prefs @@ '$.a > 1', prefs['a']['b'][0], (prefs->>'n')::int, (prefs->'n')::numeric, prefs['n']::int FROM customer;

-- name: Everyday17 :many
SELECT host(ip), text(ip), masklen(net), netmask(ip), network(ip), broadcast(net), hostmask(ip), family(ip), abbrev(net), set_masklen(ip,16), inet_merge(ip,net), inet_same_family(ip,net), ip << net, ip <<= net, net >> ip, ip && net, ip + 1, ip - 1, ip - ip, ~ip, ip & ip, ip::cidr, net::inet, mac::macaddr8, trunc(mac), macaddr8_set7bit(mac8), ip::text, ip <<= $1, ip = $2 FROM customer;

-- name: Everyday18 :many
SELECT doc @@ q, doc @@ to_tsquery($1), to_tsvector(full_name), to_tsvector('english', full_name), plainto_tsquery('simple',$2), phraseto_tsquery($3), websearch_to_tsquery('english', $4), ts_rank(doc,q), ts_rank_cd(doc, q, 32), ts_headline(full_name, q), doc || doc, q && q, q || q, !!q, q <-> q, numnode(q), querytree(q), strip(doc), setweight(doc,'A'), length(doc), tsvector_to_array(doc), ts_delete(doc,'a'), ts_filter(doc,'{a,b}'), array_to_tsvector(tags), q @> q, to_tsvector(prefs), ts_rewrite(q, 'a'::tsquery, 'b'::tsquery), get_current_ts_config(), full_name @@ 'a', tsquery_phrase(q,q,2) FROM customer WHERE email IS NULL;

-- name: Everyday19 :many
SELECT pt <-> pt, pt + pt, pt * pt, bx && bx, bx # bx, bx @> pt, ci @> pt, area(bx), area(ci), center(bx), diagonal(bx), diameter(ci), height(bx), isclosed(pa), isopen(pa), length(pa), npoints(po), npoints(pa), pclose(pa), popen(pa), radius(ci), slope(pt,pt), width(bx), box(pt,pt), box(ci), circle(pt, 2), line(pt,pt), lseg(bx), path(po), point(1,2), point(ci), polygon(bx), polygon(8, ci), pt[0], bx[0], @-@ sg, @@ bx, # pa, sg ?# sg, ?- sg, ?| sg, sg ?|| sg, pt ~= pt, pt <@ po, pt << pt, pt ## sg, bound_box(bx,bx), po <-> ci, pt <-> $1 FROM customer;

-- name: Everyday20 :many
SELECT attrs->'a', attrs->ARRAY['a','b'], attrs ? 'a', attrs ?& ARRAY['a'], attrs || 'c=>3', attrs - 'a'::text, attrs - ARRAY['a'], attrs @> $1, akeys(attrs), avals(attrs), skeys(attrs), hstore_to_json(attrs), attrs::jsonb, exist(attrs,'a'), defined(attrs,'b'), delete(attrs,'a'), hstore('k',short), hstore(tags), slice(attrs,ARRAY['a']), %% attrs, %# attrs, hstore(customer), attrs['a'], hstore_to_array(attrs), (each(attrs)).key, (each(attrs)).* FROM customer;

-- name: Everyday21 :many
SELECT node @> 'A', node <@ $1, node ~ '*.B.*', node ? ARRAY['*.C']::lquery[], node @ 'A & B', nlevel(node), subpath(node,0,1), subpath(node,1), subltree(node,0,2), index(node,'B'), lca(node,'A.C'), lca(ARRAY[node]), node || 'X', node || 'X'::text, ltree2text(node), text2ltree('a.b'), node = $2, node::text FROM customer;

-- name: Everyday22 :many
SELECT emb <-> $1, emb <#> '[1,2,3]', emb <=> $2, emb <+> emb, cosine_distance(emb,emb), l2_distance(emb,emb), inner_product(emb,emb), vector_dims(emb), vector_norm(emb), l2_normalize(emb), subvector(emb,1,2), emb + emb, emb * emb, emb::float4[], binary_quantize(emb), emb::halfvec(3), ARRAY[1,2,3]::vector FROM customer ORDER BY emb <-> $1 LIMIT $3;

-- name: Everyday24 :many
SELECT show_trgm(full_name), full_name % $1, word_similarity($2, full_name), strict_word_similarity(full_name,'x'), full_name <-> $3, full_name <% 'x', full_name %> 'a', full_name <<-> 'a', show_limit(), unaccent(full_name), unaccent('unaccent', full_name), soundex(full_name), difference(full_name,$4), levenshtein(full_name,'abc'), levenshtein_less_equal(short,'abc',2), metaphone(short,4), dmetaphone(short), dmetaphone_alt(short), daitch_mokotoff(short) FROM customer;

-- name: Everyday26 :many
SELECT cube(1), cube(ARRAY[1,2]), cube(c, 3), cube_dim(c), cube_ll_coord(c,1), c <-> '(1,1)', c && c, c @> $1, c -> 1, c ~> 1, cube_union(c,c), cube_enlarge(c,1,2), cube_distance(c,c), cube_is_point(c) FROM customer;

-- name: Everyday32 :many
SELECT stddev(small), stddev_pop(weight), stddev_samp(credit), variance(ratio), var_pop(big), var_samp(small), corr(weight, ratio), covar_pop(weight,ratio), covar_samp(1,2), regr_slope(weight,ratio), regr_count(weight,ratio), regr_r2(1,2), regr_avgx(weight,ratio), bit_and(small), bit_or(flags), bit_xor(big), bool_and(small > 1), bool_or(true), every(n > 1), any_value(full_name), range_agg(r_int), range_intersect_agg(r_int), range_agg(mr), xmlagg(x) FROM customer;

-- name: Everyday33 :many
SELECT level, mode() WITHIN GROUP (ORDER BY small), percentile_cont(0.5) WITHIN GROUP (ORDER BY credit), percentile_cont(ARRAY[0.25,0.75]) WITHIN GROUP (ORDER BY weight), percentile_disc(0.5) WITHIN GROUP (ORDER BY joined), percentile_disc(ARRAY[0.1,$1]) WITHIN GROUP (ORDER BY level), percentile_cont($2::float8) WITHIN GROUP (ORDER BY span), rank(5) WITHIN GROUP (ORDER BY small), dense_rank($3) WITHIN GROUP (ORDER BY credit), percent_rank(1) WITHIN GROUP (ORDER BY n), cume_dist('x') WITHIN GROUP (ORDER BY full_name) FROM customer GROUP BY level;

-- name: Everyday34 :many
SELECT array_agg(small), array_agg(tags), array_agg(home), string_agg(full_name, ',' ORDER BY joined DESC), string_agg(DISTINCT short, ','), string_agg(avatar, '\x00'), json_agg(customer), jsonb_agg(prefs), json_object_agg(customer_id, small), jsonb_object_agg(full_name, prefs), json_agg_strict(small), jsonb_object_agg_strict(full_name, small), jsonb_object_agg_unique(customer_id, 1), json_object_agg_unique_strict(customer_id, 1), array_agg(DISTINCT level ORDER BY level), array_agg(r_int), array_agg(email) FILTER (WHERE small > $1) FROM customer;

-- name: Everyday36 :many
SELECT JSON_VALUE(prefs,'$.n' RETURNING int DEFAULT 0 ON EMPTY ERROR ON ERROR), JSON_VALUE(prefs,'$.s'), JSON_QUERY(prefs,'$.a'), JSON_QUERY(prefs,'$.a.b[*]' RETURNING text WITH CONDITIONAL WRAPPER), JSON_QUERY(prefs,'$.s' OMIT QUOTES), JSON_EXISTS(prefs,'$.a ? (@.b > $x)' PASSING $1::int AS x), prefs IS JSON, raw IS JSON ARRAY, short IS NOT JSON SCALAR, JSON_VALUE(prefs, '$.d' RETURNING date), JSON_EXISTS(prefs, 'strict $.a' UNKNOWN ON ERROR) FROM customer;

-- name: Everyday37 :many
SELECT p.sku, j.* FROM product p, JSON_TABLE(p.meta, '$' COLUMNS (a int PATH '$.a', w float8 PATH '$.dims.w', has boolean EXISTS PATH '$.a', full_dims jsonb FORMAT JSON PATH '$.dims', NESTED PATH '$.colors[*]' COLUMNS (ord FOR ORDINALITY, color text PATH '$'))) j;

-- name: Everyday38 :many
SELECT customer_id, row_number() OVER (), rank() OVER w, dense_rank() OVER w, percent_rank() OVER w, cume_dist() OVER w, ntile(4) OVER w, lag(credit) OVER w, lag(credit, 2) OVER w, lag(credit, 1, 0) OVER w, lead(full_name) OVER w, lead(small,1,small) OVER w, first_value(credit) OVER w, last_value(small) OVER w, nth_value(full_name,2) OVER w, sum(credit) OVER (w ROWS BETWEEN 1 PRECEDING AND CURRENT ROW), avg(small) OVER (PARTITION BY level), count(*) OVER (), max(joined) OVER (ORDER BY joined RANGE BETWEEN '7 days' PRECEDING AND CURRENT ROW EXCLUDE TIES), sum(small) FILTER (WHERE small > 1) OVER w, array_agg(small) OVER w FROM customer WINDOW w AS (PARTITION BY level ORDER BY joined);

-- name: Everyday39 :many
SELECT level, date_trunc('month', joined) AS m, count(*), sum(credit), grouping(level), GROUPING(level, date_trunc('month', joined)) AS g FROM customer GROUP BY GROUPING SETS ((level, m), (level), ());

-- name: Everyday49 :many
WITH RECURSIVE tree AS (SELECT id, parent, name, ARRAY[name] AS crumbs, 0 AS depth FROM category WHERE parent IS NULL UNION ALL SELECT c.id, c.parent, c.name, t.crumbs || c.name, t.depth + 1 FROM category c JOIN tree t ON c.parent = t.id) SEARCH DEPTH FIRST BY id SET ord CYCLE id SET looped USING pth SELECT * FROM tree WHERE depth < $1;

-- name: Everyday52 :many
WITH moved AS (DELETE FROM line WHERE price IS NULL RETURNING *), logged AS (INSERT INTO orders (customer_id, note) SELECT 1, sku FROM moved RETURNING id, note) SELECT m.*, l.id AS new_id FROM moved m LEFT JOIN logged l ON l.note = m.sku;

-- name: Everyday53 :many
WITH up AS (UPDATE product SET price = price * $1 WHERE category_id = $2 RETURNING sku, old.price AS was, new.price AS now) SELECT count(*), sum(now - was), max(sku) FROM up;

-- name: Everyday59 :many
SELECT * FROM ROWS FROM (generate_series(1,3), unnest(ARRAY['a','b']), jsonb_each('{"a":1}')) WITH ORDINALITY AS z(i, s, k, v, n);

-- name: Everyday66 :many
SELECT (home).city, (home).geo[0], (former[1]).street, (c.home).*, c.home IS NULL, c.home = ROW('a','b','c',NULL)::addr FROM customer c;

-- name: Everyday69 :many
SELECT COALESCE(short, full_name, 'x'), NULLIF(short,''), GREATEST(small, big, 3), LEAST(joined, last_seen), CASE WHEN small > 1 THEN 'a' ELSE full_name END, CASE level WHEN 'pro' THEN 1 WHEN 'free' THEN 2.5 END, small BETWEEN 1 AND $1, big BETWEEN SYMMETRIC $2 AND 1, short IS DISTINCT FROM $3, level IN ('pro', $4), small IN (SELECT n FROM customer), EXISTS (SELECT 1), (small > 1) IS UNKNOWN, short IS NOT NULL, num_nulls(short, small), num_nonnulls(VARIADIC tags), short LIKE 'a%' ESCAPE '!', short ~* $5, short SIMILAR TO 'a|b', short NOT ILIKE $6 FROM customer;

-- name: Everyday72 :many
SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid), col_description(a.attrelid, a.attnum) FROM pg_attribute a LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum) WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped;

-- name: Everyday78 :many
SELECT enum_range(NULL::tier), enum_first(level), enum_last(NULL::tier), enum_range('free', level) FROM customer;

-- name: Everyday80 :many
SELECT current_user, session_user, current_catalog, current_schema, current_database(), current_schemas(true), version(), inet_client_addr(), pg_postmaster_start_time(), pg_is_in_recovery(), txid_current(), pg_current_xact_id(), pg_current_wal_lsn(), has_table_privilege('customer','SELECT'), pg_typeof(1), pg_column_size(1), system_user;

-- name: Everyday86 :many
SELECT date_bin($1, at, 'epoch') AS bucket, min(val), max(val), (array_agg(val ORDER BY at))[1] AS first FROM reading WHERE at >= now() - $2::interval GROUP BY bucket;

-- name: Everyday98 :many
SELECT lo.id, (SELECT count(*) FROM line WHERE order_id = lo.id), (SELECT title FROM product LIMIT 1), (SELECT jsonb_agg(to_jsonb(l) - 'order_id') FROM line l WHERE l.order_id = lo.id) AS lines, ARRAY(SELECT sku FROM line WHERE order_id = lo.id ORDER BY 1), (SELECT (p.sku, p.price) FROM product p LIMIT 1) FROM orders lo;

-- name: Everyday102 :many
SELECT email, email = $1, email LIKE $2, email || 'x', lower(email), email::text, email ~ $3, replace(email, 'a', 'b'), split_part(email, '@', 2), email IN ($4, 'a'), max(email) OVER () FROM customer;

-- name: Everyday106 :many
SELECT * FROM customer WHERE ($1::text IS NULL OR full_name ILIKE '%' || $1 || '%') AND (cardinality($2::text[]) = 0 OR tags && $2) AND level = ANY($3) AND joined >= coalesce($4, joined) AND (home).city = $5 LIMIT $6 OFFSET $7;

-- name: Odd1 :many
SELECT c.*, count(o.*) FROM customer c LEFT JOIN orders o USING (customer_id) GROUP BY c.customer_id;

-- name: Odd5 :many
SELECT o.id, l FROM orders o LEFT JOIN line l ON l.order_id = o.id WHERE l IS NOT NULL;

-- name: Odd10 :many
SELECT * FROM customer WHERE (customer_id, level) IN (SELECT * FROM unnest($1::int[], $2::tier[]));

-- name: Odd15 :many
SELECT * FROM product WHERE jsonb_path_exists(meta, '$.dims ? (@.w > $min)', jsonb_build_object('min', $1::numeric));

-- name: Odd16 :many
SELECT meta #>> ARRAY['dims', $1] AS dim, meta -> $2, meta ->> $3::int, meta - $4::text FROM product;

-- name: Odd24 :many
SELECT INTERVAL '1' DAY, INTERVAL '1-2' YEAR TO MONTH, interval(3) '1.2345 s', TIMESTAMP WITH TIME ZONE '2020-01-01', TIME '10:00', time with time zone '10:00+01', DATE '2020-01-01', float8 '1.5', int '5', numeric '1.5', bool 'yes', bytea '\x00', point '(1,2)', json '{}', "char" 'a', bit varying '101', character varying(3) 'abc', double precision '1';

-- name: Odd26 :many
SELECT 'a'
  'b' AS two, e'x\tx', 'it''s', "full_name" FROM customer AS "Cust" WHERE "Cust".small = 1;

-- name: Odd28 :many
SELECT true AND NULL, NULL IS NULL, NULL = NULL, NULL + 1, NULL::int, NOT NULL, CASE WHEN NULL THEN 1 END, COALESCE(NULL, NULL), COALESCE(NULL, 'a'), NULLIF(1, 1), NULLIF('a', NULL), GREATEST(NULL, 1), ARRAY[NULL], ARRAY[NULL, 1];

-- name: Odd34 :many
SELECT * FROM (SELECT o.*, row_number() OVER (PARTITION BY customer_id ORDER BY placed DESC) AS rn FROM orders o) t WHERE rn <= $1;

-- name: Odd46 :many
SELECT * FROM customer c FULL JOIN orders o USING (customer_id) WHERE c.customer_id IS NULL OR o.id IS NULL;

-- name: Odd51 :many
WITH RECURSIVE walk AS (SELECT id, parent, name::text AS path FROM category WHERE id = $1 UNION SELECT c.id, c.parent, c.name || ' > ' || w.path FROM category c JOIN walk w ON c.id = w.parent) SELECT path FROM walk WHERE parent IS NULL;

-- name: Odd54 :many
WITH o AS (INSERT INTO orders (customer_id, note) VALUES ($1, $2) RETURNING id) INSERT INTO line (order_id, no, sku, qty, price) SELECT o.id, row_number() OVER (), i.sku, i.qty, p.price FROM o, jsonb_to_recordset($3::jsonb) AS i(sku text, qty int) JOIN product p ON p.sku = i.sku RETURNING order_id, no;

-- name: Odd58 :many
SELECT c.customer_id, s.i, s.v FROM customer c LEFT JOIN LATERAL unnest(c.scores) WITH ORDINALITY s(v, i) ON s.v > $1;

-- name: Odd64 :many
SELECT populate_record(NULL::addr, 'street=>x'::hstore), (NULL::addr #= 'city=>y'::hstore).city, hstore(ARRAY['a','b'], ARRAY['1','2']), hstore(ROW(1,2)), akeys('a=>1'), 'a=>1'::hstore = 'b=>2', ('a=>1'::hstore) -> 'a';

-- name: Odd73 :many
SELECT ts_rank_cd(to_tsvector('english', coalesce(title,'') || ' ' || coalesce(meta::text, '')), query) AS rank, ts_headline('english', title, query, 'MaxWords=10') FROM product, websearch_to_tsquery('english', $1) AS query WHERE to_tsvector('english', title) @@ query ORDER BY rank DESC;

-- name: Odd76 :many
SELECT numrange(1, 2) @> 1.5, '[1,2]'::int4range && '[2,3]', daterange('2020-01-01', $1) @> placed::date, tstzrange(placed, shipped) && tstzrange($2, $3, '[]'), upper(tstzrange(placed, shipped)) - lower(tstzrange(placed, shipped)), range_agg(tstzrange(placed, shipped)) OVER (), unnest(multirange(int4range(1,3))), int8multirange(int8range(1,2), int8range(4,5)) - int8multirange(int8range(1,2)) FROM orders;

-- name: Odd77 :many
SELECT p.valid @> now(), lower_inf(p.valid), p.valid * tstzrange(now(), NULL), p.valid = 'empty', upper(p.valid) IS NULL, $1 <@ p.valid, p.valid @> $2::timestamptz FROM product p;

-- name: Odd85 :many
SELECT CASE grouping(status) WHEN 1 THEN 'all' ELSE status END AS status, count(*), coalesce(status, 'total') FROM orders GROUP BY ROLLUP (status);

-- name: Odd92 :many
SELECT ARRAY(SELECT DISTINCT unnest(tags || $1::text[]) ORDER BY 1), ARRAY(VALUES (1), (2)), ARRAY(SELECT ROW(1, 'a')), (SELECT array_agg(t) FROM unnest(tags) t WHERE t LIKE $2), tags[array_upper(tags, 1)], tags[$3], tags[$4:$5], array_position(tags, 'a') IS NOT NULL FROM customer;

-- name: Odd93 :many
SELECT small, CASE small WHEN 1 THEN 'one' WHEN $1 THEN 'two' ELSE $2 END, CASE WHEN big > $3 THEN $4 ELSE credit END, COALESCE($5, small), NULLIF($6, ''), GREATEST($7, last_seen), $8 || full_name, $9 BETWEEN joined AND CURRENT_DATE FROM customer;

-- name: Odd94 :many
SELECT $1::text AS a, CAST($2 AS timestamptz) AS b, $3::int[] AS c, $4::jsonb -> 'x' AS d, $5::tier = 'pro' AS e, $6::numeric(10,2) AS f, $7::addr AS g, ($7::addr).city;

-- name: Odd99 :many
SELECT conrelid::regclass AS tbl, conname, a.attname, confrelid::regclass FROM pg_constraint k CROSS JOIN LATERAL unnest(k.conkey) WITH ORDINALITY AS u(attnum, ord) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum WHERE contype = 'f' ORDER BY 1, ord;

-- name: Odd112 :many
SELECT level > 'free', level = $1, level::text LIKE $2, max(level), min(level)::text, array_agg(level ORDER BY level)::text[], $3::text::tier FROM customer GROUP BY level;

-- name: Odd115 :many
SELECT jt.* FROM JSON_TABLE($1::jsonb, '$[*]' AS root COLUMNS (rn FOR ORDINALITY, id uuid PATH '$.id', amount numeric(10,2) PATH '$.amt' DEFAULT 0 ON EMPTY NULL ON ERROR, at timestamptz PATH '$.at', NESTED PATH '$.items[*]' AS items COLUMNS (sku text, n int))) AS jt WHERE jt.amount > $2;

-- name: Odd120 :many
SELECT count(*) OVER w AS n, sum(qty) OVER (w ORDER BY no), string_agg(sku, ',') OVER (PARTITION BY order_id ORDER BY no ROWS UNBOUNDED PRECEDING), first_value(price) OVER (w ORDER BY no ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), last_value(qty) OVER w, lead(price, 2, 0.0) OVER (ORDER BY no), lag(sku, 1, 'none') OVER (ORDER BY no), nth_value(qty, 1) OVER (w ORDER BY no), percentile_cont(0.5) WITHIN GROUP (ORDER BY 1) FROM line GROUP BY order_id, no WINDOW w AS (PARTITION BY order_id);

-- name: Odd121 :many
SELECT order_id, no - row_number() OVER (PARTITION BY order_id ORDER BY no) AS grp, ntile($1) OVER (ORDER BY qty), lag(qty, $2, $3) OVER (ORDER BY no), nth_value(sku, $4) OVER (ORDER BY no) FROM line;

-- name: Edge6 :many
SELECT substring(s FROM 'x(y)?'), substring(s FROM 'z'), regexp_match(s, 'o(p)?'), (regexp_match(s, 'S(o)(p)?'))[2], regexp_substr(s, 'q'), regexp_replace(s, 'a', ''), split_part(s, ' ', 9), strpos(s, 'zzz'), string_to_array(s, ' '), string_to_array(s, ' ', ''), (string_to_array(s, ' '))[1], left(s, 1), nullif(s, ''), overlay(s PLACING '' FROM 1), array_to_string(ta, ','), array_to_string(ta, ',', NULL), array_to_string(ta, ',', '*'), concat_ws(',', NULL, s), concat_ws(NULL, s), format(NULL), format('x', NULL), quote_nullable(NULL), parse_ident('a') FROM ev;

-- name: Edge10 :many
SELECT lower(r), upper(r), isempty(r), lower_inc(r), r + r, r * r, r - r, r && r, r @> 1, r << r, lower(mr), upper(mr), range_merge(mr), range_merge(r, r), mr + mr, isempty(mr), upper(tr) - lower(tr), lower(tr) IS NULL, unnest(mr), r::int4multirange, upper_inf(mr), tr @> now() FROM ev WHERE id <> 99;

-- name: Edge12 :many
SELECT jsonb_path_query(j, '$.*'), jsonb_path_query_tz(j, '$.*') FROM ev;

-- name: Edge15 :many
SELECT h -> 'a', h ? 'a', h || 'z=>1', akeys(h), avals(h), (avals(h))[1], h -> ARRAY['a'], (h -> ARRAY['a'])[1], slice(h, ARRAY['a']), slice_array(h, ARRAY['q']), hstore_to_json(h), exist(h, 'a'), defined(h, 'a'), h - 'a'::text, %% h, hstore('a', NULL), hstore(NULL, 'a'), svals(h), (each(h)).value, h @> 'a=>1', h::jsonb, h['a'] FROM ev;

-- name: Edge24 :many
SELECT sum(i), avg(f), max(s), count(*), array_agg(i), string_agg(s, ','), bool_and(bl), jsonb_agg(j), stddev(i), var_pop(i), stddev_pop(f), corr(f, i), regr_slope(f, i), regr_count(f, i), regr_avgx(f, i), covar_pop(f, i), covar_samp(f, i), percentile_cont(0.5) WITHIN GROUP (ORDER BY f), mode() WITHIN GROUP (ORDER BY s), rank(1) WITHIN GROUP (ORDER BY i), max(d), range_agg(r), range_intersect_agg(r), bit_or(i), any_value(s), sum(iv) FILTER (WHERE isfinite(iv)), json_object_agg(id, s) FROM ev GROUP BY id;

-- name: Edge26 :many
SELECT lag(i) OVER w, lag(i, 0) OVER w, lag(i, 1, 0) OVER w, lag(i, 1, NULL) OVER w, first_value(i) OVER w, last_value(i) OVER (w ROWS BETWEEN 1 FOLLOWING AND 2 FOLLOWING), first_value(i) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), sum(i) OVER (w ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING), sum(i) OVER w, max(s) OVER (w ROWS CURRENT ROW EXCLUDE CURRENT ROW), first_value(i) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW), nth_value(i, 1) OVER w, nth_value(i, 2) OVER w, ntile(2) OVER w, count(i) FILTER (WHERE bl) OVER w, sum(i) FILTER (WHERE bl) OVER w, array_agg(i) OVER (ORDER BY id GROUPS 1 PRECEDING), stddev(i) OVER w, cume_dist() OVER w, avg(f) OVER (ORDER BY i RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING), first_value(i) OVER (ORDER BY i RANGE BETWEEN 2 PRECEDING AND 1 PRECEDING) FROM ev WINDOW w AS (ORDER BY id);

-- name: Edge30 :many
SELECT x.e IS NULL, (x.e).id FROM (VALUES (1)) y(n) LEFT JOIN (SELECT ev AS e, id FROM ev) x ON x.id = y.n + 100;

-- name: Edge41 :many
SELECT e.id, l.s FROM ev e, LATERAL (SELECT sum(qty) AS s FROM line WHERE line.order_id = e.id) l;

-- name: Edge44 :many
SELECT i IN (SELECT price::int FROM line), i NOT IN (SELECT order_id FROM line), (i, id) IN (SELECT qty, order_id FROM line), i > ALL (SELECT qty FROM line), i = ANY (SELECT price FROM line), i = (SELECT qty FROM line WHERE false) FROM ev;

-- name: Edge46 :many
SELECT bl, coalesce(lv::text, 'all'), GROUPING(lv) AS g, sum(i) FROM ev GROUP BY bl, ROLLUP (lv);

-- name: Edge58 :many
WITH d AS (DELETE FROM line RETURNING sku, price, old.qty, new.qty AS nq) SELECT * FROM d;

-- name: Edge60 :many
WITH i AS (INSERT INTO category (name) VALUES ('z') ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name RETURNING id, old.name AS was, new.name AS now, parent, (old IS NULL) AS fresh) SELECT * FROM i;

-- name: Edge63 :many
DELETE FROM orders o USING ev e WHERE o.id = e.id AND o.note IS NULL AND false RETURNING o.id, o.note, e.d;

-- name: Edge76 :many
SELECT JSON_VALUE(j, '$.n'), JSON_VALUE(j, '$.n' DEFAULT 'x' ON EMPTY), JSON_VALUE(j, '$.a' DEFAULT 'x' ON EMPTY DEFAULT 'y' ON ERROR), JSON_VALUE(j, '$.z' RETURNING int DEFAULT 0 ON EMPTY DEFAULT 1 ON ERROR), JSON_QUERY(j, '$.z' EMPTY OBJECT ON EMPTY EMPTY ARRAY ON ERROR), JSON_QUERY(j, '$.b' WITH WRAPPER), JSON_QUERY(j, '$.q' WITH WRAPPER), JSON_EXISTS(j, '$.z'), JSON_EXISTS(j, 'strict $.z' UNKNOWN ON ERROR), JSON_QUERY(j, '$.b[*]' WITH WRAPPER ERROR ON ERROR) FROM ev;

-- name: Edge78 :many
SELECT JSON_ARRAY(SELECT i FROM ev WHERE false), JSON_SCALAR(NULL), JSON_SCALAR(i), JSON_SERIALIZE(j), JSON_OBJECT(RETURNING text), JSON_ARRAY(RETURNING jsonb) FROM ev;

-- name: Edge79 :many
SELECT current_setting('server_version'), current_setting('nope.x', true), obj_description(1, 'pg_class'), to_regclass('nope'), to_regtype('int'), pg_get_viewdef('order_total'::regclass), pg_get_userbyid(0), format_type(NULL, NULL), format_type(0, NULL), col_description(1, 1), shobj_description(1, 'x'), pg_get_serial_sequence('orders', 'id'), pg_get_serial_sequence('orders', 'note'), has_table_privilege(0::oid, 'SELECT'), has_column_privilege('orders', 'id', 'SELECT'), pg_relation_size(0::oid::regclass), pg_size_pretty(5::bigint), pg_get_expr(NULL, 0), pg_table_is_visible(0), txid_status(1), pg_last_xact_replay_timestamp(), inet_server_port(), pg_typeof(NULL), pg_get_constraintdef(0), pg_get_indexdef(0), pg_tablespace_location(0), pg_my_temp_schema(), pg_is_other_temp_schema(0), current_schemas(false), age('1'::xid), pg_column_size(NULL), pg_column_compression('a'::text), pg_conf_load_time(), pg_backend_pid(), pg_listening_channels();

-- name: Edge84 :many
SELECT p.sku, p.category_id, c.name FROM product p JOIN category c ON c.id = p.category_id;

-- name: GroupingOfAnExpressionIsNeverNull :many
-- columns: level!, m?, g!, n!, first!
SELECT level, date_trunc('month', joined) AS m, GROUPING(level, date_trunc('month', joined)) AS g, count(*) AS n, min(level) AS first FROM customer GROUP BY GROUPING SETS ((level, m), (level));

-- name: ATableMayHaveTheNameOfABuiltInType :many
-- columns: l!, made!, ls?
SELECT l, '{1,2,3}'::line AS made, array_agg(l) FILTER (WHERE qty > 1) AS ls FROM line l GROUP BY l;

-- name: SettingsAreNullOnlyWhereTheyMayBeMissing :one
-- columns: version!, own?, found!
SELECT current_setting('server_version') AS version, current_setting('app.user_id', true) AS own, jsonb_path_query_array('[1]', '$[*]') AS found;

-- name: PathsAndPairsThatAreWhole :one
SELECT jsonb '{}' @? '$."a"', jsonb '{}' @@ '$ == 1.', jsonb '[]' @? '$[*] ? (@ == "(")', jsonb '1' @? '$ ? (@ like_regex "^a[bc]" flag "i")', 'a=>'::text, hstore '"a"=>NULL', hstore '', hstore ' a => "b c",', jsonb '1' @? '$.*', jsonb '1' @? '$.**{2 to last}', jsonb '1' @? '$.size() > 1', jsonb '1' @? '"."', jsonb '1' @? '$."?"."["';

-- name: RowsOfComparableColumnsCanBeDistinct :many
SELECT DISTINCT o, l FROM orders o JOIN line l ON l.order_id = o.id ORDER BY o, l DESC;
