-- 42601: INSERT has more expressions than target columns
-- help: 1 columns, 2 values
INSERT INTO users (id) VALUES (1, «'x'»)

-- 42601: INSERT has more target columns than expressions
-- help: 2 columns, 1 values
INSERT INTO users (id, «name») VALUES (1)

-- 42601: VALUES lists must all be the same length
-- help: the first row has 2, this one 1
INSERT INTO users (id, name) VALUES (1, 'x'), («2»)

-- 42601: INSERT has more expressions than target columns
-- help: 3 columns, 4 values
INSERT INTO crm.leads VALUES (NULL, 'x', 1, «2»)

-- 42601: INSERT has more expressions than target columns
-- help: 2 columns, 3 values
INSERT INTO users (id, name) SELECT 1, 'a', «2»

-- 42601: INSERT has more target columns than expressions
-- help: 2 columns, 1 values
INSERT INTO users (id, «name») SELECT 1

-- 42601: INSERT has more target columns than expressions
-- help: 2 columns, 1 values
INSERT INTO users (id, «name») SELECT id FROM users UNION SELECT 1

-- 42701: column "id" specified more than once
-- help: name it once
INSERT INTO users (id, «id») VALUES (1, 2)

-- 42804: column "age" is of type integer but expression is of type boolean
-- help: rewrite the expression or cast it: CAST(… AS integer)
INSERT INTO users (id, age, name) VALUES (1, «true», 'x')

-- 22P02: invalid input syntax for type integer: "one"
-- help: write a whole number
INSERT INTO users (id, name) VALUES («'one'», 'x')

-- 42804: column "active" is of type boolean but expression is of type integer
-- help: rewrite the expression or cast it: CAST(… AS boolean)
INSERT INTO users (id, name, active) VALUES (1, 'x', «1»)

-- 42804: column "created_at" is of type timestamp with time zone but expression is of type integer
-- help: rewrite the expression or cast it: CAST(… AS timestamp with time zone)
INSERT INTO users (id, name, created_at) VALUES (1, 'x', «1»)

-- 42804: column "tags" is of type text[] but expression is of type text
-- help: rewrite the expression or cast it: CAST(… AS text[])
INSERT INTO users (id, name, tags) VALUES (1, 'x', «'y'::text»)

-- 42804: column "settings" is of type jsonb but expression is of type text
-- help: rewrite the expression or cast it: CAST(… AS jsonb)
INSERT INTO users (id, name, settings) VALUES (1, 'x', «'y'::text»)

-- 42846: cannot cast type record to address
-- help: address has 2 fields, the row 1
INSERT INTO users (id, name, home) VALUES (1, 'x', «ROW»('a'))

-- 22P02: invalid input syntax for type integer: "b"
-- help: write a whole number
INSERT INTO users (id, name, home) VALUES (1, 'x', ROW('a', «'b'»))

-- 42804: column "home" is of type address but expression is of type integer
-- help: rewrite the expression or cast it: CAST(… AS address)
INSERT INTO users (id, name, home) VALUES (1, 'x', «1»)

-- 42804: column "mood" is of type mood but expression is of type integer
-- help: rewrite the expression or cast it: CAST(… AS mood)
INSERT INTO users (id, name, mood) VALUES (1, 'x', «1»)

-- 42804: column "mood" is of type mood but expression is of type text
-- help: rewrite the expression or cast it: CAST(… AS mood)
INSERT INTO users (id, name, mood) VALUES (1, 'x', «'happy'::text»)

-- 42804: column "age" is of type integer but expression is of type text
-- help: rewrite the expression or cast it: CAST(… AS integer)
INSERT INTO users (id, name, age) SELECT id, title, «title» FROM posts

-- 22P02: invalid input syntax for type integer: "x"
-- help: write a whole number
INSERT INTO users (id, name, age) SELECT id, title, «'x'» FROM posts

-- 42804: column "id" is of type integer but expression is of type boolean
-- help: rewrite the expression or cast it: CAST(… AS integer)
INSERT INTO users (id, name) VALUES (1, 'x'), («true», 'y')

