-- 42601: syntax error at or near "SELEC"
-- help: did you mean "SELECT"?
«SELEC» id FROM users

-- 42601: syntax error at or near "users"
-- help: did you mean "FROM"?
SELECT id FORM «users»

-- 42601: syntax error at or near "FROM"
-- help: remove the comma before it
SELECT id, «FROM» users

-- 42601: syntax error at end of input
-- help: the statement is not complete
SELECT FROM users WHERE«»

-- 42601: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users WHERE«»

-- 42601: syntax error at or near "="
-- help: write = once
SELECT id FROM users WHERE name = «=» 'x'

-- 42601: syntax error at end of input
-- help: close the bracket with )
SELECT id FROM users WHERE (age > 1«»

-- 42601: syntax error at or near ")"
-- help: there is no ( for it: remove it
SELECT id FROM users WHERE age > 1«)»

-- 42601: syntax error at or near "name"
-- help: write BY after GROUP, ORDER or PARTITION
SELECT id FROM users GROUP «name»

-- 42601: syntax error at or near "name"
-- help: write BY after GROUP, ORDER or PARTITION
SELECT id FROM users ORDER «name»

-- 42601: LIMIT #,# syntax is not supported
-- help: write LIMIT count OFFSET start
SELECT id FROM users «LIMIT» 1, 2

-- 42601: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users OFFSET 1 LIMIT«»

-- 42601: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users WHERE name LIKE«»

-- 42601: syntax error at end of input
-- help: add ON … or USING (…) to the JOIN
SELECT id FROM users JOIN posts«»

-- 42601: syntax error at or near "WHERE"
-- help: add ON … or USING (…) to the JOIN
SELECT id FROM users LEFT JOIN posts «WHERE» true

-- 42601: syntax error at or near ")"
-- help: write a value: IN takes no empty list
SELECT id FROM users WHERE id IN («)»

-- 42601: syntax error at end of input
-- help: close CASE with END
SELECT CASE WHEN true THEN 1«»

-- 42601: syntax error at or near "END"
SELECT CASE «END»

-- 42601: syntax error at or near "users"
-- help: write a name after AS
SELECT id AS FROM «users»

-- 42601: syntax error at or near "v"
SELECT id FROM users u «v»

-- 42601: syntax error at end of input
-- help: close the bracket with )
SELECT * FROM (SELECT 1«»

-- 42601: syntax error at or near "FROM"
-- help: put a name that is a keyword in "double quotes"
SELECT order «FROM» users

-- 42601: syntax error at or near "GROUP"
-- help: write GROUP BY before HAVING
SELECT id FROM users HAVING «GROUP» BY id

-- 42601: syntax error at or near "WHERE"
-- help: put WHERE before GROUP BY and ORDER BY
SELECT id FROM users WHERE active GROUP BY id «WHERE» age > 1

-- 42601: syntax error at or near "users"
-- help: write INSERT INTO
INSERT «users» (id) VALUES (1)

-- 42601: syntax error at or near "id"
-- help: put the columns in brackets: (…)
INSERT INTO users «id» VALUES (1)

-- 42601: syntax error at or near "VALUE"
-- help: write VALUES
INSERT INTO users (id) «VALUE» (1)

-- 42601: syntax error at or near "1"
-- help: put the values of each row in brackets: VALUES (…)
INSERT INTO users (id) VALUES «1»

-- 42601: syntax error at or near ")"
-- help: write something between the brackets
INSERT INTO users (id) VALUES («)»

-- 42601: syntax error at or near ")"
-- help: write something between the brackets
INSERT INTO users («)» VALUES ()

-- 42601: syntax error at or near "DUPLICATE"
-- help: write INSERT INTO … ON CONFLICT (…) DO UPDATE SET …
INSERT INTO users (id) VALUES (1) ON «DUPLICATE» KEY UPDATE name = 'x'

-- 42601: syntax error at or near "UPDATE"
-- help: write ON CONFLICT (…) DO UPDATE SET …
INSERT INTO users (id) VALUES (1) ON CONFLICT «UPDATE» SET name = 'x'

-- 42601: syntax error at or near "OR"
-- help: write INSERT INTO … ON CONFLICT (…) DO UPDATE SET …
INSERT «OR» REPLACE INTO users (id) VALUES (1)

-- 42601: syntax error at or near "REPLACE"
-- help: write INSERT INTO … ON CONFLICT (…) DO UPDATE SET …
«REPLACE» INTO users (id) VALUES (1)

-- 42601: syntax error at or near "="
-- help: write SET before the first column
UPDATE users name «=» 'x'

-- 42601: syntax error at or near "=="
-- help: write = once
UPDATE users SET name «==» 'x'

-- 42601: syntax error at or near "WHERE"
-- help: remove the comma before it
UPDATE users SET name = 'x', «WHERE» id = 1

-- 42601: syntax error at or near "WHERE"
UPDATE users SET «WHERE» id = 1

-- 42601: syntax error at or near "="
-- help: name the table after UPDATE
UPDATE SET name «=» 'x'

-- 42601: syntax error at or near "users"
-- help: write DELETE FROM
DELETE «users» WHERE id = 1

-- 42601: syntax error at or near "*"
-- help: write DELETE FROM
DELETE «*» FROM users

-- 42601: syntax error at end of input
-- help: the statement is not complete
DELETE FROM users RETURNING«»

-- 42601: syntax error at or near "'x'"
-- help: compare with =, or with IS DISTINCT FROM
SELECT id FROM users WHERE name IS «'x'»

-- 42601: syntax error at or near "IN"
-- help: name the value before NOT IN
SELECT id FROM users WHERE NOT «IN» (1)

-- 42601: syntax error at or near "FROM"
-- help: quote names with "double quotes"
SELECT `id` «FROM» users

-- 42601: syntax error at or near "["
-- help: quote names with "double quotes"
SELECT «[»id] FROM users

-- 42883: operator does not exist: integer =! integer
-- help: no operator takes these types; you may need a cast
SELECT id FROM users WHERE id «=!» 1

-- 42703: column "a" does not exist
-- also: column "b" does not exist
SELECT id FROM users WHERE «a» && && b

-- 42601: syntax error at or near "5"
-- help: write LIMIT at the end of the query
SELECT TOP «5» id FROM users

-- 42601: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users UNION«»

-- 42601: syntax error at or near "UNION"
-- help: put ORDER BY after the last SELECT, or a SELECT in brackets
SELECT id FROM users ORDER BY id «UNION» SELECT 1

-- 42601: syntax error at or near "SELECT"
-- help: put the query in brackets: AS (SELECT …)
WITH a AS «SELECT» 1 SELECT * FROM a

-- 42601: syntax error at or near "SELECT"
-- help: write AS before the query
WITH a («SELECT» 1) SELECT * FROM a

-- 42601: syntax error at or near ")"
-- help: write the type or the name before it
SELECT cast(id AS«)» FROM users

-- 42601: syntax error at or near ","
-- help: write CAST(… AS type)
SELECT cast(id«,» text) FROM users

-- 42601: syntax error at or near "FROM"
-- help: write the type or the name before it
SELECT id:: «FROM» users

-- 42601: syntax error at or near "FROM"
-- help: close the bracket with )
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

