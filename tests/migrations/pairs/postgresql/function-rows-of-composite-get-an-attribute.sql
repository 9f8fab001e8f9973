-- before
CREATE TYPE item AS (id int, name text);
CREATE FUNCTION cheap() RETURNS SETOF item LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN; END $$;
CREATE VIEW cn AS SELECT c.name FROM cheap() c;
-- rows
-- after
CREATE TYPE item AS (id int, name text, note text);
CREATE FUNCTION cheap() RETURNS SETOF item LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN; END $$;
CREATE VIEW cn AS SELECT c.name FROM cheap() c;
