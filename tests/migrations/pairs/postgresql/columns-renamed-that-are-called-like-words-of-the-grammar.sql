-- before
CREATE TABLE t (at timestamptz PRIMARY KEY, date date, year int, last int, day text, CHECK (date > '2020-01-01'::date), CHECK (date < CAST('2200-01-01' AS date)), CHECK (date > DATE '2001-01-01'), g int GENERATED ALWAYS AS (extract(year FROM date)) STORED, CHECK (year > extract(year FROM date) - 100), CHECK (at > '2001-01-01'::timestamptz + interval '1' day), CHECK (length(day) > 0));
CREATE INDEX t_m ON t (date_trunc('month', at AT TIME ZONE 'UTC'));
CREATE INDEX t_l ON t (last DESC NULLS LAST);
-- rows
INSERT INTO t VALUES ('2024-01-01 00:00+00', '2021-01-01', 2020, 1, 'x');
-- after
CREATE TABLE t (
 -- flash:rename at happened_at
 happened_at timestamptz PRIMARY KEY,
 -- flash:rename date on_date
 on_date date,
 -- flash:rename year in_year
 in_year int,
 -- flash:rename last latest
 latest int,
 -- flash:rename day weekday
 weekday text, CHECK (on_date > '2020-01-01'::date), CHECK (on_date < CAST('2200-01-01' AS date)), CHECK (on_date > DATE '2001-01-01'), g int GENERATED ALWAYS AS (extract(year FROM on_date)) STORED, CHECK (in_year > extract(year FROM on_date) - 100), CHECK (happened_at > '2001-01-01'::timestamptz + interval '1' day), CHECK (length(weekday) > 0));
CREATE INDEX t_m ON t (date_trunc('month', happened_at AT TIME ZONE 'UTC'));
CREATE INDEX t_l ON t (latest DESC NULLS LAST);
