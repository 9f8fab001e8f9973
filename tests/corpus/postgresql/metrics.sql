-- Measurements over time: devices, readings, page views, reports.
CREATE TYPE severity AS ENUM ('info', 'warning', 'critical');

CREATE TABLE sites (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    region text NOT NULL,
    latitude double precision NOT NULL,
    longitude double precision NOT NULL,
    location point,
    timezone text NOT NULL DEFAULT 'UTC'
);

CREATE TABLE devices (
    id bigint PRIMARY KEY,
    site_id integer REFERENCES sites (id),
    model varchar(60) NOT NULL,
    firmware text,
    installed_on date NOT NULL,
    calibration real[]
);

CREATE TABLE readings (
    device_id bigint NOT NULL REFERENCES devices (id),
    taken_at timestamptz NOT NULL,
    temperature double precision,
    humidity real,
    pressure numeric(7, 2),
    battery smallint,
    flags bit(8) NOT NULL DEFAULT B'00000000',
    PRIMARY KEY (device_id, taken_at)
) PARTITION BY RANGE (taken_at);
CREATE TABLE readings_2026 PARTITION OF readings FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

CREATE TABLE alarms (
    id bigserial PRIMARY KEY,
    device_id bigint NOT NULL,
    level severity NOT NULL,
    raised_at timestamp NOT NULL,
    cleared_at timestamp,
    duration interval GENERATED ALWAYS AS (cleared_at - raised_at) STORED,
    message text NOT NULL
);

CREATE TABLE page_views (
    id bigserial PRIMARY KEY,
    visitor uuid NOT NULL,
    path text NOT NULL,
    referrer text,
    seen_at timestamptz NOT NULL,
    load_ms integer,
    country char(2)
);

CREATE TABLE sales (
    region text NOT NULL,
    product text NOT NULL,
    sold_on date NOT NULL,
    units integer NOT NULL,
    amount numeric(14, 2) NOT NULL
);

-- name: LatestPerDevice :many
SELECT DISTINCT ON (device_id) device_id, taken_at, temperature, humidity
FROM readings
ORDER BY device_id, taken_at DESC;

-- name: LatestLateral :many
-- params: region text
-- columns: id!, model!, taken_at?, temperature?
SELECT d.id, d.model, r.taken_at, r.temperature
FROM devices d
JOIN sites s ON s.id = d.site_id
LEFT JOIN LATERAL (
    SELECT taken_at, temperature FROM readings WHERE device_id = d.id ORDER BY taken_at DESC LIMIT 1
) r ON TRUE
WHERE s.region = $1;

-- name: HourlyBuckets :many
-- params: device_id bigint, taken_at_from timestamp with time zone, taken_at_to timestamp with time zone
SELECT date_trunc('hour', taken_at) AS hour,
       avg(temperature) AS temperature,
       avg(humidity) AS humidity,
       avg(pressure) AS pressure,
       avg(battery) AS battery,
       sum(battery) AS battery_sum,
       sum(temperature), sum(humidity), sum(pressure),
       min(taken_at), max(taken_at) - min(taken_at) AS span,
       stddev(temperature), variance(pressure), stddev_pop(battery)
FROM readings
WHERE device_id = $1 AND taken_at BETWEEN $2 AND $3
GROUP BY hour
ORDER BY hour;

-- name: DateBins :many
SELECT date_bin($1, taken_at, TIMESTAMPTZ '2026-01-01') AS bin, count(*)
FROM readings GROUP BY 1 ORDER BY 1;

-- name: LocalDays :many
SELECT (taken_at AT TIME ZONE s.timezone)::date AS day,
       taken_at AT TIME ZONE 'UTC' AS utc,
       (taken_at AT TIME ZONE 'UTC') AT TIME ZONE $1 AS back,
       count(*)
FROM readings r JOIN devices d ON d.id = r.device_id JOIN sites s ON s.id = d.site_id
GROUP BY 1, 2, 3;

-- name: FilledSeries :many
-- params: first date, last date, device_id bigint
SELECT g.day::date AS day, coalesce(count(r.*), 0) AS readings, avg(r.temperature) AS mean
FROM generate_series(@first::date, @last::date, interval '1 day') AS g (day)
LEFT JOIN readings r ON r.taken_at::date = g.day AND r.device_id = @device_id
GROUP BY g.day;

