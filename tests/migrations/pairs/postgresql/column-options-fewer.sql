-- before
CREATE TABLE o (id int, t text STORAGE EXTERNAL COMPRESSION pglz, b bytea STORAGE MAIN) WITH (fillfactor = 70, toast.autovacuum_enabled = off, autovacuum_vacuum_scale_factor = 0.01);
ALTER TABLE o ALTER t SET (n_distinct = -0.5);
ALTER TABLE o ALTER id SET STATISTICS 1000;
-- rows
INSERT INTO o VALUES (1, repeat('x', 5000), '\x01');
-- after
CREATE TABLE o (id bigint, t varchar(6000) STORAGE EXTENDED, b bytea, j jsonb STORAGE EXTERNAL) WITH (fillfactor = 80, toast.autovacuum_vacuum_threshold = 9, toast_tuple_target = 4000, parallel_workers = 2);
ALTER TABLE o ALTER t SET (n_distinct = 5, n_distinct_inherited = 4);
ALTER TABLE o ALTER b SET STATISTICS 0;
