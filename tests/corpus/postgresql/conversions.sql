-- Which type comes out: numbers, times, text, unknown literals, common types.
CREATE TYPE size AS ENUM ('s', 'm', 'l');
CREATE DOMAIN score AS numeric(4, 1);
CREATE DOMAIN counter AS integer;
CREATE SEQUENCE numbers;
CREATE TABLE t (
    i2 smallint NOT NULL,
    i4 integer NOT NULL,
    i8 bigint NOT NULL,
    f4 real NOT NULL,
    f8 double precision NOT NULL,
    n numeric NOT NULL,
    d score NOT NULL,
    c counter NOT NULL,
    s text NOT NULL,
    v varchar(10) NOT NULL,
    ch char(4) NOT NULL,
    nm name NOT NULL,
    b boolean NOT NULL,
    day date NOT NULL,
    clock time NOT NULL,
    clocktz timetz NOT NULL,
    ts timestamp NOT NULL,
    tz timestamptz NOT NULL,
    span interval NOT NULL,
    u uuid NOT NULL,
    j json NOT NULL,
    jb jsonb NOT NULL,
    bin bytea NOT NULL,
    m money NOT NULL,
    e size NOT NULL,
    ip inet NOT NULL,
    net cidr NOT NULL,
    bits bit(4) NOT NULL,
    vb bit varying NOT NULL,
    ia integer[] NOT NULL,
    sa text[] NOT NULL,
    va varchar(5)[] NOT NULL,
    r int4range NOT NULL,
    mr int4multirange NOT NULL,
    x xml,
    o oid NOT NULL,
    p point NOT NULL
);

-- name: Integers :many
SELECT i2 + i2, i2 + i4, i2 + i8, i4 + i8, i4 / 2, i8 % 2, -i2, +i4, i2 * 2, i4 & 1, i8 | 1, i4 # 1, i2 << 1, ~i8, @ i2, i4 ^ 2, |/ i4 FROM t;

-- name: Mixed :many
SELECT i4 + f4, i4 + f8, i4 + n, i8 + f4, f4 + f8, f4 + n, f8 + n, n + 1, n + 1.5, i4 + 1.5, f4 * 2, f4 * 2.5, f8 * 2, i2 / 2.0, d + 1, d * f8, c + 1, c + i8, c * c, 1 + 1, 1 + 2147483648, 9223372036854775808, 1e3, 0x1F, 1_000 FROM t;

-- name: Money :many
SELECT m + m, m * 2, m * 2.5::float8, m / m, m / 2, 2 * m, m::numeric, sum(m) OVER (), m > '1' FROM t;

-- name: Times :many
SELECT day + 1, day - 1, day - day, day + span, day - span, day + clock, ts + span, ts - ts, ts - span, tz - tz, tz + span, tz - ts, ts - day, clock + span, clock - clock, clocktz + span, span + span, span * 2, span / 2, 2.5 * span, -span, day < ts, ts < tz, day = tz, ts::date, ts::time, tz::date, tz::time, tz::timestamp, ts AT TIME ZONE 'UTC', tz AT TIME ZONE 'UTC', clocktz AT TIME ZONE 'UTC', ts AT TIME ZONE span, day AT TIME ZONE 'UTC' FROM t;

-- name: TimesWithUnknown :many
SELECT day - '2026-01-01', ts - '1 day'::interval, tz > '2026-01-01', day >= 'today', ts - '2026-01-01', '2026-01-01' - day, 'now'::timestamp, span + '1 day', clock - '1:00', day BETWEEN '2026-01-01' AND '2026-12-31' FROM t;

-- name: TimeFunctions :many
SELECT date_trunc('day', ts), date_trunc('day', tz), date_trunc('day', day), date_trunc('hour', span), date_trunc('day', tz, 'UTC'), age(ts), age(ts, ts), age(tz, tz), age(day), extract(year FROM day), extract(epoch FROM ts), extract(second FROM clock), date_part('hour', tz), to_char(ts, 'YYYY'), to_char(span, 'HH'), to_char(n, '999'), to_char(i4, '999'), to_char(f8, '9.9'), to_date(s, 'YYYY'), to_timestamp(s, 'YYYY'), to_timestamp(i4), to_number(s, '99'), justify_days(span), make_time(1, 2, 3.5), isfinite(day), timeofday(), statement_timestamp(), clock_timestamp(), transaction_timestamp(), date_bin('1 hour', tz, tz), date_bin('1 hour', ts, '2026-01-01'), timezone('UTC', tz), timezone('UTC', ts), date_add(tz, span), extract(julian FROM day) FROM t;

