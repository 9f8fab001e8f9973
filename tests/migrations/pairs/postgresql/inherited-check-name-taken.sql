-- before
CREATE TABLE a_b (c int CHECK (c > 0));
CREATE TABLE k () INHERITS (a_b);
CREATE TABLE a (b_c int CHECK (b_c > 0));
-- rows
INSERT INTO k VALUES (1);
-- after
CREATE TABLE a_b (c int CHECK (c > 0));
CREATE TABLE k (z int CHECK (z > 0)) INHERITS (a_b);
CREATE TABLE a (b_c int CHECK (b_c > 1));
