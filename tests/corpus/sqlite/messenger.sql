-- A chat and habit app that works offline, with notes to search.
PRAGMA foreign_keys = ON;
CREATE TABLE device (
  device_id TEXT PRIMARY KEY NOT NULL,
  label VARCHAR(40) COLLATE NOCASE,
  os_version NUMERIC,
  last_seen TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  is_primary BOOLEAN NOT NULL DEFAULT FALSE CHECK (is_primary IN (0,1))
) WITHOUT ROWID;
CREATE TABLE contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  handle TEXT NOT NULL UNIQUE,
  display TEXT,
  birthday DATE,
  avatar BLOB,
  rating REAL,
  blocked BOOL DEFAULT 0
);
CREATE TABLE thread (
  id INTEGER PRIMARY KEY,
  title TEXT,
  created_at DATETIME NOT NULL DEFAULT (datetime('now')),
  settings JSON NOT NULL DEFAULT '{}',
  muted_until INTEGER
);
CREATE TABLE member (
  thread_id INTEGER NOT NULL REFERENCES thread(id) ON DELETE CASCADE,
  contact_id INTEGER NOT NULL REFERENCES contact(id),
  role TEXT NOT NULL DEFAULT 'guest',
  joined_at DATETIME,
  PRIMARY KEY (thread_id, contact_id)
) WITHOUT ROWID;
CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  thread_id INT NOT NULL REFERENCES thread,
  sender_id INT REFERENCES contact(id),
  body TEXT,
  sent_at INTEGER NOT NULL,
  edited_at INTEGER,
  attachments JSON,
  size_kb REAL GENERATED ALWAYS AS (length(body) / 1024.0) VIRTUAL,
  body_len INT AS (length(body)) STORED,
  deleted INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX message_recent ON message(thread_id, sent_at DESC) WHERE deleted = 0;
CREATE UNIQUE INDEX contact_lower ON contact(lower(handle));
CREATE TABLE reaction (
  message_id INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE,
  contact_id INTEGER NOT NULL,
  emoji TEXT NOT NULL,
  UNIQUE (message_id, contact_id)
) STRICT;
CREATE TABLE habit (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE,
  target_per_week TINYINT NOT NULL DEFAULT 7,
  cost DECIMAL(8,2),
  color CHAR(7),
  parent_id INTEGER REFERENCES habit(id),
  archived_at TEXT
);
CREATE TABLE habit_log (
  habit_id INTEGER NOT NULL REFERENCES habit(id),
  day DATE NOT NULL,
  amount DOUBLE PRECISION DEFAULT 1.0,
  note,
  UNIQUE (habit_id, day) ON CONFLICT REPLACE
);
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid UUID NOT NULL DEFAULT (lower(hex(randomblob(16)))),
  payload ANY,
  tries INTEGER NOT NULL DEFAULT 0,
  next_try REAL
);
CREATE TABLE kv (k TEXT PRIMARY KEY, v ANY) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE note USING fts5(title, content, tags UNINDEXED, tokenize = 'porter unicode61');
CREATE VIRTUAL TABLE message_idx USING fts5(body, content='message', content_rowid='id');
CREATE VIEW inbox AS
  SELECT t.id AS thread_id, t.title, max(m.sent_at) AS last_at, count(m.id) AS n,
         sum(CASE WHEN m.deleted THEN 1 ELSE 0 END) AS gone
  FROM thread t LEFT JOIN message m ON m.thread_id = t.id GROUP BY t.id;
CREATE VIEW busy_inbox(tid, name, "when") AS SELECT thread_id, coalesce(title, '(none)'), last_at FROM inbox WHERE n > 1;
CREATE TRIGGER message_ai AFTER INSERT ON message BEGIN
  INSERT INTO message_idx(rowid, body) VALUES (new.id, new.body);
END;
CREATE TRIGGER busy_ins INSTEAD OF INSERT ON busy_inbox BEGIN
  INSERT INTO thread(title) VALUES (new.name);
