-- forum, ledger, CMS with i18n, leaderboard, delivery with geometry
CREATE TABLE `members` (
  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `handle` varchar(32) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `email` varchar(190) NOT NULL,
  `display` varchar(60) DEFAULT NULL,
  `karma` int(11) NOT NULL DEFAULT 0,
  `role` enum('member','moderator','admin') NOT NULL DEFAULT 'member',
  `banned_until` datetime DEFAULT NULL,
  `is_verified` tinyint(1) NOT NULL DEFAULT 0,
  `settings` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`settings`)),
  `joined` timestamp NOT NULL DEFAULT current_timestamp(),
  PRIMARY KEY (`id`), UNIQUE KEY `handle` (`handle`), UNIQUE KEY `email` (`email`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE `topics` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `author_id` bigint(20) unsigned DEFAULT NULL,
  `title` varchar(200) NOT NULL,
  `slug` varchar(220) GENERATED ALWAYS AS (lower(replace(`title`,' ','-'))) STORED,
  `body` mediumtext NOT NULL,
  `locked` bit(1) NOT NULL DEFAULT b'0',
  `views` int(10) unsigned NOT NULL DEFAULT 0,
  `deleted_at` datetime(6) DEFAULT NULL,
  `created_at` datetime(6) NOT NULL DEFAULT current_timestamp(6),
  PRIMARY KEY (`id`), KEY `author` (`author_id`), FULLTEXT KEY `ft` (`title`,`body`),
  CONSTRAINT `fk_author` FOREIGN KEY (`author_id`) REFERENCES `members` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
CREATE TABLE posts (id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, topic_id INT UNSIGNED NOT NULL, member_id BIGINT UNSIGNED, parent_id INT UNSIGNED, body TEXT NOT NULL, score SMALLINT NOT NULL DEFAULT 0, deleted_at DATETIME NULL, created_at DATETIME NOT NULL DEFAULT NOW(), FULLTEXT (body), FOREIGN KEY (topic_id) REFERENCES topics(id) ON DELETE CASCADE, FOREIGN KEY (parent_id) REFERENCES posts(id));
CREATE TABLE votes (post_id INT UNSIGNED NOT NULL, member_id BIGINT UNSIGNED NOT NULL, value TINYINT NOT NULL CHECK (value IN (-1, 1)), at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, PRIMARY KEY (post_id, member_id));
CREATE TABLE accounts (code VARCHAR(10) NOT NULL, name VARCHAR(50) NOT NULL, kind ENUM('asset','liability','income','expense','equity') NOT NULL, parent VARCHAR(10), currency CHAR(3) NOT NULL DEFAULT 'EUR', PRIMARY KEY (code));
CREATE TABLE journals (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, booked_on DATE NOT NULL, memo VARCHAR(120), closed BOOL NOT NULL DEFAULT 0);
CREATE TABLE entries (journal_id INT NOT NULL, line_no TINYINT UNSIGNED NOT NULL, account VARCHAR(10) NOT NULL, debit DECIMAL(14,2) NOT NULL DEFAULT 0, credit DECIMAL(14,2) NOT NULL DEFAULT 0, rate DECIMAL(10,6), tax_pct DECIMAL(5,2) UNSIGNED, PRIMARY KEY (journal_id, line_no), FOREIGN KEY (journal_id) REFERENCES journals(id), FOREIGN KEY (account) REFERENCES accounts(code));
CREATE TABLE pages (id INT NOT NULL PRIMARY KEY, slug VARCHAR(80) CHARACTER SET ascii NOT NULL UNIQUE, published_at DATETIME, tpl VARCHAR(20)) CHARSET=latin1;
CREATE TABLE page_texts (page_id INT NOT NULL, lang CHAR(5) CHARACTER SET ascii NOT NULL, title VARCHAR(120) COLLATE utf8mb4_swedish_ci NOT NULL, html MEDIUMTEXT, PRIMARY KEY (page_id, lang)) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE players (id INT AUTO_INCREMENT PRIMARY KEY, nick VARCHAR(20) NOT NULL, region CHAR(2), mmr SMALLINT UNSIGNED NOT NULL DEFAULT 1000);
CREATE TABLE matches (id BIGINT AUTO_INCREMENT PRIMARY KEY, winner INT NOT NULL, loser INT NOT NULL, dur TIME NOT NULL, gain SMALLINT NOT NULL, played DATETIME NOT NULL, season YEAR NOT NULL);
CREATE TABLE depots (id INT PRIMARY KEY, label VARCHAR(30) NOT NULL, pos POINT NOT NULL, area POLYGON, SPATIAL INDEX (pos));
CREATE TABLE drops (id INT PRIMARY KEY AUTO_INCREMENT, depot_id INT, dest POINT NOT NULL, kg DECIMAL(6,3) NOT NULL, due DATETIME, done TINYINT(1));
INSERT INTO members (handle,email,display,karma,role,banned_until,is_verified,settings) VALUES ('ann','a@x','Ann',5,'admin',NULL,1,'{"theme":"dark","n":3}'),('bob','b@x',NULL,-2,'member','2030-01-01',0,NULL);
INSERT INTO topics (author_id,title,body,locked,views,deleted_at) VALUES (1,'Hello World','first body text',b'1',10,NULL),(NULL,'Gone','nothing',b'0',0,'2024-01-01');
INSERT INTO posts (topic_id,member_id,parent_id,body,score,deleted_at) VALUES (1,1,NULL,'root post',3,NULL),(1,2,1,'reply',0,NULL),(1,NULL,2,'deep',-1,'2024-02-02');
INSERT INTO votes (post_id,member_id,value) VALUES (1,1,1),(1,2,-1);
INSERT INTO accounts VALUES ('1','Assets','asset',NULL,'EUR'),('10','Cash','asset','1','EUR'),('4','Sales','income',NULL,'EUR');
INSERT INTO journals (booked_on,memo,closed) VALUES ('2024-01-05','sale',1),('2024-02-05',NULL,0);
INSERT INTO entries VALUES (1,1,'10',100,0,NULL,NULL),(1,2,'4',0,100,1.1,19);
INSERT INTO pages VALUES (1,'home','2024-01-01',NULL),(2,'about',NULL,'plain');
INSERT INTO page_texts VALUES (1,'en','Home','<p>'),(1,'de','Start',NULL);
INSERT INTO players (nick,region,mmr) VALUES ('p1','EU',1200),('p2',NULL,900);
INSERT INTO matches (winner,loser,dur,gain,played,season) VALUES (1,2,'00:20:00',15,'2024-01-01 10:00:00',2024),(2,1,'00:30:30',20,'2024-01-02 10:00:00',2024);
INSERT INTO depots VALUES (1,'north',POINT(1,2),NULL),(2,'south',POINT(5,5),ST_GeomFromText('POLYGON((0 0,10 0,10 10,0 10,0 0))'));
INSERT INTO drops (depot_id,dest,kg,due,done) VALUES (1,POINT(3,4),2.5,NULL,NULL),(NULL,POINT(0,0),1,'2024-01-01',1);

-- name: f01 :many
-- params: offset bigint unsigned, limit bigint unsigned
SELECT t.id, t.title, t.slug, t.locked, m.handle, COUNT(p.id) AS replies, MAX(p.created_at) AS last_reply FROM topics t LEFT JOIN members m ON m.id = t.author_id LEFT JOIN posts p ON p.topic_id = t.id AND p.deleted_at IS NULL WHERE t.deleted_at IS NULL GROUP BY t.id ORDER BY COALESCE(MAX(p.created_at), t.created_at) DESC LIMIT ?, ?;

-- name: f02 :many
-- params: against varchar, against_2 varchar
-- columns: id!, title!, score!
SELECT id, title, MATCH(title, body) AGAINST (? IN BOOLEAN MODE) AS score FROM topics WHERE MATCH(title, body) AGAINST (? IN BOOLEAN MODE) AND deleted_at IS NULL ORDER BY score DESC;

-- name: f03 :many
-- params: q varchar
-- columns: id!, snippet!
SELECT id, LEFT(body, 100) AS snippet FROM posts WHERE MATCH (body) AGAINST (:q WITH QUERY EXPANSION);

-- name: f04 :exec
-- params: id int unsigned
UPDATE topics SET deleted_at = NOW(6), locked = b'1' WHERE id = ? AND deleted_at IS NULL;

-- name: f05 :exec
-- params: id int unsigned
UPDATE topics SET views = views + 1 WHERE id = :id;

-- name: f06 :many
-- params: topic_id int unsigned
-- columns: id!, parent_id?, depth!, path?, body!, shown!
WITH RECURSIVE thread (id, parent_id, depth, path) AS (SELECT id, parent_id, 0, CAST(LPAD(id, 6, '0') AS CHAR(200)) FROM posts WHERE topic_id = ? AND parent_id IS NULL UNION ALL SELECT p.id, p.parent_id, thread.depth + 1, CONCAT(thread.path, '/', LPAD(p.id, 6, '0')) FROM posts p JOIN thread ON p.parent_id = thread.id) SELECT t.*, p.body, IF(p.deleted_at IS NULL, p.body, '[deleted]') AS shown FROM thread t JOIN posts p ON p.id = t.id ORDER BY path;

-- name: f07 :exec
-- params: post_id int unsigned, member_id bigint unsigned, value tinyint
INSERT INTO votes (post_id, member_id, value) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value), at = CURRENT_TIMESTAMP;

