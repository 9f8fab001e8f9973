-- before
CREATE TABLE a (id int PRIMARY KEY);
-- rows
INSERT INTO a VALUES (1);
-- after
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE TABLE a (id int PRIMARY KEY, n int DEFAULT 3::pos, p pos, q int GENERATED ALWAYS AS (id::pos + 1) STORED, r int CHECK (r::pos < 10));
CREATE FUNCTION f(x pos) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE INDEX ix ON a ((id::pos));
DROP DOMAIN pos CASCADE;
