-- fires
ALTER TABLE t DROP COLUMN a;

-- quiet
CREATE TABLE t (id int PRIMARY KEY, a int);
ALTER TABLE t DROP COLUMN a;

-- quiet
ALTER TABLE t ADD COLUMN a int;
