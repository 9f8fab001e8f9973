-- fires
ALTER TABLE t ADD COLUMN a int;

-- fires
SET lock_timeout = '1s';
ALTER TABLE t ADD COLUMN a int;

-- quiet
SET lock_timeout = '1s';
SET statement_timeout = '5s';
ALTER TABLE t ADD COLUMN a int;

-- quiet
CREATE TABLE t (a int);
