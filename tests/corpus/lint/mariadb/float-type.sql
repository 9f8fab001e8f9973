-- fires
CREATE TABLE t (id bigint PRIMARY KEY, a double);

-- fires
ALTER TABLE t ADD COLUMN a float;

-- quiet
CREATE TABLE t (id bigint PRIMARY KEY, a decimal(10, 2));
