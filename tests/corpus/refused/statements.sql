-- 42712: name "users" specified more than once
-- help: the name is used both as MERGE target table and data source
MERGE INTO «users» USING users ON true WHEN MATCHED THEN DO NOTHING

-- 42P01: relation "nowhere" does not exist
MERGE INTO users USING «nowhere» ON true WHEN MATCHED THEN DO NOTHING

-- 42P01: invalid reference to FROM-clause entry for table "users"
-- help: users is in FROM, but cannot be referenced from this part of the query
MERGE INTO users USING posts p ON p.user_id = users.id WHEN NOT MATCHED THEN INSERT (id, name) VALUES («users.id», 'x')

-- 42703: column "nick" of relation "users" does not exist
MERGE INTO users u USING posts p ON p.user_id = u.id WHEN NOT MATCHED THEN INSERT (id, «nick») VALUES (1, 'x')

-- 42601: INSERT has more expressions than target columns
MERGE INTO users u USING posts p ON p.user_id = u.id WHEN NOT MATCHED THEN INSERT (id) VALUES (1, «2»)

-- 42601: INSERT has more target columns than expressions
MERGE INTO users u USING posts p ON p.user_id = u.id WHEN NOT MATCHED THEN INSERT (id, «name») VALUES (1)

-- 42804: column "age" is of type integer but expression is of type text
-- help: rewrite the expression or cast it: CAST(… AS integer)
MERGE INTO users u USING posts p ON p.user_id = u.id WHEN MATCHED THEN UPDATE SET age = «p.title»

-- 42804: argument of WHEN must be type boolean, not type integer
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
MERGE INTO users u USING posts p ON p.user_id = u.id WHEN MATCHED AND «1» THEN DELETE

-- 42601: MERGE_ACTION() can only be used in the RETURNING list of a MERGE command
SELECT «MERGE_ACTION»()

-- 42601: unreachable WHEN clause specified after unconditional WHEN clause
-- help: put it before, or give the other one a condition
MERGE INTO users u USING posts p ON p.user_id = u.id WHEN MATCHED THEN DELETE WHEN MATCHED AND u.age «>» 1 THEN DO NOTHING

-- 42804: subscripted assignment to "tags" requires type text[] but expression is of type integer
-- help: rewrite the expression or cast it: CAST(… AS text[])
-- place: the value is what does not fit
UPDATE users SET tags[1:2] = «1»

-- 42804: cannot subscript type integer because it does not support subscripting
UPDATE users SET «age»[1] = 1

-- 42703: cannot assign to field "country" of column "home" because there is no such column in data type address
UPDATE users SET «home».country = 'x'

-- 42804: cannot assign to field "x" of column "age" because its type integer is not a composite type
UPDATE users SET «age».x = 1

-- 42804: subfield "zip" is of type integer but expression is of type boolean
-- help: rewrite the expression or cast it: CAST(… AS integer)
-- place: the value is what does not fit
UPDATE users SET home.zip = «true»

-- 42601: multiple assignments to same column "home"
-- help: set it once
UPDATE users SET home.zip = 1, «home» = NULL

-- 0A000: cannot set an array element to DEFAULT
-- place: DEFAULT is the word to change
UPDATE users SET tags[1] = «DEFAULT»

-- 42601: number of columns does not match number of values
-- help: 2 columns, 1 values
UPDATE users SET (name, age) = «(»SELECT 'x')

-- 0A000: source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression
-- help: write (a, b) = ROW (1, 2) or = (SELECT …)
UPDATE users SET (name, age) = «home»

-- 42704: tablesample method bernouli does not exist
-- help: did you mean "bernoulli"?
SELECT id FROM users TABLESAMPLE «bernouli» (1)

-- 2202H: tablesample method system requires 1 argument, not 2
SELECT id FROM users TABLESAMPLE «system» (1, 2)

-- 42601: search column "rank" not in WITH query column list
WITH RECURSIVE c AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM c) «SEARCH» DEPTH FIRST BY rank SET o SELECT * FROM c

-- 42601: cycle column "rank" not in WITH query column list
WITH RECURSIVE c AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM c) «CYCLE» rank SET m USING p SELECT * FROM c

-- 42846: cannot cast type integer to jsonb
SELECT JSON_VALUE(«age», '$') FROM users

