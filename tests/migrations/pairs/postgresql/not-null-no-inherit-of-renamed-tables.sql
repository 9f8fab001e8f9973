-- before
CREATE TABLE person (id int, name text NOT NULL NO INHERIT);
CREATE TABLE worker (pay int NOT NULL NO INHERIT) INHERITS (person);
-- rows
INSERT INTO person VALUES (1, 'a');
INSERT INTO worker VALUES (2, NULL, 3);
-- after
-- flash:rename person human
CREATE TABLE human (id int,
    -- flash:rename name label
    label text NOT NULL NO INHERIT);
-- flash:rename worker employee
CREATE TABLE employee (pay int NOT NULL NO INHERIT) INHERITS (human);
