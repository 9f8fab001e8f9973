-- 42703: column "nam" does not exist
-- help: did you mean "name"?
SELECT «nam» FROM users

-- 42703: column u.nam does not exist
-- help: did you mean "name"?
SELECT «u.nam» FROM users u

-- 42703: column users.emial does not exist
-- help: did you mean "email"?
SELECT «users.emial» FROM users

-- 42703: column users.nam does not exist
-- help: did you mean "name"?
SELECT «public.users.nam» FROM users

-- 42703: column "Name" does not exist
-- help: did you mean "name"?
SELECT «"Name"» FROM users

-- 42703: column "name2" does not exist
-- help: did you mean "name"?
SELECT «NAME2» FROM users

-- 42P01: relation "user_s" does not exist
-- help: did you mean "users"?
SELECT id FROM «user_s»

-- 42P01: relation "crm.lead" does not exist
-- help: did you mean "leads"?
SELECT id FROM «crm.lead»

-- 42P01: relation "cmr.leads" does not exist
-- help: did you mean "leads"?
SELECT id FROM «cmr.leads»

-- 42P01: relation "leads" does not exist
-- help: did you mean "leads"?
SELECT id FROM «leads»

-- 42702: column reference "id" is ambiguous
-- help: write users.id
SELECT «id» FROM users JOIN posts ON true

-- 42702: column reference "name" is ambiguous
-- help: write users.name
SELECT «name» FROM users, authors

-- 42P01: missing FROM-clause entry for table "x"
SELECT «x.id» FROM users

-- 42P01: missing FROM-clause entry for table "x"
SELECT «x.*» FROM users

-- 42P01: invalid reference to FROM-clause entry for table "users"
-- help: perhaps you meant the alias "u"
SELECT «users.id» FROM users u

-- 42P01: invalid reference to FROM-clause entry for table "users"
-- help: perhaps you meant the alias "u"
SELECT «users.*» FROM users u

-- 42P01: invalid reference to FROM-clause entry for table "u"
-- help: u is in FROM, but cannot be referenced from this part of the query
SELECT «public.u.id» FROM users u

-- 42P01: invalid reference to FROM-clause entry for table "users"
-- help: users is in FROM, but cannot be referenced from this part of the query
SELECT «crm.users.id» FROM users

-- 42P01: missing FROM-clause entry for table "p"
SELECT «p.title» FROM users u WHERE u.id = p.user_id

-- 42P01: missing FROM-clause entry for table "v"
SELECT u.id FROM users u JOIN posts p ON p.user_id = «v.id»

-- 42P01: invalid reference to FROM-clause entry for table "u"
-- help: write LATERAL before the subquery
SELECT u.name FROM users u, (SELECT title FROM posts WHERE user_id = «u.id») p

-- 42P01: invalid reference to FROM-clause entry for table "u"
-- help: write LATERAL before the subquery
SELECT u.name FROM users u JOIN (SELECT title, «u.age» FROM posts) p ON true

-- 42P01: invalid reference to FROM-clause entry for table "u"
-- help: u is in FROM, but cannot be referenced from this part of the query
SELECT p.title FROM users u, posts p JOIN likes l ON l.user_id = «u.id»

-- 42712: table name "u" specified more than once
-- help: give each its own alias
SELECT * FROM users u, «posts» u

-- 42712: table name "users" specified more than once
-- help: give each its own alias
SELECT * FROM users, «users»

-- 42712: table name "u" specified more than once
-- help: give each its own alias
SELECT * FROM users u JOIN «posts» u ON true

-- 42703: column "name" specified in USING clause does not exist in right table
SELECT * FROM users JOIN posts USING («name»)

-- 42703: column "title" specified in USING clause does not exist in left table
SELECT * FROM users JOIN posts USING («title»)

-- 42702: common column name "id" appears more than once in left table
-- help: join with ON, and qualify the column
SELECT * FROM (users u JOIN posts p ON true) JOIN likes USING («id»)

-- 42703: column "user_id" specified in USING clause does not exist in right table
SELECT * FROM posts JOIN likes USING (user_id) JOIN users USING («user_id»)

-- 42701: column name "id" appears more than once in USING clause
-- help: name it once
SELECT * FROM users JOIN posts USING («id», id)

-- 42703: column "created" does not exist
-- help: did you mean "created_at"?
SELECT u.id FROM users u ORDER BY «created»

-- 42703: column "key" does not exist
SELECT id AS key FROM users WHERE «key» = 1

-- 42703: column "key" does not exist
-- also: column "users.id" must appear in the GROUP BY clause or be used in an aggregate function
SELECT id AS key FROM users HAVING «key» > 1

-- 42703: column "naem" does not exist
-- help: did you mean "name"?
SELECT count(*) FROM users GROUP BY «naem»

-- 42703: column "naem" does not exist
-- help: did you mean "name"?
SELECT id FROM users ORDER BY «naem»

-- 42703: column "title" does not exist
SELECT id, name FROM users UNION SELECT id, title FROM posts ORDER BY «title»

