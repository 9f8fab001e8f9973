-- 42S21: Duplicate column name 'X'
CREATE TABLE t (x int, «X» int)

-- 42000: Key column 'y' doesn't exist in table
CREATE TABLE t (x int, PRIMARY KEY («y»))

-- 42000: Multiple primary key defined
CREATE TABLE t (x int PRIMARY KEY, y int «PRIMARY KEY»)

-- 42000: Duplicate key name 'K'
CREATE TABLE t (x int, KEY k (x), «KEY K (x)»)

-- HY000: Column 'e' has duplicated value 'a' in ENUM
CREATE TABLE t (e «ENUM('a','a')»)

-- 42000: Invalid default value for 'x'
CREATE TABLE t (x «varchar(5)» DEFAULT 'toolong')

-- 42000: Invalid default value for 'x'
CREATE TABLE t (x «int» DEFAULT 'abc')

-- 42000: Invalid default value for 'x'
CREATE TABLE t (x «int» NOT NULL DEFAULT NULL)

-- 42000: BLOB/TEXT column 'x' used in key specification without a key length
-- help: index the first characters: x(100)
CREATE TABLE t (x text, «PRIMARY KEY (x)»)

-- 42000: Too big precision specified for 'x'. Maximum is 65
CREATE TABLE t (x «decimal(70,2)»)

-- 42000: For float(M,D), double(M,D) or decimal(M,D), M must be >= D (column 'x')
CREATE TABLE t (x «decimal(5,7)»)

-- 42000: Too big precision specified for 'x'. Maximum is 6
CREATE TABLE t (x «datetime(9)»)

-- 42000: Display width out of range for 'x' (max = 64)
CREATE TABLE t (x «bit(70)»)

-- 42000: Unknown character set: 'nope'
CREATE TABLE t (x int) CHARSET=«nope»

-- HY000: Unknown collation: 'nope'
CREATE TABLE t (x char(3) COLLATE «nope»)

-- 42000: All parts of a SPATIAL index must be NOT NULL
-- help: declare x NOT NULL
CREATE TABLE t (x point, «SPATIAL KEY (x)»)

-- HY000: Column 'x' cannot be part of FULLTEXT index
CREATE TABLE t (x int, «FULLTEXT (x)»)

-- 42000: Can't DROP COLUMN `nope`; check that it exists
ALTER TABLE p DROP COLUMN «nope»

-- 42000: Can't DROP INDEX `nope`; check that it exists
ALTER TABLE p DROP INDEX «nope»

-- 42000: Can't DROP FOREIGN KEY `nope`; check that it exists
ALTER TABLE p DROP FOREIGN KEY «nope»

-- 42S21: Duplicate column name 'id'
ALTER TABLE p ADD COLUMN «id» int

-- 42S22: Unknown column 'nope' in 'p'
ALTER TABLE p MODIFY «nope» int

-- 42S22: Unknown column 'nope' in 'p'
ALTER TABLE p RENAME COLUMN «nope» TO q

-- 42000: Key 'nope' doesn't exist in table 'p'
ALTER TABLE p RENAME INDEX «nope» TO q

-- 42S02: Table 'nope' doesn't exist
ALTER TABLE «nope» ADD x int

-- 42000: Key column 'nope' doesn't exist in table
CREATE INDEX i ON p («nope»)

-- 42S02: Unknown table 'nope'
-- help: DROP TABLE IF EXISTS nope
DROP TABLE «nope»

-- 42S02: Unknown VIEW: 'nope'
-- help: DROP VIEW IF EXISTS nope
DROP VIEW «nope»

-- 42S01: Table 'p' already exists
-- help: it is first defined in schema.sql, line 1
CREATE TABLE «p» (x int)

-- 42S22: Unknown column 'nope' in 'GENERATED ALWAYS AS'
CREATE TABLE t (x int AS («nope» + 1))

-- 42S22: Unknown column 'nope' in 'CHECK'
CREATE TABLE t (x int CHECK («nope» > 1))

-- 42S22: Unknown column 'nope' in 'CHECK'
ALTER TABLE p ADD CHECK («nope» IS NULL)

-- 42000: Unknown database 'nope'
-- help: CREATE SCHEMA nope
CREATE TABLE «nope.t» (x int)

-- HY000: Can't drop database 'nope'; database doesn't exist
-- help: DROP SCHEMA IF EXISTS nope
DROP DATABASE «nope»
