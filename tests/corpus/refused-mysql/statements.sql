-- 21000: Operand should contain 1 column(s)
SELECT «(1, 2)»

-- 21000: Operand should contain 1 column(s)
-- help: it returns 2
SELECT «(SELECT id, name FROM users)»

-- HY000: No tables used
SELECT «*»

-- 42000: MariaDB has no column names of a derived table: it is MySQL's
-- help: name the columns in the query: SELECT 1 AS a
SELECT * FROM (SELECT id, name FROM users) d «(a)»

-- HY000: The used table value constructor has a different number of values
SELECT * FROM (VALUES (1, 2), («3»)) v

-- 21000: Operand should contain 2 column(s)
-- help: the left row has 2, the right row 3
SELECT 1 FROM users WHERE (1, 2) «IN» ((1,2,3))

-- 21000: Operand should contain 1 column(s)
-- help: 1 on the left, 2 in the subquery
SELECT 1 FROM users WHERE 1 «IN» (SELECT 1, 2)

-- 21000: Operand should contain 1 column(s)
SELECT CONCAT(«(1,2)»)

-- 21000: Operand should contain 1 column(s)
-- help: it returns 2
SELECT UPPER(«(SELECT 1, 2)»)

-- 42000: MariaDB has no operator "->": it is MySQL's
-- help: write JSON_EXTRACT(column, path)
SELECT body«->»'$.a' FROM docs

-- 42000: MariaDB has no operator "->>": it is MySQL's
-- help: write JSON_UNQUOTE(JSON_EXTRACT(column, path))
SELECT body«->>»'$.a' FROM docs

-- 42000: MariaDB has no OF in FOR UPDATE: it is MySQL's
-- help: leave it out
SELECT id FROM users FOR UPDATE «OF users»

-- 21000: The used SELECT statements have a different number of columns
-- help: the left side has 1, the right side 2
SELECT id FROM users UNION «SELECT id, 1 FROM docs» UNION SELECT 1

-- 42000: Table 'users' from one of the SELECTs cannot be used in ORDER BY
-- help: write id
SELECT id FROM users UNION SELECT post_id FROM posts ORDER BY «users.id»

-- 21000: Operand should contain 1 column(s)
SELECT id FROM users WHERE «(id, name)»

-- 21000: Operand should contain 2 column(s)
-- help: the left row has 2, the right row 3
SELECT id FROM users WHERE (id, name) «=» (1, 2, 3)

-- 21000: Operand should contain 2 column(s)
-- help: 2 on the left, 1 in the subquery
SELECT id FROM users WHERE (id, name) «IN» (SELECT id FROM users)

-- 21000: Operand should contain 1 column(s)
-- help: 1 on the left, 2 in the subquery
SELECT id FROM users WHERE id «IN» (SELECT id, name FROM users)

-- 21000: The used SELECT statements have a different number of columns
-- help: the left side has 2, the right side 1
SELECT id, name FROM users UNION «SELECT post_id FROM posts»

-- HY000: The used table value constructor has a different number of values
VALUES (1, 2), («3»)

-- HY000: Restrictions imposed on recursive definitions are violated for table 'r'
-- help: aggregate in the query that reads from it
WITH RECURSIVE r AS (SELECT 1 AS a UNION ALL SELECT «MAX»(a) FROM r) SELECT * FROM r

-- 21000: The used SELECT statements have a different number of columns
-- help: the left side has 1, the right side 2
WITH RECURSIVE r AS (SELECT 1 AS a UNION ALL «SELECT a, a FROM r») SELECT * FROM r

-- HY000: Restrictions imposed on recursive definitions are violated for table 'r'
-- help: write SELECT … UNION ALL SELECT … FROM r
WITH RECURSIVE r AS (SELECT 1 AS a UNION ALL SELECT id FROM users WHERE id IN (SELECT a FROM «r»)) SELECT * FROM r

-- HY000: Restrictions imposed on recursive definitions are violated for table 'r'
-- help: write SELECT … UNION ALL SELECT … FROM r
WITH RECURSIVE r AS (SELECT 1 AS a UNION ALL SELECT users.id FROM users LEFT JOIN «r» ON r.a = users.id) SELECT * FROM r

-- HY000: No anchors for recursive WITH element 'r'
-- help: write SELECT … UNION ALL SELECT … FROM r
WITH RECURSIVE r AS (SELECT a FROM «r») SELECT * FROM r

-- HY000: WITH column list and SELECT field list have different column counts
WITH «w» (a, b) AS (SELECT id FROM users) SELECT * FROM w

-- HY000: Duplicate query name `w` in WITH clause
WITH w AS (SELECT 1), «w» AS (SELECT 2) SELECT * FROM w

-- HY000: Unknown system variable 'max_conections'
-- help: did you mean "max_connections"?
SELECT «@@max_conections»

-- HY000: Unknown system variable 'nosuch'
SELECT «@@nosuch»

-- HY000: Unknown system variable 'nosuch_variable'
SELECT «@@nosuch_variable»

-- 21000: Operand should contain 1 column(s)
-- help: 1 on the left, 2 in the subquery
SELECT p.title FROM posts p WHERE p.user_id «IN» (SELECT id, name FROM users)

-- 21000: Operand should contain 1 column(s)
-- help: 1 on the left, 2 in the subquery
SELECT u.id FROM users u WHERE u.id «=» ANY (SELECT id, name FROM users)

-- HY000: Duplicate query name `w` in WITH clause
WITH w AS (SELECT 1), «w» AS (SELECT 2) SELECT * FROM w

-- 42S02: Table 'nope' doesn't exist
SHOW COLUMNS FROM «nope»

-- 42S02: Table 'usres' doesn't exist
-- help: did you mean "users"?
SHOW INDEX FROM «usres»

-- 42S02: Table 'nope' doesn't exist
SHOW CREATE TABLE «nope»

-- HY000: 'users' is not of type 'VIEW'
-- help: write SHOW CREATE TABLE users
SHOW CREATE VIEW «users»

-- 42S02: Table 'nope' doesn't exist
TRUNCATE «nope»

-- 42S02: Table 'v_counts' doesn't exist
-- help: it is a view: delete from its tables
TRUNCATE TABLE «v_counts»

-- 42S02: Table 'nope' doesn't exist
DESCRIBE «nope»

-- 42S02: Table 'nope' doesn't exist
LOCK TABLES «nope» READ

-- 21000: The used SELECT statements have a different number of columns
-- help: 2 columns, 1 variable
SELECT id, name INTO «@a» FROM users

-- 21000: The used SELECT statements have a different number of columns
-- help: 1 column, 2 variables
SELECT id INTO @a, «@b» FROM users

-- 42000: syntax error near ")"
-- help: write VARCHAR(n), or CHAR
SELECT CAST(age AS VARCHAR«)» FROM users

-- HY000: Unknown data type: 'STRING'
SELECT CAST(age AS «STRING») FROM users
