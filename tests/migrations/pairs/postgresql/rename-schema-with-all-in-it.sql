-- before
CREATE SCHEMA crm;
CREATE TYPE crm.k AS ENUM ('a','b');
CREATE TABLE crm.c (id serial PRIMARY KEY, k crm.k DEFAULT 'a');
CREATE VIEW crm.v AS SELECT id FROM crm.c WHERE k = 'a';
CREATE FUNCTION crm.f() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM pg_class $$;
-- rows
INSERT INTO crm.c (k) VALUES ('b');
-- after
-- flash:rename crm sales
CREATE SCHEMA sales;
CREATE TYPE sales.k AS ENUM ('a','b');
CREATE TABLE sales.c (id serial PRIMARY KEY, k sales.k DEFAULT 'a', n text);
CREATE VIEW sales.v AS SELECT id FROM sales.c WHERE k = 'a';
CREATE FUNCTION sales.f() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM pg_class $$;
