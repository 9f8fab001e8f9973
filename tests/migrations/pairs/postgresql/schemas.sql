-- before
CREATE SCHEMA a;
CREATE TABLE a.t (id int PRIMARY KEY);
CREATE TYPE a.e AS ENUM ('x');
CREATE TABLE t (id int REFERENCES a.t, e a.e);

-- rows
INSERT INTO t VALUES (NULL, 'x');

-- after
CREATE SCHEMA b;
CREATE TABLE b.t (id serial PRIMARY KEY);
CREATE VIEW b.v AS SELECT id FROM b.t;
CREATE FUNCTION b.f(b.t) RETURNS int LANGUAGE sql AS 'select $1.id';
CREATE TABLE t (id int, e text);
COMMENT ON SCHEMA b IS 'bee';
