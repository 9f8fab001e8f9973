-- before
CREATE TYPE k AS (a int, b text); CREATE TABLE t (v k); CREATE VIEW vv AS SELECT (v).a AS z FROM t; COMMENT ON COLUMN k.a IS 'A';
-- rows
INSERT INTO t VALUES (ROW(1,'x'));
-- after
CREATE TYPE k AS (
-- flash:rename a aa
aa int, b text); CREATE TABLE t (v k); CREATE VIEW vv AS SELECT (v).aa AS z FROM t; COMMENT ON COLUMN k.aa IS 'A';
