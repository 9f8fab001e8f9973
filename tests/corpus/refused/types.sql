-- 42883: operator does not exist: text + integer
-- help: no operator takes these types; you may need a cast
SELECT name «+» 1 FROM users

-- 42883: operator does not exist: integer ~~ integer
-- help: no operator takes these types; you may need a cast
SELECT name || age || settings - 1 FROM users WHERE age «LIKE» 1

-- 42883: operator does not exist: integer || boolean
-- help: no operator takes these types; you may need a cast
SELECT age «||» active FROM users

-- 42883: operator does not exist: - text
-- help: no operator takes these types; you may need a cast
SELECT «-»name FROM users

-- 42804: argument of NOT must be type boolean, not type integer
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
SELECT NOT «age» FROM users

-- 42804: argument of NOT must be type boolean, not type text
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
SELECT NOT «'x'::text»

-- 42883: operator does not exist: @ text
-- help: no operator takes these types; you may need a cast
SELECT «@» name FROM users

-- 42883: operator does not exist: integer ~ unknown
-- help: no operator takes these types; you may need a cast
SELECT age «~» 'x' FROM users

-- 42883: operator does not exist: integer ~~ unknown
-- help: no operator takes these types; you may need a cast
SELECT age «LIKE» 'x%' FROM users

-- 42883: operator does not exist: text ~~* integer
-- help: no operator takes these types; you may need a cast
SELECT name «ILIKE» age FROM users

-- 42883: function similar_to_escape(integer) does not exist
-- help: no function takes these argument types; you may need a cast
-- server: function pg_catalog.similar_to_escape(integer) does not exist
SELECT name «SIMILAR» TO 1 FROM users

-- 42883: operator does not exist: integer = text
-- help: no operator takes these types; you may need a cast
SELECT age «=» name FROM users

-- 42883: operator does not exist: integer = boolean
-- help: no operator takes these types; you may need a cast
SELECT age «=» active FROM users

-- 42883: operator does not exist: integer = timestamp with time zone
-- help: no operator takes these types; you may need a cast
SELECT age «=» created_at FROM users

-- 42883: operator does not exist: mood = text
-- help: no operator takes these types; you may need a cast
SELECT mood «=» name FROM users

-- 42883: operator does not exist: mood = integer
-- help: no operator takes these types; you may need a cast
SELECT mood «=» 1 FROM users

-- 42883: operator does not exist: text[] = text
-- help: no operator takes these types; you may need a cast
SELECT tags «=» 'x'::text FROM users

-- 42883: operator does not exist: text[] @> text
-- help: no operator takes these types; you may need a cast
SELECT tags «@>» 'a'::text FROM users

-- 42883: operator does not exist: text[] && integer[]
-- help: no operator takes these types; you may need a cast
SELECT tags «&&» ARRAY[1] FROM users

-- 42883: operator does not exist: jsonb -> boolean
-- help: no operator takes these types; you may need a cast
SELECT settings «->» true FROM users

-- 42883: operator does not exist: text -> unknown
-- help: no operator takes these types; you may need a cast
SELECT name «->» 'a' FROM users

-- 42883: operator does not exist: jsonb ->> numeric
-- help: no operator takes these types; you may need a cast
SELECT settings «->>» 1.5 FROM users

-- 42883: operator does not exist: timestamp with time zone + integer
-- help: no operator takes these types; you may need a cast
SELECT created_at «+» 1 FROM users

-- 42883: operator does not exist: timestamp with time zone + timestamp with time zone
-- help: no operator takes these types; you may need a cast
SELECT created_at «+» created_at FROM users

-- 42703: column "name" does not exist
-- help: leads has such a column, but is not in reach here
SELECT published - «name» FROM posts

-- 42883: operator does not exist: integer <=> integer
-- help: no operator takes these types; you may need a cast
SELECT age «<=>» 1 FROM users

-- 42883: operator does not exist: integer crm.+ integer
-- help: no operator takes these types; you may need a cast
SELECT age «OPERATOR»(crm.+) 1 FROM users

-- 42804: argument of WHERE must be type boolean, not type integer
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
SELECT 1 FROM users WHERE «age»

