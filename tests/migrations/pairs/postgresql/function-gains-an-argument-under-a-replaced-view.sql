-- before
CREATE TABLE t (id int, n int);
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT a $$;
CREATE VIEW v AS SELECT id, f(n) AS x FROM t;
-- rows
INSERT INTO t VALUES (1, 2);
-- after
CREATE TABLE t (id int, n int);
CREATE FUNCTION f(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT a + b $$;
CREATE VIEW v AS SELECT id, f(n) AS x, f(n, 2) AS y FROM t;
