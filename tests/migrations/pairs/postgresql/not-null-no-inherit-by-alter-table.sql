-- before
CREATE TABLE person (id int, name text, mail text);
CREATE TABLE worker () INHERITS (person);
-- rows
INSERT INTO person VALUES (1, 'a', 'b');
INSERT INTO worker VALUES (2, NULL, 'c');
-- after
CREATE TABLE person (id int, name text, mail text);
CREATE TABLE worker () INHERITS (person);
ALTER TABLE person ADD CONSTRAINT named NOT NULL name NO INHERIT;
ALTER TABLE person ALTER COLUMN mail SET NOT NULL;
ALTER TABLE person ALTER CONSTRAINT person_mail_not_null NO INHERIT;
