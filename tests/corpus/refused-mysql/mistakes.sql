-- 42S22: Unknown column 'nmae' in 'WHERE'
-- help: did you mean "name"?
SELECT id nam FROM users WHERE «nmae» = 'x'

-- 42S02: Table 'user' doesn't exist
-- help: did you mean "users"?
SELECT id, name FROM «user»

-- 42S22: Unknown column 'u.id' in 'SELECT'
SELECT «u.id» FROM users

-- 42000: syntax error near "="
SELECT id FROM users WHERE email =«=» 'a'

-- 42000: syntax error near ","
-- place: the server points behind it
SELECT COUNT(id«,» name) FROM users

-- 42000: syntax error near ","
-- place: the server points behind it
SELECT MAX(id«,» age) FROM users

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users GROUP BY«»

-- 42000: syntax error near "'a'"
SELECT id FROM users LIMIT «'a'»

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users LIMIT 1 OFFSET«»

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users OFFSET 5«»

-- 42000: syntax error near "OFFSET"
SELECT id FROM users LIMIT 5, 10 «OFFSET» 3

-- 42000: syntax error near "5"
-- help: write LIMIT at the end of the query
SELECT TOP «5» id FROM users

-- 42000: syntax error near "1"
-- help: a subquery alone may stand here: write IN (…) for a list
SELECT id FROM users WHERE age > ANY («1», 2)

-- 42000: syntax error near "1"
SELECT id FROM users WHERE id IN «1», 2

-- 42000: syntax error near "("
SELECT id FROM users WHERE id NOT «(»1, 2)

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users WHERE age BETWEEN 1«»

-- 42000: syntax error near "OR"
SELECT id FROM users WHERE age BETWEEN 1 «OR» 2

-- 42000: syntax error near "5"
SELECT id FROM users WHERE age IS «5»

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users WHERE age = NULL AND«»

-- 42000: syntax error near "AND"
SELECT id FROM users WHERE «AND» age = 1

