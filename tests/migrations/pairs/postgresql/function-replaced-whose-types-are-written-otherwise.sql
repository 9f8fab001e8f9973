-- before
CREATE TYPE public.tone AS ENUM ('low', 'high');
CREATE TABLE public.scores (id bigint, points integer);
CREATE FUNCTION public.best(n integer) RETURNS SETOF public.scores LANGUAGE sql AS $$ SELECT * FROM scores ORDER BY points DESC LIMIT n $$;
CREATE FUNCTION public.tone_of(id bigint, OUT found public.tone, OUT points pg_catalog.int4) LANGUAGE sql AS $$ SELECT 'low'::tone, 1 $$;
-- rows
INSERT INTO scores VALUES (1, 2);
-- after
CREATE TYPE tone AS ENUM ('low', 'high');
CREATE TABLE scores (id bigint, points integer);
CREATE FUNCTION best(n integer) RETURNS SETOF scores LANGUAGE sql AS $$ SELECT * FROM scores ORDER BY points LIMIT n $$;
CREATE FUNCTION tone_of(id bigint, OUT found tone, OUT points int) LANGUAGE sql AS $$ SELECT 'high'::tone, 1 $$;
