-- fires
DROP TABLE t;

-- fires
DROP TABLE IF EXISTS a, b;

-- quiet
CREATE TABLE t (id int PRIMARY KEY);
DROP TABLE t;

-- quiet
DROP VIEW v;