-- name: f08 :one
-- params: post_id int unsigned
SELECT COALESCE(SUM(value), 0) AS total, COUNT(*) AS n, SUM(value > 0) AS ups FROM votes WHERE post_id = ?;

-- name: f10 :many
SELECT m.handle, JSON_UNQUOTE(JSON_EXTRACT(m.settings, '$.theme')) AS theme, JSON_VALUE(m.settings, '$.n') + 1 AS n1 FROM members m WHERE m.is_verified = TRUE;

-- name: f12 :one
-- params: email varchar
SELECT id FROM members WHERE email = LOWER(?) AND is_verified AND (banned_until IS NULL OR banned_until < NOW());

-- name: f13 :many
-- params: topic_id int unsigned
-- columns: id!, kids!, votes?
SELECT p.id, (SELECT COUNT(*) FROM posts c WHERE c.parent_id = p.id) AS kids, (SELECT SUM(v.value) FROM votes v WHERE v.post_id = p.id) AS votes FROM posts p WHERE p.topic_id = ?;

-- name: f14 :many
-- columns: day!, posts!, people!, running!
SELECT DATE(created_at) AS day, COUNT(*) AS posts, COUNT(DISTINCT member_id) AS people, SUM(COUNT(*)) OVER (ORDER BY DATE(created_at)) AS running FROM posts GROUP BY DATE(created_at);