END;
INSERT INTO device VALUES ('a', 'Pixel', 14, '2024-05-06 12:30:00', 1), ('b', NULL, 13.5, NULL, 0), ('c', 'pixel', NULL, '2023-01-31 08:00:00', 0);
INSERT INTO contact(id, handle, display, birthday, avatar, rating, blocked) VALUES (1,'a','Ann','1990-01-31',x'00ff',4.5,0),(2,'b',NULL,NULL,NULL,NULL,NULL),(3,'Zed','Zed','2000-02-29',x'',3,1);
INSERT INTO thread(id,title,settings,muted_until) VALUES (1,'General','{"a":1,"tags":["x","y"],"theme":"dark"}',NULL),(2,NULL,'{}',1700000000),(3,'Empty','{"theme":null}',NULL);
INSERT INTO member VALUES (1,1,'owner','2024-01-01 10:00:00'),(1,2,'guest',NULL),(2,1,'guest',NULL);
INSERT INTO message(id,thread_id,sender_id,body,sent_at,edited_at,attachments,deleted) VALUES (1,1,1,'hello world',1700000000,NULL,'["p.png"]',0),(2,1,2,NULL,1700000100,1700000200,NULL,0),(3,1,NULL,'a',1700000300,NULL,'[]',1),(4,2,1,'bye',1700086400,NULL,NULL,0);
INSERT INTO reaction VALUES (1,1,'+1'),(1,2,'heart'),(3,1,'+1');
INSERT INTO habit VALUES (1,'Run',3,NULL,'#ff0000',NULL,NULL),(2,'read',7,12.5,NULL,1,'2024-01-01'),(3,'Swim',1,3,NULL,2,NULL);
INSERT INTO habit_log VALUES (1,'2024-05-06',1,NULL),(1,'2024-05-07',2.5,'good'),(2,'2024-05-06',NULL,7),(3,'2024-05-05',3,x'01'),(1,'2024-05-08',1,1.5);
INSERT INTO outbox(payload,tries,next_try) VALUES ('x',0,NULL),(5,1,1.5),(NULL,2,2),(x'aa',3,3.25);
INSERT INTO kv VALUES ('a',1),('b','two'),('c',NULL),('d',2.5),('e',x'00');
INSERT INTO note(title,content,tags) VALUES ('Groceries','milk and eggs','home'),('a','a plan to take over the world',NULL);

