-- What may be NULL, column by column, with the reason: ! never, ? in some of the rows tried, ~ by the rules alone.

-- ! id: primary key t.id
-- ! a: NOT NULL column t.a
-- ? b: nullable column t.b
-- ? s: nullable column t.s
-- ! n: NOT NULL column t.n
-- ! d: NOT NULL column t.d
-- ? at: nullable column t.at
-- ! f: NOT NULL column t.f
-- ! m: NOT NULL column t.m
-- ! e: NOT NULL column t.e
-- ! g: NOT NULL column t.g
-- ! j: NOT NULL column t.j
-- ! flag: NOT NULL column t.flag
-- ? maybe: nullable column t.maybe
SELECT * FROM t;

-- ! id: primary key t.id
-- ! n: NOT NULL column t.n
-- ? b: nullable column t.b
-- ? c: u is on the nullable side of t LEFT JOIN u
-- ? k: u is on the nullable side of t LEFT JOIN u
SELECT * FROM v;

-- ! id: primary key t.id
-- ! b: narrowed by WHERE b IS NOT NULL
SELECT * FROM filled;

-- ! a + 1: no operand is ever null
-- ? a + b: nullable column t.b
-- ! a - 1: no operand is ever null
-- ! a * a: no operand is ever null
-- ! -a: NOT NULL column t.a
-- ! a / 2: no operand is ever null
-- ? a / a: operator / may return null
-- ? a DIV a: operator DIV may return null
-- ? a % a: operator % may return null
-- ? b / 2: nullable column t.b
-- ! f / 1: no operand is ever null
-- ! m / 3: no operand is ever null
-- ? 5 / 0: operator / may return null
-- ? 5 MOD 0: operator % may return null
-- ! 7 DIV 2: no operand is ever null
SELECT a + 1, a + b, a - 1, a * a, -a, a / 2, a / a, a DIV a, a % a, b / 2, f / 1, m / 3, 5 / 0, 5 MOD 0, 7 DIV 2 FROM t;

-- ! a & 1: no operand is ever null
-- ? a | b: nullable column t.b
-- ! ~a: NOT NULL column t.a
-- ! a << 1: no operand is ever null
-- ? a = b: nullable column t.b
-- ! a <=> b: IS DISTINCT FROM is true or false
-- ! a > 1: no operand is ever null
-- ? b IN (1, 2): nullable column t.b
-- ? b IN (1, NULL): nullable column t.b
-- ? a NOT IN (1, NULL): NULL
-- ! a BETWEEN 0 AND 5: no operand is ever null
-- ? a BETWEEN b AND 5: nullable column t.b
-- ! n LIKE 'x%': no operand is ever null
-- ? s LIKE 'a%': nullable column t.s
-- ! n REGEXP '^x': no operand is ever null
-- ? NOT b: nullable column t.b
-- ! NOT a: NOT NULL column t.a
-- ? a XOR b: nullable column t.b
-- ~ a AND b: nullable column t.b
-- ? a OR b: nullable column t.b
-- ! b IS NULL: a test is true or false
-- ! b IS TRUE: a test is true or false
-- ! a || 1: no operand is ever null
SELECT a & 1, a | b, ~a, a << 1, a = b, a <=> b, a > 1, b IN (1, 2), b IN (1, NULL), a NOT IN (1, NULL), a BETWEEN 0 AND 5, a BETWEEN b AND 5, n LIKE 'x%', s LIKE 'a%', n REGEXP '^x', NOT b, NOT a, a XOR b, a AND b, a OR b, b IS NULL, b IS TRUE, a || 1 FROM t;

-- ? c: u is on the nullable side of t LEFT JOIN u
-- ? k: u is on the nullable side of t LEFT JOIN u
-- ? u.id + 1: u is on the nullable side of t LEFT JOIN u
-- ! n: NOT NULL column t.n
SELECT u.c, u.k, u.id + 1, t.n FROM t LEFT JOIN u ON u.t_id = t.id;

-- ? n: t is on the nullable side of t RIGHT JOIN u
-- ? b: t is on the nullable side of t RIGHT JOIN u
-- ! k: NOT NULL column u.k
SELECT t.n, t.b, u.k FROM t RIGHT JOIN u ON u.t_id = t.id;

-- ! n: NOT NULL column t.n
-- ! k: NOT NULL column u.k
SELECT t.n, u.k FROM t JOIN u ON u.t_id = t.id;

-- ! n: NOT NULL column t.n
-- ! k: NOT NULL column u.k
SELECT t.n, u.k FROM t LEFT JOIN u ON u.t_id = t.id WHERE u.k = 'two';

