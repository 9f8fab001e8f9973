-- before
CREATE FUNCTION ok(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'select $1 > 0';
CREATE DOMAIN d AS int CHECK (ok(VALUE));
CREATE TABLE t (x d);

-- rows
INSERT INTO t VALUES (5);

-- after
CREATE FUNCTION fine(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'select $1 > 0';
CREATE DOMAIN d AS int CHECK (fine(VALUE));
CREATE TABLE t (x d);
