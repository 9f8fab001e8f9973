-- before
CREATE TABLE t (id int PRIMARY KEY, a text); CREATE FUNCTION f(r t) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT r.a'; CREATE INDEX ON t (f(t.*));
-- rows
INSERT INTO t VALUES (1,'a');
-- after
CREATE TABLE t (id int PRIMARY KEY, a varchar(10), b int DEFAULT 3); CREATE FUNCTION f(r t) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT r.a'; CREATE INDEX ON t (f(t.*));