-- name: Series :many
SELECT * FROM generate_series($1::timestamp, $2::timestamp, $3::interval);

-- name: SeriesOfNumbers :many
SELECT n, n * n AS square, n / 2.0 AS half, n % 2 = 0 AS even, n::float8 / 3 FROM generate_series(1, $1) n;

-- name: Deltas :many
-- columns: device_id!, taken_at!, temperature?, previous?, change?, next_or_now!, row!
SELECT device_id, taken_at, temperature,
       lag(temperature) OVER w AS previous,
       temperature - lag(temperature, 1) OVER w AS change,
       lead(taken_at, 1, now()) OVER w AS next_or_now,
       row_number() OVER w AS row
FROM readings
WINDOW w AS (PARTITION BY device_id ORDER BY taken_at);

-- name: GapsAndIslands :many
WITH marked AS (
    SELECT device_id, taken_at,
           taken_at - lag(taken_at) OVER (PARTITION BY device_id ORDER BY taken_at) > $1::interval AS is_gap
    FROM readings
), numbered AS (
    SELECT *, sum(CASE WHEN is_gap THEN 1 ELSE 0 END) OVER (PARTITION BY device_id ORDER BY taken_at) AS island
    FROM marked
)
SELECT device_id, island, min(taken_at) AS starts, max(taken_at) AS ends, count(*) AS readings
FROM numbered
GROUP BY device_id, island
HAVING count(*) > $2
ORDER BY device_id, starts;

-- name: MovingAverage :many
SELECT taken_at,
       avg(temperature) OVER (ORDER BY taken_at ROWS BETWEEN 5 PRECEDING AND CURRENT ROW) AS moving,
       sum(pressure) OVER (ORDER BY taken_at RANGE BETWEEN INTERVAL '1 hour' PRECEDING AND CURRENT ROW),
       first_value(temperature) OVER (ORDER BY taken_at),
       nth_value(humidity, 2) OVER (ORDER BY taken_at) AS second,
       ntile(4) OVER (ORDER BY temperature) AS quartile,
       percent_rank() OVER (ORDER BY temperature), cume_dist() OVER (ORDER BY temperature) AS cd,
       dense_rank() OVER (ORDER BY temperature DESC NULLS LAST)
FROM readings WHERE device_id = $1;

-- name: WindowFrameOffset :many
-- params: rows bigint, device_id bigint
SELECT taken_at, max(temperature) OVER (ORDER BY taken_at ROWS $1 PRECEDING) AS peak FROM readings WHERE device_id = $2;

-- name: Percentiles :many
SELECT path,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY load_ms) AS median,
       percentile_disc(0.95) WITHIN GROUP (ORDER BY load_ms) AS p95,
       percentile_cont(ARRAY[0.25, 0.75]) WITHIN GROUP (ORDER BY load_ms) AS quartiles,
       mode() WITHIN GROUP (ORDER BY country) AS usual_country
FROM page_views
GROUP BY path;

-- name: PercentileOf :one
SELECT percentile_cont($1) WITHIN GROUP (ORDER BY load_ms), percentile_cont($2::float8[]) WITHIN GROUP (ORDER BY load_ms)
FROM page_views WHERE path = $3;

-- name: HypotheticalRank :one
SELECT rank($1) WITHIN GROUP (ORDER BY load_ms), count(*) FROM page_views;

-- name: Correlation :one
-- columns: corr?, regr_slope?, regr_count!, covar_pop?
SELECT corr(temperature, humidity), regr_slope(temperature, humidity), regr_count(temperature, humidity), covar_pop(temperature, humidity)
FROM readings;

-- name: Sessions :many
WITH steps AS (
    SELECT visitor, seen_at, path,
           CASE WHEN seen_at - lag(seen_at) OVER w > interval '30 minutes' OR lag(seen_at) OVER w IS NULL THEN 1 END AS starts
    FROM page_views
    WINDOW w AS (PARTITION BY visitor ORDER BY seen_at)
)
SELECT visitor, count(starts) OVER (PARTITION BY visitor ORDER BY seen_at) AS session_no, path, seen_at
FROM steps;

