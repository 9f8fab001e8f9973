-- before
CREATE TABLE date (d date, t text, n name);
CREATE TABLE text (old_id integer, body text, day date);
CREATE TABLE uuid (u uuid, k date[], r text, row public.text);
CREATE FUNCTION f(date) RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;
CREATE VIEW v AS SELECT d, d::text AS x, CAST(t AS date) AS y FROM date;
-- rows
INSERT INTO date (d, t, n) VALUES ('2024-01-01', '2024-02-02', 'q');
INSERT INTO text (old_id, body) VALUES (1, 'x');
INSERT INTO uuid (r, row) VALUES ('x', ROW(1, 'y', '2024-01-01'));
-- after
CREATE TABLE date (d date, t text, n name, extra int);
-- flash:rename text texts
CREATE TABLE texts (old_id bigint, body text, day date);
-- flash:rename uuid uuids
CREATE TABLE uuids (u uuid, z uuid, k date[], r text, row public.texts);
CREATE FUNCTION f(date) RETURNS text LANGUAGE sql AS $$ SELECT 'y' $$;
CREATE VIEW v AS SELECT d, d::text AS x, CAST(t AS date) AS y FROM date;
