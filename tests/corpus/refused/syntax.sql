-- 42601: syntax error at or near "SELEC"
«SELEC» id FROM users

-- 42601: syntax error at or near "users"
SELECT id FORM «users»

-- 42601: syntax error at or near "FROM"
SELECT id, «FROM» users

-- 42601: syntax error at end of input
SELECT FROM users WHERE«»

-- 42601: syntax error at end of input
SELECT id FROM users WHERE«»

-- 42601: syntax error at or near "="
SELECT id FROM users WHERE name = «=» 'x'

-- 42601: syntax error at end of input
SELECT id FROM users WHERE (age > 1«»

-- 42601: syntax error at or near ")"
SELECT id FROM users WHERE age > 1«)»

-- 42601: syntax error at or near "name"
SELECT id FROM users GROUP «name»

-- 42601: syntax error at or near "name"
SELECT id FROM users ORDER «name»

-- 42601: LIMIT #,# syntax is not supported
SELECT id FROM users «LIMIT» 1, 2

-- 42601: syntax error at end of input
SELECT id FROM users OFFSET 1 LIMIT«»

-- 42601: syntax error at end of input
SELECT id FROM users WHERE name LIKE«»

-- 42601: syntax error at end of input
SELECT id FROM users JOIN posts«»

-- 42601: syntax error at or near "WHERE"
SELECT id FROM users LEFT JOIN posts «WHERE» true

-- 42601: syntax error at or near ")"
SELECT id FROM users WHERE id IN («)»

-- 42601: syntax error at end of input
SELECT CASE WHEN true THEN 1«»

-- 42601: syntax error at or near "END"
SELECT CASE «END»

-- 42601: syntax error at or near "users"
SELECT id AS FROM «users»

-- 42601: syntax error at or near "v"
SELECT id FROM users u «v»

