-- 42S21: Duplicate column name 'a'
CREATE TABLE t (a INT); ALTER TABLE t ADD COLUMN «a» INT;

-- 42000: Can't DROP COLUMN `b`; check that it exists
CREATE TABLE t (a INT); ALTER TABLE t DROP COLUMN «b»;

-- 42000: You can't delete all columns with ALTER TABLE; use DROP TABLE instead
CREATE TABLE t (a INT); ALTER TABLE t DROP COLUMN «a»;

-- 42S22: Unknown column 'b' in 't'
CREATE TABLE t (a INT); ALTER TABLE t RENAME COLUMN a TO a, RENAME COLUMN «b» TO c;

-- 42S22: Unknown column 'b' in 't'
CREATE TABLE t (a INT); ALTER TABLE t CHANGE «b» c INT;

-- 42000: syntax error at end of input
-- help: the statement is not complete
-- place: the server points behind it
CREATE TABLE t (a INT); ALTER TABLE t CHANGE a«»;

-- 42000: syntax error at end of input
-- help: the statement is not complete
-- place: the server points behind it
CREATE TABLE t (a INT); ALTER TABLE t MODIFY a«»;

-- 42000: syntax error at end of input
-- help: the statement is not complete
-- place: the server points behind it
CREATE TABLE t (a INT); ALTER TABLE t ADD b«»;

-- 42S22: Unknown column 'c' in 't'
CREATE TABLE t (a INT); ALTER TABLE t ADD b INT AFTER «c»;

-- 42000: Multiple primary key defined
CREATE TABLE t (a INT, b INT); ALTER TABLE t ADD PRIMARY KEY (a), ADD «PRIMARY KEY (b)»;

-- 42000: Key column 'c' doesn't exist in table
CREATE TABLE t (a INT); ALTER TABLE t ADD INDEX i («c»);

-- 42000: Can't DROP INDEX `nope`; check that it exists
CREATE TABLE t (a INT); ALTER TABLE t ADD INDEX (a), DROP INDEX «nope»;

-- 42000: Can't DROP INDEX `PRIMARY`; check that it exists
CREATE TABLE t (a INT); ALTER TABLE t «DROP PRIMARY KEY»;

-- 42000: Incorrect table definition; there can be only one auto column and it must be defined as a key
-- help: add PRIMARY KEY (a)
CREATE TABLE t («a» INT AUTO_INCREMENT PRIMARY KEY); ALTER TABLE t DROP PRIMARY KEY;

-- 42000: Can't DROP CONSTRAINT `nope`; check that it exists
CREATE TABLE t (a INT); ALTER TABLE t DROP CONSTRAINT «nope»;

-- HY000: Can't create table `t` (errno: 150 "Foreign key constraint is incorrectly formed")
-- help: foreign key of table "t": Table 'nope' doesn't exist
CREATE TABLE t (a INT); ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES «nope» (id);

-- 42S22: Unknown column 'b' in 't'
CREATE TABLE t (a INT); ALTER TABLE t ALTER COLUMN «b» SET DEFAULT 1;

-- 42000: syntax error near "TYPE"
CREATE TABLE t (a INT); ALTER TABLE t ALTER COLUMN a «TYPE» BIGINT;

-- 42S01: Table 'u' already exists
-- help: it is first defined in schema.sql, line 3
CREATE TABLE t (a INT); CREATE TABLE u (a INT); ALTER TABLE t RENAME TO «u»;

-- 42000: Unknown character set: 'utf9'
-- help: did you mean "utf8mb4"?
CREATE TABLE t (a INT); ALTER TABLE t CONVERT TO CHARACTER SET «utf9»;

-- 42000: Unknown storage engine 'Inno'
-- help: did you mean "innodb"?
CREATE TABLE t (a INT); ALTER TABLE t ENGINE=«Inno»;

-- 42000: syntax error near ")"
CREATE TABLE t (a INT); ALTER TABLE t ADD COLUMN (b INT, c INT,«)»;

-- 42000: syntax error near "ADD"
CREATE TABLE t (a INT); ALTER TABLE t ADD b INT «ADD» c INT;