-- 42804: argument of WHERE must be type boolean, not type integer
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
SELECT 1 FROM users WHERE «1»

-- 22P02: invalid input syntax for type boolean: "abc"
-- help: write true or false
SELECT 1 FROM users WHERE «'abc'»

-- 42804: argument of WHERE must be type boolean, not type text
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
SELECT 1 FROM users WHERE «name»

-- 42804: argument of AND must be type boolean, not type integer
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
SELECT 1 FROM users WHERE «age» AND active

-- 42804: argument of OR must be type boolean, not type text
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
SELECT 1 FROM users WHERE active OR «name»

-- 42804: argument of NOT must be type boolean, not type integer
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
SELECT 1 FROM users WHERE active AND NOT «age»

-- 42804: argument of JOIN/ON must be type boolean, not type integer
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
SELECT 1 FROM users u JOIN posts p ON «u.id»

-- 42804: argument of JOIN/ON must be type boolean, not type text
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
SELECT 1 FROM users u LEFT JOIN posts p ON «p.title»

-- 42804: argument of HAVING must be type boolean, not type bigint
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
SELECT count(*) FROM users HAVING «count»(*)

-- 42804: argument of CASE/WHEN must be type boolean, not type integer
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
SELECT CASE WHEN «age» THEN 1 END FROM users

-- 22P02: invalid input syntax for type integer: "x"
-- help: write a whole number
SELECT CASE age WHEN «'x'» THEN 1 END FROM users

-- 42883: operator does not exist: integer = text
-- help: no operator takes these types; you may need a cast
SELECT CASE age «WHEN» name THEN 1 END FROM users

-- 42804: CASE types text and integer cannot be matched
-- help: cast one of the two, for example ::text
SELECT CASE WHEN active THEN «1» ELSE name END FROM users

-- 42804: CASE types integer and boolean cannot be matched
-- help: cast one of the two, for example ::integer
SELECT CASE WHEN active THEN 1 WHEN NOT active THEN «true» END FROM users

-- 22P02: invalid input syntax for type integer: "none"
-- help: write a whole number
SELECT CASE WHEN active THEN age ELSE «'none'» END FROM users

-- 42804: argument of IS TRUE must be type boolean, not type integer
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
SELECT «age» IS TRUE FROM users

-- 42804: argument of IS NOT UNKNOWN must be type boolean, not type text
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
SELECT «name» IS NOT UNKNOWN FROM users

-- 42804: COALESCE types integer and text cannot be matched
-- help: cast one of the two, for example ::integer
SELECT coalesce(age, «name») FROM users

-- 22P02: invalid input syntax for type integer: "none"
-- help: write a whole number
SELECT coalesce(age, «'none'») FROM users

-- 42804: COALESCE types integer and boolean cannot be matched
-- help: cast one of the two, for example ::integer
SELECT coalesce(age, «active») FROM users

-- 42804: LEAST types integer and timestamp with time zone cannot be matched
-- help: cast one of the two, for example ::integer
SELECT least(age, «created_at») FROM users

-- 22P02: invalid input syntax for type integer: "x"
-- help: write a whole number
SELECT 1 IN (1, «'x'»)

-- 42883: operator does not exist: integer = text
-- help: no operator takes these types; you may need a cast
SELECT age «IN» (name, 1) FROM users

-- 22P02: invalid input syntax for type integer: "a"
-- help: write a whole number
-- also: invalid input syntax for type integer: "b"
SELECT age IN («'a'», 'b') FROM users

-- 42883: operator does not exist: integer = text
-- help: no operator takes these types; you may need a cast
SELECT age «IN» (SELECT name FROM users) FROM users

-- 42601: subquery has too many columns
-- help: 1 on the left, 2 in the subquery
SELECT age «IN» (SELECT id, age FROM users) FROM users

-- 42601: subquery has too few columns
-- help: 2 on the left, 1 in the subquery
SELECT (age, id) «IN» (SELECT id FROM users) FROM users

-- 42601: unequal number of entries in row expressions
-- help: the left row has 2, the right row 3
SELECT (age, id) «IN» ((1, 2), (1, 2, 3)) FROM users

