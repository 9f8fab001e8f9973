-- before
CREATE TYPE p AS (x int, y text);
CREATE TABLE t OF p;

-- rows
INSERT INTO t VALUES (1, 'a');

-- after
CREATE TYPE p AS (x int, y text);
CREATE TABLE t OF p (PRIMARY KEY (x));
