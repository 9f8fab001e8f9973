-- fires
DROP TABLE t;

-- fires
DROP TABLE IF EXISTS a, b;

-- quiet
CREATE TABLE t (id int PRIMARY KEY);
DROP TABLE t;

-- quiet
DROP VIEW v;

-- fires
CREATE OR REPLACE TABLE t (id int PRIMARY KEY);

-- quiet
CREATE TABLE t (id int PRIMARY KEY);
CREATE OR REPLACE TABLE t (id bigint PRIMARY KEY);

-- given
CREATE TABLE other (id int PRIMARY KEY);

-- quiet
CREATE OR REPLACE TABLE t (id int PRIMARY KEY);

-- fires
CREATE OR REPLACE TABLE other (id int PRIMARY KEY);
