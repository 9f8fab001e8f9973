-- before
CREATE TABLE a (id int, x int DEFAULT 1);
CREATE TABLE b (y int) INHERITS (a);
CREATE TABLE c (z int) INHERITS (b);
CREATE TABLE d (z int) INHERITS (b);
-- rows
INSERT INTO c (id, x, y, z) VALUES (1, 2, 3, 4);
-- after
CREATE TABLE a (id int);
CREATE TABLE b (y int) INHERITS (a);
CREATE TABLE c (z int, x int DEFAULT 1) INHERITS (b);
CREATE TABLE d (z int) INHERITS (b);
-- moved
SELECT x FROM c;
SELECT x FROM c;
