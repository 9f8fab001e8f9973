-- before
CREATE TABLE notes (id int, title varchar(20));
CREATE FUNCTION audit(kind varchar(256), amount numeric(8,2) DEFAULT 1, marks char(2)[] DEFAULT '{}') RETURNS numeric(3,1) LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION halves(whole int, OUT half int) LANGUAGE sql AS 'SELECT whole / 2';
CREATE FUNCTION doubled(INOUT one varchar(3), OUT two int) LANGUAGE sql AS 'SELECT one, 2';
CREATE FUNCTION many(OUT one int, OUT two varchar(9)) RETURNS SETOF record LANGUAGE sql AS 'SELECT 1, ''a''::varchar';
CREATE FUNCTION listed() RETURNS TABLE (one varchar(5), two numeric(3,1)) LANGUAGE sql AS 'SELECT ''a''::varchar, 1.0';
CREATE VIEW audited AS SELECT id, audit(title) AS amount FROM notes;

-- rows
INSERT INTO notes VALUES (1, 'a');

-- after
CREATE FUNCTION public.audit(kind character varying, amount numeric DEFAULT 1, marks character[] DEFAULT '{}'::bpchar[]) RETURNS numeric
    LANGUAGE sql
    AS $$SELECT 1$$;
CREATE FUNCTION public.doubled(INOUT one character varying, OUT two integer) RETURNS record
    LANGUAGE sql
    AS $$SELECT one, 2$$;
CREATE FUNCTION public.halves(whole integer, OUT half integer) RETURNS integer
    LANGUAGE sql
    AS $$SELECT whole / 2$$;
CREATE FUNCTION public.listed() RETURNS TABLE(one character varying, two numeric)
    LANGUAGE sql
    AS $$SELECT 'a'::varchar, 1.0$$;
CREATE FUNCTION public.many(OUT one integer, OUT two character varying) RETURNS SETOF record
    LANGUAGE sql
    AS $$SELECT 1, 'a'::varchar$$;
CREATE TABLE public.notes (
    id integer,
    title character varying(20)
);
CREATE VIEW audited AS SELECT id, audit(title) AS amount FROM notes;
