-- before
CREATE TABLE x (a int);
-- rows
-- after
CREATE TABLE x (a int);
CREATE TABLE m (k integer NOT NULL, v integer, PRIMARY KEY (k, v)) PARTITION BY LIST (k);
CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1, 2);
ALTER TABLE m1 RENAME CONSTRAINT m1_pkey TO m1_own;
COMMENT ON CONSTRAINT m1_own ON m1 IS 'own';
