-- fires
ALTER TABLE t ADD COLUMN n bigint GENERATED ALWAYS AS (a * 2) STORED;

-- quiet
CREATE TABLE t (a bigint, n bigint GENERATED ALWAYS AS (a * 2) STORED);
