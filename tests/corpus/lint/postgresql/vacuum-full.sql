-- fires
VACUUM FULL t;

-- fires
CLUSTER t USING i;

-- quiet
VACUUM t;
