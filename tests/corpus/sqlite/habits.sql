-- Habits and check-ins: upserts, windows, JSON, dates.
CREATE TABLE accounts (
  account_id INTEGER PRIMARY KEY AUTOINCREMENT,
  handle TEXT NOT NULL UNIQUE COLLATE NOCASE,
  display_name VARCHAR(80),
  is_admin BOOLEAN NOT NULL DEFAULT 0,
  credits NUMERIC(10,2) NOT NULL DEFAULT 0,
  prefs JSON NOT NULL DEFAULT '{}',
  signed_up DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  last_seen TIMESTAMP,
  avatar BLOB,
  referred_by INTEGER REFERENCES accounts(account_id) ON DELETE SET NULL
);
CREATE TABLE habits (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
  title TEXT NOT NULL CHECK (length(title) > 0),
  target REAL,
  unit TEXT,
  schedule TEXT CHECK (schedule IS NULL OR json_valid(schedule)),
  archived_on DATE,
  UNIQUE (account_id, title)
);
CREATE TABLE checkins (
  habit_id INTEGER NOT NULL REFERENCES habits(id),
  day DATE NOT NULL,
  amount REAL NOT NULL DEFAULT 1,
  note TEXT,
  meta TEXT,
  PRIMARY KEY (habit_id, day)
) WITHOUT ROWID;
CREATE TABLE counters (name TEXT PRIMARY KEY NOT NULL, hits INT NOT NULL DEFAULT 0, updated INTEGER) STRICT;
CREATE TABLE events (ts INTEGER NOT NULL, kind TEXT NOT NULL, payload JSON, source);
CREATE TABLE categories (id INTEGER PRIMARY KEY, parent_id INT, name TEXT NOT NULL, sort_key INT DEFAULT 0);
CREATE INDEX ev_kind ON events(kind, ts);
CREATE UNIQUE INDEX cat_name ON categories(ifnull(parent_id, 0), name);
CREATE VIEW active_habits AS SELECT h.*, a.handle FROM habits h JOIN accounts a USING (account_id) WHERE h.archived_on IS NULL;
CREATE VIEW daily AS SELECT day, count(*) AS n, sum(amount) AS total, avg(amount) AS mean FROM checkins GROUP BY day;
INSERT INTO accounts (handle, display_name, is_admin, credits, prefs, signed_up, last_seen, avatar, referred_by) VALUES
 ('ann','Ann',1,12.50,'{"theme":"dark","tags":["a","b"],"limits":{"daily":3}}','2024-01-01 08:00:00','2024-05-01 10:00:00',x'0102',NULL),
 ('bob',NULL,0,0,'{}','2024-02-10 12:30:00',NULL,NULL,1),
 ('cyd','Cyd',0,3,'{"theme":null,"tags":[]}','2024-03-05 00:00:00','2024-03-06 00:00:00',NULL,1);
INSERT INTO habits VALUES (1,1,'Run',5.0,'km','["mon","wed"]',NULL),(2,1,'Read',NULL,NULL,NULL,'2024-04-01'),(3,2,'Walk',2,'km','[]',NULL);
INSERT INTO checkins VALUES (1,'2024-03-01',5.2,'good','{"mood":4}'),(1,'2024-03-02',4,NULL,NULL),(1,'2024-03-04',6,'rain','{"mood":null}'),(3,'2024-03-01',1.5,NULL,NULL);
INSERT INTO counters VALUES ('home',10,1700000000),('about',0,NULL);
INSERT INTO events VALUES (1700000000,'view','{"path":"/","ms":12.5,"ok":true}','web'),(1700000100,'click','{"path":"/x","ms":3,"btn":{"id":7}}',5),(1700000200,'view',NULL,NULL);
INSERT INTO categories VALUES (1,NULL,'root',0),(2,1,'a',1),(3,1,'b',2),(4,2,'a1',NULL);

