-- fires
CREATE TABLE t (id bigint PRIMARY KEY, a varchar(20));

-- fires
ALTER TABLE t ADD COLUMN a varchar(20);

-- quiet
CREATE TABLE t (id bigint PRIMARY KEY, a text);

-- fires
ALTER TABLE t ALTER COLUMN a TYPE varchar(200);
