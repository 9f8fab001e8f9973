-- 42S02: Table 'nosuch' doesn't exist
DELETE FROM «nosuch»

-- 42S22: Unknown column 'nam' in 'ORDER BY'
-- help: did you mean "name"?
DELETE FROM users ORDER BY «nam» LIMIT 1

-- 42S22: Unknown column 'nam' in 'RETURNING'
-- help: did you mean "name"?
DELETE FROM users RETURNING «nam»

-- HY000: Invalid use of group function
-- help: use HAVING for conditions on groups
DELETE FROM users WHERE «COUNT»(*) > 1

-- 42S22: Unknown column 'nam' in 'WHERE'
-- help: did you mean "name"?
DELETE FROM users WHERE «nam» = 1

-- 42000: MariaDB has no alias in DELETE FROM one table: it is MySQL's
-- help: write DELETE a FROM t AS a
DELETE FROM users «u» WHERE u.id = 1

-- HY000: The target table v_counts of the DELETE is not updatable
-- help: write to the tables below it
DELETE FROM «v_counts»

-- 42S02: Unknown table 'users' in MULTI DELETE
DELETE «users» FROM users u JOIN posts p ON p.user_id = u.id

-- 42S02: Unknown table 'x' in MULTI DELETE
DELETE «x» FROM users u JOIN posts p ON p.user_id = u.id

-- 42S02: Table 'nosuch' doesn't exist
INSERT INTO «nosuch» (a) VALUES (1)

-- 42S22: Unknown column 'nam' in 'INSERT INTO'
-- help: did you mean "name"?
INSERT INTO users (id, «nam») VALUES (1, 'x')

-- 21S01: Column count doesn't match value count at row 1
-- help: 2 columns, 1 values
INSERT INTO users (id, «name») VALUES (1)

-- 21S01: Column count doesn't match value count at row 2
-- help: 2 columns, 1 values
INSERT INTO users (id, «name») VALUES (1, 'x'), (2)

-- 21S01: Column count doesn't match value count at row 1
-- help: 2 columns, 3 values
INSERT INTO users (id, name) VALUES (1, 'x', «2»)

-- 42000: FUNCTION nosuch does not exist
-- help: did you mean "touches"?
INSERT INTO users (id, name) VALUES (1, «nosuch»())

-- 42000: MariaDB has no alias of the new row: it is MySQL's
-- help: write VALUES(column)
INSERT INTO users (name) VALUES ('a') «AS new» ON DUPLICATE KEY UPDATE name = new.name

-- 42S22: Unknown column 'nam' in 'UPDATE'
-- help: did you mean "name"?
INSERT INTO users (name) VALUES ('a') ON DUPLICATE KEY UPDATE «nam» = 'b'

-- 42S22: Unknown column 'nam' in 'SELECT'
-- help: did you mean "name"?
INSERT INTO users (name) VALUES ('a') ON DUPLICATE KEY UPDATE name = VALUES(«nam»)

-- 42S22: Unknown column 'x.nam' in 'SELECT'
INSERT INTO users (name) VALUES ('a') ON DUPLICATE KEY UPDATE name = VALUES(«x.nam»)

-- 42S22: Unknown column 'x.name' in 'SELECT'
INSERT INTO users (name) VALUES ('a') ON DUPLICATE KEY UPDATE name = «x.name»

-- HY000: Invalid use of group function
INSERT INTO users (name) VALUES ('a') RETURNING «COUNT»(*)

-- 42S22: Unknown column 'nam' in 'RETURNING'
-- help: did you mean "name"?
INSERT INTO users (name) VALUES ('a') RETURNING «nam»

-- 42S22: Unknown column 'nam' in 'VALUES'
-- help: did you mean "name"?
INSERT INTO users (name) VALUES («nam»)

-- 42000: Column 'name' specified twice
-- help: name it once
INSERT INTO users (name, «name») VALUES ('a', 'b')

-- 42S22: Unknown column 'nam' in 'INSERT INTO'
-- help: did you mean "name"?
INSERT INTO users SET «nam» = 1

-- 21S01: Column count doesn't match value count at row 1
-- help: 6 columns, 2 values
INSERT INTO «users» VALUES (1, 'x')

-- HY000: The target table v_counts of the INSERT is not insertable-into
-- help: write to the tables below it
INSERT INTO «v_counts» (name) VALUES ('a')

