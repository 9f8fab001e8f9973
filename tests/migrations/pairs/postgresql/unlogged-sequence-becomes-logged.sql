-- before
CREATE UNLOGGED TABLE cache (id smallserial PRIMARY KEY, k text UNIQUE, v bytea);
CREATE UNLOGGED SEQUENCE ticks;
CREATE TABLE solid (id serial, t int DEFAULT nextval('ticks'));
-- rows
INSERT INTO cache (k, v) VALUES ('a', '\x00ff'), ('', ''), (NULL, NULL); INSERT INTO solid DEFAULT VALUES;
-- after
CREATE TABLE cache (id bigserial PRIMARY KEY, k text UNIQUE NULLS NOT DISTINCT, v bytea);
CREATE SEQUENCE ticks;
CREATE UNLOGGED TABLE solid (id serial, t int DEFAULT nextval('ticks'));
