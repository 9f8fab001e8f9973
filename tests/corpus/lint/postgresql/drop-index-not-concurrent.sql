-- fires
DROP INDEX i;

-- quiet
-- flash:no-transaction
DROP INDEX CONCURRENTLY i;

-- quiet
DROP VIEW v;
