-- before
CREATE SCHEMA s;
CREATE COLLATION s.c1 FROM "C";
CREATE COLLATION d1 FROM "C";
CREATE TABLE t (a text COLLATE s.c1 DEFAULT ('x' COLLATE s.c1), b text, g boolean GENERATED ALWAYS AS (a < 'c' COLLATE s.c1) STORED, CHECK (b COLLATE s.c1 > 'COLLATE s.c1'));
CREATE INDEX i ON t (b COLLATE s.c1, (a || b) COLLATE public.d1);
CREATE VIEW v AS SELECT a FROM t ORDER BY b COLLATE s.c1;
CREATE FUNCTION f(x text) RETURNS boolean LANGUAGE sql AS $$ SELECT x COLLATE s.c1 > 'a' $$;
-- rows
INSERT INTO t VALUES ('a', 'z');
-- after
CREATE SCHEMA s;
-- flash:rename s.c1 s.c2
CREATE COLLATION s.c2 FROM "C";
-- flash:rename d1 d2
CREATE COLLATION d2 FROM "C";
CREATE TABLE t (a text COLLATE s.c2 DEFAULT ('x' COLLATE s.c2), b text, g boolean GENERATED ALWAYS AS (a < 'c' COLLATE s.c2) STORED, CHECK (b COLLATE s.c2 > 'COLLATE s.c1'));
CREATE INDEX i ON t (b COLLATE s.c2, (a || b) COLLATE public.d2);
CREATE VIEW v AS SELECT a FROM t ORDER BY b COLLATE s.c2;
CREATE FUNCTION f(x text) RETURNS boolean LANGUAGE sql AS $$ SELECT x COLLATE s.c2 > 'a' $$;
