-- before
CREATE TABLE item (id int PRIMARY KEY, note text, name text);
CREATE FUNCTION cheap() RETURNS SETOF item LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN QUERY SELECT * FROM item; END $$;
CREATE VIEW cn AS SELECT c.name FROM cheap() c;
-- rows
-- after
CREATE TABLE item (id int PRIMARY KEY,
 -- flash:rename note notes
 notes text, name text);
CREATE FUNCTION cheap() RETURNS SETOF item LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN QUERY SELECT * FROM item; END $$;
CREATE VIEW cn AS SELECT c.name FROM cheap() c;
