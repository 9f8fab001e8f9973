-- fires
BEGIN;
ALTER TABLE t ADD COLUMN a int;
COMMIT;

-- quiet
ALTER TABLE t ADD COLUMN a int;
