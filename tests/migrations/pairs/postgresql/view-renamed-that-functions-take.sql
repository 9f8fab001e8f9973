-- before
CREATE TABLE f (id int PRIMARY KEY, a int);
CREATE VIEW v1 AS SELECT id, a FROM f;
CREATE FUNCTION g(r v1) RETURNS int LANGUAGE sql AS 'SELECT r.a';
-- rows
-- after
CREATE TABLE f (id int PRIMARY KEY, a int);
-- flash:rename v1 w1
CREATE VIEW w1 AS SELECT a, id FROM f;
CREATE FUNCTION g(r w1) RETURNS int LANGUAGE sql AS 'SELECT r.a';
