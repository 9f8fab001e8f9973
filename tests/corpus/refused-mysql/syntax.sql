-- 42000: syntax error near "LIMIT"
DELETE u FROM users u JOIN posts p ON p.user_id = u.id «LIMIT» 1

-- 42000: syntax error near "RETURNING"
DELETE u FROM users u JOIN posts p ON p.user_id = u.id «RETURNING» u.id

-- 42000: syntax error near "CONFLICT"
-- help: write INSERT IGNORE INTO …, or ON DUPLICATE KEY UPDATE
INSERT INTO users (name) VALUES ('a') ON «CONFLICT» DO NOTHING

-- 42000: syntax error near "AS"
INSERT INTO users «AS» n (name) VALUES ('a')

-- 42000: syntax error near "DEFAULT"
INSERT INTO users «DEFAULT» VALUES

-- 42000: syntax error near "MERGE"
-- help: write INSERT INTO … ON DUPLICATE KEY UPDATE …
«MERGE» INTO users USING posts ON 1 WHEN MATCHED THEN DELETE

-- 42000: syntax error near "SELEC"
-- help: did you mean "SELECT"?
«SELEC» id FROM users

-- 42000: syntax error near "FROM"
SELECT 'a' || «FROM» users

-- 42000: syntax error near "FROM"
SELECT (id «FROM» users

-- 42000: syntax error at end of input
-- help: every derived table must have its own alias: write (SELECT …) AS name
SELECT * FROM (SELECT id FROM users)«»

-- 42000: syntax error near "["
SELECT ARRAY«[»1, 2]

-- 42000: syntax error near "FROM"
-- help: close CASE with END
SELECT CASE id WHEN 1 THEN 2 «FROM» users

-- 42000: syntax error near "("
SELECT CAST(id AS INT«(»3)) FROM users

-- 42000: syntax error near ")"
SELECT COUNT(«)» FROM users

-- 42000: syntax error near "email"
SELECT COUNT(*) name «email» FROM users

-- 42000: syntax error near "3"
SELECT DATE_ADD(NOW(), «3»)

-- 42000: syntax error near "ON"
-- help: write GROUP BY, or ROW_NUMBER() OVER (…)
SELECT DISTINCT «ON» (id) id FROM users

-- 42000: syntax error near "MONTHS"
-- help: write the unit without its S
SELECT EXTRACT(«MONTHS» FROM NOW())

-- 42000: syntax error near "FROM"
SELECT «FROM» users

-- 42000: syntax error at end of input
-- help: add it to a date: date + INTERVAL 1 DAY
SELECT INTERVAL 1 DAY«»

-- 42000: syntax error near ")"
SELECT JSON_ARRAYAGG(«)» FROM users

-- 42000: syntax error at end of input
-- help: add it to a date: date + INTERVAL 1 DAY
SELECT NOW() * INTERVAL 1 DAY«»

-- 42000: syntax error at end of input
-- help: write the unit without quotes: INTERVAL 1 DAY
SELECT NOW() + INTERVAL '1 day'«»

-- 42000: syntax error near "DAYS"
-- help: write the unit without its S: INTERVAL 2 DAY
SELECT NOW() + INTERVAL 1 «DAYS»

-- 42000: syntax error near ")"
SELECT STDDEV(«)»

-- 42000: syntax error near "*"
SELECT SUM(«*») FROM users

-- 42000: syntax error near ")"
SELECT SUM(DISTINCT«)» FROM users

-- 42000: syntax error near "DAYS"
SELECT TIMESTAMPDIFF(«DAYS», NOW(), NOW())

-- 42000: syntax error near "NULL"
SELECT TRUE IS NULL «NULL»

-- 42000: syntax error near "OVER"
SELECT UPPER(name) «OVER» () FROM users

-- 42000: syntax error near "VALUES"
SELECT «VALUES»(name) FROM users

-- 42000: syntax error near "USING"
SELECT a.id, b.id FROM users a, users b «USING» (id)

-- 42000: syntax error near "group"
-- help: it is a reserved word: as a name, write `group`
SELECT id AS «group» FROM users

-- 42000: syntax error near "INTO"
SELECT id FROM (SELECT id «INTO» @a FROM users) d

-- 42000: syntax error near "order"
-- help: it is a reserved word: as a name, write `order`
SELECT id FROM «order»

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users AS«»

-- 42000: syntax error near "NO"
SELECT id FROM users FOR «NO» KEY UPDATE

-- 42000: syntax error near "OUTER"
-- help: write LEFT JOIN … UNION SELECT … RIGHT JOIN
SELECT id FROM users FULL «OUTER» JOIN posts ON 1

-- 42000: syntax error at end of input
-- help: write ON and the condition of the join
SELECT id FROM users LEFT JOIN posts«»

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users LIMIT«»

-- 42000: syntax error near "-"
-- help: the number of rows is no expression: leave LIMIT out for all
SELECT id FROM users LIMIT «-»1

-- 42000: syntax error near "+"
SELECT id FROM users LIMIT 1 «+» 1

-- 42000: syntax error near "SYSTEM"
-- help: did you mean "TABLES"?
SELECT id FROM users TABLESAMPLE «SYSTEM» (1)

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users WHERE«»

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users WHERE NOT«»

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users WHERE id =«»

-- 42000: syntax error near "="
SELECT id FROM users WHERE id =«=» 1

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users WHERE id BETWEEN 1«»

-- 42000: syntax error near ")"
-- help: write something between the brackets
SELECT id FROM users WHERE id IN («)»

-- 42000: syntax error near "ILIKE"
-- help: write LIKE: it does not tell capitals apart in most collations
SELECT id FROM users WHERE name «ILIKE» 'x'

-- 42000: syntax error near "1"
SELECT id FROM users WHERE name IS «1»

-- 42000: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users WHERE name LIKE«»

-- 42000: syntax error near "FULL"
SELECT id FROM users u «FULL» JOIN posts p ON 1

-- 42000: syntax error near ")"
-- help: there is no ( for it: remove it
SELECT id FROM users«)»

-- 42000: syntax error near "email"
SELECT id name «email» FROM users

-- 42000: syntax error near "FROM"
-- help: remove the comma before FROM
SELECT id, «FROM» users

-- 42000: syntax error near "::"
-- help: write CAST(… AS type)
SELECT id«::»text FROM users

-- 42000: syntax error near ")"
SELECT j.a FROM JSON_TABLE('[]', '$[*]' COLUMNS (a INT«)») j

-- 42000: syntax error near "'a'"
SELECT name FROM users LIMIT «'a'»

-- 42000: syntax error near "1.5"
SELECT name FROM users LIMIT «1.5»

-- 42000: syntax error near "LIMIT"
SELECT name FROM users WHERE id = 1 AND «LIMIT» 1

-- 42000: syntax error near "order"
-- help: it is a reserved word: as a name, write `order`
SELECT «order» FROM users

-- 42000: syntax error near "RETURNING"
-- help: select the row after the UPDATE
UPDATE users SET name = 'x' «RETURNING» id

-- 42000: syntax error near "FROM"
SELECT DEFAULT «FROM» users

-- 42000: syntax error near ")"
SELECT IF(1, 2«)»

-- 42000: syntax error near ")"
SELECT LEFT(name«)» FROM users

-- 42000: syntax error near ")"
SELECT NTILE(«)» OVER (ORDER BY id) FROM users

-- 42000: syntax error near "1"
SELECT ROW_NUMBER(«1») OVER ()

-- 42000: syntax error near "1"
SELECT TIMESTAMPDIFF(«1», 2)

-- 42000: syntax error near "id"
-- help: write BY after GROUP, ORDER or PARTITION
SELECT id FROM users GROUP «id»

-- 42000: syntax error near "id"
-- help: write BY after GROUP, ORDER or PARTITION
SELECT id FROM users ORDER «id»

-- 42000: syntax error near "FROM"
-- help: write OVER (ORDER BY …) behind it
SELECT name, RANK() «FROM» users

-- 42000: syntax error near "RETURNING"
-- help: select the row after the UPDATE
UPDATE users SET name = 'x' «RETURNING» id

-- 42000: Undeclared variable: a
-- help: write @a
SELECT id INTO «a» FROM users

-- 42000: syntax error near "UNION"
SELECT 1 INTO @a «UNION» SELECT 2

-- 42000: syntax error near "TEXT"
-- help: write CHAR
SELECT CAST(age AS «TEXT») FROM users

-- 42000: syntax error near "BOOLEAN"
-- help: write a comparison: x <> 0
SELECT CAST(age AS «BOOLEAN») FROM users

-- 42000: syntax error near "TIMESTAMP"
-- help: write DATETIME
SELECT CAST(age AS «TIMESTAMP») FROM users

-- 42000: syntax error near "("
SELECT CAST(age AS FLOAT«(»5)) FROM users

-- 42000: syntax error near "1"
-- help: write a constant text: SEPARATOR ', '
SELECT GROUP_CONCAT(name SEPARATOR «1») FROM users

-- 42000: syntax error near "name"
-- help: write a constant text: SEPARATOR ', '
SELECT GROUP_CONCAT(name SEPARATOR «name») FROM users

-- 42000: syntax error near "CHARACTER"
-- help: leave it out: the characters of JSON are those of utf8mb4
CREATE TABLE fresh (a JSON «CHARACTER» SET utf8mb4)

-- 42000: syntax error near "AS"
CREATE TABLE fresh (a JSON COLLATE utf8mb4_bin «AS» ('[]') STORED)

-- 42000: syntax error near "COLLATE"
-- help: end the column with its CHECK
CREATE TABLE fresh (a JSON CHECK (JSON_VALID(a)) «COLLATE» utf8mb4_bin)

-- 42000: syntax error near "NOT"
-- help: end the column with its CHECK
CREATE TABLE fresh (a INT CHECK (a > 1) «NOT» NULL)

-- 42000: syntax error near "DEFAULT"
-- help: end the column with REFERENCES
CREATE TABLE fresh (a INT REFERENCES users (id) «DEFAULT» 5)

-- 42000: syntax error near "CHECK"
-- help: leave the name out, or write the CHECK behind the columns
CREATE TABLE fresh (a INT CONSTRAINT positive «CHECK» (a > 1))

-- HY000: Conflicting declarations: 'COLLATE utf8mb4_bin' and 'COLLATE utf8mb4_general_ci'
-- help: leave one of them out
CREATE TABLE fresh (a VARCHAR(5) COLLATE utf8mb4_bin NOT NULL COLLATE «utf8mb4_general_ci»)
