-- 42883: function lowr(text) does not exist
-- help: did you mean "lower"?
SELECT «lowr»(name) FROM users

-- 42883: function lower(integer) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «lower»(age) FROM users

-- 42883: function lower(text, integer) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «lower»(name, 1) FROM users

-- 42883: function lower() does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «lower»() FROM users

-- 42883: function crm.lower(text) does not exist
-- help: did you mean "lower"?
SELECT «crm.lower»(name) FROM users

-- 3F000: schema "cmr" does not exist
-- help: did you mean "crm"?
SELECT «cmr.lower»(name) FROM users

-- 42883: function substring(integer, integer) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «substring»(age, 1) FROM users

-- 42883: function date_trunc(integer, timestamp with time zone) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «date_trunc»(1, created_at) FROM users

-- 42883: function round(text) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «round»(name) FROM users

-- 42883: function make_date(yr => integer, month => integer, day => integer) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «make_date»(yr => 2020, month => 1, day => 1)

-- 42601: argument name "year" used more than once
-- help: name each argument once
-- place: the value is what has to go as well
SELECT make_date(year => 2020, year => «1», day => 1)

-- 42601: positional argument cannot follow named argument
-- help: name it too, or put it before the named ones
SELECT make_date(year => 2020, «1», 1)

-- 42804: VARIADIC argument must be an array
-- help: leave VARIADIC out, or pass an array
SELECT concat(VARIADIC «name») FROM users

-- 42804: VARIADIC argument must be an array
-- help: leave VARIADIC out, or pass an array
SELECT concat(VARIADIC «1»)

-- 42883: function lower(text[]) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «lower»(VARIADIC tags) FROM users

-- 42804: VARIADIC argument must be an array
-- help: leave VARIADIC out, or pass an array
SELECT json_build_object(VARIADIC «age») FROM users

-- 42883: function array_append(text[], integer) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «array_append»(tags, 1) FROM users

-- 42883: function array_cat(text[], integer[]) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «array_cat»(tags, ARRAY[1]) FROM users

-- 42883: function array_position(text[], integer) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «array_position»(tags, age) FROM users

-- 42883: function unnest(integer) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «unnest»(age) FROM users

-- 42725: function unnest(unknown) is not unique
-- help: several functions would do: cast the arguments to the types that you mean
SELECT «unnest»(NULL)

-- 42883: function array_length(text[]) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «array_length»(tags) FROM users

-- 42883: function cardinality(text) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «cardinality»(name) FROM users

-- 42883: function jsonb_array_elements(text) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «jsonb_array_elements»(name) FROM users

-- 42883: function generate_series(text, integer) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «generate_series»(name, 3) FROM users

-- 42883: function count(integer, text) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «count»(id, name) FROM users

-- 42809: count(*) must be used to call a parameterless aggregate function
-- help: write count(*)
SELECT «count»() FROM users

-- 42883: function sum() does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «sum»(*) FROM users

-- 42883: function sum(text) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «sum»(name) FROM users

-- 42883: function avg(boolean) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «avg»(active) FROM users

-- 42883: function bool_and(integer) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «bool_and»(age) FROM users

-- 42883: function string_agg(text) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «string_agg»(name) FROM users

-- 42883: function string_agg(integer, unknown) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «string_agg»(age, ',') FROM users

-- 42883: function max(jsonb) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «max»(settings) FROM users

-- 42804: GREATEST types integer and text cannot be matched
-- help: cast one of the two, for example ::integer
SELECT greatest(age, «name») FROM users

-- 42809: DISTINCT specified, but lower is not an aggregate function
-- help: remove DISTINCT
SELECT «lower»(DISTINCT name) FROM users

-- 42809: ORDER BY specified, but lower is not an aggregate function
-- help: remove ORDER BY
SELECT «lower»(name ORDER BY name) FROM users

-- 42809: FILTER specified, but lower is not an aggregate function
-- help: remove FILTER
SELECT «lower»(name) FILTER (WHERE active) FROM users

-- 42809: OVER specified, but lower is not a window function nor an aggregate function
-- help: remove OVER (…)
SELECT «lower»(name) OVER () FROM users

-- 42883: function lower() does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «lower»(*) FROM users

-- 42883: function lower(text, text) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «lower»(name) WITHIN GROUP (ORDER BY name) FROM users

-- 42883: function sum(integer, integer) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «sum»(age) WITHIN GROUP (ORDER BY age) FROM users

