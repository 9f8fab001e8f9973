-- before
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE t (x e PRIMARY KEY, y int);
CREATE TABLE u (x e REFERENCES t);

-- rows
INSERT INTO t VALUES ('a', 1); INSERT INTO u VALUES ('a');

-- after
CREATE TYPE e AS ENUM ('c', 'a');
CREATE TABLE t (x e PRIMARY KEY, y int);
CREATE TABLE u (x e REFERENCES t);