-- ! id: primary key t.id
-- ? t_id: u is on the nullable side of t LEFT JOIN u
-- ? c: u is on the nullable side of t LEFT JOIN u
-- ? k: u is on the nullable side of t LEFT JOIN u
SELECT id, t_id, c, k FROM t NATURAL LEFT JOIN u;

-- ! id: primary key u.id
-- ? n: t is on the nullable side of u LEFT JOIN t
-- ! k: NOT NULL column u.k
SELECT id, n, k FROM u LEFT JOIN t USING (id);

-- ! id: primary key u.id
-- ? n: t is on the nullable side of t RIGHT JOIN u
-- ! k: NOT NULL column u.k
SELECT id, n, k FROM t RIGHT JOIN u USING (id);

-- ! COUNT(*): COUNT is never null
-- ! COUNT(b): COUNT is never null
-- ? SUM(a): aggregate over no rows is null
-- ? AVG(a): aggregate over no rows is null
-- ? MIN(n): aggregate over no rows is null
-- ? MAX(b): aggregate over no rows is null
-- ? GROUP_CONCAT(n): aggregate over no rows is null
-- ! BIT_AND(a): BIT_AND is never null
-- ! BIT_OR(b): BIT_OR is never null
-- ? STD(a): aggregate over no rows is null
-- ? SUM(flag): aggregate over no rows is null
SELECT COUNT(*), COUNT(b), SUM(a), AVG(a), MIN(n), MAX(b), GROUP_CONCAT(n), BIT_AND(a), BIT_OR(b), STD(a), SUM(flag) FROM t;

-- ! a: NOT NULL column t.a
-- ! COUNT(*): COUNT is never null
-- ! COUNT(b): COUNT is never null
-- ! SUM(a): NOT NULL column t.a
-- ? SUM(b): nullable column t.b
-- ! AVG(m): NOT NULL column t.m
-- ! MIN(n): NOT NULL column t.n
-- ? MAX(b): nullable column t.b
-- ! GROUP_CONCAT(n): NOT NULL column t.n
-- ? GROUP_CONCAT(s): nullable column t.s
-- ! BIT_XOR(a): BIT_XOR is never null
-- ? STDDEV_SAMP(a): STDDEV_SAMP may return null
-- ! VAR_POP(a): NOT NULL column t.a
-- ~ JSON_ARRAYAGG(b): nullable column t.b
-- ! MAX(e): NOT NULL column t.e
SELECT a, COUNT(*), COUNT(b), SUM(a), SUM(b), AVG(m), MIN(n), MAX(b), GROUP_CONCAT(n), GROUP_CONCAT(s), BIT_XOR(a), STDDEV_SAMP(a), VAR_POP(a), JSON_ARRAYAGG(b), MAX(e) FROM t GROUP BY a;

-- ? a: GROUPING SETS leave the key out of some rows
-- ? n: GROUPING SETS leave the key out of some rows
-- ! COUNT(*): COUNT is never null
-- ~ SUM(a): aggregate over no rows is null
SELECT a, n, COUNT(*), SUM(a) FROM t GROUP BY a, n WITH ROLLUP;

-- ! COALESCE(a, 0): COALESCE has an argument that is never null: constant
-- ? a + 1: GROUPING SETS leave the key out of some rows
-- ? UPPER(n): GROUPING SETS leave the key out of some rows
SELECT COALESCE(a, 0), a + 1, UPPER(n) FROM t GROUP BY a, n WITH ROLLUP;

-- ! SUM(a): narrowed by HAVING SUM(a) > 0
SELECT SUM(a) FROM t HAVING SUM(a) > 0;

-- ! a: NOT NULL column t.a
-- ! b: narrowed by HAVING b > 0
SELECT a, b FROM t HAVING b > 0;

-- ! x: NOT NULL column t.a
-- ! y: narrowed by HAVING y IS NOT NULL
SELECT a AS x, b AS y FROM t HAVING y IS NOT NULL;

-- ! MAX(a): NOT NULL column t.a
SELECT MAX(a) FROM t GROUP BY id HAVING COUNT(*) > 0;

-- ! (SELECT 1): constant
-- ~ (SELECT a FROM t LIMIT 1): the subquery may return no row
-- ! (SELECT COUNT(*) FROM u): COUNT is never null
-- ? (SELECT MAX(c) FROM u): aggregate over no rows is null
-- ? (SELECT k FROM u WHERE u.id = t.id): the subquery may return no row
SELECT (SELECT 1), (SELECT a FROM t LIMIT 1), (SELECT COUNT(*) FROM u), (SELECT MAX(c) FROM u), (SELECT k FROM u WHERE u.id = t.id) FROM t;

