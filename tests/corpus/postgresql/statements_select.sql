-- SELECT's clauses, and the expressions that have a syntax of their own.
CREATE TYPE colour AS ENUM ('red', 'green');
CREATE TYPE money_amount AS (amount numeric, currency text);
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE TABLE sales (
    id bigint PRIMARY KEY,
    region text NOT NULL,
    product varchar(50),
    amount numeric(12, 2) NOT NULL,
    quantity integer NOT NULL,
    small smallint,
    rate real,
    ratio double precision,
    sold_on date NOT NULL,
    sold_at timestamptz,
    local_at timestamp,
    at_time time,
    took interval,
    tags text[],
    matrix integer[][],
    price money_amount,
    hue colour NOT NULL,
    contact email,
    flags bit(8),
    mask varbit,
    code char(3),
    payload bytea,
    valid daterange,
    ok boolean
);

-- name: DistinctOn :many
SELECT DISTINCT ON (region, product) region, product, amount FROM sales ORDER BY region, product, amount DESC;

-- name: GroupingSets :many
SELECT region, product, grouping(region, product) AS g, sum(amount) FROM sales GROUP BY GROUPING SETS ((region, product), (region), ());

-- name: Cube :many
SELECT region, product, count(*) FROM sales GROUP BY CUBE (region, product) HAVING grouping(region) = 0;

-- name: RollupNested :many
SELECT region, product, sold_on, sum(quantity) FROM sales GROUP BY region, ROLLUP (product, (sold_on, quantity)), GROUPING SETS (CUBE (sold_on), ());

-- name: GroupByDistinct :many
SELECT region, product FROM sales GROUP BY DISTINCT ROLLUP (region, product), ROLLUP (region);

-- name: GroupByAll :many
SELECT region, count(*) FROM sales GROUP BY ALL region;

-- name: GroupByExpression :many
SELECT date_trunc('month', sold_on) AS m, upper(region) || '!' FROM sales GROUP BY m, upper(region) ORDER BY 1;

-- name: GroupByEmpty :many
SELECT sum(amount) FROM sales GROUP BY ();

-- name: WindowFrames :many
SELECT sum(amount) OVER (ORDER BY sold_on ROWS BETWEEN $1 PRECEDING AND $2 FOLLOWING), avg(quantity) OVER (ORDER BY quantity RANGE BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES), count(*) OVER (ORDER BY region GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW), min(took) OVER (ORDER BY sold_at RANGE BETWEEN '1 day' PRECEDING AND INTERVAL '2 days' FOLLOWING EXCLUDE GROUP), max(id) OVER (ROWS UNBOUNDED PRECEDING EXCLUDE NO OTHERS) FROM sales;

-- name: WindowRangeParameter :many
SELECT sum(amount) OVER (ORDER BY sold_on RANGE BETWEEN $1 PRECEDING AND $2 FOLLOWING), sum(quantity) OVER (ORDER BY amount RANGE $3 PRECEDING) FROM sales;

-- name: WindowInherited :many
SELECT rank() OVER w, lag(amount, 2, 0) OVER (w ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING), first_value(product) OVER v, ntile(4) OVER v FROM sales WINDOW w AS (PARTITION BY region ORDER BY amount), v AS (w);

-- name: WindowFunctions :many
SELECT row_number() OVER (), dense_rank() OVER (ORDER BY id), percent_rank() OVER (ORDER BY id), cume_dist() OVER (ORDER BY id), lead(hue) OVER (ORDER BY id), last_value(amount) OVER (ORDER BY id), nth_value(tags, 2) OVER (ORDER BY id) FROM sales;

-- name: OrderedSets :many
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY ratio), percentile_disc(ARRAY[0.1, 0.9]) WITHIN GROUP (ORDER BY amount), mode() WITHIN GROUP (ORDER BY hue), rank(5) WITHIN GROUP (ORDER BY quantity) FROM sales;

-- name: AggregateClauses :many
SELECT string_agg(DISTINCT region, ', ' ORDER BY region), array_agg(product ORDER BY id DESC NULLS LAST) FILTER (WHERE quantity > $1), count(DISTINCT (region, product)), bool_and(ok), every(ok) FROM sales;

