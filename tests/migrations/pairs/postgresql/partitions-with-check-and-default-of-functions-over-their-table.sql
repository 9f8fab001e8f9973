-- before
CREATE TABLE thing (id int, n int);
CREATE TABLE child (m int) INHERITS (thing);
-- rows
INSERT INTO child VALUES (1, 2, 3);
-- after
CREATE TABLE thing (id int, n int);
CREATE TABLE child (m int) INHERITS (thing);
CREATE TABLE item (id int PRIMARY KEY, no int NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE item_1 PARTITION OF item FOR VALUES FROM (1) TO (5);
CREATE TABLE item_2 (id int NOT NULL, no int NOT NULL);
ALTER TABLE item ATTACH PARTITION item_2 FOR VALUES FROM (5) TO (9);
CREATE FUNCTION next_no() RETURNS int LANGUAGE sql VOLATILE AS $$ SELECT coalesce(max(no), 0) + 1 FROM item $$;
CREATE FUNCTION low(i int) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT i < 9 OR i < (SELECT max(id) FROM thing) $$;
ALTER TABLE item ALTER COLUMN no SET DEFAULT next_no();
ALTER TABLE item ADD CONSTRAINT low CHECK (no < next_no());
ALTER TABLE thing ADD CONSTRAINT low CHECK (low(id));
