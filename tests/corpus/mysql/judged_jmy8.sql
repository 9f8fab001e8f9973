CREATE TABLE sensors (id INT UNSIGNED NOT NULL PRIMARY KEY, label VARCHAR(50), kind ENUM('temp','hum','co2') NOT NULL, installed DATE, site_id SMALLINT, calib DECIMAL(8,5), spec JSON, active TINYINT(1) NOT NULL DEFAULT 1);
CREATE TABLE readings (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, sensor_id INT UNSIGNED NOT NULL, at DATETIME(3) NOT NULL, val DOUBLE, qual TINYINT UNSIGNED, raw VARBINARY(20), KEY (sensor_id, at));
CREATE TABLE events (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, payload JSON NOT NULL, kind VARCHAR(20), received TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), user_id INT, amount DECIMAL(18,6), session CHAR(36));
CREATE TABLE dim_date (d DATE NOT NULL PRIMARY KEY, y SMALLINT NOT NULL, m TINYINT NOT NULL, is_weekend TINYINT(1) NOT NULL, holiday VARCHAR(30));
CREATE TABLE fact_sales (d DATE NOT NULL, store INT NOT NULL, product INT NOT NULL, units INT NOT NULL, revenue DECIMAL(15,2) NOT NULL, cost DECIMAL(15,4), promo BIT(1), PRIMARY KEY (d, store, product));
CREATE TABLE edges (src INT NOT NULL, dst INT NOT NULL, w FLOAT, PRIMARY KEY (src, dst));
CREATE TABLE staging (line_no INT UNSIGNED NOT NULL, raw_line TEXT, f1 VARCHAR(100), f2 VARCHAR(100), f3 VARCHAR(100) CHARACTER SET latin1, loaded DATETIME DEFAULT NOW());
CREATE TABLE emp (id INT PRIMARY KEY, name VARCHAR(30) NOT NULL, boss INT, sal DECIMAL(9,2), dept INT, hired DATE NOT NULL, UNIQUE (name));
CREATE TABLE hist (id INT PRIMARY KEY, price DECIMAL(6,2) NOT NULL, vf DATE, vt DATE) WITH SYSTEM VERSIONING;

-- name: w_frames :many
-- columns: sensor_id!, at!, val?, a5?, mn?, mx?, c!, s?
SELECT sensor_id, at, val, AVG(val) OVER (PARTITION BY sensor_id ORDER BY at ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING) a5, MIN(val) OVER (PARTITION BY sensor_id ORDER BY at ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) mn, MAX(val) OVER (ORDER BY id ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING) mx, COUNT(val) OVER (ORDER BY id ROWS 2 PRECEDING) c, SUM(qual) OVER () s FROM readings;

-- name: w_range :many
-- columns: d!, r!, rn!, fv?, lv!
SELECT d, SUM(revenue) OVER (ORDER BY units RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING) r, ROW_NUMBER() OVER (ORDER BY d) rn, FIRST_VALUE(cost) OVER (PARTITION BY store ORDER BY d) fv, LAST_VALUE(units) OVER (PARTITION BY store ORDER BY d RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) lv FROM fact_sales;

-- name: w_lead2 :many
-- columns: sensor_id!, at!, nxt?, gap?, v2?, delta?, lq?, nv?
SELECT sensor_id, at, LEAD(at, 1) OVER w AS nxt, TIMESTAMPDIFF(SECOND, at, LEAD(at, 1) OVER w) AS gap, LAG(val, 2) OVER w AS v2, val - LAG(val) OVER w AS delta, LAG(qual) OVER w lq, NTH_VALUE(raw, 1) OVER w nv FROM readings WINDOW w AS (PARTITION BY sensor_id ORDER BY at);

-- name: w_named :many
-- columns: store!, a!, b!, r!
SELECT store, SUM(units) OVER w1 a, SUM(units) OVER (w1 ORDER BY d) b, RANK() OVER (w1 ORDER BY revenue DESC) r FROM fact_sales WINDOW w1 AS (PARTITION BY store);

