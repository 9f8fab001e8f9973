-- fires
ALTER TABLE t ADD COLUMN u uuid DEFAULT gen_random_uuid();

-- fires
ALTER TABLE t ADD COLUMN a timestamptz DEFAULT clock_timestamp();

-- fires
ALTER TABLE t ADD COLUMN a float8 DEFAULT random();

-- quiet
ALTER TABLE t ADD COLUMN a timestamptz DEFAULT now();

-- quiet
ALTER TABLE t ADD COLUMN a int DEFAULT 1;

-- quiet
CREATE TABLE t (u uuid DEFAULT gen_random_uuid());