-- 428C9: cannot insert a non-DEFAULT value into column "id"
-- help: write DEFAULT, or leave the column out; or write OVERRIDING SYSTEM VALUE before VALUES
INSERT INTO posts (id, user_id, title) VALUES («1», 1, 'x')

-- 428C9: cannot insert a non-DEFAULT value into column "words"
-- help: write DEFAULT, or leave the column out
INSERT INTO posts (user_id, title, words) VALUES (1, 'x', «2»)

-- 428C9: cannot insert a non-DEFAULT value into column "id"
-- help: write DEFAULT, or leave the column out; or write OVERRIDING SYSTEM VALUE before VALUES
INSERT INTO posts (user_id, title, «id») SELECT 1, 'x', 2

-- 428C9: cannot insert a non-DEFAULT value into column "id"
-- help: write DEFAULT, or leave the column out; or write OVERRIDING SYSTEM VALUE before VALUES
INSERT INTO posts VALUES («1», 1, 'x')

-- 428C9: cannot insert a non-DEFAULT value into column "words"
-- help: write DEFAULT, or leave the column out
INSERT INTO posts (user_id, title, «words») SELECT 1, 'x', 2

-- 42703: column "id" does not exist
-- help: leads has such a column, but is not in reach here
INSERT INTO users (id, name) VALUES (1, «id»)

-- 42703: column "name" does not exist
-- help: leads has such a column, but is not in reach here
INSERT INTO users (id, name) VALUES (1, «name»)

-- 42601: DEFAULT is not allowed in this context
-- help: DEFAULT stands alone: as a value of INSERT, or after = in SET
INSERT INTO users (id, name) VALUES (1, «DEFAULT» || 'x')

-- 42601: DEFAULT is not allowed in this context
-- help: DEFAULT stands alone: as a value of INSERT, or after = in SET
INSERT INTO users (id, name) SELECT 1, «DEFAULT»

-- 42601: DEFAULT is not allowed in this context
-- help: DEFAULT stands alone: as a value of INSERT, or after = in SET
SELECT «DEFAULT»

-- 42601: DEFAULT is not allowed in this context
-- help: DEFAULT stands alone: as a value of INSERT, or after = in SET
UPDATE users SET name = lower(«DEFAULT»)

-- 42601: DEFAULT is not allowed in this context
-- help: DEFAULT stands alone: as a value of INSERT, or after = in SET
SELECT * FROM (VALUES (1, «DEFAULT»)) v

-- 42601: multiple assignments to same column "age"
-- help: set it once
UPDATE users SET age = 1, «age» = 2

-- 42601: multiple assignments to same column "age"
-- help: set it once
UPDATE users SET age = 1, («age», name) = (2, 'x')

-- 42804: column "age" is of type integer but expression is of type text
-- help: rewrite the expression or cast it: CAST(… AS integer)
UPDATE users SET age = «name»

-- 22P02: invalid input syntax for type integer: "x"
-- help: write a whole number
UPDATE users SET age = «'x'»

-- 42804: column "age" is of type integer but expression is of type boolean
-- help: rewrite the expression or cast it: CAST(… AS integer)
UPDATE users SET age = «true»

-- 42804: column "age" is of type integer but expression is of type boolean
-- help: rewrite the expression or cast it: CAST(… AS integer)
UPDATE users SET name = 1, age = «active»

-- 42601: number of columns does not match number of values
-- help: 2 columns, 3 values
UPDATE users SET (age, name) = «(»1, 2, 3)

-- 0A000: source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression
-- help: write (a, b) = ROW (1, 2) or = (SELECT …)
UPDATE users SET (age, name) = («1»)

-- 42601: number of columns does not match number of values
-- help: 2 columns, 1 values
UPDATE users SET (age, name) = «(»SELECT 1)

-- 42804: column "age" is of type integer but expression is of type text
-- help: rewrite the expression or cast it: CAST(… AS integer)
-- place: the columns of a subquery have no place of their own yet
UPDATE users SET (age, name) = «(»SELECT name, age FROM users)

-- 42601: number of columns does not match number of values
-- help: 2 columns, 1 values
UPDATE users SET (age, name) = «ROW»(1)

-- 0A000: source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression
-- help: write (a, b) = ROW (1, 2) or = (SELECT …)
UPDATE users SET (age, name) = «1»

