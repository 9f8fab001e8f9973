-- before
CREATE TABLE g (id int PRIMARY KEY);
CREATE TABLE a_b (c int REFERENCES g CHECK (c > 0), UNIQUE (c));
-- rows
INSERT INTO g VALUES (1);
-- after
CREATE TABLE g (id int PRIMARY KEY);
CREATE TABLE a (b_c int REFERENCES g CHECK (b_c > 0), UNIQUE (b_c));
