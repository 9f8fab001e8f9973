-- Teams and invoices: RETURNING, JSON lines, calendars, recursion, full text.
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL, name TEXT, role TEXT NOT NULL DEFAULT 'member' CHECK (role IN ('member','owner')), score DOUBLE PRECISION, born DATE, settings TEXT NOT NULL DEFAULT '{}', created INTEGER NOT NULL DEFAULT (unixepoch()), deleted_at TEXT, email_domain TEXT GENERATED ALWAYS AS (substr(email, instr(email, '@') + 1)) VIRTUAL, UNIQUE(email));
CREATE UNIQUE INDEX users_live ON users(lower(email)) WHERE deleted_at IS NULL;
CREATE TABLE teams (id TEXT PRIMARY KEY, name TEXT NOT NULL, plan TEXT, seats INT NOT NULL DEFAULT 5) ;
CREATE TABLE members (team_id TEXT NOT NULL REFERENCES teams(id), user_id INT NOT NULL REFERENCES users(id), joined DATETIME DEFAULT (datetime('now')), weight FLOAT, PRIMARY KEY (team_id, user_id));
CREATE TABLE invoices (no INTEGER PRIMARY KEY, team_id TEXT NOT NULL, issued DATE NOT NULL, due DATE, total DECIMAL(12,2) NOT NULL, paid DECIMAL(12,2), lines JSON NOT NULL, status TEXT NOT NULL DEFAULT 'open', uid UUID);
CREATE TABLE readings (sensor INT NOT NULL, at REAL NOT NULL, v REAL, q TINYINT, ok BOOL);
CREATE TABLE kv (k TEXT PRIMARY KEY, v BLOB, ver INTEGER NOT NULL DEFAULT 1, expires TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE words (w TEXT COLLATE NOCASE UNIQUE, n INTEGER DEFAULT 0 NOT NULL);
CREATE VIRTUAL TABLE docs USING fts5(title, body);
CREATE TABLE tags (id INTEGER PRIMARY KEY, label TEXT UNIQUE);
CREATE TABLE audit (id INTEGER PRIMARY KEY, tbl TEXT, row_id, old TEXT, new TEXT, at DEFAULT CURRENT_TIMESTAMP);
CREATE TRIGGER users_au AFTER UPDATE OF email ON users BEGIN INSERT INTO audit(tbl, row_id, old, new) VALUES ('users', old.id, old.email, new.email); END;
INSERT INTO users(id, email, name, role, score, born, settings, deleted_at) VALUES (1,'a@x.io','A','owner',3.5,'1990-05-01','{"n":[1,2,{"k":"v"}],"ui":{"lang":"en"}}',NULL),(2,'b@x.io',NULL,'member',NULL,NULL,'{}','2024-01-01'),(3,'c@y.io','C','member',1,'2000-02-29','{"ui":null}',NULL);
INSERT INTO teams VALUES ('t1','One','pro',5),('t2','Two',NULL,2);
INSERT INTO members VALUES ('t1',1,'2024-01-01 00:00:00',1.5),('t1',3,NULL,NULL);
INSERT INTO invoices VALUES (1,'t1','2024-01-31','2024-02-15',100.50,100.50,'[{"sku":"a","qty":2,"price":10.25},{"sku":"b","qty":1}]','paid',NULL),(2,'t1','2024-02-29',NULL,80,NULL,'[]','open','a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'),(3,'t2','2024-03-31','2024-04-30',0,10,'[{"sku":"a","qty":null,"price":5}]','void',NULL);
INSERT INTO readings VALUES (1,2460000.5,20.5,1,1),(1,2460001.5,NULL,NULL,NULL),(1,2460002.5,22,0,0),(2,2460000.25,-1,1,1);
INSERT INTO words VALUES ('Hello',1),(NULL,2);
INSERT INTO docs VALUES ('one','the quick fox'),('two','lazy dog fox');
INSERT INTO tags VALUES (1,'x'),(2,NULL);
INSERT INTO audit(tbl,row_id,old,new) VALUES ('users',1,NULL,'{"a":1}');

-- name: UpsertPartial :one
INSERT INTO users (email, name) VALUES (?, ?) ON CONFLICT (lower(email)) WHERE deleted_at IS NULL DO UPDATE SET name = excluded.name WHERE users.name IS NOT excluded.name RETURNING id, name, email_domain;
-- name: UpsertWhere :one
INSERT INTO kv (k, v, ver) VALUES (:k, :v, :ver) ON CONFLICT (k) DO UPDATE SET v = excluded.v, ver = kv.ver + 1 WHERE kv.ver = excluded.ver RETURNING ver;
-- name: UpsertExpr :one
INSERT INTO words (w) VALUES (trim(?)) ON CONFLICT (w) DO UPDATE SET n = n + 1 RETURNING w, n, CASE WHEN n = 1 THEN 'new' ELSE 'seen' END AS state;
-- name: OrReplaceRet :one
INSERT OR REPLACE INTO teams (id, name, plan) VALUES (?, ?, ?) RETURNING *;
-- name: OrIgnoreRet :many
INSERT OR IGNORE INTO tags (label) VALUES (?), (?), (?) RETURNING id, label;
-- name: RetSub :one
INSERT INTO members (team_id, user_id) VALUES (?, ?) RETURNING team_id, user_id, joined, (SELECT name FROM teams WHERE id = team_id) AS team, (SELECT count(*) FROM members AS m) AS n;
-- name: RetExpr :many
UPDATE invoices SET status = 'paid', paid = total WHERE no = ? RETURNING no, total - ifnull(paid, 0) AS rest, paid >= total AS settled, date(issued, '+30 days') AS grace, json_array_length(lines) AS n, uid, issued;
-- name: RetStarUpd :many
UPDATE readings SET v = v * 1.1 WHERE sensor = ?1 AND v IS NOT NULL RETURNING *;
-- name: RetRowid :one
INSERT INTO readings (sensor, at) VALUES (:s, julianday('now')) RETURNING rowid, at, v;
-- name: DelRet :many
DELETE FROM users WHERE deleted_at IS NOT NULL RETURNING id, deleted_at, coalesce(name, email) AS who;
-- name: UpdFromCte :execrows
WITH s(team, n) AS (SELECT team_id, count(*) FROM members GROUP BY 1) UPDATE teams SET seats = max(seats, s.n) FROM s WHERE s.team = teams.id;
-- name: UpdFromJoin :many
UPDATE invoices AS i SET due = date(i.issued, '+' || :days || ' days') FROM teams t LEFT JOIN members m ON m.team_id = t.id WHERE t.id = i.team_id AND i.due IS NULL RETURNING no, due;
-- name: UpdCase :execrows
UPDATE users SET role = CASE id WHEN :a THEN 'owner' WHEN :b THEN 'member' ELSE role END, score = ifnull(score, 0) + 1;
-- name: UpdCorr :exec
UPDATE teams SET seats = (SELECT count(*) FROM members WHERE team_id = teams.id), plan = coalesce((SELECT 'big' FROM members WHERE team_id = teams.id LIMIT 1), plan);
-- name: DelExists :execrows
DELETE FROM tags WHERE NOT EXISTS (SELECT 1 FROM words WHERE w = tags.label) AND label LIKE ? || '%';
-- name: InsSelUnion :execrows
INSERT INTO tags (label) SELECT name FROM teams UNION SELECT role FROM users EXCEPT SELECT label FROM tags;
-- name: InsJson :many
INSERT INTO users (email, name, score) SELECT value ->> '$.email', value ->> '$.name', json_extract(value, '$.score') FROM json_each(?) WHERE json_type(value, '$.email') = 'text' RETURNING id, email;
-- name: JPathChain :many
SELECT settings -> 'n' -> 2 ->> 'k' AS k, settings ->> '$.n[#-1].k' AS last, settings -> '$.ui' ->> 'lang' AS lang, json_extract(settings, '$.n[0]', '$.ui.lang') AS two FROM users;
-- name: JLines :many
SELECT i.no, l.value ->> 'sku' AS sku, ifnull(l.value ->> 'qty', 0) * ifnull(l.value ->> 'price', 0) AS amount FROM invoices AS i JOIN json_each(i.lines) AS l WHERE i.status <> 'void' ORDER BY i.no, l.key;
-- name: JLinesSum :many
SELECT no, (SELECT sum(json_extract(value, '$.qty') * json_extract(value, '$.price')) FROM json_each(lines)) AS s, (SELECT group_concat(json_extract(value, '$.sku')) FROM json_each(lines)) AS skus FROM invoices;
-- name: JAggFilter :many
SELECT team_id, json_group_array(no) FILTER (WHERE status = 'open') AS open, json_group_array(DISTINCT status) AS sts, json_group_object(no, total) AS totals FROM invoices GROUP BY team_id;
-- name: JNested :many
SELECT json_object('id', t.id, 'members', (SELECT json_group_array(json_object('id', u.id, 'email', u.email)) FROM members m JOIN users u ON u.id = m.user_id WHERE m.team_id = t.id)) AS doc FROM teams t;
-- name: JTreeKeys :many
SELECT DISTINCT t.key, t.type FROM users, json_tree(users.settings) t WHERE t.key IS NOT NULL ORDER BY t.key;
-- name: JTypeCase :many
SELECT id, CASE json_type(settings, '$.ui') WHEN 'object' THEN 1 WHEN 'null' THEN 0 END AS has FROM users;
-- name: JWalk :many
WITH RECURSIVE p(id, v, rest) AS (SELECT id, NULL, settings ->> '$.n' FROM users UNION ALL SELECT id, rest ->> '$[0]', json_remove(rest, '$[0]') FROM p WHERE json_array_length(rest) > 0) SELECT id, v FROM p WHERE v IS NOT NULL;
-- name: WChain :many
SELECT no, sum(total) OVER (w ORDER BY issued) AS run, avg(total) OVER (w ORDER BY issued ROWS 2 PRECEDING) AS ma, total - lag(total, 1, 0) OVER (w ORDER BY issued) AS diff, total / sum(total) OVER w AS share FROM invoices WINDOW w AS (PARTITION BY team_id);
-- name: WFrameParam :many
SELECT at, avg(v) OVER (ORDER BY at ROWS BETWEEN ? PRECEDING AND CURRENT ROW) AS smooth FROM readings WHERE sensor = ?;
-- name: WGroups :many
SELECT q, count(*) OVER (ORDER BY q GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING) AS c, max(v) OVER (ORDER BY q GROUPS CURRENT ROW EXCLUDE TIES) AS m FROM readings;
-- name: WAgg :many
SELECT team_id, sum(total) AS t, rank() OVER (ORDER BY sum(total) DESC) AS r, sum(sum(total)) OVER () AS grand, round(100.0 * sum(total) / sum(sum(total)) OVER (), 2) AS pct FROM invoices GROUP BY team_id;
-- name: WIslands :many
SELECT sensor, min(at) AS a, max(at) AS b, count(*) AS n FROM (SELECT sensor, at, sum(jump) OVER (PARTITION BY sensor ORDER BY at) AS grp FROM (SELECT sensor, at, CASE WHEN at - lag(at) OVER (PARTITION BY sensor ORDER BY at) > 1 THEN 1 ELSE 0 END AS jump FROM readings)) GROUP BY sensor, grp;
-- name: WDedup :execrows
DELETE FROM readings WHERE rowid IN (SELECT r FROM (SELECT rowid AS r, row_number() OVER (PARTITION BY sensor, at ORDER BY q DESC) AS n FROM readings) WHERE n > 1);
-- name: WFill :many
SELECT at, v, coalesce(v, last_value(v) OVER (ORDER BY at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS filled FROM readings;
-- name: DEpoch :many
SELECT date(created, 'unixepoch') AS d, datetime(created, 'unixepoch', 'localtime') AS dt, strftime('%Y', created, 'unixepoch') AS y, created / 86400 AS days, unixepoch() - created AS age FROM users;
-- name: DAge :many
SELECT id, born, CAST(strftime('%Y.%m%d', 'now') - strftime('%Y.%m%d', born) AS INT) AS age, (julianday('now') - julianday(born)) / 365.25 AS years FROM users WHERE born IS NOT NULL;
-- name: DDiff :many
SELECT no, julianday(due) - julianday(issued) AS days, CAST(julianday(coalesce(due, issued)) - julianday(issued) AS INTEGER) AS whole, due < date('now') AS overdue, strftime('%Y-Q', issued) || ((strftime('%m', issued) + 2) / 3) AS quarter FROM invoices;
-- name: DMonths :many
WITH RECURSIVE m(d) AS (VALUES (date('now', 'start of month', '-11 months')) UNION ALL SELECT date(d, '+1 month') FROM m WHERE d < date('now', 'start of month')) SELECT strftime('%Y-%m', m.d) AS month, count(i.no) AS n, total(i.total) AS revenue FROM m LEFT JOIN invoices i ON strftime('%Y-%m', i.issued) = strftime('%Y-%m', m.d) GROUP BY m.d;
-- name: DJulian :many
SELECT sensor, date(at) AS day, time(at) AS t, datetime(at) AS ts, min(v) AS lo, max(v) AS hi FROM readings GROUP BY sensor, date(at);
-- name: DMods2 :one
SELECT date(:day, 'weekday 0', '-7 days') AS monday, datetime(:ts, 'unixepoch') AS x, time('12:00', :shift) AS y, strftime('%j', :day) AS doy;
-- name: DCurrent :one
SELECT CURRENT_DATE AS d, CURRENT_TIME AS t, CURRENT_TIMESTAMP AS ts;
-- name: DCompare :many
SELECT id FROM users WHERE born >= :since AND created < strftime('%s', :until) AND deleted_at IS NULL;
-- name: DInterval :many
SELECT no FROM invoices WHERE issued > date('now', '-' || ? || ' days');
-- name: NestedCte :many
SELECT * FROM (WITH x AS (SELECT id, email FROM users), y AS (SELECT id FROM x WHERE email LIKE '%x.io') SELECT x.* FROM x JOIN y USING (id)) AS z WHERE z.id > ?;
-- name: CteNoCols :many
WITH t(a, b, c) AS (SELECT 1, 'x', NULL UNION ALL SELECT 2, NULL, 2.5) SELECT a, b, c, a || coalesce(b, '-') AS ab FROM t;
-- name: CteShadow :many
WITH users AS (SELECT id, name FROM main.users WHERE role = 'owner') SELECT * FROM users;
-- name: Rec2 :many
WITH RECURSIVE nodes(x) AS (SELECT :root UNION SELECT b.user_id FROM members a JOIN members b USING (team_id), nodes WHERE a.user_id = nodes.x) SELECT x FROM nodes;
-- name: Sudoku :many
WITH RECURSIVE r(n, s) AS (SELECT 1, '' UNION ALL SELECT n + 1, s || char(64 + n) FROM r WHERE n < 5) SELECT n, s, length(s) AS len FROM r;
-- name: SplitCsv :many
WITH RECURSIVE split(word, rest) AS (SELECT '', :csv || ',' UNION ALL SELECT substr(rest, 1, instr(rest, ',') - 1), substr(rest, instr(rest, ',') + 1) FROM split WHERE rest <> '') SELECT word FROM split WHERE word <> '';
-- name: Mandel :many
WITH RECURSIVE xa(x) AS (VALUES (-2.0) UNION ALL SELECT x + 0.5 FROM xa WHERE x < 1.2), ya(y) AS (VALUES (-1.0) UNION ALL SELECT y + 0.5 FROM ya WHERE y < 1.0) SELECT x, y, x * x + y * y AS r FROM xa, ya;
-- name: Fts :many
SELECT rowid, title, snippet(docs, 1, '[', ']', '...', 8) AS snip, highlight(docs, 0, '<b>', '</b>') AS hl, bm25(docs) AS score FROM docs WHERE docs MATCH ? ORDER BY rank;
-- name: Agg1 :many
SELECT role, count(*) c, count(name) named, avg(score) a, sum(score) s, min(born) oldest, max(length(name)) longest, group_concat(name, '; ') names FROM users GROUP BY role HAVING count(*) > :min;
-- name: AggNone :one
SELECT sum(total) AS s, sum(paid) AS p, avg(total) AS a, max(issued) AS last, count(DISTINCT team_id) AS teams, total(paid) AS tp, sum(total) - ifnull(sum(paid), 0) AS due FROM invoices WHERE team_id = ?;
-- name: CaseMix :many
SELECT CASE WHEN score > 3 THEN 'hi' WHEN score IS NULL THEN 'none' ELSE score END AS band, CASE WHEN name IS NULL THEN email ELSE name END AS label, CASE role WHEN 'owner' THEN 1 ELSE 0 END AS is_owner FROM users;
-- name: LikeConcat :many
SELECT id, name FROM users WHERE name LIKE :prefix || '%' OR email LIKE '%@' || :domain;
-- name: Paged :many
SELECT id, email, count(*) OVER () AS total FROM users ORDER BY CASE :sort WHEN 'email' THEN email ELSE name END LIMIT :size OFFSET :page * :size;
-- name: GenCol :many
SELECT email_domain, count(*) AS n FROM users GROUP BY email_domain;
-- name: AntiJoin :many
SELECT u.* FROM users u LEFT JOIN members m ON m.user_id = u.id WHERE m.user_id IS NULL;
-- name: SemiJoin :many
SELECT t.name, m.weight FROM teams t JOIN members m ON m.team_id = t.id AND m.weight > 0;
-- name: LeftNotNull :many
SELECT t.name, m.user_id, m.joined FROM teams t LEFT JOIN members m ON m.team_id = t.id WHERE m.user_id IS NOT NULL;
-- name: TeamId :many
SELECT id, upper(id) AS u FROM teams;
-- name: TypesAll :many
SELECT uid, total, paid, lines, issued, due, total + paid AS tp, total * 1.2 AS vat, CAST(total AS INT) AS cents, -paid AS neg, abs(paid) AS ab, round(total) AS r FROM invoices;
-- name: BoolCol :many
SELECT ok, NOT ok AS nok, ok = 1 AS eq, ok IS TRUE AS t, q, q + 1 AS q1, ifnull(ok, 0) AS okz FROM readings WHERE ok = :ok;
-- name: Blob :one
SELECT v, length(v) AS n, hex(v) AS h, expires FROM kv WHERE k = ? AND (expires IS NULL OR expires > CURRENT_TIMESTAMP);
-- name: BlobIns :exec
INSERT INTO kv (k, v) VALUES (?, zeroblob(?));
-- name: Total2 :one
SELECT (SELECT count(*) FROM users) AS users, (SELECT count(*) FROM teams) AS teams, (SELECT max(total) FROM invoices) AS top, (SELECT name FROM users WHERE id = 1) AS first;
-- name: InList :many
SELECT * FROM teams WHERE plan IN ('pro', :plan) OR id NOT IN (SELECT team_id FROM members WHERE weight IS NOT NULL);
-- name: InTable :many
SELECT id FROM users WHERE email IN (flash.slice(emails)) OR id IN (flash.slice(ids));
-- name: RowCmp :many
SELECT * FROM members WHERE (team_id, user_id) = (?, ?);
-- name: RowIn :many
SELECT no FROM invoices WHERE (team_id, status) IN (VALUES ('t1', 'open'), ('t2', :status));
-- name: Num :many
SELECT no, total, printf('%.2f', total) AS s, total || ' EUR' AS e, total > 50 AS big, max(total, ifnull(paid, 0)) AS m FROM invoices WHERE total >= :min AND paid < :max;
-- name: Iif :many
SELECT iif(score >= 2, 'a', 'b') AS g, iif(name IS NULL, 0, length(name)) AS l, nullif(name, '') AS nn FROM users;
-- name: Dense :many
SELECT DISTINCT role, dense_rank() OVER (ORDER BY role) FROM users;
-- name: ExplainQ :many
SELECT u.id AS uid, u.email, t.* FROM users u JOIN members m ON m.user_id = u.id JOIN teams t ON t.id = m.team_id;
-- name: Embed :many
SELECT flash.embed(u), t.name AS team FROM users u JOIN members m ON m.user_id = u.id JOIN teams t ON t.id = m.team_id;
