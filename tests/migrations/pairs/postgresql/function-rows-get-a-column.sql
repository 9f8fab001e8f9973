-- before
CREATE TABLE item (id int PRIMARY KEY, name text);
CREATE FUNCTION cheap() RETURNS SETOF public.item LANGUAGE sql STABLE AS $$ SELECT * FROM public.item $$;
CREATE VIEW cn AS SELECT c.name FROM cheap() c;
COMMENT ON VIEW cn IS 'x';
CREATE VIEW cm AS SELECT name FROM cn;
CREATE MATERIALIZED VIEW cq AS SELECT name FROM cheap();
-- rows
INSERT INTO item VALUES (1, 'a');
-- after
CREATE TABLE item (id int PRIMARY KEY, name text, note text);
CREATE FUNCTION cheap() RETURNS SETOF public.item LANGUAGE sql STABLE AS $$ SELECT * FROM public.item $$;
CREATE VIEW cn AS SELECT c.name FROM cheap() c;
COMMENT ON VIEW cn IS 'x';
CREATE VIEW cm AS SELECT name FROM cn;
CREATE MATERIALIZED VIEW cq AS SELECT name FROM cheap();
