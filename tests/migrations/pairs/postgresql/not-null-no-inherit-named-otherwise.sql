-- before
CREATE TABLE person (id int, name text CONSTRAINT one NOT NULL, mail text NOT NULL NO INHERIT);
CREATE TABLE worker () INHERITS (person);
-- rows
INSERT INTO person VALUES (1, 'a', 'b');
INSERT INTO worker VALUES (2, 'c', 'd');
-- after
CREATE TABLE person (id int, name text CONSTRAINT two NOT NULL NO INHERIT, mail text CONSTRAINT mm NOT NULL);
CREATE TABLE worker () INHERITS (person);
