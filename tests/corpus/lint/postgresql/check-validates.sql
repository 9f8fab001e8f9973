-- fires
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);

-- quiet
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;

-- quiet
CREATE TABLE t (a bigint CHECK (a > 0));
