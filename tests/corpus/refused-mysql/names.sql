-- 42S22: Unknown column 'nam' in 'SELECT'
-- help: did you mean "name"?
SELECT (SELECT «nam») FROM users

-- 42S21: Duplicate column name 'id'
-- help: give it an alias of its own
SELECT * FROM (SELECT id, «id» FROM users) d

-- 42S02: Table 'nosuch.t' doesn't exist
SELECT * FROM «nosuch.t»

-- 42S22: Unknown column 'nosuch' in 'HAVING'
SELECT * FROM users HAVING COUNT(*) > age AND «nosuch»

-- 42S22: Unknown column 'title' in 'FROM'
SELECT * FROM users JOIN posts USING («title»)

-- 42S22: Unknown column 'uid' in 'FROM'
-- help: did you mean "id"?
SELECT * FROM users JOIN posts USING («uid»)

-- 23000: Column 'post_id' in FROM is ambiguous
-- help: join with ON, and qualify the column
SELECT 1 FROM posts p JOIN posts q JOIN docs USING («post_id»)

-- 23000: Column 'id' in ON is ambiguous
-- help: write users.id
SELECT 1 FROM users JOIN docs ON «id» = 1

-- 42S22: Unknown column 'u.id' in 'ON'
SELECT 1 FROM users u, posts p JOIN docs d ON d.id = «u.id»

-- 23000: Column 'id' in GROUP BY is ambiguous
-- help: write users.id
SELECT 1 FROM users, docs GROUP BY «id»

-- 23000: Column 'id' in ORDER BY is ambiguous
-- help: write users.id
SELECT 1 FROM users, docs ORDER BY «id»

-- 23000: Column 'id' in WHERE is ambiguous
-- help: write users.id
SELECT 1 FROM users, docs WHERE «id» = 1

-- 42S22: Unknown column 'n' in 'WHERE'
-- help: n is an alias of the select list: repeat its expression, or use HAVING
SELECT COUNT(*) n FROM users WHERE «n» > 1

-- 42S22: Unknown column 'nam' in 'SELECT'
-- help: did you mean "name"?
SELECT DEFAULT(«nam») FROM users

-- 42S22: Unknown column 'nam' in 'SELECT'
-- help: did you mean "name"?
SELECT GROUP_CONCAT(DISTINCT name ORDER BY «nam») FROM users

-- 42S22: Unknown column 'x' in 'SELECT'
SELECT LOWER(«x») FROM users LIMIT 1

-- 42S02: Unknown SEQUENCE: 'nosuch'
SELECT NEXT VALUE FOR «nosuch»

-- 42S22: Unknown column 'nam' in 'ORDER BY'
-- help: did you mean "name"?
SELECT SUM(id) OVER (ORDER BY «nam») FROM users

-- 42S02: Table 'crm.leads' doesn't exist
SELECT id FROM «crm.leads»

-- 42S02: Table 'nosuch.users' doesn't exist
-- help: did you mean "users"?
SELECT id FROM «nosuch.users»

-- 42S02: Table 'user_s' doesn't exist
-- help: did you mean "users"?
SELECT id FROM «user_s»

-- 42S22: Unknown column '0' in 'ORDER BY'
-- help: the only position is 1
SELECT id FROM users ORDER BY «0»

-- 42S22: Unknown column 'name' in 'ORDER BY'
-- help: users has such a column, but is not in reach here
SELECT id FROM users UNION SELECT post_id FROM posts ORDER BY «name»

-- 42S22: Unknown column 'nam' in 'SELECT'
-- help: did you mean "name"?
SELECT id FROM users WHERE EXISTS (SELECT «nam» FROM posts)

-- 42S22: Unknown column 'uid' in 'SELECT'
-- help: did you mean "id"?
SELECT id FROM users u WHERE id = (SELECT «uid» FROM posts WHERE user_id = u.id)

-- 23000: Column 'id' in SELECT is ambiguous
-- help: write users.id
SELECT «id» FROM users, docs WHERE users.id = 1

