-- before
CREATE SCHEMA x;
CREATE TYPE x.e AS ENUM ('a', 'b');
CREATE TABLE x.t (v x.e NOT NULL DEFAULT 'a', vs x.e[]);
-- rows
INSERT INTO x.t VALUES ('b', '{a,b}');
-- after
CREATE SCHEMA x;
CREATE SCHEMA y;
CREATE TYPE y.e AS ENUM ('a', 'b', 'c');
CREATE TABLE x.t (v y.e NOT NULL DEFAULT 'c', vs y.e[]);
