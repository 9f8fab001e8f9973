-- before
CREATE VIRTUAL TABLE r USING rtree_i32(id, x1, x2);
CREATE TABLE t (a);
-- rows
INSERT INTO r VALUES (1, 2, 3);
-- after
CREATE TABLE t (a);
