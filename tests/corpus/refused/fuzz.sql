-- 42804: UNION types text and integer cannot be matched
-- help: cast one of the two, for example ::text
(SELECT DISTINCT $1) UNION SELECT «id» FROM users

-- 22003: value "9000000000" is out of range for type integer
-- help: write a whole number
SELECT id FROM users WHERE id = «'9000000000'»

-- 42883: operator does not exist: json = json
-- help: join with ON, and cast one of the two
WITH a AS (SELECT '{}'::json AS j) SELECT 1 FROM a JOIN a AS b USING («j»)

-- 42804: array subscript must have type integer
SELECT tags[«name»] FROM users

-- 42883: operator does not exist: text = integer
-- help: no operator takes these types; you may need a cast
SELECT CASE $1 «WHEN» 1 THEN 2 END

-- 0A000: input of anonymous composite types is not implemented
-- help: write a cast to the type of the row
SELECT home = «'(a,1)'» FROM users