-- name: Strings :many
SELECT s || s, s || v, v || v, v || ch, ch || ch, s || i4, i4 || s, s || NULL, 'a' || 'b', s || true, nm || s, v || 'x', ia || 1, sa || 'x'::text, sa || sa, jb || jb, bin || bin, bits || bits, s || e::text, s || day, e || s FROM t;

-- name: StringFunctions :many
SELECT lower(v), upper(ch), length(v), length(bin), length(bits), substr(v, 1), substring(bin FROM 1 FOR 2), left(v, 1), trim(v), trim(ch), btrim(bin, bin), concat(v, i4, NULL), replace(v, 'a', 'b'), repeat(v, 2), reverse(v), md5(v), sha256(bin), encode(bin, 'hex'), decode(s, 'hex'), split_part(v, ',', 1), string_to_array(v, ','), initcap(v), ascii(v), quote_nullable(s), quote_nullable(i4), pg_typeof(v), octet_length(v), bit_length(s), convert_from(bin, 'UTF8'), get_byte(bin, 0), to_hex(i8), format('%s', v), parse_ident(s), unistr(s), casefold(s), crc32(bin), char_length(ch), lpad(v, 3), starts_with(s, v), to_ascii(s), reverse(bin), gen_random_uuid(), uuidv7(), uuid_extract_version(u) FROM t;

-- name: StringComparisons :many
SELECT s = v, v = ch, ch = 'x', v = 'x', nm = s, nm = 'x', s < v, v LIKE 'a', ch LIKE 'a', nm LIKE 'a', s ~ v, v ILIKE s, s ^@ 'a', s SIMILAR TO 'a', s COLLATE "C" < v, e = 's', e > 'm', u = '00000000-0000-0000-0000-000000000000', ip = '1.2.3.4', net = '10.0.0.0/8', ip << net, jb = '{}', b = 't', bin = '\x00', ia = '{1}', r = '[1,2)', r @> 1, mr @> 1, r && mr, o = 1, o = 'pg_class'::regclass, bits = '1010', p ~= '(1,2)'::point FROM t;

-- name: Cased :many
SELECT CASE WHEN b THEN 1 ELSE 2.5 END, CASE WHEN b THEN i4 ELSE i8 END, CASE WHEN b THEN i4 ELSE n END, CASE WHEN b THEN f4 ELSE n END, CASE WHEN b THEN f4 ELSE i8 END, CASE WHEN b THEN 'x' ELSE s END, CASE WHEN b THEN v ELSE s END, CASE WHEN b THEN v END, CASE WHEN b THEN v ELSE ch END, CASE WHEN b THEN ch ELSE v END, CASE WHEN b THEN 'x' ELSE v END, CASE WHEN b THEN day ELSE ts END, CASE WHEN b THEN ts ELSE tz END, CASE WHEN b THEN 'x' END, CASE WHEN b THEN NULL END, CASE WHEN b THEN e ELSE 's' END, CASE WHEN b THEN d ELSE 1 END, CASE WHEN b THEN d ELSE d END, CASE WHEN b THEN c ELSE c END, CASE WHEN b THEN c ELSE i4 END, CASE WHEN b THEN '{}' ELSE jb END, CASE WHEN b THEN ip ELSE net END, CASE WHEN b THEN ia END, CASE WHEN b THEN va ELSE sa::varchar[] END, CASE WHEN b THEN 1 ELSE $1 END FROM t;

-- name: Coalesced :many
SELECT coalesce(i2, 0), coalesce(i4, 0.5), coalesce(v, 'x'), coalesce(ch, s), coalesce(d, 0), coalesce(c, 1), coalesce(day, now()), coalesce(NULL, NULL, i8), coalesce(e, 'l'), coalesce(jb, '[]'), coalesce(NULL, 'x'), greatest(i2, i8), greatest(f4, n), least('2026-01-01', day), greatest(v, s), nullif(i2, 0), nullif(i4, 1.5), nullif(v, 'x'), nullif(d, 1), nullif(ch, 'a'), nullif('a', 'b') FROM t;

-- name: Arrays :many
SELECT ARRAY[i2, i4], ARRAY[i4, n], ARRAY[1, 2.5], ARRAY['a', 'b'], ARRAY[v, s], ARRAY[v], ARRAY[v, 'x'], ARRAY[NULL], ARRAY[NULL, 1], ARRAY[d], ARRAY[e], ARRAY[ia, ia], ARRAY[[1, 2], [3, 4]], ARRAY[[1], [2.5]], ARRAY[]::int[], ARRAY['1', '2']::int[], ARRAY[1, 2]::text[], ia[1], ia[1:2], va[1], va || '{x}', array_agg(i2) OVER (), ARRAY[day, ts], ARRAY[jb], ARRAY[(1, 2)], ARRAY[t.*], ARRAY(SELECT v FROM t), ARRAY(SELECT ia FROM t) FROM t;

