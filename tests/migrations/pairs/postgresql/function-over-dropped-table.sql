-- before
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'select count(*) from t';
CREATE FUNCTION g(r t) RETURNS int LANGUAGE sql AS 'select r.a';

-- after
CREATE TABLE other (a int);
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'select count(*) from other';
