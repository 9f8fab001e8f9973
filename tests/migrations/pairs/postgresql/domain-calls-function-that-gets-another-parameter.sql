-- before
CREATE FUNCTION is_ph(v numeric) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT v BETWEEN 0 AND 14 $$;
CREATE DOMAIN ph AS numeric(4,2) CHECK (is_ph(VALUE));
CREATE TABLE fields (id int PRIMARY KEY, soil ph, target numeric);
-- rows
INSERT INTO fields VALUES (1, 5.5, 7), (2, 8, 7);
-- after
CREATE FUNCTION is_ph(v numeric, strict boolean DEFAULT false) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT v > 0 AND v < 14 $$;
-- flash:rename ph acidity
CREATE DOMAIN acidity AS numeric(4,2) CHECK (is_ph(VALUE)) CHECK (VALUE < 13);
-- flash:rename fields plots
CREATE TABLE plots (id int PRIMARY KEY,
  -- flash:rename soil ground
  ground acidity NOT NULL, target numeric);
