-- before
CREATE TABLE teams (
    id int PRIMARY KEY,
    is_open boolean NOT NULL DEFAULT '0',
    is_paid boolean NOT NULL DEFAULT 'f',
    seats int NOT NULL DEFAULT '5',
    price numeric(8,2) NOT NULL DEFAULT '0.00',
    labels text[] DEFAULT ARRAY['a', 'b'],
    made timestamp DEFAULT (now() AT TIME ZONE 'utc'),
    year text DEFAULT to_char(now(), 'YYYY')
);
CREATE TABLE members (
    id int PRIMARY KEY,
    team_id int NOT NULL REFERENCES teams (id) ON DELETE CASCADE ON UPDATE CASCADE INITIALLY DEFERRED,
    name text,
    status text NOT NULL,
    nick text GENERATED ALWAYS AS (NULLIF("members"."name", '')) STORED,
    CONSTRAINT members_name CHECK ("members"."name" IS DISTINCT FROM 'root')
);
CREATE INDEX members_newest ON members (id ASC NULLS LAST, status DESC NULLS FIRST);
CREATE UNIQUE INDEX members_active ON "members" USING btree ("team_id") WHERE "members"."status" in ('active', 'new')
    and "public"."members"."name" is not null;

-- rows
INSERT INTO teams (id) VALUES (1); INSERT INTO members (id, team_id, name, status) VALUES (1, 1, 'a', 'new');

-- after
CREATE TABLE public.members (
    id integer NOT NULL,
    team_id integer NOT NULL,
    name text,
    status text NOT NULL,
    nick text GENERATED ALWAYS AS (NULLIF(name, ''::text)) STORED,
    CONSTRAINT members_name CHECK ((name IS DISTINCT FROM 'root'::text))
);
CREATE TABLE public.teams (
    id integer NOT NULL,
    is_open boolean DEFAULT false NOT NULL,
    is_paid boolean DEFAULT false NOT NULL,
    seats integer DEFAULT 5 NOT NULL,
    price numeric(8,2) DEFAULT 0.00 NOT NULL,
    labels text[] DEFAULT ARRAY['a'::text, 'b'::text],
    made timestamp without time zone DEFAULT (now() AT TIME ZONE 'utc'::text),
    year text DEFAULT to_char(now(), 'YYYY'::text)
);
ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.teams
    ADD CONSTRAINT teams_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX members_active ON public.members USING btree (team_id) WHERE ((status = ANY (ARRAY['active'::text, 'new'::text])) AND (name IS NOT NULL));
CREATE INDEX members_newest ON public.members USING btree (id, status DESC);
ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams(id) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
