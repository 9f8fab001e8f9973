-- before
CREATE TYPE color AS ENUM ('red', 'green');
CREATE DOMAIN size AS integer CHECK (VALUE > 0);
CREATE TABLE car (id int PRIMARY KEY, c color NOT NULL DEFAULT 'red', s size);
-- rows
INSERT INTO car VALUES (1, 'red', 1), (2, 'green', 2);
-- after
CREATE TABLE color (name text PRIMARY KEY);
CREATE TABLE car (id int PRIMARY KEY, c text NOT NULL DEFAULT 'red' CHECK (c IN ('red', 'green')), s integer);
CREATE VIEW size AS SELECT s FROM car;
