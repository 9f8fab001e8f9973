-- before
CREATE TYPE r AS RANGE (subtype = float8);
CREATE TABLE t (a int, b int, r r);
CREATE STATISTICS s ON a, b FROM t;

-- rows
INSERT INTO t VALUES (1, 2, '[1,2]');

-- after
CREATE FUNCTION eq(a text, b text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'select a = b';
CREATE OPERATOR === (leftarg = text, rightarg = text, function = eq);
CREATE TYPE pt AS (x int);
CREATE CAST (pt AS text) WITH INOUT AS ASSIGNMENT;
CREATE TABLE t (a int, b int, r text, ok boolean GENERATED ALWAYS AS ('a' === 'b') STORED);
CREATE STATISTICS s (ndistinct) ON a, b FROM t;
COMMENT ON STATISTICS s IS 'st';