-- name: w_agg :many
-- columns: store!, rev!, cum!, share?, cnt!, RANK() OVER (ORDER BY SUM(revenue) DESC)!
SELECT store, SUM(revenue) rev, SUM(SUM(revenue)) OVER (ORDER BY store) cum, SUM(revenue) / SUM(SUM(revenue)) OVER () share, COUNT(*) OVER () cnt, RANK() OVER (ORDER BY SUM(revenue) DESC) FROM fact_sales GROUP BY store;

-- name: w_islands :many
-- columns: store!, grp!, s!, e!, n!
WITH g AS (SELECT d, store, ROW_NUMBER() OVER (ORDER BY d) - ROW_NUMBER() OVER (PARTITION BY store ORDER BY d) AS grp FROM fact_sales) SELECT store, grp, MIN(d) s, MAX(d) e, COUNT(*) n FROM g GROUP BY store, grp;

-- name: w_dedupe :many
-- columns: id!, sensor_id!, at!, val?, qual?, raw?, rn!
SELECT * FROM (SELECT r.*, ROW_NUMBER() OVER (PARTITION BY sensor_id, DATE(at) ORDER BY at DESC) rn FROM readings r) q WHERE rn = 1;

-- name: w_bits :many
SELECT BIT_OR(qual) OVER () bo, BIT_AND(qual) OVER (PARTITION BY sensor_id) ba, BIT_XOR(id) OVER () bx, STDDEV(val) OVER () sd, VAR_SAMP(val) OVER () vs FROM readings;

-- name: w_pct :many
-- columns: store!, p?, m?
SELECT DISTINCT store, PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY units) OVER (PARTITION BY store) p, MEDIAN(revenue) OVER (PARTITION BY store) m FROM fact_sales;

-- name: j_items :many
-- columns: id!, item?, price?, tags?, pos!
SELECT e.id, it.id AS item, it.price, it.tags, it.pos FROM events e, JSON_TABLE(e.payload, '$.items[*]' COLUMNS (pos FOR ORDINALITY, id INT PATH '$.id', price DECIMAL(10,2) PATH '$.p' DEFAULT '0' ON EMPTY, tags JSON PATH '$.t', has_t INT EXISTS PATH '$.t')) it;

-- name: j_left :many
SELECT e.id, t.tag FROM events e LEFT JOIN JSON_TABLE(e.payload, '$.items[*].t[*]' COLUMNS (tag VARCHAR(20) PATH '$')) t ON TRUE;

-- name: j_nested :many
SELECT e.id, jt.item_id, jt.tag FROM events e CROSS JOIN JSON_TABLE(e.payload, '$.items[*]' COLUMNS (item_id INT PATH '$.id' NULL ON ERROR, NESTED PATH '$.t[*]' COLUMNS (tag TEXT PATH '$', n FOR ORDINALITY))) AS jt;

-- name: j_const :many
SELECT * FROM JSON_TABLE('[{"a":1},{"a":2}]', '$[*]' COLUMNS (a BIGINT UNSIGNED PATH '$.a' ERROR ON EMPTY, b DATE PATH '$.b')) AS t;

-- name: j_param :many
-- columns: id!
SELECT jt.id FROM JSON_TABLE(:doc, '$[*]' COLUMNS (id INT PATH '$.id')) jt JOIN sensors s ON s.id = jt.id;

-- name: j_funcs :many
SELECT JSON_KEYS(spec) k, JSON_LENGTH(spec, '$.r') l, JSON_DEPTH(spec) d, JSON_TYPE(JSON_EXTRACT(spec, '$.u')) t, JSON_SEARCH(spec, 'one', 'C') s, JSON_CONTAINS_PATH(spec, 'all', '$.u', '$.o.k') cp, JSON_QUOTE(label) q, JSON_COMPACT(spec) c, JSON_DETAILED(spec) dt, JSON_LOOSE(spec) lo, JSON_OVERLAPS(spec, '{}') ov, JSON_NORMALIZE(spec) nm, JSON_EQUALS(spec, spec) eq FROM sensors;

