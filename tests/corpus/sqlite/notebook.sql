-- A notes app, typed by several hands.
create table if not exists "user"(
	id integer primary key not null, -- pk
	"name" text not null, nick varchar(30) default null,
	created integer not null default (strftime('%s','now')),
	role text not null default 'member' check(role in ('member','admin')),
	settings text not null default '{}',
	balance real, score float, rating double precision, level tinyint unsigned, big unsigned big int,
	avatar blob, is_active bool not null default true, uid uuid, birthday date, seen_at timestamp, wake time, amount money, flags int8, memo clob, x
);
CREATE TABLE [tag] (tag_id INTEGER PRIMARY KEY, [label] TEXT UNIQUE COLLATE NOCASE NOT NULL, color TEXT GENERATED ALWAYS AS ('#' || hex(label)) STORED);
CREATE TABLE note_tag (note INTEGER REFERENCES note(id), tag_id INTEGER REFERENCES tag, PRIMARY KEY (note, tag_id)) WITHOUT ROWID;
CREATE TABLE note (id INTEGER PRIMARY KEY AUTOINCREMENT, user_id INT NOT NULL, title TEXT, body TEXT NOT NULL DEFAULT '', pinned BOOLEAN DEFAULT FALSE, words INT AS (length(body) - length(replace(body,' ','')) + 1), updated DATETIME DEFAULT CURRENT_TIMESTAMP, data JSONB, parent INTEGER, FOREIGN KEY(user_id) REFERENCES "user"(id));
CREATE TABLE kv (k TEXT NOT NULL PRIMARY KEY, v ANY, at REAL) STRICT, WITHOUT ROWID;
CREATE TABLE ev (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, payload BLOB, n INT, r REAL, t TEXT, a ANY NOT NULL) STRICT;
CREATE VIRTUAL TABLE docs USING fts5(title, body, content='note', content_rowid='id');
CREATE VIRTUAL TABLE vocab USING fts5vocab('docs', 'row');
CREATE VIEW active_user AS SELECT id, name, coalesce(nick, name) AS shown, balance FROM user WHERE is_active;
CREATE VIEW rich(uid, who, worth) AS SELECT id, shown, ifnull(balance, 0) FROM active_user WHERE balance > 100;
CREATE VIEW note_count AS SELECT u.id AS user_id, count(n.id) AS notes, max(n.updated) AS last FROM user u LEFT JOIN note n ON n.user_id = u.id GROUP BY u.id;
CREATE TRIGGER docs_ai AFTER INSERT ON note BEGIN INSERT INTO docs(rowid, title, body) VALUES (new.id, new.title, new.body); END;
CREATE TRIGGER active_ii INSTEAD OF INSERT ON active_user BEGIN INSERT INTO user (id, name, nick) VALUES (new.id, new.name, new.shown); END;
ALTER TABLE note ADD COLUMN archived_at TEXT;
ALTER TABLE note RENAME COLUMN data TO extra;
CREATE UNIQUE INDEX note_title ON note (user_id, lower(title)) WHERE archived_at IS NULL;
INSERT INTO "user" (id, name, nick, balance, score, rating, level, big, avatar, is_active, uid, birthday, seen_at, wake, amount, flags, memo, x) VALUES (1, 'ann', 'a', 150.5, 1.5, 2.5, 3, 4, x'01', 1, '8c8a1b5e-5f6d-4f0a-9d1e-0a1b2c3d4e5f', '2000-01-01', '2024-01-01 00:00:00', '08:00:00', 12.5, 3, 'm', 'any'), (2, 'bob', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL), (3, 'cid', 'c', 50, 2, 3, 4, 5, x'', 1, NULL, NULL, NULL, NULL, 1, 1, '', 5);
INSERT INTO tag (label) VALUES ('x'), ('y');
INSERT INTO note (user_id, title, body, pinned, extra, parent) VALUES (1, 'one', 'hello big world', 1, '{"k": [1, 2, {"z": "q"}], "n": 5}', NULL), (1, NULL, 'two', NULL, NULL, 1), (2, 'three', '', 0, '[]', 1);
INSERT INTO note_tag VALUES (1, 1), (1, 2), (2, 1);
INSERT INTO kv VALUES ('a', 1, 1.5), ('b', 'x', NULL), ('c', NULL, 2), ('d', x'00', 3), ('e', 1.5, 0);
INSERT INTO ev VALUES (1, 'k', x'00', 1, 2.5, 'x', 1), (2, 'k', NULL, NULL, NULL, NULL, 'a'), (3, 'j', NULL, NULL, NULL, NULL, x'00'), (4, 'j', NULL, NULL, NULL, NULL, 2.5);

