-- error: misuse of aggregate function count()
-- help: use HAVING for conditions on groups
SELECT name FROM users WHERE «count»(*) > 1

-- error: aggregate function calls cannot be nested
-- server: misuse of aggregate function count()
SELECT sum(«count»(*)) FROM users

-- error: aggregate function calls cannot be nested
-- server: misuse of aggregate function sum()
SELECT count(«sum»(id)) FROM users

-- error: aggregate functions are not allowed in the GROUP BY clause
SELECT name FROM users GROUP BY «count»(*)

-- error: GROUP BY position 2 is not in select list
-- server: 1st GROUP BY term out of range - should be between 1 and 1
SELECT name FROM users GROUP BY «2»

-- error: ORDER BY position 2 is not in select list
-- server: 1st ORDER BY term out of range - should be between 1 and 1
SELECT name FROM users ORDER BY «2»

-- error: ORDER BY position 0 is not in select list
-- server: 1st ORDER BY term out of range - should be between 1 and 1
SELECT name FROM users ORDER BY «0»

-- error: GROUP BY position 0 is not in select list
-- server: 1st GROUP BY term out of range - should be between 1 and 1
SELECT name FROM users GROUP BY «0»

-- error: misuse of aggregate function count()
UPDATE users SET age = «count»(*)

-- error: misuse of aggregate function count()
INSERT INTO users (name) VALUES («count»(*))

-- error: misuse of aggregate function count()
SELECT name FROM users JOIN posts ON «count»(*) = 1

-- error: window functions are not allowed in WHERE
-- server: misuse of window function row_number()
SELECT name FROM users WHERE «row_number»() OVER () = 1

-- error: window functions are not allowed in GROUP BY
-- server: misuse of window function rank()
SELECT name FROM users GROUP BY «rank»() OVER ()

-- error: misuse of window function row_number()
SELECT sum(«row_number»() OVER ()) FROM users

-- error: 1st ORDER BY term does not match any column in the result set
SELECT id FROM users UNION SELECT id FROM posts «ORDER BY» name

-- error: 1st ORDER BY term does not match any column in the result set
SELECT id FROM users UNION SELECT id FROM posts «ORDER BY» id + 1

-- error: misuse of aggregate function max()
-- help: use HAVING for conditions on groups
DELETE FROM users WHERE «max»(id) = 1

-- error: misuse of aggregate function count()
INSERT INTO users (name) VALUES ('x') RETURNING «count»(*)

-- error: HAVING clause on a non-aggregate query
SELECT name FROM users «HAVING» name = 'x'
