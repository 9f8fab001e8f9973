-- fires
ALTER TABLE t RENAME TO u;

-- quiet
CREATE TABLE t (id int PRIMARY KEY);
ALTER TABLE t RENAME TO u;

-- quiet
ALTER TABLE t RENAME COLUMN a TO b;

-- fires
ALTER TABLE public.t SET SCHEMA archive;
