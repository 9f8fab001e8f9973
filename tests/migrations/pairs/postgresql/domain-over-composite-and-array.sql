-- before
CREATE TYPE c AS (a int);
CREATE DOMAIN dc AS c;
CREATE DOMAIN ints AS int[] CHECK (cardinality(VALUE) < 5);
CREATE TABLE t (id int PRIMARY KEY, x dc, y ints);
-- rows
INSERT INTO t VALUES (1, ROW(1), '{1,2}');
-- after
CREATE TYPE c AS (a bigint, b text);
CREATE DOMAIN dc AS c;
CREATE DOMAIN ints AS bigint[] CHECK (cardinality(VALUE) < 6);
CREATE TABLE t (id int PRIMARY KEY, x dc, y ints);