-- name: j_mutate :many
SELECT JSON_SET(spec, '$.x', 1) a, JSON_INSERT(spec, '$.y', NULL) b, JSON_REPLACE(spec, '$.u', 'F') c, JSON_REMOVE(spec, '$.u') d, JSON_ARRAY_INSERT(spec, '$.r[0]', 0) e, JSON_MERGE_PRESERVE(spec, '{}') f, JSON_MERGE(spec, '[]') g FROM sensors;

-- name: j_obj :many
-- columns: kind!, o?, a?, s!, arr!
SELECT kind, JSON_OBJECTAGG(id, label) o, JSON_ARRAYAGG(DISTINCT site_id ORDER BY site_id) a, JSON_OBJECT('n', COUNT(*), 'avg', AVG(calib)) s, JSON_ARRAY(kind, COUNT(*), NULL) arr FROM sensors GROUP BY kind;

-- name: j_where :many
SELECT id FROM events WHERE JSON_VALUE(payload, '$.items[0].id') = :item OR JSON_EXTRACT(payload, '$.at') >= :since;

-- name: cte_chain :many
-- columns: label?, d!, chg?
WITH a AS (SELECT sensor_id, DATE(at) AS d, AVG(val) AS v FROM readings GROUP BY sensor_id, DATE(at)), b AS (SELECT a.*, LAG(v) OVER (PARTITION BY sensor_id ORDER BY d) pv FROM a), c AS (SELECT sensor_id, d, v - pv AS chg FROM b WHERE pv IS NOT NULL) SELECT s.label, c.d, c.chg FROM c JOIN sensors s ON s.id = c.sensor_id;

-- name: cte_twice :many
-- columns: store!, r!, best?, is_best?
WITH t AS (SELECT store, SUM(revenue) r FROM fact_sales GROUP BY store) SELECT x.store, x.r, (SELECT MAX(r) FROM t) AS best, x.r = (SELECT MAX(r) FROM t) AS is_best FROM t x;

-- name: cte_calendar :many
WITH RECURSIVE cal (dt) AS (SELECT DATE('2024-01-01') UNION ALL SELECT DATE_ADD(dt, INTERVAL 1 DAY) FROM cal WHERE dt < '2024-01-10') SELECT cal.dt, IFNULL(SUM(f.units), 0) units, MAX(dd.holiday) hol FROM cal LEFT JOIN fact_sales f ON f.d = cal.dt LEFT JOIN dim_date dd ON dd.d = cal.dt GROUP BY cal.dt;

-- name: cte_nums :many
-- columns: i!, sq!, h!, r?
WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < :max) SELECT i, i * i AS sq, i / 2 AS h, REPEAT('x', i) r FROM n;

-- name: cte_graph :many
-- columns: src!, dst!, path!, cost?
WITH RECURSIVE walk AS (SELECT src, dst, CAST(CONCAT(src, ',', dst) AS CHAR(200)) AS path, w AS cost FROM edges WHERE src = :start UNION SELECT walk.src, e.dst, CONCAT(walk.path, ',', e.dst), walk.cost + e.w FROM walk JOIN edges e ON e.src = walk.dst WHERE FIND_IN_SET(e.dst, walk.path) = 0) SELECT * FROM walk;

-- name: cte_fib :many
-- columns: n!, a!
WITH RECURSIVE fib (n, a, b) AS (SELECT 1, CAST(0 AS UNSIGNED), CAST(1 AS UNSIGNED) UNION ALL SELECT n + 1, b, a + b FROM fib WHERE n < 20) SELECT n, a FROM fib;

-- name: cte_boss :many
-- columns: id!, name!, boss?, lvl!, reports!
WITH RECURSIVE h AS (SELECT id, name, boss, 0 lvl FROM emp WHERE boss IS NULL UNION ALL SELECT e.id, e.name, e.boss, lvl + 1 FROM emp e, h WHERE e.boss = h.id) SELECT h.*, (SELECT COUNT(*) FROM emp x WHERE x.boss = h.id) reports FROM h;

