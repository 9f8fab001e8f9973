-- before
CREATE TABLE part (id int PRIMARY KEY, sku text NOT NULL, gone date);
CREATE VIEW live_part AS SELECT id, sku FROM part WHERE gone IS NULL;
CREATE FUNCTION live() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT count(*) FROM live_part $$;
CREATE FUNCTION live(n int) RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT count(*) FROM live_part $$;
-- rows
INSERT INTO part VALUES (1, 'a', NULL), (2, 'b', '2024-01-01');
-- after
-- flash:rename part part_base
CREATE TABLE part_base (id int PRIMARY KEY, sku text NOT NULL, gone date, made date);
-- flash:rename live_part part
CREATE VIEW part AS SELECT id, made, sku FROM part_base WHERE gone IS NULL;
CREATE FUNCTION live() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT count(*) FROM part $$;
CREATE FUNCTION live(n bigint) RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT count(*) FROM part $$;
