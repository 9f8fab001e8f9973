-- Rooms and bookings with ranges, shifts, jobs in a queue.
CREATE TYPE job_status AS ENUM ('queued', 'running', 'done', 'failed');
CREATE TYPE weekday AS ENUM ('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun');
CREATE TYPE timerange AS RANGE (subtype = time);
CREATE DOMAIN percent AS numeric(5, 2) CHECK (VALUE BETWEEN 0 AND 100);
CREATE DOMAIN email_address AS text CHECK (VALUE LIKE '%@%');

CREATE TABLE rooms (
    id serial PRIMARY KEY,
    name text NOT NULL,
    capacity smallint,
    opening timerange,
    closed_on datemultirange NOT NULL DEFAULT '{}'
);

CREATE TABLE people (
    id integer PRIMARY KEY,
    email email_address NOT NULL UNIQUE,
    name text,
    workload percent NOT NULL DEFAULT 100,
    hourly_rate money,
    works weekday[] NOT NULL,
    manager_id integer REFERENCES people (id)
);

CREATE TABLE bookings (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    room_id integer NOT NULL REFERENCES rooms (id),
    person_id integer NOT NULL REFERENCES people (id),
    during tstzrange NOT NULL,
    seats int4range,
    title text,
    EXCLUDE USING gist (during WITH &&)
);

CREATE TABLE shifts (
    person_id integer NOT NULL,
    on_day date NOT NULL,
    starts time NOT NULL,
    ends time NOT NULL,
    pause interval NOT NULL DEFAULT '0',
    PRIMARY KEY (person_id, on_day, starts)
);

CREATE TABLE jobs (
    id bigserial PRIMARY KEY,
    queue text NOT NULL DEFAULT 'default',
    payload jsonb NOT NULL,
    status job_status NOT NULL DEFAULT 'queued',
    priority smallint NOT NULL DEFAULT 0,
    attempts integer NOT NULL DEFAULT 0,
    max_attempts integer NOT NULL DEFAULT 5,
    run_at timestamptz NOT NULL DEFAULT now(),
    locked_by text,
    locked_at timestamptz,
    error text,
    result jsonb
);

-- name: FreeRooms :many
-- params: during tstzrange, capacity smallint
SELECT r.id, r.name FROM rooms r
WHERE NOT EXISTS (SELECT 1 FROM bookings b WHERE b.room_id = r.id AND b.during && @during)
  AND r.capacity >= @capacity;

-- name: Book :one
-- params: room_id integer, person_id integer, starts timestamp with time zone, ends timestamp with time zone, title text?
INSERT INTO bookings (room_id, person_id, during, title)
VALUES (@room_id, @person_id, tstzrange(@starts, @ends, '[)'), @title)
RETURNING id, lower(during) AS starts, upper(during) AS ends, upper(during) - lower(during) AS length;

-- name: BookingAt :one
-- params: room_id integer, during timestamp with time zone
SELECT id, title FROM bookings WHERE room_id = $1 AND during @> $2::timestamptz;

-- name: BookingsInside :many
SELECT id, during * tstzrange($1, $2) AS part, during - $3 AS rest, during -|- $3 AS adjacent, lower_inc(during), upper_inf(during), isempty(during), during << $3 AS before
FROM bookings WHERE during <@ tstzrange($1, $2);

-- name: Merged :many
SELECT room_id, range_agg(during) AS busy, range_intersect_agg(during) AS common, unnest(range_agg(during)) AS span FROM bookings GROUP BY room_id;

-- name: FreeSlots :many
SELECT room_id, tstzmultirange(tstzrange($1, $2)) - range_agg(during) AS free FROM bookings GROUP BY room_id;

-- name: SeatBounds :many
SELECT lower(seats), upper(seats), seats + int4range(5, 10) AS together, seats @> $1 AS has, $2 <@ seats AS has_too, seats = '[1,5)' AS fixed, range_merge(seats, '[1,2)'::int4range) FROM bookings;

-- name: CloseOn :exec
UPDATE rooms SET closed_on = closed_on + datemultirange(daterange($2, $3, '[]')) WHERE id = $1;

-- name: SlotsOfDay :many
SELECT slot, EXISTS (SELECT 1 FROM bookings b WHERE b.room_id = @room_id AND b.during && tstzrange(slot::timestamptz, slot::timestamptz + interval '30 minutes')) AS taken
FROM generate_series(@day::date + time '08:00', @day::date + time '17:30', interval '30 minutes') AS slot;

-- name: ShiftHours :many
-- columns: person_id!, worked!, hours!, days!
SELECT person_id, sum(ends - starts - pause) AS worked, sum(extract(epoch FROM ends - starts)) / 3600 AS hours, count(DISTINCT on_day) AS days
FROM shifts WHERE on_day >= $1 AND on_day < $1 + 7
GROUP BY person_id;

-- name: ShiftMoments :many
SELECT on_day + starts AS from_moment, (on_day + ends) AT TIME ZONE 'Europe/Berlin' AS to_moment, ends - starts AS length, starts + pause AS after_pause, on_day + interval '1 month' AS later, on_day - $1 AS earlier, on_day + $2::int AS moved, to_char(on_day, 'Dy'), extract(isodow FROM on_day)::smallint
FROM shifts;

-- name: PeopleWorking :many
-- params: works weekday
SELECT id, name, email FROM people WHERE $1 = ANY (works);

