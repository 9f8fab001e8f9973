-- fires
CREATE TABLE t (id bigint PRIMARY KEY, a timestamp);

-- fires
ALTER TABLE t ADD COLUMN a timestamp;

-- quiet
CREATE TABLE t (id bigint PRIMARY KEY, a timestamptz);

-- fires
ALTER TABLE t ALTER a SET DATA TYPE timestamp;
