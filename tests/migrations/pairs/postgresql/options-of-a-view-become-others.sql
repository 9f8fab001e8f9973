-- before
CREATE SCHEMA s;
CREATE TABLE t (id int PRIMARY KEY, v text);
CREATE VIEW s.w (a, b) WITH (security_barrier, check_option = 'local') AS SELECT id, v FROM t;
COMMENT ON VIEW s.w IS 'x';
-- rows
INSERT INTO t VALUES (1, 'x');
-- after
CREATE SCHEMA s;
CREATE TABLE t (id int PRIMARY KEY, v text);
CREATE VIEW s.w (a, b) WITH (security_barrier, check_option = 'local') AS SELECT id, v FROM t;
ALTER VIEW s.w RESET (security_barrier, check_option);
ALTER VIEW s.w SET (security_invoker = on);
COMMENT ON VIEW s.w IS 'x';
ALTER VIEW s.w ALTER COLUMN a SET DEFAULT 4;