-- 42883: function percentile_cont(numeric) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «percentile_cont»(0.5) FROM users

-- 42809: WITHIN GROUP is required for ordered-set aggregate percentile_cont
-- help: write percentile_cont(…) WITHIN GROUP (ORDER BY …)
SELECT «percentile_cont»(0.5, age) FROM users

-- 42803: column "users.age" must appear in the GROUP BY clause or be used in an aggregate function
-- help: add users.age to GROUP BY, or write min(users.age)
SELECT percentile_cont(«age») WITHIN GROUP (ORDER BY age) FROM users

-- 42883: function percentile_cont(numeric, text) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «percentile_cont»(0.5) WITHIN GROUP (ORDER BY name) FROM users

-- 0A000: OVER is not supported for ordered-set aggregate percentile_cont
-- help: compute it in a subquery first
SELECT «percentile_cont»(0.5) WITHIN GROUP (ORDER BY age) OVER () FROM users

-- 42883: function mode() does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «mode»() FROM users

-- 42883: function mode(integer, integer) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «mode»(age) WITHIN GROUP (ORDER BY age) FROM users

-- 42883: function rank(integer) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «rank»() WITHIN GROUP (ORDER BY age) FROM users

-- 42883: function rank(integer, integer, integer) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «rank»(1, 2) WITHIN GROUP (ORDER BY age) FROM users

-- 42P10: in an aggregate with DISTINCT, ORDER BY expressions must appear in argument list
-- help: order by an argument, or leave DISTINCT out
SELECT string_agg(DISTINCT name, ',' ORDER BY «email») FROM users

-- 0A000: DISTINCT is not implemented for window functions
-- help: compute it in a subquery first
SELECT «count»(DISTINCT age) OVER () FROM users

-- 0A000: DISTINCT is not implemented for window functions
-- help: compute it in a subquery first
SELECT «sum»(DISTINCT age ORDER BY age) OVER () FROM users

-- 0A000: aggregate ORDER BY is not implemented for window functions
-- help: compute it in a subquery first
SELECT «array_agg»(age ORDER BY age) OVER () FROM users

-- 42809: window function row_number requires an OVER clause
-- help: write OVER (…) after the call
SELECT «row_number»() FROM users

-- 0A000: FILTER is not implemented for non-aggregate window functions
-- help: compute it in a subquery first
SELECT «row_number»() FILTER (WHERE active) OVER () FROM users

-- 42883: function row_number(integer) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «row_number»(DISTINCT age) OVER () FROM users

-- 22P02: invalid input syntax for type integer: "x"
-- help: write a whole number
SELECT lag(age, «'x'») OVER () FROM users

-- 42883: function lag(integer, integer, text) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «lag»(age, 1, name) OVER () FROM users

-- 22P02: invalid input syntax for type integer: "a"
-- help: write a whole number
SELECT ntile(«'a'») OVER () FROM users

-- 42883: function ntile() does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «ntile»() OVER () FROM users

-- 42883: function nth_value(integer) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «nth_value»(age) OVER () FROM users

-- 42P20: frame starting from current row cannot have preceding rows
SELECT sum(age) OVER (ROWS BETWEEN CURRENT ROW AND «1» PRECEDING) FROM users

-- 42P20: frame start cannot be UNBOUNDED FOLLOWING
SELECT sum(age) OVER (ROWS «UNBOUNDED» FOLLOWING) FROM users

-- 22P02: invalid input syntax for type bigint: "x"
-- help: write a whole number
SELECT sum(age) OVER (ROWS BETWEEN «'x'» PRECEDING AND CURRENT ROW) FROM users

-- 42P10: argument of ROWS must not contain variables
SELECT sum(age) OVER (ROWS BETWEEN «id» PRECEDING AND CURRENT ROW) FROM users

-- 42P20: RANGE with offset PRECEDING/FOLLOWING requires exactly one ORDER BY column
-- place: the offset is what needs the key
SELECT sum(age) OVER (RANGE BETWEEN «1» PRECEDING AND CURRENT ROW) FROM users

-- 42P20: RANGE with offset PRECEDING/FOLLOWING requires exactly one ORDER BY column
-- place: the offset is what needs the key
SELECT sum(age) OVER (ORDER BY id, age RANGE BETWEEN «1» PRECEDING AND CURRENT ROW) FROM users

