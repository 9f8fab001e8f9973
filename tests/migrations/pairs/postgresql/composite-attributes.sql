-- before
CREATE TYPE p AS (x int, y int);
CREATE TYPE q AS (x int, y int);
CREATE TABLE t (a p, b q);

-- rows
INSERT INTO t VALUES (NULL, NULL);

-- after
CREATE TYPE p AS (x int, y int, z text);
CREATE TYPE q AS (y bigint, w text);
CREATE TABLE t (a p, b q);
COMMENT ON TYPE p IS 'place';
COMMENT ON COLUMN q.w IS 'what';
