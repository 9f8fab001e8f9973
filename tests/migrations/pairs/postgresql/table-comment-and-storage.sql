-- before
CREATE TABLE t (a text, b text);
COMMENT ON TABLE t IS 'one';
COMMENT ON COLUMN t.a IS 'old';
-- after
CREATE TABLE t (a text STORAGE EXTERNAL, b text COMPRESSION pglz) WITH (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = false);
ALTER TABLE t ALTER COLUMN b SET STATISTICS 500;
ALTER TABLE t ALTER COLUMN a SET (n_distinct = 100);
COMMENT ON TABLE t IS 'two''s';
COMMENT ON COLUMN t.b IS E'multi\nline';
