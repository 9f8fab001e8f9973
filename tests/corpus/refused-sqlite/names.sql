-- error: no such column: nam
-- help: did you mean "name"?
SELECT «nam» FROM users

-- error: no such column: u.nam
-- help: did you mean "name"?
SELECT «u.nam» FROM users u

-- error: no such column: users.emial
-- help: did you mean "email"?
SELECT «users.emial» FROM users

-- error: no such column: u.name
SELECT «u.name» FROM users

-- error: no such column: main.users.nam
-- help: did you mean "name"?
SELECT «main.users.nam» FROM users

-- error: no such column: other.users.name
-- help: perhaps you meant the alias "users"
SELECT «other.users.name» FROM users

-- error: no such table: user
-- help: did you mean "users"?
SELECT id FROM «user»

-- error: no such table: main.user
-- help: did you mean "users"?
SELECT id FROM «main.user»

-- error: no such table: aux.users
-- help: did you mean "users"?
SELECT id FROM «aux.users»

-- error: ambiguous column name: id
-- help: write users.id
SELECT «id» FROM users JOIN posts ON posts.user_id = users.id

-- error: ambiguous column name: id
-- help: write users.id
SELECT «id» FROM users, posts

-- error: cannot join using column name - column not present in both tables
SELECT name FROM users JOIN posts USING («name»)

-- error: cannot join using column post_id - column not present in both tables
SELECT title FROM posts JOIN tags USING («post_id»)

-- error: cannot join using column nope - column not present in both tables
SELECT * FROM users u JOIN posts p USING («nope»)

-- error: no such table: x
SELECT «x.*» FROM users

-- error: no tables specified
SELECT «*» 

-- error: no such table: users
-- help: perhaps you meant the alias "u"
SELECT «users.*» FROM users u

-- error: no such column: nope
SELECT name FROM users WHERE «nope» = 1

-- error: no such column: nope
SELECT name FROM users GROUP BY «nope»

-- error: no such column: nope
SELECT name FROM users ORDER BY «nope»

-- error: no such column: nope
SELECT name FROM users GROUP BY name HAVING «nope» > 1

-- error: no such column: nope
SELECT name FROM users LIMIT «nope»

-- error: no such column: id
-- help: posts has such a column, but is not in reach here
SELECT name FROM users LIMIT «id»

-- error: unterminated quoted name
-- help: close it with "
-- server: unrecognized token: ""name FROM users"
SELECT «"name FROM users»

-- error: no such column: rowid
SELECT «rowid» FROM tags

-- error: no such column: a.id
SELECT «a.id» FROM (SELECT name FROM users) a

-- error: no such column: missing
SELECT (SELECT «missing» FROM posts) FROM users

-- error: no such column: user
-- help: did you mean "user_id"?
SELECT name FROM users WHERE id IN (SELECT «user» FROM posts)

-- error: no such column: q.user_id
SELECT p.id FROM posts p WHERE EXISTS (SELECT 1 FROM users WHERE users.id = «q.user_id»)

-- error: no such column: y
WITH a AS (SELECT 1 AS x) SELECT «y» FROM a

-- error: table a has 1 values for 2 columns
-- help: name as many columns as its query has
WITH «a» (x, y) AS (SELECT 1) SELECT x FROM a

-- error: duplicate WITH table name: a
-- help: give it another name
WITH a AS (SELECT 1), «a» AS (SELECT 2) SELECT * FROM a

-- error: circular reference: a
-- help: make one recursive query of them
WITH «a» AS (SELECT * FROM b), b AS (SELECT * FROM a) SELECT * FROM a

-- error: no such column: excluded.name
SELECT «excluded.name» FROM users

-- error: no such column: new.id
SELECT «new.id» FROM users

-- error: no such column: searc
SELECT title FROM search WHERE «searc» MATCH 'x'

-- error: misuse of aggregate: count()
SELECT name, «count»(*) AS n FROM users WHERE n > 1 GROUP BY name

-- error: no such index: nope
SELECT name FROM users INDEXED BY «nope»

-- error: no such index: posts_title
SELECT name FROM users INDEXED BY «posts_title»

-- error: no such table: json_eech
-- help: did you mean "json_each"?
SELECT value FROM «json_eech»('[1]')

-- error: no such column: nope
SELECT «nope» FROM json_each('[1]')

-- error: no such table: pragma_tables
-- help: did you mean "pragma_table_list"?
SELECT * FROM «pragma_tables»

-- error: no such column: nope
SELECT «nope» FROM pragma_table_info('users')

-- error: circular reference: a
WITH a AS (SELECT * FROM «a») SELECT * FROM a

-- error: no such table: c
WITH a AS (SELECT * FROM b), b AS (SELECT * FROM «c») SELECT * FROM a

-- error: no such column: z
WITH a (x, y) AS (SELECT 1, 2) SELECT «z» FROM a

-- error: no such column: archive.users.name
-- help: perhaps you meant the alias "users"
SELECT «archive.users.name» FROM users

-- error: no such column: users.id
-- help: perhaps you meant the alias "u"
SELECT name FROM users u JOIN posts p ON p.user_id = «users.id»

-- error: no such column: t.post_id
SELECT «t.post_id» FROM tags
