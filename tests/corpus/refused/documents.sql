-- 42804: cannot use non-string types with WITH UNIQUE KEYS clause
-- help: leave it out, or cast the value to text
SELECT «JSON»(settings WITH UNIQUE KEYS) FROM users

-- 42804: JSON ENCODING clause is only allowed for bytea input type
-- help: write FORMAT JSON alone
SELECT JSON_OBJECT('name': name «FORMAT» JSON ENCODING UTF8) FROM users

-- 0A000: cannot set JSON encoding for non-bytea output types
-- help: write FORMAT JSON alone
SELECT JSON_ARRAYAGG(name RETURNING text «FORMAT» JSON ENCODING UTF8) FROM users

-- 0A000: unsupported JSON encoding
-- help: write ENCODING UTF8
SELECT JSON_SERIALIZE(settings RETURNING bytea «FORMAT» JSON ENCODING UTF16) FROM users

-- 0A000: returning SETOF types is not supported in SQL/JSON functions
-- help: leave SETOF out
SELECT JSON_ARRAY(name RETURNING SETOF «text») FROM users

-- 0A000: returning pseudo-types is not supported in SQL/JSON functions
-- help: name a type that a column can have
SELECT JSON_OBJECT('name': name RETURNING «record») FROM users

-- 0A000: cannot use JSON format with non-string output types
-- help: leave it out
SELECT JSON_QUERY(settings, '$.a' RETURNING int «FORMAT» JSON) FROM users

-- 42601: cannot specify FORMAT JSON in RETURNING clause of JSON_VALUE()
-- help: leave it out, or call JSON_QUERY
SELECT JSON_VALUE(settings, '$.a' RETURNING text «FORMAT» JSON) FROM users

-- 0A000: returning pseudo-types is not supported in SQL/JSON functions
-- help: name a type that a column can have
SELECT JSON_VALUE(settings, '$.a' RETURNING «anyelement») FROM users

-- 42804: JSON ENCODING clause is only allowed for bytea input type
-- help: write FORMAT JSON alone
SELECT JSON_EXISTS(settings, '$.a' PASSING name «FORMAT» JSON ENCODING UTF8 AS n) FROM users

-- 42601: SQL/JSON QUOTES behavior must not be specified when WITH WRAPPER is used
-- help: leave OMIT QUOTES or WITH WRAPPER out
SELECT «JSON_QUERY»(settings, '$.a' WITH CONDITIONAL WRAPPER OMIT QUOTES) FROM users

-- 42601: invalid ON EMPTY behavior
-- help: write ERROR, NULL, DEFAULT …, EMPTY ARRAY or EMPTY OBJECT
SELECT JSON_QUERY(settings, '$.a' «UNKNOWN» ON EMPTY) FROM users

-- 42601: invalid ON ERROR behavior
-- help: write ERROR, TRUE, FALSE or UNKNOWN
SELECT JSON_EXISTS(settings, '$.a' «NULL» ON ERROR) FROM users

-- 42601: invalid ON ERROR behavior
-- help: write ERROR, NULL or DEFAULT …
SELECT JSON_VALUE(settings, '$.a' «EMPTY» OBJECT ON ERROR) FROM users

-- 42804: can only specify a constant, non-aggregate function, or operator expression for DEFAULT
-- help: write COALESCE around the call for a default that is passed
SELECT JSON_VALUE(settings, '$.a' DEFAULT «coalesce»('a', 'b') ON EMPTY) FROM users

-- 42804: can only specify a constant, non-aggregate function, or operator expression for DEFAULT
-- help: write COALESCE around the call for a default that is passed
SELECT JSON_VALUE(settings, '$.a' DEFAULT «current_user» ON EMPTY) FROM users

-- 42804: can only specify a constant, non-aggregate function, or operator expression for DEFAULT
-- help: write COALESCE around the call for a default that is passed
SELECT JSON_VALUE(settings, '$.a' RETURNING int DEFAULT «$1::int» ON EMPTY) FROM users

-- 42804: DEFAULT expression must not contain column references
-- help: write COALESCE around the call for a default from a column
SELECT JSON_VALUE(settings, '$.a' DEFAULT «upper»(name) ON EMPTY) FROM users

-- 42804: DEFAULT expression must not return a set
-- help: write one value
SELECT JSON_VALUE(settings, '$.a' RETURNING int DEFAULT «generate_series»(1, 2) ON EMPTY) FROM users

-- 42846: cannot cast behavior expression of type integer to bit
-- help: cast it to bit where a cast leads there
SELECT JSON_VALUE(settings, '$.a' RETURNING bit(4) DEFAULT «1» ON EMPTY) FROM users

-- 42712: duplicate JSON_TABLE column or path name: a
SELECT t.* FROM users, JSON_TABLE(settings, '$' AS a COLUMNS («a» int)) t

-- 42712: duplicate JSON_TABLE column or path name: a
SELECT t.* FROM users, JSON_TABLE(settings, '$' COLUMNS (a int, NESTED PATH '$.b' AS «a» COLUMNS (c int))) t

-- 42601: only one FOR ORDINALITY column is allowed
-- help: leave it out
SELECT t.* FROM users, JSON_TABLE(settings, '$' COLUMNS (a FOR ORDINALITY, b int, «c» FOR ORDINALITY)) t

-- 42601: SQL/JSON QUOTES behavior must not be specified when WITH WRAPPER is used
-- help: leave OMIT QUOTES or WITH WRAPPER out
SELECT t.* FROM users, JSON_TABLE(settings, '$' COLUMNS («a» text WITH WRAPPER OMIT QUOTES)) t

-- 42601: invalid ON EMPTY behavior for column "a"
-- help: write ERROR, NULL or DEFAULT …
SELECT t.* FROM users, JSON_TABLE(settings, '$' COLUMNS (a int «EMPTY» ARRAY ON EMPTY)) t

-- 42601: invalid ON ERROR behavior for column "a"
-- help: write ERROR, NULL, DEFAULT …, EMPTY ARRAY or EMPTY OBJECT
SELECT t.* FROM users, JSON_TABLE(settings, '$' COLUMNS (a int[] «FALSE» ON ERROR)) t

-- 42601: invalid ON ERROR behavior for column "a"
-- help: write ERROR, TRUE, FALSE or UNKNOWN
SELECT t.* FROM users, JSON_TABLE(settings, '$' COLUMNS (a bool EXISTS «NULL» ON ERROR)) t

-- 42601: invalid ON ERROR behavior
-- help: write EMPTY ARRAY or ERROR
SELECT t.* FROM users, JSON_TABLE(settings, '$' COLUMNS (a int) «NULL» ON ERROR) t

-- 0A000: cannot use JSON format with non-string output types
-- help: leave it out
SELECT t.* FROM users, JSON_TABLE(settings, '$' COLUMNS (a int «FORMAT» JSON)) t

-- 0A000: returning SETOF types is not supported in SQL/JSON functions
-- help: leave SETOF out
SELECT t.* FROM users, JSON_TABLE(settings, '$' COLUMNS (a SETOF «int»)) t