-- 42601: zero-length delimited identifier at or near """"
SELECT «""» FROM users

-- 42601: syntax error at or near "age"
SELECT id FROM users IF «age» > 1

-- 42601: syntax error at or near "id"
SELECT DISTINCT ON «id» FROM users

-- 42601: syntax error at or near "DISTINCT"
SELECT ALL «DISTINCT» id FROM users

-- 42601: syntax error at or near "UPDTE"
-- help: did you mean "UPDATE"?
SELECT id FROM users FOR «UPDTE»

-- 42601: WITH TIES cannot be specified without ORDER BY clause
SELECT id FROM users FETCH FIRST 1 ROW «WITH» TIES

-- 42601: WITH TIES cannot be specified without ORDER BY clause
SELECT id FROM users FETCH FIRST 1 ROW «WITH» TIES FOR UPDATE SKIP LOCKED

-- 42601: syntax error at or near "WHERE"
-- help: remove the comma before it
SELECT id FROM users, «WHERE» true

-- 42601: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users TABLESAMPLE«»

-- 42601: syntax error at or near "FROM"
-- help: write OVER (…) or OVER and the name of a window
SELECT sum(age) OVER «FROM» users

-- 42601: syntax error at or near "id"
-- help: write BY after GROUP, ORDER or PARTITION
SELECT sum(age) OVER (PARTITION «id») FROM users

-- 42601: syntax error at or near ")"
SELECT sum(age) OVER (ROWS 1«)» FROM users

-- 42601: syntax error at or near "ON"
-- help: a NATURAL JOIN has no ON: write JOIN
SELECT id FROM users NATURAL JOIN posts «ON» true

-- 42601: syntax error at or near "ON"
-- help: a CROSS JOIN has no ON: write JOIN
SELECT id FROM users CROSS JOIN posts «ON» true

-- 42601: syntax error at or near "SELECT"
-- help: put the query in brackets: EXISTS (SELECT …)
SELECT id FROM users WHERE EXISTS «SELECT» 1

-- 42601: syntax error at end of input
-- help: the statement is not complete
SELECT id FROM users WHERE age BETWEEN 1«»

-- 42601: syntax error at or near ","
SELECT extract(year«,» created_at) FROM users

-- 42601: syntax error at or near ","
SELECT * FROM (SELECT 1) WHERE x = 1«,» 2

-- 42601: syntax error at or near "AS"
-- help: name columns one by one: * takes no alias
SELECT * «AS» all_columns FROM users

-- 42601: syntax error at or near "("
SELECT count(*) AS count«(»n) FROM users

-- 42601: syntax error at or near "NOT"
-- help: write IS NOT NULL
SELECT id FROM users WHERE name «NOT» NULL

-- 42601: syntax error at or near "="
-- help: compare two values at a time, and join the comparisons with AND
SELECT 1 = 2 «=» 3

-- 42601: syntax error at or near "<"
-- help: compare two values at a time, and join the comparisons with AND
SELECT 1 < 2 «<» 3

-- 42601: improper qualified name (too many dotted names): a.b.c.d.e
-- help: write table.column
SELECT «a.b.c.d.e» FROM users

-- 42601: improper qualified name (too many dotted names): a.b.c.d
SELECT id FROM «a».b.c.d

-- 42601: syntax error at end of input
-- help: the statement is not complete
SELECT 5 !«»

-- 42601: syntax error at or near ")"
SELECT lower(name => «)» FROM users

-- 42601: syntax error at end of input
-- help: the statement is not complete
EXPLAIN«»

-- 42601: syntax error at or near "SELECT"
-- help: a query file holds no transactions: leave BEGIN out
BEGIN «SELECT»
