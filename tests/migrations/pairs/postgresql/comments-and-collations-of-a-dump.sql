-- before
CREATE COLLATION public.ci (provider = libc, locale = 'C');
CREATE COLLATION public.other (provider = libc, locale = 'C');
CREATE TABLE public.t (n text COLLATE public.ci, o text COLLATE public.other);
CREATE VIEW public.v AS SELECT n FROM public.t;
CREATE FUNCTION public.f(a integer, b text) RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
CREATE INDEX i ON public.t USING btree (n);
COMMENT ON COLLATION public.ci IS 'any';
COMMENT ON COLUMN public.v.n IS 'a name';
COMMENT ON INDEX public.i IS 'by name';
COMMENT ON FUNCTION public.f(a integer, b text) IS 'one';
-- rows
INSERT INTO t VALUES ('a', 'b');
-- after
CREATE COLLATION ci FROM "C";
CREATE COLLATION other FROM "POSIX";
CREATE TABLE t (n text COLLATE ci, o text COLLATE other);
CREATE VIEW v AS SELECT n FROM t;
CREATE FUNCTION f(a int, b text) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE INDEX i ON t (n);
COMMENT ON COLLATION ci IS 'any';
COMMENT ON FUNCTION f(int, text) IS 'two';