-- name: f15 :exec
DELETE t, p FROM topics t LEFT JOIN posts p ON p.topic_id = t.id WHERE t.deleted_at < NOW() - INTERVAL 90 DAY;

-- name: f16 :exec
-- params: member_id bigint unsigned
DELETE FROM votes WHERE member_id = ? AND post_id IN (SELECT id FROM posts WHERE deleted_at IS NOT NULL);

-- name: f17 :many
-- columns: role!, who!, k!, since!
SELECT role, GROUP_CONCAT(handle ORDER BY karma DESC SEPARATOR ', ') AS who, AVG(karma) AS k, MIN(joined) AS since FROM members GROUP BY role;

-- name: f18 :one
-- params: handle varchar, email varchar, display varchar?, settings json?
INSERT INTO members (handle, email, display, settings) VALUES (?, ?, ?, ?) RETURNING id, joined, karma, role;

-- name: f19 :many
-- columns: id!, locked!, l2!, l3!, l4!, l5!
SELECT id, locked, locked = b'1' AS l2, locked + 0 AS l3, BIN(locked) AS l4, IF(locked, 'L', 'U') AS l5 FROM topics;

-- name: f20 :many
-- columns: shown!, karma!, badge!, decile!
SELECT IFNULL(m.display, m.handle) AS shown, m.karma, CASE WHEN m.karma >= 100 THEN 'gold' WHEN m.karma >= 10 THEN 'silver' ELSE 'none' END AS badge, NTILE(10) OVER (ORDER BY m.karma) AS decile FROM members m;

-- name: f21 :many
SELECT t.id, t.title, p.id AS last_post, p.body FROM topics t LEFT JOIN posts p ON p.id = (SELECT MAX(id) FROM posts WHERE topic_id = t.id);

-- name: f22 :many
SELECT handle FROM members WHERE karma > (SELECT AVG(karma) FROM members) AND id NOT IN (SELECT member_id FROM posts WHERE member_id IS NOT NULL);

-- name: f23 :exec
UPDATE members m JOIN (SELECT p.member_id, SUM(v.value) AS s FROM votes v JOIN posts p ON p.id = v.post_id GROUP BY p.member_id) x ON x.member_id = m.id SET m.karma = m.karma + x.s;

