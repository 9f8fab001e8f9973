-- 42P18: could not determine data type of parameter $1
-- help: write a cast: $1::text
SELECT «$1» IS NULL

-- 42P18: could not determine data type of parameter $1
-- help: write a cast: $1::text
SELECT «$1» IS NULL, $2 = 1

-- 42P08: could not determine data type of parameter $1
-- help: write a cast: $1::text
SELECT id FROM users WHERE «$1» IS NULL OR name = $1

-- 42883: operator does not exist: text = integer
-- help: no operator takes these types; you may need a cast
SELECT id FROM users WHERE age = $1 AND name «=» $1

-- 42883: operator does not exist: timestamp with time zone = integer
-- help: no operator takes these types; you may need a cast
SELECT id FROM users WHERE age = $1 OR created_at «=» $1

-- 42883: function lower(integer) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT $1::int, $1::text || «lower»($1)

-- 42725: operator is not unique: unknown + unknown
-- help: several operators would do: cast an operand to the type that you mean
SELECT $1 «+» $2

-- 42P18: could not determine data type of parameter $1
-- help: write a cast: $1::text
SELECT count(«$1»)

-- 42P18: could not determine data type of parameter $1
-- help: write a cast: $1::text
SELECT json_build_object('a', «$1»)

-- 42P18: could not determine data type of parameter $1
-- help: write a cast: $1::text
SELECT jsonb_build_array(«$1»)

-- 42P18: could not determine data type of parameter $1
-- help: write a cast: $1::text
SELECT format('%s', «$1»)

-- 42P18: could not determine data type of parameter $2
-- help: write a cast: $2::text
SELECT ARRAY[$1]::text[], «$2» IS NULL

-- 42P18: could not determine data type of parameter $3
-- help: write a cast: $3::text
SELECT coalesce($1, $2) IS NULL, «$3» IS NULL

-- 42P08: inconsistent types deduced for parameter $1: integer and text
-- help: write a cast, or use two parameters
-- server: inconsistent types deduced for parameter $1
INSERT INTO users (id, name) VALUES ($1, «$1»)

-- 42P08: inconsistent types deduced for parameter $1: integer and text
-- help: write a cast, or use two parameters
-- server: inconsistent types deduced for parameter $1
UPDATE users SET age = $1, name = «$1»

-- 42804: argument of OFFSET must be type bigint, not type text
-- also: argument of LIMIT must be type bigint, not type text
SELECT id FROM users LIMIT $1 OFFSET «lower»($1)

-- 42883: operator does not exist: text = integer
-- help: no operator takes these types; you may need a cast
SELECT id FROM users WHERE age BETWEEN $1 AND $2 AND name «=» $2

-- 42P08: inconsistent types deduced for parameter $1: integer and text
-- help: write a cast, or use two parameters
-- server: inconsistent types deduced for parameter $1
SELECT id FROM users WHERE (age, name) = ($1, «$1»)

-- 42883: operator does not exist: integer = text
-- help: no operator takes these types; you may need a cast
SELECT id FROM users WHERE tags = $1 AND name = ANY ($1) AND age «=» ANY ($1)

-- 42883: operator does not exist: text + integer
-- help: no operator takes these types; you may need a cast
SELECT $1 LIKE $2, $1 «+» 1

-- 42P18: could not determine data type of parameter $1
-- help: write a cast: $1::text
SELECT pg_typeof(«$1»)

-- 42P18: could not determine data type of parameter $1
-- help: write a cast: $1::text
SELECT row_to_json(ROW(«$1»))

-- 42804: CASE types integer and boolean cannot be matched
-- help: cast one of the two, for example ::integer
SELECT CASE WHEN $1 THEN «$1» ELSE 2 END

-- 42803: column "users.id" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.id to GROUP BY, or write min(users.id)
SELECT «id» FROM users WHERE id = $1 GROUP BY $1

-- 42725: function unnest(unknown) is not unique
-- help: several functions would do: cast the arguments to the types that you mean
SELECT «unnest»($1)

-- 42P18: could not determine data type of parameter $1
-- help: write a cast: $1::text
-- also: could not determine data type of parameter $2
SELECT num_nonnulls(«$1», $2)

-- 42883: operator does not exist: text = integer
-- help: no operator takes these types; you may need a cast
SELECT id FROM users WHERE age IN ($1, $2) AND name «IN» ($1)

-- 42601: syntax error at or near "$1"
SELECT id FROM «$1»

-- 42601: syntax error at or near "$1"
SELECT id FROM users ORDER BY id «$1»

-- 42601: syntax error at or near "$1"
-- help: write CAST(… AS interval)
SELECT interval «$1»

-- 42704: type "nosuch" does not exist
SELECT CAST($1 AS «nosuch»)

-- 42601: syntax error at or near "$1"
TRUNCATE «$1»

-- 42601: syntax error at or near "$1"
NOTIFY x, «$1»
