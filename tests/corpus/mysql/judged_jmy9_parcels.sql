CREATE TABLE shops (shop_id INT AUTO_INCREMENT PRIMARY KEY, nm VARCHAR(50) NOT NULL, opened DATE, geo POINT, open_at TIME, rating DECIMAL(2,1) UNSIGNED, flags BIT(4) NOT NULL DEFAULT b'0000', meta JSON);
CREATE TABLE parcels (pid BINARY(16) NOT NULL PRIMARY KEY, shop_id INT NOT NULL, weight_g MEDIUMINT UNSIGNED NOT NULL, price DECIMAL(12,4) NOT NULL, cur CHAR(3) NOT NULL, sent TIMESTAMP NULL, got TIMESTAMP NULL, stage ENUM('packed','sent','got','lost') NOT NULL, tries TINYINT UNSIGNED ZEROFILL, volume FLOAT(7,2), note TINYTEXT, sig MEDIUMBLOB, valid_from DATE NOT NULL, valid_to DATE NOT NULL, FOREIGN KEY (shop_id) REFERENCES shops(shop_id));
CREATE TABLE couriers (id INT PRIMARY KEY, nm VARCHAR(30), wage DOUBLE NOT NULL, boss INT, since YEAR, langs SET('en','de','fr'), shift ENUM('day','night'));
CREATE TABLE legs (pid BINARY(16) NOT NULL, seq SMALLINT NOT NULL, courier INT, dep DATETIME(3) NOT NULL, arr DATETIME(3), km DECIMAL(6,2), PRIMARY KEY (pid, seq));
INSERT INTO shops (nm,opened,geo,open_at,rating,flags,meta) VALUES ('one','2020-01-01',POINT(1,1),'08:00',4.5,b'0101','{"a":[1,2,{"b":"x"}]}'),('two',NULL,NULL,NULL,NULL,b'0000',NULL);
INSERT INTO parcels VALUES (UNHEX(REPEAT('01',16)),1,500,9.99,'EUR','2024-01-01 10:00:00',NULL,'sent',2,1.5,NULL,NULL,'2024-01-01','2024-12-31'),(UNHEX(REPEAT('02',16)),1,5,0,'USD',NULL,NULL,'packed',NULL,NULL,'n',x'00','2024-01-01','2024-06-30');
INSERT INTO couriers VALUES (1,'kim',15.5,NULL,2019,'en,de','day'),(2,NULL,10,1,NULL,NULL,NULL);
INSERT INTO legs VALUES (UNHEX(REPEAT('01',16)),1,1,'2024-01-01 10:00:00.123','2024-01-01 12:00:00.5',33.3),(UNHEX(REPEAT('01',16)),2,NULL,'2024-01-02 10:00:00',NULL,NULL);

-- name: p01 :many
-- columns: pid!, seq!, secs?, kmh?
SELECT HEX(p.pid) AS pid, l.seq, TIMESTAMPDIFF(MICROSECOND, l.dep, l.arr) / 1000000 AS secs, l.km / NULLIF(TIMESTAMPDIFF(SECOND, l.dep, l.arr) / 3600, 0) AS kmh FROM parcels p JOIN legs l ON l.pid = p.pid;

-- name: p02 :many
SELECT s.nm, COUNT(p.pid) AS n, SUM(p.price) AS total, SUM(p.weight_g) / 1000 AS kg, BIT_AND(s.flags) AS f, MAX(p.tries) AS t FROM shops s LEFT JOIN parcels p ON p.shop_id = s.shop_id AND CURDATE() BETWEEN p.valid_from AND p.valid_to GROUP BY s.shop_id;

-- name: p03 :many
-- columns: flags!, f0!, lo!, bn!, hx!, five!, inv!
SELECT flags, flags + 0 AS f0, flags & b'0001' AS lo, BIN(flags) AS bn, HEX(flags) AS hx, flags = 5 AS five, ~flags AS inv FROM shops;

-- name: p04 :many
-- columns: stage?, cur?, s?, n!
SELECT stage, cur, SUM(price) AS s, COUNT(*) AS n FROM parcels GROUP BY stage, cur WITH ROLLUP HAVING stage IS NOT NULL;

-- name: p05 :many
-- columns: pid!, stage!, before_?, prevmax?, nt?
SELECT pid, stage, LAG(stage) OVER (PARTITION BY shop_id ORDER BY sent) AS before_, MAX(price) OVER (PARTITION BY shop_id ORDER BY sent ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING) AS prevmax, FIRST_VALUE(note) OVER (ORDER BY price) AS nt FROM parcels;

