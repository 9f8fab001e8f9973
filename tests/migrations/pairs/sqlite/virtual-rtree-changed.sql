-- before
CREATE VIRTUAL TABLE r USING rtree(id, x1, x2);
-- rows
INSERT INTO r VALUES (1, 2, 3);
-- after
CREATE VIRTUAL TABLE r USING rtree(id, x1, x2, +note TEXT);
