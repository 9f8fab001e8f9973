-- before
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE numbered (id smallserial PRIMARY KEY);
CREATE FUNCTION next_of(t numbered.id%TYPE) RETURNS int LANGUAGE sql STABLE AS $$ SELECT 1 $$;
CREATE TABLE teams (id smallint PRIMARY KEY, "Quota" numeric, m mood);
CREATE FUNCTION quota_of(t teams.id%TYPE, n teams."Quota"%TYPE DEFAULT 0, m teams.m%TYPE DEFAULT 'b') RETURNS teams."Quota"%TYPE LANGUAGE sql STABLE AS $$ SELECT 1 $$;
CREATE PROCEDURE put(t teams.id%TYPE) LANGUAGE plpgsql AS $$ DECLARE x teams.id%TYPE; BEGIN END $$;
CREATE VIEW v AS SELECT quota_of(1::smallint) IS NULL AS q;
COMMENT ON FUNCTION quota_of IS 'q';
GRANT EXECUTE ON FUNCTION quota_of TO PUBLIC;
REVOKE EXECUTE ON PROCEDURE put FROM PUBLIC;
-- rows
INSERT INTO teams VALUES (1, 2, 'b');
-- after
CREATE TYPE mood AS ENUM ('b', 'c');
CREATE TABLE numbered (id serial PRIMARY KEY);
CREATE FUNCTION next_of(t numbered.id%TYPE) RETURNS int LANGUAGE sql STABLE AS $$ SELECT 1 $$;
CREATE TABLE teams (id int PRIMARY KEY, "Quota" bigint, m mood);
CREATE FUNCTION quota_of(t teams.id%TYPE, n teams."Quota"%TYPE DEFAULT 0, m teams.m%TYPE DEFAULT 'b') RETURNS teams."Quota"%TYPE LANGUAGE sql STABLE AS $$ SELECT 1 $$;
CREATE PROCEDURE put(t teams.id%TYPE) LANGUAGE plpgsql AS $$ DECLARE x teams.id%TYPE; BEGIN END $$;
CREATE VIEW v AS SELECT quota_of(1::smallint) IS NULL AS q;
COMMENT ON FUNCTION quota_of IS 'q';
GRANT EXECUTE ON FUNCTION quota_of TO PUBLIC;
REVOKE EXECUTE ON PROCEDURE put FROM PUBLIC;