-- name: f24 :many
-- columns: s?, u!, az!, sx!, pos!, r!
SELECT TRIM(BOTH '-' FROM slug) AS s, REPLACE(title, ' ', '_') AS u, REGEXP_REPLACE(title, '[^a-z]+', '') AS az, SOUNDEX(title) sx, INSTR(title, 'o') AS pos, REVERSE(title) r FROM topics;

-- name: f25 :many
-- columns: id!, digest?, h!, c!, bytes!, chars!
SELECT id, SHA2(body, 256) AS digest, MD5(title) AS h, CRC32(title) AS c, LENGTH(body) AS bytes, CHAR_LENGTH(body) AS chars FROM topics;

-- name: l01 :many
SELECT a.code, a.name, SUM(l.debit) - SUM(l.credit) AS balance FROM accounts a LEFT JOIN entries l ON l.account = a.code GROUP BY a.code, a.name;

-- name: l02 :many
-- columns: kind?, y?, m?, net?
SELECT a.kind, YEAR(j.booked_on) AS y, MONTH(j.booked_on) AS m, SUM(l.debit - l.credit) AS net FROM entries l JOIN journals j ON j.id = l.journal_id JOIN accounts a ON a.code = l.account GROUP BY a.kind, y, m WITH ROLLUP;

-- name: l03 :many
SELECT j.id FROM journals j JOIN entries l ON l.journal_id = j.id GROUP BY j.id HAVING SUM(l.debit) <> SUM(l.credit);

-- name: l04 :many
-- columns: account!, booked_on!, debit!, credit!, running!
SELECT l.account, j.booked_on, l.debit, l.credit, SUM(l.debit - l.credit) OVER (PARTITION BY l.account ORDER BY j.booked_on, l.line_no) AS running FROM entries l JOIN journals j ON j.id = l.journal_id;

-- name: l05 :many
-- columns: fx?, fx2!, tax?, third!, net?, neg!, md!
SELECT debit * rate AS fx, ROUND(debit * COALESCE(rate, 1), 2) AS fx2, debit * tax_pct / 100 AS tax, debit / 3 AS third, ROUND(debit / (1 + tax_pct / 100), 2) AS net, -debit AS neg, debit % 7 AS md FROM entries;

-- name: l06 :many
-- columns: code!, path!, lvl!, bal!
WITH RECURSIVE tree AS (SELECT code, name, CAST(name AS CHAR(500)) AS path, 1 AS lvl FROM accounts WHERE parent IS NULL UNION ALL SELECT a.code, a.name, CONCAT(t.path, ' > ', a.name), t.lvl + 1 FROM accounts a INNER JOIN tree t ON t.code = a.parent) SELECT tree.code, tree.path, tree.lvl, COALESCE((SELECT SUM(debit - credit) FROM entries WHERE account = tree.code), 0.00) AS bal FROM tree;

-- name: l07 :one
-- params: journal_id int
SELECT IFNULL(SUM(debit), 0) AS d, IFNULL(SUM(credit), 0) AS c, IFNULL(SUM(debit), 0) = IFNULL(SUM(credit), 0) AS balanced FROM entries WHERE journal_id = ?;

-- name: l08 :exec
-- params: j int, from_acc varchar, amount decimal, to_acc varchar
INSERT INTO entries (journal_id, line_no, account, debit, credit) VALUES (:j, 1, :from_acc, 0, :amount), (:j, 2, :to_acc, :amount, 0);

-- name: l09 :exec
-- params: booked_on date
UPDATE journals SET closed = TRUE WHERE booked_on <= LAST_DAY(?) AND NOT closed;

-- name: l10 :many
-- columns: account!, jan!, feb!, n!
SELECT account, SUM(CASE WHEN MONTH(booked_on) = 1 THEN debit ELSE 0 END) AS jan, SUM(IF(MONTH(booked_on) = 2, debit, 0)) AS feb, COUNT(*) AS n FROM entries JOIN journals ON id = journal_id WHERE closed GROUP BY account;

-- name: l11 :many
-- columns: kind_or_total!, n!
SELECT COALESCE(kind, 'TOTAL') AS kind_or_total, COUNT(*) AS n FROM accounts GROUP BY kind WITH ROLLUP;

