-- Every type, and what expressions make of it.
CREATE TABLE kinds (
    id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
    tiny TINYINT NOT NULL,
    small SMALLINT UNSIGNED NOT NULL,
    medium MEDIUMINT NOT NULL,
    whole INT UNSIGNED NOT NULL,
    flag BOOLEAN NOT NULL,
    bits BIT(8) NOT NULL,
    one_bit BIT(1) NOT NULL,
    price DECIMAL(12, 3) NOT NULL,
    weight FLOAT NOT NULL,
    ratio DOUBLE NOT NULL,
    code CHAR(5) NOT NULL,
    note TEXT,
    raw VARBINARY(20) NOT NULL,
    day DATE NOT NULL,
    clock TIME(3) NOT NULL,
    moment DATETIME(6) NOT NULL,
    stamp TIMESTAMP NOT NULL,
    year_of YEAR NOT NULL,
    state ENUM('new', 'old') NOT NULL,
    marks SET('a', 'b') NOT NULL,
    data JSON NOT NULL,
    token UUID NOT NULL,
    host INET6 NOT NULL,
    place POINT NOT NULL
);
CREATE FUNCTION doubled(n INT) RETURNS DECIMAL(10, 2) DETERMINISTIC RETURN n * 2;

-- name: Kinds :many
SELECT * FROM kinds;

-- name: KindsDerived :many
SELECT k.* FROM (SELECT * FROM kinds LIMIT 5) k;

-- name: KindsMerged :many
SELECT COALESCE(whole, 0), COALESCE(tiny, 0), COALESCE(price, 1), COALESCE(weight, tiny), COALESCE(note, code), COALESCE(day, moment), COALESCE(flag, flag), COALESCE(raw, code), COALESCE(state, 'none'), COALESCE(year_of, whole) FROM kinds;

-- name: KindsExtremes :many
-- columns: MIN(whole)!, MAX(flag)!, MIN(state)!, MAX(day)!, MIN(clock)!, MAX(year_of)!, MIN(token)!, MAX(one_bit)!, MIN(raw)!
SELECT MIN(whole), MAX(flag), MIN(state), MAX(day), MIN(clock), MAX(year_of), MIN(token), MAX(one_bit), MIN(raw) FROM kinds GROUP BY id;

-- name: KindsSummed :many
-- columns: SUM(tiny)!, SUM(price)!, SUM(weight)!, SUM(flag)!, SUM(code)!, AVG(whole)!, AVG(ratio)!, BIT_OR(tiny)!, STDDEV(price)!, VAR_SAMP(price)?, COUNT(DISTINCT code)!
SELECT SUM(tiny), SUM(price), SUM(weight), SUM(flag), SUM(code), AVG(whole), AVG(ratio), BIT_OR(tiny), STDDEV(price), VAR_SAMP(price), COUNT(DISTINCT code) FROM kinds GROUP BY id;

-- name: KindsArithmetic :many
-- columns: tiny + 1!, small * 2!, medium - 1!, whole + 1!, price * 2!, weight + 1!, ratio / 2!, whole / 3!, whole DIV 3!, whole % 3!, -whole!, ~tiny!, bits + 0!, year_of + 1!, code + 0!, day + 0!, moment + 0!, flag + flag!
SELECT tiny + 1, small * 2, medium - 1, whole + 1, price * 2, weight + 1, ratio / 2, whole / 3, whole DIV 3, whole % 3, -whole, ~tiny, bits + 0, year_of + 1, code + 0, day + 0, moment + 0, flag + flag FROM kinds;

-- name: KindsMoved :many
SELECT day + INTERVAL 1 DAY, day + INTERVAL 1 HOUR, moment - INTERVAL 2 MONTH, clock + INTERVAL 5 MINUTE, stamp + INTERVAL ? DAY, DATE_ADD(day, INTERVAL '1:30' HOUR_MINUTE), DATE_SUB(moment, INTERVAL 1 WEEK), ADDTIME(clock, '00:01:00'), LAST_DAY(day), day + INTERVAL 1 DAY < NOW() FROM kinds;