-- ! EXISTS (SELECT 1 FROM u): EXISTS is never null
-- ! a IN (SELECT id FROM u): no operand is ever null
-- ? a IN (SELECT c FROM u): nullable column u.c
-- ? a NOT IN (SELECT c FROM u): nullable column u.c
-- ! a > ALL (SELECT id FROM u): no operand is ever null
-- ? a = ANY (SELECT c FROM u): nullable column u.c
SELECT EXISTS (SELECT 1 FROM u), a IN (SELECT id FROM u), a IN (SELECT c FROM u), a NOT IN (SELECT c FROM u), a > ALL (SELECT id FROM u), a = ANY (SELECT c FROM u) FROM t;

-- ! IF(a, n, 'x'): no operand is ever null
-- ! IF(b, a, 1): no operand is ever null
-- ~ IF(a, b, 1): nullable column t.b
-- ! IFNULL(b, 0): COALESCE has an argument that is never null: constant
-- ? IFNULL(b, s): every argument of COALESCE may be null
-- ! COALESCE(b, a): COALESCE has an argument that is never null: NOT NULL column t.a
-- ? COALESCE(s, b): every argument of COALESCE may be null
-- ? NULLIF(a, 0): NULLIF gives null for equal values
-- ? NULLIF(n, n): NULLIF gives null for equal values
-- ? CASE WHEN a THEN 1 END: CASE without ELSE
-- ! CASE WHEN a THEN 1 ELSE 2 END: no operand is ever null
-- ! CASE b WHEN 1 THEN a ELSE n END: no operand is ever null
-- ! GREATEST(a, 1): no operand is ever null
-- ? GREATEST(a, b): nullable column t.b
-- ! LEAST(n, 'a'): no operand is ever null
-- ? LEAST(a, NULL): NULL
SELECT IF(a, n, 'x'), IF(b, a, 1), IF(a, b, 1), IFNULL(b, 0), IFNULL(b, s), COALESCE(b, a), COALESCE(s, b), NULLIF(a, 0), NULLIF(n, n), CASE WHEN a THEN 1 END, CASE WHEN a THEN 1 ELSE 2 END, CASE b WHEN 1 THEN a ELSE n END, GREATEST(a, 1), GREATEST(a, b), LEAST(n, 'a'), LEAST(a, NULL) FROM t;

-- ! CONCAT(n, 'x'): no operand is ever null
-- ? CONCAT(n, s): nullable column t.s
-- ! CONCAT_WS(',', s, b): constant
-- ? CONCAT_WS(s, n): nullable column t.s
-- ! UPPER(n): NOT NULL column t.n
-- ! LENGTH(n): NOT NULL column t.n
-- ? LENGTH(s): nullable column t.s
-- ! SUBSTRING(n, 2): no operand is ever null
-- ! LEFT(n, -1): no operand is ever null
-- ! RIGHT(n, 100): no operand is ever null
-- ~ REPEAT(n, -1): REPEAT may return null
-- ! REPLACE(n, 'x', 'y'): no operand is ever null
-- ! TRIM(n): NOT NULL column t.n
-- ? LPAD(n, 5, ''): LPAD may return null
-- ? LPAD(n, -1, 'x'): LPAD may return null
-- ~ RPAD(n, 3, ' '): RPAD may return null
-- ! REVERSE(n): NOT NULL column t.n
-- ! LOCATE('x', n): no operand is ever null
-- ! INSTR(n, 'x'): no operand is ever null
-- ! SUBSTRING_INDEX(n, 'x', 1): no operand is ever null
-- ? ELT(a, 'p', 'q'): ELT may return null
-- ! FIELD(n, 'x'): FIELD is never null
-- ! FIND_IN_SET('p', g): no operand is ever null
-- ! HEX(n): NOT NULL column t.n
-- ? UNHEX(n): UNHEX may return null
-- ! ASCII(n): NOT NULL column t.n
-- ! ORD(n): NOT NULL column t.n
-- ! CHAR(a): char is never null
-- ~ SPACE(a): SPACE may return null
-- ! FORMAT(a, 2): no operand is ever null
-- ! INSERT(n, 1, 1, 'z'): no operand is ever null
-- ! MAKE_SET(a, 'a', 'b'): NOT NULL column t.a
-- ! QUOTE(s): QUOTE is never null
-- ! SOUNDEX(n): NOT NULL column t.n
-- ! STRCMP(n, 'a'): no operand is ever null
-- ! TO_BASE64(n): NOT NULL column t.n
-- ? FROM_BASE64(n): FROM_BASE64 may return null
-- ! BIN(a): NOT NULL column t.a
-- ? CONV(n, 10, 16): CONV may return null
-- ? CONV(a, 99, 2): CONV may return null
SELECT CONCAT(n, 'x'), CONCAT(n, s), CONCAT_WS(',', s, b), CONCAT_WS(s, n), UPPER(n), LENGTH(n), LENGTH(s), SUBSTRING(n, 2), LEFT(n, -1), RIGHT(n, 100), REPEAT(n, -1), REPLACE(n, 'x', 'y'), TRIM(n), LPAD(n, 5, ''), LPAD(n, -1, 'x'), RPAD(n, 3, ' '), REVERSE(n), LOCATE('x', n), INSTR(n, 'x'), SUBSTRING_INDEX(n, 'x', 1), ELT(a, 'p', 'q'), FIELD(n, 'x'), FIND_IN_SET('p', g), HEX(n), UNHEX(n), ASCII(n), ORD(n), CHAR(a), SPACE(a), FORMAT(a, 2), INSERT(n, 1, 1, 'z'), MAKE_SET(a, 'a', 'b'), QUOTE(s), SOUNDEX(n), STRCMP(n, 'a'), TO_BASE64(n), FROM_BASE64(n), BIN(a), CONV(n, 10, 16), CONV(a, 99, 2) FROM t;

