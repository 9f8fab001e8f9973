-- fires
ALTER TABLE t ADD COLUMN a int;
UPDATE t SET a = 1;

-- fires
ALTER TABLE t ADD COLUMN a int;
DELETE FROM u;

-- quiet
UPDATE t SET a = 1;

-- quiet
ALTER TABLE t ADD COLUMN a int;
UPDATE t SET a = 1 WHERE id < 100;
