-- 42804: UNION types text and integer cannot be matched
-- help: cast one of the two, for example ::text
(SELECT DISTINCT $1) UNION SELECT «id» FROM users

-- 22003: value "9000000000" is out of range for type integer
-- help: write a whole number
SELECT id FROM users WHERE id = «'9000000000'»

-- 42883: operator does not exist: json = json
-- help: join with ON, and cast one of the two
WITH a AS (SELECT '{}'::json AS j) SELECT 1 FROM a JOIN a AS b USING («j»)

-- 42804: array subscript must have type integer
SELECT tags[«name»] FROM users

-- 42883: operator does not exist: text = integer
-- help: no operator takes these types; you may need a cast
SELECT CASE $1 «WHEN» 1 THEN 2 END

-- 0A000: input of anonymous composite types is not implemented
-- help: write a cast to the type of the row
SELECT home = «'(a,1)'» FROM users

-- 22P02: malformed multirange literal: "[1,5)"
-- help: write it as '{[from,to),[from,to)}'
SELECT '{}'::int4multirange @> «'[1,5)'»

-- 22P02: malformed multirange literal: "{[1,5)"
-- help: write it as '{[from,to),[from,to)}'
SELECT «'{[1,5)'»::int4multirange

-- 22P02: malformed multirange literal: "{[1,5),}"
-- help: write it as '{[from,to),[from,to)}'
SELECT «'{[1,5),}'»::int4multirange

-- 22P02: malformed multirange literal: "{[1,5) (7,9)}"
-- help: write it as '{[from,to),[from,to)}'
SELECT «'{[1,5) (7,9)}'»::int4multirange

-- 22P02: invalid input syntax for type integer: "a"
-- help: write it as '{[from,to),[from,to)}'
SELECT «'{[1,5),(7,a)}'»::int4multirange

-- 42601: WITH RECURSIVE is not supported for MERGE statement
-- help: put it into the source: USING (WITH RECURSIVE … SELECT …) AS s
«WITH» RECURSIVE r AS (SELECT 1 AS n) MERGE INTO users USING r ON id = n WHEN MATCHED THEN DELETE

-- 42P18: could not determine data type of parameter $1
-- help: write a cast: $1::text
MERGE INTO users USING posts AS o ON «$1» WHEN MATCHED THEN DELETE

-- 22007: invalid input syntax for type interval: "2024-01-31 10:00"
-- help: write it as '1 day 12 hours'
SELECT «'2024-01-31 10:00'» + '1 day'::interval

-- 22007: invalid input syntax for type interval: "2024-01-31"
-- help: write it as '1 day 12 hours'
SELECT «'2024-01-31'»::interval

-- 42P21: recursive query "r" column 2 has collation "default" in non-recursive term but collation "C" overall
-- help: write COLLATE "C" on both sides
WITH RECURSIVE r (n, v) AS (SELECT 1, «'{}'::text»[] UNION ALL SELECT r.n + 1, ARRAY['a'::text, ('a'::text COLLATE "C")] FROM r WHERE r.n < 3) SELECT * FROM r AS x1

-- 42P21: recursive query "r" column 2 has collation "default" in non-recursive term but collation "C" overall
-- help: write COLLATE "C" on both sides
WITH RECURSIVE r (n, v) AS (SELECT 1, «'a'::text» UNION ALL SELECT r.n + 1, lower('a' COLLATE "C") FROM r WHERE r.n < 3) SELECT * FROM r AS x1

-- 42P21: recursive query "r" column 2 has collation "default" in non-recursive term but collation "C" overall
-- help: write COLLATE "C" on both sides
WITH RECURSIVE r (n, v) AS (SELECT 1, «'a'::text» UNION ALL SELECT r.n + 1, (ARRAY['a'::text, 'b' COLLATE "C"])[r.n] FROM r WHERE r.n < 3) SELECT * FROM r AS x1

-- 42P21: recursive query "r" column 2 has collation "default" in non-recursive term but collation "C" overall
-- help: write COLLATE "C" on both sides
WITH RECURSIVE r (n, v) AS (SELECT 1, «'a'::text» UNION ALL SELECT r.n + 1, nullif('a', 'b' COLLATE "C") FROM r WHERE r.n < 3) SELECT * FROM r AS x1

-- 42P21: recursive query "r" column 2 has collation "default" in non-recursive term but collation "C" overall
-- help: write COLLATE "C" on both sides
WITH RECURSIVE r (n, v) AS (SELECT 1, «'a'::text» UNION ALL SELECT r.n + 1, (SELECT '{}'::jsonb ->> ('a' COLLATE "C")) FROM r WHERE r.n < 3) SELECT * FROM r AS x1

-- 22P02: invalid input syntax for type integer: "x"
-- help: write a whole number
SELECT («'x'» COLLATE "C")::integer

-- 42803: arguments to GROUPING must be grouping expressions of the associated query level
-- help: name an expression of GROUP BY
SELECT (SELECT grouping(«age») FROM posts GROUP BY posts.id LIMIT 1) FROM users

-- 42803: arguments to GROUPING must be grouping expressions of the associated query level
-- help: name an expression of GROUP BY
SELECT (SELECT grouping(posts.id, «users.id») FROM posts GROUP BY posts.id LIMIT 1) FROM users GROUP BY users.id

-- 42803: arguments to GROUPING must be grouping expressions of the associated query level
-- help: name an expression of GROUP BY
SELECT (SELECT grouping(«1») FROM posts GROUP BY posts.id LIMIT 1) FROM users

-- 42P08: inconsistent types deduced for parameter $1: integer and text
-- help: write a cast, or use two parameters
-- server: inconsistent types deduced for parameter $1
SELECT rank() OVER (ORDER BY age + $1), «$1» FROM users

-- 42P08: inconsistent types deduced for parameter $1: integer and text
-- help: write a cast, or use two parameters
-- server: inconsistent types deduced for parameter $1
SELECT «$1» FROM users WINDOW w AS (ORDER BY age + $1)

-- 42846: cannot cast type record to address
-- help: no cast leads there: compute the address with a function or CASE
SELECT «max(home)::address» FROM users

-- 42846: cannot cast type record to address
-- help: only ROW(…) and the whole row of a relation become such a type
UPDATE users SET home = «(»SELECT max(home) FROM users)

-- 42703: could not identify column "zip" in record data type
-- help: nothing tells the fields of this row: select from it with a column list
SELECT («max»(home)).zip FROM users
