-- before
CREATE TYPE lvl AS ENUM ('lo','hi');
CREATE TABLE e (id int PRIMARY KEY, a lvl NOT NULL DEFAULT 'lo', b lvl[] DEFAULT '{hi}');
CREATE VIEW ev AS SELECT id, a FROM e WHERE a = 'hi';
CREATE FUNCTION top() RETURNS lvl LANGUAGE sql STABLE AS $$ SELECT max(a) FROM e $$;
-- rows
INSERT INTO e VALUES (1,'lo','{lo,hi}'),(2,'hi',NULL);
-- after
CREATE TYPE lvl AS ENUM ('hi','mid','lo');
CREATE TABLE e (id int PRIMARY KEY, a lvl NOT NULL DEFAULT 'mid', b lvl[] DEFAULT '{hi}');
CREATE VIEW ev AS SELECT id, a FROM e WHERE a = 'mid';
CREATE FUNCTION top() RETURNS lvl LANGUAGE sql STABLE AS $$ SELECT max(a) FROM e $$;
