-- before
CREATE SCHEMA app;
SET search_path = app, public;
CREATE TABLE t (id int PRIMARY KEY);
COMMENT ON SCHEMA app IS 'The application';
COMMENT ON TABLE t IS 'a';
-- after
CREATE SCHEMA app;
SET search_path = app, public;
CREATE TABLE t (id int PRIMARY KEY);
COMMENT ON SCHEMA app IS 'The app';
COMMENT ON TABLE t IS 'b';