-- name: DeviceByLabel :many
-- params: label VARCHAR
-- columns: device_id TEXT!, label VARCHAR!
SELECT device_id, label FROM device WHERE label = ?;
-- name: RegisterDevice :one
-- params: id TEXT, label VARCHAR?, os NUMERIC?
-- columns: device_id TEXT!, label VARCHAR?, os_version NUMERIC?, last_seen TIMESTAMP?, is_primary BOOLEAN!
INSERT INTO device (device_id, label, os_version) VALUES (:id, :label, :os) ON CONFLICT (device_id) DO UPDATE SET label = excluded.label, last_seen = CURRENT_TIMESTAMP RETURNING *;
-- name: SetPrimary :exec
-- params: device_id TEXT
UPDATE device SET is_primary = (device_id = ?1);
-- name: PrimaryFlags :many
-- columns: device_id TEXT!, is_primary BOOLEAN!, secondary INTEGER!, eq INTEGER!
SELECT device_id, is_primary, NOT is_primary AS secondary, is_primary = 1 AS eq FROM device;
-- name: StaleDevices :many
-- params: modifier TEXT
-- columns: device_id TEXT!, days_idle REAL?
SELECT device_id, julianday('now') - julianday(last_seen) AS days_idle FROM device WHERE last_seen IS NULL OR last_seen < datetime('now', ?);
-- name: OsMajor :many
-- columns: device_id TEXT!, major INTEGER?, os_version NUMERIC?
SELECT device_id, CAST(os_version AS INTEGER) AS major, os_version FROM device ORDER BY os_version DESC NULLS LAST;
-- name: SearchContacts :many
-- params: q TEXT, lim INTEGER, off INTEGER
-- columns: id INTEGER!, handle TEXT!, name TEXT!
SELECT id, handle, coalesce(display, handle) AS name FROM contact WHERE handle LIKE :q || '%' ESCAPE '\' OR display LIKE :q || '%' ESCAPE '\' LIMIT :lim OFFSET :off;
-- name: AvatarSize :many
-- columns: id INTEGER!, bytes INTEGER?, hx TEXT!, missing INTEGER!
SELECT id, length(avatar) AS bytes, hex(avatar) AS hx, avatar IS NULL AS missing FROM contact;
-- name: TopRated :one
-- columns: id INTEGER!, handle TEXT!, display TEXT?, birthday DATE?, avatar BLOB?, rating REAL!, blocked BOOL?
SELECT * FROM contact WHERE rating IS NOT NULL ORDER BY rating DESC, id LIMIT 1;
-- name: AvgRating :one
-- columns: avg_rating REAL?, n INTEGER!, rated INTEGER!, oldest DATE?, t REAL!
SELECT avg(rating) AS avg_rating, count(*) AS n, count(rating) AS rated, min(birthday) AS oldest, total(rating) AS t FROM contact;
-- name: UpsertContact :one
-- params: handle TEXT, display TEXT?
-- columns: id INTEGER!, id INTEGER!, handle TEXT!
INSERT INTO contact (handle, display) VALUES ($handle, $display)
ON CONFLICT (handle) DO UPDATE SET display = coalesce(excluded.display, display) WHERE display IS NULL RETURNING id, rowid, handle;
-- name: ThreadSetting :one
-- params: id INTEGER
-- columns: theme INTEGER | REAL | TEXT?, tags JSON?, a INTEGER | REAL | TEXT?
SELECT settings ->> '$.theme' AS theme, settings -> '$.tags' AS tags, json_extract(settings, '$.a') AS a FROM thread WHERE id = ?;
-- name: SetTheme :exec
-- params: id INTEGER, value INTEGER | REAL | TEXT
UPDATE thread SET settings = json_set(settings, '$.theme', ?2) WHERE id = ?1;
-- name: MergeSettings :one
-- params: patch JSON, id INTEGER
-- columns: settings JSON!
UPDATE thread SET settings = json_patch(settings, :patch) WHERE id = :id RETURNING settings;
-- name: Tags :many
-- columns: id INTEGER!, tag INTEGER | REAL | TEXT?, key INTEGER | TEXT?
SELECT t.id, j.value AS tag, j.key FROM thread t, json_each(t.settings, '$.tags') j;
-- name: TreeOfSettings :many
-- columns: id INTEGER!, fullkey TEXT!, type TEXT!, atom INTEGER | REAL | TEXT?
SELECT t.id, j.fullkey, j.type, j.atom FROM thread AS t JOIN json_tree(t.settings) AS j WHERE j.type NOT IN ('object', 'array');
-- name: CreateThread :one
-- params: title TEXT?
-- columns: id INTEGER!, created_at DATETIME!
INSERT INTO thread (title) VALUES (?) RETURNING id, created_at;
-- name: Muted :many
-- columns: id INTEGER!, until TEXT?
SELECT id, datetime(muted_until, 'unixepoch') AS until FROM thread WHERE muted_until > unixepoch();
-- name: ThreadsOf :many
-- params: me INTEGER
-- columns: id INTEGER!, title TEXT?, created_at DATETIME!, settings JSON!, muted_until INTEGER?, role TEXT!
SELECT t.*, m.role FROM thread t JOIN member m ON m.thread_id = t.id AND m.contact_id = @me;
-- name: RoleCounts :many
-- params: count INTEGER
-- columns: role TEXT!, pending INTEGER!, total INTEGER!
SELECT role, count(*) FILTER (WHERE joined_at IS NULL) AS pending, count(*) AS total FROM member GROUP BY role HAVING count(*) > ?;
-- name: MembersRight :many
-- columns: handle TEXT!, role TEXT?, thread_id INTEGER?
SELECT c.handle, m.role, m.thread_id FROM member m RIGHT JOIN contact c ON c.id = m.contact_id;
-- name: MembersFull :many
-- columns: handle TEXT?, title TEXT?, joined_at DATETIME?
SELECT c.handle, t.title, m.joined_at FROM contact c FULL OUTER JOIN member m ON m.contact_id = c.id FULL JOIN thread t ON t.id = m.thread_id;
-- name: AddMembersJson :execrows
-- params: thread INTEGER, contacts JSON
INSERT INTO member (thread_id, contact_id) SELECT :thread, value FROM json_each(:contacts) WHERE true ON CONFLICT DO NOTHING;
-- name: LatestMessages :many
-- params: thread_id INT
-- columns: id INTEGER!, body TEXT?, display TEXT?, size_kb REAL?, body_len INT?
SELECT m.id, m.body, c.display, m.size_kb, m.body_len FROM message m LEFT JOIN contact c ON c.id = m.sender_id WHERE m.thread_id = ? AND m.deleted = 0 ORDER BY m.sent_at DESC LIMIT 50;
-- name: PageBefore :many
-- params: sent_at INTEGER, id INTEGER, thread INT, n INTEGER
-- columns: id INTEGER!, thread_id INT!, sender_id INT?, body TEXT?, sent_at INTEGER!, edited_at INTEGER?, attachments JSON?, size_kb REAL?, body_len INT?, deleted INTEGER!
SELECT * FROM message WHERE (sent_at, id) < (:sent_at, :id) AND thread_id = :thread ORDER BY sent_at DESC, id DESC LIMIT :n;
-- name: SoftDelete :execrows
-- params: ids INTEGER*
UPDATE message SET deleted = 1, body = NULL WHERE id IN (flash.slice(ids));
-- name: EditMessage :one
-- params: body TEXT?, id INTEGER
-- columns: id INTEGER!, body TEXT?, edited_at INTEGER?, body_len INT?
UPDATE message SET body = ?, edited_at = unixepoch() WHERE id = ? RETURNING id, body, edited_at, body_len;
-- name: DayOf :many
-- columns: day TEXT?, n INTEGER!, bodies TEXT?
SELECT date(sent_at, 'unixepoch', 'localtime') AS day, count(*) AS n, group_concat(body, ' | ') AS bodies FROM message GROUP BY 1 ORDER BY 1;
-- name: Gaps :many
-- columns: id INTEGER!, gap INTEGER?, gap0 INTEGER!
SELECT id, sent_at - lag(sent_at) OVER (PARTITION BY thread_id ORDER BY sent_at) AS gap, sent_at - lag(sent_at, 1, sent_at) OVER w AS gap0 FROM message WINDOW w AS (PARTITION BY thread_id ORDER BY sent_at);
-- name: FirstAndLast :many
-- columns: thread_id INT!, f TEXT?, l INTEGER!, second INTEGER?
SELECT DISTINCT thread_id, first_value(body) OVER w AS f, last_value(id) OVER w AS l, nth_value(id, 2) OVER w AS second FROM message WINDOW w AS (PARTITION BY thread_id ORDER BY sent_at ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING);
-- name: RunningBytes :many
-- columns: id INTEGER!, run INTEGER?, around REAL?
SELECT id, sum(body_len) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING) AS run, avg(body_len) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW) AS around FROM message;
-- name: LastPerThread :many
-- columns: id INTEGER!, thread_id INT!, sender_id INT?, body TEXT?, sent_at INTEGER!, edited_at INTEGER?, attachments JSON?, size_kb REAL?, body_len INT?, deleted INTEGER!, rn INTEGER!
SELECT * FROM (SELECT m.*, row_number() OVER (PARTITION BY thread_id ORDER BY sent_at DESC) AS rn FROM message m) WHERE rn = 1;
-- name: LastPerThreadBare :many
-- columns: thread_id INT!, body TEXT?, at INTEGER!
SELECT thread_id, body, max(sent_at) AS at FROM message GROUP BY thread_id;
-- name: Attach :many
-- columns: id INTEGER!, n INTEGER?, file INTEGER | REAL | TEXT?
SELECT m.id, json_array_length(m.attachments) AS n, a.value AS file FROM message m LEFT JOIN json_each(m.attachments) a;
-- name: Reactions :many
-- params: me INTEGER, message INTEGER
-- columns: emoji TEXT!, n INTEGER!, mine INTEGER!
SELECT emoji, count(*) AS n, max(contact_id = :me) AS mine FROM reaction WHERE message_id = :message GROUP BY emoji;
-- name: React :one
-- params: message_id INTEGER, contact_id INTEGER, emoji TEXT
-- columns: rowid INTEGER!, emoji TEXT!
INSERT INTO reaction VALUES (?, ?, ?) ON CONFLICT (message_id, contact_id) DO UPDATE SET emoji = excluded.emoji RETURNING rowid, emoji;
-- name: ReactionJson :one
-- columns: counts JSON!
SELECT json_group_object(emoji, n) AS counts FROM (SELECT emoji, count(*) AS n FROM reaction GROUP BY emoji);
-- name: MessagesJson :many
-- columns: doc JSON!
SELECT json_object('id', m.id, 'body', m.body, 'reactions', (SELECT json_group_array(emoji) FROM reaction r WHERE r.message_id = m.id)) AS doc FROM message m;
-- name: HasReaction :many
-- columns: id INTEGER!, reacted INTEGER!
SELECT id, EXISTS (SELECT 1 FROM reaction WHERE message_id = message.id) AS reacted FROM message;
-- name: Unreacted :many
-- columns: id INTEGER!
SELECT id FROM message EXCEPT SELECT message_id FROM reaction ORDER BY 1;
-- name: HabitTree :many
-- columns: id INTEGER!, name TEXT!, depth INTEGER!, path TEXT!
WITH RECURSIVE tree(id, name, depth, path) AS (
  SELECT id, name, 0, '/' || name FROM habit WHERE parent_id IS NULL
  UNION ALL SELECT h.id, h.name, depth + 1, path || '/' || h.name FROM habit h JOIN tree ON h.parent_id = tree.id)