-- 42000: syntax error near "IF"
-- place: the server points behind it
CREATE TABLE t (a INT); ALTER TABLE «IF» t ADD b INT;

-- 42000: syntax error near "t"
CREATE TABLE t (a INT); ALTER «t» ADD b INT;

-- 42000: syntax error at end of input
-- help: the statement is not complete
-- place: the server points behind it
CREATE TABLE t (a INT); CREATE INDEX i ON t«»;

-- 42000: syntax error near "("
CREATE TABLE t (a INT); CREATE INDEX i «(»a) ON t;

-- 42000: Duplicate key name 'i'
CREATE TABLE t (a INT); CREATE INDEX i ON t (a); «CREATE INDEX i ON t (a)»;

-- 42000: syntax error near "i"
CREATE TABLE t (a INT); CREATE UNIQUE «i» ON t (a);

-- 42000: syntax error at end of input
-- help: the statement is not complete
-- place: the server points behind it
CREATE TABLE t (a INT); DROP INDEX i«»;

-- 42000: Can't DROP INDEX `i`; check that it exists
CREATE TABLE t (a INT); DROP INDEX «i» ON t;

-- 42S02: Unknown table 'u'
-- help: DROP TABLE IF EXISTS u
CREATE TABLE t (a INT); DROP TABLE t, «u»;

-- 42S02: Unknown VIEW: 't'
-- help: DROP VIEW IF EXISTS t
CREATE TABLE t (a INT); DROP VIEW «t»;

-- 42S02: 'v' is a view
-- help: DROP VIEW v
CREATE VIEW v AS SELECT 1 AS a; DROP TABLE «v»;

-- 42S01: Table 't' already exists
-- help: it is first defined in schema.sql, line 3
CREATE TABLE t (a INT); CREATE VIEW «t» AS SELECT a FROM t;

-- 42000: syntax error near "?"
CREATE TABLE t (a INT); CREATE VIEW v AS SELECT a FROM t WHERE a = «?»;

-- 42000: syntax error near "INTO"
CREATE TABLE t (a INT); CREATE VIEW v AS SELECT a «INTO» @x FROM t;

-- 42000: syntax error near "SELECT"
CREATE TABLE t (a INT); CREATE VIEW v «SELECT» a FROM t;

-- 42000: syntax error near "IF"
-- place: the server points behind it
CREATE TABLE t (a INT); CREATE VIEW «IF» EXISTS v AS SELECT a FROM t;

-- 42000: syntax error near "UPDATE"
CREATE VIEW v AS «UPDATE» t SET a = 1;

-- 42S01: Table 'v' already exists
-- help: it is first defined in schema.sql, line 3
CREATE VIEW v AS SELECT 1; CREATE VIEW «v» AS SELECT 2;

-- HY000: Updating of OLD row is not allowed in trigger
-- help: set columns of NEW
CREATE TABLE t (a INT); CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET «OLD».a = 1;

-- HY000: Updating of NEW row is not allowed in after trigger
-- help: write BEFORE INSERT
CREATE TABLE t (a INT); CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW SET «NEW».a = 1;

-- HY000: There is no NEW row in on DELETE trigger
-- help: DELETE has the row OLD alone
CREATE TABLE t (a INT); CREATE TRIGGER g BEFORE DELETE ON t FOR EACH ROW SET «NEW».a = 1;

-- 42000: syntax error near "SET"
CREATE TABLE t (a INT); CREATE TRIGGER g BEFORE INSERT ON t «SET» @x = 1;

-- 42000: syntax error near "INSERT"
CREATE TABLE t (a INT); CREATE TRIGGER g «INSERT» ON t FOR EACH ROW SET @x = 1;

-- 42000: syntax error near "OR"
-- help: write INSERT IGNORE INTO …, or ON DUPLICATE KEY UPDATE
CREATE TABLE t (a INT); CREATE TRIGGER g BEFORE INSERT «OR» UPDATE ON t FOR EACH ROW SET @x = 1;

-- 42000: syntax error near "RETURN"
CREATE FUNCTION f(n INT) «RETURN» n;

