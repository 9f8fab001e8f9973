-- before
CREATE TYPE fr AS RANGE (subtype = float8);
CREATE TABLE t (id int PRIMARY KEY, r fr, m fr_multirange);
CREATE FUNCTION f(fr) RETURNS float8 LANGUAGE sql AS 'SELECT lower($1)';
COMMENT ON TYPE fr IS 'x';
-- rows
INSERT INTO t VALUES (1, '[1,2)', '{[1,2)}');
-- after
-- flash:rename fr ph
CREATE TYPE ph AS RANGE (subtype = float8);
CREATE TABLE t (id int PRIMARY KEY, r ph, m ph_multirange);
CREATE FUNCTION f(ph) RETURNS float8 LANGUAGE sql AS 'SELECT lower($1)';
COMMENT ON TYPE ph IS 'x';
