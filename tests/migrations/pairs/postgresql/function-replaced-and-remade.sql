-- before
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'select a';
CREATE FUNCTION g(a int) RETURNS int LANGUAGE sql AS 'select a';
CREATE FUNCTION h(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql AS 'select a';
CREATE TABLE t (a int DEFAULT f(1), b int CHECK (g(b) > 0));
CREATE VIEW v AS SELECT g(a) AS x FROM t;
COMMENT ON FUNCTION g(int) IS 'gee';

-- rows
INSERT INTO t VALUES (1, 1);

-- after
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'select a + 1';
CREATE FUNCTION g(b int) RETURNS bigint LANGUAGE sql AS 'select b::bigint';
CREATE FUNCTION h(a int, b int) RETURNS int LANGUAGE sql AS 'select a';
CREATE FUNCTION h(a text) RETURNS int LANGUAGE sql AS 'select 1';
CREATE TABLE t (a int DEFAULT f(1), b int CHECK (g(b) > 0));
CREATE VIEW v AS SELECT g(a) AS x FROM t;
COMMENT ON FUNCTION g(int) IS 'gee';
