-- before
CREATE TABLE a_b (c int PRIMARY KEY);
CREATE TABLE a (x int);
-- rows
INSERT INTO a VALUES (1),(2);
-- after
CREATE TABLE a_b (c int PRIMARY KEY);
CREATE TABLE a (x int, b_c int GENERATED ALWAYS AS IDENTITY, b_d serial);
CREATE TABLE a_b_d (x int NOT NULL);
CREATE TABLE a_b_x (d int NOT NULL);
