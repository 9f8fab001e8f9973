-- fires
ALTER TABLE t DROP CONSTRAINT t_a_fkey;

-- quiet
ALTER TABLE t DROP CONSTRAINT t_a_key;

-- given
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT points REFERENCES t, CONSTRAINT small CHECK (a < 9));

-- fires
ALTER TABLE t DROP CONSTRAINT points;

-- quiet
ALTER TABLE t DROP CONSTRAINT small;