-- name: p06 :many
SELECT c.nm, b.nm AS boss, c.wage * 8 AS day_wage, ROUND(c.wage, 1) AS w1, c.since, c.langs, c.shift FROM couriers c LEFT JOIN couriers b ON b.id = c.boss WHERE c.shift = 'day' OR c.shift IS NULL;

-- name: p07 :exec
-- params: pid binary, shop_id int, weight_g mediumint unsigned, price decimal, stage parcels_stage, valid_from date, valid_to date, sig mediumblob?
INSERT INTO parcels (pid, shop_id, weight_g, price, cur, stage, valid_from, valid_to, sig) VALUES (?, ?, ?, ?, 'EUR', ?, ?, ?, ?) ON DUPLICATE KEY UPDATE stage = VALUES(stage), tries = IFNULL(tries, 0) + 1, got = IF(VALUES(stage) = 'got', NOW(), got);

-- name: p08 :one
-- params: pid varchar
SELECT p.*, s.nm AS shop FROM parcels p INNER JOIN shops s USING (shop_id) WHERE p.pid = UNHEX(REPLACE(?, '-', ''));

-- name: p09 :many
-- columns: shop_id!, l?, n?, b?, d?, c?, ja!
SELECT shop_id, JSON_EXTRACT(meta, '$.a[last]') AS l, JSON_EXTRACT(meta, '$.a[0]') + 1 AS n, JSON_VALUE(meta, '$.a[2].b') AS b, JSON_DEPTH(meta) d, JSON_COMPACT(meta) c, JSON_ARRAY(nm, rating, opened) AS ja FROM shops;

-- name: p10 :many
SELECT IF(rating >= 4, 'good', NULL) AS g, IFNULL(rating, 0) AS r0, COALESCE(rating, 'n/a') AS rs, NULLIF(rating, 4.5) AS rn, GREATEST(rating, 3) AS rg, rating * 2 AS r2, -rating AS nr FROM shops;

-- name: p11 :many
-- columns: open_at?, n?, p?, late?, td?, h!, ts?, mk?
SELECT open_at, open_at + 0 AS n, TIME_FORMAT(open_at, '%h %p') AS p, open_at > '09:00' AS late, TIMEDIFF(open_at, '07:00') AS td, SEC_TO_TIME(3600) AS h, TIMESTAMP('2024-01-01', open_at) AS ts, MAKETIME(1, 2, 3.5) AS mk FROM shops;

-- name: p12 :many
SELECT YEAR(opened), opened - INTERVAL 1 DAY AS y, opened + INTERVAL 1 HOUR AS h, DATEDIFF('2024-01-01', opened) AS dd, TO_SECONDS(opened) AS ts, PERIOD_ADD(202401, 2) AS pa, DATE_FORMAT(opened, GET_FORMAT(DATE, 'EUR')) AS eur FROM shops;

-- name: p13 :many
-- columns: tries!, t1!, tm!, volume?, v2?, sv?, at_!, w!
SELECT tries, tries + 1 AS t1, tries - 1 AS tm, volume, volume * 2 AS v2, SUM(volume) OVER () AS sv, AVG(tries) OVER () AS at_, weight_g - 100 AS w FROM parcels WHERE tries > 0;

-- name: p14 :many
SELECT (SELECT AVG(km) FROM legs l WHERE l.pid = p.pid) AS avg_km, (SELECT seq FROM legs l WHERE l.pid = p.pid AND l.arr IS NULL LIMIT 1) AS stuck, EXISTS (SELECT * FROM legs l WHERE l.pid = p.pid) AS has FROM parcels p;

-- name: p15 :many
WITH latest AS (SELECT pid, MAX(seq) AS seq FROM legs GROUP BY pid) SELECT l.*, c.nm FROM latest JOIN legs l USING (pid, seq) LEFT JOIN couriers c ON c.id = l.courier;

-- name: p16 :exec
-- params: days bigint
UPDATE parcels p SET p.stage = 'lost' WHERE p.stage = 'sent' AND p.sent < NOW() - INTERVAL :days DAY AND NOT EXISTS (SELECT 1 FROM legs l WHERE l.pid = p.pid AND l.arr IS NOT NULL);

