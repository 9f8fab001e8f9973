-- before
CREATE TABLE t (a int, b int) WITH (fillfactor = 50);
CREATE STATISTICS st (dependencies, ndistinct) ON a, b FROM t;
ALTER STATISTICS st SET STATISTICS 100;
ALTER TABLE t ALTER COLUMN a SET STATISTICS 100;
ALTER TABLE t REPLICA IDENTITY FULL;
-- after
CREATE TABLE t (a int, b int);
CREATE STATISTICS st (mcv) ON a, b, (a + b) FROM t;
