-- fires
DROP DATABASE app;

-- quiet
DROP TABLE t;
