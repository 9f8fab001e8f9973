-- before
CREATE EXTENSION postgres_fdw;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor;
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'a', dbname 'x');
CREATE SERVER near FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'a', dbname 'x');
GRANT USAGE ON FOREIGN SERVER far TO pg_monitor;
GRANT USAGE ON FOREIGN SERVER near TO pg_monitor;
GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO pg_monitor;
CREATE TABLE t (id int);
-- rows
INSERT INTO t VALUES (1);
-- after
CREATE EXTENSION postgres_fdw;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor;
CREATE SERVER near FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'a', dbname 'x');
GRANT USAGE ON FOREIGN SERVER near TO pg_monitor;
GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO pg_monitor;
CREATE TABLE t (id int, b int);
