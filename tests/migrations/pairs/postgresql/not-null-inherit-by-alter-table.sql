-- before
CREATE TABLE person (id int, name text CONSTRAINT named NOT NULL NO INHERIT);
CREATE TABLE worker () INHERITS (person);
-- rows
INSERT INTO person VALUES (1, 'a');
INSERT INTO worker VALUES (2, 'b');
-- after
CREATE TABLE person (id int, name text CONSTRAINT named NOT NULL NO INHERIT);
CREATE TABLE worker () INHERITS (person);
ALTER TABLE person ALTER CONSTRAINT named INHERIT;
