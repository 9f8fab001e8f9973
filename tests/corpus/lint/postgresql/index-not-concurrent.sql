-- fires
CREATE INDEX i ON t (a);

-- fires
CREATE UNIQUE INDEX i ON t (a);

-- quiet
-- flash:no-transaction
CREATE INDEX CONCURRENTLY i ON t (a);

-- quiet
CREATE TABLE t (a bigint);
CREATE INDEX i ON t (a);
