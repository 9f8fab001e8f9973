-- before
CREATE EXTENSION postgres_fdw;
CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'localhost', dbname 'x');
CREATE FOREIGN TABLE ft (id int OPTIONS (column_name 'number'), v text) SERVER other OPTIONS (table_name 'y');
-- after
CREATE EXTENSION postgres_fdw;
CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'localhost', dbname 'x');
CREATE FOREIGN TABLE ft (id int OPTIONS (column_name 'it''s "n"'), v text, w text OPTIONS (column_name 'z')) SERVER other OPTIONS (table_name 'y');