-- 42000: syntax error near ")"
CREATE FUNCTION f(n«)» RETURNS INT RETURN 1;

-- HY000: Unknown data type: 'NOPE'
-- help: there is no type nope
CREATE FUNCTION f(n INT) RETURNS «NOPE» RETURN 1;

-- 42000: Duplicate parameter: n
CREATE FUNCTION f(n INT, «n» INT) RETURNS INT RETURN 1;

-- 42000: FUNCTION f already exists
-- help: drop it first
CREATE FUNCTION f(n INT) RETURNS INT RETURN n; CREATE FUNCTION «f»(n INT) RETURNS INT RETURN n;

-- 42000: Duplicate parameter: n
CREATE PROCEDURE p(IN n INT, «n» INT) SELECT 1;

-- 42000: RETURN is only allowed in a FUNCTION
-- help: give the value to an OUT argument
CREATE PROCEDURE p() «RETURN» 1;

-- 42000: syntax error near "SELECT"
CREATE PROCEDURE p «SELECT» 1;

-- 42000: PROCEDURE nope does not exist
DROP PROCEDURE «nope»;

-- 42000: FUNCTION nope does not exist
DROP FUNCTION «nope»;

-- 42S02: Table 'nope' doesn't exist
CREATE TABLE t LIKE «nope»;

-- 42S02: Table 'nope' doesn't exist
RENAME TABLE «nope» TO x;

-- 42000: syntax error near "x"
CREATE TABLE t (a INT); RENAME TABLE t «x»;

-- 42000: syntax error near "COMMENT"
«COMMENT» ON TABLE t IS 'x';

-- 42000: syntax error near "TYPE"
CREATE «TYPE» mood AS ENUM ('a');

-- 42000: syntax error near "INHERITS"
-- place: the server points behind it
CREATE TABLE t (a INT) «INHERITS» (u);

-- 42000: syntax error near "IDENTITY"
-- help: write AUTO_INCREMENT
CREATE TABLE t (a INT GENERATED ALWAYS AS «IDENTITY»);

-- 42000: syntax error near "IDENTITY"
-- help: write AUTO_INCREMENT
-- place: the server points behind it
CREATE TABLE t (a INT «IDENTITY»(1,1));

-- 42000: syntax error near "AUTOINCREMENT"
-- help: write AUTO_INCREMENT
-- place: the server points behind it
CREATE TABLE t (a INTEGER PRIMARY KEY «AUTOINCREMENT»);

-- 42000: syntax error near "WITH"
CREATE TABLE t (a TIMESTAMP «WITH» TIME ZONE);

-- 42000: Invalid default value for 'a'
CREATE TABLE t (a «VARCHAR(10)» NOT NULL UNIQUE DEFAULT 'abcdefghijkl');

-- 42000: syntax error near "NOT"
CREATE TABLE t (a INT CONSTRAINT nn «NOT» NULL);

-- 42000: syntax error near "WITHOUT"
CREATE TABLE t (a INT) «WITHOUT» ROWID;

-- 42000: Incorrect table name ''
CREATE TABLE «``» (a INT);

-- 42000: Incorrect column name ''
CREATE TABLE t («``» INT);

-- 42000: Incorrect column name 'a '
CREATE TABLE t («`a `» INT);

-- 42000: Incorrect table name 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
CREATE TABLE «aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa» (a INT);

-- 42000: Incorrect index name 'PRIMARY'
CREATE TABLE t (a INT, «KEY `PRIMARY` (a)»);

-- 42000: Duplicate key name 'x'
CREATE TABLE t (a INT, CONSTRAINT PRIMARY KEY (a), CONSTRAINT x UNIQUE (a), «CONSTRAINT x UNIQUE (a)»);

-- 42S02: Table 'nope' doesn't exist
CREATE TRIGGER g BEFORE INSERT ON «nope» FOR EACH ROW SET @x = 1;

-- HY000: 'v' is not of type 'BASE TABLE'
-- help: MySQL has triggers on tables alone
CREATE TABLE t (a INT); CREATE VIEW v AS SELECT a FROM t; CREATE TRIGGER g BEFORE INSERT ON «v» FOR EACH ROW SET @x = 1;
