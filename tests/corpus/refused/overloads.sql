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

-- 42809: clean(integer) is a procedure
-- help: call it by CALL
SELECT «clean»(1)

-- 42809: length(text) is not a procedure
-- help: call a function by SELECT
CALL «length»('a'::text)

-- 42883: procedure clear(integer) does not exist
-- help: did you mean "clean"?
CALL «clear»(1)

-- 42601: a column definition list is required for functions returning "record"
-- help: write AS alias (column type, …) behind it
SELECT * FROM «anything»()

-- 42601: a column definition list is redundant for a function with OUT parameters
-- help: name the columns alone, without types
SELECT * FROM named() AS n («a» integer, b text)

-- 42601: a column definition list is only allowed for functions returning "record"
-- help: name the columns alone, without types
SELECT * FROM generate_series(1, 2) AS s («a» integer)

-- 42601: a column definition list is required for functions returning "record"
-- help: write AS alias (column type, …) behind it
SELECT * FROM users, «jsonb_to_recordset»(settings) AS r

-- 42725: function clash(unknown) is not unique
-- help: several functions would do: cast the arguments to the types that you mean
SELECT «clash»('a')

-- 42804: could not determine polymorphic type because input has type unknown
-- help: cast an argument to the type that you mean
SELECT «array_length»('{1}', 1)

-- 42804: could not determine polymorphic type because input has type unknown
-- help: cast an argument to the type that you mean
SELECT «to_jsonb»(NULL) FROM users

-- 42803: column "u.*" must appear in the GROUP BY clause or be used in an aggregate function
-- help: group by the primary key of u, or name its columns
SELECT to_jsonb(«u»), count(*) FROM users u

-- 42703: column "ctid" does not exist
SELECT «ctid» FROM pg_tables
