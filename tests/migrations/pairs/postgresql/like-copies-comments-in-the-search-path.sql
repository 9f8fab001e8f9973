-- before
CREATE SCHEMA s;
-- rows
-- after
CREATE SCHEMA s;
SET search_path = s;
CREATE TABLE a (id int PRIMARY KEY, n int CHECK (n > 0) NOT NULL);
CREATE INDEX ai ON a (n);
COMMENT ON INDEX ai IS 'first';
COMMENT ON CONSTRAINT a_n_check ON a IS 'chk';
COMMENT ON CONSTRAINT a_n_not_null ON a IS 'nn';
CREATE STATISTICS st ON id, n FROM a;
COMMENT ON STATISTICS st IS 'st';
CREATE TABLE b (LIKE a INCLUDING ALL);