-- 42601: unequal number of entries in row expressions
-- help: the left row has 2, the right row 3
SELECT (age, id) «=» (1, 2, 3) FROM users

-- 42883: operator does not exist: integer = text
-- help: no operator takes these types; you may need a cast
SELECT (age, id) «=» (name, 1) FROM users

-- 42601: subquery has too few columns
-- help: 2 on the left, 1 in the subquery
SELECT (age, id) «<» (SELECT 1) FROM users

-- 42883: operator does not exist: record = integer
-- help: no operator takes these types; you may need a cast
SELECT ROW(1, 2) «=» 1

-- 0A000: cannot compare rows of zero length
-- help: write ROW(…) with values
SELECT ROW() «=» ROW()

-- 42601: unequal number of entries in row expressions
-- help: the left row has 2, the right row 1
SELECT ROW(1, 2) «IS» DISTINCT FROM ROW(1)

-- 42883: operator does not exist: record >= integer
-- help: no operator takes these types; you may need a cast
SELECT (1, 2) «BETWEEN» 1 AND 2

-- 22P02: invalid input syntax for type integer: "a"
-- help: write a whole number
-- also: invalid input syntax for type integer: "b"
SELECT age BETWEEN «'a'» AND 'b' FROM users

-- 42883: operator does not exist: integer >= text
-- help: no operator takes these types; you may need a cast
SELECT age «BETWEEN» name AND 10 FROM users

-- 42883: operator does not exist: integer <= boolean
-- help: no operator takes these types; you may need a cast
SELECT age «BETWEEN» 1 AND active FROM users

-- 42809: op ANY/ALL (array) requires array on right side
-- help: write an array: ARRAY[…], or use = instead
-- place: what is no array is what has to change
SELECT age = ANY («1») FROM users

-- 42809: op ANY/ALL (array) requires array on right side
-- help: write an array: ARRAY[…], or use = instead
-- place: what is no array is what has to change
SELECT age = ANY («name») FROM users

-- 42883: operator does not exist: integer = text
-- help: no operator takes these types; you may need a cast
SELECT age «=» ANY (tags) FROM users

-- 42883: operator does not exist: integer = text
-- help: no operator takes these types; you may need a cast
SELECT age «=» ALL (SELECT name FROM users) FROM users

-- 42601: subquery has too many columns
-- help: 1 on the left, 2 in the subquery
SELECT age «=» ANY (SELECT id, age FROM users) FROM users

-- 42809: op ANY/ALL (array) requires operator to yield boolean
-- help: use a comparison: = ANY (…)
SELECT age «+» ANY (ARRAY[1]) FROM users

-- 42804: row comparison operator must yield type boolean, not type text
-- help: use a comparison operator
SELECT age «||» ANY (SELECT name FROM users) FROM users

-- 22P02: malformed array literal: "x"
-- help: write it as '{a,b}'
SELECT age = ANY («'x'») FROM users

-- 22P02: invalid input syntax for type integer: "a"
-- help: write it as '{a,b}'
SELECT age = ANY («'{a}'») FROM users

-- 42601: subquery must return only one column
-- help: it returns 2
SELECT «(»SELECT id, name FROM users)

-- 42601: subquery must return only one column
-- help: it returns 2
SELECT «(»SELECT 1, 2)

-- 42601: subquery must return only one column
-- help: it returns 2
SELECT «ARRAY»(SELECT 1, 2)

-- 42703: column "nam" does not exist
-- help: did you mean "name"?
SELECT EXISTS (SELECT «nam» FROM users)

-- 42P18: cannot determine type of empty array
-- help: explicitly cast to the desired type, for example ARRAY[]::integer[]
SELECT «ARRAY»[]

-- 22P02: invalid input syntax for type integer: "a"
-- help: write a whole number
SELECT ARRAY[1, «'a'»]

-- 42804: ARRAY types integer and boolean cannot be matched
-- help: cast one of the two, for example ::integer
SELECT ARRAY[1, «true»]

-- 42804: ARRAY types integer[] and integer cannot be matched
-- help: cast one of the two, for example ::integer[]
SELECT ARRAY[ARRAY[1], «2»]

