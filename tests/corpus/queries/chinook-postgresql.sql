-- Queries over Chinook, one construct each; the server's Describe is what they are tested against.

-- name: AlbumsOfArtist :many
SELECT a.album_id, a.title, r.name FROM album a JOIN artist r USING (artist_id) WHERE r.name = $1;
-- name: NaturalJoin :many
SELECT * FROM album NATURAL JOIN artist;
-- name: UsingStar :many
SELECT * FROM track JOIN album USING (album_id) LEFT JOIN genre USING (genre_id);
-- name: LeftJoinCount :many
SELECT r.artist_id, r.name, count(a.album_id) AS albums, max(a.title) FROM artist r LEFT JOIN album a ON a.artist_id = r.artist_id GROUP BY r.artist_id ORDER BY albums DESC LIMIT $1;
-- name: FullJoin :many
SELECT artist_id, r.name, a.title FROM artist r FULL JOIN album a USING (artist_id);
-- name: SelfJoin :many
SELECT e.first_name || ' ' || e.last_name AS employee, m.first_name || ' ' || m.last_name AS manager FROM employee e LEFT JOIN employee m ON m.employee_id = e.reports_to;
-- name: CommaJoin :many
SELECT t.name, m.name FROM track t, media_type m WHERE t.media_type_id = m.media_type_id AND t.milliseconds BETWEEN $1 AND $2;
-- name: CrossJoin :many
SELECT g.name, m.name AS media FROM genre g CROSS JOIN media_type m;
-- name: NestedJoin :many
SELECT c.customer_id, i.total, l.quantity FROM customer c LEFT JOIN (invoice i JOIN invoice_line l ON l.invoice_id = i.invoice_id) ON i.customer_id = c.customer_id;
-- name: JoinAlias :many
SELECT j.* FROM (album JOIN artist USING (artist_id)) AS j;
-- name: ColumnAliases :many
SELECT x.a, y FROM artist AS x(a, y);
-- name: Lateral :many
SELECT c.customer_id, last.total, last.invoice_date FROM customer c LEFT JOIN LATERAL (SELECT i.total, i.invoice_date FROM invoice i WHERE i.customer_id = c.customer_id ORDER BY i.invoice_date DESC LIMIT 1) last ON true;
-- name: Series :many
SELECT n, n * 2 AS double FROM generate_series(1, $1) AS n;
-- name: SeriesOrdinality :many
SELECT s.day, s.ordinality FROM generate_series($1::date, $2::date, '1 day'::interval) WITH ORDINALITY AS s(day);
-- name: Unnest :many
SELECT u.id, t.name FROM unnest($1::int[]) AS u(id) JOIN track t ON t.track_id = u.id;
-- name: UnnestTwo :many
SELECT * FROM unnest($1::int[], $2::text[]) AS u(id, label);
-- name: JsonEach :many
SELECT key, value FROM jsonb_each_text($1);
-- name: JsonElements :many
SELECT e.value ->> 'name' AS name FROM jsonb_array_elements($1::jsonb) AS e;
-- name: Exists :one
SELECT EXISTS (SELECT 1 FROM track WHERE name = $1);
-- name: NotExists :many
SELECT name FROM artist r WHERE NOT EXISTS (SELECT 1 FROM album a WHERE a.artist_id = r.artist_id);
-- name: InQuery :many
SELECT name FROM track WHERE album_id IN (SELECT album_id FROM album WHERE artist_id = $1);
-- name: NotInList :many
SELECT name FROM track WHERE genre_id NOT IN ($1, $2);
-- name: InOne :many
SELECT name FROM track WHERE composer IN ($1);
-- name: AnyArray :many
SELECT name FROM track WHERE track_id = ANY ($1);
-- name: AnyText :many
SELECT name FROM track WHERE name = ANY ($1);
-- name: AllQuery :many
SELECT name FROM track WHERE milliseconds >= ALL (SELECT milliseconds FROM track WHERE genre_id = $1);
-- name: RowIn :many
SELECT track_id FROM playlist_track WHERE (playlist_id, track_id) IN (($1, $2), ($3, $4));
-- name: RowCompare :many
SELECT invoice_id FROM invoice WHERE (invoice_date, invoice_id) > ($1, $2) ORDER BY invoice_date, invoice_id LIMIT $3;
-- name: RowInQuery :many
SELECT t.name FROM track t WHERE (t.album_id, t.genre_id) IN (SELECT album_id, genre_id FROM track);
-- name: ScalarSubquery :many
SELECT c.email, (SELECT sum(total) FROM invoice i WHERE i.customer_id = c.customer_id) FROM customer c;
-- name: ArraySubquery :many
SELECT r.name, ARRAY(SELECT a.title FROM album a WHERE a.artist_id = r.artist_id) FROM artist r;
-- name: Literals :one
SELECT 1, 'a', 1.5, NULL, true, 10000000000, '2020-01-01'::date, INTERVAL '1 day', B'101', 1e10;
-- name: Arithmetic :many
SELECT milliseconds / 1000, milliseconds / 1000.0, unit_price * 2, -bytes, milliseconds % 7, unit_price + $1, milliseconds * $2 FROM track;
-- name: Strings :many
SELECT upper(name), length(name), name || '!', substring(name FROM 1 FOR 3), trim(name), position('a' IN name), left(name, $1), replace(name, $2, $3) FROM track;
-- name: Dates :many
SELECT invoice_date::date, extract(year FROM invoice_date), date_trunc('month', invoice_date), invoice_date + interval '1 day', now() - invoice_date, age(invoice_date), to_char(invoice_date, 'YYYY'), invoice_date AT TIME ZONE 'UTC' FROM invoice;
-- name: SqlValues :one
SELECT CURRENT_DATE, CURRENT_TIMESTAMP, LOCALTIMESTAMP, CURRENT_USER, CURRENT_TIME, CURRENT_CATALOG;
-- name: Casts :many
SELECT total::text, total::int, CAST(total AS double precision), invoice_id::bigint, customer_id::varchar(3), 'x'::varchar, NULL::int FROM invoice;
-- name: CaseForms :many
SELECT CASE WHEN total > $1 THEN 'big' ELSE 'small' END, CASE customer_id WHEN $2 THEN 1 END, CASE WHEN total > 5 THEN billing_city END, CASE WHEN total > 1 THEN 1 ELSE 2.5 END FROM invoice;
-- name: Coalesces :many
SELECT COALESCE(company, 'none'), COALESCE(company, $1), NULLIF(city, ''), GREATEST(customer_id, 5, $2), LEAST(first_name, last_name) FROM customer;
-- name: AggregatesAll :one
SELECT count(*), count(DISTINCT genre_id), sum(milliseconds), sum(unit_price), avg(bytes), min(name), max(unit_price), array_agg(name ORDER BY name), string_agg(name, ', '), bool_and(unit_price > 1), json_agg(name), stddev(milliseconds), percentile_cont(0.5) WITHIN GROUP (ORDER BY milliseconds), mode() WITHIN GROUP (ORDER BY genre_id) FROM track;
-- name: FilterAggregate :many
SELECT genre_id, count(*) FILTER (WHERE milliseconds > $1) AS long, sum(bytes) FILTER (WHERE unit_price < $2) FROM track GROUP BY genre_id;
-- name: Having :many
SELECT customer_id, sum(total) AS spent FROM invoice GROUP BY customer_id HAVING sum(total) > $1;
-- name: GroupByAlias :many
SELECT date_trunc('year', invoice_date) AS year, sum(total) FROM invoice GROUP BY year ORDER BY year;
-- name: GroupByPosition :many
SELECT billing_country, count(*) FROM invoice GROUP BY 1 ORDER BY 2 DESC, 1;
-- name: Rollup :many
SELECT billing_country, billing_city, sum(total), grouping(billing_country) FROM invoice GROUP BY ROLLUP (billing_country, billing_city);
-- name: FunctionalDependency :many
SELECT a.*, count(t.track_id) FROM album a LEFT JOIN track t ON t.album_id = a.album_id GROUP BY a.album_id;
-- name: Windows :many
SELECT name, row_number() OVER (PARTITION BY album_id ORDER BY track_id), rank() OVER w, lag(milliseconds) OVER w, lead(name, 1, 'none'::varchar) OVER w, first_value(name) OVER w, sum(milliseconds) OVER (ORDER BY track_id ROWS BETWEEN $1 PRECEDING AND CURRENT ROW), ntile(4) OVER w, percent_rank() OVER w FROM track WINDOW w AS (PARTITION BY genre_id ORDER BY milliseconds);
-- name: Cte :many
WITH spent AS (SELECT customer_id, sum(total) AS total FROM invoice GROUP BY customer_id) SELECT c.first_name, s.total FROM customer c JOIN spent s USING (customer_id) WHERE s.total > $1;
-- name: RecursiveCte :many
WITH RECURSIVE chain(id, name, depth) AS (SELECT employee_id, last_name, 1 FROM employee WHERE employee_id = $1 UNION ALL SELECT e.employee_id, e.last_name, c.depth + 1 FROM employee e JOIN chain c ON e.reports_to = c.id) SELECT * FROM chain;
-- name: WritingCte :many
WITH gone AS (DELETE FROM playlist_track WHERE playlist_id = $1 RETURNING track_id) SELECT t.name FROM track t JOIN gone USING (track_id);
-- name: InsertFromCte :one
WITH source AS (SELECT $1::text AS name) INSERT INTO artist (name) SELECT name FROM source RETURNING artist_id, name;
-- name: NestedCte :many
WITH a AS (WITH b AS (SELECT artist_id FROM artist WHERE name LIKE $1) SELECT * FROM b) SELECT count(*) FROM a;
-- name: Union :many
SELECT first_name, 'customer' AS kind FROM customer UNION SELECT first_name, 'employee' FROM employee ORDER BY 1;
-- name: UnionTypes :many
SELECT 1 AS n UNION ALL SELECT 2.5 UNION ALL SELECT NULL;
-- name: UnionParameter :many
SELECT artist_id, name FROM artist UNION ALL SELECT $1, $2;
-- name: Intersect :many
SELECT city FROM customer INTERSECT SELECT city FROM employee;
-- name: Except :many
(SELECT country FROM customer LIMIT 5) EXCEPT SELECT country FROM employee LIMIT $1;
-- name: ValuesQuery :many
VALUES (1, 'one'), (2, 'two'), ($1, $2);
-- name: ValuesSource :many
SELECT v.id, v.label FROM (VALUES (1, 'a'), (2, NULL)) AS v(id, label);
-- name: Insert :one
INSERT INTO customer (first_name, last_name, email, company) VALUES ($1, $2, lower($3), $4) RETURNING customer_id;
-- name: InsertDefault :one
INSERT INTO artist DEFAULT VALUES RETURNING *;
-- name: InsertMany :many
INSERT INTO genre (name) VALUES ($1), ($2), (DEFAULT) RETURNING genre_id;
-- name: InsertSelect :execrows
INSERT INTO playlist_track (playlist_id, track_id) SELECT $1, track_id FROM track WHERE album_id = $2;
-- name: Upsert :one
INSERT INTO genre AS g (genre_id, name) VALUES ($1, $2) ON CONFLICT (genre_id) DO UPDATE SET name = COALESCE(excluded.name, g.name) WHERE g.name <> $3 RETURNING g.*;
-- name: InsertColumnsInOrder :exec
INSERT INTO playlist VALUES ($1, $2);
-- name: UpdateFrom :execrows
UPDATE track t SET unit_price = t.unit_price * $1, composer = NULL FROM genre g WHERE g.genre_id = t.genre_id AND g.name = $2;
-- name: UpdateMany :one
UPDATE customer SET (city, country) = ($2, $3), phone = $4 WHERE customer_id = $1 RETURNING customer_id, city;
-- name: UpdateSubquery :exec
UPDATE customer SET (city, country) = (SELECT city, country FROM employee WHERE employee_id = $1) WHERE customer_id = $2;
-- name: UpdateCoalesce :exec
UPDATE employee SET title = COALESCE($2, title), reports_to = COALESCE($3, reports_to) WHERE employee_id = $1;
-- name: DeleteUsing :many
DELETE FROM invoice_line l USING invoice i WHERE i.invoice_id = l.invoice_id AND i.total < $1 RETURNING l.invoice_line_id, i.total;
-- name: OptionalFilter :many
SELECT name FROM track WHERE ($1::text IS NULL OR name ILIKE $1) AND ($2::int IS NULL OR genre_id = $2);
-- name: NotDistinct :many
SELECT name FROM track WHERE composer IS NOT DISTINCT FROM $1;
-- name: DistinctOn :many
SELECT DISTINCT ON (customer_id) customer_id, total FROM invoice ORDER BY customer_id, invoice_date DESC;
-- name: OrderByParameter :many
SELECT name FROM artist ORDER BY CASE WHEN $1::boolean THEN name END LIMIT ALL OFFSET $2;
-- name: WholeRow :many
SELECT a FROM artist a;
-- name: RowValue :many
SELECT ROW(artist_id, name) FROM artist;
-- name: RowToJson :many
SELECT to_jsonb(a), row_to_json(a) FROM artist a;
-- name: SystemColumns :many
SELECT ctid, tableoid, xmin FROM artist;
-- name: Arrays :one
SELECT ARRAY[1, 2, $1], ARRAY['a', $2], (ARRAY[1, 2])[1], ARRAY[[1], [2]], ARRAY[]::text[], array_length($3::int[], 1);
-- name: JsonOperators :one
SELECT $1::jsonb -> 'a' ->> 'b', $1 #>> '{a,b}', jsonb_build_object('k', $2::int), $1 ? 'x';
-- name: Booleans :many
SELECT total > 5 AND billing_city IS NULL, NOT (total > 5), total > 5 IS TRUE, billing_city LIKE 'A%' FROM invoice;
-- name: Similar :many
SELECT name FROM track WHERE name ~ $1 OR name NOT LIKE $2 OR name SIMILAR TO $3;
-- name: NamedNotation :one
SELECT make_interval(days => $1);
-- name: TextParameter :one
SELECT $1;
-- name: MixedParameter :many
SELECT track_id, $1 AS label FROM track WHERE name <> $1;
-- name: Collates :many
SELECT name COLLATE "C" FROM artist ORDER BY name COLLATE "C";
-- name: SubqueryUnknown :many
SELECT s.x || 'y' FROM (SELECT 'a' AS x) s;
-- name: SetReturning :many
SELECT generate_series(1, 3), artist_id FROM artist;
-- name: RowsFrom :many
SELECT * FROM ROWS FROM (generate_series(1, 2), generate_series(1, 3)) AS r(a, b);
-- name: OldAndNew :many
UPDATE genre SET name = $1 WHERE genre_id = $2 RETURNING old.name, new.name;
-- name: Quoted :many
SELECT name AS "Name", "artist_id" AS "order" FROM artist AS "Select";
