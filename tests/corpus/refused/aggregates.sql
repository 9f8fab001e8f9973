-- 42803: aggregate functions are not allowed in WHERE
-- help: use HAVING for conditions on groups
SELECT 1 FROM users WHERE «count»(*) > 1

-- 42803: aggregate functions are not allowed in JOIN conditions
-- help: compute count(…) in a subquery
SELECT 1 FROM users u JOIN posts p ON «count»(*) > 1

-- 42803: aggregate functions are not allowed in GROUP BY
-- help: compute count(…) in a subquery
SELECT count(*) FROM users GROUP BY «count»(*)

-- 42803: aggregate functions are not allowed in GROUP BY
-- help: group by the other columns of the select list
-- place: the position is what has to change
SELECT count(*) FROM users GROUP BY «1»

-- 42803: aggregate function calls cannot be nested
-- help: compute the inner one in a subquery
SELECT sum(«count»(*)) FROM users

-- 42803: aggregate function calls cannot be nested
-- help: compute the inner one in a subquery
SELECT max(«sum»(age)) FROM users GROUP BY name

-- 42803: aggregate functions are not allowed in functions in FROM
-- help: compute count(…) in a subquery
SELECT * FROM users, generate_series(1, «count»(*))

-- 42803: aggregate functions are not allowed in FROM clause of their own query level
-- help: compute count(…) in a subquery
SELECT * FROM users u, LATERAL (SELECT «count»(u.id)) c

-- 42803: aggregate functions are not allowed in LIMIT
-- help: compute count(…) in a subquery
SELECT 1 FROM users LIMIT «count»(*)

-- 42803: aggregate functions are not allowed in VALUES
-- help: compute count(…) in a subquery
INSERT INTO users (id, name) VALUES («count»(*), 'x')

-- 42803: aggregate functions are not allowed in VALUES
-- help: compute count(…) in a subquery
VALUES («count»(*))

-- 42803: aggregate functions are not allowed in UPDATE
-- help: compute max(…) in a subquery
UPDATE users SET age = «max»(age)

-- 42803: aggregate functions are not allowed in RETURNING
-- help: compute count(…) in a subquery
INSERT INTO users (id, name) VALUES (1, 'x') RETURNING «count»(*)

-- 42803: aggregate functions are not allowed in WHERE
-- help: use HAVING for conditions on groups
UPDATE users SET age = 1 WHERE «max»(age) > 1

-- 42803: aggregate functions are not allowed in RETURNING
-- help: compute max(…) in a subquery
UPDATE users SET age = 1 RETURNING «max»(age)

-- 42803: aggregate functions are not allowed in WHERE
-- help: use HAVING for conditions on groups
DELETE FROM users WHERE «max»(age) > 1

-- 42803: aggregate functions are not allowed in RETURNING
-- help: compute sum(…) in a subquery
DELETE FROM users RETURNING «sum»(age)

-- 42803: aggregate functions are not allowed in FILTER
-- help: compute count(…) in a subquery
SELECT sum(age) FILTER (WHERE «count»(*) > 1) FROM users

-- 42804: argument of FILTER must be type boolean, not type text
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
SELECT sum(age) FILTER (WHERE «name») FROM users

-- 42803: column "users.age" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.age to GROUP BY, or write min(users.age)
SELECT count(*) OVER (ORDER BY count(*)) , «age» FROM users

-- 42P20: window functions are not allowed in WHERE
-- help: compute it in a subquery, and use its column
SELECT 1 FROM users WHERE «row_number»() OVER () > 1

-- 42P20: window functions are not allowed in GROUP BY
-- help: compute it in a subquery, and use its column
SELECT 1 FROM users GROUP BY «row_number»() OVER ()

-- 42P20: window functions are not allowed in HAVING
-- help: compute it in a subquery, and use its column
SELECT 1 FROM users HAVING «row_number»() OVER () > 1

-- 42P20: window functions are not allowed in JOIN conditions
-- help: compute it in a subquery, and use its column
SELECT 1 FROM users u JOIN posts p ON «row_number»() OVER () = 1

