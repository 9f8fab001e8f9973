-- fires
REINDEX INDEX i;

-- fires
REINDEX TABLE t;

-- quiet
-- flash:no-transaction
REINDEX INDEX CONCURRENTLY i;