-- name: cte_split :many
-- columns: line_no!, part?
WITH RECURSIVE parts AS (SELECT line_no, SUBSTRING_INDEX(raw_line, ';', 1) AS part, SUBSTRING(raw_line, LENGTH(SUBSTRING_INDEX(raw_line, ';', 1)) + 2) AS rest FROM staging UNION ALL SELECT line_no, SUBSTRING_INDEX(rest, ';', 1), SUBSTRING(rest, LENGTH(SUBSTRING_INDEX(rest, ';', 1)) + 2) FROM parts WHERE rest <> '') SELECT line_no, part FROM parts;

-- name: pivot :many
-- columns: y!, jan!, feb?, wk!, pr?
SELECT y, SUM(CASE WHEN m = 1 THEN revenue ELSE 0 END) jan, SUM(IF(m = 2, revenue, NULL)) feb, MAX(IF(is_weekend, units, 0)) wk, SUM(revenue * (promo = 1)) pr FROM fact_sales JOIN dim_date USING (d) GROUP BY y;

-- name: unpivot :many
SELECT id, 'qual' AS metric, qual AS v FROM readings UNION ALL SELECT id, 'val', val FROM readings UNION ALL SELECT id, 'len', LENGTH(raw) FROM readings;

-- name: cube_sim :many
-- columns: store?, product?, u?
SELECT store, product, SUM(units) u FROM fact_sales GROUP BY store, product WITH ROLLUP;

-- name: rollup_coal :many
-- columns: st!, pr!, u!, c?
SELECT COALESCE(store, 'all') AS st, COALESCE(product, -1) AS pr, SUM(units) u, AVG(cost) c FROM fact_sales GROUP BY store, product WITH ROLLUP HAVING u > 0;

-- name: rollup_one :many
-- columns: kind?, n!, ls?, act?
SELECT kind, COUNT(*) n, GROUP_CONCAT(label ORDER BY id DESC SEPARATOR '|') ls, SUM(active) act FROM sensors GROUP BY kind WITH ROLLUP;

-- name: gc_lim :many
SELECT sensor_id, GROUP_CONCAT(DISTINCT qual ORDER BY qual DESC SEPARATOR '/' LIMIT 2) q, GROUP_CONCAT(raw) rw, GROUP_CONCAT(val, ':', qual) vq FROM readings GROUP BY sensor_id;

-- name: setops :many
(SELECT store FROM fact_sales WHERE units > 1 UNION SELECT store FROM fact_sales WHERE units = 0) EXCEPT SELECT id FROM emp ORDER BY store DESC LIMIT 3;

-- name: setops2 :many
-- columns: id!, name!
SELECT id, name FROM emp INTERSECT ALL SELECT id, label FROM sensors;

-- name: setops3 :many
(SELECT d, revenue FROM fact_sales ORDER BY revenue DESC LIMIT 2) UNION ALL (SELECT d, NULL FROM dim_date LIMIT 1) UNION ALL (VALUES ('2024-02-02', 5));

-- name: setops4 :many
SELECT 1 AS a, 'x' AS b UNION SELECT 2.5, NULL UNION SELECT NULL, DATE '2024-01-01';

-- name: setops5 :many
-- columns: id!
SELECT * FROM ((SELECT id FROM emp) UNION (SELECT boss FROM emp)) u WHERE id IS NOT NULL;

-- name: union_mix :many
SELECT qual x, at y, raw z FROM readings UNION ALL SELECT id, d.d, d.holiday FROM emp, dim_date d;

-- name: asof :many
SELECT id, price FROM hist FOR SYSTEM_TIME AS OF TIMESTAMP '2030-01-01 00:00:00';

-- name: versions :many
SELECT id, price, ROW_START, ROW_END FROM hist FOR SYSTEM_TIME ALL WHERE ROW_END > NOW(6);