-- name: OrderByEverything :many
SELECT id, amount * 2 AS double_amount FROM sales ORDER BY double_amount DESC NULLS LAST, lower(region) COLLATE "C", 1 ASC, quantity USING >;

-- name: SetOperations :many
(SELECT region, 1 AS n FROM sales ORDER BY 2 LIMIT 1) UNION ALL (SELECT product, quantity FROM sales INTERSECT SELECT $1, $2) EXCEPT ALL VALUES ('x', 3) ORDER BY n, region LIMIT $3;

-- name: SetOperationTypes :many
SELECT NULL AS a, 1 AS b, 'x' AS c, hue FROM sales UNION SELECT sold_on, 2.5, product, 'red' FROM sales;

-- name: RowComparison :many
SELECT (region, quantity) < ($1, $2), ROW(region, 1) = ROW(product, quantity), (region, product) IS DISTINCT FROM ('a', $3), (region, NULL) IS NULL FROM sales;

-- name: RowIn :many
SELECT id FROM sales WHERE (region, quantity) IN (('a', 1), ($1, $2)) OR (region, product) NOT IN (SELECT region, product FROM sales) OR ROW(quantity) IN (SELECT 1);

-- name: RowQuantified :many
SELECT id FROM sales WHERE (region, quantity) = ANY (SELECT region, quantity FROM sales) AND amount > ALL (SELECT $1::numeric) AND quantity = ANY ($2) AND region LIKE ANY ($3) AND quantity <> ALL (ARRAY[1, $4]) AND region = SOME ('{a,b}');

-- name: RowSubqueryComparison :many
SELECT id FROM sales WHERE (region, quantity) = (SELECT 'a', 1) AND (1, 2) > (SELECT quantity, small FROM sales LIMIT 1);

-- name: Overlaps :one
SELECT (DATE '2020-01-01', DATE '2020-02-01') OVERLAPS ($1, $2), (now(), interval '1 day') OVERLAPS (now(), $3::timestamptz), (time '10:00', time '11:00') OVERLAPS (time '10:30', interval '1 hour');

-- name: AtTimeZone :many
SELECT sold_at AT TIME ZONE 'UTC', local_at AT TIME ZONE $1, sold_at AT LOCAL, local_at AT LOCAL, timezone(took, sold_at), at_time AT TIME ZONE 'UTC', $2::timestamptz AT TIME ZONE 'CET' FROM sales;

-- name: Extract :many
SELECT EXTRACT(year FROM sold_on), EXTRACT('epoch' FROM sold_at), EXTRACT(hour FROM took), EXTRACT(DOW FROM local_at) AS d, date_part('month', sold_on) FROM sales;

-- name: SubstringForms :many
SELECT SUBSTRING(region FROM 2), SUBSTRING(region FROM 2 FOR 3), SUBSTRING(region FOR $1), SUBSTRING(region SIMILAR 'a#"b#"' ESCAPE '#'), SUBSTRING(region FROM 'a.*'), SUBSTRING(payload FROM 1 FOR 2), SUBSTRING(region, $2, $3) FROM sales;

-- name: StringForms :many
SELECT POSITION('a' IN region), POSITION($1 IN region), OVERLAY(region PLACING 'x' FROM 2 FOR 1), OVERLAY(region PLACING $2 FROM $3), TRIM(region), TRIM(BOTH 'x' FROM region), TRIM(LEADING FROM region), TRIM(TRAILING $4 FROM product), TRIM(BOTH FROM region, 'ab'), NORMALIZE(region), NORMALIZE(region, NFKD), region IS NORMALIZED, region IS NOT NFC NORMALIZED, COLLATION FOR (region) FROM sales;

-- name: Patterns :many
SELECT region LIKE 'a%', region NOT LIKE $1, region LIKE 'a!%' ESCAPE '!', region ILIKE $2 ESCAPE '', region SIMILAR TO 'a|b', region NOT SIMILAR TO $3 ESCAPE '#', region ~ 'x', region ~* $4, region !~ 'x', region ~~* 'x', region !~~ 'y', region ^@ 'z', code LIKE 'a%' FROM sales;

