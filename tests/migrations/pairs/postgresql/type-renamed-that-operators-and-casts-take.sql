-- before
CREATE TYPE complex AS (re float8, im float8);
CREATE TYPE level AS ENUM ('low', 'high');
CREATE FUNCTION c_add(a complex, b complex) RETURNS complex LANGUAGE sql IMMUTABLE AS $$ SELECT ROW(a.re + b.re, a.im + b.im)::complex $$;
CREATE OPERATOR + (LEFTARG = complex, RIGHTARG = complex, FUNCTION = c_add);
CREATE FUNCTION to_level(i integer) RETURNS level LANGUAGE sql IMMUTABLE AS $$ SELECT 'low'::level $$;
CREATE CAST (integer AS level) WITH FUNCTION to_level(integer) AS ASSIGNMENT;
CREATE TABLE t (id int PRIMARY KEY, z complex, l level);
-- rows
INSERT INTO t VALUES (1, ROW(1, 2), 'low');
-- after
-- flash:rename complex cplx
CREATE TYPE cplx AS (re numeric, im float8);
-- flash:rename level grade
CREATE TYPE grade AS ENUM ('low', 'high');
CREATE FUNCTION c_add(a cplx, b cplx) RETURNS cplx LANGUAGE sql IMMUTABLE AS $$ SELECT ROW(a.re + b.re, a.im + b.im)::cplx $$;
CREATE OPERATOR + (LEFTARG = cplx, RIGHTARG = cplx, FUNCTION = c_add);
CREATE FUNCTION to_level(i integer) RETURNS grade LANGUAGE sql IMMUTABLE AS $$ SELECT 'low'::grade $$;
CREATE TABLE t (id int PRIMARY KEY, z cplx, l grade);
