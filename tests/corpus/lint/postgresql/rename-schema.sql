-- fires
ALTER SCHEMA a RENAME TO b;

-- quiet
ALTER TYPE a RENAME TO b;