-- name: between_ver :many
SELECT COUNT(*) FROM hist FOR SYSTEM_TIME BETWEEN :a AND :b;

-- name: stg_conv :many
SELECT line_no, CAST(NULLIF(TRIM(f1), '') AS SIGNED) i, STR_TO_DATE(f2, '%Y-%m-%d') d, CAST(f1 AS DECIMAL(12,3)) dc, CONVERT(f2, DATETIME) dt, CONVERT(f3 USING utf8mb4) u8, f1 REGEXP '^[0-9]+$' ok, CAST(f1 AS UNSIGNED) % 2 odd, f1 + 0 n, TRIM(LEADING '0' FROM f1) tz, CAST(f1 AS FLOAT) fl, CAST(f1 AS DOUBLE) dbl, CAST(f2 AS TIME(3)) t3, CAST(f1 AS BINARY(4)) b4, CAST(f1 AS CHAR(3) CHARACTER SET latin1) c3 FROM staging;

-- name: stg_dq :one
SELECT COUNT(*) total, SUM(f1 IS NULL) nulls, SUM(f1 = '') blanks, COUNT(*) - COUNT(DISTINCT f1) dups, AVG(LENGTH(raw_line)) al, MIN(loaded) FROM staging;

-- name: stg_parse :many
-- columns: c2?, seps?, m?, a?, o?, ch!, ch2?, ins?, qu!, sp?, sc?, rp?, lt?, po?, sb?, lc?, fo?, es!, ms!, uh?, oc!, cv?, nk?
SELECT SUBSTRING_INDEX(SUBSTRING_INDEX(raw_line, ';', 2), ';', -1) c2, LENGTH(raw_line) - LENGTH(REPLACE(raw_line, ';', '')) seps, MID(raw_line, 2, 1) m, ASCII(raw_line) a, ORD(raw_line) o, CHAR(65, 66) ch, CHAR(65 USING utf8mb4) ch2, INSERT(raw_line, 1, 1, 'Z') ins, QUOTE(raw_line) qu, SPACE(3) sp, STRCMP(f1, f2) sc, RPAD(f1, 5, '*') rp, LTRIM(f1) lt, POSITION('a' IN f1) po, SUBSTR(f1 FROM 2 FOR 1) sb, LCASE(f1) lc, FORMAT(f1, 1) fo, EXPORT_SET(5, 'Y', 'N') es, MAKE_SET(3, f1, f2) ms, UNHEX('41') uh, OCT(8) oc, CONV('ff', 16, 10) cv, NATURAL_SORT_KEY(f1) nk FROM staging;

-- name: load_merge :exec
INSERT INTO fact_sales (d, store, product, units, revenue) SELECT CAST(f2 AS DATE), 1, line_no, COUNT(*), SUM(f1) FROM staging WHERE f2 IS NOT NULL GROUP BY CAST(f2 AS DATE), line_no ON DUPLICATE KEY UPDATE units = units + VALUES(units), revenue = VALUES(revenue);

-- name: time_bucket :many
-- columns: sensor_id!, bucket?, hr!, v?, n!
SELECT sensor_id, FROM_UNIXTIME(FLOOR(UNIX_TIMESTAMP(at) / 300) * 300) AS bucket, DATE_FORMAT(at, '%Y-%m-%d %H:00:00') AS hr, AVG(val) v, COUNT(*) n FROM readings GROUP BY sensor_id, bucket, hr;

-- name: time_bucket2 :many
SELECT CAST(DATE_FORMAT(at, '%Y-%m-01') AS DATE) mon, TIMESTAMPADD(MINUTE, TIMESTAMPDIFF(MINUTE, '2000-01-01', at) DIV 15 * 15, '2000-01-01') q15, UNIX_TIMESTAMP(at) us, at - INTERVAL SECOND(at) SECOND trunc_min FROM readings;