-- ! ABS(a): NOT NULL column t.a
-- ? SQRT(a): SQRT may return null
-- ? LN(a): LN may return null
-- ? LOG(a, 2): LOG may return null
-- ? LOG10(f): LOG10 may return null
-- ? LOG2(a): LOG2 may return null
-- ! EXP(a): NOT NULL column t.a
-- ! POW(m, 2): no operand is ever null
-- ? ACOS(a): ACOS may return null
-- ? ASIN(f): ASIN may return null
-- ! ATAN(a): NOT NULL column t.a
-- ! COT(a + 10): no operand is ever null
-- ? MOD(a, a): MOD may return null
-- ! ROUND(m, 1): no operand is ever null
-- ! TRUNCATE(f, 2): no operand is ever null
-- ! CEIL(a): NOT NULL column t.a
-- ! SIGN(a): NOT NULL column t.a
-- ! RAND(): RAND is never null
-- ! CRC32(n): NOT NULL column t.n
-- ! DEGREES(a): NOT NULL column t.a
SELECT ABS(a), SQRT(a), LN(a), LOG(a, 2), LOG10(f), LOG2(a), EXP(a), POW(m, 2), ACOS(a), ASIN(f), ATAN(a), COT(a + 10), MOD(a, a), ROUND(m, 1), TRUNCATE(f, 2), CEIL(a), SIGN(a), RAND(), CRC32(n), DEGREES(a) FROM t WHERE a <> -10;

-- ! DATE(d): NOT NULL column t.d
-- ! YEAR(d): NOT NULL column t.d
-- ! MONTH(d): NOT NULL column t.d
-- ! DAY(d): NOT NULL column t.d
-- ? DAYNAME(d): DAYNAME may return null
-- ? MONTHNAME(d): MONTHNAME may return null
-- ? DAYOFWEEK(d): DAYOFWEEK may return null
-- ? DAYOFYEAR(d): DAYOFYEAR may return null
-- ? WEEKDAY(d): WEEKDAY may return null
-- ? WEEK(d): WEEK may return null
-- ! QUARTER(d): NOT NULL column t.d
-- ? LAST_DAY(d): LAST_DAY may return null
-- ? TO_DAYS(d): TO_DAYS may return null
-- ? DATE_FORMAT(d, '%W'): DATE_FORMAT may return null
-- ! DATE_FORMAT(d, '%Y'): no operand is ever null
-- ? d + INTERVAL 1 DAY: operator + may return null
-- ? d - INTERVAL 3000 YEAR: operator - may return null
-- ? DATE_ADD(d, INTERVAL a MONTH): date_add may return null
-- ? DATEDIFF(d, '2024-01-01'): DATEDIFF may return null
-- ? UNIX_TIMESTAMP(d): UNIX_TIMESTAMP may return null
-- ! EXTRACT(YEAR FROM d): no operand is ever null
-- ? TIMESTAMPDIFF(DAY, d, NOW()): timestampdiff may return null
-- ? TIMESTAMPADD(DAY, 1, d): timestampadd may return null
SELECT DATE(d), YEAR(d), MONTH(d), DAY(d), DAYNAME(d), MONTHNAME(d), DAYOFWEEK(d), DAYOFYEAR(d), WEEKDAY(d), WEEK(d), QUARTER(d), LAST_DAY(d), TO_DAYS(d), DATE_FORMAT(d, '%W'), DATE_FORMAT(d, '%Y'), d + INTERVAL 1 DAY, d - INTERVAL 3000 YEAR, DATE_ADD(d, INTERVAL a MONTH), DATEDIFF(d, '2024-01-01'), UNIX_TIMESTAMP(d), EXTRACT(YEAR FROM d), TIMESTAMPDIFF(DAY, d, NOW()), TIMESTAMPADD(DAY, 1, d) FROM t;

