-- before
CREATE TABLE t (a int, b text);
CREATE FUNCTION f() RETURNS TABLE (x int) LANGUAGE sql AS 'select a from t';
CREATE FUNCTION g(OUT x int) LANGUAGE sql AS 'select 1';
CREATE FUNCTION h() RETURNS SETOF t LANGUAGE sql AS 'select * from t';

-- rows
INSERT INTO t VALUES (1, 'x');

-- after
CREATE TABLE t (a int, b text, c int);
CREATE FUNCTION f() RETURNS TABLE (x int, y text) LANGUAGE sql AS 'select a, b from t';
CREATE FUNCTION g(OUT x int, OUT y int) LANGUAGE sql AS 'select 1, 2';
CREATE FUNCTION h() RETURNS SETOF t LANGUAGE sql AS 'select * from t';