-- 42000: syntax error at end of input
-- help: close the bracket with )
SELECT id FROM users WHERE (age = 1«»

-- 42000: syntax error near ")"
-- help: there is no ( for it: remove it
SELECT id FROM users WHERE age = 1«)»

-- 42000: syntax error at end of input
-- help: write ON and the condition of the join
SELECT id FROM users JOIN posts ON«»

-- 42S22: Unknown column 'nope' in 'FROM'
SELECT users.id FROM users JOIN posts USING («nope»)

-- 42000: syntax error near "WHERE"
SELECT users.id FROM users LEFT JOIN posts «WHERE» users.id = posts.user_id

-- 42000: syntax error near "OUTER"
-- help: write LEFT JOIN … UNION SELECT … RIGHT JOIN
SELECT users.id FROM users FULL «OUTER» JOIN posts ON users.id = posts.user_id

-- 42000: syntax error near "posts"
SELECT users.id FROM users INNER «posts» ON users.id = posts.user_id

-- 42S22: Unknown column 'p.usr_id' in 'ON'
-- help: did you mean "user_id"?
SELECT u.id FROM users u JOIN posts p ON u.id = «p.usr_id»

-- 23000: Column 'id' in SELECT is ambiguous
-- help: write u.id
SELECT «id» FROM users u JOIN users v ON u.id = v.id

-- 42000: syntax error near "DISTINCT"
SELECT DISTINCT id, «DISTINCT» name FROM users

-- 42000: syntax error near "FROM"
SELECT id AS «FROM» users

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT id, name FROM users AS«»

-- 42000: syntax error near "FROM"
-- help: close CASE with END
SELECT CASE WHEN id = 1 THEN 'a' «FROM» users

-- 42000: syntax error near "THEN"
SELECT CASE id = 1 «THEN» 'a' END FROM users

-- 42000: syntax error near ")"
SELECT IF(id = 1, 'a'«)» FROM users

-- 42000: Incorrect parameter count in the call to native function 'IFNULL'
SELECT «IFNULL»(id, 1, 2) FROM users

-- 42000: syntax error near ")"
SELECT CONCAT('a' 'b', «)» FROM users

-- 42000: syntax error near "1"
SELECT DATE_ADD(created, «1» DAY) FROM users

-- 42000: syntax error near "DAYS"
-- help: write the unit without its S: INTERVAL 2 DAY
SELECT DATE_ADD(created, INTERVAL 1 «DAYS») FROM users

-- 42000: syntax error near "FROM"
-- help: write the unit without quotes: INTERVAL 1 DAY
SELECT created + INTERVAL '1 day' «FROM» users

-- 42000: syntax error near ")"
SELECT DATE_SUB(created«)» FROM users

-- 42000: syntax error near ","
-- place: the server points behind it
SELECT EXTRACT(day«,» created) FROM users

-- 42000: syntax error near "("
SELECT CAST(id AS INTEGER«(»5)) FROM users

-- 42000: syntax error near ","
-- place: the server points behind it
SELECT CAST(id«,» INT) FROM users

-- 42000: syntax error near "AS"
SELECT CONVERT(id «AS» INT) FROM users

-- 42000: FUNCTION STRING_AGG does not exist
-- help: write GROUP_CONCAT(… SEPARATOR ',')
SELECT «STRING_AGG»(name, ',') FROM users

-- 42000: FUNCTION ARRAY_AGG does not exist
-- help: write JSON_ARRAYAGG(…)
SELECT «ARRAY_AGG»(name) FROM users

-- 42000: FUNCTION LEN does not exist
-- help: write CHAR_LENGTH(…)
SELECT «LEN»(name) FROM users

-- 42000: Incorrect parameter count in the call to native function 'ISNULL'
SELECT «ISNULL»(name, '') FROM users

-- 42000: FUNCTION GETDATE does not exist
-- help: write NOW()
SELECT «GETDATE»()

-- 42000: Incorrect parameter count in the call to native function 'NVL2'
SELECT «NVL2»(age, 1) FROM users

-- 42000: syntax error near ")"
SELECT SUBSTRING(name FROM«)» FROM users

-- 42000: syntax error near ")"
SELECT TRIM(LEADING name«)» FROM users

-- 21S01: Column count doesn't match value count at row 1
-- help: 2 columns, 1 values
INSERT INTO users (name, «email») VALUES ('a')

-- 21S01: Column count doesn't match value count at row 2
-- help: 2 columns, 1 values
INSERT INTO users (name, «email») VALUE ('a', 'b'), ('c')

-- 42S22: Unknown column 'nope' in 'INSERT INTO'
INSERT INTO users (name, «nope») VALUES ('a', 'b')

-- 21S01: Column count doesn't match value count at row 1
-- help: 6 columns, 2 values
INSERT INTO «users» VALUES ('a', 'b')

-- 42S22: Unknown column 'emial' in 'INSERT INTO'
-- help: did you mean "email"?
INSERT users SET name = 'a', «emial» = 'b'

-- 21S01: Column count doesn't match value count at row 1
-- help: 1 columns, 2 values
INSERT INTO users (name) SELECT id, «name» FROM users

-- 42000: syntax error near "CONFLICT"
-- help: write INSERT IGNORE INTO …, or ON DUPLICATE KEY UPDATE
INSERT INTO users (name, email) VALUES ('a', 'b') ON «CONFLICT» DO NOTHING

-- 42S22: Unknown column 'nope' in 'UPDATE'
INSERT INTO users (name, email) VALUES ('a', 'b') ON DUPLICATE KEY UPDATE «nope» = 1

-- 42000: syntax error near "SET"
INSERT INTO users (name, email) VALUES ('a', 'b') ON DUPLICATE KEY «SET» name = 'a'

-- 42S22: Unknown column 'nope' in 'RETURNING'
INSERT INTO users (name, email) VALUES ('a', 'b') RETURNING «nope»

-- 42000: syntax error near "'a'"
INSERT INTO users (name, email) «'a'», 'b'

-- 42000: syntax error near "WHERE"
UPDATE users SET name = 'a', «WHERE» id = 1

-- 42000: syntax error near "="
UPDATE users SET name =«=» 'a'

-- 42000: syntax error near "="
UPDATE users name «=» 'a' WHERE id = 1

-- 42S22: Unknown column 'nope' in 'SET'
UPDATE users SET «nope» = 1

-- 42000: syntax error near "FROM"
-- help: write UPDATE a JOIN b ON … SET …
UPDATE users SET name = 'a' «FROM» posts WHERE posts.user_id = users.id

-- 42000: syntax error near "WHERE"
DELETE users «WHERE» id = 1

-- 42000: syntax error near "JOIN"
DELETE FROM users «JOIN» posts ON users.id = posts.user_id

-- 42000: syntax error near "*"
DELETE «*» FROM users

-- 42S02: Unknown table 'x' in MULTI DELETE
DELETE «x» FROM users u WHERE u.id = 1

-- 21000: The used SELECT statements have a different number of columns
-- help: the left side has 1, the right side 2
SELECT id FROM users UNION «SELECT id, name FROM users»

-- 42000: syntax error near "UNION"
SELECT id FROM users ORDER BY id «UNION» SELECT id FROM users

-- 42000: syntax error near "ORDER"
SELECT id FROM users UNION «ORDER» BY id

-- 42S02: Table 'b' doesn't exist
WITH a AS (SELECT 1) SELECT * FROM «b»

-- 42000: syntax error near "SELECT"
WITH a («SELECT» 1) SELECT * FROM a

-- 42000: syntax error near "SELECT"
WITH a AS «SELECT» 1 SELECT * FROM a

-- 21000: Operand should contain 1 column(s)
-- help: it returns 2
SELECT «(SELECT id, name FROM users LIMIT 1)»

-- 42000: This version of MariaDB doesn't yet support 'LIMIT & IN/ALL/ANY/SOME subquery'
-- help: put it into a subquery in FROM, or use EXISTS
SELECT id FROM users WHERE id IN («SELECT id FROM users LIMIT 1»)

-- 42000: syntax error near "id"
SELECT EXISTS («id») FROM users

-- HY000: Invalid use of group function
-- help: use HAVING for conditions on groups
SELECT id FROM users WHERE «COUNT»(*) > 1

-- 42S22: Unknown column 'c' in 'WHERE'
-- help: c is an alias of the select list: repeat its expression, or use HAVING
SELECT name, COUNT(*) c FROM users WHERE «c» > 1 GROUP BY name

-- HY000: Invalid use of group function
-- help: compute the inner one in a subquery
SELECT AVG(«COUNT»(*)) FROM users GROUP BY name

-- 42S22: Unknown column 'nope' in 'HAVING'
SELECT id FROM users HAVING «nope» = 1

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users FOR UPDATE WAIT«»

-- 42000: syntax error near "FROM"
SELECT @a := «FROM» users

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users WHERE name REGEXP«»

-- 42000: syntax error near "'$.a'"
SELECT * FROM JSON_TABLE('[]', '$[*]' COLUMNS (a INT «'$.a'»)) t

-- HY000: Every table function must have an alias.
-- help: write JSON_TABLE(…) AS name
SELECT * FROM JSON_TABLE('[]', '$[*]' COLUMNS (a INT PATH '$.a'))«»

-- HY000: Illegal parameter data types row and int for operation '='
SELECT ROW(1, 2) «=» 1

-- 42000: FUNCTION nope does not exist
-- help: did you mean "envelope"?
SELECT «nope»(1)

-- 42000: PROCEDURE twice does not exist
-- help: call a function by SELECT
CALL «twice»(1)

-- 42000: FUNCTION finish does not exist
-- help: it is a procedure: write CALL finish(…)
SELECT «finish»(1)

-- HY000: Incorrect DATE value: '2024-13-01'
-- help: write it as '2024-12-31'
SELECT DATE «'2024-13-01'»

-- HY000: Incorrect DATETIME value: 'nope'
-- help: write it as '2024-12-31 23:59:59'
SELECT TIMESTAMP «'nope'»

-- 42000: syntax error near "x'1'"
SELECT «x'1'»

-- 42000: syntax error near "b'2'"
SELECT «b'2'»

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT 1 +«»

-- 42000: syntax error near "FROM"
SELECT 5 % «FROM» users

-- 42000: syntax error near ","
-- place: the server points behind it
SELECT «,» id FROM users

-- 42000: syntax error near "id"
SELECT * «id» FROM users

-- 42000: syntax error near "*"
SELECT id, «*» FROM users

-- 42S02: Unknown table 'nope'
SELECT users.* , «nope.*» FROM users

-- 42S22: Unknown column 'users.nope.id' in 'SELECT'
SELECT «users.nope.id» FROM users

-- 42S22: Unknown column 'usres.id' in 'SELECT'
-- help: did you mean "users"?
SELECT «usres.id» FROM users

-- 42S22: Unknown column 'users.id' in 'WHERE'
-- help: perhaps you meant the alias "u"
SELECT id FROM users u WHERE «users.id» = 1

-- 42S22: Unknown column 'creatd' in 'WHERE'
-- help: did you mean "created"?
SELECT id FROM users WHERE «creatd» > NOW()

-- 42S22: Unknown column 'rol' in 'WHERE'
-- help: did you mean "role"?
SELECT name FROM users WHERE «rol» = 'admin'

-- 42S22: Unknown column 'p.titel' in 'SELECT'
-- help: did you mean "title"?
SELECT «p.titel» FROM posts p

-- 42S22: Unknown column 'nam' in 'GROUP BY'
-- help: did you mean "name"?
SELECT COUNT(*) FROM users GROUP BY «nam»

-- 42S22: Unknown column 'naem' in 'ORDER BY'
-- help: did you mean "name"?
SELECT name FROM users ORDER BY «naem» DESC

-- 42S22: Unknown column '9' in 'ORDER BY'
-- help: the only position is 1
SELECT id FROM users ORDER BY «9»

-- 42S22: Unknown column '4' in 'GROUP BY'
-- help: the only position is 1
SELECT id FROM users GROUP BY «4»

-- 42000: syntax error near "ALL"
SELECT id FROM users LIMIT «ALL»

-- 42000: syntax error near "2"
SELECT id FROM users LIMIT 1 «2»

-- 42000: syntax error at end of input
-- help: write ONLY or WITH TIES after ROWS
SELECT id FROM users FETCH FIRST 5 ROWS«»

-- 42000: syntax error near "ILIKE"
-- help: write LIKE: it does not tell capitals apart in most collations
SELECT id FROM users WHERE name «ILIKE» 'a%'

-- 42000: syntax error near "SIMILAR"
SELECT id FROM users WHERE name «SIMILAR» TO 'a'

-- 42000: syntax error near "~"
SELECT id FROM users WHERE name «~» 'a'

-- 42000: syntax error near "ALL"
-- place: the server points behind it
SELECT id FROM users WHERE age <> «ALL» 5

-- 42000: syntax error near "SELECT"
SELECT id FROM users WHERE EXISTS «SELECT» 1

-- 42000: syntax error near "posts"
SELECT id FROM users WHERE NOT EXISTS «posts»

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users NATURAL JOIN«»

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users CROSS JOIN posts ON 1 = 1 WHERE«»

-- 42000: syntax error near "posts"
SELECT u.id FROM users u LEFT OUTER «posts» p ON 1

-- 42000: syntax error near "id"
-- help: write BY after GROUP, ORDER or PARTITION
SELECT id, COUNT(*) OVER (PARTITION «id») FROM users

-- 42000: syntax error near "ORDER"
SELECT id, ROW_NUMBER() OVER «ORDER» BY id FROM users

-- 42000: syntax error near "OVER"
SELECT id, RANK «OVER» (ORDER BY id) FROM users

-- 42000: syntax error near ")"
SELECT id, SUM(age) OVER (ORDER BY id ROWS UNBOUNDED«)» FROM users

-- 42000: syntax error near ")"
SELECT id, NTILE(«)» OVER (ORDER BY id) FROM users

-- 42000: syntax error near ","
-- place: the server points behind it
SELECT id, FIRST_VALUE(age«,» 1) OVER (ORDER BY id) FROM users

-- 42000: syntax error near "ROW_NUMBER"
SELECT id FROM users QUALIFY «ROW_NUMBER»() OVER () = 1

-- 42000: Incorrect parameter count in the call to native function 'DATE_FORMAT'
SELECT «DATE_FORMAT»(created) FROM users

-- 42000: Incorrect parameter count in the call to native function 'DATEDIFF'
SELECT «DATEDIFF»(created) FROM users

-- 42000: syntax error near "DAYS"
SELECT TIMESTAMPDIFF(«DAYS», created, NOW()) FROM users

-- 42000: syntax error near ")"
SELECT TIMESTAMPADD(DAY, 1«)» FROM users

-- 42000: syntax error at end of input
-- help: add it to a date: date + INTERVAL 1 DAY
SELECT INTERVAL 7 DAY«»

-- 42000: FUNCTION DATE_TRUNC does not exist
-- help: write DATE_FORMAT(…)
SELECT «DATE_TRUNC»('day', created) FROM users

-- 42000: Incorrect parameter count in the call to native function 'STR_TO_DATE'
SELECT «STR_TO_DATE»('2024') 

-- 42000: syntax error near ")"
SELECT SUBSTR(name«)» FROM users

-- 42000: syntax error near ")"
SELECT REPLACE(name, 'a'«)» FROM users

-- 42000: Incorrect parameter count in the call to native function 'LPAD'
SELECT «LPAD»(name) FROM users

-- 42000: Incorrect parameter count in the call to native function 'POWER'
SELECT «POWER»(2)

-- 42000: syntax error near ")"
SELECT MOD(5«)»

-- 42000: syntax error near "FROM"
SELECT CASE END «FROM» users

-- 42000: syntax error near "FROM"
-- help: close CASE with END
SELECT CASE WHEN 1 THEN 2 ELSE «FROM» users

-- 42000: Incorrect parameter count in the call to native function 'JSON_VALUE'
SELECT «JSON_VALUE»(body) FROM docs

-- 42000: Incorrect parameter count in the call to native function 'JSON_CONTAINS'
SELECT «JSON_CONTAINS»(body) FROM docs

-- 42000: syntax error near ":"
SELECT JSON_OBJECT('a' «:» 1)

-- 42000: syntax error near ")"
SELECT JSON_ARRAYAGG(«)» FROM docs

-- 42000: syntax error near ")"
SELECT JSON_OBJECTAGG(id«)» FROM users

-- 42000: syntax error near ")"
SELECT GROUP_CONCAT(«)» FROM users

-- 42000: syntax error near ")"
-- help: write a constant text: SEPARATOR ', '
SELECT GROUP_CONCAT(name SEPARATOR«)» FROM users

-- 42000: syntax error near "id"
-- help: write BY after GROUP, ORDER or PARTITION
SELECT GROUP_CONCAT(name ORDER «id») FROM users

-- 42000: syntax error near ")"
SELECT COUNT(DISTINCT«)» FROM users

-- 42000: syntax error near "*"
-- help: name the columns, or write COUNT(*)
SELECT COUNT(DISTINCT «*») FROM users

-- 42000: syntax error near ","
-- place: the server points behind it
SELECT SUM(DISTINCT age«,» id) FROM users

-- 42000: syntax error near ")"
SELECT AVG(«)» FROM users

-- 42000: syntax error near "*"
SELECT MAX(«*») FROM users

-- HY000: Invalid use of group function
-- help: use HAVING for conditions on groups
SELECT id FROM users WHERE «MAX»(age) = age

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT name FROM users HAVING COUNT(*) >«» 

-- HY000: Invalid use of group function
SELECT name, MAX(age) FROM users GROUP BY «MAX»(age)

-- 21S01: Column count doesn't match value count at row 1
-- help: 6 columns, 1 values
INSERT «users» VALUES (1)

-- 42000: syntax error near "("
INSERT INTO «(»name) VALUES ('a')

-- 42000: syntax error near "name"
INSERT INTO users «name» VALUES ('a')

-- 42000: syntax error near "email"
INSERT INTO users (name «email») VALUES ('a', 'b')

-- 42000: syntax error at end of input
-- help: close the bracket with )
INSERT INTO users (name, email) VALUES ('a', 'b'«»

-- 21S01: Column count doesn't match value count at row 1
-- help: 2 columns, 1 values
INSERT INTO users (name, «email») VALUES ('a' 'b')

-- 42000: syntax error at end of input
-- help: the statement is not complete
INSERT INTO users (name, email) VALUES ('a', 'b'),«»

-- 21S01: Column count doesn't match value count at row 1
-- help: 2 columns, 1 values
INSERT INTO users (name, «email») SELECT name FROM users

-- 42S22: Unknown column 'nope' in 'VALUES'
INSERT INTO users (name, email) VALUES (name, «nope»)

-- 42000: Column 'name' specified twice
-- help: name it once
INSERT INTO users SET name = 'a', «name» = 'b'

-- 42S02: Table 'nope' doesn't exist
INSERT INTO «nope» VALUES (1)

-- 42000: syntax error at end of input
-- help: the statement is not complete
INSERT INTO users (name, email) VALUES ('a', 'b') ON DUPLICATE KEY UPDATE«»

-- 42S22: Unknown column 'nope' in 'SELECT'
INSERT INTO users (name, email) VALUES ('a', 'b') ON DUPLICATE KEY UPDATE name = VALUES(«nope»)

-- 42000: syntax error near "OR"
-- help: write INSERT IGNORE INTO …, or ON DUPLICATE KEY UPDATE
INSERT «OR» IGNORE INTO users (name) VALUES ('a')

-- 42000: syntax error near "INTO"
INSERT INTO users (name, email) VALUES ('a', 'b') RETURNING id «INTO» @x

-- 42S22: Unknown column 'nope' in 'INSERT INTO'
REPLACE users («nope») VALUES (1)

-- 21S01: Column count doesn't match value count at row 1
-- help: 2 columns, 1 values
REPLACE INTO users (name, «email») VALUES ('a')

-- 42000: syntax error at end of input
-- help: the statement is not complete
UPDATE users«»

-- 42000: syntax error at end of input
-- help: the statement is not complete
UPDATE users SET«»

-- 42S02: Table 'nope' doesn't exist
UPDATE «nope» SET a = 1

-- 42000: syntax error near "'a'"
UPDATE users SET name «'a'»

-- 42000: syntax error near "("
UPDATE users SET «(»name, email) = ('a', 'b')

-- 42000: syntax error near ","
-- place: the server points behind it
UPDATE users SET name = 'a' LIMIT 1«,» 2

-- 42S22: Unknown column 'nope' in 'WHERE'
UPDATE users SET name = 'a' WHERE «nope» = 1

-- 42S02: Table 'nope' doesn't exist
UPDATE users, «nope» SET users.name = 'a'

-- 42S22: Unknown column 'users.name' in 'SET'
-- help: write u.name
UPDATE users u SET «users.name» = 'a'

-- 42S22: Unknown column 'nope' in 'SET'
UPDATE users JOIN posts SET «nope» = 1

-- 21000: Operand should contain 1 column(s)
-- help: it returns 2
UPDATE users SET age = «(SELECT id, age FROM users)»

-- HY000: Invalid use of group function
UPDATE users SET age = «MAX»(age)

-- 42000: syntax error at end of input
-- help: the statement is not complete
DELETE FROM users WHERE«»

-- 42S02: Table 'nope' doesn't exist
DELETE FROM «nope»

-- 42000: syntax error near ","
-- place: the server points behind it
DELETE FROM users LIMIT 1«,» 2

-- 42000: syntax error near ","
-- place: the server points behind it
DELETE FROM users«,» posts WHERE 1

-- 42S02: Unknown table 'posts' in MULTI DELETE
DELETE users, «posts» FROM users

-- 42S02: Unknown table 'users' in MULTI DELETE
-- also: Table 'nope' doesn't exist
DELETE FROM «users» USING nope

-- 42S22: Unknown column 'nope' in 'WHERE'
DELETE FROM users WHERE «nope» = 1

-- 42S22: Unknown column 'nope' in 'ORDER BY'
DELETE FROM users ORDER BY «nope» LIMIT 1

-- 42S22: Unknown column 'nope' in 'RETURNING'
DELETE FROM users RETURNING «nope»

-- 42S22: Unknown column 'n' in 'SELECT'
WITH RECURSIVE r AS (SELECT 1 UNION SELECT «n» + 1 FROM r) SELECT * FROM r

-- HY000: WITH column list and SELECT field list have different column counts
WITH «r» (a, b) AS (SELECT 1) SELECT * FROM r

-- 42000: syntax error near "SELECT"
WITH r AS (SELECT 1 AS a), «SELECT» * FROM r

-- 42000: syntax error near "INSERT"
WITH r AS («INSERT» INTO users (name) VALUES ('a')) SELECT 1

-- 42S22: Unknown column 'nope' in 'SELECT'
WITH r AS (SELECT «nope» FROM users) SELECT * FROM r

-- HY000: The used table value constructor has a different number of values
SELECT * FROM (VALUES (1, 2), («3»)) t

-- 42S21: Duplicate column name 'a'
-- help: give it an alias of its own
SELECT * FROM (SELECT 1 AS a, «2» AS a) t

-- 42S22: Unknown column 'a' in 'SELECT'
SELECT «a» FROM (SELECT 1 AS b) t

-- 42S22: Unknown column 't.a' in 'SELECT'
SELECT «t.a» FROM (SELECT 1 AS a) s

-- 21000: The used SELECT statements have a different number of columns
-- help: the left side has 1, the right side 2
SELECT id FROM users EXCEPT «SELECT id, name FROM users»

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users INTERSECT«»

-- 42000: syntax error near "SELECT"
SELECT id FROM users MINUS «SELECT» id FROM users

-- 42S22: Unknown column 'nope' in 'ORDER BY'
(SELECT id FROM users) ORDER BY «nope»

-- 42S22: Unknown column 'b' in 'ORDER BY'
SELECT 1 AS a UNION SELECT 2 ORDER BY «b»

-- 42000: syntax error near "id"
SELECT id FROM users WHERE id = 1 «id» = 2

-- 42000: syntax error near ">"
SELECT id FROM users WHERE id =«>» 1

-- 42000: syntax error near "<"
SELECT id FROM users WHERE id =«<» 1

-- 42000: syntax error near "="
SELECT id FROM users WHERE id !=«=» 1

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users WHERE id IS NOT«»

-- 42000: syntax error near "ISNULL"
SELECT id FROM users WHERE id «ISNULL»

-- 42000: syntax error near "["
SELECT «[»id] FROM users

-- 42000: syntax error near ","
-- place: the server points behind it
SELECT 1 FROM DUAL«,» users WHERE nope

-- HY000: Unknown system variable 'nope'
SELECT «@@nope»

-- HY000: Unknown system variable 'max_conections'
-- help: did you mean "max_connections"?
SELECT «@@global.max_conections»

-- 42000: syntax error near "TABELS"
-- help: did you mean "TABLES"?
SHOW «TABELS»

-- 42000: syntax error near "users"
SHOW COLUMNS «users»

-- 42000: syntax error at end of input
-- help: the statement is not complete
SHOW VARIABLES LIKE«»

-- 42S22: Unknown column 'nope' in 'SELECT'
EXPLAIN SELECT «nope» FROM users

-- 42000: syntax error at end of input
-- help: the statement is not complete
DESCRIBE«»

-- 42000: syntax error near "@a"
SET «@a»

-- 42000: syntax error at end of input
-- help: the statement is not complete
SET @a =«» 

-- 42000: syntax error at end of input
-- help: the statement is not complete
SET NAMES«»

-- 42000: PROCEDURE nope does not exist
CALL «nope»

-- 42S02: Table 'nope' doesn't exist
LOAD DATA INFILE 'x' INTO TABLE «nope»

-- 42000: syntax error at end of input
-- help: the statement is not complete
START«»

-- 42000: syntax error at end of input
-- help: the statement is not complete
SAVEPOINT«»

-- 42000: syntax error at end of input
-- help: the statement is not complete
ROLLBACK TO«»

-- 42000: syntax error near "WRK"
COMMIT «WRK»

-- 42000: This version of MariaDB doesn't yet support 'LIMIT & IN/ALL/ANY/SOME subquery'
-- help: put it into a subquery in FROM, or use EXISTS
SELECT id FROM users WHERE id IN («SELECT id FROM users UNION (SELECT 1 LIMIT 1) UNION SELECT 2»)