-- name: KindsCast :many
-- columns: CAST(ratio AS SIGNED)!, CAST(code AS UNSIGNED)!, CAST(ratio AS DECIMAL(8, 2))!, CAST(moment AS DATE)!, CAST(moment AS TIME)!, CAST(whole AS CHAR)!, CAST(code AS BINARY)!, CAST(code AS DATETIME(3))?, CAST(token AS CHAR)!, CONVERT(code USING latin1)?, CAST(price AS DOUBLE)!
SELECT CAST(ratio AS SIGNED), CAST(code AS UNSIGNED), CAST(ratio AS DECIMAL(8, 2)), CAST(moment AS DATE), CAST(moment AS TIME), CAST(whole AS CHAR), CAST(code AS BINARY), CAST(code AS DATETIME(3)), CAST(token AS CHAR), CONVERT(code USING latin1), CAST(price AS DOUBLE) FROM kinds;

-- name: KindsText :many
-- columns: CONCAT(code, raw)!, CONCAT(whole, price)!, UPPER(state)!, LENGTH(note)?, HEX(raw)!, LEFT(token, 8)!, REPLACE(code, 'a', raw)!, TRIM(marks)!, CONCAT_WS('-', code, note)!, GREATEST(code, note)?, LEAST(tiny, whole)!, FIELD(state, 'new', 'old')!
SELECT CONCAT(code, raw), CONCAT(whole, price), UPPER(state), LENGTH(note), HEX(raw), LEFT(token, 8), REPLACE(code, 'a', raw), TRIM(marks), CONCAT_WS('-', code, note), GREATEST(code, note), LEAST(tiny, whole), FIELD(state, 'new', 'old') FROM kinds;

-- name: KindsCompared :many
-- params: flag boolean, state kinds_state, whole int unsigned, moment datetime, token uuid, tiny tinyint
SELECT id FROM kinds WHERE flag = ? AND state = ? AND whole > ? AND moment < ? AND token = ? AND ? = tiny;

-- name: KindsOfFunction :many
SELECT doubled(tiny), doubled(?) FROM kinds;

-- name: KindsUnion :many
SELECT tiny AS x, code AS y, day AS z FROM kinds UNION ALL SELECT whole, raw, moment FROM kinds;

-- name: KindsCase :many
SELECT CASE WHEN flag THEN 1 ELSE 2.5 END, CASE state WHEN 'new' THEN 'fresh' ELSE note END, IF(flag, day, NULL), IFNULL(note, code), NULLIF(flag, 0), NULLIF(state, 'new'), (SELECT flag FROM kinds k WHERE k.id = kinds.id) FROM kinds;

-- name: KindsWindows :many
-- columns: LAG(flag) OVER (ORDER BY id)?, FIRST_VALUE(state) OVER (ORDER BY id)!, LEAD(day, 2) OVER (ORDER BY id)?, SUM(whole) OVER (ORDER BY id)!, MAX(flag) OVER ()!
SELECT LAG(flag) OVER (ORDER BY id), FIRST_VALUE(state) OVER (ORDER BY id), LEAD(day, 2) OVER (ORDER BY id), SUM(whole) OVER (ORDER BY id), MAX(flag) OVER () FROM kinds;

-- name: KindsConstants :one
SELECT 1, 123456789, 1234567890, 18446744073709551615, 1.50, 1e3, 'x', X'41', b'101', DATE '2024-05-06', TIME '10:00:00', TIMESTAMP '2024-05-06 10:00:00', TRUE, -5;

-- name: KindsBitConstants :many
SELECT b'101' + 1, 0x05 * 2, 0x05 / whole, - b'101', ABS(0x05), SUM(0x05), COALESCE(b'101', 1), X'05' + 1, 0xFFFFFFFFFF - tiny FROM kinds;

-- name: KindsNullCalculated :many
SELECT NULL + whole, NULL DIV 2, whole DIV NULL, COALESCE(NULL * 2, 0), LEAST(whole, NULL), NULL + INTERVAL 1 DAY, MOD(NULL, tiny), COALESCE(ROUND(NULL), 1) FROM kinds;

