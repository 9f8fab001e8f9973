-- before
CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad');
CREATE TABLE t (a int, m mood DEFAULT 'ok', all_of mood[]);

-- rows
INSERT INTO t VALUES (1, 'glad', '{ok,glad}');

-- after
CREATE TYPE mood AS ENUM ('glad', 'ok');
CREATE TABLE t (a int, m mood DEFAULT 'ok', all_of mood[]);

-- moved
SELECT m::text, all_of::text FROM t;
SELECT m::text, all_of::text FROM t;
