-- before
CREATE TABLE a_b (c int NOT NULL);
CREATE TABLE a (b_c int NOT NULL, d int);
CREATE TABLE k (e int) INHERITS (a);
-- rows
INSERT INTO k VALUES (1,1,1);
-- after
CREATE TABLE a (b_c int NOT NULL, d int);
CREATE TABLE k (e int NOT NULL) INHERITS (a);
CREATE TABLE a_b (c int NOT NULL, f int);
