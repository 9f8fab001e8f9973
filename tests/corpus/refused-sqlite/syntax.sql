-- error: near "SELEC": syntax error
-- help: did you mean "SELECT"?
«SELEC» 1

-- error: incomplete input
-- help: the statement is not complete
SELECT«»

-- error: incomplete input
-- help: the statement is not complete
SELECT 1 +«»

-- error: near "FROM": syntax error
SELECT «FROM» users

-- error: no such column: name
-- help: users has such a column, but is not in reach here
SELECT «name» users

-- error: near "FROM": syntax error
-- help: remove the comma before it
SELECT name, «FROM» users

-- error: incomplete input
-- help: the statement is not complete
SELECT name FROM«»

-- error: incomplete input
-- help: the statement is not complete
SELECT name FROM users WHERE«»

-- error: incomplete input
-- help: the statement is not complete
SELECT name FROM users WHERE id =«»

-- error: incomplete input
-- help: the statement is not complete
SELECT name FROM users WHERE id = 1 AND«»

-- error: near ")": syntax error
-- help: remove the comma before it
SELECT name FROM users WHERE id IN (1, «)»

-- error: incomplete input
-- help: the statement is not complete
SELECT name FROM users GROUP«»

-- error: near "id": syntax error
-- help: write BY after GROUP, ORDER or PARTITION
SELECT name FROM users ORDER «id»

-- error: near ",": syntax error
-- help: write LIMIT count OFFSET start
SELECT name FROM users LIMIT 1, 2«,» 3

-- error: near "1": syntax error
-- help: write LIMIT count OFFSET start
SELECT name FROM users OFFSET «1»

-- error: near "FROM": syntax error
-- help: close the bracket with )
SELECT (1 «FROM» users

-- error: near ")": syntax error
-- help: there is no ( for it: remove it
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
-- help: write THEN after the condition
SELECT CASE WHEN 1 «END» FROM users

-- error: near "TEXT": syntax error
-- help: write CAST(… AS type)
SELECT CAST(name «TEXT») FROM users

-- error: unrecognized token: ":"
-- help: write CAST(… AS type)
SELECT name«::»text FROM users

-- error: near "UPDATE": syntax error
-- help: SQLite locks the whole database: leave it out
SELECT name FROM users FOR «UPDATE»

-- error: near "1": syntax error
-- help: write LIMIT at the end of the query
SELECT TOP «1» name FROM users

-- error: near "ON": syntax error
-- help: SQLite has no DISTINCT ON: write GROUP BY, or row_number() OVER (…)
SELECT DISTINCT «ON» (name) name FROM users

-- error: near "ILIKE": syntax error
-- help: write LIKE: it does not tell A from a
SELECT name FROM users WHERE name «ILIKE» 'x'

-- error: near "SIMILAR": syntax error
-- help: write LIKE or GLOB
SELECT name FROM users WHERE name «SIMILAR» TO 'x'

-- error: no such column: ARRAY
SELECT «ARRAY»[1]

-- error: near "FIRST": syntax error
-- help: write LIMIT at the end of the query
SELECT name FROM users FETCH «FIRST» 1 ROW ONLY

-- error: near "SELECT": syntax error
-- help: SQLite has no LATERAL: write a subquery in the select list, or a window
SELECT name FROM LATERAL («SELECT» 1)

-- error: near "FROM": syntax error
-- help: write strftime(…): SQLite has no EXTRACT
SELECT EXTRACT(year «FROM» body) FROM posts

-- error: near "SELECT": syntax error
SELECT name FROM users WHERE id = ANY («SELECT» 1)

-- error: no such column: INTERVAL
SELECT «INTERVAL» '1 day'

-- error: incomplete input
-- help: the statement is not complete
SELECT name FROM users WHERE NOT«»

-- error: near "FROM": syntax error
-- help: write the type or the name before it
SELECT name AS «FROM» users

-- error: near "u2": syntax error
SELECT name FROM users u «u2»

-- error: near "select": syntax error
SELECT «select» FROM users

-- error: near "group": syntax error
-- help: GROUP is a keyword; as a name it is written "group"
SELECT name FROM «group»

-- error: near "SELECT": syntax error
-- help: put the query in brackets: AS (SELECT …)
WITH a AS «SELECT» 1 SELECT * FROM a

-- error: incomplete input
-- help: the statement is not complete
WITH a AS (SELECT 1)«»

-- error: incomplete input
-- help: the statement is not complete
SELECT name FROM users WHERE id BETWEEN 1«»

-- error: incomplete input
-- help: the statement is not complete
SELECT name FROM users WHERE name LIKE«»

-- error: incomplete input
-- help: the statement is not complete
SELECT name FROM users WHERE name IS«»

-- error: unexpected character "#"
-- server: unrecognized token: "#"
SELECT «#» FROM users

-- error: near ".": syntax error
SELECT a.b.c«.»d FROM users

-- error: near "ALL": syntax error
-- help: SQLite has no ALL here: leave it out
SELECT name FROM users EXCEPT «ALL» SELECT title FROM posts

-- error: near "ORDER": syntax error
SELECT group_concat(name «ORDER» BY id) FROM users
