-- before
CREATE FUNCTION nxt(a int DEFAULT 1) RETURNS int LANGUAGE sql AS 'select a';
CREATE DOMAIN num AS int DEFAULT nxt() CONSTRAINT low CHECK (VALUE >= 0);
CREATE TABLE t (n num, m num);
GRANT USAGE ON DOMAIN num TO pg_signal_backend;
-- rows
INSERT INTO t DEFAULT VALUES;
-- after
CREATE FUNCTION nxt(b int DEFAULT 2) RETURNS int LANGUAGE sql AS 'select b';
CREATE DOMAIN num AS int DEFAULT nxt() CONSTRAINT low CHECK (VALUE >= -1) CONSTRAINT high CHECK (VALUE < 1000);
CREATE TABLE t (n num, m num);
GRANT USAGE ON DOMAIN num TO pg_signal_backend, pg_monitor;
