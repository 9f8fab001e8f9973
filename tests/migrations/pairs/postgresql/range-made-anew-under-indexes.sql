-- before
CREATE FUNCTION fdiff(float8, float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT $1 - $2 $$;
CREATE TYPE frange AS RANGE (SUBTYPE = float8);
CREATE TABLE fr (id int PRIMARY KEY, r frange NOT NULL UNIQUE, EXCLUDE USING gist (r WITH &&));
CREATE INDEX fr_r ON fr USING gist (r);
CREATE INDEX fr_plain ON fr (r, id);
-- rows
INSERT INTO fr VALUES (1, '[1.5,2.5)');
-- after
CREATE FUNCTION fdiff(float8, float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT $1 - $2 $$;
CREATE TYPE frange AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = fdiff);
CREATE TABLE fr (id int PRIMARY KEY, r frange NOT NULL UNIQUE, EXCLUDE USING gist (r WITH &&));
CREATE INDEX fr_r ON fr USING gist (r);
CREATE INDEX fr_plain ON fr (r, id);
