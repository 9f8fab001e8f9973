-- before
CREATE TABLE a_b (c int PRIMARY KEY);
CREATE TABLE a (b_c int);
-- rows
INSERT INTO a VALUES (1),(2);
-- after
CREATE TABLE a_b (c int PRIMARY KEY);
CREATE TABLE a (b_c int PRIMARY KEY);
