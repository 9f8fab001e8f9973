-- before
CREATE SCHEMA private;
CREATE TYPE role AS ENUM ('owner', 'member', 'guest');
CREATE TABLE members (id int PRIMARY KEY, role role NOT NULL);
CREATE TABLE private.notes (id int);
CREATE POLICY visible ON members FOR SELECT USING (role <> 'guest');
-- rows
INSERT INTO members VALUES (1, 'owner');
-- after
-- flash:rename private hidden
CREATE SCHEMA hidden;
CREATE TYPE role AS ENUM ('owner', 'member');
CREATE TABLE members (id int PRIMARY KEY, role role NOT NULL);
CREATE TABLE hidden.notes (id int);
CREATE POLICY visible ON members FOR SELECT USING (role <> 'member');