-- name: KindsNegated :one
SELECT -(0 + -2) AS wide, -(-2) AS written, -(2 - 1) AS less, -(1 + 2 * -3) AS more;

-- name: KindsAddressesAndTexts :many
SELECT COALESCE('a', 1, host), COALESCE(token, '6ecd8c99-4036-403d-bf84-cf8400f67836'), COALESCE(host, '::1') FROM kinds;

-- name: KindsHaving :many
-- columns: id!, other!, price!
SELECT k.id, o.id AS other, MAX(k.price) AS price FROM kinds k JOIN kinds o ON o.id = k.id GROUP BY k.id, k.state HAVING price > 1 AND state = 'new' AND MAX(k.tiny) > 0 AND other > 0;

-- name: CastsAsWideAsTheirOperand :many
SELECT CAST('5' AS UNSIGNED), CAST('5' AS SIGNED), CAST('1234567890' AS SIGNED), CAST(5 AS UNSIGNED), CAST(1.5 AS UNSIGNED), CAST(1.5 AS SIGNED), CAST(NULL AS SIGNED), CAST(1 = 1 AS UNSIGNED), CONVERT('12', UNSIGNED INTEGER), CAST(TRUE AS SIGNED);

-- name: PlusIsNoPartOfAName :one
SELECT +5, + -5, +(1 + 1), +'abc', +NOW();

-- name: ConstantPatterns :one
SELECT 'a' REGEXP '^a', 'a' NOT RLIKE 'b', TIME_TO_SEC('01:00:00'), TIME_TO_SEC('01:00:00.5');

-- name: Series :many
SELECT seq, s.seq FROM seq_1_to_10_step_3 s WHERE seq > ?;

-- name: RoundedToTens :many
SELECT ROUND(tiny, -1), ROUND(whole, -2), ROUND(id, -3), ROUND(id, 2), ROUND(12345, -2), TRUNCATE(id, -2), ROUND(id, tiny), GREATEST(stamp, stamp) FROM kinds;

-- name: PlaceholdersBesideUnsigned :many
-- params: whole int unsigned?, small smallint unsigned?
SELECT IFNULL(?, whole), COALESCE(?, small) FROM kinds;

-- name: VariableBesidePlaceholder :one
-- params: whole int unsigned
-- columns: id!
SELECT id FROM kinds WHERE whole = ? AND code = @seen LIMIT 1;

-- name: KindsAddressCompared :many
SELECT host = code, host = '::1' AS here, token IN ('6ecd8c99-4036-403d-bf84-cf8400f67836'), token IN (code), host BETWEEN '::1' AND code, host <> note, host IN (SELECT code FROM kinds), token <=> code FROM kinds;

-- name: KindsWrittenBytes :many
-- columns: CONCAT(code, X'41')!, kept!, lost!, COALESCE(code, raw)!, CONCAT(UPPER('a'), X'41')!, CONCAT(code, UPPER(X'41'))!, COALESCE(CAST(id AS CHAR), X'41')!, COALESCE(HEX(id), X'41')!
SELECT CONCAT(code, X'41'), COALESCE(code, X'41') AS kept, COALESCE('a', X'41') AS lost, COALESCE(code, raw), CONCAT(UPPER('a'), X'41'), CONCAT(code, UPPER(X'41')), COALESCE(CAST(id AS CHAR), X'41'), COALESCE(HEX(id), X'41') FROM kinds;

-- name: TextsComparedAsBytes :many
-- params: code varchar, note varchar, raw varbinary
SELECT id FROM kinds WHERE BINARY code = ? AND CAST(note AS BINARY) <> ? AND raw = ?;

-- name: BytesOfTexts :one
-- columns: a!, b!, c!, d!
SELECT BINARY 'a' AS a, CAST('b' AS BINARY(4)) AS b, COALESCE(BINARY 'c', X'00') AS c, CONCAT(BINARY 'a', 'b') AS d;
