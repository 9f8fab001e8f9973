-- before
CREATE TYPE e AS ENUM ('b', 'd');
CREATE TABLE t (a e DEFAULT 'b', l e[]);
CREATE VIEW v AS SELECT a FROM t WHERE a = 'b';

-- rows
INSERT INTO t VALUES ('b', '{d}');

-- after
CREATE TYPE e AS ENUM ('a', 'b', 'c', 'd', 'z');
CREATE TABLE t (a e DEFAULT 'b', l e[]);
CREATE VIEW v AS SELECT a FROM t WHERE a = 'b';
