-- before
CREATE FUNCTION valid_ph(v numeric) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT v BETWEEN 0 AND 14 $$;
CREATE DOMAIN ph AS numeric(4,2) CHECK (valid_ph(VALUE));
CREATE TABLE fields (id int PRIMARY KEY, soil ph, target numeric CHECK (valid_ph(target)), CONSTRAINT near CHECK (abs(soil - target) < 5));
CREATE VIEW acid AS SELECT id, soil FROM fields WHERE soil < 6;
CREATE FUNCTION lime(f fields) RETURNS numeric LANGUAGE sql STABLE AS $$ SELECT greatest(f.target - f.soil, 0) * 100 $$;
CREATE VIEW lime_plan AS SELECT f.id, f.lime FROM fields f;
-- rows
INSERT INTO fields VALUES (1, 5.5, 7), (2, 8, 7);
-- after
-- flash:rename valid_ph is_ph
CREATE FUNCTION is_ph(v numeric) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT v > 0 AND v < 14 $$;
CREATE DOMAIN ph AS numeric(4,2) CHECK (is_ph(VALUE));
-- flash:rename fields plots
CREATE TABLE plots (id int PRIMARY KEY, soil ph NOT NULL,
  -- flash:rename target wanted
  wanted numeric(4,2) CHECK (is_ph(wanted)), CONSTRAINT near CHECK (abs(soil - wanted) < 5));
CREATE VIEW acid AS SELECT id, soil FROM plots WHERE soil < 6;
CREATE FUNCTION lime(f plots) RETURNS numeric LANGUAGE sql STABLE AS $$ SELECT greatest(f.wanted - f.soil, 0) * 100 $$;
CREATE VIEW lime_plan AS SELECT f.id, f.lime FROM plots f;
