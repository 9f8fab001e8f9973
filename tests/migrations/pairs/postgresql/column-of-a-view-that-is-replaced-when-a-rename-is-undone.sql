-- before
CREATE TYPE role AS ENUM ('owner', 'member');
CREATE TABLE people (id int PRIMARY KEY, role role, deleted boolean NOT NULL DEFAULT false);
CREATE VIEW live AS SELECT id FROM people WHERE NOT deleted;
-- rows
INSERT INTO people VALUES (1, 'owner', false);
-- after
CREATE TYPE role AS ENUM (
    'owner',
    -- flash:rename member staff
    'staff'
);
CREATE TABLE people (id int PRIMARY KEY, role role, deleted_at date);
CREATE VIEW live AS SELECT id FROM people WHERE deleted_at IS NULL;
