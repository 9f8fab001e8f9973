-- fires
CREATE TABLE t (id bigint PRIMARY KEY, a char(3));

-- fires
ALTER TABLE t ADD COLUMN a char(3);

-- quiet
CREATE TABLE t (id bigint PRIMARY KEY, a text);

-- fires
ALTER TABLE t ALTER a TYPE char(3);