-- name: Hit :one
INSERT INTO counters(name, hits, updated) VALUES (?, 1, unixepoch()) ON CONFLICT(name) DO UPDATE SET hits = hits + excluded.hits, updated = excluded.updated RETURNING hits;
-- name: HitNamed :one
INSERT INTO counters AS c (name) VALUES (:name) ON CONFLICT DO UPDATE SET hits = c.hits + 1 WHERE c.updated IS NULL OR c.updated < :cutoff RETURNING *;
-- name: UpsertCheckin :one
INSERT INTO checkins (habit_id, day, amount, note) VALUES (@habit, @day, @amount, @note) ON CONFLICT (habit_id, day) DO UPDATE SET amount = amount + excluded.amount, note = coalesce(excluded.note, checkins.note) RETURNING habit_id, day, amount, note;
-- name: UpsertMany :many
INSERT INTO checkins (habit_id, day) SELECT id, date('now') FROM habits WHERE archived_on IS NULL ON CONFLICT DO NOTHING RETURNING habit_id, day;
-- name: ReplaceCounter :exec
REPLACE INTO counters VALUES (?1, ?2, ?3);
-- name: UpsertTwo :one
INSERT INTO accounts (handle, display_name) VALUES (?, ?) ON CONFLICT (handle) DO UPDATE SET display_name = excluded.display_name, last_seen = CURRENT_TIMESTAMP ON CONFLICT (account_id) DO NOTHING RETURNING account_id, handle, last_seen;
-- name: InsertIgnore :execrows
INSERT OR IGNORE INTO habits (account_id, title) VALUES (?, ?);
-- name: InsertDefault :one
INSERT INTO counters (name) VALUES (lower(hex(randomblob(8)))) RETURNING name, hits, updated, hits > 0 AS popular;
-- name: TouchAll :many
UPDATE accounts SET last_seen = datetime('now') WHERE last_seen < datetime('now', :age) RETURNING account_id AS id, julianday('now') - julianday(signed_up) AS days;
-- name: SpendCredits :one
UPDATE accounts SET credits = credits - :cost WHERE account_id = :id AND credits >= :cost RETURNING credits, credits * 2 AS twice, round(credits, 1) AS r;
-- name: ArchiveFrom :many
UPDATE habits SET archived_on = x.last FROM (SELECT habit_id, max(day) AS last FROM checkins GROUP BY habit_id) AS x WHERE x.habit_id = habits.id AND habits.archived_on IS NULL RETURNING id, title, archived_on;
-- name: DeleteOld :many
DELETE FROM checkins WHERE day < date('now', '-1 year') RETURNING habit_id, day, amount;
-- name: DeleteSub :execrows
DELETE FROM habits WHERE id NOT IN (SELECT habit_id FROM checkins) AND account_id = $acct;
-- name: Running :many
SELECT day, amount, sum(amount) OVER (ORDER BY day) AS running, sum(amount) OVER w AS week, count(*) OVER w AS n FROM checkins WHERE habit_id = ? WINDOW w AS (ORDER BY julianday(day) RANGE BETWEEN 6 PRECEDING AND CURRENT ROW);
-- name: Ranks :many
SELECT h.title, c.day, rank() OVER (PARTITION BY c.habit_id ORDER BY c.amount DESC) AS rnk, dense_rank() OVER (ORDER BY c.amount) AS dr, percent_rank() OVER (ORDER BY c.amount) pr, cume_dist() OVER (ORDER BY c.amount) cd, ntile(4) OVER (ORDER BY c.amount) q FROM checkins c JOIN habits h ON h.id = c.habit_id;
-- name: Gaps :many
SELECT day, lag(day) OVER (ORDER BY day) AS prev, julianday(day) - julianday(lag(day) OVER (ORDER BY day)) AS gap, lead(amount, 1, 0.0) OVER (ORDER BY day) AS nxt FROM checkins WHERE habit_id = 1;
-- name: Streaks :many
WITH d AS (SELECT habit_id, day, date(day, '-' || row_number() OVER (PARTITION BY habit_id ORDER BY day) || ' days') AS grp FROM checkins) SELECT habit_id, min(day) AS first, max(day) AS last, count(*) AS len FROM d GROUP BY habit_id, grp ORDER BY len DESC;
-- name: FirstLast :many
SELECT DISTINCT habit_id, first_value(note) OVER w AS f, last_value(note) OVER w AS l, nth_value(amount, 2) OVER w AS second FROM checkins WINDOW w AS (PARTITION BY habit_id ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING);
-- name: Excl :many
SELECT ts, avg(ts) OVER (ORDER BY ts ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW) AS around, group_concat(kind, '|') OVER (ORDER BY ts) AS path FROM events;
-- name: FilterWindow :many
SELECT kind, count(*) FILTER (WHERE payload IS NOT NULL) OVER (PARTITION BY kind) AS with_payload, total(ts) OVER () AS t FROM events;
-- name: TopN :many
SELECT * FROM (SELECT c.*, row_number() OVER (PARTITION BY habit_id ORDER BY amount DESC) AS rn FROM checkins c) WHERE rn <= :n;
-- name: JsonBasics :many
SELECT account_id, prefs ->> '$.theme' AS theme, prefs -> 'tags' AS tags, json_array_length(prefs, '$.tags') AS ntags, json_extract(prefs, '$.limits.daily') AS daily, json_type(prefs, '$.theme') AS jt FROM accounts;
-- name: JsonEach :many
SELECT a.handle, t.value AS tag, t.key AS pos FROM accounts a, json_each(a.prefs, '$.tags') t WHERE t.type = 'text' ORDER BY 1, 3;
-- name: JsonLeft :many
SELECT a.handle, t.value FROM accounts a LEFT JOIN json_each(a.prefs, '$.tags') AS t;
-- name: JsonTree :many
SELECT fullkey, atom, type FROM accounts, json_tree(accounts.prefs) WHERE atom IS NOT NULL AND account_id = ?;
-- name: JsonAgg :one
SELECT json_group_array(handle) AS handles, json_group_object(handle, credits) AS credits, json_group_array(json_object('id', account_id, 'name', display_name)) AS objs FROM accounts;
-- name: JsonSet :exec
UPDATE accounts SET prefs = json_set(prefs, '$.theme', :theme, '$.seen', json('true')) WHERE account_id = :id;
-- name: JsonPatch :one
UPDATE accounts SET prefs = json_patch(prefs, ?) WHERE account_id = ? RETURNING prefs;
-- name: JsonRemove :exec
UPDATE accounts SET prefs = json_remove(prefs, '$.tags[0]') WHERE json_array_length(prefs, '$.tags') > 0;
-- name: JsonWhere :many
SELECT kind, payload ->> 'path' AS path, CAST(payload ->> 'ms' AS REAL) AS ms, payload -> '$.btn.id' AS btn FROM events WHERE payload ->> '$.ok' = 1 OR json_extract(payload, '$.ms') > :ms;
-- name: JsonIn :many
SELECT handle FROM accounts WHERE EXISTS (SELECT 1 FROM json_each(prefs, '$.tags') WHERE value = :tag);
-- name: JsonIds :many
SELECT * FROM habits WHERE id IN (SELECT value FROM json_each(:ids));
-- name: JsonQuote :one
SELECT json_quote(3.5) AS a, json_quote('x') AS b, json_array(1, 'two', NULL, json('[3]')) AS c, json_valid(?) AS d, json_insert('{}', '$.a', ?) AS e, json(' { "x" : 1 } ') AS f;
-- name: DateFns :one
SELECT date('now') d, time('now') t, datetime('now','localtime') dt, julianday('now') j, unixepoch('now') u, strftime('%Y-%W', 'now') w, strftime('%s','now') s;
-- name: DateCol :many
SELECT date(signed_up) AS d, time(signed_up) AS t, strftime('%m', signed_up) AS m, CAST(strftime('%Y', signed_up) AS INTEGER) AS y, unixepoch(last_seen) AS u, datetime(last_seen, '+1 month', 'start of month') AS nm FROM accounts;
-- name: DateParam :many
SELECT * FROM checkins WHERE day BETWEEN date(:from) AND date(:from, '+6 days');
-- name: DateBetween :many
SELECT habit_id, day FROM checkins WHERE day >= ? AND day < ?;
-- name: MonthBuckets :many
SELECT strftime('%Y-%m', day) AS month, habit_id, round(sum(amount), 2) AS total, count(DISTINCT note) AS notes FROM checkins GROUP BY month, habit_id HAVING total > ? ORDER BY month;
-- name: Weekday :many
SELECT CASE CAST(strftime('%w', day) AS INT) WHEN 0 THEN 'Sun' WHEN 6 THEN 'Sat' ELSE 'weekday' END AS wd, count(*) n FROM checkins GROUP BY 1;
-- name: Calendar :many
WITH RECURSIVE cal(d) AS (SELECT date(:start) UNION ALL SELECT date(d, '+1 day') FROM cal WHERE d < :stop) SELECT cal.d, coalesce(sum(c.amount), 0) AS amount FROM cal LEFT JOIN checkins c ON c.day = cal.d AND c.habit_id = :habit GROUP BY cal.d ORDER BY cal.d;
-- name: Tree :many
WITH RECURSIVE t(id, name, depth, path) AS (SELECT id, name, 0, name FROM categories WHERE parent_id IS NULL UNION ALL SELECT c.id, c.name, t.depth + 1, t.path || '/' || c.name FROM categories c JOIN t ON c.parent_id = t.id ORDER BY 3 DESC) SELECT substr('..........', 1, depth * 3) || name AS line, path, depth FROM t;
-- name: Ancestors :many
WITH RECURSIVE up AS (SELECT id, parent_id, name FROM categories WHERE id = ?1 UNION SELECT c.id, c.parent_id, c.name FROM categories c, up WHERE c.id = up.parent_id) SELECT * FROM up WHERE id <> ?1;
-- name: Fib :many
WITH RECURSIVE fib(n, a, b) AS (VALUES (1, 0, 1) UNION ALL SELECT n + 1, b, a + b FROM fib LIMIT :n) SELECT n, a FROM fib;
-- name: CteUpdate :execrows
WITH stale AS (SELECT account_id FROM accounts WHERE last_seen IS NULL) UPDATE accounts SET credits = 0 WHERE account_id IN stale;
-- name: CteInsert :many
WITH src(k, n) AS (VALUES ('x', 1), ('y', 2)) INSERT INTO counters (name, hits) SELECT k, n FROM src WHERE true ON CONFLICT (name) DO UPDATE SET hits = excluded.hits RETURNING name, hits;
-- name: CteDelete :execrows
WITH old AS MATERIALIZED (SELECT rowid AS r FROM events ORDER BY ts DESC LIMIT -1 OFFSET ?) DELETE FROM events WHERE rowid IN (SELECT r FROM old);
-- name: TwoCtes :many
WITH a AS (SELECT account_id, count(*) AS n FROM habits GROUP BY account_id), b AS (SELECT account_id, sum(c.amount) AS total FROM habits h JOIN checkins c ON c.habit_id = h.id GROUP BY account_id) SELECT acc.handle, ifnull(a.n, 0) AS habits, b.total FROM accounts acc LEFT JOIN a USING (account_id) LEFT JOIN b USING (account_id);
-- name: ViewQ :many
SELECT id, title, handle, target FROM active_habits WHERE handle = :handle;
-- name: ViewStar :many
SELECT * FROM daily WHERE n > 1 OR total > :t;
-- name: SelfJoin :many
SELECT a.handle, b.handle AS referrer, b.is_admin FROM accounts a LEFT JOIN accounts b ON b.account_id = a.referred_by;
-- name: Coalesces :many
SELECT coalesce(display_name, handle) AS name, ifnull(last_seen, signed_up) AS seen, nullif(credits, 0) AS c, iif(is_admin, 'admin', 'user') AS role, max(credits, 1) AS m, min(signed_up, last_seen) AS e FROM accounts;
-- name: BoolExprs :many
SELECT is_admin, NOT is_admin AS na, is_admin AND credits > 0 AS both, last_seen IS NULL AS never, credits BETWEEN 1 AND 5 AS mid, handle LIKE 'a%' AS a, handle GLOB '[a-c]*' AS g, handle IN ('ann', 'bob') AS i FROM accounts;
-- name: Optional :many
SELECT * FROM accounts WHERE (:q IS NULL OR handle LIKE '%' || :q || '%') AND (:admin IS NULL OR is_admin = :admin) ORDER BY handle LIMIT :limit OFFSET :offset;
-- name: KeySet :many
SELECT ts, kind FROM events WHERE (ts, rowid) > (?, ?) ORDER BY ts, rowid LIMIT 20;
-- name: CountDistinct :one
SELECT count(*) AS n, count(DISTINCT kind) AS kinds, min(ts) AS lo, max(ts) AS hi, avg(ts) AS mean, sum(ts) AS s, total(ts) AS t FROM events;
-- name: GroupConcat :many
SELECT account_id, group_concat(title, ', ') AS titles, group_concat(DISTINCT unit) AS units FROM habits GROUP BY account_id;
-- name: ExistsQ :one
SELECT EXISTS (SELECT 1 FROM accounts WHERE handle = ?) AS found;
-- name: ScalarSub :many
SELECT h.title, (SELECT count(*) FROM checkins c WHERE c.habit_id = h.id) AS n, (SELECT note FROM checkins c WHERE c.habit_id = h.id ORDER BY day DESC LIMIT 1) AS last_note, (SELECT max(amount) FROM checkins c WHERE c.habit_id = h.id) AS best FROM habits h;
-- name: UnionAll :many
SELECT 'habit' AS type, id, title AS label FROM habits UNION ALL SELECT 'category', id, name FROM categories ORDER BY label;
-- name: Except :many
SELECT account_id FROM accounts EXCEPT SELECT account_id FROM habits;
-- name: Intersect :many
SELECT account_id FROM accounts INTERSECT SELECT account_id FROM habits ORDER BY 1 DESC LIMIT 5;
-- name: ValuesQ :many
SELECT column1 AS id, column2 AS label FROM (VALUES (1, 'a'), (2, NULL));
-- name: Strings :many
SELECT upper(handle) u, length(avatar) la, hex(avatar) hx, substr(handle, 1, 2) s, instr(handle, 'n') i, replace(handle, 'n', 'm') r, trim(display_name) t, printf('%05.1f|%s', credits, handle) p, quote(display_name) q, typeof(credits) ty, unicode(handle) uc, char(65) ch FROM accounts;
-- name: Math :many
SELECT amount + 1 a, amount / 2 b, CAST(amount AS INTEGER) / 2 c, amount % 2 d, abs(amount - 3) e, round(amount) f, round(amount, 1) g, ceil(amount) h, floor(amount) i, sqrt(amount) j, pow(amount, 2) k, sign(amount) l, -amount m FROM checkins;
-- name: Ints :one
SELECT 7 / 2 AS a, 7 % 4 AS b, 7 / 2.0 AS c, 1 << 4 AS d, ~5 AS e, 5 & 3 AS f, 0x1F AS g, 1e3 AS h, random() % 10 AS i, 9223372036854775807 AS j, -9223372036854775808 AS k;
-- name: Casts :many
SELECT CAST(hits AS TEXT) a, CAST(hits AS REAL) b, CAST(name AS BLOB) c, CAST(updated AS NUMERIC) d, CAST('12abc' AS INTEGER) e, CAST(hits AS BOOLEAN) f FROM counters;
-- name: NaturalJ :many
SELECT handle, title FROM accounts NATURAL JOIN habits;
-- name: RightJ :many
SELECT h.title, c.day FROM checkins c RIGHT JOIN habits h ON h.id = c.habit_id;
-- name: FullJ :many
SELECT a.handle, h.title FROM accounts a FULL OUTER JOIN habits h ON h.account_id = a.account_id;
-- name: RowValue :many
SELECT * FROM checkins WHERE (habit_id, day) IN (SELECT habit_id, max(day) FROM checkins GROUP BY habit_id);
-- name: UpdateRow :exec
UPDATE habits SET (target, unit) = (?, ?) WHERE id = ?;
-- name: UpdateRowSub :exec
UPDATE habits SET (target, unit) = (SELECT avg(amount), 'avg' FROM checkins WHERE habit_id = habits.id) WHERE id = :id;
-- name: BareAgg :many
SELECT habit_id, day, max(amount) FROM checkins GROUP BY habit_id;
-- name: Pragma :many
SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info('accounts');
-- name: Changes :one
SELECT changes() AS c, last_insert_rowid() AS id, total_changes() AS t;
-- name: ByHandle :one
SELECT * FROM accounts WHERE handle = ?;
-- name: NotNullParam :exec
UPDATE accounts SET display_name = coalesce(:name, display_name), last_seen = :seen WHERE account_id = :id;
-- name: OrderCase :many
SELECT id, name FROM categories ORDER BY CASE WHEN sort_key IS NULL THEN 1 ELSE 0 END, sort_key, name COLLATE NOCASE DESC;
-- name: NullsLast :many
SELECT id, sort_key FROM categories ORDER BY sort_key DESC NULLS LAST LIMIT 3, 2;
-- name: Median :one
SELECT avg(amount) AS median FROM (SELECT amount FROM checkins ORDER BY amount LIMIT 2 - (SELECT count(*) FROM checkins) % 2 OFFSET (SELECT (count(*) - 1) / 2 FROM checkins));
-- name: Pivot :many
SELECT habit_id, sum(CASE WHEN strftime('%m', day) = '03' THEN amount ELSE 0 END) AS mar, sum(amount) FILTER (WHERE strftime('%m', day) = '04') AS apr, sum(iif(note IS NULL, 1, 0)) AS blank FROM checkins GROUP BY habit_id;
-- name: IsDistinct :many
SELECT id FROM categories WHERE parent_id IS NOT DISTINCT FROM :parent;
-- name: IsParam :many
SELECT id FROM categories WHERE parent_id IS ?;
-- name: Collate :many
SELECT handle COLLATE BINARY AS h FROM accounts WHERE display_name = :n COLLATE NOCASE;
-- name: LikeEscape :many
SELECT title FROM habits WHERE title LIKE :pat ESCAPE '\';
