-- fires
ALTER TABLE t ADD COLUMN n bigserial;

-- fires
ALTER TABLE t ADD COLUMN n bigint GENERATED ALWAYS AS IDENTITY;

-- quiet
CREATE TABLE t (n bigserial);

-- quiet
ALTER TABLE t ADD COLUMN n bigint;
