-- before
CREATE TABLE person (id int, name text);
CREATE TABLE worker () INHERITS (person);
-- rows
INSERT INTO person VALUES (1, NULL);
INSERT INTO worker VALUES (2);
-- after
CREATE TABLE person (id int, name text);
CREATE TABLE worker () INHERITS (person);
ALTER TABLE person ADD CONSTRAINT nn NOT NULL name NO INHERIT NOT VALID;
