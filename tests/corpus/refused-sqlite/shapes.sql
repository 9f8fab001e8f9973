-- error: SELECTs to the left and right of UNION do not have the same number of result columns
-- help: the left side has 2, the right side 1
SELECT id, name FROM users UNION «SELECT id FROM posts»

-- error: SELECTs to the left and right of UNION ALL do not have the same number of result columns
-- help: the left side has 1, the right side 2
SELECT id FROM users UNION ALL «SELECT id, title FROM posts»

-- error: SELECTs to the left and right of INTERSECT do not have the same number of result columns
-- help: the left side has 1, the right side 2
SELECT id FROM users INTERSECT «SELECT id, title FROM posts»

-- error: all VALUES must have the same number of terms
-- help: the left side has 1, the right side 2
SELECT id FROM users EXCEPT «VALUES (1, 2)»

-- error: all VALUES must have the same number of terms
-- help: give every row as many values
VALUES (1, 2), («3»)

-- error: row value misused
-- help: it returns 2
SELECT name FROM users WHERE id = «(SELECT id, name FROM users)»

-- error: sub-select returns 2 columns - expected 1
-- help: 1 on the left, 2 in the subquery
SELECT name FROM users WHERE id «IN» (SELECT id, name FROM users)

-- error: sub-select returns 1 columns - expected 2
-- help: 2 on the left, 1 in the subquery
SELECT name FROM users WHERE (id, name) «IN» (SELECT id FROM users)

-- error: row value misused
-- help: the left row has 2, the right row 3
SELECT name FROM users WHERE (id, name) «=» (1, 2, 3)

-- error: row value misused
SELECT name FROM users WHERE (id, name) «=» 1

-- error: row value misused
SELECT «(id, name)» FROM users

-- error: row value misused
SELECT «(1, 2)»

-- error: IN(...) element has 1 term - expected 2
SELECT name FROM users WHERE (id, name) «IN» (1, 2)

-- error: sub-select returns 5 columns - expected 1
-- help: 1 on the left, 5 in the subquery
SELECT name FROM users WHERE id «IN» users

-- error: sub-select returns 2 columns - expected 1
-- help: it returns 2
SELECT «(SELECT id, name FROM users)» FROM users

-- error: row value misused
SELECT name FROM users WHERE id «BETWEEN» (1, 2) AND 3

-- error: row value misused
SELECT name FROM users ORDER BY «(id, name)»

-- error: ORDER BY clause should come after UNION not before
SELECT id FROM users ORDER BY id «UNION» SELECT id FROM posts

-- error: LIMIT clause should come after UNION not before
SELECT id FROM users LIMIT 1 «UNION» SELECT id FROM posts

-- error: a NATURAL join may not have an ON or USING clause
-- help: leave NATURAL out, or the condition
SELECT name FROM users «NATURAL» JOIN posts ON 1

-- error: a NATURAL join may not have an ON or USING clause
-- help: leave NATURAL out, or the condition
SELECT name FROM users «NATURAL» JOIN posts USING (id)

-- error: unknown join type: LEFT CROSS
-- help: write JOIN, LEFT JOIN, RIGHT JOIN, FULL JOIN or CROSS JOIN
SELECT name FROM users «LEFT CROSS» JOIN posts

-- error: unknown join type: OUTER
-- help: write JOIN, LEFT JOIN, RIGHT JOIN, FULL JOIN or CROSS JOIN
SELECT name FROM users «OUTER» JOIN posts

-- error: unknown join type: INNER OUTER
-- help: write JOIN, LEFT JOIN, RIGHT JOIN, FULL JOIN or CROSS JOIN
SELECT name FROM users «INNER OUTER» JOIN posts
