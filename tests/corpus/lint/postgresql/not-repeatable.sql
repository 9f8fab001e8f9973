-- fires
-- flash:no-transaction
CREATE INDEX CONCURRENTLY i ON t (a);
CREATE INDEX CONCURRENTLY j ON t (b);

-- fires
-- flash:no-transaction
ALTER TABLE t ADD COLUMN a int;
ALTER TABLE t DROP COLUMN b;

-- quiet
CREATE TABLE t (a int);
CREATE TABLE u (a int);

-- quiet
-- flash:no-transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);
DROP INDEX CONCURRENTLY IF EXISTS j;

-- quiet
-- flash:no-transaction
CREATE INDEX CONCURRENTLY i ON t (a);
