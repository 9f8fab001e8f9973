-- before
CREATE DOMAIN d AS int;
CREATE DOMAIN k AS int CONSTRAINT k1 NOT NULL;
CREATE TYPE pair AS (k k, n int);
CREATE TABLE t (d d, p pair);
-- rows
INSERT INTO t VALUES (1, NULL);
-- after
CREATE DOMAIN d AS int CONSTRAINT one NOT NULL;
CREATE DOMAIN k AS int CONSTRAINT k2 NOT NULL;
CREATE TYPE pair AS (k k, n int);
CREATE TABLE t (d d, p pair);
