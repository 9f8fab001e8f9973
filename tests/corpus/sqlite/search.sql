-- Full-text search, spatial indexes, triggers, attached databases and odd constraints.
ATTACH DATABASE ':memory:' AS archive;
CREATE TABLE posts (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT, author_id INTEGER, created INTEGER NOT NULL DEFAULT 0);
CREATE TABLE archive.old_posts (id INTEGER PRIMARY KEY, title TEXT NOT NULL, gone DATE);
CREATE VIRTUAL TABLE posts_fts USING fts5(title, body, content='posts', content_rowid='id', tokenize = 'porter unicode61');
CREATE VIRTUAL TABLE notes USING fts5(subject, "full text", owner UNINDEXED, prefix='2 3');
CREATE VIRTUAL TABLE IF NOT EXISTS mail USING fts4(sender, body, tokenize=porter);
CREATE VIRTUAL TABLE plain USING fts3();
CREATE VIRTUAL TABLE terms USING fts5vocab('notes', 'row');
CREATE VIRTUAL TABLE boxes USING rtree(id, min_x, max_x, min_y, max_y, +label TEXT, +weight REAL);
CREATE VIRTUAL TABLE grid USING rtree_i32(id, x0, x1);
CREATE TABLE log (id INTEGER PRIMARY KEY, what TEXT NOT NULL, at TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE guarded (id INTEGER PRIMARY KEY, n INT NOT NULL);
CREATE TABLE quiet (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE ON CONFLICT IGNORE, n INT NOT NULL ON CONFLICT IGNORE);
CREATE TABLE latest (id INTEGER PRIMARY KEY ON CONFLICT REPLACE, n INT NOT NULL ON CONFLICT REPLACE DEFAULT 5);
CREATE TABLE descending (id INTEGER PRIMARY KEY DESC, x TEXT);
CREATE TABLE textual (id TEXT PRIMARY KEY, x TEXT) WITHOUT ROWID;
CREATE TABLE nullable_key (id TEXT PRIMARY KEY, x TEXT);
CREATE TABLE int_key (id INT PRIMARY KEY, x TEXT);
CREATE TABLE strict_key (id TEXT PRIMARY KEY, r REAL, i INT, b BLOB, a ANY) STRICT;
CREATE TABLE generated (a INT NOT NULL, b INT AS (a * 2) STORED NOT NULL, c TEXT GENERATED ALWAYS AS (a || 'x') VIRTUAL, d AS (a + 1));
CREATE TABLE rowid_taken (rowid TEXT, x INT);
CREATE TABLE copied AS SELECT id, title, length(title) AS size FROM posts;
CREATE VIEW titles AS SELECT id, title, body FROM posts;
CREATE VIEW renamed (a, b) AS SELECT id, coalesce(body, '') FROM posts;
CREATE VIEW nested AS SELECT t.id, t.title, p.author_id FROM titles t LEFT JOIN posts p ON p.id = t.id + 1;
CREATE TRIGGER posts_ai AFTER INSERT ON posts BEGIN
    INSERT INTO posts_fts (rowid, title, body) VALUES (new.id, new.title, new.body);
    INSERT INTO log (what) VALUES ('insert ' || CASE WHEN new.id THEN 'x' ELSE 'y' END);
END;
CREATE TRIGGER posts_ad AFTER DELETE ON posts WHEN old.id > 0 BEGIN
    INSERT INTO posts_fts (posts_fts, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
END;
CREATE TRIGGER guard BEFORE INSERT ON guarded WHEN new.n > 1 BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER titles_insert INSTEAD OF INSERT ON titles BEGIN INSERT INTO posts (title, body) VALUES (new.title, new.body); END;
CREATE TEMP TRIGGER scratch AFTER DELETE ON log BEGIN SELECT 1; END;
CREATE INDEX posts_lower ON posts (lower(title), created DESC) WHERE body IS NOT NULL;

INSERT INTO posts (id, title, body, author_id) VALUES (1, 'Hello', 'World of search', 1), (2, 'Other', NULL, NULL), (3, 'Third hello', 'again', 2);
INSERT INTO archive.old_posts VALUES (1, 'Old', '2020-01-01'), (2, 'Older', NULL);
INSERT INTO notes (subject, "full text", owner) VALUES ('hello', 'some text', 1), ('a b', NULL, NULL), ('b', 'hello b', 'me');
INSERT INTO mail VALUES ('ada', 'hello there'), ('bob', NULL);
INSERT INTO plain VALUES ('hello plain');
INSERT INTO boxes VALUES (1, 0, 1, 0, 1, 'a', 1.5), (2, 5, 6, 5, 6, NULL, NULL);
INSERT INTO grid VALUES (1, 0, 3), (2, 4, 9);
INSERT INTO log (what) VALUES ('start');
INSERT INTO guarded VALUES (1, 1);
INSERT INTO quiet VALUES (1, 'a', 1);
INSERT INTO latest VALUES (1, 2);
INSERT INTO descending VALUES (NULL, 'x'), (2, NULL);
INSERT INTO textual VALUES ('a', NULL), ('b', 'x');
INSERT INTO nullable_key VALUES (NULL, 'x'), ('b', NULL);
INSERT INTO int_key VALUES (NULL, 'x'), (2, NULL);
INSERT INTO strict_key VALUES ('a', 1, 2, x'00', 'any'), ('b', NULL, NULL, NULL, 1.5);
INSERT INTO generated (a) VALUES (1), (2);
INSERT INTO rowid_taken VALUES ('text', 1), (NULL, 2);
INSERT INTO copied VALUES (1, 'x', 2), (NULL, NULL, NULL);

-- name: Search :many
SELECT rowid, title, body FROM posts_fts WHERE posts_fts MATCH 'hello' ORDER BY rank;
-- name: SearchParameter :many
SELECT p.* FROM posts p JOIN posts_fts f ON f.rowid = p.id WHERE posts_fts MATCH ? LIMIT 10;
-- name: SearchRank :many
SELECT subject, rank, bm25(notes), bm25(notes, 10.0, 5.0) FROM notes WHERE notes MATCH 'hello' ORDER BY bm25(notes);
-- name: SearchHighlight :many
SELECT highlight(notes, 0, '<b>', '</b>'), snippet(notes, 1, '[', ']', '…', 8), highlight(notes, 1, '<', '>') AS marked FROM notes WHERE notes MATCH 'hello OR b';
-- name: SearchEquals :many
SELECT subject FROM notes WHERE notes = 'hello' AND rank MATCH 'bm25(10.0)';
-- name: SearchColumn :many
SELECT subject FROM notes WHERE subject MATCH 'hello';
-- name: SearchTableValued :many
SELECT subject, rank FROM notes('hello') ORDER BY rank;
-- name: SearchTableValuedParameter :many
SELECT subject FROM notes(?);
-- name: NotesStar :many
-- columns: subject TEXT?, full text TEXT?, owner ANY?
SELECT * FROM notes;
-- name: NotesQuoted :many
SELECT "full text", "rank" FROM notes;
-- name: NotesInsert :exec
INSERT INTO notes (subject, "full text", owner) VALUES (?, ?, ?);
-- name: NotesInsertAll :exec
INSERT INTO notes VALUES (?, ?, ?);
-- name: NotesInsertRow :exec
INSERT INTO posts_fts (rowid, title, body) VALUES (:id, :title, :body);
-- name: NotesCommand :exec
INSERT INTO posts_fts (posts_fts) VALUES ('rebuild');
-- name: NotesRankCommand :exec
INSERT INTO notes (notes, rank) VALUES ('rank', 'bm25(5.0)');
-- name: NotesUpdate :execrows
UPDATE notes SET subject = ? WHERE rowid = ?;
-- name: NotesDelete :execrows
DELETE FROM notes WHERE notes MATCH ?;
-- name: Mail :many
SELECT docid, sender, body, offsets(mail), snippet(mail), matchinfo(mail) FROM mail WHERE mail MATCH 'hello';
-- name: Plain :many
SELECT rowid, * FROM plain WHERE plain MATCH 'hello';
-- name: Terms :many
SELECT * FROM terms;
-- name: Boxes :many
SELECT * FROM boxes WHERE min_x <= :x AND max_x >= :x;
-- name: BoxesJoined :many
SELECT b.id, b.min_x, b.label, p.title FROM boxes AS b LEFT JOIN posts p ON p.id = b.id;
-- name: BoxInsert :exec
INSERT INTO boxes VALUES (NULL, 0, ?, 0, ?, ?, ?);
-- name: Grid :many
SELECT id, x0, x1, x1 - x0 AS width FROM grid;
-- name: Attached :many
SELECT * FROM archive.old_posts;
-- name: AttachedBare :many
SELECT id, gone FROM old_posts;
-- name: AttachedJoin :many
SELECT p.title, o.title AS old FROM main.posts p LEFT JOIN archive.old_posts o ON o.id = p.id;
-- name: AttachedInsert :one
INSERT INTO archive.old_posts (title) VALUES (?) RETURNING id, gone;
-- name: Titles :many
SELECT * FROM titles;
-- name: Renamed :many
SELECT a, b FROM renamed;
-- name: Nested :many
SELECT * FROM nested;
-- name: ViewInsert :exec
INSERT INTO titles (title, body) VALUES (?, ?);
-- name: ViewInsertReturning :many
INSERT INTO titles (title, body) VALUES (?, ?) RETURNING id, title, body;
-- name: PostInsert :one
INSERT INTO posts (title, body) VALUES (?, ?) RETURNING *;
-- name: Guarded :one
INSERT INTO guarded (n) VALUES (?) RETURNING id, n;
-- name: Quiet :one
INSERT INTO quiet (code, n) VALUES (?, ?) RETURNING id;
-- name: QuietAbort :one
INSERT OR ABORT INTO quiet (code, n) VALUES (?, ?) RETURNING id;
-- name: Latest :one
INSERT INTO latest (id, n) VALUES (1, ?) RETURNING id, n;
-- name: Descending :many
SELECT id, x, rowid FROM descending;
-- name: Textual :many
SELECT * FROM textual;
-- name: NullableKey :many
SELECT id, x, rowid FROM nullable_key;
-- name: IntKey :many
SELECT id, rowid FROM int_key;
-- name: StrictKey :many
-- columns: id TEXT!, r REAL?, i INT?, b BLOB?, a ANY?
SELECT * FROM strict_key;
-- name: StrictInsert :one
-- columns: id TEXT!, r REAL?, i INT?, b BLOB?, a ANY?
INSERT INTO strict_key (id, r) VALUES ('q', 7) RETURNING *;
-- name: Generated :many
-- columns: a INT!, b INT!, c TEXT!, d INTEGER!
SELECT * FROM generated;
-- name: GeneratedInsert :one
-- columns: a INT!, b INT!, c TEXT!, d INTEGER!
INSERT INTO generated VALUES (?) RETURNING *;
-- name: RowidTaken :many
SELECT rowid, oid, x FROM rowid_taken;
-- name: Copied :many
SELECT * FROM copied;
-- name: LogReturning :one
INSERT INTO log (what) VALUES ('x') RETURNING id, what, at;
-- name: UpdateReal :many
UPDATE strict_key SET r = 3 RETURNING r, r + 0.5, typeof(r);
-- name: Pragmas :many
SELECT name, type, hidden FROM pragma_table_xinfo('generated');
-- name: Functions :many
SELECT DISTINCT name FROM pragma_function_list WHERE builtin;
-- name: Databases :many
SELECT seq, name, file FROM pragma_database_list;
-- name: IndexColumns :many
SELECT il.name, ii.name AS column, ii.seqno FROM pragma_index_list('posts') AS il JOIN pragma_index_xinfo(il.name) AS ii;
-- name: Integrity :many
SELECT integrity_check FROM pragma_integrity_check;
-- name: MasterTypes :many
SELECT type, count(*) FROM sqlite_schema GROUP BY type;
-- name: AttachedSchema :many
SELECT name, tbl_name FROM archive.sqlite_master;
-- name: KeywordsAsNames :many
SELECT id AS "select", title AS "from", body AS [group by] FROM posts AS "order";
-- name: FallbackKeywords :many
WITH key AS (SELECT 1 AS value, 2 AS row) SELECT value, row FROM key;
-- name: Comments :many
SELECT /* ? */ id -- :not_a_parameter
FROM posts WHERE title <> '? :x @y $z' AND "title" <> 'it''s';
-- name: NonAscii :many
SELECT title AS "größe", 'ü' || title AS "naïve" FROM posts;
-- name: EmptyString :many
SELECT '' AS "", "title" FROM posts;
-- name: DollarParameter :many
SELECT id FROM posts WHERE title = $title AND author_id = $author;
-- name: AtParameter :many
SELECT id FROM posts WHERE title = @title OR @title IS NULL;
-- name: NumberedGap :many
SELECT id FROM posts WHERE title = ?1 AND author_id = ?2 AND body = ?1;
-- name: ParameterOnly :one
-- columns: ?1 + 1 INTEGER!, ?2 || 'x' TEXT!, -?3 INTEGER | REAL!, ?4 ANY!
SELECT ? + 1, ? || 'x', -?, ?;
-- name: Blobs :many
SELECT CAST(title AS BLOB), length(CAST(title AS BLOB)), substr(x'0102', 1, 1), hex(x'00'), x'01' || x'02', zeroblob(2) FROM posts;
-- name: GroupConcatOrdered :many
SELECT author_id, group_concat(title, '; ') FROM (SELECT * FROM posts ORDER BY title) GROUP BY author_id;
-- name: CountForms :one
SELECT count(), count(*), count(body), count(DISTINCT author_id), count(ALL title) FROM posts;
-- name: NestedCase :many
SELECT CASE WHEN id = 1 THEN CASE author_id WHEN 1 THEN 'one' ELSE NULL END ELSE title END FROM posts;
-- name: Chained :many
SELECT id FROM posts WHERE 1 < id < 3 AND id == 2 OR NOT id <> 1;
-- name: Precedence :one
SELECT 1 || 2 * 3, 1 + 2 || 3, -1 || 2, NOT 1 = 2, 1 IS NOT NULL AND 0, 5 & 3 + 1, ~1 + 1, 'a' || 'b' COLLATE NOCASE = 'AB';
-- name: HexAndScience :one
SELECT 0xFF, 1e-2, 1.5e3, 1E5, 12., 0x7fffffffffffffff, -9223372036854775808;
-- name: IsOperators :many
SELECT author_id IS body, author_id IS NOT 1, (author_id IS NULL) = 0, author_id IS NOT DISTINCT FROM 1 FROM posts;
-- name: LimitNegative :many
SELECT id FROM posts LIMIT -1 OFFSET 1;
-- name: OrderByExpression :many
SELECT id, title FROM posts ORDER BY CASE WHEN author_id IS NULL THEN 1 ELSE 0 END, lower(title) COLLATE NOCASE DESC;
-- name: OrderCompound :many
SELECT id, title FROM posts UNION ALL SELECT id, title FROM archive.old_posts ORDER BY title COLLATE NOCASE, 1 DESC;
-- name: CompoundValues :many
SELECT 1 AS n UNION ALL VALUES (2), (3) UNION ALL SELECT 4.5;
-- name: CompoundDecode :many
SELECT gone FROM archive.old_posts UNION ALL SELECT gone FROM archive.old_posts UNION SELECT NULL;
-- name: CteTwice :many
WITH x AS (SELECT id FROM posts) SELECT a.id, b.id AS other FROM x a LEFT JOIN x b ON b.id = a.id + 1;
-- name: CteShadows :many
WITH posts AS (SELECT 'mine' AS title) SELECT title FROM posts;
-- name: CteInSubquery :many
SELECT (WITH m AS (SELECT max(id) AS top FROM posts) SELECT top FROM m) AS top, id FROM posts;
-- name: RecursiveAncestors :many
WITH RECURSIVE up (id, path) AS (SELECT id, title FROM posts WHERE author_id IS NULL UNION SELECT p.id, up.path || '/' || p.title FROM posts p, up WHERE p.author_id = up.id LIMIT 20) SELECT * FROM up;
-- name: RecursiveNull :many
WITH RECURSIVE s (n, label) AS (SELECT 1, NULL UNION ALL SELECT n + 1, 'x' FROM s WHERE n < 3) SELECT n, label FROM s;
-- name: RecursiveWidens :many
WITH RECURSIVE s (n, t) AS (SELECT 1, 'a' UNION ALL SELECT n + 0.5, n FROM s WHERE n < 3) SELECT n, t FROM s;
-- name: JoinOnExpression :many
SELECT p.id, n.subject FROM posts p LEFT JOIN notes n ON n.subject = lower(p.title);
-- name: JoinUsingThree :many
SELECT id, a.title, c.size FROM posts a JOIN archive.old_posts b USING (id) LEFT JOIN copied c USING (id);
-- name: RightJoinChain :many
SELECT a.id, b.id AS old, c.id AS copy FROM posts a RIGHT JOIN archive.old_posts b ON b.id = a.id LEFT JOIN copied c ON c.id = b.id;
-- name: FullJoinCoalesce :many
SELECT coalesce(a.id, b.id) AS id, a.title, b.gone FROM posts a FULL JOIN archive.old_posts b ON a.id = b.id AND b.id = 1;
-- name: NaturalFull :many
SELECT id, title FROM posts NATURAL FULL JOIN archive.old_posts;
-- name: LeftJoinStar :many
SELECT p.*, o.* FROM posts p LEFT JOIN archive.old_posts o ON o.id = p.id;
-- name: ExistsSelect :one
SELECT EXISTS (SELECT 1 FROM posts WHERE id = ?) AS found, NOT EXISTS (SELECT 1 FROM posts WHERE 0);
-- name: Changes :one
SELECT changes(), last_insert_rowid(), total_changes();
-- name: WindowNamed :many
SELECT id, sum(created) OVER (PARTITION BY author_id ORDER BY id) AS running, count(*) OVER w AS n, first_value(title) OVER w FROM posts WINDOW w AS (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING);
-- name: WindowLagTypes :many
SELECT lag(gone) OVER (ORDER BY id), lag(gone, 1, gone) OVER (ORDER BY id), lead(id, 1, 0) OVER (ORDER BY id), lead(id, 1, 0.5) OVER (ORDER BY id) FROM archive.old_posts;
-- name: UpdateAttached :execrows
UPDATE archive.old_posts SET gone = date('now') WHERE id = ?;
-- name: DeleteAttached :many
DELETE FROM archive.old_posts WHERE gone IS NULL RETURNING id, title;
-- name: TypeOf :many
-- columns: typeof(a) TEXT!, typeof(r) TEXT!, texts ANY?
SELECT typeof(a), typeof(r), CASE typeof(a) WHEN 'text' THEN a END AS texts FROM strict_key WHERE typeof(a) IN ('text', 'real');
-- name: InFunction :many
SELECT id FROM posts WHERE id IN (SELECT rowid FROM notes('hello'));
-- name: JsonOperators :one
SELECT '{"a": [1, 2]}' -> 'a' ->> 0, '[1]' -> 0, '{"a": {"b": "c"}}' ->> '$.a.b', json('[1]') ->> 5;
-- name: JsonNested :many
SELECT json_object('post', json_object('id', id, 'title', title), 'tags', json_array('a', 1)) FROM posts;
-- name: JsonGroup :many
SELECT author_id, json_group_array(json_object('id', id)), json_group_object(title, body) FROM posts GROUP BY author_id;
-- name: QuotedText :many
SELECT "some text" AS words, id FROM posts WHERE title <> "nothing like it";
