-- before
CREATE SCHEMA a;
CREATE TABLE a.t (id serial PRIMARY KEY, x int);
CREATE INDEX ti ON a.t (x);
CREATE VIEW a.v AS SELECT id FROM a.t;
CREATE FUNCTION a.f() RETURNS int LANGUAGE sql AS 'select 1';
CREATE SEQUENCE a.s;

-- rows
INSERT INTO a.t (x) VALUES (1);

-- after
CREATE SCHEMA a;
CREATE TABLE a.t (id bigserial PRIMARY KEY, x text);
CREATE INDEX ti ON a.t (x DESC);
CREATE VIEW a.v AS SELECT id, x FROM a.t;
CREATE FUNCTION a.f() RETURNS bigint LANGUAGE sql AS 'select 1::bigint';
CREATE SEQUENCE a.s INCREMENT 2;
COMMENT ON TABLE a.t IS 'in a';
COMMENT ON FUNCTION a.f() IS 'in a';