-- name: p17 :many
-- columns: cur!, tops!, sd!, b!, st!, mn?
SELECT cur, GROUP_CONCAT(CONCAT(stage, ':', price) ORDER BY price DESC LIMIT 3) AS tops, STD(price) AS sd, BIT_OR(tries) AS b, COUNT(DISTINCT stage) AS st, MIN(note) AS mn FROM parcels GROUP BY cur;

-- name: p18 :many
SELECT CASE WHEN weight_g < 100 THEN price WHEN weight_g < 1000 THEN price * 1.1 ELSE 0 END AS fee, CASE cur WHEN 'EUR' THEN 1 ELSE '?' END AS mixed, CASE WHEN got IS NULL THEN sent ELSE got END AS last_ FROM parcels;

-- name: p19 :many
-- params: price_from decimal, price_to decimal, offset bigint unsigned
SELECT pid FROM parcels WHERE (shop_id, cur) IN ((1, 'EUR'), (2, 'USD')) AND price BETWEEN ? AND ? AND note IS NOT NULL ORDER BY price DESC, pid LIMIT 10 OFFSET ?;

-- name: p20 :many
-- params: count bigint
SELECT s.nm, p.n FROM shops s JOIN (SELECT shop_id, COUNT(*) AS n FROM parcels GROUP BY shop_id HAVING COUNT(*) >= ?) p ON p.shop_id = s.shop_id UNION ALL SELECT 'total', COUNT(*) FROM parcels;

-- name: p21 :many
-- columns: price!, d!, m!, q!, r!, f!, c!, p!, t!, s!, pw!
SELECT price, price DIV 3 AS d, price MOD 3 AS m, price / 3 AS q, ROUND(price, -1) AS r, FLOOR(price) AS f, CEIL(price * 1.19) AS c, POW(price, 2) AS p, TRUNCATE(price, 1) AS t, FORMAT(price, 2) AS s, price * weight_g AS pw FROM parcels;

-- name: p22 :many
SELECT ST_X(geo) AS x, ST_AsText(geo) AS t, ST_Distance_Sphere(geo, POINT(0, 0)) AS d, geo IS NULL AS e FROM shops WHERE ST_X(geo) IS NOT NULL;

-- name: p23 :many
SELECT DISTINCT c.nm, RANK() OVER (ORDER BY c.wage DESC) AS r, c.wage / SUM(c.wage) OVER () AS share FROM couriers c;

-- name: p24 :many
SELECT nm FROM couriers WHERE FIND_IN_SET('de', langs) OR langs = 'en,de' OR langs & 4;

-- name: p25 :many
-- columns: seq!, dep!, f!, u?, half?, t!, diff?
SELECT seq, dep, DATE_FORMAT(dep, '%H:%i:%s.%f') AS f, UNIX_TIMESTAMP(dep) AS u, dep + INTERVAL 0.5 SECOND AS half, TIME(dep) AS t, ROUND(UNIX_TIMESTAMP(arr) - UNIX_TIMESTAMP(dep), 1) AS diff FROM legs;

-- name: p26 :one
-- params: nm varchar?, wage double, langs couriers_langs?, shift couriers_shift?
INSERT INTO couriers (id, nm, wage, langs, shift) SELECT COALESCE(MAX(id), 0) + 1, :nm, :wage, :langs, :shift FROM couriers RETURNING id, nm, wage;

-- name: p27 :exec
-- params: pid binary, pid_2 binary
DELETE FROM legs WHERE pid = ? AND seq > (SELECT m FROM (SELECT MIN(seq) AS m FROM legs WHERE pid = ?) AS z);

-- name: p28 :many
SELECT since, since + 1 AS nxt, since > 2000 AS modern, MAX(since) OVER () AS mx, COALESCE(since, 1999) AS s FROM couriers;

-- name: p29 :many
SELECT COALESCE(sent, valid_from) AS any_date, COALESCE(got, sent) AS ts, IFNULL(sent, 'never') AS txt, LEAST(valid_from, valid_to) AS lo, GREATEST(sent, valid_to) AS hi FROM parcels;

-- name: p30 :many
-- params: pid varchar
SELECT LENGTH(sig) AS n, MD5(sig) AS m, TO_BASE64(sig) AS b, SUBSTR(sig, 1, 4) AS head, COALESCE(sig, '') AS s0, COMPRESS(sig) c, pid = UNHEX(?) AS same FROM parcels;