-- ? STR_TO_DATE(n, '%Y-%m-%d'): STR_TO_DATE may return null
-- ? DATE(n): DATE may return null
-- ? TIME(n): TIME may return null
-- ? YEAR(n): YEAR may return null
-- ? HOUR(n): HOUR may return null
-- ? FROM_UNIXTIME(a): FROM_UNIXTIME may return null
-- ! SEC_TO_TIME(a): NOT NULL column t.a
-- ? MAKEDATE(2024, a): MAKEDATE may return null
-- ~ MAKETIME(a, 1, 1): MAKETIME may return null
-- ? TIMEDIFF(NOW(), n): TIMEDIFF may return null
-- ? TIMESTAMP(n): TIMESTAMP may return null
-- ! PERIOD_ADD(202401, a): no operand is ever null
-- ~ FROM_DAYS(a): FROM_DAYS may return null
-- ? ADDTIME(n, '1'): ADDTIME may return null
-- ? n + INTERVAL 1 DAY: operator + may return null
SELECT STR_TO_DATE(n, '%Y-%m-%d'), DATE(n), TIME(n), YEAR(n), HOUR(n), FROM_UNIXTIME(a), SEC_TO_TIME(a), MAKEDATE(2024, a), MAKETIME(a, 1, 1), TIMEDIFF(NOW(), n), TIMESTAMP(n), PERIOD_ADD(202401, a), FROM_DAYS(a), ADDTIME(n, '1'), n + INTERVAL 1 DAY FROM t;

-- ? YEAR(at): nullable column t.at
-- ? DATE(at): nullable column t.at
-- ? at + INTERVAL 1 DAY: operator + may return null
-- ! NOW(): NOW is never null
-- ! CURDATE(): CURDATE is never null
-- ! UTC_TIMESTAMP(): UTC_TIMESTAMP is never null
-- ! UNIX_TIMESTAMP(): UNIX_TIMESTAMP is never null
-- ! SYSDATE(): SYSDATE is never null
SELECT YEAR(at), DATE(at), at + INTERVAL 1 DAY, NOW(), CURDATE(), UTC_TIMESTAMP(), UNIX_TIMESTAMP(), SYSDATE() FROM t;

-- ! CAST(n AS SIGNED): NOT NULL column t.n
-- ? CAST(n AS DATE): the cast of varchar to date makes null of some values
-- ? CAST(n AS DATETIME): the cast of varchar to datetime makes null of some values
-- ? CAST(n AS TIME): the cast of varchar to time makes null of some values
-- ! CAST(a AS CHAR): NOT NULL column t.a
-- ! CAST(n AS DECIMAL(5, 2)): NOT NULL column t.n
-- ! CAST(d AS DATETIME): NOT NULL column t.d
-- ! CAST(n AS BINARY): NOT NULL column t.n
-- ~ CONVERT(n USING latin1): a text may not convert to latin1
-- ! n COLLATE utf8mb4_bin: NOT NULL column t.n
-- ! BINARY n: NOT NULL column t.n
SELECT CAST(n AS SIGNED), CAST(n AS DATE), CAST(n AS DATETIME), CAST(n AS TIME), CAST(a AS CHAR), CAST(n AS DECIMAL(5, 2)), CAST(d AS DATETIME), CAST(n AS BINARY), CONVERT(n USING latin1), n COLLATE utf8mb4_bin, BINARY n FROM t;