-- name: gap_fill :many
SELECT r.at, COALESCE(r.val, (SELECT r2.val FROM readings r2 WHERE r2.sensor_id = r.sensor_id AND r2.at < r.at AND r2.val IS NOT NULL ORDER BY r2.at DESC LIMIT 1)) filled FROM readings r;

-- name: zscore :many
SELECT r.id, (r.val - s.m) / NULLIF(s.sd, 0) z FROM readings r JOIN (SELECT sensor_id, AVG(val) m, STDDEV_SAMP(val) sd FROM readings GROUP BY sensor_id) s USING (sensor_id) WHERE r.qual >= :q;

-- name: corr :one
SELECT (COUNT(*) * SUM(units * revenue) - SUM(units) * SUM(revenue)) / SQRT((COUNT(*) * SUM(units * units) - POW(SUM(units), 2)) * (COUNT(*) * SUM(revenue * revenue) - POW(SUM(revenue), 2))) r FROM fact_sales;

-- name: hist_buckets :many
SELECT FLOOR(val / :size) * :size AS lo, COUNT(*) n FROM readings WHERE val IS NOT NULL GROUP BY lo;

-- name: hash_part :many
SELECT CRC32(session) % 4 shard, MOD(id, 3) m, id & 7 b, id << 2 sh, ~id inv, id ^ 5 x, id | 1 o FROM events;

-- name: dec_math :many
-- columns: a?, b?, c?, d?, e?, f?, g?, h?, i?, j?, k?, l?, m?, n?, o?, p?, q?, r?, s!
SELECT amount * 1.1 a, amount / 3 b, ROUND(amount, 2) c, ROUND(amount) d, ROUND(amount, -2) e, TRUNCATE(amount, 1) f, amount DIV 1 g, amount % 2 h, FLOOR(amount) i, CEILING(amount) j, amount + id k, amount * 1e0 l, -amount m, SUM(amount) OVER () n, POW(amount, 2) o, LOG(2, amount) p, EXP(amount) q, LOG10(amount) r, amount IS NOT NULL AND amount > 0 s FROM events;

-- name: float_math :many
SELECT w * 2 a, w + 1.5 b, ROUND(w, 2) c, SUM(w) d, AVG(w) e, MIN(w) f, COALESCE(w, 0) g, IF(src > 1, w, dst) h, CAST(w AS DECIMAL(5,1)) i, MAX(w) + 1 j FROM edges GROUP BY src, dst;

-- name: sessionize :many
-- columns: user_id?, received!, sess!
SELECT user_id, received, SUM(new_s) OVER (PARTITION BY user_id ORDER BY received) sess FROM (SELECT user_id, received, IF(TIMESTAMPDIFF(MINUTE, LAG(received) OVER (PARTITION BY user_id ORDER BY received), received) <= 30, 0, 1) new_s FROM events) q;

-- name: funnel :one
SELECT COUNT(DISTINCT IF(kind = 'view', session, NULL)) v, COUNT(DISTINCT CASE WHEN kind = 'buy' THEN session END) b, COUNT(DISTINCT CASE WHEN kind = 'buy' THEN session END) / NULLIF(COUNT(DISTINCT session), 0) rate FROM events;

-- name: retention :many
-- columns: first_day!, day_n?, users!
SELECT f.first_day, DATEDIFF(DATE(e.received), f.first_day) day_n, COUNT(DISTINCT e.user_id) users FROM events e JOIN (SELECT user_id, MIN(DATE(received)) first_day FROM events WHERE user_id IS NOT NULL GROUP BY user_id) f ON f.user_id = e.user_id GROUP BY f.first_day, day_n;

-- name: topn :many
-- columns: kind!, at!, val?
SELECT s.kind, q.at, q.val FROM sensors s JOIN (SELECT sensor_id, at, val, DENSE_RANK() OVER (PARTITION BY sensor_id ORDER BY val DESC) dr FROM readings) q ON q.sensor_id = s.id AND q.dr <= :n;

