-- before
CREATE TABLE person (id int);
CREATE TABLE worker () INHERITS (person);
-- rows
INSERT INTO person VALUES (1);
INSERT INTO worker VALUES (2);
-- after
CREATE TABLE person (id int, name text DEFAULT 'x' NOT NULL NO INHERIT, n int CONSTRAINT nn NOT NULL NO INHERIT, k int UNIQUE NOT NULL NO INHERIT);
CREATE TABLE worker () INHERITS (person);
