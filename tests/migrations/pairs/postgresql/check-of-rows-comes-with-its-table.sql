-- before
CREATE TABLE z (id int);
-- rows
-- after
CREATE TABLE z (id int);
CREATE TABLE r (a bigint, b int, c int, CHECK (c > 0));
CREATE FUNCTION inner_ok(x r) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT x.a < x.b AND x.c IS NULL';
CREATE FUNCTION ok(x r) RETURNS bool LANGUAGE sql IMMUTABLE BEGIN ATOMIC SELECT inner_ok(x); END;
ALTER TABLE r ADD CONSTRAINT r_ok CHECK (ok(r.*));