-- name: anti :many
SELECT s.* FROM sensors s LEFT JOIN readings r ON r.sensor_id = s.id AND r.at > NOW() - INTERVAL 1 HOUR WHERE r.id IS NULL AND s.active;

-- name: semi :many
SELECT label FROM sensors WHERE id IN (SELECT sensor_id FROM readings WHERE val > :v GROUP BY sensor_id HAVING COUNT(*) > 2);

-- name: corr_upd :exec
UPDATE sensors s SET s.calib = (SELECT AVG(r.val) FROM readings r WHERE r.sensor_id = s.id AND r.at >= :since), s.label = CONCAT(IFNULL(s.label, ''), ' *') WHERE s.kind = :kind;

-- name: del_dups :exec
DELETE r1 FROM readings r1 INNER JOIN readings r2 ON r1.sensor_id = r2.sensor_id AND r1.at = r2.at AND r1.id > r2.id;

-- name: del_cte :exec
DELETE FROM readings WHERE id IN (WITH old AS (SELECT id FROM (SELECT id, at FROM readings) z WHERE z.at < :cut) SELECT id FROM old);

-- name: extract_all :many
-- columns: y!, dh!, ms!, w!, dm!, mi!, s!, wy?, ts?, q!
SELECT EXTRACT(YEAR FROM at) y, EXTRACT(DAY_HOUR FROM at) dh, EXTRACT(MICROSECOND FROM at) ms, EXTRACT(WEEK FROM at) w, DAYOFMONTH(at) dm, MINUTE(at) mi, SECOND(at) s, WEEKOFYEAR(at) wy, TO_SECONDS(at) ts, QUARTER(at) q FROM readings;

-- name: date_arith :many
SELECT d + INTERVAL 1 DAY a, d - INTERVAL 1 MONTH b, d + INTERVAL 2 HOUR c, d + INTERVAL y YEAR e, DATE_SUB(d, INTERVAL '1 10' DAY_HOUR) f, d + 1 g, d - d h, SUBDATE(d, 3) i, INTERVAL 1 DAY + d j, ADDDATE(d, INTERVAL 1 WEEK) k, DATE_ADD('2024-01-31', INTERVAL 1 MONTH) l, DATE_ADD(NOW(), INTERVAL 1.5 SECOND) mm, GET_FORMAT(DATE, 'EUR') nn, CONVERT_TZ(NOW(), 'UTC', '+02:00') oo, PERIOD_ADD(202401, 3) pp FROM dim_date;

-- name: greatest_ :many
SELECT GREATEST(at, '2024-01-01') a, LEAST(at, NOW()) b, GREATEST(val, qual) c, GREATEST(qual, 5.5) d, LEAST('b', raw) e, GREATEST(1, 2, 3) f FROM readings;

-- name: case_types :many
-- columns: a?, b!, c?, d!, e!, f!, g!, h?, i?, j?, k!, l?, m!, n?
SELECT CASE WHEN val > 1 THEN qual ELSE val END a, CASE WHEN val IS NULL THEN 0 ELSE 1 END b, CASE qual WHEN 3 THEN 'three' END c, CASE WHEN qual > 1 THEN at ELSE '2024-01-01' END d, IF(val, 1, 'n') e, IFNULL(qual, 0) f, IFNULL(raw, 'none') g, IF(1, NULL, 5) h, COALESCE(NULL, val, qual) i, NULLIF(qual, 0) j, NVL(qual, 1) k, NVL2(qual, 'y', 'n') l, CASE WHEN qual THEN TRUE ELSE FALSE END m, DECODE_ORACLE(qual, 3, 'x', 'y') n FROM readings;

-- name: nested_derived :many
SELECT z.k, z.t / z.n AS r FROM (SELECT y.k, SUM(y.v) t, COUNT(*) n FROM (SELECT kind k, amount v FROM events) y GROUP BY y.k) z;

-- name: derived_cols :many
-- columns: a!, b1!
SELECT t.a, t.b + 1 AS b1 FROM (SELECT sensor_id AS a, MAX(qual) AS b FROM readings GROUP BY 1) t WHERE t.b > 0;

