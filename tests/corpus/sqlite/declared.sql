-- What keeps a declared type and what makes a new value, over columns of every declared type.
CREATE TABLE all_types (
    id INTEGER PRIMARY KEY, flag BOOLEAN NOT NULL, maybe BOOL, day DATE NOT NULL, moment TIMESTAMP, clock TIME,
    price DECIMAL(8, 2) NOT NULL, amount NUMERIC, doc JSON NOT NULL, uid UUID NOT NULL, raw BLOB, n BIGINT NOT NULL,
    r REAL NOT NULL, label VARCHAR(20) NOT NULL, big UNSIGNED BIG INT, fl FLOAT, txt CLOB, small TINYINT, dt DATETIME NOT NULL
);
INSERT INTO all_types VALUES
    (1, 1, 0, '2024-01-02', '2024-01-02 03:04:05', '01:02:03', 1.5, 2, '{"a": 1}', '8c8a1b5e-5f6d-4f0a-9d1e-0a1b2c3d4e5f', x'01', 5, 2.5, 'one', 7, 0.5, 'text', 1, '2024-01-02T03:04:05'),
    (2, 0, NULL, '2023-12-31', NULL, NULL, 2, NULL, '[1, "x"]', '9c8a1b5e-5f6d-4f0a-9d1e-0a1b2c3d4e5f', NULL, -1, -1, 'two', NULL, NULL, NULL, NULL, '2023-12-31 00:00:00'),
    (3, 1, 1, '2024-02-29', '2024-02-29 00:00:00', '23:59:59', 0, 0.25, '{}', 'ac8a1b5e-5f6d-4f0a-9d1e-0a1b2c3d4e5f', x'', 0, 0, '', 0, 3, '', -1, '2024-02-29 12:00:00');
CREATE VIEW shown AS SELECT id, flag, day, price, doc, uid, coalesce(maybe, FALSE) AS sure FROM all_types;