-- ? JSON_EXTRACT(j, '$.a'): JSON_EXTRACT may return null
-- ? JSON_VALUE(j, '$.a'): JSON_VALUE may return null
-- ~ JSON_LENGTH(j): JSON_LENGTH may return null
-- ? JSON_LENGTH(j, '$.z'): JSON_LENGTH may return null
-- ~ JSON_TYPE(j): JSON_TYPE may return null
-- ! JSON_VALID(n): NOT NULL column t.n
-- ? JSON_KEYS(j): JSON_KEYS may return null
-- ~ JSON_CONTAINS(j, '1'): JSON_CONTAINS may return null
-- ~ JSON_CONTAINS_PATH(j, 'one', '$.a'): JSON_CONTAINS_PATH may return null
-- ~ JSON_SET(j, '$.x', b): JSON_SET may return null
-- ! JSON_OBJECT('k', b): JSON_OBJECT is never null
-- ! JSON_ARRAY(b): JSON_ARRAY is never null
-- ~ JSON_UNQUOTE(n): JSON_UNQUOTE may return null
-- ~ JSON_QUOTE(n): JSON_QUOTE may return null
-- ~ JSON_MERGE_PATCH(j, '{}'): JSON_MERGE_PATCH may return null
-- ~ JSON_DEPTH(j): JSON_DEPTH may return null
-- ? JSON_SEARCH(j, 'one', 'x'): JSON_SEARCH may return null
-- ~ JSON_REMOVE(j, '$.a'): JSON_REMOVE may return null
-- ~ JSON_EXISTS(j, '$.a'): JSON_EXISTS may return null
-- ? JSON_QUERY(j, '$.l'): JSON_QUERY may return null
-- ~ JSON_COMPACT(j): JSON_COMPACT may return null
SELECT JSON_EXTRACT(j, '$.a'), JSON_VALUE(j, '$.a'), JSON_LENGTH(j), JSON_LENGTH(j, '$.z'), JSON_TYPE(j), JSON_VALID(n), JSON_KEYS(j), JSON_CONTAINS(j, '1'), JSON_CONTAINS_PATH(j, 'one', '$.a'), JSON_SET(j, '$.x', b), JSON_OBJECT('k', b), JSON_ARRAY(b), JSON_UNQUOTE(n), JSON_QUOTE(n), JSON_MERGE_PATCH(j, '{}'), JSON_DEPTH(j), JSON_SEARCH(j, 'one', 'x'), JSON_REMOVE(j, '$.a'), JSON_EXISTS(j, '$.a'), JSON_QUERY(j, '$.l'), JSON_COMPACT(j) FROM t;

-- ! place: row number
-- ~ v: the path may find nothing
-- ! has: EXISTS is never null
SELECT x.place, x.v, x.has FROM t, JSON_TABLE(t.j, '$[*]' COLUMNS (place FOR ORDINALITY, v INT PATH '$', has INT EXISTS PATH '$.q')) x;

-- ! ROW_NUMBER() OVER (ORDER BY a): ROW_NUMBER is never null
-- ! RANK() OVER (ORDER BY b): RANK is never null
-- ? LAG(a) OVER (ORDER BY a): lag without a default is null where there is no such row
-- ? LEAD(n) OVER (ORDER BY a): lead without a default is null where there is no such row
-- ! FIRST_VALUE(a) OVER (ORDER BY a): NOT NULL column t.a
-- ? FIRST_VALUE(b) OVER (ORDER BY a): nullable column t.b
-- ! LAST_VALUE(n) OVER (ORDER BY a): NOT NULL column t.n
-- ? NTH_VALUE(a, 2) OVER (ORDER BY a): nth_value may return null
-- ! NTILE(2) OVER (ORDER BY a): NTILE is never null
-- ! PERCENT_RANK() OVER (ORDER BY a): PERCENT_RANK is never null
-- ! CUME_DIST() OVER (ORDER BY a): CUME_DIST is never null
SELECT ROW_NUMBER() OVER (ORDER BY a), RANK() OVER (ORDER BY b), LAG(a) OVER (ORDER BY a), LEAD(n) OVER (ORDER BY a), FIRST_VALUE(a) OVER (ORDER BY a), FIRST_VALUE(b) OVER (ORDER BY a), LAST_VALUE(n) OVER (ORDER BY a), NTH_VALUE(a, 2) OVER (ORDER BY a), NTILE(2) OVER (ORDER BY a), PERCENT_RANK() OVER (ORDER BY a), CUME_DIST() OVER (ORDER BY a) FROM t;