-- 0A000: RANGE with offset PRECEDING/FOLLOWING is not supported for column type text
SELECT sum(age) OVER (ORDER BY name RANGE BETWEEN «1» PRECEDING AND CURRENT ROW) FROM users

-- 42P20: GROUPS mode requires an ORDER BY clause
SELECT sum(age) OVER «(»GROUPS 1 PRECEDING) FROM users

-- 42P20: cannot override PARTITION BY clause of window "w"
SELECT sum(age) OVER «(»w PARTITION BY name) FROM users WINDOW w AS (ORDER BY id)

-- 42P20: cannot override ORDER BY clause of window "w"
SELECT sum(age) OVER «(»w ORDER BY name) FROM users WINDOW w AS (ORDER BY id)

-- 42P20: cannot copy window "w" because it has a frame clause
-- help: omit the parentheses in this OVER clause
SELECT sum(age) OVER «(»w) FROM users WINDOW w AS (ORDER BY id ROWS 1 PRECEDING)

-- 42P20: window "w" is already defined
SELECT 1 FROM users WINDOW w AS (ORDER BY id), w AS «(»ORDER BY name)

-- 42883: function extract(unknown, text) does not exist
-- help: no function takes these argument types; you may need a cast
-- server: function pg_catalog.extract(unknown, text) does not exist
SELECT «extract»(year FROM name) FROM users

-- 42883: function position(text, integer) does not exist
-- help: no function takes these argument types; you may need a cast
-- server: function pg_catalog.position(text, integer) does not exist
SELECT «position»(1 IN name) FROM users

-- 42883: function overlay(text, integer, integer) does not exist
-- help: no function takes these argument types; you may need a cast
-- server: function pg_catalog.overlay(text, integer, integer) does not exist
SELECT «overlay»(name PLACING 1 FROM 1) FROM users

-- 42883: function btrim(integer) does not exist
-- help: no function takes these argument types; you may need a cast
-- server: function pg_catalog.btrim(integer) does not exist
SELECT «trim»(age) FROM users

-- 42883: function timezone(unknown, text) does not exist
-- help: no function takes these argument types; you may need a cast
-- server: function pg_catalog.timezone(unknown, text) does not exist
SELECT name «AT» TIME ZONE 'UTC' FROM users

-- 42601: syntax error at or near ")"
-- help: write something between the brackets
SELECT coalesce(«)» FROM users

-- 42601: syntax error at or near ")"
SELECT nullif(age«)» FROM users

-- 42883: operator does not exist: integer = text
-- help: no operator takes these types; you may need a cast
SELECT «nullif»(age, name) FROM users

-- 42883: function now(integer) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT «now»(1)

-- 42601: a column definition list is required for functions returning "record"
-- help: write AS alias (column type, …) behind it
SELECT * FROM «json_to_record»('{}')

-- 42601: a column definition list is required for functions returning "record"
-- help: write AS alias (column type, …) behind it
SELECT * FROM «json_to_record»('{}') AS r

-- 42601: a column definition list is only allowed for functions returning "record"
-- help: name the columns alone, without types
SELECT * FROM lower('x') AS t («a» text)

-- 42601: a column definition list is only allowed for functions returning "record"
-- help: name the columns alone, without types
SELECT * FROM generate_series(1, 2) AS g («a» int, b int)

-- 42883: function nosuch(integer) does not exist
-- help: did you mean "cosh"?
SELECT * FROM «nosuch»(1)

-- 42883: function generate_series(text, unknown) does not exist
-- help: no function takes these argument types; you may need a cast
SELECT * FROM «generate_series»('a'::text, 'b')

-- 42803: arguments to GROUPING must be grouping expressions of the associated query level
-- help: name an expression of GROUP BY
SELECT grouping(«age») FROM users

-- 42803: arguments to GROUPING must be grouping expressions of the associated query level
-- help: name an expression of GROUP BY
SELECT grouping(«name») FROM users GROUP BY age

-- 42809: WITHIN GROUP is required for ordered-set aggregate rank
-- help: write rank() OVER (ORDER BY …) to rank the rows
SELECT «rank»(age) OVER () FROM users

-- 42809: WITHIN GROUP is required for ordered-set aggregate dense_rank
-- help: write dense_rank(…) WITHIN GROUP (ORDER BY …)
SELECT «dense_rank»(age, id) FROM users