-- 42803: aggregate function calls cannot contain window function calls
-- help: compute the inner one in a subquery
SELECT sum(«row_number»() OVER ()) FROM users

-- 42P20: window function calls cannot be nested
-- help: compute the inner one in a subquery
SELECT sum(«row_number»() OVER ()) OVER () FROM users

-- 42P20: window functions are not allowed in window definitions
-- help: compute it in a subquery, and use its column
SELECT sum(age) OVER (ORDER BY «row_number»() OVER ()) FROM users

-- 42P20: window functions are not allowed in UPDATE
-- help: compute it in a subquery, and use its column
UPDATE users SET age = «row_number»() OVER ()

-- 42P20: window functions are not allowed in WHERE
-- help: compute it in a subquery, and use its column
DELETE FROM users WHERE «rank»() OVER () = 1

-- 42P20: window functions are not allowed in RETURNING
-- help: compute it in a subquery, and use its column
DELETE FROM users RETURNING «row_number»() OVER ()

-- 42P20: window functions are not allowed in LIMIT
-- help: compute it in a subquery, and use its column
SELECT 1 FROM users LIMIT «row_number»() OVER ()

-- 42P20: window functions are not allowed in FILTER
-- help: compute it in a subquery, and use its column
SELECT sum(age) FILTER (WHERE «row_number»() OVER () > 1) FROM users

-- 42P20: window functions are not allowed in VALUES
-- help: compute it in a subquery, and use its column
INSERT INTO users (id, name) VALUES («row_number»() OVER (), 'x')

-- 42803: aggregate functions are not allowed in UPDATE
-- help: compute max(…) in a subquery
INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET age = «max»(users.age)

-- 42803: aggregate functions are not allowed in WHERE
-- help: use HAVING for conditions on groups
INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET age = 1 WHERE «count»(*) > 1

-- 42803: column "users.name" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.name to GROUP BY, or write min(users.name)
SELECT «name», count(*) FROM users

-- 42803: column "users.name" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.name to GROUP BY, or write min(users.name)
SELECT «name», count(*) FROM users GROUP BY age

-- 42803: column "users.name" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.name to GROUP BY, or write min(users.name)
SELECT «name», count(*) FROM users GROUP BY GROUPING SETS ((id), ())

-- 42803: column "users.name" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.name to GROUP BY, or write min(users.name)
SELECT «name», count(*) FROM users GROUP BY ROLLUP (id)

-- 42803: column "users.name" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.name to GROUP BY, or write min(users.name)
SELECT «name», count(*) FROM users GROUP BY CUBE (id)

-- 42803: column "users.name" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.name to GROUP BY, or write min(users.name)
SELECT «name», count(*) FROM users GROUP BY GROUPING SETS (ROLLUP (age), (id))

-- 42803: column "p.title" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add p.title to GROUP BY, or write min(p.title)
SELECT u.name, «p.title» FROM users u JOIN posts p ON true GROUP BY u.id

-- 42803: column "users.age" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.age to GROUP BY, or write min(users.age)
SELECT email FROM users GROUP BY email HAVING «age» > 1

-- 42803: column "users.age" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.age to GROUP BY, or write min(users.age)
SELECT name FROM users GROUP BY name ORDER BY «age»

-- 42803: column "users.name" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.name to GROUP BY, or write min(users.name)
SELECT «name» FROM users HAVING true

-- 42803: column "users.id" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.id to GROUP BY, or write min(users.id)
SELECT «*» FROM users GROUP BY name

-- 42803: column "p.id" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add p.id to GROUP BY, or write min(p.id)
SELECT «*» FROM users u JOIN posts p ON true GROUP BY u.id

-- 42803: column "users.name" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.name to GROUP BY, or write min(users.name)
SELECT lower(«name») FROM users GROUP BY upper(name)

-- 42803: column "users.name" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.name to GROUP BY, or write min(users.name)
SELECT «name» || 'x' FROM users GROUP BY name || 'y'