-- 42804: ARRAY types integer and text cannot be matched
-- help: cast one of the two, for example ::integer
SELECT ARRAY[age, «name»] FROM users

-- 42804: cannot subscript type integer because it does not support subscripting
SELECT «age»[1] FROM users

-- 42804: cannot subscript type text because it does not support subscripting
SELECT «name»[1] FROM users

-- 22P02: invalid input syntax for type integer: "a"
-- help: write a whole number
SELECT tags[«'a'»] FROM users

-- 42804: array subscript must have type integer
SELECT tags[«name»] FROM users

-- 42804: array subscript must have type integer
SELECT tags[«true»] FROM users

-- 42809: column notation .x applied to type text, which is not a composite type
SELECT «tags»[1].x FROM users

-- 42846: cannot cast type boolean to date
-- help: no cast leads there: compute the date with a function or CASE
SELECT «active::date» FROM users

-- 42846: cannot cast type integer to uuid
-- help: no cast leads there: compute the uuid with a function or CASE
SELECT «age::uuid» FROM users

-- 42846: cannot cast type integer to date
-- help: no cast leads there: compute the date with a function or CASE
SELECT «age::date» FROM users

-- 42846: cannot cast type jsonb to date
-- help: no cast leads there: compute the date with a function or CASE
SELECT «settings::date» FROM users

-- 42846: cannot cast type timestamp with time zone to integer
-- help: no cast leads there: compute the integer with a function or CASE
SELECT «created_at::integer» FROM users

-- 42846: cannot cast type text[] to integer
-- help: no cast leads there: compute the integer with a function or CASE
SELECT «tags::integer» FROM users

-- 42846: cannot cast type integer to integer[]
-- help: no cast leads there: compute the integer[] with a function or CASE
SELECT «age::integer»[] FROM users

-- 42846: cannot cast type address to integer
-- help: no cast leads there: compute the integer with a function or CASE
SELECT «home::integer» FROM users

-- 42846: cannot cast type record to address
-- help: address has 2 fields, the row 3
-- place: the row has too many values, the type is right
SELECT «ROW»(1, 2, 3)::address

-- 22P02: invalid input syntax for type integer: "y"
-- help: write a whole number
SELECT ROW('x', «'y'»)::address

-- 42846: cannot cast type mood to integer
-- help: no cast leads there: compute the integer with a function or CASE
SELECT «mood::integer» FROM users

-- 42846: cannot cast type integer to mood
-- help: no cast leads there: compute the mood with a function or CASE
SELECT «1::mood»

-- 42804: collations are not supported by type integer
-- help: cast it to text first
SELECT age «COLLATE» "C" FROM users

-- 42804: UNION types integer and boolean cannot be matched
-- help: cast one of the two, for example ::integer
SELECT 1 UNION SELECT «true»

-- 42804: UNION types integer and text cannot be matched
-- help: cast one of the two, for example ::integer
SELECT age FROM users UNION SELECT «name» FROM users

-- 22P02: invalid input syntax for type integer: "x"
-- help: write a whole number
SELECT age FROM users UNION SELECT «'x'»

-- 42601: each UNION query must have the same number of columns
-- help: the left side has 2, the right side 1
SELECT id, name FROM users UNION SELECT «id» FROM users

-- 42601: each INTERSECT query must have the same number of columns
-- help: the left side has 1, the right side 2
SELECT id FROM users INTERSECT SELECT «id, name» FROM users

-- 42804: EXCEPT types integer and boolean cannot be matched
-- help: cast one of the two, for example ::integer
SELECT id FROM users EXCEPT SELECT «active» FROM users

-- 42804: EXCEPT types integer and text cannot be matched
-- help: cast one of the two, for example ::integer
SELECT id FROM users UNION SELECT id FROM users EXCEPT SELECT «'a'::text»

-- 42804: UNION types text and integer cannot be matched
-- help: cast one of the two, for example ::text
SELECT NULL UNION SELECT NULL UNION SELECT «1»

-- 22P02: invalid input syntax for type integer: "x"
-- help: write a whole number
VALUES (1), («'x'»)

