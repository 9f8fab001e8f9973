-- before
CREATE TYPE st AS ENUM ('new','done');
CREATE TYPE addr AS (street text, s st);
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE o (id serial PRIMARY KEY, s st NOT NULL DEFAULT 'new', a addr, n pos, ss st[]);
CREATE FUNCTION open_orders(x st) RETURNS SETOF o LANGUAGE sql STABLE AS $$ SELECT * FROM o WHERE s = x $$;
CREATE FUNCTION lab(o) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'x' $$;
CREATE INDEX os ON o (s) WHERE s = 'new';
ALTER TABLE o ADD CHECK (s <> 'done' OR n IS NOT NULL);
-- rows
INSERT INTO o (s, a, n, ss) VALUES ('done', ROW('x','new'), 4, '{new,done}');
-- after
CREATE SCHEMA shop;
-- flash:rename st shop.st
CREATE TYPE shop.st AS ENUM ('new','done');
-- flash:rename addr shop.addr
CREATE TYPE shop.addr AS (street text, s shop.st);
-- flash:rename pos shop.pos
CREATE DOMAIN shop.pos AS int CHECK (VALUE > 0);
-- flash:rename o shop.o
CREATE TABLE shop.o (id serial PRIMARY KEY, s shop.st NOT NULL DEFAULT 'new', a shop.addr, n shop.pos, ss shop.st[]);
CREATE FUNCTION shop.open_orders(x shop.st) RETURNS SETOF shop.o LANGUAGE sql STABLE AS $$ SELECT * FROM shop.o WHERE s = x $$;
CREATE FUNCTION shop.lab(shop.o) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'x' $$;
CREATE INDEX os ON shop.o (s) WHERE s = 'new';
ALTER TABLE shop.o ADD CHECK (s <> 'done' OR n IS NOT NULL);