-- 42803: subquery uses ungrouped column "u.name" from outer query
-- help: add u.name to GROUP BY
SELECT age, (SELECT «u.name») FROM users u GROUP BY age

-- 42803: subquery uses ungrouped column "u.id" from outer query
-- help: add u.id to GROUP BY
SELECT count(*), (SELECT max(p.id) FROM posts p WHERE p.user_id = «u.id») FROM users u

-- 42803: column "likes.weight" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add likes.weight to GROUP BY, or write min(likes.weight)
SELECT user_id, «weight» FROM likes GROUP BY user_id

-- 42803: column "a.name" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add a.name to GROUP BY, or write min(a.name)
SELECT «a.name» FROM authors a GROUP BY a.id

-- 42803: column "t.name" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add t.name to GROUP BY, or write min(t.name)
SELECT «t.name» FROM (SELECT id, name FROM users) t GROUP BY t.id

-- 42803: column "users.name" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.name to GROUP BY, or write min(users.name)
SELECT email, «name» FROM users GROUP BY email

-- 42803: column "users.name" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.name to GROUP BY, or write min(users.name)
SELECT DISTINCT «name», count(*) FROM users

-- 42803: column "users.name" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.name to GROUP BY, or write min(users.name)
SELECT «name», sum(age) OVER () FROM users GROUP BY age

-- 42803: column "users.name" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.name to GROUP BY, or write min(users.name)
SELECT sum(age) OVER (PARTITION BY «name») FROM users GROUP BY age

-- 42803: column "users.name" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.name to GROUP BY, or write min(users.name)
SELECT «name», rank() OVER (ORDER BY count(*)) FROM users

-- 42803: column "users.name" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.name to GROUP BY, or write min(users.name)
SELECT «name» FROM users GROUP BY ROLLUP (age)

-- 42803: column "users.age" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.age to GROUP BY, or write min(users.age)
SELECT name, «age» FROM users GROUP BY GROUPING SETS ((name), ())

-- 42803: column "users.name" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.name to GROUP BY, or write min(users.name)
SELECT case when age > 1 then «name» end FROM users GROUP BY age

-- 42P10: GROUP BY position 2 is not in select list
-- help: the only position is 1
SELECT count(*) FROM users GROUP BY «2»

-- 42P10: GROUP BY position 0 is not in select list
-- help: the only position is 1
SELECT count(*) FROM users GROUP BY «0»

-- 42601: non-integer constant in GROUP BY
-- help: write a column's name or position
SELECT count(*) FROM users GROUP BY «'x'»

-- 42P10: GROUP BY position -1 is not in select list
-- help: the only position is 1
SELECT count(*) FROM users GROUP BY «-1»

-- 42601: non-integer constant in GROUP BY
-- help: write a column's name or position
SELECT count(*) FROM users GROUP BY «1.5»

-- 42P10: ORDER BY position 3 is not in select list
-- help: the only position is 1
SELECT name FROM users ORDER BY «3»

-- 42P10: ORDER BY position 0 is not in select list
-- help: the only position is 1
SELECT name FROM users ORDER BY «0»

-- 42P10: ORDER BY position -1 is not in select list
-- help: the only position is 1
SELECT name FROM users ORDER BY «-1»

-- 42601: non-integer constant in ORDER BY
-- help: write a column's name or position
SELECT name FROM users ORDER BY «'x'»

-- 42P10: for SELECT DISTINCT, ORDER BY expressions must appear in select list
-- help: select it too, or leave DISTINCT out
SELECT DISTINCT name FROM users ORDER BY «age»

-- 42P10: for SELECT DISTINCT, ORDER BY expressions must appear in select list
-- help: select it too, or leave DISTINCT out
SELECT DISTINCT name FROM users ORDER BY «lower»(name)

-- 42P10: SELECT DISTINCT ON expressions must match initial ORDER BY expressions
-- help: start ORDER BY with the expressions of DISTINCT ON
-- place: the key of ORDER BY is what has to change
SELECT DISTINCT ON (age) name FROM users ORDER BY «name»

