-- before
CREATE TABLE person (id int NOT NULL NO INHERIT, name text);
CREATE TABLE worker () INHERITS (person);
-- rows
INSERT INTO person VALUES (1, 'a');
INSERT INTO worker VALUES (2, 'b');
-- after
CREATE TABLE person (id int PRIMARY KEY, name text);
CREATE TABLE worker () INHERITS (person);