-- 42704: type "nothing" does not exist
SELECT JSON_VALUE(settings, '$' RETURNING «nothing») FROM users

-- 42804: can only specify a constant, non-aggregate function, or operator expression for DEFAULT
-- help: write COALESCE around the call for a default that is passed
SELECT JSON_VALUE(settings, '$' RETURNING integer DEFAULT «$1» ON EMPTY) FROM users

-- 42804: cannot use type integer in RETURNING clause of JSON_SERIALIZE()
-- help: try returning a string type or bytea
SELECT JSON_SERIALIZE(settings RETURNING «int») FROM users

-- 42846: cannot cast type json to date
SELECT JSON_OBJECT('a': 1 RETURNING «date»)

-- 42804: cannot use type integer in IS JSON predicate
SELECT «age» IS JSON FROM users

-- 42712: duplicate JSON_TABLE column or path name: a
SELECT * FROM JSON_TABLE(jsonb '1', '$' COLUMNS (a int, «a» text)) AS j

-- 42703: column "b" does not exist
SELECT «b» FROM JSON_TABLE(jsonb '1', '$' COLUMNS (a int)) AS j

-- 42804: argument of XMLCONCAT must be type xml, not type integer
SELECT xmlconcat(«age») FROM users

-- 42804: argument of IS DOCUMENT must be type xml, not type integer
SELECT «age» IS DOCUMENT FROM users

-- 42P20: GROUPS mode requires an ORDER BY clause
SELECT sum(age) OVER «(»GROUPS 1 PRECEDING) FROM users

-- 0A000: RANGE with offset PRECEDING/FOLLOWING is not supported for column type text
SELECT sum(age) OVER (ORDER BY name RANGE «1» PRECEDING) FROM users

-- 42P10: argument of ROWS must not contain variables
SELECT sum(age) OVER (ROWS «age» PRECEDING) FROM users

-- 42P20: cannot override ORDER BY clause of window "w"
SELECT sum(age) OVER «(»w ORDER BY age) FROM users WINDOW w AS (ORDER BY name)

-- 42P20: cannot copy window "w" because it has a frame clause
-- help: omit the parentheses in this OVER clause
SELECT sum(age) OVER «(»w) FROM users WINDOW w AS (ROWS 1 PRECEDING)

-- 42P20: window "w" is already defined
SELECT sum(age) OVER w FROM users WINDOW w AS (), w AS «(»)

-- 42701: search column "a" specified more than once
-- help: name it once
WITH RECURSIVE g(a, b) AS (SELECT 1, 2 UNION ALL SELECT a + 1, b FROM g) «SEARCH» DEPTH FIRST BY a, b, a SET o SELECT * FROM g

-- 42701: cycle column "a" specified more than once
-- help: name it once
WITH RECURSIVE g(a, b) AS (SELECT 1, 2 UNION ALL SELECT a + 1, b FROM g) «CYCLE» a, a SET c USING p SELECT * FROM g

-- 0A000: with a SEARCH or CYCLE clause, the left side of the UNION must be a SELECT
-- help: put SELECT * FROM (…) around it
WITH RECURSIVE g(a, b) AS (SELECT «1, 2 UNION ALL SELECT 2, 3» UNION ALL SELECT a + 1, b FROM g) SEARCH DEPTH FIRST BY a SET o SELECT * FROM g

-- 42601: with a SEARCH or CYCLE clause, the right side of the UNION must be a SELECT
-- help: put SELECT * FROM (…) around it
WITH RECURSIVE g(a, b) AS (SELECT 1, 2 UNION ALL (SELECT «2, 3 UNION ALL SELECT a + 1, b» FROM g)) CYCLE a SET c USING p SELECT * FROM g

-- 42601: WITH query is not recursive
-- help: SEARCH and CYCLE go with WITH RECURSIVE and a query that refers to itself
WITH RECURSIVE «g»(a, b) AS (SELECT 1, 2 UNION ALL SELECT 3, 4) CYCLE a SET c USING p SELECT * FROM g

-- 42883: could not identify an equality operator for type point
-- help: cast it to text
WITH RECURSIVE g(a, b) AS (SELECT 1, 2 UNION ALL SELECT a + 1, b FROM g) CYCLE a SET c TO «point '(1,1)'» DEFAULT point '(0,0)' USING p SELECT * FROM g