-- 42804: VALUES types integer and boolean cannot be matched
-- help: cast one of the two, for example ::integer
VALUES (1), («true»)

-- 42601: VALUES lists must all be the same length
-- help: the first row has 1, this one 2
VALUES (1), («1, 2»)

-- 42601: VALUES lists must all be the same length
-- help: the first row has 2, this one 1
SELECT * FROM (VALUES (1, 'a'), («2»)) v

-- 22P02: invalid input syntax for type integer: "b"
-- help: write a whole number
-- also: invalid input syntax for type integer: "a"
SELECT * FROM (VALUES (1, 'a'), («'b'», 2)) v (x, y)

-- 42804: argument of LIMIT must be type bigint, not type boolean
SELECT 1 LIMIT «true»

-- 22P02: invalid input syntax for type bigint: "x"
-- help: write a whole number
SELECT 1 LIMIT «'x'»

-- 42703: column "name" does not exist
-- help: leads has such a column, but is not in reach here
SELECT 1 LIMIT «name»

-- 42P10: argument of LIMIT must not contain variables
-- help: write a number, a parameter or a subquery
SELECT id FROM users LIMIT «id»

-- 42P10: argument of OFFSET must not contain variables
-- help: write a number, a parameter or a subquery
SELECT id FROM users OFFSET «age»

-- 22P02: invalid input syntax for type bigint: "a"
-- help: write a whole number
SELECT id FROM users LIMIT 1.5 OFFSET «'a'»

-- 42804: argument of LIMIT must be type bigint, not type text
-- also: argument of LIMIT must not contain variables
SELECT id FROM users FETCH FIRST «name» ROWS ONLY

-- 42804: argument of LIMIT must be type bigint, not type text
SELECT id FROM users LIMIT «(»SELECT name FROM users)

-- 42703: column "id" specified in USING clause does not exist in right table
SELECT * FROM users u JOIN likes l USING («id»)

-- 42883: operator does not exist: bigint = uuid
-- help: join with ON, and cast one of the two
SELECT * FROM posts JOIN crm.leads USING («id»)

-- 42883: operator does not exist: bigint = uuid
-- help: join with ON, and cast one of the two
SELECT * FROM «posts NATURAL JOIN crm.leads»

-- 42804: argument of JOIN/ON must be type boolean, not type integer
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
SELECT * FROM users FULL JOIN posts ON «age»

-- 42804: recursive query "r" column 1 has type integer in non-recursive term but type numeric overall
-- help: cast it here: ::numeric
WITH RECURSIVE r(n) AS (SELECT «1» UNION ALL SELECT n + 1.5 FROM r) SELECT n FROM r

-- 42703: column "x" does not exist
WITH RECURSIVE r(n) AS (SELECT 'a' UNION ALL SELECT n || 1::text || «x» FROM r) SELECT n FROM r

-- 42601: each UNION query must have the same number of columns
-- help: the left side has 1, the right side 2
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT «n, 1» FROM r) SELECT * FROM r

-- 42P19: recursive query "r" does not have the form non-recursive-term UNION [ALL] recursive-term
-- help: write SELECT … UNION ALL SELECT … FROM r
WITH RECURSIVE «r» AS (SELECT n FROM r) SELECT * FROM r

-- 42P19: recursive query "r" does not have the form non-recursive-term UNION [ALL] recursive-term
-- help: write SELECT … UNION ALL SELECT … FROM r
WITH RECURSIVE «r» AS (SELECT 1 AS n INTERSECT SELECT n FROM r) SELECT * FROM r

-- 42P19: recursive reference to query "r" must not appear within its non-recursive term
-- help: refer to it once, in FROM of the right side
WITH RECURSIVE r AS (SELECT n FROM «r» UNION ALL SELECT 1 AS n) SELECT * FROM r

-- 42P19: recursive reference to query "r" must not appear more than once
-- help: refer to it once, in FROM of the right side
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT r.n FROM r JOIN «r» AS s ON true) SELECT * FROM r

-- 42P19: aggregate functions are not allowed in a recursive query's recursive term
-- help: aggregate in the query that reads from it
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT «count»(*) FROM r) SELECT * FROM r