-- 42P10: DISTINCT ON position 2 is not in select list
-- help: the only position is 1
SELECT DISTINCT ON («2») name FROM users

-- 42P10: SELECT DISTINCT ON expressions must match initial ORDER BY expressions
-- help: start ORDER BY with the expressions of DISTINCT ON
-- place: the key of ORDER BY is what has to change
SELECT DISTINCT ON (age, name) id FROM users ORDER BY age, «id», name

-- 42883: could not identify an equality operator for type json
-- help: cast it to jsonb
SELECT count(DISTINCT «settings::json») FROM users

-- 42883: could not identify an equality operator for type json
-- help: cast it to jsonb
SELECT DISTINCT «settings::json» FROM users

-- 42883: could not identify an equality operator for type json
-- help: cast it to jsonb
SELECT settings::json FROM users GROUP BY «settings::json»

-- 42883: could not identify an ordering operator for type json
-- help: cast it to jsonb
SELECT settings::json AS s FROM users ORDER BY «s»

-- 42883: could not identify an equality operator for type json
-- help: cast it to jsonb
SELECT «settings::json» FROM users UNION SELECT settings::json FROM users

-- 42883: operator does not exist: json = unknown
-- help: no operator takes these types; you may need a cast
SELECT 1 FROM users WHERE settings::json «=» '{}'

-- 42883: could not identify an ordering operator for type point
-- help: cast it to text
SELECT point(1, 2) ORDER BY «1»

-- 0A000: set-returning functions are not allowed in WHERE
-- help: call it in FROM: … CROSS JOIN LATERAL generate_series(…)
SELECT id FROM users WHERE «generate_series»(1, 3) = 1

-- 0A000: set-returning functions are not allowed in CASE
-- help: call it in FROM: … CROSS JOIN LATERAL generate_series(…)
SELECT CASE WHEN active THEN «generate_series»(1, 3) END FROM users

-- 0A000: set-returning functions are not allowed in COALESCE
-- help: call it in FROM: … CROSS JOIN LATERAL generate_series(…)
SELECT coalesce(«generate_series»(1, 3), 1) FROM users

-- 0A000: set-returning functions are not allowed in HAVING
-- help: call it in FROM: … CROSS JOIN LATERAL generate_series(…)
SELECT id FROM users GROUP BY id HAVING «generate_series»(1, 3) = 1

-- 0A000: set-returning functions are not allowed in JOIN conditions
-- help: call it in FROM: … CROSS JOIN LATERAL unnest(…)
-- also: column reference "id" is ambiguous
SELECT id FROM users u JOIN posts p ON «unnest»(u.tags) = p.title

-- 0A000: set-returning functions are not allowed in LIMIT
-- help: call it in FROM: … CROSS JOIN LATERAL generate_series(…)
SELECT id FROM users LIMIT «generate_series»(1, 3)

-- 0A000: set-returning functions are not allowed in UPDATE
-- help: call it in FROM: … CROSS JOIN LATERAL generate_series(…)
UPDATE users SET age = «generate_series»(1, 3)

-- 0A000: set-returning functions are not allowed in RETURNING
-- help: call it in FROM: … CROSS JOIN LATERAL generate_series(…)
DELETE FROM users RETURNING «generate_series»(1, 3)

-- 0A000: aggregate function calls cannot contain set-returning function calls
-- help: call it in FROM: … CROSS JOIN LATERAL generate_series(…)
SELECT sum(«generate_series»(1, 3)) FROM users

-- 0A000: window function calls cannot contain set-returning function calls
-- help: call it in FROM: … CROSS JOIN LATERAL generate_series(…)
SELECT sum(«generate_series»(1, 3)) OVER () FROM users

-- 0A000: set-returning functions must appear at top level of FROM
-- help: call it in FROM: … CROSS JOIN LATERAL unnest(…)
SELECT * FROM lower(«unnest»(ARRAY['a']))

