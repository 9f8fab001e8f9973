-- before
CREATE TYPE cplx AS (r float8, i float8);
CREATE FUNCTION cadd(a cplx, b cplx) RETURNS cplx LANGUAGE sql IMMUTABLE AS $$ SELECT (a.r + b.r, a.i + b.i)::cplx $$;
CREATE OPERATOR + (LEFTARG = cplx, RIGHTARG = cplx, FUNCTION = cadd, COMMUTATOR = +);
CREATE TABLE n (id int PRIMARY KEY, a cplx, b cplx);
CREATE VIEW ns AS SELECT id, a + b AS s FROM n;
-- rows
INSERT INTO n VALUES (1, '(1,2)', '(3,4)');
-- after
CREATE TYPE cplx AS (r float8, i float8);
CREATE FUNCTION cadd(x cplx, y cplx) RETURNS cplx LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT (x.r + y.r, x.i + y.i)::cplx $$;
CREATE OPERATOR + (LEFTARG = cplx, RIGHTARG = cplx, FUNCTION = cadd, COMMUTATOR = +);
CREATE TABLE n (id int PRIMARY KEY, a cplx, b cplx);
CREATE VIEW ns AS SELECT id, a + b AS s FROM n;
COMMENT ON OPERATOR + (cplx, cplx) IS 'adds';