-- name: PeopleWorkingAll :many
-- params: works weekday[]
SELECT id, works[1], works[1:2], array_length(works, 1), works || 'sat'::weekday AS more, array_to_string(works, ','), unnest(works) FROM people WHERE works @> $1;

-- name: PersonByEmail :one
SELECT id, email, workload, workload / 100 AS share, workload * 2, hourly_rate * 8 AS per_day, hourly_rate::numeric AS rate, hourly_rate / 2, hourly_rate > $2::money AS dear FROM people WHERE email = $1;

-- name: SetWorkload :exec
-- params: workload percent, id integer
UPDATE people SET workload = $1 WHERE id = $2;

-- name: AddPerson :one
INSERT INTO people (id, email, name, workload, works) VALUES ($1, $2, $3, $4, $5) RETURNING *;

-- name: AddPersonWithDays :one
INSERT INTO people (id, email, works, manager_id) VALUES ($1, $2, ARRAY[$3, $4]::weekday[], nullif($5, 0)) RETURNING id, email;

-- name: Managers :many
WITH RECURSIVE chain AS (
    SELECT id, manager_id, name, 0 AS level, name AS path FROM people WHERE manager_id IS NULL
    UNION ALL
    SELECT p.id, p.manager_id, p.name, chain.level + 1, chain.path || '/' || p.name FROM people p JOIN chain ON p.manager_id = chain.id
)
SELECT chain.*, m.name AS manager FROM chain LEFT JOIN people m ON m.id = chain.manager_id;

-- name: DequeueJob :one
-- params: locked_by text?, queue text
UPDATE jobs SET status = 'running', locked_by = $1, locked_at = now(), attempts = attempts + 1
WHERE id = (
    SELECT id FROM jobs
    WHERE status = 'queued' AND queue = $2 AND run_at <= now()
    ORDER BY priority DESC, run_at, id
    FOR UPDATE SKIP LOCKED
    LIMIT 1
)
RETURNING id, payload, attempts;

-- name: DequeueMany :many
WITH next AS MATERIALIZED (
    SELECT id FROM jobs WHERE status = 'queued' AND queue = ANY (@queues::text[]) ORDER BY priority DESC LIMIT @n FOR NO KEY UPDATE SKIP LOCKED
)
UPDATE jobs j SET status = 'running', locked_by = @worker FROM next WHERE next.id = j.id RETURNING j.*;

-- name: FailJob :one
UPDATE jobs
SET status = CASE WHEN attempts >= max_attempts THEN 'failed'::job_status ELSE 'queued' END,
    run_at = now() + (interval '1 second' * power(2, attempts)),
    error = $2,
    locked_by = NULL
WHERE id = $1
RETURNING status, run_at;

-- name: FinishJob :exec
-- params: id bigint, result jsonb?
UPDATE jobs SET (status, result, locked_at) = ('done', $2, DEFAULT) WHERE id = $1;

-- name: EnqueueMany :many
INSERT INTO jobs (queue, payload, run_at)
SELECT q, p, coalesce(r, now()) FROM unnest($1::text[], $2::jsonb[], $3::timestamptz[]) AS t (q, p, r)
RETURNING id;

-- name: Enqueue :one
-- params: queue text, payload jsonb, priority integer?
INSERT INTO jobs (queue, payload, priority) VALUES ($1, $2, COALESCE($3, 0)) RETURNING id;

-- name: Delay :exec
-- params: mins integer, id bigint
UPDATE jobs SET run_at = run_at + make_interval(mins => $1) WHERE id = $2;

-- name: DelayBySeconds :exec
-- params: arg_1 double precision, id bigint
UPDATE jobs SET run_at = now() + $1 * interval '1 second' WHERE id = $2;

-- name: QueueDepth :many
SELECT queue, status, count(*) AS n, min(run_at) FILTER (WHERE status = 'queued') AS oldest, now() - min(run_at) AS age,
       count(*) FILTER (WHERE attempts > 1) > 0 AS retried
FROM jobs GROUP BY queue, status;

-- name: Reap :execrows
-- params: status job_status, arg_2 interval
DELETE FROM jobs WHERE status = $1 AND locked_at < now() - $2::interval;

-- name: JobsIn :many
-- params: status job_status, status_2 job_status, priority integer
SELECT id FROM jobs WHERE status IN ($1, $2) AND priority + 1 > $3;

-- name: JobsSlice :many
-- params: status job_status[]*, queue text
SELECT id FROM jobs WHERE status IN (flash.slice(status)) AND queue = flash.arg(queue);

-- name: JobPage :many
-- params: limit integer, page integer
SELECT id, count(*) OVER () AS total FROM jobs ORDER BY id LIMIT @limit OFFSET (@page - 1) * @limit;

-- name: JobPagePlain :many
-- params: limit integer, offset integer
SELECT id FROM jobs ORDER BY id LIMIT $1 OFFSET ($2 - 1) * $1;

-- name: AdvisoryLock :one
SELECT pg_try_advisory_lock($1), pg_try_advisory_xact_lock(hashtext($2)), pg_advisory_unlock($1);

-- name: OpenNow :many
SELECT id, opening @> localtime AS open, lower(opening) AS opens, upper(opening) - lower(opening) AS hours, closed_on @> current_date AS holiday, opening && timerange($1, $2) AS overlapping FROM rooms;
