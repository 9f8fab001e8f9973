-- HY000: Illegal parameter data types row and int for operation '+'
SELECT (1,2) «+» 1

-- 42000: Incorrect parameter count in the call to native function 'COALESCE'
SELECT «COALESCE»()

-- 42000: Incorrect parameter count in the call to native function 'CONCAT'
SELECT «CONCAT»()

-- 42000: Incorrect parameter count in the call to native function 'DATE_FORMAT'
SELECT «DATE_FORMAT»(NOW())

-- 42000: Incorrect parameter count in the call to native function 'GREATEST'
SELECT «GREATEST»(1)

-- 42000: FUNCTION GROUPING does not exist
-- help: GROUPING is MySQL's
SELECT «GROUPING»(id) FROM users

-- 42000: Incorrect parameter count in the call to native function 'IFNULL'
SELECT «IFNULL»(1)

-- 42000: Incorrect parameter count in the call to native function 'ISNULL'
SELECT «ISNULL»()

-- 42000: Incorrect parameter count in the call to native function 'JSON_EXTRACT'
SELECT «JSON_EXTRACT»(body) FROM docs

-- 42000: Incorrect parameter count in the call to native function 'JSON_SET'
SELECT «JSON_SET»(body, '$.a') FROM docs

-- 42000: Incorrect parameter count in the call to native function 'LAST_INSERT_ID'
SELECT «LAST_INSERT_ID»(1, 2)

-- 42000: Incorrect parameter count in the call to native function 'LEAST'
SELECT «LEAST»()

-- 42000: Incorrect parameter count in the call to native function 'LEAST'
SELECT «LEAST»(1)

-- HY000: Incorrect arguments to AGAINST
-- help: a column cannot be searched for: write a text or a parameter
SELECT MATCH (title) AGAINST («title») FROM posts

-- 42000: Incorrect parameter count in the call to native function 'NULLIF'
SELECT «NULLIF»(1)

-- 42000: Incorrect parameter count in the call to native function 'ROUND'
SELECT «ROUND»()

-- 42000: Incorrect parameter count in the call to native function 'ROUND'
SELECT «ROUND»(1, 2, 3)

-- 42000: Incorrect parameter count in the call to native function 'SUBSTRING_INDEX'
SELECT «SUBSTRING_INDEX»(name, 'a') FROM users

-- 42000: Incorrect parameter count in the call to native function 'UPPER'
SELECT «UPPER»()

-- 42000: Incorrect parameter count in the call to native function 'UPPER'
SELECT «UPPER»(name, 1) FROM users

-- HY000: Illegal parameter data types row and int for operation '='
SELECT id FROM users WHERE (id, name) «=» 1

-- HY000: Illegal parameter data types int and row for operation '='
SELECT id FROM users WHERE id «IN» ((1, 2))

-- 42000: FUNCTION no_such_fn does not exist
SELECT «no_such_fn»(1, 2) FROM users

-- 42000: FUNCTION nosuch does not exist
-- help: did you mean "touches"?
SELECT «nosuch»(1)

-- 42000: FUNCTION nosuch.f does not exist
-- help: did you mean "if"?
SELECT «nosuch.f»(1)

-- 42000: Incorrect number of arguments for FUNCTION twice; expected 1, got 2
SELECT «twice»(1, 2)

-- 42000: Incorrect number of arguments for PROCEDURE finish; expected 1, got 0
CALL «finish»()

-- 42000: Incorrect number of arguments for PROCEDURE finish; expected 1, got 2
CALL «finish»(1, 2)

-- 42000: PROCEDURE nosuch does not exist
CALL «nosuch»()

-- 42000: PROCEDURE nosuch does not exist
CALL «nosuch»(1)

-- 42000: Incorrect parameter count in the call to native function 'NULLIF'
SELECT «NULLIF»(1, 2, 3)

-- 42000: Incorrect number of arguments for FUNCTION twice; expected 1, got 2
SELECT «twice»(1, 2)

-- HY000: Can't find FULLTEXT index matching the column list
-- help: the table needs FULLTEXT KEY (body)
SELECT title FROM posts WHERE «MATCH» (body) AGAINST ('x')

-- HY000: Can't find FULLTEXT index matching the column list
-- help: the table needs FULLTEXT KEY (title, body)
SELECT title FROM posts WHERE «MATCH» (title, body) AGAINST ('x' IN BOOLEAN MODE)

-- HY000: Incorrect arguments to MATCH
-- help: match the columns of one table at a time
SELECT title FROM posts p, users u WHERE «MATCH» (p.title, u.name) AGAINST ('x')

-- 42000: Incorrect parameter count in the call to native function 'JSON_OBJECT'
SELECT «JSON_OBJECT»('a', 1, 'b')

-- 42000: Incorrect parameter count in the call to native function 'JSON_SET'
SELECT «JSON_SET»(body, '$.a', 1, '$.b') FROM docs

-- HY000: Illegal parameter data types uuid and int for operation '='
-- help: CAST(… AS CHAR) makes a text of it
SELECT CAST('6ecd8c99-4036-403d-bf84-cf8400f67836' AS UUID) «=» 5

-- 21000: Operand should contain 1 column(s)
SELECT COALESCE(name, «(1, 2)») FROM users

-- 21000: Operand should contain 1 column(s)
SELECT CASE WHEN id = 1 THEN «(name, id)» END FROM users

-- 21000: Operand should contain 1 column(s)
SELECT «(1, 2)» FROM users EXCEPT SELECT user_id FROM posts
