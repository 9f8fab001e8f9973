-- 42000: Incorrect table definition; there can be only one auto column and it must be defined as a key
-- help: leave AUTO_INCREMENT to one of them
CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, «n» INT AUTO_INCREMENT);

-- 42000: Incorrect table definition; there can be only one auto column and it must be defined as a key
-- help: add PRIMARY KEY (id)
CREATE TABLE t («id» INT AUTO_INCREMENT);

-- 42000: syntax error near "name"
CREATE TABLE t (id INT «name» VARCHAR(10));

-- 42000: syntax error near ","
-- place: the server points behind it
CREATE TABLE t (id INT,«,» name VARCHAR(10));

-- 42000: syntax error near ")"
CREATE TABLE t (id INT, name VARCHAR(10),«)»;

-- 42000: syntax error near "order"
-- help: it is a reserved word: as a name, write `order`
CREATE TABLE t (id INT, «order» INT);

-- 42000: syntax error near ")"
CREATE TABLE t (id INT, name VARCHAR«)»;

-- HY000: Unknown data type: 'STRING'
-- help: write VARCHAR(255) or TEXT
CREATE TABLE t (id INT, name «STRING»);

-- HY000: Unknown data type: 'INTT'
-- help: there is no type intt; did you mean int?
CREATE TABLE t (id «INTT», name TEXT);

-- 42S21: Duplicate column name 'id'
CREATE TABLE t (id INT PRIMARY KEY, «id» VARCHAR(3));

-- 42000: Key column 'nope' doesn't exist in table
CREATE TABLE t (id INT, FOREIGN KEY («nope») REFERENCES t (id));

-- HY000: Can't create table `t` (errno: 150 "Foreign key constraint is incorrectly formed")
-- help: foreign key of table "t": Table 'nope' doesn't exist
CREATE TABLE t (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES «nope» (id));

-- HY000: Can't create table `t` (errno: 150 "Foreign key constraint is incorrectly formed")
-- help: column "nope" of table "q" does not exist
CREATE TABLE q (id INT PRIMARY KEY);
CREATE TABLE t (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES q («nope»));

-- HY000: Can't create table `t` (errno: 150 "Foreign key constraint is incorrectly formed")
-- help: foreign key of table "t" is incorrectly formed: column 'p' is int, but 'id' of 'q' is bigint
CREATE TABLE q (id BIGINT PRIMARY KEY);
CREATE TABLE t (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES «q» (id));

-- HY000: Can't create table `t` (errno: 150 "Foreign key constraint is incorrectly formed")
-- help: "q" has no unique key over (n), so nothing can refer to it; add UNIQUE (n) to table q
CREATE TABLE q (id INT PRIMARY KEY, n INT);
CREATE TABLE t (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES «q» (n));

-- HY000: Can't create table `t` (errno: 150 "Foreign key constraint is incorrectly formed")
-- help: foreign key of table "t" is incorrectly formed: SET NULL of column 'p', which is NOT NULL
CREATE TABLE q (id INT PRIMARY KEY);
CREATE TABLE t (id INT PRIMARY KEY, p INT NOT NULL, FOREIGN KEY (p) REFERENCES «q» (id) ON DELETE SET NULL);

-- 42000: Incorrect foreign key definition for 'foreign key without name': Key reference and table reference don't match
-- help: foreign key of table "t" has 2 columns but refers to 1 of "q"
CREATE TABLE q (id INT PRIMARY KEY);
CREATE TABLE t (a INT, b INT, FOREIGN KEY (a, b) REFERENCES «q» (id));

-- 42000: Invalid default value for 'e'
CREATE TABLE t (e «ENUM('a','b')» DEFAULT 'c');

-- 42000: Invalid default value for 'e'
CREATE TABLE t (e «ENUM('a','b')» NOT NULL DEFAULT NULL);

-- 42000: syntax error near ")"
CREATE TABLE t (e ENUM(«)»);

-- 42000: syntax error near "1"
CREATE TABLE t (e ENUM(«1», 2));

-- 22007: Illegal set 'a,b' value found during parsing
CREATE TABLE t (e «SET('a,b')»);

-- 42000: Invalid default value for 's'
CREATE TABLE t (s «SET('a','b')» DEFAULT 'c');

-- 42000: Specified key was too long; max key length is 3072 bytes
-- help: make its columns shorter
CREATE TABLE t (a VARCHAR(1000) CHARACTER SET utf8mb4 «PRIMARY KEY»);

-- 42000: Column length too big for column 'a' (max = 16383); use BLOB or TEXT instead
CREATE TABLE t (a «VARCHAR(70000)»);

-- 42000: Column length too big for column 'a' (max = 16383); use BLOB or TEXT instead
CREATE TABLE t (a «VARCHAR(20000) CHARACTER SET utf8mb4»);