-- ! SUM(a) OVER (): NOT NULL column t.a
-- ? SUM(b) OVER (): nullable column t.b
-- ! COUNT(b) OVER (): COUNT is never null
-- ! AVG(a) OVER (ORDER BY a ROWS 1 PRECEDING): NOT NULL column t.a
-- ! MAX(n) OVER (PARTITION BY e): NOT NULL column t.n
-- ? SUM(a) OVER (ORDER BY a ROWS BETWEEN 1 FOLLOWING AND 2 FOLLOWING): the window frame may be empty
-- ? MIN(a) OVER (ORDER BY a ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING): the window frame may be empty
SELECT SUM(a) OVER (), SUM(b) OVER (), COUNT(b) OVER (), AVG(a) OVER (ORDER BY a ROWS 1 PRECEDING), MAX(n) OVER (PARTITION BY e), SUM(a) OVER (ORDER BY a ROWS BETWEEN 1 FOLLOWING AND 2 FOLLOWING), MIN(a) OVER (ORDER BY a ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING) FROM t;

-- ? a: nullable column u.c
SELECT a FROM t UNION SELECT c FROM u;

-- ! n: no operand is ever null
-- ! a: no operand is ever null
SELECT n, a FROM t UNION ALL SELECT k, id FROM u;

-- ! b: primary key u.id
SELECT b FROM t INTERSECT SELECT id FROM u;

-- ? b: nullable column t.b
SELECT b FROM t EXCEPT SELECT c FROM u;

-- ! i: no operand is ever null
-- ? s: NULL
WITH RECURSIVE r AS (SELECT 1 AS i, 'x' AS s UNION ALL SELECT i + 1, NULL FROM r WHERE i < 3) SELECT i, s FROM r;

-- ! id: no operand is ever null
-- ? b: nullable column t.b
WITH RECURSIVE r AS (SELECT id, b FROM t WHERE id = 1 UNION SELECT t.id, r.b FROM t JOIN r ON t.id = r.id + 1) SELECT id, b FROM r;

-- ! b: narrowed by WHERE b > 0
-- ~ b: nullable column t.b
WITH w AS (SELECT id, b FROM t WHERE b > 0) SELECT w.b, t.b FROM w JOIN t ON t.id = w.id;

-- ? c: nullable column u.c
-- ! n: COUNT is never null
SELECT x.c, x.n FROM (SELECT u.c, COUNT(*) AS n FROM u GROUP BY u.c) x LEFT JOIN t ON t.b = x.c;

-- ! b: narrowed by WHERE b = 9
-- ! s: narrowed by WHERE s IS NOT NULL
SELECT b, s FROM t WHERE b = 9 AND s IS NOT NULL;

-- ! b: narrowed by WHERE NOT (b IS NULL)
SELECT b FROM t WHERE NOT (b IS NULL);

-- ! b: narrowed by WHERE b <=> 9
SELECT b FROM t WHERE b <=> 9;

-- ? b: nullable column t.b
SELECT b FROM t WHERE b <=> NULL;

-- ! b: narrowed by WHERE b > 1 OR b = 0
-- ! a: NOT NULL column t.a
SELECT b, a FROM t WHERE b > 1 OR b = 0;

-- ? b: nullable column t.b
SELECT b FROM t WHERE b > 1 OR a = 0;

-- ! b: narrowed by WHERE CONCAT(b, s) = 'x' OR b + LENGTH(s) > 0
-- ! s: narrowed by WHERE CONCAT(b, s) = 'x' OR b + LENGTH(s) > 0
SELECT b, s FROM t WHERE CONCAT(b, s) = 'x' OR b + LENGTH(s) > 0;

-- ! b: narrowed by WHERE b IN (0, 9)
SELECT b FROM t WHERE b IN (0, 9);

-- ! b: narrowed by WHERE b
SELECT b FROM t WHERE b;

-- ? maybe: nullable column t.maybe
-- ! flag: NOT NULL column t.flag
SELECT maybe, flag FROM t WHERE maybe IS NOT TRUE;

-- ! b: narrowed by WHERE b BETWEEN 0 AND 10
SELECT b FROM t WHERE b BETWEEN 0 AND 10;

-- ! b: narrowed by WHERE b IN (SELECT c FROM u)
SELECT b FROM t WHERE b IN (SELECT c FROM u);

-- ? b: nullable column t.b
SELECT b FROM t WHERE IFNULL(b, 1) > 0;

-- ! b: narrowed by WHERE b XOR 0
SELECT b FROM t WHERE b XOR 0;

-- ! b: narrowed by WHERE b > 0
SELECT b FROM t WHERE b > 0 && TRUE;

