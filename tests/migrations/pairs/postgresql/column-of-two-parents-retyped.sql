-- before
CREATE TABLE a1 (id int, n text DEFAULT 'a');
CREATE TABLE b1 (id int, m int);
CREATE TABLE ab (z int) INHERITS (a1, b1);
-- rows
INSERT INTO ab (id, n, m, z) VALUES (2, 'y', 3, 4);
INSERT INTO a1 VALUES (1);
-- after
CREATE TABLE a1 (id bigint, n text DEFAULT 'a');
CREATE TABLE b1 (id bigint, m int);
CREATE TABLE ab (z int) INHERITS (a1, b1);