-- 42P19: recursive reference to query "r" must not appear within an outer join
-- help: refer to it once, in FROM of the right side
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT r.n FROM users LEFT JOIN «r» ON true) SELECT * FROM r

-- 42P19: recursive reference to query "r" must not appear within a subquery
-- help: refer to it once, in FROM of the right side
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT id FROM users WHERE id IN (SELECT n FROM «r»)) SELECT * FROM r

-- 0A000: ORDER BY in a recursive query is not implemented
-- help: write ORDER BY in the query that reads from it
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r ORDER BY «1») SELECT * FROM r

-- 0A000: LIMIT in a recursive query is not implemented
-- help: write LIMIT in the query that reads from it
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r LIMIT «10») SELECT * FROM r

-- 0A000: mutual recursion between WITH items is not implemented
-- help: make one recursive query of them
WITH RECURSIVE «a» AS (SELECT * FROM b), b AS (SELECT * FROM a) SELECT * FROM a

-- 42P01: relation "r" does not exist
WITH r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM «r») SELECT * FROM r

-- 0A000: WITH clause containing a data-modifying statement must be at the top level
-- help: move it to the WITH at the start of the statement
SELECT * FROM (WITH «d» AS (DELETE FROM users RETURNING id) SELECT * FROM d) t

-- 0A000: WITH clause containing a data-modifying statement must be at the top level
-- help: move it to the WITH at the start of the statement
SELECT * FROM users WHERE id IN (WITH «d» AS (DELETE FROM users RETURNING id) SELECT id FROM d)

-- 0A000: WITH query "d" does not have a RETURNING clause
-- help: add RETURNING to d
WITH d AS (DELETE FROM users) SELECT * FROM «d»

-- 42P19: recursive query "d" must not contain data-modifying statements
-- help: select in it, and write outside
WITH RECURSIVE «d» AS (DELETE FROM users WHERE id IN (SELECT id FROM d) RETURNING id) SELECT * FROM d

-- 42601: SELECT ... INTO is not allowed here
-- help: write CREATE TABLE … AS SELECT …
WITH d AS (SELECT id INTO «x» FROM users) SELECT * FROM d

-- 42804: argument of WHERE must be type boolean, not type integer
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
SELECT 1 WHERE «(»SELECT 1)

-- 22P02: invalid input syntax for type integer: "x"
-- help: write a whole number
SELECT age / «'x'» FROM users

-- 42725: operator is not unique: unknown + unknown
-- help: several operators would do: cast an operand to the type that you mean
SELECT '1' «+» '2'

-- 42883: operator does not exist: integer[] = integer
-- help: no operator takes these types; you may need a cast
SELECT array_agg(age) «=» 1 FROM users

-- 42703: column "name" does not exist
-- help: leads has such a column, but is not in reach here
SELECT price * «name» FROM posts

-- 42883: operator does not exist: numeric > text
-- help: no operator takes these types; you may need a cast
SELECT sum(price) «>» title FROM posts GROUP BY title

-- 42883: operator does not exist: xid + integer
-- help: no operator takes these types; you may need a cast
SELECT xmin «+» 1 FROM users

-- 42883: operator does not exist: users + integer
-- help: no operator takes these types; you may need a cast
SELECT users «+» 1 FROM users

-- 42P19: recursive reference to query "r" must not appear within EXCEPT
-- help: refer to it once, in FROM of the right side
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL (SELECT 2 EXCEPT SELECT n FROM «r»)) SELECT n FROM r

-- 42P19: recursive reference to query "r" must not appear within an outer join
-- help: refer to it once, in FROM of the right side
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n FROM «r» FULL JOIN users ON true) SELECT n FROM r

-- 42P19: recursive reference to query "r" must not appear within a subquery
-- help: refer to it once, in FROM of the right side
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT (SELECT n FROM «r»)) SELECT n FROM r

-- 0A000: OFFSET in a recursive query is not implemented
-- help: write OFFSET in the query that reads from it
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r OFFSET «2») SELECT n FROM r

