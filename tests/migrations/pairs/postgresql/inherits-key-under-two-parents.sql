-- before
CREATE TABLE top (id int NOT NULL, w int);
CREATE TABLE a (x int) INHERITS (top);
CREATE TABLE b (y int) INHERITS (top);
CREATE TABLE c (z int) INHERITS (a, b);
CREATE TABLE f (r int);
-- rows
INSERT INTO a VALUES (1, 1, 1);
INSERT INTO b VALUES (2, 2, 2);
INSERT INTO c (id, w, x, y, z) VALUES (3, 3, 3, 3, 3);
-- after
CREATE TABLE top (id int NOT NULL, w int);
CREATE TABLE a (x int, PRIMARY KEY (id)) INHERITS (top);
CREATE TABLE b (y int) INHERITS (top);
CREATE TABLE c (z int) INHERITS (a, b);
CREATE TABLE f (r int REFERENCES a);