-- 42000: Column length too big for column 'a' (max = 255); use BLOB or TEXT instead
CREATE TABLE t (a «CHAR(300)»);

-- 42000: Column length too big for column 'a' (max = 255); use BLOB or TEXT instead
CREATE TABLE t (a «BINARY(300)»);

-- 42000: Column length too big for column 'a' (max = 65532); use BLOB or TEXT instead
CREATE TABLE t (a «VARBINARY(70000)»);

-- 42000: For float(M,D), double(M,D) or decimal(M,D), M must be >= D (column 'a')
CREATE TABLE t (a «DECIMAL(10,31)»);

-- 42000: Display width out of range for 'a' (max = 255)
CREATE TABLE t (a «INT(300)»);

-- 42000: Too big precision specified for 'a'. Maximum is 6
CREATE TABLE t (a «TIMESTAMP(7)»);

-- 42000: Display width out of range for 'b' (max = 64)
CREATE TABLE t (a BIT(0), b «BIT(65)»);

-- HY000: Invalid ON UPDATE clause for 'a' column
CREATE TABLE t (a «DATE» ON UPDATE CURRENT_TIMESTAMP);

-- 42000: Invalid default value for 'a'
CREATE TABLE t (a «DATETIME» DEFAULT 'tomorrow');

-- 42000: Invalid default value for 'a'
CREATE TABLE t (a «DATE» DEFAULT '2024-13-45');

-- 42000: Invalid default value for 'a'
CREATE TABLE t (a «TIME» DEFAULT 'noon');

-- 42000: Invalid default value for 'a'
CREATE TABLE t (a «TINYINT» DEFAULT 300);

-- 42000: Invalid default value for 'a'
CREATE TABLE t (a «INT UNSIGNED» DEFAULT -1);

-- 42000: Invalid default value for 'a'
CREATE TABLE t (a «DECIMAL(4,2)» DEFAULT 123.45);

-- 42000: Invalid default value for 'a'
CREATE TABLE t (a «BOOLEAN» DEFAULT 'true');

-- 42000: syntax error near "UNSIGNED"
CREATE TABLE t (a VARCHAR(3) «UNSIGNED»);

-- 42000: Invalid default value for 'a'
CREATE TABLE t (a «INT» AUTO_INCREMENT PRIMARY KEY DEFAULT 1);

-- 42000: Incorrect column specifier for column 'a'
CREATE TABLE t (a «VARCHAR(10)» AUTO_INCREMENT PRIMARY KEY);

-- 42000: Incorrect column specifier for column 'a'
CREATE TABLE t (a «DECIMAL(10,2)» AUTO_INCREMENT PRIMARY KEY);

-- 42000: Multiple primary key defined
CREATE TABLE t (a INT, PRIMARY KEY (a), «PRIMARY KEY (a)»);

-- 42S21: Duplicate column name 'a'
CREATE TABLE t (a INT, PRIMARY KEY («a», a));

-- 42000: Key column 'b' doesn't exist in table
CREATE TABLE t (a INT, KEY k («b»));

-- 42000: Duplicate key name 'k'
CREATE TABLE t (a INT, KEY k (a), «UNIQUE k (a)»);

-- HY000: Duplicate CHECK constraint name 'c'
CREATE TABLE t (a INT, CONSTRAINT c CHECK (a > 0), «CONSTRAINT c CHECK (a < 9)»);

-- 42S22: Unknown column 'b' in 'CHECK'
CREATE TABLE t (a INT, CHECK («b» > 0));

-- 42000: CHECK does not support subqueries or stored functions
-- help: the value must depend on the columns of the row alone
CREATE TABLE t (a INT, CHECK (a > («SELECT 1»)));

-- HY000: Function or expression 'current_timestamp()' cannot be used in the CHECK clause of `CONSTRAINT_1`
-- help: the value must depend on the columns of the row alone
CREATE TABLE t (a INT, CHECK (a > «NOW»()));

-- HY000: Function or expression '@x' cannot be used in the CHECK clause of `CONSTRAINT_1`
-- help: the value must depend on the columns of the row alone
CREATE TABLE t (a INT, CHECK (a > «@x»));

-- 42S22: Unknown column 'b' in 'GENERATED ALWAYS AS'
CREATE TABLE t (a INT AS («b» + 1), c INT);

-- 01000: Expression for field `a` is referring to uninitialized field `a`
CREATE TABLE t (a INT AS («a» + 1));

-- HY000: Function or expression 'current_timestamp()' cannot be used in the GENERATED ALWAYS AS clause of `b`
-- help: the value must depend on the columns of the row alone
CREATE TABLE t (a INT, b INT AS («NOW»()) STORED);

-- 42000: syntax error near "DEFAULT"
CREATE TABLE t (a INT, b INT AS (a + 1) STORED «DEFAULT» 3);

