-- fires
VACUUM;

-- quiet
-- flash:no-transaction
VACUUM;
