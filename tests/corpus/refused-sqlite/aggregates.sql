-- error: misuse of aggregate function count()
-- help: use HAVING for conditions on groups
SELECT name FROM users WHERE «count»(*) > 1

-- error: misuse of aggregate function count()
-- help: compute the inner one in a subquery
SELECT sum(«count»(*)) FROM users

-- error: misuse of aggregate function sum()
-- help: compute the inner one in a subquery
SELECT count(«sum»(id)) FROM users

-- error: aggregate functions are not allowed in the GROUP BY clause
-- help: group by it in a query around this one
SELECT name FROM users GROUP BY «count»(*)

-- error: 1st GROUP BY term out of range - should be between 1 and 1
-- help: the only position is 1
SELECT name FROM users GROUP BY «2»

-- error: 1st ORDER BY term out of range - should be between 1 and 1
-- help: the only position is 1
SELECT name FROM users ORDER BY «2»

-- error: 1st ORDER BY term out of range - should be between 1 and 1
-- help: the only position is 1
SELECT name FROM users ORDER BY «0»

-- error: 1st GROUP BY term out of range - should be between 1 and 1
-- help: the only position is 1
SELECT name FROM users GROUP BY «0»

-- error: misuse of aggregate function count()
UPDATE users SET age = «count»(*)

-- error: misuse of aggregate function count()
INSERT INTO users (name) VALUES («count»(*))

-- error: misuse of aggregate function count()
SELECT name FROM users JOIN posts ON «count»(*) = 1

-- error: misuse of window function row_number()
-- help: compute it in a subquery, and use its column
SELECT name FROM users WHERE «row_number»() OVER () = 1

-- error: misuse of window function rank()
-- help: compute it in a subquery, and use its column
SELECT name FROM users GROUP BY «rank»() OVER ()

-- error: misuse of window function row_number()
SELECT sum(«row_number»() OVER ()) FROM users

-- error: 1st ORDER BY term does not match any column in the result set
-- help: order by a column of the result, or by its number
SELECT id FROM users UNION SELECT id FROM posts ORDER BY «name»

-- error: 1st ORDER BY term does not match any column in the result set
-- help: order by a column of the result, or by its number
SELECT id FROM users UNION SELECT id FROM posts ORDER BY «id + 1»

-- error: misuse of aggregate function max()
-- help: use HAVING for conditions on groups
DELETE FROM users WHERE «max»(id) = 1

-- error: misuse of aggregate function count()
INSERT INTO users (name) VALUES ('x') RETURNING «count»(*)

-- error: HAVING clause on a non-aggregate query
-- help: write WHERE, or GROUP BY before HAVING
SELECT name FROM users «HAVING» name = 'x'