-- 42P19: recursive reference to query "r" must not appear within its non-recursive term
-- help: refer to it once, in FROM of the right side
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n FROM «r» UNION ALL SELECT n FROM r) SELECT n FROM r

-- 42P19: recursive reference to query "r" must not appear within an outer join
-- help: refer to it once, in FROM of the right side
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT r.n FROM «r» RIGHT JOIN users ON true) SELECT n FROM r

-- 0A000: WITH clause containing a data-modifying statement must be at the top level
-- help: move it to the WITH at the start of the statement
WITH a AS (SELECT 1), b AS (WITH «c» AS (INSERT INTO users (id, name) VALUES (1, 'x') RETURNING id) SELECT id FROM c) SELECT * FROM b

-- 0A000: WITH clause containing a data-modifying statement must be at the top level
-- help: move it to the WITH at the start of the statement
INSERT INTO users (id, name) WITH «d» AS (DELETE FROM posts RETURNING user_id, title) SELECT * FROM d

-- 42P19: aggregate functions are not allowed in a recursive query's recursive term
-- help: aggregate in the query that reads from it
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT «max»(n) FROM r) SELECT * FROM r

-- 0A000: WITH query "d" does not have a RETURNING clause
-- help: add RETURNING to d
WITH d AS (UPDATE users SET age = 1) SELECT count(*) FROM «d»

-- 42601: type modifier is not allowed for type "text"
-- help: write varchar(…) for a longest length
SELECT name::«text»(10) FROM users

-- 42601: type modifier is not allowed for type "jsonb"
-- help: leave it out
SELECT '{}'::«jsonb»(3)

-- 42883: could not identify an equality operator for type located
-- help: cast it to text
SELECT DISTINCT «ROW('a', NULL)::located»

-- 42883: could not identify an equality operator for type located[]
-- help: cast it to text
SELECT count(*) FROM users GROUP BY «ARRAY»[ROW(name, NULL)::located]

-- 42804: COALESCE types integer and text cannot be matched
-- help: cast one of the two, for example ::integer
SELECT coalesce(stars, «title») FROM posts

-- 42804: UNION types text and integer cannot be matched
-- help: cast one of the two, for example ::text
SELECT title FROM posts UNION SELECT «stars» FROM posts

-- 42P21: collation mismatch between explicit collations "C" and "POSIX"
-- help: write COLLATE "C" for both
SELECT rank('a' COLLATE "C") WITHIN GROUP (ORDER BY name «COLLATE» "POSIX") FROM users

-- 42P21: collation mismatch between explicit collations "C" and "POSIX"
-- help: write COLLATE "C" for both
SELECT name COLLATE "C" || email «COLLATE» "POSIX" FROM users

-- 42P21: collation mismatch between explicit collations "C" and "POSIX"
-- help: write COLLATE "C" for both
SELECT 1 FROM users WHERE name COLLATE "C" < email «COLLATE» "POSIX"

-- 42P21: collation mismatch between explicit collations "C" and "POSIX"
-- help: write COLLATE "C" for both
SELECT 1 FROM users WHERE name COLLATE "C" IN ('a', 'b' «COLLATE» "POSIX")

-- 42P21: collation mismatch between explicit collations "C" and "POSIX"
-- help: write COLLATE "C" for both
SELECT 1 FROM users WHERE name COLLATE "C" BETWEEN 'a' AND 'b' «COLLATE» "POSIX"

-- 42P21: collation mismatch between explicit collations "C" and "POSIX"
-- help: write COLLATE "C" for both
SELECT concat(lower(name COLLATE "C"), email «COLLATE» "POSIX") FROM users

-- 42P21: collation mismatch between explicit collations "C" and "POSIX"
-- help: write COLLATE "C" for both
SELECT coalesce(email COLLATE "C", name «COLLATE» "POSIX") FROM users

-- 42P21: collation mismatch between explicit collations "C" and "POSIX"
-- help: write COLLATE "C" for both
SELECT CASE WHEN active THEN name COLLATE "C" ELSE email «COLLATE» "POSIX" END FROM users

-- 22023: invalid NUMERIC type modifier
-- help: write how many digits it has, and the scale
SELECT 1::«numeric»(5, 2, 1)