-- 428C9: column "words" can only be updated to DEFAULT
-- help: write words = DEFAULT, or leave it out
UPDATE posts SET «words» = 2

-- 428C9: column "id" can only be updated to DEFAULT
-- help: write id = DEFAULT, or leave it out
UPDATE posts SET «id» = 2

-- 22P02: invalid input syntax for type integer: "x"
-- help: write a whole number
UPDATE posts SET words = DEFAULT, id = DEFAULT, user_id = «'x'»

-- 42804: cannot subscript type integer because it does not support subscripting
UPDATE users SET «age»[1] = 1

-- 22P02: invalid input syntax for type integer: "x"
-- help: write a whole number
UPDATE users SET tags[«'x'»] = 'y'

-- 42804: cannot assign to field "x" of column "age" because its type integer is not a composite type
UPDATE users SET «age».x = 1

-- 22P02: invalid input syntax for type integer: "x"
-- help: write a whole number
UPDATE users SET home.zip = «'x'»

-- 42804: subfield "zip" is of type integer but expression is of type boolean
-- help: rewrite the expression or cast it: CAST(… AS integer)
-- place: the value is what does not fit
UPDATE users SET home.zip = «true»

-- 42804: argument of WHERE must be type boolean, not type integer
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
UPDATE users SET age = age + 1 WHERE «age»

-- 42804: argument of WHERE must be type boolean, not type integer
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
UPDATE users SET age = p.price FROM posts p WHERE «p.user_id»

-- 42712: table name "users" specified more than once
-- help: give each its own alias
UPDATE users SET age = 1 FROM «users» WHERE true

-- 42712: table name "u" specified more than once
-- help: give each its own alias
UPDATE users u SET age = 1 FROM «posts» u WHERE true

-- 42P01: invalid reference to FROM-clause entry for table "users"
-- help: write LATERAL before the subquery
UPDATE users SET age = x.age FROM (SELECT «users.age») x

-- 55000: cannot update view "post_counts"
-- help: write to the tables below it
UPDATE «post_counts» SET posts = 1

-- 55000: cannot insert into view "post_counts"
-- help: write to the tables below it
INSERT INTO «post_counts» (user_id) VALUES (1)

-- 55000: cannot delete from view "post_counts"
-- help: write to the tables below it
DELETE FROM «post_counts»

-- 42703: column "nam" of relation "authors" does not exist
-- help: did you mean "name"?
UPDATE authors SET name = 1, «nam» = 2

-- 42703: column "age" of relation "authors" does not exist
INSERT INTO authors (id, name, «age») VALUES (1, 'x', 2)

-- 42712: table name "users" specified more than once
-- help: give each its own alias
DELETE FROM users USING «users»

-- 42804: argument of WHERE must be type boolean, not type text
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
DELETE FROM users WHERE «name»

-- 22P02: invalid input syntax for type integer: "x"
-- help: write a whole number
DELETE FROM users WHERE id = «'x'»

-- 42P01: invalid reference to FROM-clause entry for table "users"
-- help: perhaps you meant the alias "u"
DELETE FROM users u WHERE «users.id» = 1

-- 42601: subquery has too many columns
-- help: 1 on the left, 2 in the subquery
DELETE FROM users WHERE id «IN» (SELECT id, name FROM users)

-- 42601: syntax error at or near "("
DELETE FROM generate_series«(»1, 3)

-- 42P01: relation "c" does not exist
WITH c AS (SELECT 1 AS id) DELETE FROM «c»

-- 42P01: relation "c" does not exist
WITH c AS (SELECT 1 AS id) UPDATE «c» SET id = 1

-- 42P10: there is no unique or exclusion constraint matching the ON CONFLICT specification
-- help: unique keys of likes: (post_id, user_id)
INSERT INTO likes (user_id, post_id) VALUES (1, 1) ON CONFLICT («user_id») DO NOTHING

-- 42P10: there is no unique or exclusion constraint matching the ON CONFLICT specification
-- help: unique keys of likes: (post_id, user_id)
INSERT INTO likes (user_id, post_id) VALUES (1, 1) ON CONFLICT («weight») DO NOTHING

