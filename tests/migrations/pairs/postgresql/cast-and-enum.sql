-- before
CREATE TYPE lvl AS ENUM ('lo','hi');
CREATE FUNCTION to_lvl(int) RETURNS lvl LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN $1 > 5 THEN 'hi'::lvl ELSE 'lo' END $$;
CREATE CAST (int AS lvl) WITH FUNCTION to_lvl(int);
CREATE TABLE t (id int PRIMARY KEY, l lvl DEFAULT 3::lvl);
-- rows
INSERT INTO t VALUES (1,'hi');
-- after
CREATE TYPE lvl AS ENUM ('hi','lo');
CREATE FUNCTION to_lvl(int) RETURNS lvl LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN $1 > 5 THEN 'hi'::lvl ELSE 'lo' END $$;
CREATE CAST (int AS lvl) WITH FUNCTION to_lvl(int);
CREATE TABLE t (id int PRIMARY KEY, l lvl DEFAULT 3::lvl);
