-- fires
TRUNCATE t CASCADE;

-- quiet
TRUNCATE t;
