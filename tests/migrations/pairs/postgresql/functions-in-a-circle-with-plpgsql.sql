-- before
CREATE TABLE place (id serial PRIMARY KEY, name text NOT NULL, parent_id integer REFERENCES place);
-- rows
INSERT INTO place (name, parent_id) VALUES ('Bavaria', NULL), ('Munich', 1);
-- after
CREATE TABLE place (id serial PRIMARY KEY, name text NOT NULL, parent_id integer REFERENCES place);
SET check_function_bodies = false;
CREATE FUNCTION above_all(p place) RETURNS text LANGUAGE sql STABLE AS $$ SELECT above(p.id) $$;
CREATE FUNCTION address(p integer) RETURNS text LANGUAGE sql STABLE AS $$ SELECT above(p) $$;
CREATE FUNCTION above(p integer) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
    r place%ROWTYPE;
BEGIN
    SELECT * INTO r FROM place WHERE id = p;
    RETURN CASE WHEN r.parent_id IS NULL THEN r.name ELSE r.name || ', ' || address(r.parent_id) END;
END
$$;
CREATE VIEW all_places AS SELECT id, above(id) AS shown FROM place;
