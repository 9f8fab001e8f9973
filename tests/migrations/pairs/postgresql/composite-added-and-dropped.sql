-- before
CREATE TYPE c AS (x int);
CREATE TABLE t (v c, a int);

-- rows
INSERT INTO t VALUES (NULL, 1);

-- after
CREATE TYPE d AS (x int, y text COLLATE "C");
CREATE TABLE t (a int, w d, l d[]);