-- name: l12 :many
-- columns: d4!, whole!, txt!, eur!, tp?, v!
SELECT CAST(SUM(debit) AS DECIMAL(16,4)) AS d4, CAST(AVG(debit) AS SIGNED) AS whole, FORMAT(SUM(debit), 2, 'de_DE') AS txt, CONCAT('€', TRUNCATE(AVG(credit), 2)) AS eur, MAX(tax_pct) tp, VARIANCE(debit) v FROM entries GROUP BY account;

-- name: l13 :many
-- columns: booked_on!, memo?, prev?, gap?
SELECT booked_on, memo, LAG(booked_on, 1) OVER (ORDER BY booked_on) AS prev, DATEDIFF(booked_on, LAG(booked_on) OVER (ORDER BY booked_on)) AS gap FROM journals;

-- name: l14 :one
-- params: id int
SELECT j.*, (SELECT SUM(debit) FROM entries WHERE journal_id = j.id) AS total FROM journals j WHERE j.id = ?;

-- name: l15 :many
SELECT j.id, l.line_no, l.tax_pct FROM journals j LEFT JOIN entries l ON l.journal_id = j.id AND l.tax_pct IS NOT NULL;

-- name: l16 :many
SELECT l.account, l.debit FROM entries l WHERE l.debit >= ALL (SELECT debit FROM entries) OR l.rate = ANY (SELECT MAX(rate) FROM entries GROUP BY account);

-- name: l17 :many
SELECT DISTINCT tax_pct, rate, GREATEST(debit, credit) AS amount, LEAST(debit, credit, 0) AS zero, ABS(debit - credit) AS diff, SIGN(debit - credit) AS sgn FROM entries;

-- name: l18 :many
-- columns: ym!, d!, cum!, x!
SELECT DATE_FORMAT(booked_on, '%Y-%m') AS ym, SUM(debit) AS d, SUM(SUM(debit)) OVER (ORDER BY DATE_FORMAT(booked_on, '%Y-%m')) AS cum, RATIO.x FROM journals JOIN entries ON journal_id = id CROSS JOIN (SELECT 1.5 AS x) RATIO GROUP BY ym, RATIO.x;

-- name: l19 :exec
-- params: id int
DELETE FROM journals WHERE id = ? AND NOT EXISTS (SELECT * FROM entries WHERE journal_id = journals.id);

-- name: l20 :many
-- params: journal_id int, line_no tinyint unsigned
SELECT account, debit FROM entries WHERE (journal_id, line_no) = (?, ?);

-- name: c01 :many
-- params: lang char
SELECT p.slug, COALESCE(t.title, d.title) AS title, t.html IS NOT NULL AS translated FROM pages p LEFT JOIN page_texts t ON t.page_id = p.id AND t.lang = :lang LEFT JOIN page_texts d ON d.page_id = p.id AND d.lang = 'en' WHERE p.published_at <= NOW();

-- name: c02 :many
SELECT title FROM page_texts ORDER BY title COLLATE utf8mb4_german2_ci;

-- name: c03 :many
-- columns: title!, l1?, hx?, c!
SELECT title, CONVERT(title USING latin1) AS l1, HEX(CONVERT(title USING utf8mb4)) AS hx, CAST(title AS CHAR CHARACTER SET utf8mb4) AS c FROM page_texts;

-- name: c04 :one
-- params: page_id int, lang char
SELECT title, html FROM page_texts WHERE page_id = ? AND lang = ?;

-- name: c05 :exec
-- params: page_id int, lang char, title varchar, html mediumtext?
INSERT INTO page_texts VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE title = VALUES(title), html = IFNULL(VALUES(html), html);

-- name: c06 :many
-- columns: lang!, n!, missing!, cs!, co!
SELECT lang, COUNT(*) AS n, SUM(html IS NULL) AS missing, CHARSET(MIN(lang)) AS cs, COLLATION(MIN(title)) AS co FROM page_texts GROUP BY lang;

-- name: c07 :many
-- params: slug varchar, tpl varchar?
SELECT slug FROM pages WHERE slug LIKE ? ESCAPE '!' AND tpl <=> ?;

-- name: c08 :many
SELECT t1.page_id FROM page_texts t1 LEFT JOIN page_texts t2 ON t2.page_id = t1.page_id AND t2.lang = 'fr' WHERE t1.lang = 'en' AND t2.page_id IS NULL;

