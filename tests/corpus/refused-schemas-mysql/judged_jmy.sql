-- 42S22: Unknown column 'nope' in 'SELECT'
CREATE VIEW v AS SELECT «nope» FROM p

-- 42S22: Unknown column 'x.id' in 'WHERE'
CREATE VIEW v AS SELECT id FROM p WHERE «x.id» = 1

-- 42S02: Table 'nope' doesn't exist
CREATE VIEW v AS SELECT * FROM «nope»

-- 42S21: Duplicate column name 'id'
-- help: give it an alias of its own
CREATE VIEW v AS «SELECT id, id FROM p»

-- HY000: View's SELECT and view's field list have different column counts
CREATE VIEW v (a, b) AS «SELECT id FROM p»

-- HY000: View's SELECT contains a variable or parameter
CREATE VIEW v AS SELECT «@x»

-- 42S22: Unknown column 'nope' in 'SELECT'
CREATE TABLE t AS SELECT «nope» FROM p

-- 42000: FUNCTION xyzzyq does not exist
CREATE VIEW v AS SELECT «xyzzyq»(id) FROM p
