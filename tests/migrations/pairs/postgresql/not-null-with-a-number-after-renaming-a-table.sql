-- before
CREATE TABLE z (c int NOT NULL);
CREATE TABLE a (b_c int NOT NULL);
-- rows
INSERT INTO a VALUES (1);
INSERT INTO z VALUES (1);
-- after
-- flash:rename z a_b
CREATE TABLE a_b (c int NOT NULL);
CREATE TABLE a (b_c int NOT NULL);
