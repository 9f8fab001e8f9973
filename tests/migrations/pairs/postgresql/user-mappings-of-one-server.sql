-- before
CREATE EXTENSION postgres_fdw;
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'a', dbname 'x');
CREATE USER MAPPING FOR pg_monitor SERVER far OPTIONS (user 'w');
CREATE FOREIGN TABLE far_users (id int, name text) SERVER far OPTIONS (table_name 'users');
CREATE VIEW fu AS SELECT id FROM far_users;
GRANT USAGE ON FOREIGN SERVER far TO pg_monitor;
-- after
CREATE EXTENSION postgres_fdw;
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'b', dbname 'x', port '6000');
CREATE USER MAPPING FOR pg_monitor SERVER far OPTIONS (user 'w', password 'p');
CREATE USER MAPPING FOR PUBLIC SERVER far;
CREATE FOREIGN TABLE far_users (id bigint, name text, mail text) SERVER far OPTIONS (table_name 'people');
CREATE VIEW fu AS SELECT id, mail FROM far_users;
GRANT USAGE ON FOREIGN SERVER far TO pg_monitor, pg_read_all_data;