-- ! b: narrowed by ON b = c
-- ! c: narrowed by ON b = c
SELECT b, c FROM t JOIN u ON b = c;

-- ! d: NOT NULL column t.d
-- ! d IS NULL: a test is true or false
SELECT d, d IS NULL FROM t WHERE d IS NULL;

-- ~ DATABASE(): DATABASE may return null
-- ! VERSION(): VERSION is never null
-- ! USER(): USER is never null
-- ! CONNECTION_ID(): CONNECTION_ID is never null
-- ! LAST_INSERT_ID(): never null
-- ~ @@version: a variable of the server may be unset
-- ~ @@init_connect: a variable of the server may be unset
SELECT DATABASE(), VERSION(), USER(), CONNECTION_ID(), LAST_INSERT_ID(), @@version, @@init_connect;

-- ! @x := a: NOT NULL column t.a
-- ? @y := b: nullable column t.b
SELECT @x := a, @y := b FROM t;

-- ! CONCAT('a', 'b'): no operand is ever null
-- ! 1 + 1: no operand is ever null
-- ? 1 / 0: operator / may return null
-- ! 'a' + 0: no operand is ever null
-- ? NULL + 1: NULL
-- ! COALESCE(NULL, 1): COALESCE has an argument that is never null: constant
-- ! LAST_INSERT_ID(5): constant
SELECT CONCAT('a', 'b'), 1 + 1, 1 / 0, 'a' + 0, NULL + 1, COALESCE(NULL, 1), LAST_INSERT_ID(5);

-- ! IF(b IS NULL, 0, b): no operand is ever null
-- ! CASE WHEN b IS NOT NULL THEN b ELSE 0 END: no operand is ever null
-- ! IF(b > 0, b, 1): no operand is ever null
SELECT IF(b IS NULL, 0, b), CASE WHEN b IS NOT NULL THEN b ELSE 0 END, IF(b > 0, b, 1) FROM t;

-- ! MAX(b): narrowed by WHERE b IS NOT NULL
SELECT MAX(b) FROM t WHERE b IS NOT NULL GROUP BY a;

-- ! COUNT(DISTINCT b): COUNT is never null
-- ! COUNT(DISTINCT a, b): COUNT is never null
-- ? SUM(DISTINCT a): aggregate over no rows is null
SELECT COUNT(DISTINCT b), COUNT(DISTINCT a, b), SUM(DISTINCT a) FROM t;

-- ! a: NOT NULL column t.a
-- ? b: nullable column t.b
SELECT a, b FROM t ORDER BY b LIMIT 2;

-- ! 1: no operand is ever null
-- ? NULL: NULL
VALUES (1, NULL), (2, 'x');

-- ? INET_ATON(n): INET_ATON may return null
-- ? INET_NTOA(a): INET_NTOA may return null
-- ! IS_IPV4(n): IS_IPV4 is never null
-- ! UUID(): UUID is never null
-- ! MD5(n): NOT NULL column t.n
-- ! SHA1(n): NOT NULL column t.n
-- ~ SHA2(n, 256): SHA2 may return null
-- ? SHA2(n, a): SHA2 may return null
-- ! SLEEP(0): SLEEP is never null
-- ~ BENCHMARK(1, 1): BENCHMARK may return null
-- ~ COMPRESS(n): COMPRESS may return null
-- ? UNCOMPRESS(n): UNCOMPRESS may return null
-- ! PASSWORD(n): PASSWORD is never null
-- ~ WEIGHT_STRING(n): weight_string may return null
-- ! REGEXP_REPLACE(n, 'x', 'y'): no operand is ever null
-- ! REGEXP_SUBSTR(n, 'x'): no operand is ever null
-- ! REGEXP_INSTR(n, 'x'): no operand is ever null
-- ! NAME_CONST('q', 1): no operand is ever null
SELECT INET_ATON(n), INET_NTOA(a), IS_IPV4(n), UUID(), MD5(n), SHA1(n), SHA2(n, 256), SHA2(n, a), SLEEP(0), BENCHMARK(1, 1), COMPRESS(n), UNCOMPRESS(n), PASSWORD(n), WEIGHT_STRING(n), REGEXP_REPLACE(n, 'x', 'y'), REGEXP_SUBSTR(n, 'x'), REGEXP_INSTR(n, 'x'), NAME_CONST('q', 1) FROM t;

-- ! MATCH (n) AGAINST ('x' IN BOOLEAN MODE): the relevance of a row is never null
SELECT MATCH (n) AGAINST ('x' IN BOOLEAN MODE) FROM t;
