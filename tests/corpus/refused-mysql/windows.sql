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
