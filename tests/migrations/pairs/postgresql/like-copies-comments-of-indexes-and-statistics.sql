-- before
CREATE TABLE a (id int PRIMARY KEY, n int, m int);
CREATE INDEX ai ON a (n);
COMMENT ON INDEX ai IS 'index says';
COMMENT ON INDEX a_pkey IS 'pkey index says';
COMMENT ON CONSTRAINT a_pkey ON a IS 'pkey says';
CREATE STATISTICS st ON n, m FROM a;
COMMENT ON STATISTICS st IS 'stat says';
-- rows
-- after
CREATE TABLE a (id int PRIMARY KEY, n int, m int);
CREATE INDEX ai ON a (n);
COMMENT ON INDEX ai IS 'index says';
COMMENT ON INDEX a_pkey IS 'pkey index says';
COMMENT ON CONSTRAINT a_pkey ON a IS 'pkey says';
CREATE STATISTICS st ON n, m FROM a;
COMMENT ON STATISTICS st IS 'stat says';
CREATE TABLE b (LIKE a INCLUDING ALL);
