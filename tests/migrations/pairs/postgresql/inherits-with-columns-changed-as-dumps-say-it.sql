-- A dump says NOT NULL of an inherited column apart, in CREATE TABLE or after it, and defaults after it.
-- before
CREATE TABLE alarms (id serial PRIMARY KEY, level integer NOT NULL DEFAULT 1, note text);

-- rows
INSERT INTO alarms (level, note) VALUES (2, 'x');

-- after
CREATE TABLE public.alarms (
    id integer NOT NULL,
    level integer DEFAULT 1 NOT NULL,
    note text
);
CREATE SEQUENCE public.alarms_id_seq
    AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.alarms_id_seq OWNED BY public.alarms.id;
CREATE TABLE public.smoke_alarms (
    NOT NULL id,
    CONSTRAINT smoke_needs_note NOT NULL note,
    room text
)
INHERITS (public.alarms);
CREATE TABLE public.fire_alarms (
    floor integer
)
INHERITS (public.alarms);
ALTER TABLE ONLY public.alarms ALTER COLUMN id SET DEFAULT nextval('public.alarms_id_seq'::regclass);
ALTER TABLE ONLY public.smoke_alarms ALTER COLUMN id SET DEFAULT nextval('public.alarms_id_seq'::regclass);
ALTER TABLE ONLY public.smoke_alarms ALTER COLUMN level SET DEFAULT 3;
ALTER TABLE ONLY public.fire_alarms ALTER COLUMN level DROP DEFAULT;
ALTER TABLE ONLY public.fire_alarms ALTER COLUMN note SET NOT NULL;
ALTER TABLE ONLY public.alarms ADD CONSTRAINT alarms_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.smoke_alarms ADD CONSTRAINT smoke_alarms_pkey PRIMARY KEY (id);
