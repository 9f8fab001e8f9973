-- before
CREATE TABLE t (id int, n varchar(10));
CREATE FUNCTION f(x t.n%TYPE) RETURNS t.id%TYPE LANGUAGE sql AS 'SELECT 1';
-- after
CREATE TABLE t (id int, n varchar(10));
CREATE FUNCTION f(x t.n%TYPE, y t.id%TYPE DEFAULT 0) RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';