-- name: Funnel :one
SELECT count(*) FILTER (WHERE path = '/') AS home,
       count(*) FILTER (WHERE path LIKE '/cart%') AS cart,
       round(100.0 * count(*) FILTER (WHERE path = '/done') / nullif(count(*), 0), 2) AS percent
FROM page_views
WHERE seen_at >= $1 AND seen_at < $1 + interval '1 day';

-- name: TopPathPerCountry :many
SELECT * FROM (
    SELECT country, path, count(*) AS views,
           row_number() OVER (PARTITION BY country ORDER BY count(*) DESC, path) AS place
    FROM page_views GROUP BY country, path
) ranked
WHERE place <= $1;

-- name: Retention :many
WITH first_seen AS (SELECT visitor, min(seen_at)::date AS day FROM page_views GROUP BY visitor)
SELECT f.day AS cohort, v.seen_at::date - f.day AS day_number, count(DISTINCT v.visitor) AS visitors
FROM first_seen f JOIN page_views v USING (visitor)
GROUP BY f.day, v.seen_at::date - f.day
ORDER BY 1, 2;

-- name: SalesCube :many
-- columns: region?, product?, units?, amount?, level!
SELECT region, product, sum(units) AS units, sum(amount) AS amount, grouping(region, product) AS level
FROM sales
GROUP BY CUBE (region, product)
ORDER BY region NULLS LAST, product NULLS LAST;

-- name: SalesRollup :many
SELECT coalesce(region, 'all') AS region, extract(year FROM sold_on) AS year, sum(amount)
FROM sales GROUP BY ROLLUP (region, extract(year FROM sold_on));

-- name: SalesSets :many
SELECT region, product, NULL AS nothing, count(*) FROM sales GROUP BY GROUPING SETS ((region), (product), ());

-- name: Pivot :many
SELECT product,
       sum(amount) FILTER (WHERE extract(quarter FROM sold_on) = 1) AS q1,
       sum(amount) FILTER (WHERE extract(quarter FROM sold_on) = 2) AS q2,
       sum(CASE WHEN extract(quarter FROM sold_on) = 3 THEN amount ELSE 0 END) AS q3,
       coalesce(sum(amount) FILTER (WHERE date_part('quarter', sold_on) = 4), 0) AS q4
FROM sales GROUP BY product;

-- name: ShareOfTotal :many
SELECT region, sum(amount) AS amount, sum(amount) / sum(sum(amount)) OVER () AS share,
       100 * sum(units)::numeric / sum(sum(units)) OVER () AS percent_units
FROM sales GROUP BY region;

-- name: YearOverYear :many
SELECT y, total, total - lag(total) OVER (ORDER BY y) AS growth,
       (total / nullif(lag(total) OVER (ORDER BY y), 0) - 1) * 100 AS percent
FROM (SELECT extract(year FROM sold_on)::int AS y, sum(amount) AS total FROM sales GROUP BY 1) t;

-- name: Distances :many
-- params: latitude double precision, longitude double precision
SELECT id, name,
       6371 * acos(cos(radians(@latitude)) * cos(radians(latitude)) * cos(radians(longitude) - radians(@longitude))
                   + sin(radians(@latitude)) * sin(radians(latitude))) AS km
FROM sites ORDER BY km;

-- name: NearestPoint :many
SELECT name, location <-> point($1, $2) AS distance, location[0] AS x FROM sites WHERE location <@ circle(point($1, $2), $3) ORDER BY location <-> point($1, $2) LIMIT 10;

-- name: BoundingBox :many
-- params: latitude_from double precision, latitude_to double precision, longitude_from double precision, longitude_to double precision
SELECT id FROM sites WHERE latitude BETWEEN $1 AND $2 AND longitude BETWEEN $3 AND $4;

-- name: AlarmDurations :many
SELECT level, avg(duration) AS mean, sum(duration), max(coalesce(duration, localtimestamp - raised_at)),
       extract(epoch FROM avg(duration)) AS seconds, justify_hours(sum(duration)),
       sum(extract(epoch FROM duration))::bigint AS total_seconds
FROM alarms GROUP BY level;

