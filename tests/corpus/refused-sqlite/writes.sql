-- error: no such table: user
-- help: did you mean "users"?
INSERT INTO «user» (name) VALUES ('x')

-- error: table users has no column named nam
-- help: did you mean "name"?
INSERT INTO users («nam») VALUES ('x')

-- error: 1 values for 2 columns
-- help: 2 columns, 1 values
INSERT INTO users (name, «email») VALUES ('x')

-- error: 2 values for 1 columns
-- help: 1 columns, 2 values
INSERT INTO users (name) VALUES ('x', «'y'»)

-- error: table users has 5 columns but 2 values were supplied
-- help: 5 columns, 2 values
INSERT INTO «users» VALUES (1, 'x')

-- error: 2 values for 1 columns
-- help: 1 columns, 2 values
INSERT INTO users (name) SELECT id, «name» FROM users

-- error: cannot modify names because it is a view
-- help: change the table below it, or give the view an INSTEAD OF trigger
INSERT INTO «names» (name) VALUES ('x')

-- error: cannot INSERT into generated column "b"
-- help: leave it out: its value is computed
INSERT INTO gen («b») VALUES (1)

-- error: table gen has 1 columns but 2 values were supplied
-- help: 1 columns, 2 values
INSERT INTO gen VALUES (1, «2»)

-- error: no such column: nope
INSERT INTO users (name) VALUES ('x') RETURNING «nope»

-- error: no such column: excluded.name
INSERT INTO users (name) VALUES ('x') RETURNING «excluded.name»

-- error: no such column: nam
-- help: did you mean "name"?
INSERT INTO users (name) VALUES ('x') ON CONFLICT («nam») DO NOTHING

-- error: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
-- help: name all columns of one PRIMARY KEY or UNIQUE constraint
INSERT INTO users (name) VALUES ('x') «ON CONFLICT» (name) DO NOTHING

-- error: no such column: nope
INSERT INTO users (name) VALUES ('x') ON CONFLICT (email) DO UPDATE SET «nope» = 1

-- error: no such column: excluded.nope
INSERT INTO users (name) VALUES ('x') ON CONFLICT (email) DO UPDATE SET name = «excluded.nope»

-- error: near "DO": syntax error
INSERT INTO users (name) SELECT name FROM users ON CONFLICT «DO» NOTHING

-- error: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
-- help: name all columns of one PRIMARY KEY or UNIQUE constraint
INSERT INTO posts (title, user_id) VALUES ('x', 1) «ON CONFLICT» (title) DO NOTHING

-- error: no such column: name
-- help: users has such a column, but is not in reach here
INSERT INTO users (name) VALUES («name»)

-- error: near "DEFAULT": syntax error
-- help: leave the column out, or write its value
INSERT INTO users (name) VALUES («DEFAULT»)

-- error: near "SET": syntax error
-- help: write INSERT INTO … (column, …) VALUES (…)
INSERT INTO users «SET» name = 'x'

-- error: near "IGNORE": syntax error
-- help: write INSERT OR IGNORE
INSERT «IGNORE» INTO users (name) VALUES ('x')

-- error: table search has no column named nope
INSERT INTO search («nope») VALUES ('x')

-- error: no such table: user
-- help: did you mean "users"?
UPDATE «user» SET name = 'x'

-- error: no such column: nam
-- help: did you mean "name"?
UPDATE users SET «nam» = 'x'

-- error: near ".": syntax error
-- help: write the column's name alone after SET
UPDATE users SET users«.»name = 'x'

-- error: no such column: nope
UPDATE users SET name = «nope»

-- error: no such column: nope
UPDATE users SET name = 'x' WHERE «nope» = 1

-- error: 2 columns assigned 1 values
-- help: give each column one value
UPDATE users SET (name, email) = («'x'»)

-- error: 2 columns assigned 1 values
-- help: give each column one value
UPDATE users SET (name, email) = «(SELECT 'x')»

-- error: no such table: nope
UPDATE users SET name = 'x' FROM «nope»

-- error: cannot modify names because it is a view
-- help: change the table below it, or give the view an INSTEAD OF trigger
UPDATE «names» SET name = 'x'

-- error: cannot UPDATE generated column "b"
-- help: leave it out: its value is computed
UPDATE gen SET «b» = 1

-- error: near "u": syntax error
-- help: write AS before the alias
UPDATE users «u» SET name = 'x'

-- error: no such column: nope
UPDATE users SET name = 'x' RETURNING «nope»

-- error: near "WHERE": syntax error
-- help: remove the comma before it
UPDATE users SET name = 'x', «WHERE» id = 1

-- error: no such table: user
-- help: did you mean "users"?
DELETE FROM «user»

-- error: near "users": syntax error
-- help: write DELETE FROM
DELETE «users» WHERE id = 1

-- error: no such column: nope
DELETE FROM users WHERE «nope» = 1

-- error: near "USING": syntax error
-- help: choose the rows in a subquery: WHERE id IN (SELECT …)
DELETE FROM users «USING» posts WHERE posts.user_id = users.id

-- error: cannot modify names because it is a view
-- help: change the table below it, or give the view an INSTEAD OF trigger
DELETE FROM «names»

-- error: no such column: nope
DELETE FROM users RETURNING «nope»

-- error: near "TRUNCATE": syntax error
-- help: write DELETE FROM
«TRUNCATE» TABLE users

-- error: cannot modify names because it is a view
-- help: change the table below it, or give the view an INSTEAD OF trigger
INSERT INTO «names» VALUES (1, 2, 3, 4, 5)

-- error: near "u": syntax error
-- help: write AS before the alias
UPDATE users «u» SET name = 'x'

-- error: near "u": syntax error
-- help: write UPDATE … SET … FROM …, and the condition in WHERE
UPDATE users «u» JOIN posts p ON p.user_id = u.id SET name = 'x'

-- error: multiple references to recursive table: r
-- help: name the recursive table once, in one FROM
WITH RECURSIVE «r»(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r, r) SELECT n FROM r
