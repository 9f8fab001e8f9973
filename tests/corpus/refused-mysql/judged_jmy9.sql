-- HY000: Field 'name' doesn't have a default value
-- help: give name a DEFAULT, or write its value out
SELECT DEFAULT(«name») FROM users

-- 42S22: Unknown column 'nope' in 'SET'
SET @a = «nope»

-- 42S22: Unknown column 'nope' in 'DO'
DO «nope» + 1

-- 42000: COLLATION 'latin1_bin' is not valid for CHARACTER SET 'utf8mb4'
-- help: write a collation of utf8mb4, or CONVERT(… USING …) before COLLATE
SELECT name «COLLATE latin1_bin» FROM users

-- 42000: COLLATION 'latin1_bin' is not valid for CHARACTER SET 'utf8mb4'
-- help: write a collation of utf8mb4, or CONVERT(… USING …) before COLLATE
SELECT 'a' «COLLATE latin1_bin»

-- 42000: COLLATION 'utf8mb4_bin' is not valid for CHARACTER SET 'binary'
-- help: write a collation of binary, or CONVERT(… USING …) before COLLATE
SELECT CAST(name AS BINARY) «COLLATE utf8mb4_bin» FROM users

-- 42S22: Reference 'age' not supported (forward reference in item list)
-- help: select it before the subquery, or write the condition with WHERE
SELECT (SELECT 1 FROM posts HAVING MAX(score) > «users.age») AS more, users.age FROM users

-- 42000: syntax error near "DAYS"
-- help: write the unit without its S: INTERVAL 2 DAY
SELECT created + INTERVAL 2 «DAYS» FROM users

-- 42000: syntax error near "WEEKS"
-- help: write the unit without its S
SELECT EXTRACT(«WEEKS» FROM created) FROM users

-- 42000: syntax error near "'x'"
-- help: a subquery alone may stand here: write IN (…) for a list
SELECT id FROM users WHERE name = ANY («'x'»)

-- 42000: syntax error near "*"
-- help: name the columns, or write COUNT(*)
SELECT COUNT(DISTINCT «*») FROM users

-- 42000: syntax error near "FROM"
-- help: write OVER (ORDER BY …) behind it
SELECT RANK() «FROM» users

-- HY000: Can't find FULLTEXT index matching the column list
-- help: the table needs FULLTEXT KEY (role)
SELECT «MATCH»(role) AGAINST ('x') FROM users
