-- before
CREATE TABLE person (id int, name text NOT NULL);
CREATE TABLE worker () INHERITS (person);
-- rows
INSERT INTO person VALUES (1, 'a');
INSERT INTO worker VALUES (2, 'b');
-- after
CREATE TABLE person (id int, name text NOT NULL NO INHERIT);
CREATE TABLE worker (CONSTRAINT w NOT NULL name) INHERITS (person);
