-- error: near "FROM": syntax error
-- help: remove the comma before it
SELECT id, «FROM» users

-- error: near "users": syntax error
-- help: did you mean "FROM"?
SELECT name FORM «users»

-- error: near "SELCT": syntax error
-- help: did you mean "SELECT"?
«SELCT» name FROM users

-- error: near "users": syntax error
-- help: write DELETE FROM
DELETE «users» WHERE id = 1

-- error: near "JOIN": syntax error
-- help: write UPDATE … SET … FROM …, and the condition in WHERE
UPDATE users «JOIN» posts ON posts.user_id = users.id SET name = 'x'

-- error: near ".": syntax error
-- help: write the column's name alone after SET
UPDATE users SET users«.»name = 'x'

-- error: near "USING": syntax error
-- help: choose the rows in a subquery: WHERE id IN (SELECT …)
DELETE FROM users «USING» posts WHERE posts.user_id = users.id

-- error: near "SET": syntax error
-- help: write INSERT INTO … (column, …) VALUES (…)
INSERT INTO users «SET» name = 'x'

-- error: near "DUPLICATE": syntax error
-- help: write INSERT INTO … ON CONFLICT (…) DO UPDATE SET …
INSERT INTO users (name) VALUES ('a') ON «DUPLICATE» KEY UPDATE name = 'x'

-- error: near "IGNORE": syntax error
-- help: write INSERT OR IGNORE
INSERT «IGNORE» INTO users (name) VALUES ('a')

-- error: near "VALUE": syntax error
-- help: write VALUES
INSERT INTO users (name) «VALUE» ('a')

-- error: near "DEFAULT": syntax error
-- help: leave the column out, or write its value
INSERT INTO users (name, age) VALUES ('a', «DEFAULT»)

-- error: near "FIRST": syntax error
-- help: write LIMIT at the end of the query
SELECT name FROM users FETCH «FIRST» 3 ROWS ONLY

-- error: near "3": syntax error
-- help: write LIMIT count OFFSET start
SELECT name FROM users OFFSET «3»

-- error: near "ORDER": syntax error
-- help: put LIMIT after ORDER BY
SELECT name FROM users LIMIT 3 «ORDER» BY name

-- error: near "WHERE": syntax error
-- help: put WHERE before GROUP BY and ORDER BY
SELECT name FROM users ORDER BY name «WHERE» id = 1

-- error: near "name": syntax error
-- help: write BY after GROUP, ORDER or PARTITION
SELECT name FROM users GROUP «name»

-- error: near "FROM": syntax error
-- help: write strftime(…): SQLite has no EXTRACT
SELECT EXTRACT(YEAR «FROM» name) FROM users

-- error: near "FROM": syntax error
-- help: separate the arguments with commas
SELECT SUBSTRING(name «FROM» 2) FROM users

-- error: near "1": syntax error
-- help: write datetime(moment, '+1 day'): SQLite has no INTERVAL
SELECT name + INTERVAL «1» DAY FROM users

-- error: no such column: ARRAY
SELECT «ARRAY»[1, 2] FROM users

-- error: near "ALL": syntax error
-- help: SQLite has no ALL here: leave it out
SELECT name FROM users INTERSECT «ALL» SELECT title FROM posts

-- error: near "(": syntax error
-- help: leave the brackets out: SQLite takes plain SELECTs here
SELECT name FROM users UNION «(»SELECT title FROM posts)

-- error: near "SELECT": syntax error
-- help: SQLite has no LATERAL: write a subquery in the select list, or a window
SELECT name FROM users, LATERAL («SELECT» 1) AS x

-- error: near "SELECT": syntax error
-- help: put the query in brackets, or write IN (SELECT …)
SELECT name FROM users WHERE id = «SELECT» 1

-- error: near "1": syntax error
-- help: put the values in brackets: IN (…)
SELECT name FROM users WHERE id IN «1», 2

-- error: near "SELECT": syntax error
-- help: put the query in brackets: EXISTS (SELECT …)
SELECT name FROM users WHERE EXISTS «SELECT» 1

-- error: near "'x'": syntax error
-- help: write IS NOT NULL, NOT IN, NOT LIKE or NOT BETWEEN
SELECT name FROM users WHERE name NOT «'x'»

