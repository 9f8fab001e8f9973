-- before
CREATE TABLE t (a text);
-- rows
INSERT INTO t VALUES ('1');
-- after
CREATE FUNCTION pg_temp.helps(text) RETURNS int LANGUAGE sql AS 'SELECT 1';
DROP FUNCTION pg_temp.helps(text);
CREATE TABLE t (a text, b int);
