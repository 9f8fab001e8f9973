-- 22P02: invalid input syntax for type integer: "abc"
SELECT «'abc'»::int

-- 22P02: invalid input syntax for type integer: ""
SELECT «''»::int

-- 22P02: invalid input syntax for type integer: "1.5"
SELECT «'1.5'»::int

-- 22P02: invalid input syntax for type integer: "abc"
SELECT id FROM users WHERE id = «'abc'»

-- 22P02: invalid input syntax for type integer: "12 34"
SELECT id FROM users WHERE id = «'12 34'»

-- 22P02: invalid input syntax for type integer: "many"
SELECT id FROM users WHERE age > «'many'»

-- 22P02: invalid input value for enum mood: "hapy"
-- help: did you mean "happy"?
SELECT id FROM users WHERE mood = «'hapy'»

-- 22P02: invalid input value for enum mood: "angry"
-- help: one of sad, ok, happy
SELECT «'angry'»::mood

-- 22P02: invalid input value for enum mood: "glad"
-- help: one of sad, ok, happy
SELECT id FROM users WHERE mood IN ('sad', «'glad'»)

-- 22P02: invalid input value for enum mood: "none"
-- help: one of sad, ok, happy
SELECT coalesce(mood, «'none'») FROM users

-- 22P02: invalid input value for enum mood: "Happy"
-- help: did you mean "happy"?
INSERT INTO users (id, name, mood) VALUES (1, 'x', «'Happy'»)

-- 22P02: invalid input value for enum mood: ""
-- help: one of sad, ok, happy
UPDATE users SET mood = «''»

-- 22P02: invalid input syntax for type integer: "x"
SELECT «'x'»::positive

-- 42601: invalid Unicode escape
SELECT U&'«\»zzzz'

-- 22P02: invalid input syntax for type bigint: "many"
SELECT id FROM users LIMIT «'many'»

-- 22P02: invalid input syntax for type integer: "one"
SELECT age + «'one'» FROM users

-- 22P02: invalid input syntax for type integer: "1.5"
SELECT age * «'1.5'» FROM users

-- 22P02: invalid input syntax for type integer: ""
SELECT CASE WHEN active THEN age ELSE «''» END FROM users

-- 22P02: invalid input syntax for type integer: "x"
SELECT id, «'x'» FROM users UNION SELECT 1, 2

-- 22P02: invalid input syntax for type integer: "a"
SELECT generate_series(«'a'», 3)

-- 22P02: invalid input syntax for type integer: "nan "
SELECT «'nan '»::integer

-- 22P02: invalid input syntax for type integer: "Infinity"
SELECT «'Infinity'»::int

-- 22P02: invalid input syntax for type integer: "2024-01-01"
SELECT «'2024-01-01'»::int

-- 22P02: invalid input syntax for type integer: ""
SELECT age = «''» FROM users

-- 42883: operator does not exist: text + integer
-- help: no operator takes these types; you may need a cast
SELECT text 'a' «+» 1

-- 22P02: invalid input syntax for type integer: "a"
SELECT int «'a'»

-- 22P02: invalid input syntax for type integer: "x"
SELECT true::int + «'x'»
