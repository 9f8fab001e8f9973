-- fires
CREATE TABLE t (a bigint);

-- quiet
CREATE TABLE t (a bigint PRIMARY KEY);

-- quiet
CREATE TABLE t (a bigint, b bigint, PRIMARY KEY (a, b));

-- quiet
CREATE TEMPORARY TABLE t (a bigint);
