-- fires
CREATE INDEX CONCURRENTLY i ON t (a);

-- fires
DROP INDEX CONCURRENTLY i;

-- quiet
-- flash:no-transaction
CREATE INDEX CONCURRENTLY i ON t (a);

-- quiet
CREATE INDEX i ON t (a);

-- quiet
REFRESH MATERIALIZED VIEW CONCURRENTLY m;