-- name: having_win :many
-- columns: store!, product!, u!
SELECT store, product, SUM(units) u FROM fact_sales WHERE d >= :from AND d < :to GROUP BY store, product HAVING SUM(units) > :min AND COUNT(DISTINCT d) >= 2 ORDER BY SUM(revenue) DESC;

-- name: exists_not :many
SELECT e.name FROM emp e WHERE NOT EXISTS (SELECT * FROM emp s WHERE s.boss = e.id AND s.sal > e.sal) AND e.sal > (SELECT AVG(sal) FROM emp WHERE dept = e.dept);

-- name: all_any :many
SELECT name FROM emp WHERE sal >= ALL (SELECT sal FROM emp WHERE sal IS NOT NULL) OR dept <> ANY (SELECT dept FROM emp) OR sal > SOME (SELECT 1);

-- name: scalar_row :many
SELECT name FROM emp WHERE (sal, dept) = (SELECT MAX(sal), 10 FROM emp);

-- name: self_join :many
SELECT e.name, b.name AS boss_name, e.sal / b.sal AS ratio, e.hired < b.hired AS earlier FROM emp e LEFT JOIN emp b ON b.id = e.boss;

-- name: nth_sal :one
SELECT DISTINCT sal FROM emp ORDER BY sal DESC LIMIT 1 OFFSET 1;

-- name: fetch_first :many
SELECT name, sal FROM emp ORDER BY sal DESC FETCH FIRST 3 ROWS ONLY;

-- name: fetch_ties :many
SELECT name FROM emp ORDER BY hired OFFSET 0 ROWS FETCH NEXT 2 ROWS WITH TIES;

-- name: param_case :many
-- columns: name!, cls!
SELECT name, CASE WHEN sal > :hi THEN 'rich' WHEN sal > :lo THEN 'ok' ELSE :other END AS cls FROM emp;

-- name: param_coalesce :many
-- columns: s?, d?, n!, l?, lf!, r?
SELECT COALESCE(sal, :dflt) s, IFNULL(dept, :d2) d, CONCAT(name, :suffix) n, LPAD(id, :w, :pad) l, LEFT(name, :k) lf, ROUND(sal, :digits) r FROM emp WHERE hired > :after - INTERVAL :years YEAR;

-- name: param_in :many
-- columns: label!, id!
SELECT :label AS label, id FROM emp WHERE dept IN (:d1, :d2, 30) AND name NOT IN (flash.slice(names));

-- name: like_escape :many
SELECT id FROM events WHERE kind LIKE '100\%' OR kind LIKE 'a|_b' ESCAPE '|' OR session NOT LIKE ?;

-- name: bin_ops :many
SELECT raw, HEX(raw) h, raw = 'a' eq, raw LIKE 'a%' lk, CONCAT(raw, 'z') c, CAST(raw AS CHAR) ch, MIN(raw) mi, UPPER(raw) up, LEFT(raw, 1) lf, IFNULL(raw, 'q') q, SUBSTRING(raw, 2) sb FROM readings GROUP BY raw;

-- name: as_of_param :many
-- params: ts datetime, id int
SELECT id FROM hist FOR SYSTEM_TIME AS OF :ts h WHERE h.id = :id;

-- name: between_params :many
-- params: moment datetime, moment_2 datetime
SELECT id FROM hist FOR SYSTEM_TIME FROM ? TO ?;

-- name: quotients_of_params :many
-- params: id int, id_2 decimal
-- columns: a!, b!, c?
SELECT id * ? / 100 AS a, 1 AS b, id / ? AS c FROM emp;

-- name: seconds_of_written_times :many
-- columns: u?, v?
SELECT UNIX_TIMESTAMP(DATE_FORMAT(at, '%Y-%m-01')) AS u, UNIX_TIMESTAMP(UPPER(DATE_FORMAT(at, '%Y'))) AS v FROM readings;
