-- before
CREATE TABLE room (id int PRIMARY KEY);
-- rows
INSERT INTO room VALUES (1);
-- after
CREATE TABLE room (id int PRIMARY KEY, no bigint NOT NULL);
CREATE TABLE item (id int PRIMARY KEY, owner int NOT NULL, no int NOT NULL CHECK (no > 0));
CREATE TABLE part (item_id int REFERENCES item, n int);
CREATE VIEW items AS SELECT no FROM item;
CREATE FUNCTION few(whose int) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT count(*) < 5 FROM item WHERE owner = whose $$;
CREATE FUNCTION fine(i item) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT i.id > 0 OR i.no > 0 $$;
CREATE FUNCTION next_no() RETURNS int LANGUAGE sql VOLATILE AS $$ SELECT coalesce(max(no), 0) + 1 FROM items $$;
CREATE FUNCTION parts() RETURNS int LANGUAGE sql STABLE AS $$ SELECT count(*)::int FROM part $$;
CREATE FUNCTION rooms() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT max(no) FROM room $$;
ALTER TABLE item ADD CONSTRAINT few CHECK (few(owner));
ALTER TABLE item ADD CHECK (fine(item));
ALTER TABLE item ALTER COLUMN no SET DEFAULT next_no();
ALTER TABLE item ALTER COLUMN owner SET DEFAULT parts();
ALTER TABLE room ALTER COLUMN no SET DEFAULT rooms();
COMMENT ON CONSTRAINT few ON item IS 'four at most';