-- 42601: syntax error at end of input
SELECT * FROM (SELECT 1«»

-- 42601: syntax error at or near "FROM"
SELECT order «FROM» users

-- 42601: syntax error at or near "GROUP"
SELECT id FROM users HAVING «GROUP» BY id

-- 42601: syntax error at or near "WHERE"
SELECT id FROM users WHERE active GROUP BY id «WHERE» age > 1

-- 42601: syntax error at or near "users"
INSERT «users» (id) VALUES (1)

-- 42601: syntax error at or near "id"
INSERT INTO users «id» VALUES (1)

-- 42601: syntax error at or near "VALUE"
INSERT INTO users (id) «VALUE» (1)

-- 42601: syntax error at or near "1"
INSERT INTO users (id) VALUES «1»

-- 42601: syntax error at or near ")"
INSERT INTO users (id) VALUES («)»

-- 42601: syntax error at or near ")"
INSERT INTO users («)» VALUES ()

-- 42601: syntax error at or near "DUPLICATE"
INSERT INTO users (id) VALUES (1) ON «DUPLICATE» KEY UPDATE name = 'x'

-- 42601: syntax error at or near "UPDATE"
INSERT INTO users (id) VALUES (1) ON CONFLICT «UPDATE» SET name = 'x'

-- 42601: syntax error at or near "OR"
INSERT «OR» REPLACE INTO users (id) VALUES (1)

-- 42601: syntax error at or near "REPLACE"
«REPLACE» INTO users (id) VALUES (1)

-- 42601: syntax error at or near "="
UPDATE users name «=» 'x'

-- 42601: syntax error at or near "=="
UPDATE users SET name «==» 'x'

-- 42601: syntax error at or near "WHERE"
UPDATE users SET name = 'x', «WHERE» id = 1

-- 42601: syntax error at or near "WHERE"
UPDATE users SET «WHERE» id = 1

-- 42601: syntax error at or near "="
UPDATE SET name «=» 'x'

-- 42601: syntax error at or near "users"
DELETE «users» WHERE id = 1

-- 42601: syntax error at or near "*"
DELETE «*» FROM users

-- 42601: syntax error at end of input
DELETE FROM users RETURNING«»

-- 42601: syntax error at or near "'x'"
SELECT id FROM users WHERE name IS «'x'»

-- 42601: syntax error at or near "IN"
SELECT id FROM users WHERE NOT «IN» (1)

-- 42601: syntax error at or near "FROM"
SELECT `id` «FROM» users

-- 42601: syntax error at or near "["
SELECT «[»id] FROM users

-- 42883: operator does not exist: integer =! integer
-- help: no operator takes these types; you may need a cast
SELECT id FROM users WHERE id «=!» 1

-- 42703: column "a" does not exist
-- also: column "b" does not exist
SELECT id FROM users WHERE «a» && && b

-- 42601: syntax error at or near "5"
SELECT TOP «5» id FROM users

-- 42601: syntax error at end of input
SELECT id FROM users UNION«»

-- 42601: syntax error at or near "UNION"
SELECT id FROM users ORDER BY id «UNION» SELECT 1

-- 42601: syntax error at or near "SELECT"
WITH a AS «SELECT» 1 SELECT * FROM a

-- 42601: syntax error at or near "SELECT"
WITH a («SELECT» 1) SELECT * FROM a

-- 42601: syntax error at or near ")"
SELECT cast(id AS«)» FROM users

-- 42601: syntax error at or near ","
SELECT cast(id«,» text) FROM users

-- 42601: syntax error at or near "FROM"
SELECT id:: «FROM» users

-- 42601: syntax error at or near "FROM"
SELECT count(* «FROM» users

-- 42601: trailing junk after numeric literal at or near "1abc"
SELECT «1abc»

-- 42601: invalid hexadecimal integer at or near "0x"
SELECT «0x»

-- 42601: trailing junk after numeric literal at or near "1__0"
SELECT «1__0»

-- 42601: syntax error at or near ".5"
SELECT 1.5«.5»

-- 42601: syntax error at or near "'b'"
SELECT 'a' «'b'»

-- 42601: invalid Unicode escape
SELECT U&'«\»00'

-- 42601: zero-length delimited identifier at or near """"
SELECT «""» FROM users

-- 42601: syntax error at or near "age"
SELECT id FROM users IF «age» > 1

-- 42601: syntax error at or near "id"
SELECT DISTINCT ON «id» FROM users

-- 42601: syntax error at or near "DISTINCT"
SELECT ALL «DISTINCT» id FROM users

-- 42601: syntax error at or near "UPDTE"
SELECT id FROM users FOR «UPDTE»

-- 42601: WITH TIES cannot be specified without ORDER BY clause
SELECT id FROM users FETCH FIRST 1 ROW «WITH» TIES

-- 42601: WITH TIES cannot be specified without ORDER BY clause
SELECT id FROM users FETCH FIRST 1 ROW «WITH» TIES FOR UPDATE SKIP LOCKED

-- 42601: syntax error at or near "WHERE"
SELECT id FROM users, «WHERE» true

-- 42601: syntax error at end of input
SELECT id FROM users TABLESAMPLE«»

-- 42601: syntax error at or near "FROM"
SELECT sum(age) OVER «FROM» users

-- 42601: syntax error at or near "id"
SELECT sum(age) OVER (PARTITION «id») FROM users

-- 42601: syntax error at or near ")"
SELECT sum(age) OVER (ROWS 1«)» FROM users

-- 42601: syntax error at or near "ON"
SELECT id FROM users NATURAL JOIN posts «ON» true

-- 42601: syntax error at or near "ON"
SELECT id FROM users CROSS JOIN posts «ON» true

-- 42601: syntax error at or near "SELECT"
SELECT id FROM users WHERE EXISTS «SELECT» 1

-- 42601: syntax error at end of input
SELECT id FROM users WHERE age BETWEEN 1«»

-- 42601: syntax error at or near ","
SELECT extract(year«,» created_at) FROM users

-- 42601: syntax error at or near ","
SELECT * FROM (SELECT 1) WHERE x = 1«,» 2

-- 42601: syntax error at or near "AS"
SELECT * «AS» all_columns FROM users

-- 42601: syntax error at or near "("
SELECT count(*) AS count«(»n) FROM users

-- 42601: syntax error at or near "NOT"
SELECT id FROM users WHERE name «NOT» NULL

-- 42601: syntax error at or near "="
SELECT 1 = 2 «=» 3

-- 42601: syntax error at or near "<"
SELECT 1 < 2 «<» 3

-- 42601: improper qualified name (too many dotted names): a.b.c.d.e
-- help: write table.column
SELECT «a.b.c.d.e» FROM users

-- 42601: improper qualified name (too many dotted names): a.b.c.d
SELECT id FROM «a».b.c.d

-- 42601: syntax error at end of input
SELECT 5 !«»

-- 42601: syntax error at or near ")"
SELECT lower(name => «)» FROM users

-- 42601: syntax error at end of input
EXPLAIN«»

-- 42601: syntax error at or near "SELECT"
BEGIN «SELECT»