-- 42702: ORDER BY "n" is ambiguous
-- help: write the expression, or its position
SELECT name AS n, email AS n FROM users ORDER BY «n»

-- 42703: column "y" does not exist
WITH a AS (SELECT 1 AS x) SELECT «y» FROM a

-- 42P01: relation "b" does not exist
WITH a AS (SELECT 1 AS x) SELECT x FROM «b»

-- 42712: WITH query name "a" specified more than once
WITH a AS (SELECT 1), «a» AS (SELECT 2) SELECT 1 FROM a

-- 42P10: WITH query "a" has 1 columns available but 2 columns specified
WITH «a» (x, y) AS (SELECT 1) SELECT x FROM a

-- 42P01: relation "a" does not exist
WITH b AS (SELECT * FROM «a»), a AS (SELECT 1) SELECT 1 FROM b

-- 42P10: table "t" has 2 columns available but 3 columns specified
SELECT * FROM (SELECT «id, name» FROM users) AS t (a, b, c)

-- 42703: column t.id does not exist
SELECT «t.id» FROM users AS t (a)

-- 42P10: table "t" has 10 columns available but 11 columns specified
SELECT * FROM «users» AS t (a, b, c, d, e, f, g, h, i, j, k)

-- 42P10: table "g" has 1 columns available but 2 columns specified
SELECT * FROM «generate_series»(1, 3) AS g (a, b)

-- 42601: SELECT * with no tables specified is not valid
SELECT «*»

-- 42P01: missing FROM-clause entry for table "name"
SELECT «u.name.first» FROM users u

-- 42703: column "city" not found in data type address
SELECT («u.home»).city FROM users u

-- 42703: column "city" not found in data type address
SELECT («home»).city FROM users

-- 42809: column notation .x applied to type integer, which is not a composite type
SELECT («age»).x FROM users

-- 42703: column "nam" not found in data type users
-- help: did you mean "name"?
-- server: column users.nam does not exist
SELECT («users»).nam FROM users

-- 42809: type integer is not composite
SELECT (home).* , («age»).* FROM users

-- 42703: column "nam" does not exist
-- help: did you mean "name"?
SELECT id FROM users WINDOW w AS (ORDER BY «nam»)

-- 42704: window "w" does not exist
SELECT sum(age) OVER «w» FROM users

-- 42704: window "w" does not exist
SELECT sum(age) OVER «w» FROM users WINDOW v AS (ORDER BY id)

-- 42704: window "v" does not exist
-- help: define v before it
SELECT sum(age) OVER w FROM users WINDOW w AS «(»v), v AS (ORDER BY id)

-- 42704: window "w" does not exist
-- help: define w before it
SELECT sum(age) OVER w FROM users WINDOW w AS «(»w)

-- 42704: window "w" does not exist
SELECT sum(age) OVER «(»w ORDER BY id) FROM users WINDOW v AS (ORDER BY id)

-- 42703: column "user_i" does not exist
-- help: did you mean "user_id"?
SELECT id FROM users WHERE id IN (SELECT «user_i» FROM posts)

-- 42P01: missing FROM-clause entry for table "uu"
-- help: did you mean "u"?
SELECT id FROM users u WHERE EXISTS (SELECT 1 FROM posts WHERE posts.user_id = «uu.id»)

-- 42703: column "xid" does not exist
-- help: did you mean "id"?
SELECT id FROM users WHERE «xid» = 1

-- 42703: column l.cid does not exist
-- help: did you mean "id"?
-- also: column l.ctid does not exist
SELECT «l.cid» FROM (SELECT id FROM users) l WHERE l.ctid IS NULL

-- 42P01: relation "user_s" does not exist
-- help: did you mean "users"?
INSERT INTO «user_s» (id) VALUES (1)

-- 42P01: relation "user_s" does not exist
-- help: did you mean "users"?
UPDATE «user_s» SET id = 1

-- 42P01: relation "user_s" does not exist
-- help: did you mean "users"?
DELETE FROM «user_s»

-- 42703: column "nam" of relation "users" does not exist
-- help: did you mean "name"?
UPDATE users SET «nam» = 'x'

-- 42703: column "u" of relation "users" does not exist
-- help: write the column alone, without its table
UPDATE users u SET «u».name = 'x'

-- 42P01: invalid reference to FROM-clause entry for table "users"
-- help: perhaps you meant the alias "u"
UPDATE users u SET name = 'x' WHERE «users.id» = 1

-- 42703: column "nam" does not exist
-- help: did you mean "name"?
DELETE FROM users WHERE «nam» = 'x'

-- 42P01: missing FROM-clause entry for table "userz"
-- help: did you mean "users"?
DELETE FROM users USING posts WHERE user_id = «userz.id»

-- 42703: column "nam" of relation "users" does not exist
-- help: did you mean "name"?
INSERT INTO users (id, «nam») VALUES (1, 'x')

-- 42703: column "nam" does not exist
-- help: did you mean "name"?
INSERT INTO users (id, name) VALUES (1, 'x') RETURNING «nam»