-- 42S22: Unknown column 'nam' in 'INSERT INTO'
-- help: did you mean "name"?
REPLACE INTO users (id, «nam») VALUES (1, 'x')

-- 21S01: Column count doesn't match value count at row 1
-- help: 2 columns, 1 values
REPLACE INTO users (id, «name») VALUES (1)

-- 42S02: Table 'nosuch' doesn't exist
UPDATE «nosuch» SET name = 'x'

-- 42S22: Unknown column 'users.name' in 'SET'
-- help: write u.name
UPDATE users AS u SET «users.name» = 'x'

-- 42S22: Unknown column 'nam' in 'SET'
-- help: did you mean "name"?
UPDATE users SET «nam» = 'x'

-- 42S22: Unknown column 'nam' in 'ORDER BY'
-- help: did you mean "name"?
UPDATE users SET name = 'x' ORDER BY «nam»

-- 42S22: Unknown column 'nam' in 'WHERE'
-- help: did you mean "name"?
UPDATE users SET name = 'x' WHERE «nam» = 1

-- 42S22: Unknown column 'uid' in 'WHERE'
-- help: did you mean "id"?
UPDATE users SET name = (SELECT MAX(title) FROM posts WHERE «uid» = 1)

-- 21000: Operand should contain 1 column(s)
-- help: it returns 2
UPDATE users SET name = «(SELECT name, id FROM users)»

-- HY000: Invalid use of group function
UPDATE users SET name = «COUNT»(*)

-- 42S22: Unknown column 'nam' in 'SET'
-- help: did you mean "name"?
UPDATE users SET name = «nam»

-- 42S22: Unknown column 'x.name' in 'SET'
-- help: write users.name
UPDATE users SET «x.name» = 'a'

-- HY000: The target table d of the UPDATE is not updatable
-- help: set a column of a table
UPDATE users u JOIN (SELECT id, name FROM users) d ON d.id = u.id SET «d.name» = 'x'

-- 23000: Column 'id' in SET is ambiguous
-- help: write u.id
UPDATE users u JOIN docs d ON d.id = u.id SET «id» = 1

-- 42S22: Unknown column 'uid' in 'SET'
-- help: did you mean "id"?
UPDATE users u JOIN posts p ON p.user_id = u.id SET body = 'x', id = 1, «uid» = 2

-- HY000: The target table v_counts of the UPDATE is not updatable
-- help: write to the tables below it
UPDATE «v_counts» SET n = 1

-- 42S02: Table 'nosuch' doesn't exist
DELETE FROM users USING users JOIN «nosuch» ON 1

-- 21S01: Column count doesn't match value count at row 1
-- help: 2 columns, 1 values
INSERT INTO posts (user_id, «title») SELECT id FROM users

-- 42S22: Unknown column 'nam' in 'SET'
-- help: did you mean "name"?
UPDATE users SET name = DEFAULT(«nam»)

-- 42S22: Unknown column 'q.name' in 'SET'
UPDATE users u, posts p SET «q.name» = 1 WHERE u.id = p.user_id

-- 42S22: Unknown column 'u.nam' in 'SET'
-- help: did you mean "name"?
UPDATE users u, posts p SET «u.nam» = 1 WHERE u.id = p.user_id

-- HY000: The target table v_counts of the UPDATE is not updatable
-- help: write to the tables below it
UPDATE «v_counts» SET n = 1

-- HY000: The value specified for generated column 'twice' in table 'posts' has been ignored
-- help: write DEFAULT, or leave the column out
INSERT INTO posts (user_id, title, twice) VALUES (1, 'a', NULL), (1, 'b', «2»)

-- HY000: The value specified for generated column 'twice' in table 'posts' has been ignored
-- help: write DEFAULT, or leave the column out
INSERT INTO posts (user_id, title, twice) SELECT id, name, «age» FROM users

-- HY000: The value specified for generated column 'twice' in table 'posts' has been ignored
-- help: write DEFAULT, or leave the column out
UPDATE posts SET score = 1, twice = «2»

-- HY000: The value specified for generated column 'twice' in table 'posts' has been ignored
-- help: write DEFAULT, or leave the column out
UPDATE posts p JOIN users u ON u.id = p.user_id SET p.twice = «u.age»
