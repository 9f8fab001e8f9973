-- before
CREATE FUNCTION all_pos(int[]) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT 0 < ALL ($1)';
CREATE DOMAIN ints AS int[] CHECK (array_ndims(VALUE) = 1);
CREATE DOMAIN pos_ints AS ints CONSTRAINT pos CHECK (all_pos(VALUE));
CREATE TABLE t (id int PRIMARY KEY, a pos_ints NOT NULL DEFAULT '{1}', b ints[]);
-- rows
INSERT INTO t VALUES (1, '{3,4}', NULL), (2, DEFAULT, ARRAY['{1}'::ints]);
-- after
CREATE FUNCTION all_pos(int[], OUT ok bool) LANGUAGE plpgsql IMMUTABLE AS 'BEGIN ok := 0 < ALL ($1); END';
CREATE DOMAIN ints AS int[] CHECK (array_ndims(VALUE) = 1) CHECK (cardinality(VALUE) < 100);
CREATE DOMAIN pos_ints AS ints CONSTRAINT positive CHECK (all_pos(VALUE)) NOT NULL;
CREATE TABLE t (id int PRIMARY KEY, a pos_ints DEFAULT '{1,2}', b ints[]);
