-- before
CREATE TYPE perm AS ENUM ('r','w','x');
CREATE FUNCTION has(p perm[] DEFAULT '{r}'::perm[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT 'r' = ANY (p) $$;
CREATE TABLE f (id int PRIMARY KEY, p perm[] NOT NULL DEFAULT ARRAY['r']::perm[] CHECK (has(p)), q perm GENERATED ALWAYS AS (p[1]) STORED);
-- rows
INSERT INTO f (id) VALUES (1);
-- after
CREATE TYPE perm AS ENUM ('r','w');
CREATE FUNCTION has(p perm[] DEFAULT '{r,w}'::perm[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT 'r' = ANY (p) $$;
CREATE TABLE f (id int PRIMARY KEY, p perm[] NOT NULL DEFAULT ARRAY['r','w']::perm[] CHECK (has(p)), q perm GENERATED ALWAYS AS (p[1]) STORED);