-- name: KeptFlag :many
-- columns: a BOOLEAN!, b BOOLEAN!, c BOOLEAN?, d BOOLEAN?, e BOOLEAN!
SELECT flag AS a, max(flag) OVER (ORDER BY id ROWS 1 PRECEDING) AS b, CASE WHEN id > 1 THEN flag END AS c, nullif(flag, flag) AS d, likely(flag) AS e FROM all_types;
-- name: GroupedFlag :many
-- columns: a BOOLEAN!, b BOOLEAN!, c BOOLEAN!
SELECT flag AS a, min(flag) AS b, max(flag) AS c FROM all_types GROUP BY flag;
-- name: QueriedFlag :many
-- columns: v BOOLEAN!, top BOOLEAN?
WITH x AS (SELECT flag AS v FROM all_types UNION ALL SELECT flag FROM all_types) SELECT v, (SELECT max(v) FROM x) AS top FROM (SELECT v FROM x);
-- name: ReturnedFlag :many
-- columns: a BOOLEAN!
UPDATE all_types SET n = n + 1 WHERE flag IS NOT NULL RETURNING flag AS a;
-- name: ParameterFlag :many
SELECT id FROM all_types WHERE flag = :value OR flag > :other;
-- name: KeptMaybe :many
-- columns: a BOOL?, b BOOL?, c BOOL?, d BOOL?, e BOOL?
SELECT maybe AS a, max(maybe) OVER (ORDER BY id ROWS 1 PRECEDING) AS b, CASE WHEN id > 1 THEN maybe END AS c, nullif(maybe, maybe) AS d, likely(maybe) AS e FROM all_types;
-- name: GroupedMaybe :many
-- columns: a BOOL?, b BOOL?, c BOOL?
SELECT maybe AS a, min(maybe) AS b, max(maybe) AS c FROM all_types GROUP BY maybe;
-- name: QueriedMaybe :many
-- columns: v BOOL?, top BOOL?
WITH x AS (SELECT maybe AS v FROM all_types UNION ALL SELECT maybe FROM all_types) SELECT v, (SELECT max(v) FROM x) AS top FROM (SELECT v FROM x);
-- name: ReturnedMaybe :many
-- columns: a BOOL?
UPDATE all_types SET n = n + 1 WHERE maybe IS NOT NULL RETURNING maybe AS a;
-- name: ParameterMaybe :many
SELECT id FROM all_types WHERE maybe = :value OR maybe > :other;
-- name: KeptDay :many
-- columns: a DATE!, b DATE!, c DATE?, d DATE?, e DATE!
SELECT day AS a, max(day) OVER (ORDER BY id ROWS 1 PRECEDING) AS b, CASE WHEN id > 1 THEN day END AS c, nullif(day, day) AS d, likely(day) AS e FROM all_types;
-- name: GroupedDay :many
-- columns: a DATE!, b DATE!, c DATE!
SELECT day AS a, min(day) AS b, max(day) AS c FROM all_types GROUP BY day;
-- name: QueriedDay :many
-- columns: v DATE!, top DATE?
WITH x AS (SELECT day AS v FROM all_types UNION ALL SELECT day FROM all_types) SELECT v, (SELECT max(v) FROM x) AS top FROM (SELECT v FROM x);
-- name: ReturnedDay :many
-- columns: a DATE!
UPDATE all_types SET n = n + 1 WHERE day IS NOT NULL RETURNING day AS a;
-- name: ParameterDay :many
SELECT id FROM all_types WHERE day = :value OR day > :other;
-- name: KeptMoment :many
-- columns: a TIMESTAMP?, b TIMESTAMP?, c TIMESTAMP?, d TIMESTAMP?, e TIMESTAMP?
SELECT moment AS a, max(moment) OVER (ORDER BY id ROWS 1 PRECEDING) AS b, CASE WHEN id > 1 THEN moment END AS c, nullif(moment, moment) AS d, likely(moment) AS e FROM all_types;
-- name: GroupedMoment :many
-- columns: a TIMESTAMP?, b TIMESTAMP?, c TIMESTAMP?
SELECT moment AS a, min(moment) AS b, max(moment) AS c FROM all_types GROUP BY moment;
-- name: QueriedMoment :many
-- columns: v TIMESTAMP?, top TIMESTAMP?
WITH x AS (SELECT moment AS v FROM all_types UNION ALL SELECT moment FROM all_types) SELECT v, (SELECT max(v) FROM x) AS top FROM (SELECT v FROM x);
-- name: ReturnedMoment :many
-- columns: a TIMESTAMP?
UPDATE all_types SET n = n + 1 WHERE moment IS NOT NULL RETURNING moment AS a;
-- name: ParameterMoment :many
SELECT id FROM all_types WHERE moment = :value OR moment > :other;
-- name: KeptClock :many
-- columns: a TIME?, b TIME?, c TIME?, d TIME?, e TIME?
SELECT clock AS a, max(clock) OVER (ORDER BY id ROWS 1 PRECEDING) AS b, CASE WHEN id > 1 THEN clock END AS c, nullif(clock, clock) AS d, likely(clock) AS e FROM all_types;
-- name: GroupedClock :many
-- columns: a TIME?, b TIME?, c TIME?
SELECT clock AS a, min(clock) AS b, max(clock) AS c FROM all_types GROUP BY clock;
-- name: QueriedClock :many
-- columns: v TIME?, top TIME?
WITH x AS (SELECT clock AS v FROM all_types UNION ALL SELECT clock FROM all_types) SELECT v, (SELECT max(v) FROM x) AS top FROM (SELECT v FROM x);
-- name: ReturnedClock :many
-- columns: a TIME?
UPDATE all_types SET n = n + 1 WHERE clock IS NOT NULL RETURNING clock AS a;
-- name: ParameterClock :many
SELECT id FROM all_types WHERE clock = :value OR clock > :other;
-- name: KeptPrice :many
-- columns: a DECIMAL!, b DECIMAL!, c DECIMAL?, d DECIMAL?, e DECIMAL!
SELECT price AS a, max(price) OVER (ORDER BY id ROWS 1 PRECEDING) AS b, CASE WHEN id > 1 THEN price END AS c, nullif(price, price) AS d, likely(price) AS e FROM all_types;
-- name: GroupedPrice :many
-- columns: a DECIMAL!, b DECIMAL!, c DECIMAL!
SELECT price AS a, min(price) AS b, max(price) AS c FROM all_types GROUP BY price;
-- name: QueriedPrice :many
-- columns: v DECIMAL!, top DECIMAL?
WITH x AS (SELECT price AS v FROM all_types UNION ALL SELECT price FROM all_types) SELECT v, (SELECT max(v) FROM x) AS top FROM (SELECT v FROM x);
-- name: ReturnedPrice :many
-- columns: a DECIMAL!
UPDATE all_types SET n = n + 1 WHERE price IS NOT NULL RETURNING price AS a;
-- name: ParameterPrice :many
SELECT id FROM all_types WHERE price = :value OR price > :other;
-- name: KeptAmount :many
-- columns: a NUMERIC?, b NUMERIC?, c NUMERIC?, d NUMERIC?, e NUMERIC?
SELECT amount AS a, max(amount) OVER (ORDER BY id ROWS 1 PRECEDING) AS b, CASE WHEN id > 1 THEN amount END AS c, nullif(amount, amount) AS d, likely(amount) AS e FROM all_types;
-- name: GroupedAmount :many
-- columns: a NUMERIC?, b NUMERIC?, c NUMERIC?
SELECT amount AS a, min(amount) AS b, max(amount) AS c FROM all_types GROUP BY amount;
-- name: QueriedAmount :many
-- columns: v NUMERIC?, top NUMERIC?
WITH x AS (SELECT amount AS v FROM all_types UNION ALL SELECT amount FROM all_types) SELECT v, (SELECT max(v) FROM x) AS top FROM (SELECT v FROM x);
-- name: ReturnedAmount :many
-- columns: a NUMERIC?
UPDATE all_types SET n = n + 1 WHERE amount IS NOT NULL RETURNING amount AS a;
-- name: ParameterAmount :many
SELECT id FROM all_types WHERE amount = :value OR amount > :other;
-- name: KeptDoc :many
-- columns: a JSON!, b JSON!, c JSON?, d JSON?, e JSON!
SELECT doc AS a, max(doc) OVER (ORDER BY id ROWS 1 PRECEDING) AS b, CASE WHEN id > 1 THEN doc END AS c, nullif(doc, doc) AS d, likely(doc) AS e FROM all_types;
-- name: GroupedDoc :many
-- columns: a JSON!, b JSON!, c JSON!
SELECT doc AS a, min(doc) AS b, max(doc) AS c FROM all_types GROUP BY doc;
-- name: QueriedDoc :many
-- columns: v JSON!, top JSON?
WITH x AS (SELECT doc AS v FROM all_types UNION ALL SELECT doc FROM all_types) SELECT v, (SELECT max(v) FROM x) AS top FROM (SELECT v FROM x);
-- name: ReturnedDoc :many
-- columns: a JSON!
UPDATE all_types SET n = n + 1 WHERE doc IS NOT NULL RETURNING doc AS a;
-- name: ParameterDoc :many
SELECT id FROM all_types WHERE doc = :value OR doc > :other;
-- name: KeptUid :many
-- columns: a UUID!, b UUID!, c UUID?, d UUID?, e UUID!
SELECT uid AS a, max(uid) OVER (ORDER BY id ROWS 1 PRECEDING) AS b, CASE WHEN id > 1 THEN uid END AS c, nullif(uid, uid) AS d, likely(uid) AS e FROM all_types;
-- name: GroupedUid :many
-- columns: a UUID!, b UUID!, c UUID!
SELECT uid AS a, min(uid) AS b, max(uid) AS c FROM all_types GROUP BY uid;
-- name: QueriedUid :many
-- columns: v UUID!, top UUID?
WITH x AS (SELECT uid AS v FROM all_types UNION ALL SELECT uid FROM all_types) SELECT v, (SELECT max(v) FROM x) AS top FROM (SELECT v FROM x);
-- name: ReturnedUid :many
-- columns: a UUID!
UPDATE all_types SET n = n + 1 WHERE uid IS NOT NULL RETURNING uid AS a;
-- name: ParameterUid :many
SELECT id FROM all_types WHERE uid = :value OR uid > :other;
-- name: KeptRaw :many
-- columns: a BLOB?, b BLOB?, c BLOB?, d BLOB?, e BLOB?
SELECT raw AS a, max(raw) OVER (ORDER BY id ROWS 1 PRECEDING) AS b, CASE WHEN id > 1 THEN raw END AS c, nullif(raw, raw) AS d, likely(raw) AS e FROM all_types;
-- name: GroupedRaw :many
-- columns: a BLOB?, b BLOB?, c BLOB?
SELECT raw AS a, min(raw) AS b, max(raw) AS c FROM all_types GROUP BY raw;
-- name: QueriedRaw :many
-- columns: v BLOB?, top BLOB?
WITH x AS (SELECT raw AS v FROM all_types UNION ALL SELECT raw FROM all_types) SELECT v, (SELECT max(v) FROM x) AS top FROM (SELECT v FROM x);
-- name: ReturnedRaw :many
-- columns: a BLOB?
UPDATE all_types SET n = n + 1 WHERE raw IS NOT NULL RETURNING raw AS a;
-- name: ParameterRaw :many
SELECT id FROM all_types WHERE raw = :value OR raw > :other;
-- name: KeptN :many
-- columns: a BIGINT!, b BIGINT!, c BIGINT?, d BIGINT?, e BIGINT!
SELECT n AS a, max(n) OVER (ORDER BY id ROWS 1 PRECEDING) AS b, CASE WHEN id > 1 THEN n END AS c, nullif(n, n) AS d, likely(n) AS e FROM all_types;
-- name: GroupedN :many
-- columns: a BIGINT!, b BIGINT!, c BIGINT!
SELECT n AS a, min(n) AS b, max(n) AS c FROM all_types GROUP BY n;
-- name: QueriedN :many
-- columns: v BIGINT!, top BIGINT?
WITH x AS (SELECT n AS v FROM all_types UNION ALL SELECT n FROM all_types) SELECT v, (SELECT max(v) FROM x) AS top FROM (SELECT v FROM x);
-- name: ReturnedN :many
-- columns: a BIGINT!
UPDATE all_types SET n = n + 1 WHERE n IS NOT NULL RETURNING n AS a;
-- name: ParameterN :many
SELECT id FROM all_types WHERE n = :value OR n > :other;
-- name: KeptR :many
-- columns: a REAL!, b REAL!, c REAL?, d REAL?, e REAL!
SELECT r AS a, max(r) OVER (ORDER BY id ROWS 1 PRECEDING) AS b, CASE WHEN id > 1 THEN r END AS c, nullif(r, r) AS d, likely(r) AS e FROM all_types;
-- name: GroupedR :many
-- columns: a REAL!, b REAL!, c REAL!
SELECT r AS a, min(r) AS b, max(r) AS c FROM all_types GROUP BY r;
-- name: QueriedR :many
-- columns: v REAL!, top REAL?
WITH x AS (SELECT r AS v FROM all_types UNION ALL SELECT r FROM all_types) SELECT v, (SELECT max(v) FROM x) AS top FROM (SELECT v FROM x);
-- name: ReturnedR :many
-- columns: a REAL!
UPDATE all_types SET n = n + 1 WHERE r IS NOT NULL RETURNING r AS a;
-- name: ParameterR :many
SELECT id FROM all_types WHERE r = :value OR r > :other;
-- name: KeptLabel :many
-- columns: a VARCHAR!, b VARCHAR!, c VARCHAR?, d VARCHAR?, e VARCHAR!
SELECT label AS a, max(label) OVER (ORDER BY id ROWS 1 PRECEDING) AS b, CASE WHEN id > 1 THEN label END AS c, nullif(label, label) AS d, likely(label) AS e FROM all_types;
-- name: GroupedLabel :many
-- columns: a VARCHAR!, b VARCHAR!, c VARCHAR!
SELECT label AS a, min(label) AS b, max(label) AS c FROM all_types GROUP BY label;
-- name: QueriedLabel :many
-- columns: v VARCHAR!, top VARCHAR?
WITH x AS (SELECT label AS v FROM all_types UNION ALL SELECT label FROM all_types) SELECT v, (SELECT max(v) FROM x) AS top FROM (SELECT v FROM x);
-- name: ReturnedLabel :many
-- columns: a VARCHAR!
UPDATE all_types SET n = n + 1 WHERE label IS NOT NULL RETURNING label AS a;
-- name: ParameterLabel :many
SELECT id FROM all_types WHERE label = :value OR label > :other;
-- name: KeptDt :many
-- columns: a DATETIME!, b DATETIME!, c DATETIME?, d DATETIME?, e DATETIME!
SELECT dt AS a, max(dt) OVER (ORDER BY id ROWS 1 PRECEDING) AS b, CASE WHEN id > 1 THEN dt END AS c, nullif(dt, dt) AS d, likely(dt) AS e FROM all_types;
-- name: GroupedDt :many
-- columns: a DATETIME!, b DATETIME!, c DATETIME!
SELECT dt AS a, min(dt) AS b, max(dt) AS c FROM all_types GROUP BY dt;
-- name: QueriedDt :many
-- columns: v DATETIME!, top DATETIME?
WITH x AS (SELECT dt AS v FROM all_types UNION ALL SELECT dt FROM all_types) SELECT v, (SELECT max(v) FROM x) AS top FROM (SELECT v FROM x);
-- name: ReturnedDt :many
-- columns: a DATETIME!
UPDATE all_types SET n = n + 1 WHERE dt IS NOT NULL RETURNING dt AS a;
-- name: ParameterDt :many
SELECT id FROM all_types WHERE dt = :value OR dt > :other;
-- name: Shown :many
-- columns: id INTEGER!, flag BOOLEAN!, day DATE!, price DECIMAL!, doc JSON!, uid UUID!, sure BOOL!
SELECT * FROM shown;
