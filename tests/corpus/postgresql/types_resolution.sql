-- Conversion rules: overloads, unknown literals, preferred types, polymorphic types, table functions.
CREATE TYPE color AS ENUM ('red', 'green');
CREATE DOMAIN amount AS numeric(10, 2);
CREATE DOMAIN span AS int4range;
CREATE DOMAIN matrix AS integer[];
CREATE TABLE samples (
    s smallint, i integer NOT NULL, b bigint, n numeric, r real, d double precision, m money, t text NOT NULL, v varchar(20), c char(5), nm name,
    one "char", by bytea, u uuid, ip inet, net cidr, bits bit(4), vbits bit varying, j json, jb jsonb, dt date, tm time, tz timetz, ts timestamp,
    tsz timestamptz, iv interval, col color, am amount, sp span, mx matrix, ia integer[], ta text[], ca color[], ir int4range, tr tstzrange,
    im int4multirange, pt point, bx box, tv tsvector, tq tsquery, o oid, rc regclass, x xml
);

-- name: IntegerArithmetic :many
SELECT s + i AS a, i + b AS b, s / 2 AS c, i * 1.5 AS d, i + r AS e, n + d AS f, b + n AS g, i % 2 AS h, i ^ 2 AS i, -s AS j, @ i AS k, am + 1 AS l, m * 2 AS m, m / m AS n FROM samples;

-- name: UnknownOperands :many
SELECT i + '1' AS a, ts + '1 day' AS b, ts - '2020-01-01' AS c, t || 1 AS d, 1 || t AS e, jb -> 'a' AS f, ia || '{1}' AS g, n = '1' AS h, '1' + i AS j, '5' || '6' AS k, ir @> 5 AS l FROM samples;

-- name: ParameterOperands :many
SELECT i + $1 AS a, $2 || t AS b, ts + $3 AS c, ts - $4 AS d, jb -> $5 AS e, ia || $6 AS f, $7 = ANY(ta) AS g, iv * $8 AS h, col = $9 AS k, am > $10 AS l, ir @> $11 AS m FROM samples;

-- name: DateArithmetic :many
SELECT dt + 1 AS a, dt - dt AS b, dt + iv AS c, dt + tm AS d, ts - ts AS e, ts + iv AS f, tsz - tsz AS g, iv * 2 AS h, iv / 2 AS i, tm - tm AS j, tm + iv AS k, dt - iv AS l FROM samples;

-- name: NameVersusText :many
SELECT nm || 'a' AS a, nm = t AS b, nm[0] AS bb, lower(nm) AS c, length(nm) AS d, coalesce(nm, t) AS e, one::text || 'x' AS f, one = 'a' AS g, c || t AS h, c = v AS i, max(c) OVER () AS j, v || v AS k, substring(v, 1, 2) AS l FROM samples;

-- name: Common :many
SELECT coalesce(i, b) AS a, coalesce(s, n, r) AS b, coalesce(v, t) AS c, coalesce(c, 'x') AS d, coalesce(dt, ts) AS e, greatest(i, 2.5) AS f, least(ts, tsz) AS g,
    CASE WHEN i > 1 THEN 1 ELSE 2.5 END AS h, CASE t WHEN 'a' THEN NULL ELSE 'x' END AS i, nullif(i, 2.5) AS j, ARRAY[i, b] AS k, ARRAY[1, NULL, 2.5] AS l, coalesce(am, 1) AS m, coalesce(o, rc) AS n FROM samples;

-- name: UnionTypes :many
SELECT i AS a, 'x' AS b, NULL AS c, v AS d FROM samples UNION ALL SELECT n, t, dt, c FROM samples UNION ALL SELECT NULL, NULL, NULL, NULL;

-- name: ValuesTypes :many
SELECT * FROM (VALUES (1, 'a', NULL), (2.5, NULL, DATE '2020-01-01'), (NULL, 'c', NULL)) AS v (a, b, c);

-- name: DomainsOverRangesAndArrays :many
SELECT sp @> 1 AS a, lower(sp) AS b, sp * sp AS c, mx[1] AS d, mx || 1 AS e, cardinality(mx) AS f, unnest(mx) AS g, array_agg(mx) OVER () AS h, mx && ia AS i, ARRAY[am] AS j, sp = ir AS k FROM samples;