-- name: UsersWithNotes :many
-- params: role TEXT
-- columns: id INTEGER!, name TEXT!, nick VARCHAR?, created INTEGER!, role TEXT!, settings TEXT!, balance REAL?, score FLOAT?, rating DOUBLE PRECISION?, level TINYINT UNSIGNED?, big UNSIGNED BIG INT?, avatar BLOB?, is_active BOOL!, uid UUID?, birthday DATE?, seen_at TIMESTAMP?, wake TIME?, amount MONEY?, flags INT8?, memo CLOB?, x ANY?, notes INTEGER?, last DATETIME?
SELECT u.*, nc.notes, nc.last FROM user u NATURAL LEFT JOIN (SELECT user_id AS id, notes, last FROM note_count) nc WHERE u.role = 'admin' OR u.role = :role;
-- name: LabelsOfNotes :many
-- columns: id INTEGER!, title TEXT?, labels TEXT?, c INTEGER!
SELECT n.id, n.title, group_concat(t.label, ', ') AS labels, count(t.tag_id) AS c FROM note n LEFT JOIN note_tag nt ON nt.note = n.id LEFT JOIN tag t USING (tag_id) GROUP BY n.id ORDER BY n.pinned DESC, n.updated DESC;
-- name: NotesBelow :many
-- columns: title TEXT?, id INTEGER!, depth INTEGER!, path TEXT!
WITH RECURSIVE tree(id, depth, path) AS (SELECT id, 0, printf('%d', id) FROM note WHERE parent IS NULL UNION ALL SELECT n.id, depth + 1, path || '/' || n.id FROM note n JOIN tree t ON n.parent = t.id) SELECT n.title, tree.* FROM tree JOIN note n USING (id) ORDER BY path;
-- name: AddUser :one
-- params: name TEXT, nick VARCHAR?, value INTEGER | REAL | TEXT, value_2 INTEGER | REAL | TEXT
-- columns: id INTEGER!, created INTEGER!, theme INTEGER | REAL | TEXT?
INSERT INTO "user" (name, nick, settings) VALUES (?, ?, json_object('theme', ?, 'n', ?)) RETURNING id, created, json_extract(settings, '$.theme') AS theme;
-- name: KeepValue :one
-- params: k TEXT, v ANY?
-- columns: k TEXT!, v ANY?, at REAL?
INSERT INTO kv (k, v) VALUES (?1, ?2) ON CONFLICT (k) DO UPDATE SET v = excluded.v, at = julianday('now') WHERE v IS NOT excluded.v RETURNING *;
-- name: ArchiveNotes :many
-- params: ids INTEGER*, user INT
-- columns: id INTEGER!, archived_at TEXT?, pinned BOOLEAN?, words INT!
UPDATE note SET archived_at = datetime('now'), pinned = NOT pinned WHERE id IN (flash.slice('ids')) AND user_id = @user RETURNING id, archived_at, pinned, words;
-- name: UntagExcept :execrows
-- params: note INTEGER, json JSON
DELETE FROM note_tag WHERE note = ? AND tag_id NOT IN (SELECT value FROM json_each(?));
-- name: Terms :many
-- params: term TEXT
-- columns: term TEXT!, doc INTEGER!, cnt INTEGER!
SELECT term, doc, cnt FROM vocab WHERE term >= ? ORDER BY cnt DESC;
-- name: ValuesOfAnyClass :many
-- columns: k TEXT!, v ANY?, kind TEXT!, s TEXT?, inc INTEGER | REAL?, cat TEXT?, v0 ANY!
SELECT k, v, typeof(v) AS kind, CAST(v AS TEXT) AS s, v + 1 AS inc, v || '' AS cat, coalesce(v, 0) AS v0 FROM kv;
-- name: AnyOverWindows :many
-- columns: id INTEGER!, a ANY!, m ANY!, p ANY?, mix ANY?
SELECT id, a, max(a) OVER (PARTITION BY kind) AS m, lag(a) OVER (ORDER BY id) AS p, iif(n > 0, a, n) AS mix FROM ev;
-- name: ComparedRows :one
-- params: a ANY, kind TEXT, a_2 ANY?, id INTEGER
-- columns: same INTEGER!, is_it INTEGER!, lt INTEGER?
SELECT (a, kind) = (?, ?) AS same, a IS ? AS is_it, (n, r) < (SELECT n, r FROM ev WHERE id = 1) AS lt FROM ev WHERE id = ?;
-- name: TreeOfExtra :many
-- params: id INTEGER
-- columns: key INTEGER | TEXT?, value INTEGER | REAL | TEXT?, type TEXT!, atom INTEGER | REAL | TEXT?, id INTEGER!, parent INTEGER?, fullkey TEXT!, path TEXT!
SELECT j.key, j.value, j.type, j.atom, j.id, j.parent, j.fullkey, j.path FROM note, json_tree(note.extra, '$.k') j WHERE note.id = ?;
-- name: PartsOfExtra :many
-- columns: k JSON?, n INTEGER | REAL | TEXT?, first INTEGER | REAL | TEXT?, len INTEGER?, t TEXT?, ok INTEGER?, norm JSON?
SELECT extra -> '$.k' AS k, extra ->> '$.n' AS n, extra -> 'k' ->> 0 AS first, json_array_length(extra) AS len, json_type(extra) AS t, json_valid(extra) ok, json(extra) AS norm FROM note;
-- name: EventsByKind :many
-- columns: kind TEXT!, n1 INTEGER!, s REAL?, avg(n) REAL?, total(n) REAL!, min(t) TEXT?, max(payload) BLOB?, group_concat(t) TEXT?
SELECT kind, count(*) FILTER (WHERE n IS NOT NULL) AS n1, sum(r) FILTER (WHERE r > 1) AS s, avg(n), total(n), min(t), max(payload), group_concat(t) FROM ev GROUP BY kind HAVING count(*) > 0;
-- name: NamesSetwise :many
-- columns: name TEXT!
SELECT name FROM user INTERSECT SELECT nick FROM user UNION SELECT label FROM tag EXCEPT SELECT 'x';
-- name: UsersAndPinned :many
-- columns: name TEXT?, title TEXT?
SELECT u.name, n.title FROM user u FULL JOIN note n ON n.user_id = u.id AND n.pinned WHERE coalesce(u.id, n.id) > 0;
-- name: EveryDeclaredType :many
-- params: uid UUID, birthday DATE, seen_at TIMESTAMP, wake TIME, amount MONEY, flags INTEGER, memo TEXT
-- columns: uid UUID?, birthday DATE?, seen_at TIMESTAMP?, wake TIME?, amount MONEY?, flags INT8?, memo CLOB?, x ANY?, level TINYINT UNSIGNED?, big UNSIGNED BIG INT?, rating DOUBLE PRECISION?
SELECT uid, birthday, seen_at, wake, amount, flags, memo, x, level, big, rating FROM user WHERE uid = ? OR birthday < ? OR seen_at >= ? OR wake = ? OR amount > ? OR flags & ? OR memo LIKE ?;
-- name: AddThroughView :exec
-- params: id INTEGER?, name TEXT?, shown TEXT?
INSERT INTO active_user (id, name, shown) VALUES (?, ?, ?);
-- name: TagsListed :many
-- params: labels JSON
-- columns: tag_id INTEGER!, label TEXT!, color TEXT!, uses INTEGER!
SELECT t.tag_id, t.label, t.color, (SELECT count(*) FROM note_tag nt WHERE nt.tag_id = t.tag_id) AS uses FROM tag t WHERE t.label IN (SELECT value FROM json_each(:labels));
-- name: WordsByMonth :many
-- columns: mon TEXT?, total INTEGER!, diff INTEGER!
WITH m(mon, total) AS (SELECT substr(updated, 1, 7), sum(words) FROM note GROUP BY 1) SELECT mon, total, total - lag(total, 1, 0) OVER (ORDER BY mon) AS diff FROM m;
-- name: Cases :many
-- columns: c TEXT?, w INTEGER | REAL!
SELECT CASE WHEN balance >= 100 THEN 'rich' WHEN balance IS NULL THEN NULL ELSE 'poor' END AS c, CASE role WHEN 'admin' THEN 1 ELSE 0.5 END AS w FROM user;
-- name: TotalsOfUsers :one
-- columns: min(id) INTEGER?, max(id) INTEGER?, max(name) TEXT?, sum(balance) REAL?, avg(score) REAL?, count(DISTINCT role) INTEGER!, sum(is_active) INTEGER?, total(balance) REAL!, sum(id) INTEGER?
SELECT min(id), max(id), max(name), sum(balance), avg(score), count(DISTINCT role), sum(is_active), total(balance), sum(id) FROM user;
-- name: Texts :many
-- columns: p TEXT!, f TEXT!, tail TEXT!, at INTEGER!, cap TEXT!, length(avatar) INTEGER?, hex(avatar) TEXT!, quote(x) TEXT!, zeroblob(2) BLOB!, soundex(name) TEXT!
SELECT printf('%.2f', balance) AS p, format('%s-%d', name, id) AS f, substr(name, -2) AS tail, instr(name, 'n') AS at, upper(substr(name, 1, 1)) || substr(name, 2) AS cap, length(avatar), hex(avatar), quote(x), zeroblob(2), soundex(name) FROM user;
-- name: Numbers :many
-- columns: r REAL?, a REAL?, i INT?, b REAL?, n REAL?, h REAL?, q INTEGER!, m INTEGER!, f REAL!, c INTEGER!, d REAL!
SELECT ROUND(balance, 1) r, ABS(balance) a, CAST(balance AS INT) i, balance * 2 b, -balance n, balance / 2 h, id / 2 q, id % 2 m, id * 1.0 f, 7 / 2 c, 7 / 2.0 d FROM user;
-- name: AnyColumn :many
-- params: x ANY
-- columns: x ANY!, x + 1 INTEGER | REAL!, typeof(x) TEXT!, x IS NULL INTEGER!
SELECT x, x + 1, typeof(x), x IS NULL FROM user WHERE x = ?;
-- name: CountIntoValues :one
-- columns: k TEXT!, v ANY?
WITH ins(n) AS (SELECT count(*) FROM note) INSERT INTO kv (k, v) SELECT 'count', n FROM ins WHERE n > 0 RETURNING k, v;
-- name: DocumentsOfNotes :many
-- columns: doc JSON!, json_group_object(id, title) JSON!, json_array(1, 'a', NULL) JSON!, json_quote(user_id) JSON!, json_patch(extra, '{}') JSON?, json_remove(extra, '$.n') JSON?
SELECT json_group_array(json_object('id', id, 'title', title)) AS doc, json_group_object(id, title), json_array(1, 'a', NULL), json_quote(user_id), json_patch(extra, '{}'), json_remove(extra, '$.n') FROM note GROUP BY user_id;
-- name: WindowsOverUsers :many
-- columns: name TEXT!, pos INTEGER!, cd REAL!, nv TEXT?, lv VARCHAR?
SELECT name, rank() OVER (ORDER BY score DESC) AS pos, cume_dist() OVER (ORDER BY score) AS cd, nth_value(name, 2) OVER (ORDER BY id) nv, last_value(nick) OVER (ORDER BY id RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) lv FROM user;
-- name: Pins :one
-- columns: pins INTEGER?, untitled INTEGER!, avg_pin INTEGER?
SELECT sum(CASE WHEN pinned THEN 1 ELSE 0 END) AS pins, count(CASE WHEN title IS NULL THEN 1 END) AS untitled, sum(pinned) / count(*) AS avg_pin FROM note;
-- name: Otherwise :many
-- columns: n TEXT!, nullif(balance, 0.0) REAL?, z TEXT!, max(level, flags, 0) INTEGER?, min(name, role) TEXT!
SELECT ifnull(nick, name) AS n, nullif(balance, 0.0), coalesce(NULL, nick, 'z') AS z, max(level, flags, 0), min(name, role) FROM user;
-- name: LimitBeforeOffset :many
-- params: offset INTEGER, limit INTEGER
-- columns: id INTEGER!, user_id INT!, title TEXT?, body TEXT!, pinned BOOLEAN?, words INT!, updated DATETIME?, extra JSONB?, parent INTEGER?, archived_at TEXT?, author TEXT!
SELECT n.*, u.name AS author FROM note AS n JOIN user AS u ON u.id = n.user_id WHERE n.archived_at IS NULL ORDER BY n.pinned DESC NULLS LAST LIMIT ?2 OFFSET ?1;
-- name: AnyUnion :many
-- columns: a ANY?
SELECT a FROM ev UNION SELECT n FROM ev UNION SELECT r FROM ev;
