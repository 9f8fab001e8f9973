-- 42803: aggregate functions are not allowed in WHERE
-- help: use HAVING for conditions on groups
SELECT 1 FROM users WHERE «count»(*) > 1

-- 42803: aggregate functions are not allowed in JOIN conditions
SELECT 1 FROM users u JOIN posts p ON «count»(*) > 1

-- 42803: aggregate functions are not allowed in GROUP BY
SELECT count(*) FROM users GROUP BY «count»(*)

-- 42803: aggregate function calls cannot be nested
SELECT sum(«count»(*)) FROM users

-- 42803: aggregate function calls cannot be nested
SELECT max(«sum»(age)) FROM users GROUP BY name

-- 42803: aggregate functions are not allowed in functions in FROM
SELECT * FROM users, generate_series(1, «count»(*))

-- 42803: aggregate functions are not allowed in LIMIT
SELECT 1 FROM users LIMIT «count»(*)

-- 42803: aggregate functions are not allowed in VALUES
INSERT INTO users (id, name) VALUES («count»(*), 'x')

-- 42803: aggregate functions are not allowed in VALUES
VALUES («count»(*))

-- 42803: aggregate functions are not allowed in UPDATE
UPDATE users SET age = «max»(age)

-- 42803: aggregate functions are not allowed in RETURNING
INSERT INTO users (id, name) VALUES (1, 'x') RETURNING «count»(*)

-- 42803: aggregate functions are not allowed in WHERE
-- help: use HAVING for conditions on groups
UPDATE users SET age = 1 WHERE «max»(age) > 1

-- 42803: aggregate functions are not allowed in RETURNING
UPDATE users SET age = 1 RETURNING «max»(age)

-- 42803: aggregate functions are not allowed in WHERE
-- help: use HAVING for conditions on groups
DELETE FROM users WHERE «max»(age) > 1

-- 42803: aggregate functions are not allowed in RETURNING
DELETE FROM users RETURNING «sum»(age)

-- 42804: argument of FILTER must be type boolean, not type text
SELECT sum(age) FILTER (WHERE «name») FROM users

-- 42803: column "users.age" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.age to GROUP BY, or write min(users.age)
SELECT count(*) OVER (ORDER BY count(*)) , «age» FROM users

-- 42P20: window functions are not allowed in WHERE
SELECT 1 FROM users WHERE «row_number»() OVER () > 1

-- 42P20: window functions are not allowed in GROUP BY
SELECT 1 FROM users GROUP BY «row_number»() OVER ()

-- 42P20: window functions are not allowed in HAVING
SELECT 1 FROM users HAVING «row_number»() OVER () > 1

-- 42P20: window functions are not allowed in JOIN conditions
SELECT 1 FROM users u JOIN posts p ON «row_number»() OVER () = 1

-- 42P20: window functions are not allowed in UPDATE
UPDATE users SET age = «row_number»() OVER ()

-- 42P20: window functions are not allowed in WHERE
DELETE FROM users WHERE «rank»() OVER () = 1

-- 42P20: window functions are not allowed in RETURNING
DELETE FROM users RETURNING «row_number»() OVER ()

-- 42P20: window functions are not allowed in LIMIT
SELECT 1 FROM users LIMIT «row_number»() OVER ()

-- 42P20: window functions are not allowed in VALUES
INSERT INTO users (id, name) VALUES («row_number»() OVER (), 'x')

-- 42803: aggregate functions are not allowed in UPDATE
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

-- 42P10: ORDER BY position 3 is not in select list
SELECT name FROM users ORDER BY «3»

-- 42P10: ORDER BY position 0 is not in select list
SELECT name FROM users ORDER BY «0»

-- 42P10: ORDER BY position -1 is not in select list
SELECT name FROM users ORDER BY «-1»

-- 42P10: for SELECT DISTINCT, ORDER BY expressions must appear in select list
SELECT DISTINCT name FROM users ORDER BY «age»

-- 42P10: for SELECT DISTINCT, ORDER BY expressions must appear in select list
SELECT DISTINCT name FROM users ORDER BY «lower»(name)

-- 42P10: DISTINCT ON position 2 is not in select list
SELECT DISTINCT ON («2») name FROM users

-- 42883: operator does not exist: json = unknown
-- help: no operator takes these types; you may need a cast
SELECT 1 FROM users WHERE settings::json «=» '{}'

-- 42703: column "n" does not exist
SELECT count(*) AS n FROM users WHERE «n» > 1
