-- before
CREATE TABLE other (id int);
-- rows
-- after
CREATE TABLE other (id int);
CREATE TABLE person (id int PRIMARY KEY, name text NOT NULL NO INHERIT, mail text, CONSTRAINT has_mail NOT NULL mail NO INHERIT);
CREATE TABLE worker (pay numeric CONSTRAINT paid NOT NULL NO INHERIT) INHERITS (person);
CREATE TABLE boss (CONSTRAINT boss_named NOT NULL name NO INHERIT) INHERITS (worker);
CREATE TABLE copy (LIKE person INCLUDING ALL);
