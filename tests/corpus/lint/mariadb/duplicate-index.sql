-- fires
CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY i (a), KEY j (a, b));

-- fires
CREATE TABLE t (id int PRIMARY KEY, KEY i (id));

-- quiet
CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY i (b), KEY j (a, b));
