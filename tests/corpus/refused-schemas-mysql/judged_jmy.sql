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

-- HY000: Trigger does not exist
DROP TRIGGER «nope»

-- HY000: Unknown event 'nope'
DROP EVENT «nope»

-- 42S02: Unknown SEQUENCE: 'nope'
DROP SEQUENCE «nope»

-- 42S22: Unknown column 'nope' in 'NEW'
CREATE TRIGGER x BEFORE INSERT ON p FOR EACH ROW SET NEW.«nope» = 1

-- HY000: There is no OLD row in on INSERT trigger
-- help: INSERT has the row NEW alone
CREATE TRIGGER x BEFORE INSERT ON p FOR EACH ROW SET @a = «OLD».id

-- 42S22: Unknown column 'b' in 'PARTITION BY'
CREATE TABLE «t» (a INT) PARTITION BY RANGE (b) (PARTITION p0 VALUES LESS THAN (5))

-- HY000: A PRIMARY KEY must include all columns in the table's partitioning function
-- help: add b to the key, or divide the table by its columns
CREATE TABLE «t» (a INT PRIMARY KEY, b INT) PARTITION BY HASH (b) PARTITIONS 4

-- 42000: syntax error near "SIGNED"
CREATE TABLE t (a INT UNSIGNED ZEROFILL «SIGNED»)