-- 42S22: Unknown column 'x' in 'SELECT'
SELECT id x, «x» + 1 FROM users

-- 42S22: Unknown column '3' in 'ORDER BY'
-- help: positions are 1 to 2
SELECT id, name FROM users WHERE id = 1 ORDER BY «3»

-- 42S21: Duplicate column name 'a'
SELECT j.a FROM JSON_TABLE('[]', '$' COLUMNS (a INT PATH '$', «a» INT PATH '$.b')) j

-- 42S22: Unknown column 'd.body' in 'JSON_TABLE'
SELECT j.a FROM JSON_TABLE(«d.body», '$' COLUMNS (a INT PATH '$')) j, docs d

-- 42S22: Unknown column 'j.b' in 'SELECT'
SELECT «j.b» FROM JSON_TABLE('[]', '$[*]' COLUMNS (a INT PATH '$')) j

-- 42S22: Unknown column 'nam' in 'SELECT'
-- help: did you mean "name"?
SELECT «nam» FROM users

-- 42S22: Unknown column 'n' in 'WHERE'
-- help: n is an alias of the select list: repeat its expression, or use HAVING
SELECT name AS n FROM users WHERE «n» = 'x'

-- 42S22: Unknown column '2' in 'GROUP BY'
-- help: the only position is 1
SELECT name FROM users GROUP BY «2»

-- 42S22: Unknown column 'nam' in 'GROUP BY'
-- help: did you mean "name"?
SELECT name FROM users GROUP BY «nam»

-- 42S22: Unknown column 'nam' in 'HAVING'
-- help: did you mean "name"?
SELECT name FROM users GROUP BY name HAVING «nam» > 1

-- 42S22: Unknown column '5' in 'ORDER BY'
-- help: the only position is 1
SELECT name FROM users ORDER BY «5»

-- 42S22: Unknown column 'nam' in 'ORDER BY'
-- help: did you mean "name"?
SELECT name FROM users ORDER BY «nam»

-- 42S22: Unknown column 'nam' in 'WHERE'
-- help: did you mean "name"?
SELECT name FROM users WHERE «nam» = 1

-- 42S22: Unknown column 'u.name' in 'WHERE'
SELECT name FROM users WHERE «u.name» = 'x'

-- 42S22: Unknown column 'p.id' in 'WHERE'
SELECT name FROM users u WHERE u.id = «p.id»

-- 42000: Not unique table/alias: 'u'
-- help: give each its own alias
SELECT u.id FROM users u JOIN «posts» u

-- 42S22: Unknown column 'u.id' in 'WHERE'
SELECT u.id FROM users u, (SELECT p.title FROM posts p WHERE p.user_id = «u.id») d

-- 42S22: Unknown column 'u.nam' in 'SELECT'
-- help: did you mean "name"?
SELECT «u.nam» FROM users u

-- 42S22: Unknown column 'p.uid' in 'ON'
-- help: did you mean "user_id"?
SELECT u.name FROM users u JOIN posts p ON «p.uid» = u.id

-- 42S22: Unknown column 'x.user_id' in 'ON'
SELECT u.name FROM users u JOIN posts p ON «x.user_id» = u.id

-- 42S22: Unknown column 'users.id' in 'SELECT'
-- help: perhaps you meant the alias "u"
SELECT u.name, «users.id» FROM users u

-- 23000: Column 'user_id' in SELECT is ambiguous
-- help: write p.user_id
SELECT «user_id» FROM posts p JOIN posts q

-- 42S22: Unknown column 'users.emial' in 'SELECT'
-- help: did you mean "email"?
SELECT «users.emial» FROM users

-- 42000: Not unique table/alias: 'users'
-- help: give each its own alias
SELECT users.id FROM users, «users»

-- 42S22: Unknown column 'users.name' in 'SELECT'
-- help: perhaps you meant the alias "u"
SELECT «users.name» FROM users u WHERE u.id = 1

-- 42S02: Unknown table 'x'
SELECT «x.*» FROM users

