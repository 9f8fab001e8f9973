-- error: no such function: uper
-- help: did you mean "upper"?
SELECT «uper»(name) FROM users

-- error: wrong number of arguments to function upper()
-- help: it takes 1 argument
SELECT «upper»(name, 1) FROM users

-- error: wrong number of arguments to function upper()
-- help: it takes 1 argument
SELECT «upper»() FROM users

-- error: wrong number of arguments to function coalesce()
-- help: it takes at least 2 arguments
SELECT «coalesce»(name) FROM users

-- error: wrong number of arguments to function ifnull()
-- help: it takes 2 arguments
SELECT «ifnull»(name) FROM users

-- error: wrong number of arguments to function nullif()
-- help: it takes 2 arguments
SELECT «nullif»(name) FROM users

-- error: wrong number of arguments to function iif()
-- help: it takes at least 2 arguments
SELECT «iif»(active) FROM users

-- error: wrong number of arguments to function count()
-- help: it takes 0 to 1 arguments
SELECT «count»(id, name) FROM users

-- error: wrong number of arguments to function sum()
-- help: it takes 1 argument
SELECT «sum»() FROM users

-- error: wrong number of arguments to function sum()
-- help: it takes 1 argument
SELECT «sum»(*) FROM users

-- error: wrong number of arguments to function sum()
-- help: it takes 1 argument
SELECT «sum»(id, 1) FROM users

-- error: no such function: now
-- help: SQLite has CURRENT_TIMESTAMP for it
SELECT «now»()

-- error: DISTINCT aggregates must have exactly one argument
-- help: choose the distinct values in a subquery, or leave the separator out
SELECT group_concat(«DISTINCT» name, ', ') FROM users

-- error: near "*": syntax error
SELECT count(DISTINCT «*») FROM users

-- error: misuse of window function row_number()
-- help: write OVER (…) after the call
SELECT «row_number»() FROM users

-- error: misuse of window function rank()
-- help: write OVER (…) after the call
SELECT «rank»() FROM users

-- error: misuse of window function lag()
-- help: write OVER (…) after the call
SELECT «lag»(name) FROM users

-- error: upper() may not be used as a window function
-- help: leave OVER out
SELECT «upper»(name) OVER () FROM users

-- error: FILTER may not be used with non-aggregate upper()
-- help: FILTER goes with an aggregate: write CASE WHEN … THEN … END
SELECT upper(name) «FILTER» (WHERE active) FROM users

-- error: FILTER clause may only be used with aggregate window functions
-- help: FILTER goes with an aggregate: write CASE WHEN … THEN … END
SELECT row_number() «FILTER» (WHERE active) OVER () FROM users

-- error: DISTINCT is not supported for window functions
-- help: choose the distinct values in a subquery
SELECT sum(«DISTINCT» id) OVER () FROM users

-- error: no such window: missing
SELECT sum(id) «OVER missing» FROM users

-- error: near ")": syntax error
SELECT sum(id) OVER (ORDER BY id RANGE BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE«)» FROM users

-- error: RANGE with offset PRECEDING/FOLLOWING requires one ORDER BY expression
-- help: write one expression in ORDER BY, or ROWS for RANGE
SELECT sum(id) OVER («RANGE» BETWEEN 1 PRECEDING AND CURRENT ROW) FROM users

-- error: unsupported frame specification
-- help: the frame must not end before it starts
SELECT sum(id) OVER («ROWS» BETWEEN CURRENT ROW AND 1 PRECEDING) FROM users

-- error: near "FOLLOWING": syntax error
SELECT sum(id) OVER (ROWS BETWEEN UNBOUNDED «FOLLOWING» AND CURRENT ROW) FROM users

-- error: no such column: users
SELECT highlight(«users», 0, 'a', 'b') FROM users

-- error: no such function: date_trunc
-- help: SQLite has date(moment, 'start of month') for it
SELECT «date_trunc»('day', body) FROM posts

-- error: no such function: concat_w
-- help: did you mean "concat_ws"?
SELECT «concat_w»(name) FROM users

-- error: wrong number of arguments to function round()
-- help: it takes 1 to 2 arguments
SELECT «round»(score, 1, 2) FROM posts

-- error: wrong number of arguments to function substr()
-- help: it takes 2 to 3 arguments
SELECT «substr»(name) FROM users

-- error: wrong number of arguments to function random()
-- help: it takes 0 arguments
SELECT «random»(1)
