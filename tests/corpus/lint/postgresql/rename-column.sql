-- fires
ALTER TABLE t RENAME COLUMN a TO b;

-- quiet
ALTER TABLE t RENAME TO u;

-- quiet
ALTER TABLE t ADD COLUMN b int;
