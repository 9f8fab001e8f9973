-- before
CREATE TABLE a_b (c int, id int PRIMARY KEY);
CREATE TABLE a (b_c int UNIQUE, d int);
CREATE INDEX a_d_key ON a (d);
-- rows
INSERT INTO a_b VALUES (1, 1);
INSERT INTO a VALUES (1, 1);
-- after
CREATE TABLE a_b (c int UNIQUE, id int PRIMARY KEY);
CREATE TABLE a (b_c int UNIQUE, d int);
CREATE INDEX a_d_key ON a (d);
ALTER TABLE a ADD UNIQUE (d), ADD EXCLUDE (d WITH =);
CREATE TABLE a_pkey (x int);
CREATE TABLE e (x int PRIMARY KEY, y text UNIQUE);
ALTER TABLE e RENAME TO e_old;
CREATE TABLE e (x int PRIMARY KEY, y text UNIQUE, z int REFERENCES e);
DROP TABLE e_old;
