-- before
CREATE TYPE pt AS (x int, y int);
CREATE TYPE path_t AS (name text, pts pt[]);
CREATE TABLE maps (id int PRIMARY KEY, p path_t, ps path_t[]);
CREATE FUNCTION npts(p path_t) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT cardinality((p).pts) $$;
-- rows
INSERT INTO maps VALUES (1, ROW('n', ARRAY[ROW(1,2)::pt]), ARRAY[ROW('m', ARRAY[ROW(3,4)::pt, ROW(5,6)::pt])::path_t]), (2, NULL, '{}'), (3, NULL, NULL);
-- after
CREATE TYPE pt AS (x numeric, y numeric);
CREATE TYPE path_t AS (name text, pts pt[], closed boolean);
CREATE TABLE maps (id int PRIMARY KEY, p path_t, ps path_t[]);
CREATE FUNCTION npts(p path_t) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT cardinality((p).pts) $$;
