-- fires
ALTER TABLE t ALTER COLUMN a TYPE bigint;

-- quiet
ALTER TABLE t ALTER COLUMN a SET DEFAULT 1;

-- given
CREATE TABLE t (a varchar(10), b numeric(8, 2), c cidr, d int);

-- fires
ALTER TABLE t ALTER COLUMN a TYPE varchar(5);

-- fires
ALTER TABLE t ALTER COLUMN b TYPE numeric(10, 3);

-- fires
ALTER TABLE t ALTER COLUMN d TYPE bigint;

-- quiet
ALTER TABLE t ALTER COLUMN a TYPE varchar(20);

-- quiet
ALTER TABLE t ALTER COLUMN a TYPE text;

-- quiet
ALTER TABLE t ALTER COLUMN b TYPE numeric(10, 2);

-- quiet
ALTER TABLE t ALTER COLUMN c TYPE inet;