-- 42P01: missing FROM-clause entry for table "posts"
-- help: add posts to FROM
INSERT INTO users (id, name) VALUES (1, 'x') RETURNING «posts.id»

-- 42703: column "titl" does not exist
-- help: did you mean "title"?
INSERT INTO users (id, name) SELECT id, «titl» FROM posts

-- 42703: column p.titel does not exist
-- help: did you mean "title"?
UPDATE users SET name = «p.titel» FROM posts p WHERE p.user_id = users.id

-- 42703: column "nam" of relation "users" does not exist
-- help: did you mean "name"?
UPDATE users SET (name, «nam») = ('a', 'b')

-- 42703: cannot assign to field "city" of column "home" because there is no such column in data type address
UPDATE users SET «home».city = 'x'

-- 42703: column "nam" does not exist
-- help: did you mean "name"?
-- place: the server knows the place of the bracket alone
INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT («nam») DO NOTHING

-- 42703: column "nam" of relation "users" does not exist
-- help: did you mean "name"?
INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET «nam» = 'x'

-- 42703: column excluded.nam does not exist
-- help: did you mean "name"?
INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET name = «excluded.nam»

-- 42702: column reference "name" is ambiguous
-- help: write users.name
INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET name = «name»

-- 42704: constraint "users_key" for table "users" does not exist
-- help: did you mean "users_pkey"?
INSERT INTO users (id, name) VALUES (1, 'x') «ON» CONFLICT ON CONSTRAINT users_key DO NOTHING

-- 42P01: missing FROM-clause entry for table "excluded"
INSERT INTO users (id, name) VALUES (1, 'x') RETURNING «excluded.id»

-- 42P01: relation "posts" in FOR UPDATE clause not found in FROM clause
-- help: one of users
SELECT id FROM users FOR UPDATE OF «posts»

-- 42P01: relation "users" in FOR UPDATE clause not found in FROM clause
-- help: one of u
SELECT u.id FROM users u FOR UPDATE OF «users»

-- 42703: column "nam" does not exist
-- help: did you mean "name"?
SELECT DISTINCT ON («nam») id FROM users

-- 42703: column "actve" does not exist
-- help: did you mean "active"?
SELECT CASE WHEN «actve» THEN 1 END FROM users

-- 42704: type "intger" does not exist
SELECT age::«intger» FROM users

-- 42704: type "moood" does not exist
-- help: did you mean "mood"?
SELECT CAST(age AS «moood») FROM users

-- 42704: type "crm.mood" does not exist
-- help: did you mean "mood"?
SELECT 'x'::«crm.mood»

-- 3F000: schema "cmr" does not exist
-- help: did you mean "crm"?
SELECT NULL::«cmr.mood»

-- 42704: type "moood[]" does not exist
-- help: did you mean "mood"?
SELECT '{}'::«moood»[]

-- 42704: collation "german_sorted" for encoding "UTF8" does not exist
-- help: put the name in double quotes where it has capitals, or CREATE COLLATION first
SELECT name FROM users ORDER BY name «COLLATE» german_sorted

-- 42704: collation "c" for encoding "UTF8" does not exist
-- help: put the name in double quotes where it has capitals, or CREATE COLLATION first
SELECT name FROM users WHERE name «COLLATE» C < 'a'

-- 42P10: invalid reference to FROM-clause entry for table "u"
-- help: only INNER and LEFT JOIN let their right side refer to the left one
SELECT 1 FROM users u RIGHT JOIN LATERAL (SELECT 1 FROM posts p WHERE p.user_id = «u.id») x ON true

-- 42P10: invalid reference to FROM-clause entry for table "u"
-- help: only INNER and LEFT JOIN let their right side refer to the left one
SELECT 1 FROM users u FULL JOIN generate_series(1, «age») x ON true

-- 42P10: invalid reference to FROM-clause entry for table "u"
-- help: only INNER and LEFT JOIN let their right side refer to the left one
SELECT 1 FROM posts p CROSS JOIN (users u RIGHT JOIN (likes l JOIN LATERAL generate_series(1, «u.age») g ON true) ON true)

-- 42P01: relation "user" does not exist
-- help: did you mean "users"?
SELECT «'user'»::regclass

-- 42P01: relation "crm.lead" does not exist
-- help: did you mean "leads"?
SELECT pg_total_relation_size(«'crm.lead'»)

-- 42P01: relation "invoice_numbers" does not exist
SELECT nextval(«'invoice_numbers'»)

-- 42P01: relation "Users" does not exist
-- help: did you mean "users"?
SELECT «'"Users"'»::regclass

-- 42704: type "mod" does not exist
-- help: did you mean "mood"?
SELECT «'mod'»::regtype

-- 3F000: schema "crn" does not exist
-- help: did you mean "crm"?
SELECT «'crn'»::regnamespace

-- 42P01: relation "cmr.leads" does not exist
-- help: did you mean "leads"?
SELECT «'cmr.leads'»::regclass
