-- Places on a map with an rtree, and the tables of a school.
CREATE TABLE place (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT,
    kind TEXT NOT NULL DEFAULT 'poi',
    lon DOUBLE NOT NULL,
    lat DOUBLE NOT NULL,
    elevation FLOAT,
    geom BLOB,
    props JSON,
    population MEDIUMINT UNSIGNED,
    surveyed DATETIME,
    wkt AS (printf('POINT(%f %f)', lon, lat)),
    hemisphere TEXT GENERATED ALWAYS AS (CASE WHEN lat >= 0 THEN 'N' ELSE 'S' END) VIRTUAL
);
CREATE VIRTUAL TABLE place_rt USING rtree(id, minx, maxx, miny, maxy, +label TEXT, +weight REAL);
CREATE VIRTUAL TABLE tile_rt USING rtree_i32(tile, x0, x1);
CREATE VIRTUAL TABLE docs USING fts5(title, body, author UNINDEXED, content='');
CREATE VIRTUAL TABLE memo USING fts4(subject, body, notindexed=subject);
CREATE VIRTUAL TABLE memo_terms USING fts4aux(memo);
CREATE TABLE edge (a INTEGER NOT NULL REFERENCES place, b INTEGER NOT NULL REFERENCES place, km REAL NOT NULL, oneway BOOLEAN, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TABLE student (sid CHAR(8) PRIMARY KEY, sname VARCHAR(30) NOT NULL, dept CHAR(4), gpa NUMERIC(3,2), born DATE, advisor CHAR(5));
CREATE TABLE teacher (tid CHAR(5) PRIMARY KEY NOT NULL, tname VARCHAR(30) UNIQUE, salary INTEGER, boss CHAR(5) REFERENCES teacher(tid));
CREATE TABLE course (cno INTEGER PRIMARY KEY, title TEXT NOT NULL, credits INTEGER CHECK (credits BETWEEN 1 AND 6), dept CHAR(4));
CREATE TABLE takes (sid CHAR(8) NOT NULL REFERENCES student(sid), cno INTEGER NOT NULL REFERENCES course(cno), term TEXT NOT NULL, grade TEXT, points REAL, PRIMARY KEY (sid, cno, term));
CREATE TABLE teaches (tid CHAR(5), cno INTEGER, term TEXT, room, UNIQUE (tid, cno, term));
CREATE TABLE "order" ("select" INTEGER PRIMARY KEY, "group" TEXT NOT NULL, "from" TEXT, [where] INT, `limit` REAL);
CREATE TABLE blobs (sha BLOB PRIMARY KEY NOT NULL CHECK (length(sha) = 20), size INT NOT NULL, data BLOB) WITHOUT ROWID;
CREATE VIEW pois AS SELECT fid, coalesce(name, kind) AS label, lon, lat, props ->> '$.a' AS a FROM place WHERE kind = 'poi';
CREATE VIEW transcript AS SELECT s.sid, s.sname, c.title, t.term, t.grade, c.credits FROM student s JOIN takes t USING (sid) JOIN course c USING (cno);
CREATE VIEW gpa AS SELECT sid, sname, round(sum(points * credits) / sum(credits), 2) AS gpa FROM transcript NATURAL JOIN takes GROUP BY sid;
CREATE TRIGGER place_ins AFTER INSERT ON place WHEN new.geom IS NULL BEGIN INSERT INTO place_rt(id, minx, maxx, miny, maxy) VALUES (new.fid, new.lon, new.lon, new.lat, new.lat); END;
INSERT INTO place(fid, name, kind, lon, lat, elevation, geom, props, population, surveyed) VALUES (1,'a','poi',1.5,2.5,NULL,NULL,'{"a":1,"tags":["x","y"]}',NULL,'2024-05-06 12:30:00'),(2,NULL,'poi',-3.25,-4,100.5,NULL,NULL,1200,NULL),(3,'b','town',0,0,7,NULL,'{}',50,NULL);
INSERT INTO place_rt VALUES (10, 0, 5, 0, 5, 'big', 2.5),(11, 1, 2, 1, 2, NULL, NULL);
INSERT INTO tile_rt VALUES (1,0,10),(2,-5,5);
INSERT INTO memo(subject, body) VALUES ('a','alpha beta'),(NULL,'beta gamma');
INSERT INTO edge VALUES (1,2,10.5,NULL),(2,3,4,1),(1,3,20,0);
INSERT INTO student VALUES ('a','Ann','CS',3.5,'2000-01-01','t1'),('s2','Bob',NULL,NULL,NULL,NULL),('s3','Cid','EE',2,'2001-05-05','a');
INSERT INTO teacher VALUES ('a','Prof A',5000,NULL),('t1','Dr T',NULL,'a'),('t2',NULL,3000,'a');
INSERT INTO course VALUES (1,'DB',4,'CS'),(2,'Nets',NULL,'CS'),(3,'Circuits',3,NULL);
INSERT INTO takes VALUES ('a',1,'24S','A',4.0),('a',2,'24S',NULL,NULL),('s3',1,'23F','B',3),('s3',3,'24S','C',2);
INSERT INTO teaches VALUES ('a',1,'24S','R1'),('t1',2,'24S',101),(NULL,3,NULL,NULL);
INSERT INTO "order" VALUES (1,'g','f',1,1.5),(2,'h',NULL,NULL,NULL);
INSERT INTO blobs VALUES (zeroblob(20),0,NULL),(x'0000000000000000000000000000000000000001',3,x'616263');

-- name: InBox :many
-- params: w REAL, e REAL, s REAL, n REAL
-- columns: fid INTEGER!, name TEXT?, kind TEXT!, lon DOUBLE!, lat DOUBLE!, elevation FLOAT?, geom BLOB?, props JSON?, population MEDIUMINT UNSIGNED?, surveyed DATETIME?, wkt TEXT!, hemisphere TEXT!
SELECT p.* FROM place p JOIN place_rt r ON r.id = p.fid WHERE r.minx >= :w AND r.maxx <= :e AND r.miny >= :s AND r.maxy <= :n;
-- name: RtAll :many
-- params: id INTEGER
-- columns: id INTEGER!, minx REAL!, maxx REAL!, miny REAL!, maxy REAL!, label TEXT?, weight REAL?
SELECT * FROM place_rt WHERE id = ?;
-- name: RtAux :many
-- columns: id INTEGER!, label TEXT!, weight REAL?, width REAL!
SELECT id, label, weight, maxx - minx AS width FROM place_rt WHERE label IS NOT NULL;
-- name: RtDelete :execrows
-- params: kind TEXT
DELETE FROM place_rt WHERE id IN (SELECT fid FROM place WHERE kind = ?);
-- name: RtUpdate :exec
-- params: label TEXT?, id INTEGER
UPDATE place_rt SET weight = coalesce(weight, 0) + 1, label = :label WHERE id = :id;
-- name: Wkt :many
-- columns: fid INTEGER!, wkt TEXT!, hemisphere TEXT!
SELECT fid, wkt, hemisphere FROM place;
-- name: Haversine :many
-- params: lat DOUBLE, lon DOUBLE, n INTEGER
-- columns: fid INTEGER!, km REAL?
SELECT fid, 2 * 6371 * asin(sqrt(pow(sin(radians(lat - :lat) / 2), 2) + cos(radians(:lat)) * cos(radians(lat)) * pow(sin(radians(lon - :lon) / 2), 2))) AS km FROM place ORDER BY km LIMIT :n;
-- name: Nearest :one
-- params: lon DOUBLE, lat DOUBLE
-- columns: fid INTEGER!, name TEXT?, d2 REAL!
SELECT fid, name, (lon - ?1) * (lon - ?1) + (lat - ?2) * (lat - ?2) AS d2 FROM place ORDER BY d2 LIMIT 1;
-- name: Extent :one
-- columns: w DOUBLE?, e DOUBLE?, s DOUBLE?, n DOUBLE?, c INTEGER!
SELECT min(lon) AS w, max(lon) AS e, min(lat) AS s, max(lat) AS n, count(*) AS c FROM place;
-- name: ExtentByKind :many
-- columns: kind TEXT!, min(lon) DOUBLE!, max(lon) DOUBLE!, avg(elevation) REAL?
SELECT kind, min(lon), max(lon), avg(elevation) FROM place GROUP BY kind;
-- name: Snapped :many
-- columns: x REAL!, y REAL!, fx REAL!, ce REAL?, ty REAL!, r0 REAL?
SELECT round(lon, 1) AS x, CAST(lat * 10 AS INTEGER) / 10.0 AS y, floor(lon) AS fx, ceil(elevation) AS ce, trunc(lat) AS ty, round(elevation) AS r0 FROM place;
-- name: PropsA :many
-- columns: fid INTEGER!, a INTEGER | REAL | TEXT?, tag INTEGER | REAL | TEXT?, n INTEGER?, ok INTEGER?
SELECT fid, props ->> 'a' AS a, props -> 'tags' ->> 1 AS tag, json_array_length(props, '$.tags') AS n, json_valid(props) AS ok FROM place;
-- name: PropKeys :many
-- columns: key INTEGER | TEXT?
SELECT DISTINCT j.key AS key FROM place p, json_each(p.props) j WHERE p.props IS NOT NULL ORDER BY 1;
-- name: PoisByA :many
-- params: a INTEGER | REAL | TEXT
-- columns: fid INTEGER!, label TEXT!, lon DOUBLE!, lat DOUBLE!, a INTEGER | REAL | TEXT!
SELECT * FROM pois WHERE a = ?;
-- name: GeoJson :one
-- columns: doc JSON!
SELECT json_object('type', 'FeatureCollection', 'features', json_group_array(json_object('type', 'Feature', 'id', fid, 'geometry', json_object('type', 'Point', 'coordinates', json_array(lon, lat)), 'properties', json(coalesce(props, '{}'))))) AS doc FROM place;
-- name: SetProp :one
-- params: key TEXT, value JSON?, fid INTEGER
-- columns: props JSON?
UPDATE place SET props = json_set(coalesce(props, '{}'), '$.' || :key, json(:value)) WHERE fid = :fid RETURNING props;
-- name: ShortestPaths :many
-- params: start TEXT
-- columns: node INTEGER | TEXT!, km REAL!, hops INTEGER!
WITH RECURSIVE path(node, km, hops, trail) AS (
  SELECT :start, 0.0, 0, ',' || :start || ','
  UNION ALL
  SELECT e.b, p.km + e.km, p.hops + 1, p.trail || e.b || ',' FROM path p JOIN edge e ON e.a = p.node WHERE p.hops < 10 AND instr(p.trail, ',' || e.b || ',') = 0
) SELECT node, min(km) AS km, hops FROM path GROUP BY node;
-- name: Reachable :many
-- params: a INTEGER
-- columns: fid INTEGER!, name TEXT?
WITH RECURSIVE r(n) AS (SELECT b FROM edge WHERE a = ? UNION SELECT e.b FROM edge e JOIN r ON e.a = r.n) SELECT p.fid, p.name FROM place p WHERE p.fid IN r;
-- name: Undirected :many
-- columns: a INTEGER!, b INTEGER!, km REAL!
SELECT a, b, km FROM edge UNION SELECT b, a, km FROM edge WHERE NOT coalesce(oneway, 0);
-- name: Degree :many
-- params: least INTEGER
-- columns: fid INTEGER!, out_degree INTEGER!, km REAL!, any_oneway BOOLEAN?
SELECT p.fid, count(e.b) AS out_degree, total(e.km) AS km, max(e.oneway) AS any_oneway FROM place p LEFT JOIN edge e ON e.a = p.fid GROUP BY p.fid HAVING count(e.b) >= :least;
-- name: EdgeNames :many
-- columns: from_name TEXT?, to_name TEXT?, km REAL!
SELECT x.name AS from_name, y.name AS to_name, e.km FROM edge e INNER JOIN place x ON x.fid = e.a INNER JOIN place y ON y.fid = e.b;
-- name: FtsContentless :many
-- params: docs TEXT
-- columns: rowid INTEGER!
SELECT rowid FROM docs WHERE docs MATCH 'title:' || ? ORDER BY rank LIMIT 20;
-- name: Memos :many
-- params: body TEXT
-- columns: docid INTEGER!, subject TEXT?, snip TEXT?, offs TEXT!, info BLOB!
SELECT docid, subject, snippet(memo) AS snip, offsets(memo) AS offs, matchinfo(memo, 'pcx') AS info FROM memo WHERE body MATCH ?;
-- name: MemoTerms :many
-- columns: term TEXT!, documents INTEGER!, occurrences INTEGER!
SELECT term, documents, occurrences FROM memo_terms WHERE col = '*' ORDER BY occurrences DESC;
-- name: MemoWhole :many
-- params: q TEXT
-- columns: rowid INTEGER!, subject TEXT?, body TEXT?
SELECT rowid, * FROM memo WHERE memo MATCH :q;
-- name: Transcript :many
-- params: sid CHAR
-- columns: sid CHAR!, sname VARCHAR!, title TEXT!, term TEXT!, grade TEXT?, credits INTEGER?
SELECT * FROM transcript WHERE sid = ?;
-- name: GpaView :many
-- params: min REAL
-- columns: sid CHAR!, gpa REAL!
SELECT sid, gpa FROM gpa WHERE gpa > :min ORDER BY gpa DESC NULLS LAST;
-- name: Division :many
-- columns: sname VARCHAR!
SELECT sname FROM student s WHERE NOT EXISTS (SELECT cno FROM course WHERE dept = 'CS' EXCEPT SELECT cno FROM takes WHERE takes.sid = s.sid);
-- name: MaxPerDept :many
-- columns: dept CHAR?, sname VARCHAR!, gpa NUMERIC!
SELECT dept, sname, gpa FROM student s WHERE gpa = (SELECT max(gpa) FROM student WHERE dept = s.dept);
-- name: AboveAvg :many
-- columns: sname VARCHAR!, diff REAL?
SELECT sname, gpa - (SELECT avg(gpa) FROM student) AS diff FROM student WHERE gpa > (SELECT avg(gpa) FROM student);
-- name: SecondHighest :one
-- columns: second INTEGER?
SELECT max(salary) AS second FROM teacher WHERE salary < (SELECT max(salary) FROM teacher);
-- name: DistinctSalaries :one
-- columns: n INTEGER!, s INTEGER?, a REAL?, names TEXT?
SELECT count(DISTINCT salary) AS n, sum(DISTINCT salary) AS s, avg(DISTINCT salary) AS a, group_concat(DISTINCT tname) AS names FROM teacher;
-- name: OrgTree :many
-- columns: lvl INTEGER!, names TEXT?
WITH RECURSIVE org AS (SELECT tid, tname, boss, 1 AS lvl FROM teacher WHERE boss IS NULL UNION ALL SELECT t.tid, t.tname, t.boss, org.lvl + 1 FROM teacher t, org WHERE t.boss = org.tid) SELECT lvl, group_concat(tname, ', ') AS names FROM org GROUP BY lvl;
-- name: SelfJoin :many
-- columns: emp VARCHAR?, boss VARCHAR?
SELECT e.tname AS emp, b.tname AS boss FROM teacher e LEFT OUTER JOIN teacher b ON e.boss = b.tid;
-- name: Antijoin :many
-- columns: cno INTEGER!, title TEXT!
SELECT c.cno, c.title FROM course c LEFT JOIN takes t ON t.cno = c.cno WHERE t.cno IS NULL;
-- name: NaturalThree :many
-- columns: sname VARCHAR!, title TEXT!, grade TEXT?
SELECT sname, title, grade FROM student NATURAL JOIN takes NATURAL JOIN course;
-- name: Union3 :many
-- columns: person VARCHAR?, role TEXT!, dept CHAR?
SELECT sname AS person, 'student' AS role, dept FROM student UNION ALL SELECT tname, 'teacher', NULL FROM teacher ORDER BY role, person;
-- name: Histogram :many
-- columns: letter TEXT!, n INTEGER!, pct TEXT!
SELECT CASE WHEN points >= 3.5 THEN 'A' WHEN points >= 2.5 THEN 'B' WHEN points IS NULL THEN '-' ELSE 'C' END AS letter, count(*) AS n, printf('%.1f%%', 100.0 * count(*) / (SELECT count(*) FROM takes)) AS pct FROM takes GROUP BY letter;
-- name: Pivot :many
-- columns: cno INTEGER!, a INTEGER?, b INTEGER?, ungraded INTEGER!, u2 INTEGER!
SELECT cno, sum(grade = 'A') AS a, sum(grade = 'B') AS b, count(*) - count(grade) AS ungraded, sum(grade IS NULL) AS u2 FROM takes GROUP BY cno;
-- name: Rollish :many
-- columns: dept TEXT?, n INTEGER!
SELECT dept, count(*) AS n FROM student GROUP BY dept UNION ALL SELECT 'total', count(*) FROM student;
-- name: RankInDept :many
-- columns: sname VARCHAR!, dept CHAR?, r INTEGER!, rn INTEGER!, behind INTEGER | REAL!, dept_sum INTEGER | REAL!
SELECT sname, dept, rank() OVER (PARTITION BY dept ORDER BY gpa DESC) AS r, row_number() OVER () AS rn, gpa - first_value(gpa) OVER (PARTITION BY dept ORDER BY gpa DESC) AS behind, sum(gpa) OVER (PARTITION BY dept) AS dept_sum FROM student WHERE gpa IS NOT NULL;
-- name: Cumul :many
-- columns: term TEXT!, cno INTEGER!, running INTEGER!, prev TEXT?, nxt INTEGER!
SELECT term, cno, count(*) OVER (ORDER BY term, cno) AS running, lag(term) OVER (ORDER BY term) AS prev, lead(cno, 2, 0) OVER (ORDER BY cno) AS nxt FROM takes;
-- name: FilteredWindow :many
-- columns: sid CHAR!, graded INTEGER!, hi REAL?, g TEXT?
SELECT sid, count(*) FILTER (WHERE grade IS NOT NULL) OVER (PARTITION BY sid) AS graded, avg(points) FILTER (WHERE points > 2) OVER () AS hi, group_concat(grade, '') OVER (PARTITION BY sid ORDER BY cno) AS g FROM takes;
-- name: Median :one
-- columns: median REAL?
SELECT avg(points) AS median FROM (SELECT points FROM takes WHERE points IS NOT NULL ORDER BY points LIMIT 2 - (SELECT count(points) FROM takes) % 2 OFFSET (SELECT (count(points) - 1) / 2 FROM takes));
-- name: Enroll :one
-- params: term TEXT, sname VARCHAR, title TEXT
-- columns: sid CHAR!, cno INTEGER!, term TEXT!, grade TEXT?, points REAL?
INSERT INTO takes (sid, cno, term) SELECT s.sid, c.cno, :term FROM student s, course c WHERE s.sname = :sname AND c.title = :title RETURNING *;
-- name: Grade :execrows
-- params: grade TEXT?, sid CHAR, cno INTEGER, term TEXT
UPDATE takes SET grade = :grade, points = CASE :grade WHEN 'A' THEN 4.0 WHEN 'B' THEN 3.0 END WHERE (sid, cno, term) = (:sid, :cno, :term);
-- name: Raise :many
-- params: salary INTEGER
-- columns: tid CHAR!, salary INTEGER?
UPDATE teacher SET salary = salary * 1.1 WHERE salary < ? RETURNING tid, salary;
-- name: SwapBoss :execrows
-- params: new CHAR, old CHAR
UPDATE teacher SET boss = t2.boss FROM teacher AS t2 WHERE t2.tid = :new AND teacher.tid = :old;
-- name: UpsertStudent :one
-- params: sid CHAR?, sname VARCHAR, gpa NUMERIC?
-- columns: sid CHAR?, sname VARCHAR!, dept CHAR?, gpa NUMERIC?, born DATE?, advisor CHAR?
INSERT INTO student (sid, sname, gpa) VALUES (:sid, :sname, :gpa) ON CONFLICT (sid) DO UPDATE SET (sname, gpa) = (excluded.sname, max(student.gpa, excluded.gpa)) RETURNING *;
-- name: TwoUpserts :exec
-- params: tid CHAR, tname VARCHAR?
INSERT INTO teacher (tid, tname) VALUES (?, ?) ON CONFLICT (tid) DO UPDATE SET tname = excluded.tname ON CONFLICT (tname) DO NOTHING;
-- name: Blob :one
-- params: sha BLOB
-- columns: data BLOB?, size INT!, len INTEGER?, sha TEXT!, head BLOB?
SELECT data, size, length(data) AS len, hex(sha) AS sha, substr(data, 1, 2) AS head FROM blobs WHERE sha = ?;
-- name: BlobConcat :many
-- columns: c TEXT?, t TEXT?, q TEXT!, ty TEXT!, d BLOB!
SELECT data || x'00' AS c, CAST(data AS TEXT) AS t, quote(data) AS q, typeof(data) AS ty, coalesce(data, zeroblob(4)) AS d FROM blobs;
-- name: RoomKinds :many
-- columns: tid CHAR?, room ANY?, kind TEXT!, norm ANY?
SELECT tid, room, typeof(room) AS kind, CASE typeof(room) WHEN 'integer' THEN room + 1000 ELSE room END AS norm FROM teaches;
-- name: RoomOr :many
-- columns: tid TEXT!, term TEXT!, x INTEGER!
SELECT coalesce(tid, 'nobody') AS tid, ifnull(term, '') AS term, cno IS NULL AS x FROM teaches;
-- name: NotInSub :many
-- columns: tid CHAR!
SELECT tid FROM teacher WHERE tid NOT IN (SELECT tid FROM teaches WHERE tid IS NOT NULL);
-- name: InEmpty :many
-- columns: sid CHAR?
SELECT sid FROM student WHERE sid IN ();
-- name: BetweenDates :many
-- params: day TEXT
-- columns: sid CHAR?, born DATE!
SELECT sid, born FROM student WHERE born BETWEEN date(:day, '-1 year') AND :day;
-- name: AgeYears :many
-- columns: sname VARCHAR!, age INTEGER | REAL?
SELECT sname, (strftime('%Y%m%d', 'now') - strftime('%Y%m%d', born)) / 10000 AS age FROM student;
-- name: MonthStart :many
-- columns: m TEXT?, dow INTEGER | REAL?, iso TEXT!
SELECT date(born, 'start of month') AS m, strftime('%w', born) + 0 AS dow, born || 'T00:00' AS iso FROM student WHERE born IS NOT NULL;
-- name: CoalesceMix :many
-- columns: gpa INTEGER | REAL | TEXT!, x CHAR?, b INTEGER | REAL | TEXT!
SELECT coalesce(gpa, 'n/a') AS gpa, coalesce(advisor, dept, sid) AS x, ifnull(born, 0) AS b FROM student;
-- name: IifNested :many
-- columns: size TEXT?, hours INTEGER?, half INTEGER?, odd INTEGER?, neg INTEGER?, lab TEXT?
SELECT iif(credits > 3, 'big', iif(credits IS NULL, NULL, 'small')) AS size, credits * 15 AS hours, credits / 2 AS half, credits % 2 AS odd, -credits AS neg, credits || ' cr' AS lab FROM course;
-- name: ConstTypes :one
-- columns: i INTEGER!, r REAL!, t TEXT!, b BLOB!, n ANY?, tr BOOLEAN!, big INTEGER!, too_big REAL!, neg INTEGER!, hex INTEGER!, sci REAL!
SELECT 1 AS i, 1.5 AS r, 't' AS t, x'01' AS b, NULL AS n, TRUE AS tr, 9223372036854775807 AS big, 9223372036854775808 AS too_big, -1 AS neg, 0x10 AS hex, 1e2 AS sci;
-- name: CastTypes :one
-- params: x INTEGER
-- columns: i INTEGER!, t TEXT!, r REAL!, n NUMERIC!, b BLOB!, p INTEGER!, v VARCHAR!
SELECT CAST('12' AS INTEGER) AS i, CAST(5 AS TEXT) AS t, CAST('1.5' AS REAL) AS r, CAST('3' AS NUMERIC) AS n, CAST('a' AS BLOB) AS b, CAST(:x AS INTEGER) AS p, CAST('1' AS VARCHAR(5)) AS v;
-- name: SeriesRecursive :many
-- params: n INTEGER
-- columns: i INTEGER!, day TEXT?
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :n) SELECT i, date('2024-01-01', '+' || (i - 1) || ' days') AS day FROM n;
-- name: Mandel :many
-- columns: x REAL!, sq REAL!, ab REAL!
WITH RECURSIVE xaxis(x) AS (VALUES(-2.0) UNION ALL SELECT x + 0.5 FROM xaxis WHERE x < 1.2) SELECT x, x * x AS sq, abs(x) AS ab FROM xaxis;
-- name: TwoCtes :many
-- columns: dept CHAR?, students INTEGER!, courses INTEGER!
WITH a AS (SELECT dept, count(*) AS n FROM student GROUP BY dept), b(dept, n) AS (SELECT dept, count(*) FROM course GROUP BY dept) SELECT a.dept, a.n AS students, coalesce(b.n, 0) AS courses FROM a LEFT JOIN b ON a.dept IS b.dept;
-- name: FullJoinUsing :many
-- columns: dept CHAR?, sname VARCHAR?, title TEXT?
SELECT dept, s.sname, c.title FROM student s FULL JOIN course c USING (dept);
-- name: RightJoinStar :many
-- columns: sid CHAR?, cno INTEGER!, term TEXT?, grade TEXT?, points REAL?, title TEXT!, credits INTEGER?, dept CHAR?
SELECT * FROM takes t RIGHT JOIN course c USING (cno);
-- name: LateralLike :many
-- columns: title TEXT!, who TEXT?
SELECT c.title, (SELECT group_concat(sname, '; ') FROM (SELECT sname FROM student s JOIN takes t USING (sid) WHERE t.cno = c.cno ORDER BY sname)) AS who FROM course c;
-- name: ExistsCol :many
-- columns: cno INTEGER!, taken INTEGER!, untaught INTEGER!
SELECT cno, EXISTS (SELECT * FROM takes WHERE takes.cno = course.cno) AS taken, NOT EXISTS (SELECT 1 FROM teaches WHERE teaches.cno = course.cno) AS untaught FROM course;
-- name: Optional :many
-- params: dept CHAR?=, min_credits INTEGER?=
-- columns: cno INTEGER!, title TEXT!
SELECT cno, title FROM course WHERE dept = coalesce(:dept, dept) AND (:min_credits IS NULL OR credits >= :min_credits);
-- name: Narg :many
-- params: pattern TEXT?=
-- columns: cno INTEGER!
SELECT cno FROM course WHERE title LIKE flash.narg(pattern) OR flash.narg(pattern) IS NULL;
-- name: SliceTwo :many
-- params: depts CHAR*, skip INTEGER*, limit INTEGER
-- columns: cno INTEGER!
SELECT cno FROM course WHERE dept IN (flash.slice(depts)) AND cno NOT IN (flash.slice(skip)) LIMIT ?;
-- name: NumberedReuse :many
-- params: title TEXT, credits INTEGER
-- columns: cno INTEGER!
SELECT cno FROM course WHERE title = ?1 OR dept = ?1 OR credits > ?2;
-- name: DollarNamed :many
-- params: title TEXT, max_credits INTEGER
-- columns: cno INTEGER!
SELECT cno FROM course WHERE title LIKE $title AND credits <= $max_credits;
-- name: LimitExpr :many
-- params: per_page INTEGER, page INTEGER
-- columns: cno INTEGER!
SELECT cno FROM course ORDER BY cno LIMIT :per_page OFFSET (:page - 1) * :per_page;
-- name: OrderByParam :many
-- params: desc INTEGER
-- columns: cno INTEGER!, title TEXT!
SELECT cno, title FROM course ORDER BY CASE WHEN :desc THEN -cno ELSE cno END;
-- name: HavingAlias :many
-- params: least REAL
-- columns: dept CHAR?, mean REAL!
SELECT dept, avg(gpa) AS mean FROM student GROUP BY dept HAVING mean > :least;
-- name: GroupByExpr :many
-- columns: yr TEXT!, students INTEGER!
SELECT substr(term, 1, 2) AS yr, count(DISTINCT sid) AS students FROM takes GROUP BY substr(term, 1, 2) ORDER BY count(*) DESC;
-- name: PragmaFk :many
-- columns: id INTEGER!, seq INTEGER!, table TEXT!, from TEXT!, to TEXT?, on_update TEXT!, on_delete TEXT!, match TEXT!
PRAGMA foreign_key_list('takes');
-- name: PragmaTable :many
-- columns: cid INTEGER!, name TEXT!, type TEXT!, notnull INTEGER!, dflt_value TEXT?, pk INTEGER!
PRAGMA main.table_info(course);
-- name: PragmaJournal :one
-- columns: journal_mode TEXT!
PRAGMA journal_mode = WAL;
-- name: ExplainPlan :many
-- params: cno INTEGER
-- columns: id INTEGER!, parent INTEGER!, notused INTEGER!, detail TEXT!
EXPLAIN QUERY PLAN SELECT * FROM course WHERE cno = ?;
-- name: IndexCols :many
-- columns: index_name TEXT!, unique INTEGER!, column_name TEXT?
SELECT il.name AS index_name, il."unique", ii.name AS column_name FROM pragma_index_list('takes') AS il, pragma_index_info(il.name) AS ii ORDER BY il.seq, ii.seqno;
-- name: NullIfs :many
-- columns: g TEXT?, c INTEGER?, s INTEGER?, a REAL?
SELECT nullif(grade, 'A') AS g, nullif(cno, 0) AS c, sign(points) AS s, abs(points) AS a FROM takes;

-- name: AggregateThatExistsNeverComputes :many
SELECT p.fid, p.name FROM place AS p JOIN place AS q ON EXISTS (SELECT count(p.lat) FROM place)
WHERE EXISTS (SELECT sum(p.lon)) AND coalesce(p.kind, EXISTS (SELECT (SELECT max(p.lat)))) <> '';
