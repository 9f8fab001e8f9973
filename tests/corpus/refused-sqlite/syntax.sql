-- error: near "SELEC": syntax error
«SELEC» 1

-- error: incomplete input
SELECT«»

-- error: incomplete input
SELECT 1 +«»

-- error: near "FROM": syntax error
SELECT «FROM» users

-- error: no such column: name
SELECT «name» users

-- error: near "FROM": syntax error
SELECT name, «FROM» users

-- error: incomplete input
SELECT name FROM«»

-- error: incomplete input
SELECT name FROM users WHERE«»

-- error: incomplete input
SELECT name FROM users WHERE id =«»

-- error: incomplete input
SELECT name FROM users WHERE id = 1 AND«»

-- error: near ")": syntax error
SELECT name FROM users WHERE id IN (1, «)»

-- error: incomplete input
SELECT name FROM users GROUP«»

-- error: near "id": syntax error
SELECT name FROM users ORDER «id»

-- error: near ",": syntax error
SELECT name FROM users LIMIT 1, 2«,» 3

-- error: near "1": syntax error
SELECT name FROM users OFFSET «1»

-- error: near "FROM": syntax error
SELECT (1 «FROM» users

-- error: near ")": syntax error
SELECT 1«)» FROM users

-- error: unterminated string
-- help: close it with ', and write '' for a quote inside
-- server: unrecognized token: "'abc FROM users"
SELECT «'abc FROM users»

-- error: unrecognized token: "x'0'"
SELECT «x'0'» FROM users

-- error: unrecognized token: "x'zz'"
SELECT «x'zz'» FROM users

-- error: unrecognized token: "1a"
«SELECT» 1a FROM users

-- error: near "FROM": syntax error
SELECT CASE END «FROM» users

-- error: near "END": syntax error
SELECT CASE WHEN 1 «END» FROM users

-- error: near "TEXT": syntax error
SELECT CAST(name «TEXT») FROM users

-- error: near "::": syntax error
-- server: unrecognized token: ":"
SELECT name«::»text FROM users

-- error: near "UPDATE": syntax error
SELECT name FROM users FOR «UPDATE»

-- error: near "1": syntax error
SELECT TOP «1» name FROM users

-- error: near "ON": syntax error
SELECT DISTINCT «ON» (name) name FROM users

-- error: near "ILIKE": syntax error
SELECT name FROM users WHERE name «ILIKE» 'x'

-- error: near "SIMILAR": syntax error
SELECT name FROM users WHERE name «SIMILAR» TO 'x'

-- error: no such column: ARRAY
SELECT «ARRAY»[1]

-- error: near "FIRST": syntax error
SELECT name FROM users FETCH «FIRST» 1 ROW ONLY

-- error: near "SELECT": syntax error
SELECT name FROM LATERAL («SELECT» 1)

-- error: near "FROM": syntax error
SELECT EXTRACT(year «FROM» body) FROM posts

-- error: near "SELECT": syntax error
SELECT name FROM users WHERE id = ANY («SELECT» 1)

-- error: no such column: INTERVAL
SELECT «INTERVAL» '1 day'

-- error: incomplete input
SELECT name FROM users WHERE NOT«»

-- error: near "FROM": syntax error
SELECT name AS «FROM» users

-- error: near "u2": syntax error
SELECT name FROM users u «u2»

-- error: near "select": syntax error
SELECT «select» FROM users

-- error: near "group": syntax error
SELECT name FROM «group»

-- error: near "SELECT": syntax error
WITH a AS «SELECT» 1 SELECT * FROM a

-- error: incomplete input
WITH a AS (SELECT 1)«»

-- error: incomplete input
SELECT name FROM users WHERE id BETWEEN 1«»

-- error: incomplete input
SELECT name FROM users WHERE name LIKE«»

-- error: incomplete input
SELECT name FROM users WHERE name IS«»

-- error: unexpected character "#"
-- server: unrecognized token: "#"
SELECT «#» FROM users

-- error: near ".": syntax error
SELECT a.b.c«.»d FROM users

-- error: near "ALL": syntax error
SELECT name FROM users EXCEPT «ALL» SELECT title FROM posts

-- error: near "ORDER": syntax error
SELECT group_concat(name «ORDER» BY id) FROM users
