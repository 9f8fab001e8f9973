-- HY000: Unacceptable combination of window frame bound specifications
-- help: a frame begins before it ends: PRECEDING, CURRENT ROW, FOLLOWING
SELECT SUM(id) OVER (ORDER BY id ROWS «BETWEEN CURRENT ROW AND 1 PRECEDING») FROM users

-- HY000: Unacceptable combination of window frame bound specifications
-- help: a frame begins before it ends: PRECEDING, CURRENT ROW, FOLLOWING
SELECT SUM(id) OVER (ORDER BY id ROWS «BETWEEN 1 FOLLOWING AND CURRENT ROW») FROM users

-- 42000: syntax error near "FOLLOWING"
SELECT SUM(id) OVER (ORDER BY id ROWS UNBOUNDED «FOLLOWING») FROM users

-- HY000: Unacceptable combination of window frame bound specifications
-- help: a frame begins before it ends: PRECEDING, CURRENT ROW, FOLLOWING
SELECT SUM(id) OVER (ORDER BY id ROWS «BETWEEN UNBOUNDED FOLLOWING AND UNBOUNDED FOLLOWING») FROM users

-- HY000: No order list in window specification for 'rank'
-- help: write OVER (ORDER BY …)
SELECT «RANK»() OVER () FROM users

-- HY000: No order list in window specification for 'lag'
-- help: write OVER (ORDER BY …)
SELECT «LAG»(id) OVER (PARTITION BY age) FROM users

-- HY000: No order list in window specification for 'rank'
-- help: write OVER (ORDER BY …)
SELECT «RANK»() OVER w FROM users WINDOW w AS (PARTITION BY age)

-- HY000: Window frame is not allowed with 'row_number'
-- help: leave ROWS … out
SELECT «ROW_NUMBER»() OVER (ORDER BY id ROWS 1 PRECEDING) FROM users

-- HY000: Window frame is not allowed with 'rank'
-- help: leave RANGE … out
SELECT «RANK»() OVER (w RANGE 1 PRECEDING) FROM users WINDOW w AS (ORDER BY id)

-- 42000: This version of MariaDB doesn't yet support 'COUNT(DISTINCT) aggregate as window function'
-- help: compute it in a subquery first
SELECT «COUNT»(DISTINCT id) OVER () FROM users

-- 42000: This version of MariaDB doesn't yet support 'GROUP_CONCAT() aggregate as window function'
-- help: compute it in a subquery first
SELECT «GROUP_CONCAT»(name) OVER () FROM users

-- HY000: Numeric datatype is required for RANGE-type frame
SELECT SUM(id) OVER (ORDER BY name RANGE «1» PRECEDING) FROM users

-- HY000: RANGE-type frame requires ORDER BY clause with single sort key
SELECT SUM(id) OVER (ORDER BY id, age RANGE BETWEEN «1» PRECEDING AND CURRENT ROW) FROM users

-- HY000: Integer is required for ROWS-type frame
SELECT SUM(id) OVER (ROWS «1.5» PRECEDING) FROM users

-- HY000: Window functions can not be used as arguments to group functions.
-- help: compute the inner one in a subquery
SELECT SUM(«ROW_NUMBER»() OVER ()) FROM users

-- HY000: Window functions can not be used as arguments to group functions.
-- help: compute the inner one in a subquery
SELECT LAG(«RANK»() OVER (ORDER BY id)) OVER (ORDER BY id) FROM users

-- HY000: Window specification referencing another one 'w' cannot contain partition list
SELECT SUM(id) OVER «(w PARTITION BY id)» FROM users WINDOW w AS (ORDER BY id)

-- HY000: Referenced window specification 'w' cannot contain window frame
-- help: omit the parentheses in this OVER clause
SELECT SUM(id) OVER «(w)» FROM users WINDOW w AS (ORDER BY id ROWS 1 PRECEDING)

-- 42000: syntax error near "ORDER"
SELECT MEDIAN(id) OVER («ORDER» BY id) FROM users

-- 42000: syntax error near ","
-- place: the server points behind the comma
SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY id«,» age) OVER () FROM users

-- HY000: Window specification with name 'v' is not defined
-- help: define v before it
SELECT SUM(age) OVER w FROM users WINDOW w AS «(v)», v AS (ORDER BY id)

-- HY000: Window specification with name 'w' is not defined
-- help: define w before it
SELECT ROW_NUMBER() OVER w FROM users WINDOW w AS «(w)»
