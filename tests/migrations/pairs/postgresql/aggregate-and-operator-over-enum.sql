-- before
CREATE TYPE lvl AS ENUM ('lo','hi');
CREATE FUNCTION lmax(a lvl, b lvl) RETURNS lvl LANGUAGE sql IMMUTABLE AS $$ SELECT greatest(a, b) $$;
CREATE AGGREGATE top(lvl) (SFUNC = lmax, STYPE = lvl);
CREATE TABLE t (id int PRIMARY KEY, l lvl);
CREATE VIEW tops AS SELECT top(l) AS t FROM t;
-- rows
INSERT INTO t VALUES (1,'hi');
-- after
CREATE TYPE lvl AS ENUM ('hi','mid','lo');
CREATE FUNCTION lmax(a lvl, b lvl) RETURNS lvl LANGUAGE sql IMMUTABLE AS $$ SELECT greatest(a, b) $$;
CREATE AGGREGATE top(lvl) (SFUNC = lmax, STYPE = lvl);
CREATE TABLE t (id int PRIMARY KEY, l lvl);
CREATE VIEW tops AS SELECT top(l) AS t FROM t;