-- 42P10: there is no unique or exclusion constraint matching the ON CONFLICT specification
-- help: unique keys of users: (email); (id)
INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT («name») DO UPDATE SET name = 'y'

-- 42P10: there is no unique or exclusion constraint matching the ON CONFLICT specification
-- help: unique keys of users: (email); (id)
INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT («id», email) DO NOTHING

-- 42601: ON CONFLICT DO UPDATE requires inference specification or constraint name
-- help: write ON CONFLICT (column, …) DO UPDATE
INSERT INTO users (id, name) VALUES (1, 'x') «ON» CONFLICT DO UPDATE SET name = 'y'

-- 22P02: invalid input syntax for type integer: "x"
-- help: write a whole number
INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET age = «'x'»

-- 42804: column "age" is of type integer but expression is of type text
-- help: rewrite the expression or cast it: CAST(… AS integer)
INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET age = «excluded.name»

-- 42601: multiple assignments to same column "age"
-- help: set it once
INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET age = 1, «age» = 2

-- 42703: column "users" of relation "users" does not exist
-- help: write the column alone, without its table
INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET «users».age = 1

-- 42702: column reference "name" is ambiguous
-- help: write users.name
INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET age = 1 WHERE «name»

-- 42804: argument of WHERE must be type boolean, not type integer
-- help: write a condition: a comparison, IS NOT NULL or a cast ::boolean
INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET age = 1 WHERE «excluded.age»

-- 42703: column "nam" does not exist
-- help: did you mean "name"?
INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT (id) WHERE «nam» = 'x' DO NOTHING

-- 42703: column "nam" does not exist
-- help: did you mean "name"?
INSERT INTO users (id, name) VALUES (1, 'x') RETURNING *, «nam»

-- 42703: column old.nam does not exist
-- help: did you mean "name"?
INSERT INTO users (id, name) VALUES (1, 'x') RETURNING «old.nam»

-- 42703: column new.nam does not exist
-- help: did you mean "name"?
UPDATE users SET age = 1 RETURNING «new.nam»

-- 42P01: missing FROM-clause entry for table "new"
UPDATE users SET age = «new.age» + 1

-- 42P01: missing FROM-clause entry for table "posts"
-- help: add posts to FROM
DELETE FROM users RETURNING «posts.*»

-- 42703: column "nme" does not exist
-- help: did you mean "name"?
INSERT INTO users DEFAULT VALUES RETURNING «nme»

-- 42804: column "id" is of type integer but expression is of type boolean
-- help: rewrite the expression or cast it: CAST(… AS integer)
INSERT INTO users (id, name) OVERRIDING SYSTEM VALUE VALUES («true», 'x')

-- 42P01: relation "nosuch.users" does not exist
-- help: did you mean "users"?
INSERT INTO «nosuch.users» (id) VALUES (1)

-- 42P01: invalid reference to FROM-clause entry for table "users"
-- help: perhaps you meant the alias "u"
INSERT INTO users AS u (id, name) VALUES (1, 'x') RETURNING «users.id»

-- 42703: column "u" of relation "users" does not exist
-- help: write the column alone, without its table
INSERT INTO users AS u («u».id, name) VALUES (1, 'x')

-- 42703: column "ctid" of relation "users" does not exist
-- help: did you mean "id"?
INSERT INTO users («ctid», id) VALUES ('(0,1)', 1)

-- 42804: column "price" is of type numeric but expression is of type text
-- help: rewrite the expression or cast it: CAST(… AS numeric)
UPDATE posts SET price = «title»

-- 22P02: invalid input syntax for type integer: "x"
-- help: write a whole number
UPDATE posts SET stars = «'x'»

-- 42804: column "published" is of type date but expression is of type integer
-- help: rewrite the expression or cast it: CAST(… AS date)
UPDATE posts SET published = «1»

-- 42804: column "published" is of type date but expression is of type time without time zone
-- help: rewrite the expression or cast it: CAST(… AS date)
UPDATE posts SET published = «now()::time»

-- 42804: column "published" is of type date but expression is of type integer
-- help: rewrite the expression or cast it: CAST(… AS date)
INSERT INTO posts (user_id, title, published) VALUES (1, 'x', «20240101»)