-- name: c09 :many
-- columns: page_id!, titles!, langs!
SELECT page_id, JSON_OBJECTAGG(lang, title) AS titles, JSON_ARRAYAGG(lang ORDER BY lang) AS langs FROM page_texts GROUP BY page_id;

-- name: c10 :many
-- columns: url!, e!, n!, ab!
SELECT CONCAT(slug, '?lang=', lang) AS url, _utf8mb4'é' AS e, N'x' AS n, 'a' 'b' AS ab FROM pages JOIN page_texts ON page_id = id;

-- name: c11 :exec
-- params: published_at datetime?, tpl varchar?, slug varchar
UPDATE pages SET published_at = IF(published_at IS NULL, ?, published_at), tpl = NULLIF(?, '') WHERE slug = ?;

-- name: c12 :many
-- columns: LOWER(lang)!, UCASE(title)!, head?, p?, sc!, h!
SELECT LOWER(lang), UCASE(title), SUBSTRING(html FROM 1 FOR 10) AS head, LOCATE('<', html) AS p, STRCMP(title, lang) AS sc, title LIKE 'h%' AS h FROM page_texts;

-- name: g01 :many
-- columns: nick!, mmr!, place!, regional!, behind!
SELECT p.nick, p.mmr, RANK() OVER (ORDER BY p.mmr DESC) AS place, DENSE_RANK() OVER (PARTITION BY p.region ORDER BY p.mmr DESC) AS regional, p.mmr - FIRST_VALUE(p.mmr) OVER (ORDER BY p.mmr DESC) AS behind FROM players p;

-- name: g02 :many
SELECT nick, wins, losses, ROUND(100 * wins / NULLIF(wins + losses, 0), 1) AS pct FROM (SELECT p.nick, SUM(m.winner = p.id) AS wins, SUM(m.loser = p.id) AS losses FROM players p LEFT JOIN matches m ON p.id IN (m.winner, m.loser) GROUP BY p.id, p.nick) s ORDER BY pct DESC;

-- name: g03 :many
-- columns: season!, winner!, points!, rn!
SELECT season, winner, SUM(gain) AS points, ROW_NUMBER() OVER (PARTITION BY season ORDER BY SUM(gain) DESC) AS rn FROM matches GROUP BY season, winner;

-- name: g04 :many
-- columns: pid!, won!, streak!, since!
WITH games AS (SELECT winner AS pid, 1 AS won, played FROM matches UNION ALL SELECT loser, 0, played FROM matches), marked AS (SELECT pid, won, played, ROW_NUMBER() OVER (PARTITION BY pid ORDER BY played) - ROW_NUMBER() OVER (PARTITION BY pid, won ORDER BY played) AS grp FROM games) SELECT pid, won, COUNT(*) AS streak, MIN(played) AS since FROM marked GROUP BY pid, won, grp ORDER BY streak DESC;

-- name: g05 :one
-- params: id int
SELECT COUNT(*) + 1 AS my_rank FROM players WHERE mmr > (SELECT mmr FROM players WHERE id = ?);

-- name: g06 :many
-- columns: region?, av!, mx!, any_nick!, sd!
SELECT region, AVG(mmr) AS av, MAX(mmr) AS mx, MAX(nick) AS any_nick, STDDEV(mmr) sd FROM players GROUP BY region ORDER BY av DESC;

-- name: g07 :many
-- columns: dur!, secs!, half!, h!, plus?, p2?, hm?, avg_s!
SELECT dur, TIME_TO_SEC(dur) AS secs, SEC_TO_TIME(TIME_TO_SEC(dur) / 2) AS half, HOUR(dur) h, ADDTIME(dur, '00:01') AS plus, dur + INTERVAL 1 MINUTE AS p2, TIME_FORMAT(dur, '%H:%i') AS hm, AVG(TIME_TO_SEC(dur)) OVER () AS avg_s FROM matches;

-- name: g08 :many
-- columns: season!, next!, fastest!, latest!, hours!
SELECT season, season + 1 AS next, MIN(dur) AS fastest, MAX(played) AS latest, SUM(TIME_TO_SEC(dur)) / 3600 AS hours FROM matches GROUP BY season;

-- name: g09 :exec
-- params: gain smallint unsigned, winner int, loser int
UPDATE players w, players l SET w.mmr = w.mmr + :gain, l.mmr = GREATEST(l.mmr, :gain) - :gain WHERE w.id = :winner AND l.id = :loser;

