-- before
CREATE FUNCTION is_even(n int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'select n % 2 = 0';
CREATE DOMAIN even AS int CHECK (is_even(VALUE));
CREATE TABLE t (e even, CONSTRAINT c CHECK (is_even(e::int)));
CREATE INDEX t_even ON t (is_even(e::int));
-- rows
INSERT INTO t VALUES (2), (4);
-- after
CREATE FUNCTION is_even(value int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'select value % 2 = 0';
CREATE DOMAIN even AS int CHECK (is_even(VALUE));
CREATE TABLE t (e even, CONSTRAINT c CHECK (is_even(e::int)));
CREATE INDEX t_even ON t (is_even(e::int));
