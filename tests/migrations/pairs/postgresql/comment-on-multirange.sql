-- before
CREATE SCHEMA s;
CREATE TYPE s.floatrange AS RANGE (SUBTYPE = float8);
COMMENT ON TYPE s.floatmultirange IS 'old';
CREATE TABLE t (a s.floatmultirange);
CREATE TYPE span AS RANGE (SUBTYPE = float8);
COMMENT ON TYPE span_multirange IS 'stays though the range is made again';
-- rows
INSERT INTO t VALUES ('{[1,2]}');
-- after
CREATE SCHEMA s;
CREATE TYPE s.floatrange AS RANGE (SUBTYPE = float8);
COMMENT ON TYPE s.floatmultirange IS 'new';
COMMENT ON TYPE s.floatrange IS 'of the range';
CREATE TABLE t (a s.floatmultirange);
CREATE TYPE span AS RANGE (SUBTYPE = numeric);
COMMENT ON TYPE span_multirange IS 'stays though the range is made again';
CREATE TYPE rng AS RANGE (SUBTYPE = float8, MULTIRANGE_TYPE_NAME = mrng);
COMMENT ON TYPE mrng IS 'of an own name';
