-- 42725: operator is not unique: date + unknown
-- help: several operators would do: cast an operand to the type that you mean
SELECT published «+» '1 day' FROM posts

-- 42725: operator is not unique: unknown + unknown
-- help: several operators would do: cast an operand to the type that you mean
SELECT '1' «+» '2'

-- 42725: operator is not unique: date + unknown
-- help: several operators would do: cast an operand to the type that you mean
SELECT published «+» $1 FROM posts

-- 42725: function generate_series(unknown, unknown) is not unique
-- help: several functions would do: cast the arguments to the types that you mean
SELECT «generate_series»('1', '2')

-- 42725: function percentile_disc(unknown, mood) is not unique
-- help: several functions would do: cast the arguments to the types that you mean
SELECT «percentile_disc»($1) WITHIN GROUP (ORDER BY mood) FROM users

-- 42883: function similarity(text, unknown) does not exist
-- help: CREATE EXTENSION pg_trgm brings it
SELECT «similarity»(name, 'x') FROM users

-- 42883: function uuid_generate_v4() does not exist
-- help: CREATE EXTENSION "uuid-ossp" brings it
SELECT «uuid_generate_v4»()

-- 42704: type "citext" does not exist
-- help: CREATE EXTENSION citext brings it
SELECT name::«citext» FROM users

-- 42P01: relation "pg_stat_statements" does not exist
-- help: CREATE EXTENSION pg_stat_statements brings it
SELECT * FROM «pg_stat_statements»

-- 42P01: relation "pg_clas" does not exist
-- help: did you mean "pg_class"?
SELECT * FROM «pg_clas»

-- 42703: column "relnam" does not exist
-- help: did you mean "relname"?
SELECT «relnam» FROM pg_class

-- 42P01: relation "information_schema.table" does not exist
-- help: did you mean "tables"?
SELECT * FROM «information_schema.table»

-- 42883: operator does not exist: text = integer
-- help: no operator takes these types; you may need a cast
SELECT * FROM information_schema.columns WHERE data_type::text «=» 1
