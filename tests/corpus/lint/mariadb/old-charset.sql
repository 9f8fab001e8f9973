-- fires
CREATE TABLE t (id int PRIMARY KEY, a text) CHARACTER SET utf8mb3;

-- fires
CREATE TABLE t (id int PRIMARY KEY, a text CHARACTER SET latin1);

-- quiet
CREATE TABLE t (id int PRIMARY KEY, a text) CHARACTER SET utf8mb4;
