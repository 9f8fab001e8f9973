-- before
CREATE EXTENSION hstore;
CREATE TABLE conf (id int PRIMARY KEY, kv hstore, tags text[]);
CREATE INDEX conf_kv ON conf USING gin (kv);
CREATE FUNCTION kv(c conf) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (c).kv -> 'x' $$;
-- rows
INSERT INTO conf VALUES (1, 'x=>1');
-- after
CREATE EXTENSION btree_gin;
CREATE TABLE conf (id int PRIMARY KEY, tags text[]);
CREATE INDEX conf_tags ON conf USING gin (tags, id);
