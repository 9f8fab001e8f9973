-- before
CREATE TABLE a_b (c int NOT NULL);
ALTER TABLE a_b RENAME TO z;
CREATE TABLE a_b (c int NOT NULL);
-- rows
INSERT INTO a_b VALUES (1);
INSERT INTO z VALUES (1);
-- after
CREATE TABLE z (c int NOT NULL, d int);
CREATE TABLE a_b (c int NOT NULL);
