-- before
CREATE TABLE pt (a int, b text) PARTITION BY LIST (a);
CREATE TABLE pt2 PARTITION OF pt FOR VALUES IN (2);
-- rows
-- after
CREATE TABLE pt (a int, b text) PARTITION BY LIST (a);
CREATE TABLE pt2 PARTITION OF pt FOR VALUES IN (2);
CREATE INDEX pt2_by_b ON pt2 (b);
CREATE INDEX pt_by_b ON ONLY pt (b);
ALTER INDEX pt_by_b ATTACH PARTITION pt2_by_b;
COMMENT ON INDEX pt2_by_b IS 'second';
