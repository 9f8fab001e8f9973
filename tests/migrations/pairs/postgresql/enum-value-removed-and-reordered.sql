-- before
CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE DOMAIN de AS e CHECK (VALUE <> 'c');
CREATE TABLE t (id int PRIMARY KEY, a e DEFAULT 'a', l e[] DEFAULT '{a}', d de, g text GENERATED ALWAYS AS (CASE a WHEN 'a' THEN 'x' END) STORED);
CREATE FUNCTION f(x e) RETURNS e LANGUAGE sql AS 'select x';
CREATE VIEW v AS SELECT f(a) FROM t;
CREATE INDEX i ON t (a) WHERE a = 'a';
COMMENT ON TYPE e IS 'letters';

-- rows
INSERT INTO t (id, a, l, d) VALUES (1, 'a', '{a,b}', 'b');

-- after
CREATE TYPE e AS ENUM ('b', 'a');
CREATE DOMAIN de AS e CHECK (VALUE <> 'b' OR VALUE = 'b');
CREATE TABLE t (id int PRIMARY KEY, a e DEFAULT 'a', l e[] DEFAULT '{a}', d de, g text GENERATED ALWAYS AS (CASE a WHEN 'a' THEN 'x' END) STORED);
CREATE FUNCTION f(x e) RETURNS e LANGUAGE sql AS 'select x';
CREATE VIEW v AS SELECT f(a) FROM t;
CREATE INDEX i ON t (a) WHERE a = 'a';
COMMENT ON TYPE e IS 'letters';