-- name: OpenAlarms :many
-- params: interval interval, level severity
SELECT id, level, message, LOCALTIMESTAMP - raised_at AS open_for, raised_at + @interval::interval AS ends_by,
       date_part('day', now()::timestamp - raised_at) AS days_open
FROM alarms WHERE cleared_at IS NULL AND level >= @level;

-- name: IntervalArithmetic :many
SELECT raised_at + $1 * interval '1 hour' AS later,
       raised_at - interval '1 day' * 2,
       raised_at::date + 7 AS next_week,
       raised_at::date - date '2026-01-01' AS days,
       raised_at::date + time '10:00' AS at_ten,
       raised_at::time AS of_day,
       interval '1 day' / 2, -duration, duration * 1.5,
       (raised_at, raised_at + interval '1 hour') OVERLAPS ($2, $3) AS overlapping
FROM alarms;

-- name: RecentAlarms :many
-- params: arg_1 text, level severity
SELECT id FROM alarms WHERE raised_at > now() - ($1 || ' days')::interval AND level = $2;

-- name: AlarmsWithin :many
SELECT id FROM alarms WHERE raised_at > now() - $1::interval AND cleared_at - raised_at > $2;

-- name: ExtractParts :one
SELECT extract(epoch FROM now()), extract(dow FROM current_date), extract(hour FROM current_time), extract(minute FROM interval '5 min'),
       date_part('year', now()), to_timestamp($1), to_date($2, 'YYYY-MM-DD'), to_char(now(), 'IYYY-IW'), make_date(2026, 1, $3), make_timestamptz(2026, 1, 1, 0, 0, 0);

-- name: Flags :many
SELECT device_id, flags & B'00000001', flags | B'00000010', get_bit(flags, 3), flags::int, ~flags, bit_count(flags), flags << 1
FROM readings WHERE flags & $1 <> B'00000000';

-- name: Calibration :many
SELECT id, calibration[1] AS gain, calibration[2:3] AS rest, array_length(calibration, 1), unnest(calibration) AS value FROM devices WHERE calibration IS NOT NULL;

-- name: ModelsByInitial :many
SELECT left(model, 1) AS initial, array_agg(DISTINCT model), string_agg(DISTINCT model, ',' ORDER BY model), json_agg(model), json_object_agg(id, model), every(firmware IS NOT NULL), bit_or(id)
FROM devices GROUP BY left(model, 1);

-- name: BulkReadings :copyfrom
INSERT INTO readings (device_id, taken_at, temperature, humidity) VALUES ($1, $2, $3, $4);

-- name: InsertReadings :execrows
-- params: device_ids bigint[], times timestamp with time zone[], temperatures double precision[]
INSERT INTO readings (device_id, taken_at, temperature)
SELECT * FROM unnest(@device_ids::bigint[], @times::timestamptz[], @temperatures::float8[])
ON CONFLICT DO NOTHING;

-- name: MixedArithmetic :many
SELECT battery + 1 AS a, battery + 1::bigint AS b, battery * 1.5 AS c, battery / 2 AS d, humidity * 2 AS e, humidity * temperature AS f,
       pressure * 2 AS g, pressure + humidity AS h, pressure / battery AS i, battery * battery AS j, -battery AS k, @ temperature AS l,
       |/ temperature AS m, temperature ^ 2 AS n, 2 ^ battery AS o, pressure % 3 AS p, mod(battery, 3) AS q, power(pressure, 2) AS r,
       round(temperature) AS s, round(pressure, 1) AS t, ceil(humidity) AS u, trunc(pressure) AS v, sqrt(battery) AS w, abs(battery) AS x, sign(pressure) AS y, div(pressure, 2) AS z
FROM readings;

-- name: FirstWithTies :many
SELECT path, load_ms FROM page_views ORDER BY load_ms DESC NULLS LAST FETCH FIRST 3 ROWS WITH TIES;

-- name: AnyValue :many
SELECT visitor, any_value(country), max(path) FROM page_views GROUP BY visitor;

-- name: TableSampleAndOffset :many
SELECT id, path FROM page_views TABLESAMPLE SYSTEM (10) ORDER BY id OFFSET $1 ROWS LIMIT $2;