-- name: ArraysAndSlices :many
SELECT ia[1] AS a, ia[1:2] AS b, ia[:2][1:] AS c, ARRAY[ia, ia] AS d, (ARRAY[[1, 2], [3, 4]])[1][2] AS e, (ARRAY[[1, 2], [3, 4]])[1:1] AS f, ARRAY[[col], ['red'::color]] AS g, ia || ia AS h, array_append(ca, 'red') AS i, ia = '{1}' AS j, '{}'::int[] AS k, ARRAY[]::text[] AS l FROM samples;

-- name: AnyAll :many
SELECT i FROM samples WHERE i = ANY(ia) AND t <> ALL($1) AND col = ANY($2::color[]) AND b = ANY($3) AND am > ALL(ARRAY[1, 2]) AND t LIKE ANY(ARRAY['a%', $4]) AND i = ANY('{1,2}');

-- name: RowComparison :many
SELECT (i, t) = (1, 'a') AS a, (i, b) < (1, 2.5) AS b, ROW(i, t) IS DISTINCT FROM ROW(2, $1) AS c, (i, t) IN ((1, 'a'), (2, $2)) AS d, ROW(1, 'a') = ROW(i, t) AS e FROM samples;

-- name: JsonOperators :many
SELECT jb -> 'a' AS a, jb ->> 'a' AS b, jb -> 0 AS c, j -> 'a' -> 'b' AS d, jb #> '{a,b}' AS e, jb #>> ARRAY['a'] AS f, jb @> '{"a": 1}' AS g, jb ? 'a' AS h, jb ?| ARRAY['a'] AS i,
    jb || '{}' AS j, jb - 'a' AS k, jb - 1 AS l, jb #- '{a}' AS m, jb @? '$.a' AS n, jb @@ '$.a == 1' AS o, jb['a']['b'] AS p FROM samples;

-- name: JsonRecords :many
SELECT r.a, r.b FROM samples, jsonb_to_record(jb) AS r (a integer, b text);

-- name: JsonRecordset :many
SELECT * FROM json_to_recordset('[]') AS r (a integer, b text[], c jsonb);

-- name: JsonPopulate :many
SELECT (jsonb_populate_record(NULL::samples, s.jb)).i, p.t FROM samples s, jsonb_populate_recordset(NULL::samples, s.jb) AS p;

-- name: JsonEach :many
SELECT e.key, e.value, et.value AS word, k, el, elt.value AS text FROM samples, jsonb_each(jb) AS e, json_each_text(j) AS et, jsonb_object_keys(jb) AS k, jsonb_array_elements(jb) AS el, jsonb_array_elements_text(jb) AS elt;

-- name: JsonElementNamedByItself :many
SELECT value, elements FROM jsonb_array_elements('[]') AS elements;

-- name: UnnestMany :many
SELECT * FROM unnest(ARRAY[1, 2], ARRAY['a', 'b'], $1::date[]) WITH ORDINALITY AS u (a, b, c, n);

-- name: UnnestOne :many
SELECT u, unnest FROM unnest(ARRAY[1]) AS u, unnest('{a}'::text[]);

-- name: UnnestTsvector :many
SELECT lexeme, positions, weights FROM samples, unnest(tv);

-- name: UnnestComposite :many
SELECT * FROM unnest(ARRAY(SELECT s FROM samples s));

-- name: Series :many
SELECT a, b, c, d FROM generate_series(1, 10) AS a, generate_series(1, 5, 2::bigint) AS b, generate_series(now(), now(), '1 hour') AS c, generate_series(1.5, $1) AS d;

-- name: SeriesInList :many
SELECT generate_series(1, 3), generate_series(dt, dt, '1 day') AS days, regexp_split_to_table(t, ',') AS words, string_to_table(t, $1) FROM samples;

-- name: RegexpFunctions :many
SELECT regexp_match(t, 'a') AS a, (regexp_match(t, 'a'))[1] AS b, regexp_matches(t, 'a', 'g') AS c, regexp_replace(t, 'a', 'b', 'g') AS d, regexp_split_to_array(t, ',') AS e, regexp_count(t, 'a') AS f, regexp_substr(t, $1) AS g FROM samples;

