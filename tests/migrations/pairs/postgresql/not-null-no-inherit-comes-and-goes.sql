-- before
CREATE TABLE person (id int, name text NOT NULL NO INHERIT, mail text DEFAULT 'x');
CREATE TABLE worker () INHERITS (person);
-- rows
INSERT INTO person VALUES (1, 'a', NULL);
INSERT INTO worker VALUES (2, NULL, NULL);
-- after
CREATE TABLE person (id int, name text, mail text DEFAULT 'x' NOT NULL NO INHERIT);
CREATE TABLE worker () INHERITS (person);
