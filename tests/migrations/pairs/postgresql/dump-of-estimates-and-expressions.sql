-- before
CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE FUNCTION quick(a int) RETURNS int LANGUAGE sql COST 100 AS 'SELECT 1';
CREATE FUNCTION listed(a interval DEFAULT '0') RETURNS SETOF int LANGUAGE sql COST 100 ROWS 1000 AS 'SELECT 1';
CREATE TABLE tokens (
    id int,
    spent interval DEFAULT '0',
    behind interval DEFAULT '-1 day',
    ends timestamptz DEFAULT now() + '1 day',
    day timestamptz DEFAULT date_trunc('day', now()) + interval '1 week',
    numbers bigint[] DEFAULT ARRAY[1, 2]::bigint[],
    made bigint DEFAULT (extract(epoch from now()) * 1000)::bigint,
    choice int DEFAULT floor(random() * 5)::int,
    said text DEFAULT 'a' || 'b',
    feels mood[],
    words tsvector GENERATED ALWAYS AS (setweight(to_tsvector('english', said), 'B')) STORED,
    keeps timestamptz DEFAULT now() + interval '1209600',
    CONSTRAINT "pk" PRIMARY KEY (id) NOT DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT "known" CHECK ('glad' = ANY (feels)),
    CONSTRAINT "shape" CHECK (said NOT LIKE '%x' ESCAPE '#' AND position('@' in said) > 1)
);
CREATE STATISTICS both_of (dependencies, ndistinct, mcv) ON said, id FROM tokens;

-- rows
INSERT INTO tokens (id, said) VALUES (1, 'a@b');

-- after
CREATE TYPE public.mood AS ENUM ('sad', 'glad');
CREATE FUNCTION public.quick(a integer) RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;
CREATE FUNCTION public.listed(a interval DEFAULT '00:00:00'::interval) RETURNS SETOF integer
    LANGUAGE sql
    AS $$SELECT 1$$;
CREATE TABLE public.tokens (
    id integer NOT NULL,
    spent interval DEFAULT '00:00:00'::interval,
    behind interval DEFAULT '-1 days'::interval,
    ends timestamp with time zone DEFAULT (now() + '1 day'::interval),
    day timestamp with time zone DEFAULT (date_trunc('day'::text, now()) + '7 days'::interval),
    numbers bigint[] DEFAULT ARRAY[(1)::bigint, (2)::bigint],
    made bigint DEFAULT ((EXTRACT(epoch FROM now()) * (1000)::numeric))::bigint,
    choice integer DEFAULT (floor((random() * (5)::double precision)))::integer,
    said text DEFAULT ('a'::text || 'b'::text),
    feels public.mood[],
    words tsvector GENERATED ALWAYS AS (setweight(to_tsvector('english'::regconfig, said), 'B'::"char")) STORED,
    keeps timestamp with time zone DEFAULT (now() + '336:00:00'::interval),
    CONSTRAINT known CHECK (('glad'::public.mood = ANY (feels))),
    CONSTRAINT shape CHECK (((said !~~ like_escape('%x'::text, '#'::text)) AND (POSITION(('@'::text) IN (said)) > 1)))
);
ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT pk PRIMARY KEY (id);
CREATE STATISTICS public.both_of ON id, said FROM public.tokens;
