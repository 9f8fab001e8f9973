-- 42803: aggregate functions are not allowed in WHERE
-- help: use HAVING for conditions on groups
SELECT id FROM users WHERE «count»(*) > 1

-- 42712: table name "users" specified more than once
-- help: give each its own alias
SELECT id FROM users, «users»

-- 42803: column "users.id" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.id to GROUP BY, or write min(users.id)
SELECT «id», max(age) FROM users HAVING id = 1

-- 22023: length for type varchar must be at least 1
-- help: write a length of 1 or more
SELECT CAST(id AS «varchar»(0)) FROM users

-- 22023: length for type char must be at least 1
-- help: write a length of 1 or more
SELECT name::«char»(0) FROM users

-- 22023: NUMERIC precision 0 must be between 1 and 1000
-- help: write how many digits it has
SELECT age::«numeric»(0) FROM users

-- 22P02: malformed array literal: "[1,2]"
-- help: write it as '{a,b}'
SELECT «'[1,2]'»::int[]

-- 42601: syntax error at or near "FROM"
-- help: close CASE with END
SELECT CASE WHEN age > 1 THEN 'old' «FROM» users

-- 42601: syntax error at or near "THEN"
-- help: write WHEN before the condition
SELECT CASE age > 1 «THEN» 'old' END FROM users

-- 42601: syntax error at or near "LIMIT"
-- help: choose the rows in a subquery: WHERE id IN (SELECT … LIMIT …)
UPDATE users SET name = 'x' «LIMIT» 1

-- 42601: syntax error at or near "7"
-- help: write the amount and the unit in quotes: INTERVAL '1 day'
SELECT now() - INTERVAL «7» DAY

-- 42601: syntax error at or near "ORDER"
-- help: put LIMIT after ORDER BY
SELECT id FROM users LIMIT 5 «ORDER» BY id

-- 42601: syntax error at or near "JOIN"
-- help: write UPDATE … SET … FROM …, and the condition in WHERE
UPDATE users «JOIN» posts ON true SET name = 'x'

-- 42601: syntax error at or near "JOIN"
-- help: write DELETE FROM … USING …, and the condition in WHERE
DELETE FROM users «JOIN» posts ON true

-- 42601: syntax error at or near "SET"
-- help: write INSERT INTO … (column, …) VALUES (…)
INSERT INTO users «SET» name = 'x'

-- 42601: syntax error at or near "FROM"
-- help: close the bracket with )
SELECT count(id «FROM» users

-- 42601: syntax error at or near "SELECT"
-- help: remove the comma before it
WITH x AS (SELECT 1 AS a), «SELECT» * FROM x

-- 42601: syntax error at or near "UPDATE"
-- help: write THEN before it
MERGE INTO users u USING posts p ON p.user_id = u.id WHEN MATCHED «UPDATE» SET name = 'x'

-- 42601: syntax error at or near "REGEXP"
-- help: write ~ for a regular expression
SELECT id FROM users WHERE name «REGEXP» 'x'

-- 42601: syntax error at or near "="
-- help: join the conditions with AND
SELECT id FROM users WHERE id = 1 && age «=» 2

-- 42601: syntax error at or near "%"
-- help: write a parameter as $1 or @name
SELECT id FROM users WHERE id = «%»s

-- 42883: function ifnull(integer, integer) does not exist
-- help: PostgreSQL has COALESCE(…) for it
SELECT «IFNULL»(age, 0) FROM users

-- 42883: function group_concat(text) does not exist
-- help: PostgreSQL has string_agg(…, ',') for it
SELECT «GROUP_CONCAT»(name) FROM users

-- 42883: operator does not exist: text + text
-- help: texts are joined with ||
SELECT name «+» name FROM users

-- 42883: operator does not exist: integer == integer
-- help: write = once
SELECT id FROM users WHERE id «==» 1

-- 42703: column "hello" does not exist
-- help: a text stands in 'single quotes'
SELECT id FROM users WHERE name = «"hello"»

-- 42P01: missing FROM-clause entry for table "home"
-- help: write (home).zip
SELECT «home.zip» FROM users

-- 42P01: missing FROM-clause entry for table "settings"
-- help: write settings ->> 'theme'
SELECT «settings.theme» FROM users

-- 42703: column "u" of relation "users" does not exist
-- help: write the column alone, without its table
UPDATE users u SET «u».age = 1

-- 42809: upper(unknown) is not a procedure
-- help: call a function by SELECT
CALL «upper»('x')

-- 42601: unexpected character "{"
-- server: syntax error at or near "{"
-- help: write a parameter as @name
SELECT id FROM users WHERE id = «{»id}

-- 42601: INSERT has more expressions than target columns
-- help: 3 columns, 4 values
INSERT INTO crm.leads VALUES (1, 2, true, «4»)

-- 42704: type "datetime" does not exist
-- help: PostgreSQL calls it timestamp
SELECT created_at::«datetime» FROM users

-- 42601: syntax error at or near ":text"
-- server: syntax error at or near "$1"
-- help: write a cast as ::text
SELECT id«:text» FROM users