-- 42000: syntax error near "AS"
CREATE TABLE t (a INT, b INT NOT NULL «AS» (a + 1));

-- HY000: Function or expression 'select ...' cannot be used in the GENERATED ALWAYS AS clause of `b`
-- help: the value must depend on the columns of the row alone
CREATE TABLE t (a INT, b INT AS ((«SELECT 1»)));

-- 42000: Unknown storage engine 'NOPE'
-- help: write ENGINE=InnoDB
CREATE TABLE t (a INT PRIMARY KEY) ENGINE=«NOPE»;

-- HY000: Unknown option 'ENGIN'
-- help: did you mean "engine"?
CREATE TABLE t (a INT PRIMARY KEY) «ENGIN»=InnoDB;

-- 42000: Unknown character set: 'utf9'
-- help: did you mean "utf8mb4"?
CREATE TABLE t (a INT PRIMARY KEY) DEFAULT CHARSET=«utf9»;

-- HY000: Unknown collation: 'utf8mb4_genral_ci'
-- help: did you mean "utf8mb4_general_ci"?
CREATE TABLE t (a INT PRIMARY KEY) COLLATE=«utf8mb4_genral_ci»;

-- 42000: COLLATION 'utf8mb4_bin' is not valid for CHARACTER SET 'latin1'
-- help: write a collation of latin1
CREATE TABLE t (a INT PRIMARY KEY) CHARSET=latin1 COLLATE=«utf8mb4_bin»;

-- 42000: syntax error near ")"
CREATE TABLE t («)»;

-- 42000: A table must have at least 1 column
-- help: write its columns in (…)
CREATE TABLE «t»;

-- 42000: syntax error near "("
CREATE TABLE «(»a INT);

-- 42000: syntax error at end of input
-- help: close the bracket with )
CREATE TABLE t (a INT«»

-- 42000: syntax error near "a"
-- place: the server points behind it
CREATE TABLE t «a» INT);

-- 42000: syntax error near "TABL"
-- help: did you mean "TABLE"?
CREATE «TABL» t (a INT);

-- 42S01: Table 't' already exists
-- help: it is first defined in schema.sql, line 3
CREATE TABLE t (a INT); CREATE TABLE «t» (b INT);

-- 42000: syntax error near "CREATE"
CREATE TABLE t (a INT) «CREATE» TABLE u (b INT);

-- 42000: syntax error near "NOT"
-- place: the server points behind it
CREATE TABLE t (a INT «NOT» NUL);

-- 42000: syntax error near "PRIMERY"
-- help: did you mean "PRIMARY"?
-- place: the server points behind it
CREATE TABLE t (a INT «PRIMERY» KEY);

-- 42000: syntax error near ")"
CREATE TABLE t (a INT DEFAULT«)»;

-- 42000: syntax error near "x"
CREATE TABLE t (a INT COMMENT «x»);

-- 42000: syntax error near ")"
CREATE TABLE t (a INT REFERENCES«)»;

-- 42000: syntax error at end of input
-- help: the statement is not complete
-- place: the server points behind it
CREATE TABLE t (`a INT);«»

-- 42000: syntax error near "'x);"
CREATE TABLE t (a VARCHAR(10) DEFAULT «'x);»

-- 42000: syntax error near ""a""
CREATE TABLE t («"a"» INT);

-- 42000: syntax error near "'a'"
CREATE TABLE t («'a'» INT);

-- 42000: Incorrect table definition; there can be only one auto column and it must be defined as a key
-- help: leave AUTO_INCREMENT to one of them
CREATE TABLE t (a SERIAL, «b» SERIAL);

-- 42000: All parts of a SPATIAL index must be NOT NULL
-- help: declare a NOT NULL
CREATE TABLE t (a GEOMETRY, «SPATIAL INDEX (a)»);

-- HY000: Incorrect arguments to SPATIAL INDEX
CREATE TABLE t (a INT, «SPATIAL INDEX (a)»);

-- HY000: Incorrect prefix key; the used key part isn't a string, the used length is longer than the key part, or the storage engine doesn't support unique prefix keys
-- help: write a alone
CREATE TABLE t (a INT, «KEY (a(10))»);

-- HY000: Incorrect prefix key; the used key part isn't a string, the used length is longer than the key part, or the storage engine doesn't support unique prefix keys
-- help: write a alone
CREATE TABLE t (a VARCHAR(5), «KEY (a(10))»);

-- 42000: BLOB/TEXT column 'a' used in key specification without a key length
-- help: index the first characters: a(100)
CREATE TABLE t (a TEXT, «PRIMARY KEY (a)»);

-- 42000: Invalid default value for 'a'
CREATE TABLE t (a «UUID» DEFAULT 'x');

-- HY000: Invisible column `a` must have a default value
CREATE TABLE t (a «INT» NOT NULL INVISIBLE, b INT);
