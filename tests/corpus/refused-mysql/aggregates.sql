-- 42000: Can't group on 'COUNT(*)'
-- help: group by the other columns of the select list
SELECT COUNT(*) FROM users GROUP BY «1»

-- 42000: Can't group on 'n'
-- help: group by the other columns of the select list
SELECT COUNT(*) n FROM users GROUP BY «n»

-- HY000: Window specification with name 'w' is not defined
SELECT RANK() «OVER w» FROM users

-- HY000: Invalid use of group function
-- help: compute the inner one in a subquery
SELECT SUM(«COUNT»(*)) FROM users

-- HY000: Referenced window specification 'w' already contains order list
SELECT SUM(id) OVER «(w ORDER BY id)» FROM users WINDOW w AS (ORDER BY name)

-- HY000: Multiple window specifications with the same name 'w'
SELECT SUM(id) OVER w FROM users WINDOW w AS (ORDER BY id), w AS «(ORDER BY name)»

-- HY000: Window function is allowed only in SELECT list and ORDER BY clause
-- help: compute it in a subquery, and use its column
SELECT name FROM users GROUP BY «ROW_NUMBER»() OVER ()

-- HY000: Window function is allowed only in SELECT list and ORDER BY clause
-- help: compute it in a subquery, and use its column
SELECT name FROM users HAVING «ROW_NUMBER»() OVER () > 1

-- HY000: Invalid use of group function
-- help: use HAVING for conditions on groups
SELECT name FROM users WHERE «COUNT»(*) > 1

-- HY000: Window function is allowed only in SELECT list and ORDER BY clause
-- help: compute it in a subquery, and use its column
SELECT name FROM users WHERE «RANK»() OVER (ORDER BY id) = 1

-- HY000: Invalid use of group function
-- help: use HAVING for conditions on groups
SELECT name FROM users WHERE «SUM»(id) > 1

-- HY000: Invalid use of group function
SELECT name, COUNT(*) FROM users GROUP BY «COUNT»(*)

-- HY000: Invalid use of group function
SELECT COUNT(*) FROM users GROUP BY «COUNT»(*)

-- HY000: Invalid use of group function
-- help: compute the inner one in a subquery
SELECT id FROM users HAVING SUM(«SUM»(id)) > 1

-- HY000: Invalid use of group function
SELECT name, COUNT(*) FROM users GROUP BY «COUNT»(*)

-- HY000: Invalid use of group function
-- help: read v_counts in a derived table, and aggregate what that gives
SELECT «MIN»((SELECT n FROM v_counts LIMIT 1)) FROM users

-- HY000: Invalid use of group function
-- help: read v_counts in a derived table, and aggregate what that gives
SELECT id FROM users ORDER BY «MAX»(age + (SELECT MAX(v.n) FROM v_counts AS v))
