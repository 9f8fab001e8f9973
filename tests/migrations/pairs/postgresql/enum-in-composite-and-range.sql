-- before
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TYPE c AS (x e, n int);
CREATE TABLE t (v c);

-- after
CREATE TYPE e AS ENUM ('b');
CREATE TYPE c AS (x e, n int);
CREATE TABLE t (v c);