-- 42S02: Unknown table 'x'
SELECT «x.*», name FROM users u

-- 42S22: Unknown column 'x.name' in 'SELECT'
SELECT «x.name» FROM users

-- 42S02: Table 'r' doesn't exist
WITH r AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM «r») SELECT * FROM r

-- 42S02: Table 'v' doesn't exist
WITH w AS (SELECT * FROM «v»), v AS (SELECT 1 AS a) SELECT * FROM w

-- 42S22: Unknown column 'b' in 'SELECT'
WITH w AS (SELECT 1 AS a) SELECT «b» FROM w

-- 42S21: Duplicate column name 'id'
-- help: give it an alias of its own
WITH w AS (SELECT id, «id» FROM users) SELECT * FROM w

-- 42S22: Unknown column 'TABLE_NAM' in 'SELECT'
-- help: did you mean "TABLE_NAME"?
SELECT «TABLE_NAM» FROM information_schema.tables

-- 42S22: Unknown column 'nam' in 'SELECT'
-- help: did you mean "name"?
SELECT id FROM users ORDER BY (SELECT «nam»)

-- 42S22: Unknown column 'id' in 'FROM'
SELECT id FROM users u LEFT JOIN posts p USING («id»)

-- 42S21: Duplicate column name 'id'
-- help: give it an alias of its own
WITH w AS (SELECT id, «id» FROM users) SELECT * FROM w

-- 42S22: Unknown column 'nam' in 'ORDER BY'
-- help: did you mean "name"?
-- server: Unknown column 'nam' in 'GROUP BY'
SELECT SUM(id) OVER (PARTITION BY «nam») FROM users

-- 42S22: Unknown column 'email' in 'HAVING'
-- help: HAVING sees what is selected and grouped by: select it too, or write WHERE
SELECT name FROM users HAVING «email» IS NOT NULL

-- 42S22: Unknown column 'p.user_id' in 'HAVING'
-- help: HAVING sees what is selected and grouped by: select it too, or write WHERE
SELECT u.name FROM users u JOIN posts p ON p.user_id = u.id GROUP BY u.name HAVING «p.user_id» > 1

-- 42S22: Unknown column '-1' in 'GROUP BY'
SELECT name FROM users GROUP BY «-»1

-- 42000: Key 'nope' doesn't exist in table 'users'
SELECT id FROM users USE INDEX («nope»)

-- 42000: Key 'emial' doesn't exist in table 'u'
-- help: did you mean "email"?
SELECT id FROM users u FORCE INDEX («emial»)

-- 42000: Key 'nope' doesn't exist in table 'posts'
SELECT post_id FROM posts IGNORE KEY (idx_posts, «nope»)

-- 42000: Key 'nope' doesn't exist in table 'users'
UPDATE users USE INDEX («nope») SET age = 1

-- 42000: Key 'nope' doesn't exist in table 'v_counts'
SELECT n FROM v_counts USE INDEX («nope»)

-- 23000: Column 'a' in ORDER BY is ambiguous
-- help: give each its own alias
SELECT id AS a, age AS a FROM users ORDER BY «a»

-- 23000: Column 'a' in GROUP BY is ambiguous
-- help: give each its own alias
SELECT id AS a, age AS a FROM users GROUP BY «a»

-- 23000: Column 'a' in HAVING is ambiguous
-- help: give each its own alias
SELECT id AS a, age AS a FROM users HAVING «a» > 1

-- 23000: Column 'id' in ORDER BY is ambiguous
-- help: give each its own alias
SELECT u.id, p.post_id AS id FROM users u JOIN posts p ON p.user_id = u.id ORDER BY «id»

-- 23000: Column 'name' in ORDER BY is ambiguous
-- help: give each its own alias
SELECT * FROM users u JOIN users v ON u.id = v.id ORDER BY «name»

-- 42S22: Unknown column 'users.id' in 'WHERE'
SELECT name FROM users WHERE 1 IN ((SELECT user_id FROM posts WHERE user_id = «users.id» UNION SELECT 3) UNION SELECT 1)
