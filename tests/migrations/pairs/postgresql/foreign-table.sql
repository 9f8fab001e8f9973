-- before
CREATE TABLE t (id int);
-- after
CREATE EXTENSION postgres_fdw;
CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'localhost', dbname 'x');
CREATE FOREIGN TABLE ft (id int, v text) SERVER other OPTIONS (schema_name 'public', table_name 'y');
CREATE TABLE t (id int);
