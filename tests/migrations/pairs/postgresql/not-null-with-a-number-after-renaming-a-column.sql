-- before
CREATE TABLE a_b (c int NOT NULL);
CREATE TABLE a (d int NOT NULL);
-- rows
INSERT INTO a VALUES (1);
INSERT INTO a_b VALUES (1);
-- after
CREATE TABLE a_b (c int NOT NULL);
CREATE TABLE a (
  -- flash:rename d b_c
  b_c int NOT NULL);
