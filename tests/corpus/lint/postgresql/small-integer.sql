-- fires
CREATE TABLE t (id bigint PRIMARY KEY, a int);

-- fires
ALTER TABLE t ADD COLUMN a int;

-- quiet
CREATE TABLE t (id bigint PRIMARY KEY, a bigint);

-- fires
ALTER TABLE t ALTER a TYPE smallint;