-- name: BetweenForms :many
SELECT quantity BETWEEN 1 AND $1, amount NOT BETWEEN $2 AND $3, sold_on BETWEEN SYMMETRIC $4 AND '2020-01-01', $5 BETWEEN quantity AND small, hue BETWEEN 'red' AND 'green' FROM sales;

-- name: IsForms :many
SELECT ok IS TRUE, ok IS NOT FALSE, ok IS UNKNOWN, ok IS NOT UNKNOWN, product IS NULL, product ISNULL, product NOTNULL, sales IS NOT NULL, price IS NULL, quantity IS DISTINCT FROM $1, NULL IS NOT DISTINCT FROM product, region IS NOT DISTINCT FROM NULL FROM sales;

-- name: TypedLiterals :one
SELECT date '2020-01-01', time '10:00', timestamp '2020-01-01', timestamptz 'now', interval '1 day', int4 '5', float8 '1.5', numeric '1', bool 't', uuid '00000000-0000-0000-0000-000000000000', json '{}', jsonb '[]', bytea '\x00', point '(1,2)', int4range '[1,2)', text 'x', "char" 'c', name 'n', regclass 'sales', colour 'red', money_amount '(1,EUR)', email 'a@b', date 'today';

-- name: IntervalFields :one
SELECT interval '1' year, interval '1' day, interval '1-2' year to month, interval '1 2:03' day to minute, interval '1:02.5' minute to second(1), interval(3) '1 second', CAST('1' AS interval hour), '2'::interval second(2);

-- name: Constants :one
SELECT B'0101', X'1F', b'', 0x1F, 0o17, 0b101, 1_000, 1e3, .5, 5., 2147483648, 9223372036854775808, E'a\n', U&'d\0061t\+000061', U&'d!0061' UESCAPE '!', N'n', $$dollar$$, $tag$it's$tag$, TRUE, 'off'::boolean, -1, - -1, +1, NULL;

-- name: CastForms :many
SELECT amount::int, CAST(quantity AS varchar(3)), quantity::text::varchar, region::char(2), region::char, sold_on::text, sold_at::date, tags::varchar[], tags::text, '{1,2}'::int[], ARRAY[1, 2]::bigint[], hue::text, 'red'::colour, region::colour, contact::text, region::email, ROW(1, 'EUR')::money_amount, (1, 'x')::money_amount, '1'::numeric(4, 1), int4(amount), text(quantity), float8(quantity), flags::int, quantity::bit(4), flags::varbit, quantity::oid, 'sales'::regclass::oid, local_at::timestamp(0), took::interval(2), code::text, payload::text, sold_at::timestamp with time zone FROM sales;

-- name: CastParameters :one
SELECT $1::int, CAST($2 AS numeric(10, 2)), $3::text[], $4::colour, $5::email, $6::money_amount, $7::int[][], $8::interval day to second, $9::timestamp(3) with time zone, $10::double precision, $11::char(2), $12::bit varying(3);

-- name: Coalesces :many
SELECT COALESCE(product, region), COALESCE(product, $1), COALESCE(small, quantity, 1.5), COALESCE($2, 1), COALESCE(sold_at, local_at), COALESCE(NULL, NULL), COALESCE(contact, 'x'), COALESCE(hue, $3), COALESCE(tags, '{}'), GREATEST(quantity, small, $4), LEAST(sold_on, local_at), GREATEST(1, 2.5, $5), LEAST(region, product), NULLIF(quantity, 0), NULLIF(amount, $6), NULLIF(product, ''), NULLIF($7, 'x'), NULLIF(small, 1.5), NULLIF(1, quantity) FROM sales;