-- name: FunctionalCasts :many
SELECT int4(t) AS a, text(i) AS b, float8(n) AS c, date(ts) AS d, "varchar"(t) AS e, bool(i) AS f, "numeric"(i) AS g, "timestamp"(dt) AS h, name(t) AS i, oid(i) AS j, regclass(t) AS k FROM samples;

-- name: RegTypes :many
SELECT 'samples'::regclass AS a, rc = 1 AS b, o = rc AS c, rc::oid = 1 AS d, rc::text AS e, 'int4'::regtype AS f, 'abs(integer)'::regprocedure AS g, 'now'::regproc AS h, o::regclass AS i, o = $1 AS j FROM samples;

-- name: AnyArguments :one
SELECT concat('a', 1, NULL, now()) AS a, concat_ws(',', 'a', 2) AS b, format('%s %s', 1, 'x') AS c, num_nulls(1, 'a') AS d, json_build_object('a', 1, 'b', $1::int) AS e, jsonb_build_array(1, 'x') AS f,
    pg_typeof('a') AS g, concat(VARIADIC ARRAY['a', 'b']) AS h, json_build_array(VARIADIC ARRAY[1, 2]) AS i;

-- name: OrderedSets :many
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY i) AS a, percentile_cont(ARRAY[0.1, 0.9]) WITHIN GROUP (ORDER BY d) AS b, percentile_disc(0.5) WITHIN GROUP (ORDER BY t) AS c, percentile_disc($1::float8) WITHIN GROUP (ORDER BY col) AS d,
    mode() WITHIN GROUP (ORDER BY v) AS e, rank(5) WITHIN GROUP (ORDER BY i) AS f, dense_rank(1, 'a') WITHIN GROUP (ORDER BY i, t DESC) AS g, percentile_cont(0.5) WITHIN GROUP (ORDER BY iv) AS h, cume_dist($2) WITHIN GROUP (ORDER BY n) AS i FROM samples;

-- name: Aggregates :one
SELECT sum(s) AS a, sum(i) AS b, sum(b) AS c, sum(n) AS d, sum(r) AS e, sum(m) AS f, sum(iv) AS g, avg(i) AS h, avg(r) AS i, avg(iv) AS j, max(v) AS k, min(ip) AS l, bit_and(i) AS m, bool_and(i > 1) AS n, stddev(i) AS o, var_pop(d) AS p,
    string_agg(t, ',') AS q, string_agg(by, '\x00') AS r, array_agg(ia) AS s, array_agg(col) AS t, json_agg(samples) AS u, jsonb_object_agg(t, i) AS v, range_agg(ir) AS w, range_intersect_agg(im) AS x, any_value(u) AS y, sum(am) AS z, max(ia) AS aa, min(col) AS ab, count(*) AS ac, corr(i, n) AS ad FROM samples;

-- name: Windows :many
SELECT lag(i) OVER w AS a, lag(b, 2, 0) OVER w AS b, lead(t, 1, 'x') OVER w AS c, first_value(col) OVER w AS d, nth_value(am, $1) OVER w AS e, ntile(4) OVER w AS f, row_number() OVER w AS g, cume_dist() OVER w AS h, lag(i, $2, $3) OVER w AS k FROM samples WINDOW w AS (ORDER BY i);

-- name: RangeFunctions :many
SELECT int4range(1, 5) AS a, int8range(1, $1, '[]') AS b, numrange(i, n) AS c, ir && $2 AS d, ir -|- ir AS e, upper(tr) AS f, tr @> now() AS g, ir <@ im AS h, multirange(ir) AS i, range_merge(im) AS j, daterange(dt, NULL) AS k, ir + '[1,2]' AS l, unnest(im) AS m, lower(im) AS n FROM samples;

-- name: TextSearch :many
SELECT to_tsvector('english', t) @@ to_tsquery($1) AS a, tv @@ tq AS b, ts_rank(tv, plainto_tsquery('x')) AS c, t @@ 'x' AS d, tq && tq AS e, tv || tv AS f, ts_headline(t, tq) AS g, setweight(tv, 'A') AS h, websearch_to_tsquery('english', $2) AS i, to_tsvector(jb) AS j FROM samples;