-- name: Aggregates :many
SELECT sum(i2), sum(i4), sum(i8), sum(f4), sum(f8), sum(n), sum(span), sum(m), sum(d), sum(c), avg(i2), avg(i4), avg(i8), avg(f4), avg(f8), avg(n), avg(span), avg(d), min(i2), min(v), min(ch), min(nm), max(e), max(day), max(ip), max(net), max(ia), max(d), max(m), min(bin), max(clocktz), count(x), bit_and(i4), bit_or(i2), bit_xor(i8), bit_and(bits), bool_and(b), every(b), array_agg(v), array_agg(ch), array_agg(d), array_agg(e), array_agg(ia), array_agg(t), string_agg(v, ','), string_agg(bin, bin), json_agg(i4), jsonb_agg(v), json_object_agg(v, i4), jsonb_object_agg_strict(v, i4), xmlagg(x), range_agg(r), range_agg(mr), range_intersect_agg(r), variance(i4), stddev(f4), var_pop(n), stddev_samp(f8), corr(f8, f4), regr_count(f8, f4), mode() WITHIN GROUP (ORDER BY v), percentile_cont(0.5) WITHIN GROUP (ORDER BY i4), percentile_cont(0.5) WITHIN GROUP (ORDER BY span), percentile_disc(0.5) WITHIN GROUP (ORDER BY v), percentile_disc(ARRAY[0.1, 0.9]) WITHIN GROUP (ORDER BY day), any_value(ch), any_value(d) FROM t;

-- name: Numbers :many
SELECT round(f8), round(n), round(i4), round(n, 2), round(i4, 2), ceil(i4), ceil(n), floor(f4), trunc(n), trunc(f8), sqrt(i4), sqrt(n), power(i4, 2), power(n, 2), power(2, 0.5), exp(1), ln(n), log(10, n), log(f8), mod(i4, i2), mod(n, 2), abs(i2), abs(n), sign(i4), sign(n), div(n, 2), gcd(i4, i8), factorial(i4), pi(), random(), random(1, 10), random(1.5, 2), degrees(f4), cbrt(i4), scale(n), width_bucket(f8, 0, 1, 5), width_bucket(i4, ARRAY[1, 2]), greatest(i4, 1.5), numeric '1.5', float8 '2', i4::numeric / 2, i4 / 2::numeric, 7 / 2, 7 / 2.0, 2 ^ 3, 2 ^ 0.5, 2 ^ n, 5 % 2, 5.5 % 2, sin(i4), atan2(1, f8), min_scale(n), trim_scale(n) FROM t;

-- name: Literals :many
SELECT 1, 3000000000, 1.0, 1e10, 'x', NULL, true, DATE '2026-01-01', TIME '10:00', TIMESTAMP '2026-01-01 10:00', TIMESTAMPTZ '2026-01-01', TIME WITH TIME ZONE '10:00+1', TIMESTAMP WITH TIME ZONE '2026-01-01', INTERVAL '1' DAY, INTERVAL '1 day', INTERVAL(3) '1.5 seconds', B'101', X'FF', E'\n', U&'\0041', $$x$$, '1'::int, int '1', bigint '1', json '{}', jsonb '[]', uuid '00000000-0000-0000-0000-000000000000', point '(1,2)', inet '1.1.1.1', bytea '\x00', varchar 'x', char 'x', bpchar 'x', text 'x', name 'x', regclass 'pg_class', size 's', '{1,2}'::int[], 'a b'::tsvector, 'a'::tsquery, '$.a'::jsonpath, '[1,2)'::int4range, money '1.5', numeric(5, 2) '1', N'x';

-- name: Conversions :many
SELECT i4::text, s::int, n::int, f8::numeric, b::int, i4::boolean, ts::timestamptz, tz::timestamp, day::timestamp, ts::time, s::date, jb::text, jb::int, j::jsonb, jb::json, u::text, e::text, s::size, ia::text[], ia::bigint[], sa::int[], ia::text, v::char(2), ch::varchar, s::"char", i4::regclass, o::int8, bits::int, i4::bit(8), span::time, clock::interval, r::text, m::numeric, n::money, ip::cidr, net::inet, nm::text, bin::text, d::int, i4::score, i4::counter, CAST(t AS text), ROW (1, 'a')::text, x::text, p::text, r::int4multirange, i4::oid, s::regtype, s::name FROM t;

-- name: Unioned :many
SELECT i2, i4, 'x', NULL, v, day, 1, ARRAY[1], e, d, NULL FROM t
UNION ALL SELECT i8, 1.5, s, 5, 'y', ts, NULL, '{}', 's', i4, NULL FROM t
UNION ALL SELECT 1, f8, 'z', 6, ch, tz, 2.5, NULL, NULL, n, NULL FROM t;

