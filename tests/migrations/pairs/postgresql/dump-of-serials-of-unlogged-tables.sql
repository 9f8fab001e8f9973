-- before
CREATE UNLOGGED TABLE event (id serial PRIMARY KEY, a int);
CREATE UNLOGGED TABLE session (id int PRIMARY KEY);
CREATE TABLE log (id serial PRIMARY KEY);
CREATE TABLE note (id serial PRIMARY KEY);
-- rows
INSERT INTO event (a) VALUES (1), (2);
INSERT INTO session VALUES (1), (2);
INSERT INTO log DEFAULT VALUES;
INSERT INTO note DEFAULT VALUES;
-- after
-- As pg_dump writes it: the word serial makes such a sequence, too.
CREATE UNLOGGED TABLE public.event (id integer NOT NULL, a integer);
CREATE UNLOGGED SEQUENCE public.event_id_seq AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.event_id_seq OWNED BY public.event.id;
ALTER TABLE ONLY public.event ALTER COLUMN id SET DEFAULT nextval('public.event_id_seq'::regclass);
ALTER TABLE ONLY public.event ADD CONSTRAINT event_pkey PRIMARY KEY (id);
CREATE UNLOGGED TABLE session (id serial PRIMARY KEY);
CREATE UNLOGGED TABLE log (id serial PRIMARY KEY);
CREATE UNLOGGED TABLE note (id bigserial PRIMARY KEY);