SELECT * FROM tree ORDER BY path;
-- name: Calendar :many
-- params: from_day TEXT, to_day TEXT
-- columns: d TEXT?, amount REAL?
WITH RECURSIVE days(d) AS (VALUES(date(:from_day)) UNION ALL SELECT date(d, '+1 day') FROM days WHERE d < :to_day) SELECT d, (SELECT sum(amount) FROM habit_log WHERE day = d) AS amount FROM days;
-- name: Streak :many
-- columns: habit_id INTEGER!, len INTEGER!, started DATE!
SELECT habit_id, count(*) AS len, min(day) AS started FROM (SELECT habit_id, day, julianday(day) - row_number() OVER (PARTITION BY habit_id ORDER BY day) AS grp FROM habit_log) GROUP BY habit_id, grp;
-- name: LogHabit :exec
-- params: habit INTEGER, amount DOUBLE PRECISION?
INSERT INTO habit_log (habit_id, day, amount) VALUES (:habit, date('now'), :amount) ON CONFLICT (habit_id, day) DO UPDATE SET amount = amount + excluded.amount;
-- name: ReplaceLog :exec
-- params: habit_id INTEGER, day DATE, note ANY?
REPLACE INTO habit_log (habit_id, day, note) VALUES (?, ?, ?);
-- name: LogNotes :many
-- columns: note ANY?, kind TEXT!, empty INTEGER!
SELECT note, typeof(note) AS kind, note IS NULL AS empty FROM habit_log;
-- name: WeeklyTotals :many
-- columns: name TEXT!, week TEXT?, total REAL?, pct REAL?
SELECT h.name, strftime('%Y-%W', l.day) AS week, sum(l.amount) AS total, round(100.0 * count(*) / h.target_per_week, 1) AS pct FROM habit h JOIN habit_log l ON l.habit_id = h.id GROUP BY h.id, week;
-- name: HabitCosts :many
-- columns: name TEXT!, cost DECIMAL?, weekly INTEGER | REAL?, half INTEGER | REAL?, neg INTEGER | REAL?, at_least DECIMAL?
SELECT name, cost, cost * target_per_week AS weekly, cost / 2 AS half, -cost AS neg, max(cost, 1) AS at_least FROM habit;
-- name: ColorOr :many
-- columns: name TEXT!, color TEXT!, c2 CHAR?, hexcode TEXT?
SELECT name, ifnull(color, '#000') AS color, nullif(color, '') AS c2, substr(color, 2) AS hexcode FROM habit;
-- name: ArchiveOld :many
-- columns: id INTEGER!, name TEXT!, archived_at TEXT?
UPDATE habit SET archived_at = date('now') WHERE archived_at IS NULL AND NOT EXISTS (SELECT * FROM habit_log l WHERE l.habit_id = habit.id AND l.day > date('now', '-90 days')) RETURNING id, name, archived_at;
-- name: NextOutbox :one
-- columns: seq INTEGER!, uuid UUID!, payload ANY?, tries INTEGER!, next_try REAL?
SELECT * FROM outbox WHERE next_try IS NULL OR next_try <= unixepoch('subsec') ORDER BY seq LIMIT 1;
-- name: Enqueue :one
-- params: payload ANY?
-- columns: seq INTEGER!, uuid UUID!
INSERT INTO outbox (payload) VALUES (?) RETURNING seq, uuid;
-- name: Backoff :one
-- params: seq INTEGER
-- columns: tries INTEGER!, next_try REAL?
UPDATE outbox SET tries = tries + 1, next_try = julianday('now') + min(3600, pow(2, tries)) WHERE seq = ? RETURNING tries, next_try;
-- name: PopOutbox :one
-- columns: seq INTEGER!, uuid UUID!, payload ANY?, tries INTEGER!, next_try REAL?
DELETE FROM outbox WHERE seq = (SELECT min(seq) FROM outbox) RETURNING *;
-- name: OutboxKinds :many
-- columns: kind TEXT!, count(*) INTEGER!
SELECT typeof(payload) AS kind, count(*) FROM outbox GROUP BY kind;
-- name: GetKv :one
-- params: k TEXT
-- columns: v ANY?
SELECT v FROM kv WHERE k = ?;
-- name: PutKv :exec
-- params: k TEXT, v ANY?
INSERT INTO kv VALUES (?, ?) ON CONFLICT DO UPDATE SET v = excluded.v;
-- name: KvAll :many
-- columns: k TEXT!, v ANY?, t TEXT?, q TEXT!
SELECT k, v, CAST(v AS TEXT) AS t, quote(v) AS q FROM kv;
-- name: SearchNotes :many
-- params: note TEXT
-- columns: rowid INTEGER!, title TEXT?, snip TEXT?, score REAL!
SELECT rowid, title, snippet(note, 1, '<b>', '</b>', '…', 8) AS snip, bm25(note) AS score FROM note WHERE note MATCH ? ORDER BY rank;
-- name: SearchHighlight :many
-- params: q TEXT
-- columns: title TEXT?, rank REAL?
SELECT highlight(note, 0, '[', ']') AS title, rank FROM note(:q) LIMIT 10;
-- name: SearchTable :many
-- params: q TEXT
-- columns: title TEXT?, tags ANY!
SELECT n.title, n.tags FROM note n WHERE n.content MATCH :q AND n.tags IS NOT NULL;
-- name: UpdateNote :exec
-- params: content TEXT?, id INTEGER
UPDATE note SET content = :content WHERE rowid = :id;
-- name: OptimizeNotes :exec
INSERT INTO note(note) VALUES ('optimize');
-- name: ReRank :exec
INSERT INTO note(note, rank) VALUES ('rank', 'bm25(10.0, 5.0)');
-- name: SearchMessages :many
-- params: message_idx TEXT
-- columns: id INTEGER!, body TEXT?, rank REAL?
SELECT m.id, m.body, i.rank FROM message_idx i JOIN message m ON m.id = i.rowid WHERE message_idx MATCH ? AND m.deleted = 0;
-- name: InboxAll :many
-- columns: thread_id INTEGER!, title TEXT?, last_at INTEGER?, n INTEGER!, gone INTEGER!
SELECT * FROM inbox;
-- name: BusyInbox :many
-- columns: tid INTEGER!, name TEXT!, when INTEGER?
SELECT * FROM busy_inbox ORDER BY "when" DESC;
-- name: ViaView :exec
-- params: name TEXT?
INSERT INTO busy_inbox (name) VALUES (?);
-- name: ThreadWithInbox :many
-- params: least INTEGER
-- columns: id INTEGER!, n INTEGER!, last_at INTEGER?, gone INTEGER!
SELECT t.id, i.n, i.last_at, i.gone FROM thread t JOIN inbox i ON i.thread_id = t.id WHERE i.n >= :least;
-- name: InTableName :many
-- columns: handle TEXT!
SELECT handle FROM contact WHERE id IN (SELECT sender_id FROM message);
-- name: RowIn :many
-- columns: thread_id INTEGER!, contact_id INTEGER!, role TEXT!, joined_at DATETIME?
SELECT * FROM member WHERE (thread_id, contact_id) IN (SELECT thread_id, sender_id FROM message);
-- name: RowValues :many
-- columns: role TEXT!
SELECT role FROM member WHERE (thread_id, contact_id) IN (VALUES (1, 1), (1, 2));
-- name: JustValues :many
-- columns: column1 INTEGER!, column2 TEXT!, column3 REAL?
VALUES (1, 'one', NULL), (2, 'two', 2.5);
-- name: ValuesCte :many
-- columns: label TEXT!, n INTEGER!
WITH levels(n, label) AS (VALUES (1, 'low'), (2, 'mid'), (3, 'high')) SELECT l.label, count(h.id) AS n FROM levels l LEFT JOIN habit h ON h.target_per_week = l.n GROUP BY l.n;
-- name: NaturalJoin :many
-- columns: thread_id INTEGER!, title TEXT?, contact_id INTEGER!, role TEXT!, joined_at DATETIME?
SELECT * FROM (SELECT id AS thread_id, title FROM thread) NATURAL JOIN member;
-- name: UsingJoin :many
-- columns: thread_id INTEGER!, emoji TEXT!, role TEXT!
SELECT thread_id, r.emoji, m.role FROM member m JOIN reaction r USING (contact_id);
-- name: LeftUsing :many
-- columns: contact_id INTEGER!, role TEXT!, emoji TEXT?
SELECT contact_id, role, emoji FROM member LEFT JOIN reaction USING (contact_id);
-- name: MixedCase :many
-- columns: mixed INTEGER | REAL | TEXT!, maybe REAL?
SELECT CASE id WHEN 1 THEN 'one' WHEN 2 THEN 2 ELSE 2.5 END AS mixed, CASE WHEN rating > 4 THEN rating END AS maybe FROM contact;
-- name: Formats :one
-- params: arg_1 TEXT
-- columns: a TEXT!, b TEXT!, c TEXT!
SELECT printf('%05d-%s', 42, 'x') AS a, format('%.2f', ?) AS b, printf('%,d', 1234567) AS c;
-- name: Maths :one
-- columns: s REAL!, p REAL!, fl REAL!, c INTEGER!, r REAL!, a INTEGER!, m INTEGER!, i INTEGER!, d REAL!, sg INTEGER!, mo REAL!
SELECT sqrt(16) AS s, pi() AS p, floor(2.7) AS fl, ceil(2) AS c, round(2.567, 2) AS r, abs(-3) AS a, 7 % 3 AS m, 7 / 2 AS i, 7 / 2.0 AS d, sign(-2) AS sg, mod(7, 3) AS mo;
-- name: Globs :many
-- columns: g INTEGER!, l INTEGER!, i INTEGER!
SELECT handle GLOB 'a*' AS g, handle NOT LIKE '%z%' AS l, instr(handle, 'e') AS i FROM contact;
-- name: Distinctness :many
-- columns: id INTEGER!, dif INTEGER!, dif2 INTEGER!, three INTEGER!
SELECT id, display IS DISTINCT FROM handle AS dif, display IS NOT handle AS dif2, rating IS 3 AS three FROM contact;
-- name: Between :many
-- params: sent_at_from INTEGER, sent_at_to INTEGER, lo INT, hi INT
-- columns: id INTEGER!
SELECT id FROM message WHERE sent_at BETWEEN ? AND ? AND body_len NOT BETWEEN :lo AND :hi;
-- name: OptionalFilter :many
-- params: blocked BOOL?=, since DATE?=
-- columns: id INTEGER!, handle TEXT!
SELECT id, handle FROM contact WHERE (:blocked IS NULL OR blocked = :blocked) AND (:since IS NULL OR birthday >= :since);
-- name: CollateSearch :many
-- params: display TEXT
-- columns: id INTEGER!
SELECT id FROM contact WHERE display = ? COLLATE NOCASE ORDER BY display COLLATE RTRIM DESC;
-- name: UpdateFrom :execrows
UPDATE message SET body = '(' || c.handle || ') ' || body FROM contact AS c WHERE c.id = message.sender_id AND c.blocked;
-- name: UpdateFromReturning :many
-- columns: id INTEGER!, title TEXT?
UPDATE thread SET title = x.first FROM (SELECT thread_id, min(body) AS first FROM message GROUP BY thread_id) AS x WHERE x.thread_id = thread.id AND thread.title IS NULL RETURNING thread.id, title;
-- name: UpdateRow :exec
-- params: id INTEGER
UPDATE contact SET (display, rating) = (SELECT title, 1.0 FROM thread WHERE thread.id = contact.id) WHERE id = ?;
-- name: DeleteOrphans :execrows
DELETE FROM message WHERE thread_id NOT IN (SELECT id FROM thread) OR sender_id IS NULL;
-- name: DeleteReturn :many
-- params: day DATE
-- columns: habit_id INTEGER!, day DATE!, amount DOUBLE PRECISION?, note ANY?
DELETE FROM habit_log WHERE day < ? RETURNING habit_id, day, amount, note;
-- name: Explain :many
-- columns: id INTEGER!, parent INTEGER!, notused INTEGER!, detail TEXT!
EXPLAIN QUERY PLAN SELECT * FROM message WHERE thread_id = 1;
-- name: TableInfo :many
-- columns: name TEXT!, type TEXT!, notnull INTEGER!, pk INTEGER!
SELECT name, type, "notnull", pk FROM pragma_table_info('message') WHERE pk = 0;
-- name: TableList :many
-- columns: name TEXT!, col TEXT!
SELECT m.name, p.name AS col FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table';
-- name: UserVersion :one
-- columns: user_version INTEGER!
PRAGMA user_version;
-- name: JournalMode :one
-- columns: journal_mode TEXT!
SELECT * FROM pragma_journal_mode;
-- name: Materialized :many
-- params: sent_at INTEGER
-- columns: display TEXT?, n INTEGER!
WITH recent AS MATERIALIZED (SELECT * FROM message WHERE sent_at > ?), x AS NOT MATERIALIZED (SELECT sender_id, count(*) AS n FROM recent GROUP BY sender_id) SELECT c.display, x.n FROM x LEFT JOIN contact c ON c.id = x.sender_id;
-- name: UnionTypes :many
-- params: limit INTEGER
-- columns: id INTEGER!, text TEXT?
SELECT id, title AS text FROM thread UNION ALL SELECT id, body FROM message UNION ALL SELECT id, name FROM habit ORDER BY 2 LIMIT ?;
-- name: DenseRank :many
-- columns: handle TEXT!, dr INTEGER!, bucket INTEGER!, pr REAL!, cd REAL!
SELECT handle, dense_rank() OVER (ORDER BY rating DESC) AS dr, ntile(3) OVER (ORDER BY id) AS bucket, percent_rank() OVER (ORDER BY rating) AS pr, cume_dist() OVER (ORDER BY id) AS cd FROM contact;
-- name: ScalarSub :many
-- columns: id INTEGER!, last_body TEXT?, members INTEGER!
SELECT id, (SELECT body FROM message WHERE thread_id = thread.id ORDER BY sent_at DESC LIMIT 1) AS last_body, (SELECT count(*) FROM member WHERE member.thread_id = thread.id) AS members FROM thread;
-- name: Rowids :many
-- params: rowid INTEGER
-- columns: rowid INTEGER!, rowid INTEGER!, rowid INTEGER!, habit_id INTEGER!
SELECT rowid, _rowid_, oid, habit_id FROM habit_log WHERE rowid > ?;
-- name: MainName :many
-- params: id INTEGER
-- columns: id INTEGER!, handle TEXT!
SELECT main.contact.id, main.contact.handle FROM main.contact WHERE main.contact.id = ?1;
-- name: Sequence :one
-- columns: seq INTEGER?
SELECT seq FROM sqlite_sequence WHERE name = 'outbox';
-- name: Changes :one
-- columns: c INTEGER!, l INTEGER!, t INTEGER!
SELECT changes() AS c, last_insert_rowid() AS l, total_changes() AS t;
-- name: OrderByCase :many
-- params: sort TEXT
-- columns: id INTEGER!
SELECT id FROM habit ORDER BY CASE WHEN :sort = 'name' THEN name END, CASE WHEN :sort = 'cost' THEN cost END DESC;