-- name: Cases :many
SELECT CASE WHEN ok THEN 1 ELSE 2.5 END, CASE region WHEN 'a' THEN quantity WHEN $1 THEN small END, CASE WHEN ok THEN 'x' END, CASE WHEN ok THEN NULL ELSE hue END, CASE quantity WHEN 1.5 THEN $2 ELSE amount END, CASE WHEN $3 THEN sold_on ELSE local_at END, CASE hue WHEN 'red' THEN 'r' ELSE product END, CASE WHEN ok THEN contact ELSE 'y' END, CASE WHEN ok THEN ARRAY[1] ELSE '{}' END FROM sales;

-- name: CurrentValues :one
SELECT CURRENT_DATE, CURRENT_TIME, CURRENT_TIME(2), CURRENT_TIMESTAMP, CURRENT_TIMESTAMP(3), LOCALTIME, LOCALTIME(1), LOCALTIMESTAMP, LOCALTIMESTAMP(0), CURRENT_USER, SESSION_USER, USER, CURRENT_ROLE, CURRENT_CATALOG, CURRENT_SCHEMA, SYSTEM_USER;

-- name: Arrays :many
SELECT tags[1], tags[1:2], tags[:2], tags[2:], tags[:], matrix[1][2], matrix[1:2][1], matrix[1], (tags || 'x'::text)[1], (ARRAY[1, 2, 3])[$1], ARRAY[[1, 2], [3, 4]], ARRAY[tags, tags], ARRAY[]::text[], ARRAY(SELECT region FROM sales), ARRAY(SELECT tags FROM sales), tags || tags, 'a'::text || tags, tags || $2, array_append(tags, $3), $4 = ANY (tags), tags @> ARRAY[$5], tags && $6, cardinality(tags), array_length(matrix, 1), unnest(tags) FROM sales;

-- name: ArrayLiterals :one
SELECT ARRAY[1, 2.5], ARRAY[NULL, 1], ARRAY[1, NULL, $1], ARRAY['a', $2], ARRAY[$3::date, 'today'], ARRAY[ROW(1, 2)], ARRAY['red'::colour, 'green'], (ARRAY[ARRAY['x']])[1][1], ARRAY[1]::text[], ARRAY['1', '2']::int[], ARRAY[$4, $5]::numeric[];

-- name: CompositeFields :many
SELECT (price).amount, (price).currency, (sales.price).amount + 1, (price).*, (s.p).currency, price FROM sales, LATERAL (SELECT sales.price AS p) s;

-- name: Rows :many
SELECT ROW(1, 'a', NULL), (1, region), ROW(), ROW(sales.*), ROW(sales.*, 1), (ROW(1, region)).f2, sales, sales.* = sales.*, ROW(1, 2) = ROW(1, $1) FROM sales;

-- name: Operators :many
SELECT quantity OPERATOR(pg_catalog.+) 1, OPERATOR(pg_catalog.-) quantity, @ quantity, |/ ratio, quantity % 2, quantity ^ 2, ~ quantity, quantity << 1, quantity & small, amount / quantity, small / $1, region || quantity, quantity || region, sold_on + 1, sold_on - sold_on, sold_on + took, sold_on + at_time, sold_at - local_at, took * 2, took / 1.5, - took, valid @> sold_on, valid && $2, valid * valid, flags & B'00000001', flags || mask, ~ flags, NOT ok, ok AND $3, ok OR NULL FROM sales WHERE id IS NOT NULL;

-- name: OperatorPrecedence :many
SELECT NOT quantity > 1 AND ok OR region = 'a', quantity + 2 * 3 - 1, - 2 ^ 2, (1 < 2) = true, region || 'a' LIKE 'b%', quantity IN (1, 2) = ok, quantity IS NULL = ok, region COLLATE "C" < 'x', quantity::text || 'x' FROM sales;

-- name: Collations :many
SELECT region COLLATE "C", region COLLATE pg_catalog."default" < product, max(region COLLATE "POSIX") FROM sales GROUP BY region, product ORDER BY region COLLATE "C";

-- name: ScalarSubqueries :many
SELECT (SELECT count(*) FROM sales b WHERE b.region = a.region), (SELECT region), EXISTS (SELECT 1 FROM sales WHERE id = a.id + $1), NOT EXISTS (TABLE sales), quantity IN (SELECT small FROM sales), (VALUES (1)), (SELECT max(b.amount) + a.amount FROM sales b) FROM sales a;

