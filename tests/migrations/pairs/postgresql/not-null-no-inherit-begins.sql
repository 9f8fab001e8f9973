-- before
CREATE TABLE person (id int, name text NOT NULL, mail text CONSTRAINT m NOT NULL, z text);
CREATE TABLE worker (pay numeric) INHERITS (person);
CREATE TABLE boss (name text NOT NULL) INHERITS (person);
-- rows
INSERT INTO person VALUES (1, 'a', 'b');
INSERT INTO worker VALUES (2, 'c', 'd', NULL, 5);
INSERT INTO boss VALUES (3, 'e', 'f');
-- after
CREATE TABLE person (id int, name text NOT NULL NO INHERIT, mail text CONSTRAINT m NOT NULL NO INHERIT, z text);
CREATE TABLE worker (pay numeric) INHERITS (person);
CREATE TABLE boss (name text NOT NULL) INHERITS (person);
