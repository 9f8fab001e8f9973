-- before
CREATE TABLE t (a int, b int);
CREATE VIEW v (x, y) AS SELECT a, b FROM t;
-- after
CREATE TABLE t (a int, b int);
CREATE VIEW v (x, y) WITH (security_invoker = true, check_option = cascaded) AS SELECT a, b FROM t WHERE a > 0;
ALTER VIEW v ALTER COLUMN x SET DEFAULT 5;
COMMENT ON VIEW v IS 'v';