-- 0A000: FOR UPDATE is not allowed with GROUP BY clause
-- help: lock the rows in a query of their own
SELECT age FROM users GROUP BY age «FOR UPDATE»

-- 0A000: FOR UPDATE is not allowed with DISTINCT clause
-- help: lock the rows in a query of their own
SELECT DISTINCT age FROM users «FOR UPDATE»

-- 0A000: FOR UPDATE is not allowed with aggregate functions
-- help: lock the rows in a query of their own
SELECT count(*) FROM users «FOR UPDATE»

-- 0A000: FOR UPDATE is not allowed with HAVING clause
-- help: lock the rows in a query of their own
-- also: column "users.age" must appear in the GROUP BY clause or be used in an aggregate function
SELECT age FROM users HAVING true «FOR UPDATE»

-- 0A000: FOR UPDATE is not allowed with window functions
-- help: lock the rows in a query of their own
SELECT row_number() OVER () FROM users «FOR UPDATE»

-- 0A000: FOR UPDATE is not allowed with set-returning functions in the target list
-- help: lock the rows in a query of their own
SELECT generate_series(1, 3) FROM users «FOR UPDATE»

-- 0A000: FOR UPDATE is not allowed with UNION/INTERSECT/EXCEPT
-- help: lock the rows in a query of their own
SELECT id FROM users UNION SELECT id FROM users «FOR UPDATE»

-- 0A000: FOR UPDATE is not allowed with DISTINCT clause
-- help: lock the rows in a query of their own
SELECT * FROM (SELECT DISTINCT id FROM users) t «FOR UPDATE» OF t

-- 0A000: FOR UPDATE cannot be applied to VALUES
-- help: lock the rows in a query of their own
VALUES (1) «FOR UPDATE»

-- 0A000: FOR UPDATE cannot be applied to a WITH query
-- help: name a table after OF
WITH c AS (SELECT id FROM users) SELECT * FROM c FOR UPDATE OF «c»

-- 0A000: FOR UPDATE cannot be applied to a function
-- help: name a table after OF
SELECT * FROM generate_series(1, 3) g FOR UPDATE OF «g»

-- 42803: arguments to GROUPING must be grouping expressions of the associated query level
-- help: name an expression of GROUP BY
SELECT grouping(age, «name») FROM users GROUP BY age

-- 42803: aggregate functions are not allowed in FILTER
-- help: compute max(…) in a subquery
SELECT string_agg(name, ',') FILTER (WHERE «max»(age) > 1) FROM users

-- 42703: column "n" does not exist
SELECT count(*) AS n FROM users WHERE «n» > 1

-- 42703: column "n" does not exist
-- also: column "users.age" must appear in the GROUP BY clause or be used in an aggregate function
SELECT name AS n FROM users GROUP BY n HAVING «n» > 'a' AND age > 1

-- 42803: aggregate function calls cannot be nested
-- help: compute the inner one in a subquery
SELECT (SELECT max(u.age) FILTER (WHERE «sum»(u.id) > 0) FROM posts p) FROM users u

-- 42883: function sum(integer, text) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «sum»(age) WITHIN GROUP (ORDER BY name) FROM users

-- 42809: max is not an ordered-set aggregate, so it cannot have WITHIN GROUP
-- help: write max(… ORDER BY …)
SELECT «max»() WITHIN GROUP (ORDER BY age) FROM users

-- 42803: outer-level aggregate cannot contain a lower-level variable in its direct arguments
-- help: order by a column of the subquery, or leave its columns out
SELECT (SELECT percentile_disc(«p.words»::float8) WITHIN GROUP (ORDER BY u.age) FROM posts p LIMIT 1) FROM users u

-- 42803: column "u.id" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add u.id to GROUP BY, or write min(u.id)
SELECT «u.id» FROM users u JOIN posts p USING (id) GROUP BY id

-- 42P20: window functions are not allowed in GROUP BY
-- help: compute it in a subquery, and group by its column
-- place: the position is what has to change
SELECT rank() OVER (ORDER BY id), count(*) FROM users GROUP BY «1»
