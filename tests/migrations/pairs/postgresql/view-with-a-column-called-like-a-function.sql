-- before
CREATE TABLE quotas (year int PRIMARY KEY, tons int);
CREATE VIEW quota_rest AS SELECT year, tons - 1 AS rest FROM quotas;
CREATE FUNCTION rest(y int) RETURNS bigint LANGUAGE sql AS 'SELECT rest FROM quota_rest WHERE year = y';
-- rows
-- after
CREATE TABLE quotas (year int PRIMARY KEY, tons int);