-- name: Network :many
SELECT ip <<= net AS a, ip + 1 AS b, ip - ip AS c, host(ip) AS d, network(ip) AS e, set_masklen(net, 8) AS f, ip = '10.0.0.1' AS g, ip && $1 AS h, coalesce(ip, net) AS i, abbrev(net) AS j, text(ip) AS k FROM samples;

-- name: BitsAndBytes :many
SELECT bits & bits AS a, bits || vbits AS b, ~ bits AS c, bits << 1 AS d, by || '\x00' AS e, substring(by from 1 for 2) AS f, get_byte(by, 0) AS g, encode(by, 'hex') AS h, decode($1, 'base64') AS i, length(bits) AS j, bits::int AS k, B'101' AS l, by = $2 AS m, sha256(by) AS n, md5(t) AS o FROM samples;

-- name: Geometry :many
SELECT pt <-> pt AS a, bx @> pt AS b, point(1, 2) AS c, box(pt, pt) AS d, area(bx) AS e, pt[0] AS f, bx[1] AS ff, circle(pt, 5) AS g, bx # bx AS h, pt + pt AS i, @@ bx AS j, center(bx) AS k, pt <@ $1::box AS l FROM samples;

-- name: ExtractAndTrunc :many
SELECT extract(year FROM ts) AS a, date_part('dow', dt) AS b, date_trunc('day', tsz) AS c, date_trunc('month', dt) AS d, date_trunc('hour', iv) AS e, age(ts) AS f, age(tsz, tsz) AS g, to_char(ts, 'YYYY') AS h, to_char(n, '999') AS i, to_date($1, 'YYYY') AS j,
    make_interval(days => 3) AS k, tsz AT TIME ZONE 'UTC' AS l, ts AT TIME ZONE $2 AS m, make_date(2020, 1, 1) AS n, date_bin('1 hour', ts, ts) AS o, (dt, dt) OVERLAPS (ts, iv) AS p, tz AT TIME ZONE 'UTC' AS q, date_trunc('day', tsz, 'UTC') AS r FROM samples;

-- name: MathFunctions :many
SELECT abs(s) AS a, round(n, 2) AS b, round(d) AS c, ceil(i) AS d, power(i, 2) AS e, sqrt(n) AS f, mod(b, 2) AS g, random() AS h, random(1, 6) AS i, greatest(1, $1) AS j, width_bucket(n, 0, 10, 5) AS k, sign(r) AS l, log(n) AS m, log(2, n) AS n, trunc(am, 1) AS o, div(n, 2) AS p, gcd(i, b) AS q, floor(am) AS r FROM samples;

-- name: EnumComparisons :many
SELECT col = 'red' AS a, col > $1 AS b, col::text AS c, col || 'x' AS d, ca @> ARRAY['red']::color[] AS e, enum_range(col, NULL) AS f, coalesce(col, 'green') AS g, col IN ('red', $2) AS h, $3::color AS i, ca || 'red'::color AS j, col = ANY(ca) AS k FROM samples;

-- name: XmlAndMoney :many
SELECT xpath('/a', x) AS b, x::text AS c, m + '1'::money AS d, m::numeric AS e, xmlagg(x) OVER () AS g, i::money AS h FROM samples;

-- name: Collated :many
SELECT t COLLATE "C" AS a, t < v COLLATE "C" AS b, lower(t COLLATE "C") AS c FROM samples ORDER BY t COLLATE "C";

-- name: Casts :many
SELECT i::text AS a, t::integer AS b, b::smallint AS c, n::integer AS d, ts::date AS e, dt::timestamptz AS f, tsz::time AS g, jb::integer AS h, j::jsonb AS i, jb::text AS j, ia::text[] AS k, ia::bigint[] AS l, t::color AS m, CAST($1 AS amount) AS n, i::boolean AS o, t::name AS p, i::bit(8) AS q, d::numeric(5, 1) AS r, i::oid AS s, iv::text AS t, $2::int4range AS u, ARRAY['1']::int[] AS v, ROW(1, 'a')::text AS w FROM samples;

-- name: LimitsAndCounts :many
SELECT i FROM samples WHERE i BETWEEN $1 AND $2 AND t BETWEEN SYMMETRIC 'a' AND 'b' AND n NOT BETWEEN 1 AND 2.5 AND dt BETWEEN $3 AND now() LIMIT $4 OFFSET $5;
