-- fires
DROP SCHEMA app;

-- fires
DROP DATABASE app;

-- quiet
DROP TABLE app.t;
