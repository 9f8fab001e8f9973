-- fires
ALTER TABLE t ADD CONSTRAINT x EXCLUDE USING gist (a WITH &&);

-- quiet
CREATE TABLE t (a int4range, EXCLUDE USING gist (a WITH &&));
