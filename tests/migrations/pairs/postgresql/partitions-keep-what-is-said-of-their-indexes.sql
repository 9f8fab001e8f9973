-- before
CREATE TABLE m (k integer NOT NULL, v text, w text) PARTITION BY LIST (k);
CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1, 2);
CREATE TABLE m2 PARTITION OF m FOR VALUES IN (3);
CREATE INDEX m_v ON m (v);
CREATE UNIQUE INDEX m_u ON m (k, w);
ALTER TABLE m ADD CONSTRAINT m_c UNIQUE (w, k);
CREATE INDEX m_e ON m ((v || w));
COMMENT ON INDEX m_v IS 'all';
COMMENT ON INDEX m1_v_idx IS 'of the first';
COMMENT ON INDEX m2_expr_idx IS 'of an expression';
ALTER INDEX m2_expr_idx ALTER COLUMN 1 SET STATISTICS 77;
COMMENT ON INDEX m1_w_k_key IS 'of a key';
COMMENT ON CONSTRAINT m2_w_k_key ON m2 IS 'the key';
ALTER TABLE m1 CLUSTER ON m1_v_idx;
ALTER INDEX m2_v_idx RENAME TO deep;
COMMENT ON INDEX deep IS 'renamed';
-- rows
INSERT INTO m VALUES (1, 'a', 'x'), (3, 'b', 'y');
-- after
CREATE TABLE m (k integer NOT NULL, v varchar(100), w varchar(20)) PARTITION BY LIST (k);
CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1, 2);
CREATE TABLE m2 PARTITION OF m FOR VALUES IN (3);
CREATE INDEX m_v ON m (v);
CREATE UNIQUE INDEX m_u ON m (k, w);
ALTER TABLE m ADD CONSTRAINT m_c UNIQUE (w, k);
CREATE INDEX m_e ON m ((v || w));
COMMENT ON INDEX m_v IS 'all';
COMMENT ON INDEX m1_v_idx IS 'of the first';
COMMENT ON INDEX m2_expr_idx IS 'of an expression';
ALTER INDEX m2_expr_idx ALTER COLUMN 1 SET STATISTICS 77;
COMMENT ON INDEX m1_w_k_key IS 'of a key';
COMMENT ON CONSTRAINT m2_w_k_key ON m2 IS 'the key';
ALTER TABLE m1 CLUSTER ON m1_v_idx;
ALTER INDEX m2_v_idx RENAME TO deep;
COMMENT ON INDEX deep IS 'renamed';
