-- before
CREATE TABLE r (a int, b int);
CREATE FUNCTION ok(x r) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT x.a < x.b';
ALTER TABLE r ADD CONSTRAINT r_ok CHECK (ok(r.*));
-- rows
INSERT INTO r VALUES (1,2);
-- after
CREATE TABLE r (a bigint, b int, c int);
CREATE FUNCTION ok(x r) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT x.a < x.b AND x.c IS NULL';
ALTER TABLE r ADD CONSTRAINT r_ok CHECK (ok(r.*));