-- name: UnionedUnknowns :many
SELECT 'a' AS x UNION SELECT 'b' UNION SELECT NULL;

-- name: ValuesCommon :many
SELECT * FROM (VALUES (1, 'a', NULL, 1), (2.5, 'b', 'c', 3000000000), (NULL, NULL, NULL, NULL)) AS v (a, b, c, d) WHERE a > $1 AND b = $2;

-- name: ValuesWithColumns :many
SELECT x.* FROM t, LATERAL (VALUES (t.i2, t.v), (t.i8, 'x')) AS x (number, word);

-- name: RangesAndMultiranges :many
SELECT r * r, r + r, r - r, r && r, lower(r), upper(r), isempty(r), int4range(1, 5), int8range(i4, i8), numrange(1, 2.5), daterange(day, day), tsrange(ts, ts), tstzrange(tz, tz, '[]'), mr + mr, mr - mr, mr * mr, unnest(mr), int4multirange(r), multirange(r), range_merge(mr), lower(mr), r << mr, r <@ mr, 5 <@ r, day <@ daterange(day, NULL), upper_inc(r), r -|- r FROM t;

-- name: Json :many
SELECT jb -> 'a', jb -> 1, jb ->> 'a', jb #> '{a}', jb #>> '{a}', jb['a'], jb - 'a', jb - 1, jb - '{a}'::text[], jb #- '{a}', jb @> '{}', jb ? 'a', j -> 'a', j ->> 1, j #>> '{a}', to_json(i4), to_jsonb(t), row_to_json(t), json_build_object('a', i4), jsonb_build_array(1, 'a'), json_object('{a,b}'), jsonb_set(jb, '{a}', '1'), jsonb_insert(jb, '{a}', '1'), jsonb_pretty(jb), jsonb_typeof(jb), jsonb_strip_nulls(jb), jsonb_array_length(jb), jsonb_extract_path(jb, 'a', 'b'), jsonb_extract_path_text(jb, 'a'), array_to_json(ia), jsonb_path_query_first(jb, '$.a'), jsonb_path_exists(jb, '$'), jsonb_path_match(jb, '$.a == 1'), jb @? '$.a', jb @@ '$.a == 1', json_array_length(j), (jb -> 'a')::int, (jb ->> 'a')::int, jsonb_object(sa) FROM t;

-- name: Geometry :many
SELECT p <-> p, p + p, p[0], box(p, p), circle(p, 1), area(circle(p, 1)), p <@ circle(p, 2), center(box(p, p)), point(f8, f4), lseg(p, p), path '((0,0),(1,1))', polygon(box(p, p)), p >> p, length(lseg(p, p)), diameter(circle(p, 1)), (box(p, p))[0], bound_box(box(p, p), box(p, p)) FROM t;

-- name: Network :many
SELECT ip + 1, ip - ip, ip & ip, ~ip, ip < net, ip >>= net, host(ip), text(ip), masklen(ip), network(ip), set_masklen(ip, 8), set_masklen(net, 8), inet_same_family(ip, net), ip::text, abbrev(net), hostmask(ip) FROM t;

-- name: Rows :many
SELECT (i4, s) = (1, 'a'), (i4, s) < (2, 'b'), ROW (i4) IS NULL, (i4, NULL) IS NOT NULL, t IS NULL, t.* IS NOT NULL, ROW (t.*), ROW (t.*, 1), (i4, s) IN ((1, 'a'), (2, 'b')), ROW (1, 2) IS DISTINCT FROM ROW (1, 3) FROM t;

-- name: RowAggregates :many
SELECT count(t), count(t.*), count(DISTINCT (i4, s)), array_agg(t), json_agg(t), json_agg(t.*), array_agg((i4, s)), jsonb_agg(DISTINCT s ORDER BY s) FROM t;

-- name: PostgresFunctions :many
SELECT pg_size_pretty(i8), pg_relation_size('t'), current_setting('x'), set_config('a', 'b', true), version(), pg_backend_pid(), obj_description(o), col_description(o, 1), format_type(o, NULL), pg_get_viewdef(o), to_regclass(s), has_table_privilege('t', 'select'), txid_current(), pg_current_xact_id(), nextval('numbers'), currval('numbers'), lastval(), setval('numbers', 5), num_nulls(i4, s), num_nonnulls(i4), inet_client_addr(), pg_sleep(1), generate_subscripts(ia, 1), hashtext(s), array_sample(ia, 1), array_shuffle(ia), array_sort(ia) FROM t;
