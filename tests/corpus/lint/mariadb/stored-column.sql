-- fires
ALTER TABLE t ADD COLUMN b int AS (a * 2) STORED;

-- quiet
ALTER TABLE t ADD COLUMN b int AS (a * 2) VIRTUAL;
