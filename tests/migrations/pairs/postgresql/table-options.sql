-- before
CREATE TABLE t (a int, b text) WITH (fillfactor = 70, autovacuum_enabled = false);
CREATE UNLOGGED TABLE u (a int);
CREATE TABLE w (a int);

-- rows
INSERT INTO t VALUES (1, 'x'); INSERT INTO u VALUES (1);

-- after
CREATE TABLE t (a int, b text) WITH (fillfactor = 80, toast_tuple_target = 256);
ALTER TABLE t ALTER b SET STORAGE EXTERNAL;
ALTER TABLE t ALTER b SET STATISTICS 200;
ALTER TABLE t REPLICA IDENTITY FULL;
CREATE TABLE u (a int);
CREATE UNLOGGED TABLE w (a int);
ALTER TABLE w SET (fillfactor = 50);