-- 42601: cycle mark column name "b" already used in WITH query column list
-- help: write another name
WITH RECURSIVE g(a, b) AS (SELECT 1, 2 UNION ALL SELECT a + 1, 2 FROM g) «CYCLE» a SET b USING p SELECT * FROM g

-- 42601: search sequence column name "b" already used in WITH query column list
-- help: write another name
WITH RECURSIVE g(a, b) AS (SELECT 1, 2 UNION ALL SELECT a + 1, 2 FROM g) «SEARCH» DEPTH FIRST BY a SET b SELECT * FROM g

-- 42601: search sequence column name and cycle path column name are the same
-- help: write another name
WITH RECURSIVE g(a, b) AS (SELECT 1, 2 UNION ALL SELECT a + 1, b FROM g) «SEARCH» DEPTH FIRST BY a SET o CYCLE a SET c USING o SELECT * FROM g

-- 0A000: FOR UPDATE/SHARE in a recursive query is not implemented
-- help: lock the rows outside
WITH RECURSIVE g(a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM g, users «FOR UPDATE» OF users) SELECT * FROM g

-- 0A000: FOR UPDATE is not allowed with UNION/INTERSECT/EXCEPT
-- help: lock the rows in a query of their own
WITH RECURSIVE g(a) AS ((SELECT id FROM users «FOR UPDATE») UNION ALL SELECT a + 1 FROM g) SELECT * FROM g

-- 0A000: FOR SHARE is not allowed with UNION/INTERSECT/EXCEPT
-- help: lock the rows in a query of their own
SELECT id FROM posts UNION ALL (SELECT id FROM users LIMIT 1 «FOR SHARE»)

-- 54000: number of array dimensions (7) exceeds the maximum allowed (6)
-- help: an array has no more of them
SELECT («tags»)[1][2][3][4][5][6][7] FROM users

-- 42804: recursive query "g" column 1 has type character varying(200) in non-recursive term but type character varying overall
-- help: cast it here: ::character varying
WITH RECURSIVE g(a) AS (SELECT «email» FROM users UNION ALL SELECT a || 'x' FROM g) SELECT * FROM g

-- 42804: recursive query "g" column 2 has type numeric(10,2) in non-recursive term but type numeric overall
-- help: cast it here: ::numeric
WITH RECURSIVE g AS (SELECT p.id, «p.price» AS total FROM posts p UNION ALL SELECT q.id, g.total + q.price FROM g JOIN posts q ON q.id = g.id) SELECT * FROM g

-- 42804: recursive query "g" column 1 has type character varying(3) in non-recursive term but type character varying overall
-- help: cast it here: ::character varying
WITH RECURSIVE g(a) AS (SELECT «'x'::varchar»(3) UNION ALL SELECT (a || 'x')::varchar(5) FROM g) SELECT * FROM g

-- 42804: recursive query "g" column 1 has type numeric(10,0) in non-recursive term but type numeric overall
-- help: cast it here: ::numeric
WITH RECURSIVE g(a) AS (SELECT «1::numeric»(10) UNION ALL SELECT $1 FROM g) SELECT * FROM g

-- 0A000: FOR UPDATE cannot be applied to the nullable side of an outer join
-- help: name the tables that always have a row: FOR UPDATE OF …
SELECT u.id FROM users u LEFT JOIN posts p ON p.user_id = u.id WHERE u.active «FOR UPDATE»

-- 0A000: FOR SHARE cannot be applied to the nullable side of an outer join
-- help: name the tables that always have a row: FOR SHARE OF …
SELECT u.id FROM posts p RIGHT JOIN users u ON p.user_id = u.id «FOR SHARE» OF p

-- 0A000: TABLESAMPLE clause can only be applied to tables and materialized views
-- help: sample the table below it in a query of its own
SELECT * FROM «authors» TABLESAMPLE system (5)

-- 0A000: TABLESAMPLE clause can only be applied to tables and materialized views
-- help: sample the table below it in a query of its own
WITH few AS (SELECT 1 AS n) SELECT * FROM «few» TABLESAMPLE bernoulli (5)

-- 0A000: FOR UPDATE cannot be applied to the nullable side of an outer join
-- help: name the tables that always have a row: FOR UPDATE OF …
SELECT u.id FROM users u LEFT JOIN posts p ON p.user_id = u.id WHERE u.active AND p.id IS NULL «FOR UPDATE» SKIP LOCKED