-- name: CorrelatedAggregate :many
SELECT (SELECT sum(a.quantity)), region FROM sales a GROUP BY region;

-- name: InLists :many
SELECT id FROM sales WHERE quantity IN ($1, $2, 3) AND region NOT IN ('a', $3) AND sold_on IN ('2020-01-01', CURRENT_DATE, $4) AND hue IN ('red', $5) AND amount IN (1, 2.5) AND small IN (quantity) AND NULL IN (1, 2) IS NULL;

-- name: FunctionNotations :many
SELECT make_interval(days => 3, hours => $1), make_date(2020, month => 1, day => $2), format('%s %s', VARIADIC ARRAY['a', $3]), concat('a', 1, region), concat_ws(',', VARIADIC tags), json_build_object('a', region), num_nulls(region, product), greatest(1, 2), pg_catalog.lower(region), coalesce(lower(region), 'x') FROM sales;

-- name: SystemColumns :many
SELECT s.ctid, s.xmin, s.tableoid, tableoid::regclass FROM sales s WHERE s.ctid = $1;

-- name: Aliases :many
SELECT id AS "Id", region "select", product AS user, amount total, 1 AS "a b", quantity AS année FROM sales AS "S" ORDER BY "Id", total;

-- name: UnnamedColumns :many
SELECT 1, 'a', NULL, id + 1, -id, lower(region), region::text, CAST(1 AS int8), CASE WHEN ok THEN 1 END, CASE WHEN ok THEN 1 ELSE id END, (SELECT 1 AS one), (SELECT 1), ARRAY[1], ROW(1), EXISTS (SELECT 1), tags[1], (price).amount, id IN (1), NOT ok, region COLLATE "C", COALESCE(1), GREATEST(1), NULLIF(1, 2), EXTRACT(day FROM sold_on), TRIM(region), POSITION('a' IN region), sold_at AT TIME ZONE 'UTC', count(*) OVER (), '1'::int::text, 1::numeric(3, 1), 'x'::varchar(2), interval '1 day', date '2020-01-01', CURRENT_DATE, true, (id), ((id + 1)), $1::int, ARRAY(SELECT 1), (tags)[1:2], tags::varchar[], '{}'::text[] FROM sales;

-- name: Ranges :many
SELECT lower(valid), upper(valid), valid -|- daterange($1, $2), '[2020-01-01,)'::daterange * valid, isempty(valid), range_merge(valid, valid), multirange(valid), unnest(multirange(valid)), range_agg(valid) OVER () FROM sales;

-- name: TextSearch :many
SELECT to_tsvector('english', region) @@ plainto_tsquery($1), ts_rank(to_tsvector(region), to_tsquery('a & b')), ts_headline(region, websearch_to_tsquery('x')) FROM sales;

-- name: Comments :many
SELECT /* one */ id -- two
    , region /* nested /* comment */ */ FROM sales;

-- name: MixedParameters :many
SELECT id FROM sales WHERE ($1::text IS NULL OR region = $1) AND (quantity > $2 OR $2 IS NULL) AND ($3 OR ok) LIMIT $4 OFFSET $5;

-- name: RepeatedParameter :many
SELECT $1::int + $1, $1 FROM sales WHERE quantity = $1 AND id > $1;

-- name: HavingWithoutGroup :one
SELECT max(amount) FROM sales HAVING count(*) > $1;

-- name: LikeParameters :many
SELECT $1 LIKE region, region LIKE '%' || $2 || '%', $3 || region, $4 ~ 'x', concat($5::text, region) FROM sales;

-- name: DateParameters :many
SELECT sold_on + $1::int, sold_on - $2, sold_at + $3, $4 - sold_at, sold_at - $5, age(sold_at, $6), date_trunc($7, sold_at), sold_on = $8, sold_at > $9, local_at BETWEEN $10 AND $11 FROM sales;
