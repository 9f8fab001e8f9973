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
SELECT id FROM users GROUP BY«»

-- 42000: syntax error near "'a'"
SELECT id FROM users LIMIT «'a'»

-- 42000: syntax error at end of input
SELECT id FROM users LIMIT 1 OFFSET«»

-- 42000: syntax error at end of input
SELECT id FROM users OFFSET 5«»

-- 42000: syntax error near "OFFSET"
SELECT id FROM users LIMIT 5, 10 «OFFSET» 3

-- 42000: syntax error near "5"
SELECT TOP «5» id FROM users

-- 42000: syntax error near "1"
SELECT id FROM users WHERE age > ANY («1», 2)

-- 42000: syntax error near "1"
SELECT id FROM users WHERE id IN «1», 2

-- 42000: syntax error near "("
SELECT id FROM users WHERE id NOT «(»1, 2)

-- 42000: syntax error at end of input
SELECT id FROM users WHERE age BETWEEN 1«»

-- 42000: syntax error near "OR"
SELECT id FROM users WHERE age BETWEEN 1 «OR» 2

-- 42000: syntax error near "5"
SELECT id FROM users WHERE age IS «5»

-- 42000: syntax error at end of input
SELECT id FROM users WHERE age = NULL AND«»

-- 42000: syntax error near "AND"
SELECT id FROM users WHERE «AND» age = 1

-- 42000: syntax error at end of input
SELECT id FROM users WHERE (age = 1«»

-- 42000: syntax error near ")"
SELECT id FROM users WHERE age = 1«)»

-- 42000: syntax error at end of input
SELECT id FROM users JOIN posts ON«»

-- 42S22: Unknown column 'nope' in 'FROM'
SELECT users.id FROM users JOIN posts USING («nope»)

-- 42000: syntax error near "WHERE"
SELECT users.id FROM users LEFT JOIN posts «WHERE» users.id = posts.user_id

-- 42000: syntax error near "OUTER"
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
-- help: it is a reserved word: as a name, write `DISTINCT`
SELECT DISTINCT id, «DISTINCT» name FROM users

-- 42000: syntax error near "FROM"
SELECT id AS «FROM» users

-- 42000: syntax error at end of input
SELECT id, name FROM users AS«»

-- 42000: syntax error near "FROM"
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
SELECT DATE_ADD(created, INTERVAL 1 «DAYS») FROM users

-- 42000: syntax error near "FROM"
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
SELECT «STRING_AGG»(name, ',') FROM users

-- 42000: FUNCTION ARRAY_AGG does not exist
SELECT «ARRAY_AGG»(name) FROM users

-- 42000: FUNCTION LEN does not exist
SELECT «LEN»(name) FROM users

-- 42000: Incorrect parameter count in the call to native function 'ISNULL'
SELECT «ISNULL»(name, '') FROM users

-- 42000: FUNCTION GETDATE does not exist
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
SELECT id FROM users FOR UPDATE WAIT«»

-- 42000: syntax error near "FROM"
SELECT @a := «FROM» users

-- 42000: syntax error at end of input
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
