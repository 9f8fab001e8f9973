-- before
CREATE SCHEMA old;
CREATE TYPE old.e AS ENUM ('a', 'b');
CREATE TABLE old.t (id serial PRIMARY KEY, e old.e DEFAULT 'a');
CREATE FUNCTION old.f(x old.e) RETURNS SETOF old.t LANGUAGE sql STABLE AS 'SELECT * FROM old.t WHERE e = x';
CREATE VIEW old.v AS SELECT * FROM old.f('a');
GRANT USAGE ON SCHEMA old TO pg_monitor; GRANT SELECT ON old.v TO pg_monitor; GRANT EXECUTE ON FUNCTION old.f(old.e) TO pg_monitor;
ALTER DEFAULT PRIVILEGES IN SCHEMA old GRANT SELECT ON TABLES TO pg_read_all_data;
-- rows
INSERT INTO old.t DEFAULT VALUES;
-- after
-- flash:rename old fresh
CREATE SCHEMA fresh;
CREATE TYPE fresh.e AS ENUM ('a', 'b', 'c');
CREATE TABLE fresh.t (id serial PRIMARY KEY, e fresh.e DEFAULT 'a');
CREATE FUNCTION fresh.f(x fresh.e) RETURNS SETOF fresh.t LANGUAGE sql STABLE AS 'SELECT * FROM fresh.t WHERE e = x';
CREATE VIEW fresh.v AS SELECT * FROM fresh.f('b');
GRANT USAGE ON SCHEMA fresh TO pg_monitor; GRANT SELECT ON fresh.v TO pg_monitor; GRANT EXECUTE ON FUNCTION fresh.f(fresh.e) TO pg_monitor;
ALTER DEFAULT PRIVILEGES IN SCHEMA fresh GRANT SELECT ON TABLES TO pg_read_all_data;
