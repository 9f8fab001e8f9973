-- fires
CREATE TABLE t (id bigint PRIMARY KEY, a json);

-- fires
ALTER TABLE t ADD COLUMN a json;

-- quiet
CREATE TABLE t (id bigint PRIMARY KEY, a jsonb);

-- fires
ALTER TABLE t ALTER a TYPE json USING a::json;