-- 42804: column "stars" is of type positive but expression is of type boolean
-- help: rewrite the expression or cast it: CAST(… AS integer)
INSERT INTO posts (user_id, title, stars) VALUES (1, 'x', «true»)

-- 42601: OLD cannot be specified multiple times
-- help: give OLD one name
INSERT INTO users (id, name) VALUES (1, 'a') RETURNING WITH (OLD AS o, NEW AS n, «OLD» AS p) o.name

-- 42601: NEW cannot be specified multiple times
-- help: give NEW one name
UPDATE users SET age = 1 RETURNING WITH (NEW AS n, «NEW» AS m) n.name

-- 42712: table name "o" specified more than once
-- help: give each its own name
DELETE FROM users RETURNING WITH (OLD AS o, «NEW» AS o) o.name

-- 42P09: table reference "excluded" is ambiguous
-- help: give the table another alias: excluded is the row that was to be inserted
INSERT INTO users AS excluded (id, name) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET name = «excluded.name»

-- 42702: column reference "age" is ambiguous
-- help: give the table another alias: excluded is the row that was to be inserted
INSERT INTO users AS excluded (id, name) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET name = 'b' WHERE «age» > 1

-- 0A000: cannot insert into column "name" of view "shouted"
-- help: write to the table below it
INSERT INTO shouted (id, «name») VALUES (1, 'X')

-- 0A000: cannot update column "name" of view "shouted"
-- help: write to the table below it
UPDATE shouted SET «name» = 'X'

-- 55000: cannot delete from view "post_counts"
-- help: write to the tables below it
MERGE INTO «post_counts» c USING users u ON u.id = c.user_id WHEN MATCHED THEN DELETE

-- 42809: ON CONFLICT DO UPDATE not supported with exclusion constraints
-- help: write DO NOTHING, or name a unique constraint
INSERT INTO bookings (room) VALUES (1) «ON» CONFLICT ON CONSTRAINT one_at_a_time DO UPDATE SET room = 2

-- 42P10: there is no unique or exclusion constraint matching the ON CONFLICT specification
-- help: visits has no unique key
INSERT INTO visits (user_id, at) VALUES (1, '2024-01-01') ON CONFLICT («user_id») DO NOTHING

-- 42P10: there is no unique or exclusion constraint matching the ON CONFLICT specification
-- help: users has no unique index on an expression
INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT («lower»(name)) DO NOTHING

-- 42809: cannot change sequence "posts_id_seq"
-- help: call nextval or setval
UPDATE «posts_id_seq» SET last_value = 5

-- 428C9: cannot insert a non-DEFAULT value into column "id"
-- help: write DEFAULT, or leave the column out
MERGE INTO posts p USING users u ON u.id = p.user_id WHEN NOT MATCHED THEN INSERT (id, user_id, title) VALUES («1», u.id, '')

-- 22001: value too long for type character varying(5)
-- help: code has room for 5 characters, and this has 6
INSERT INTO parcels (code) VALUES (NULL), («'ABCDEF'»)

-- 22001: value too long for type character(2)
-- help: country has room for 2 characters, and this has 7
UPDATE parcels SET country = «'Austria'» WHERE code = 'A'

-- 22003: numeric field overflow
-- help: weight has 2 digits before the point
INSERT INTO parcels (weight) VALUES («99.995»)

-- 22003: numeric field overflow
-- help: weight has 2 digits before the point
UPDATE parcels SET weight = «'1e2'»

-- 22003: smallint out of range
-- help: items holds numbers from -32768 to 32767
UPDATE parcels SET items = «-32769»

-- 22003: integer out of range
-- help: age holds numbers from -2147483648 to 2147483647
UPDATE users SET age = «3000000000»

-- 428C9: cannot insert a non-DEFAULT value into column "id"
-- help: write DEFAULT, or leave the column out; or write OVERRIDING SYSTEM VALUE before VALUES
INSERT INTO titles (id, called) VALUES («1», 'x')

-- 428C9: column "words" can only be updated to DEFAULT
-- help: write length = DEFAULT, or leave it out
UPDATE titles SET «length» = 5
