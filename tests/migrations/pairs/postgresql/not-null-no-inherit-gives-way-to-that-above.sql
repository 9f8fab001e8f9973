-- before
CREATE TABLE person (id int, name text);
CREATE TABLE worker (CONSTRAINT w NOT NULL name NO INHERIT) INHERITS (person);
CREATE TABLE boss (x int) INHERITS (worker);
-- rows
INSERT INTO person VALUES (1, 'a');
INSERT INTO worker VALUES (2, 'b');
INSERT INTO boss VALUES (3, 'c');
-- after
CREATE TABLE person (id int, name text NOT NULL);
CREATE TABLE worker () INHERITS (person);
CREATE TABLE boss (x int) INHERITS (worker);