-- error: near "IN": syntax error
-- help: name the value before NOT IN
SELECT name FROM users WHERE name IS NOT «IN» ('a')

-- error: near ",": syntax error
-- help: write AND between the bounds
SELECT name FROM users WHERE id BETWEEN 1«,» 3

-- error: near "SIMILAR": syntax error
-- help: write LIKE or GLOB
SELECT name FROM users WHERE name «SIMILAR» TO 'x'

-- error: unterminated string
-- help: close it with ', and write '' for a quote inside
-- server: near "s": syntax error
SELECT name FROM users WHERE name = 'it's«'»

-- error: near "THEN": syntax error
-- help: write WHEN before the condition
SELECT CASE id «THEN» 1 END FROM users

-- error: near "ELSE": syntax error
-- help: write THEN after the condition
SELECT CASE WHEN id «ELSE» 1 END FROM users

-- error: near ",": syntax error
-- help: write CAST(… AS type)
SELECT CAST(name«,» TEXT) FROM users

-- error: near "FROM": syntax error
-- help: close the bracket with )
SELECT count(* «FROM» users

-- error: near ")": syntax error
-- help: there is no ( for it: remove it
SELECT count(*)«)» FROM users

-- error: near "order": syntax error
-- help: put a name that is a keyword in "double quotes"
SELECT «order» FROM users

-- error: near "order": syntax error
-- help: ORDER is a keyword; as a name it is written "order"
SELECT * FROM «order»

-- error: near "%": syntax error
-- help: write a parameter as ?, ?1 or :name
SELECT name FROM users WHERE id = «%»s

-- error: near "FROM": syntax error
-- help: put the window in brackets: OVER (…)
SELECT row_number() OVER ORDER BY id «FROM» users

-- error: near "user_id": syntax error
-- help: put the columns in brackets: USING (…)
SELECT name FROM users JOIN posts USING «user_id»

-- error: near "SELECT": syntax error
-- help: write AS before the query
WITH a («SELECT» 1) SELECT * FROM a

-- error: near "SELECT": syntax error
-- help: put the query in brackets: AS (SELECT …)
WITH a AS «SELECT» 1 SELECT * FROM a

-- error: near "TRUNCATE": syntax error
-- help: write DELETE FROM
«TRUNCATE» users

-- error: near "MERGE": syntax error
-- help: write INSERT INTO … ON CONFLICT (…) DO UPDATE SET …
«MERGE» INTO users USING posts ON 1 WHEN MATCHED THEN DELETE

-- error: near "SHOW": syntax error
-- help: read sqlite_schema, or pragma_table_info('table')
«SHOW» TABLES

-- error: no such function: concat
-- help: SQLite has the operator || for it
SELECT «concat»(name, 'x') FROM users

-- error: no such function: string_agg
-- help: SQLite has group_concat(…, ',') for it
SELECT «string_agg»(name, ',') FROM users

-- error: no such function: ANY
-- help: SQLite has IN (…) for it
SELECT name FROM users WHERE id = «ANY» (1)

-- error: no such function: str_to_date
-- help: SQLite has date(text) for it
SELECT «str_to_date»(name, '%Y') FROM users

-- error: RAISE() may only be used within a trigger-program
SELECT «RAISE»(ABORT, 'x') FROM users

-- error: 2 columns assigned 3 values
-- help: give each column one value
UPDATE users «SET» (name, age) = (1, 2, 3)

-- error: near "DESCENDING": syntax error
-- help: write ASC or DESC
SELECT name FROM users ORDER BY name «DESCENDING»

-- error: near "DISTINCT": syntax error
-- help: write DISTINCT once, before the first column
SELECT DISTINCT name, «DISTINCT» age FROM users

-- error: near "GROUP": syntax error
-- help: write GROUP BY before HAVING
SELECT name FROM users HAVING count(*) > 1 «GROUP» BY name

-- error: near "AS": syntax error
-- help: name columns one by one: * takes no alias
SELECT * «AS» x FROM users

-- error: near "CROSS": syntax error
-- server: near "ON": syntax error
SELECT name FROM users «CROSS» users u2 ON 1