-- name: g10 :many
-- columns: nick!, above?, two_below?, second?
SELECT nick, LEAD(nick, 1) OVER (ORDER BY mmr) AS above, LAG(mmr, 2) OVER (ORDER BY mmr) AS two_below, NTH_VALUE(nick, 2) OVER (ORDER BY mmr ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS second FROM players;

-- name: g11 :many
SELECT id, nick FROM players ORDER BY RAND() LIMIT 3;

-- name: g12 :many
SELECT COALESCE(region, '??') r, COUNT(*) c FROM players GROUP BY 1 ORDER BY 2 DESC, 1;

-- name: g13 :many
SELECT p.*, m.* FROM players p LEFT JOIN matches m ON m.winner = p.id;

-- name: g14 :exec
-- params: nick varchar, region char?, nick_2 varchar
INSERT INTO players (nick, region) VALUES (?, ?), (?, DEFAULT);

-- name: g15 :many
SELECT winner FROM matches WHERE season = YEAR(NOW()) UNION DISTINCT SELECT loser FROM matches WHERE gain > 10 ORDER BY 1;

-- name: d01 :many
-- params: arg_1 double, arg_2 double
SELECT d.id, d.label, ST_X(d.pos) AS x, ST_Y(d.pos) AS y, ST_AsText(d.pos) AS wkt, ST_Distance(d.pos, POINT(?, ?)) AS dist FROM depots d ORDER BY dist LIMIT 5;

-- name: d02 :many
SELECT r.id, dp.label FROM drops r JOIN depots dp ON ST_Contains(dp.area, r.dest);

-- name: d03 :exec
-- params: depot_id int?, dest varchar, kg decimal, due datetime?
INSERT INTO drops (depot_id, dest, kg, due) VALUES (?, ST_GeomFromText(?), ?, ?);

-- name: d04 :many
SELECT dp.label, COUNT(r.id) AS n, SUM(r.kg) AS kg, MAX(r.kg) AS heaviest, SUM(r.kg) / COUNT(r.id) AS mean FROM depots dp LEFT JOIN drops r ON r.depot_id = dp.id AND r.done IS NOT TRUE GROUP BY dp.id, dp.label;

-- name: d05 :many
SELECT id, ST_AsGeoJSON(dest) AS gj, ST_AsBinary(dest) AS wkb, dest, ST_SRID(dest) AS srid, GeometryType(dest) AS gt FROM drops;

-- name: d06 :many
SELECT id, ST_Area(area) AS sz, ST_Within(pos, area) AS inside, ST_Centroid(area) AS c, ST_IsEmpty(area) e, ST_NumPoints(ST_ExteriorRing(area)) np FROM depots;

-- name: d07 :many
-- params: arg_1 varchar
SELECT id, ST_Distance_Sphere(dest, ST_GeomFromText('POINT(1 1)')) AS metres FROM drops WHERE MBRContains(ST_GeomFromText(?), dest);

-- name: d08 :many
SELECT id, done, COALESCE(done, 0) AS d0, IFNULL(done, FALSE) AS d1, done IS NULL AS pending, due < NOW() AND NOT COALESCE(done, FALSE) AS late FROM drops;

-- name: d09 :one
SELECT id, kg FROM drops WHERE done IS NULL ORDER BY due IS NULL, due LIMIT 1 FOR UPDATE SKIP LOCKED;

-- name: d10 :many
-- columns: depot_id!, kg!, load_kg!, van!
SELECT depot_id, kg, SUM(kg) OVER (PARTITION BY depot_id ORDER BY due, id) AS load_kg, CEILING(SUM(kg) OVER (PARTITION BY depot_id ORDER BY due, id) / 10) AS van FROM drops WHERE depot_id IS NOT NULL;

-- name: d11 :exec
-- params: ids int*, depot_id int?
UPDATE drops SET done = 1, due = COALESCE(due, NOW()) WHERE id IN (flash.slice(ids)) AND depot_id <=> ?;

-- name: d12 :many
SELECT ST_AsText(ST_Buffer(pos, 1)) b, ST_AsText(ST_Envelope(area)) e, ST_Equals(pos, pos) q, ST_Intersects(area, pos) i FROM depots;

-- name: x01 :many
-- columns: s!, l!, t?
SELECT slug COLLATE ascii_bin AS s, _latin1'a' COLLATE latin1_bin AS l, tpl COLLATE latin1_german1_ci AS t FROM pages;
