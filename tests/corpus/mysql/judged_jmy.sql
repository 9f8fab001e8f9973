-- A shop: how wide numbers are, through subqueries, alternatives, MIN and windows.
CREATE TABLE regions ( region_code CHAR(3) NOT NULL PRIMARY KEY, title VARCHAR(60) NOT NULL, parent CHAR(3) NULL, area GEOMETRY NULL, FOREIGN KEY (parent) REFERENCES regions (region_code) ) ENGINE=InnoDB;
CREATE TABLE customers ( id INT UNSIGNED NOT NULL AUTO_INCREMENT, email VARCHAR(190) NOT NULL, full_name VARCHAR(120) CHARACTER SET utf8mb3 COLLATE utf8mb3_general_ci DEFAULT NULL, tier ENUM('bronze','silver','gold') NOT NULL DEFAULT 'bronze', interests SET('toys','books','garden','food') DEFAULT NULL, region CHAR(3) DEFAULT NULL, born DATE DEFAULT NULL, since YEAR NOT NULL DEFAULT 2020, active TINYINT(1) NOT NULL DEFAULT 1, vip BIT(1) DEFAULT NULL, flags BIT(8) NOT NULL DEFAULT b'0', balance DECIMAL(12,2) NOT NULL DEFAULT 0.00, credit DECIMAL(10,4) UNSIGNED DEFAULT NULL, prefs JSON DEFAULT NULL, last_ip INET6 DEFAULT NULL, token UUID DEFAULT NULL, created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, updated_at DATETIME(3) DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP(3), PRIMARY KEY (id), UNIQUE KEY uq_email (email), KEY ix_region (region), FULLTEXT KEY ft_name (full_name), CONSTRAINT fk_region FOREIGN KEY (region) REFERENCES regions (region_code) ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
CREATE TABLE products ( sku VARCHAR(20) NOT NULL PRIMARY KEY, name VARCHAR(100) NOT NULL, price DECIMAL(8,2) NOT NULL, cost FLOAT DEFAULT NULL, weight DOUBLE DEFAULT NULL, stock SMALLINT UNSIGNED NOT NULL DEFAULT 0, reorder TINYINT DEFAULT NULL, colour ENUM('red','green','blue') DEFAULT NULL, descr TEXT, img MEDIUMBLOB, attrs JSON NOT NULL DEFAULT '{}', margin DECIMAL(10,2) GENERATED ALWAYS AS (price * 0.3) STORED, discontinued DATE DEFAULT NULL );
CREATE TABLE orders ( id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, customer_id INT UNSIGNED NOT NULL, placed DATETIME NOT NULL, shipped DATETIME(6) DEFAULT NULL, took TIME DEFAULT NULL, status ENUM('new','paid','sent','void') NOT NULL, note VARCHAR(255) DEFAULT NULL, discount DECIMAL(5,2) DEFAULT NULL, KEY (customer_id, placed), CONSTRAINT FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE );
CREATE TABLE order_items ( order_id BIGINT UNSIGNED NOT NULL, line SMALLINT NOT NULL, sku VARCHAR(20) NOT NULL, qty MEDIUMINT NOT NULL, unit_price DECIMAL(8,2) DEFAULT NULL, PRIMARY KEY (order_id, line), FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE, FOREIGN KEY (sku) REFERENCES products (sku) );
CREATE TABLE reviews ( id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, sku VARCHAR(20) DEFAULT NULL, customer_id INT UNSIGNED DEFAULT NULL, stars TINYINT UNSIGNED NOT NULL, body TEXT, posted DATE NOT NULL, UNIQUE KEY (sku, customer_id), CHECK (stars BETWEEN 1 AND 5) );
CREATE TABLE carts ( customer_id INT UNSIGNED NOT NULL, sku VARCHAR(20) NOT NULL, qty INT NOT NULL DEFAULT 1, added TIMESTAMP(2) NULL DEFAULT NULL, PRIMARY KEY (customer_id, sku) );
CREATE SEQUENCE invoice_no START WITH 100 INCREMENT BY 5;
CREATE VIEW order_totals AS SELECT o.id, o.customer_id, o.status, SUM(i.qty * i.unit_price) AS total, COUNT(*) AS n_lines FROM orders o JOIN order_items i ON i.order_id = o.id GROUP BY o.id, o.customer_id, o.status;

-- name: SmallestYear :many
SELECT MIN(YEAR(born)) FROM customers;

-- name: SmallestOfEach :many
-- columns: MIN(MONTH(born))?, MIN(since)!, MIN(id)!, MIN(1)!, MIN(LENGTH(email))!, MIN(id=1)!, MIN(balance > 1)!, MAX(id+0)!, MIN(1+1)!, MIN(YEAR(born)+1)?, MIN(active)!, MIN(active + 1)!
SELECT MIN(MONTH(born)), MIN(since), MIN(id), MIN(1), MIN(LENGTH(email)), MIN(id=1), MIN(balance > 1), MAX(id+0), MIN(1+1), MIN(YEAR(born)+1), MIN(active), MIN(active + 1) FROM customers GROUP BY since;

-- name: LabelsPlusNothing :many
SELECT interests+0, tier+0 from customers;

-- name: LabelsMultiplied :many
SELECT interests*2, tier*2, tier+tier,tier*tier from customers;

-- name: Counter :many
-- columns: n!, n+1!, sq!, third!, odd!
WITH RECURSIVE seq AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM seq WHERE n < 5) SELECT n, n+1, n * n AS sq, n / 3 AS third, n % 2 AS odd FROM seq;

-- name: UnionCounter :many
-- columns: n!, n+1!, sq!, third!, odd!
WITH seq AS (SELECT 1 AS n UNION ALL SELECT 5) SELECT n, n+1, n * n AS sq, n / 3 AS third, n % 2 AS odd FROM seq;

-- name: DistinctCounter :many
-- columns: n!, n+1!, sq!, third!, odd!
WITH seq AS (SELECT DISTINCT 1 AS n) SELECT n, n+1, n * n AS sq, n / 3 AS third, n % 2 AS odd FROM seq;

-- name: GroupedSums :many
WITH seq AS (SELECT COUNT(DISTINCT id) AS n, MIN(YEAR(born)) y FROM customers) SELECT n, n+1, n * n AS sq, y, y*y, y+1 FROM seq;

-- name: LimitedYears :many
WITH seq AS (SELECT YEAR(born) y FROM customers limit 3) SELECT y, y*y, y+1, y%2 FROM seq;

-- name: SmallestExpressions :many
SELECT MIN(CAST(price AS SIGNED)), MIN(COALESCE(reorder,1)), MIN(IFNULL(stock,0)), MIN(IF(1,2,3)), MIN(CASE WHEN 1 THEN stock END), MIN(stock), MIN(NULLIF(stock,1)), MIN(stock IS NULL), MIN(NOT stock), MIN(EXISTS(SELECT 1)), MIN(LEAST(stock,2)), MIN((SELECT MIN(stock) FROM products)), MIN(stock) OVER (), MIN(ABS(reorder)) OVER (), MIN(TRUE), MAX(-reorder), MAX(DAYOFMONTH(discontinued)) FROM products;

-- name: SmallestOfMerged :many
SELECT MIN(s), MAX(l), MIN(b) FROM (SELECT stock s, LENGTH(name) l, stock > 1 b FROM products) x;

-- name: SmallestOfKept :many
SELECT MIN(s), MAX(l), MIN(b) FROM (SELECT stock s, LENGTH(name) l, stock > 1 b FROM products LIMIT 3) x;

-- name: SumsOfMerged :many
SELECT s+1, l+1, b+1, l*l, b+b FROM (SELECT stock s, LENGTH(name) l, stock > 1 b FROM products) x;

-- name: SumsOfLimited :many
SELECT s+1, l+1, b+1, l*l, b+b FROM (SELECT stock s, MONTH(discontinued) l, stock > 1 b FROM products LIMIT 5) x;

-- name: SumsOfSorted :many
SELECT s+1, l+1, b+1, l*l, b+b FROM (SELECT stock s, MONTH(discontinued) l, stock > 1 b FROM products ORDER BY 1) x;

-- name: SumsOfNumbered :many
-- columns: s+1!, l+1?, b+1!, l*l?, b+b!, o!
SELECT s+1, l+1, b+1, l*l, b+b, o FROM (SELECT stock s, MONTH(discontinued) l, stock > 1 b, COUNT(*) OVER () o FROM products) x;

-- name: SumsOfAssigned :many
SELECT s+1, l+1, b+1, l*l, b+b, o FROM (SELECT stock s, MONTH(discontinued) l, stock > 1 b, @x:=1 o FROM products) x;

-- name: SumsOfJoined :many
SELECT x.s+1, x.l+1, x.b+1, x.l*x.l, x.b+x.b FROM products p LEFT JOIN (SELECT sku, stock s, MONTH(discontinued) l, stock > 1 b FROM products) x ON x.sku=p.sku;

-- name: SumsOfGrouped :many
WITH x AS (SELECT 1 AS k, active a, since y, region_code FROM customers, regions GROUP BY 1,2,3,4) SELECT k+1, a+1, a+a, y+1, y*y, a from x;

-- name: FlagsOfGrouped :many
WITH x AS (SELECT CASE WHEN stock > 1 THEN 1 ELSE 0 END k FROM products GROUP BY 1) SELECT SUM(k), AVG(k), k+1, k*2, k-1, k/2, -k, ABS(k), k%2, ROUND(k), COALESCE(k,0)+1 FROM x;

-- name: ScalarSums :many
-- columns: (SELECT 1)+1!, (SELECT MONTH(born) FROM customers LIMIT 1)+1?, (SELECT COUNT(*) FROM customers)+1!, (SELECT MIN(reorder) FROM products)*2?
SELECT (SELECT 1)+1, (SELECT MONTH(born) FROM customers LIMIT 1)+1, (SELECT COUNT(*) FROM customers)+1, (SELECT MIN(reorder) FROM products)*2;

-- name: LabelsCalculated :many
SELECT tier+0, tier*tier, tier-1, -tier, status+0, ABS(tier), SUM(tier), AVG(tier), tier/2, tier DIV 2, MAX(tier+0), interests|1, ROUND(tier), CAST(tier AS SIGNED), CAST(interests AS UNSIGNED) FROM customers, orders;

-- name: SmallestConditions :many
SELECT MIN(sku LIKE 'a'), MIN(stock XOR 1), MIN(NOT stock), MIN(sku IN ('a')), MIN(ISNULL(sku)), MIN(sku <=> 'a'), MIN(stock BETWEEN 1 AND 2), MIN(stock AND 1), MIN(sku REGEXP 'a'), MIN(sku IS NULL), MIN(JSON_VALID(attrs)), MIN(sku IN (SELECT sku FROM carts)), MIN(stock > ALL (SELECT 1)), MIN(stock IS TRUE), MIN(CAST(stock AS CHAR)), MIN(STRCMP(sku,'a')), MIN(JSON_CONTAINS(attrs,'1')), MIN(IS_IPV4(sku)), MIN(+stock), MIN(TRUE), MIN(IF(stock>1, TRUE, FALSE)), MIN(COALESCE(stock > 1, FALSE)), MAX(CASE WHEN stock>1 THEN TRUE END) FROM products;

-- name: ExtractedParts :many
SELECT EXTRACT(YEAR FROM discontinued)+1 a, EXTRACT(QUARTER FROM discontinued)+1 a, EXTRACT(MICROSECOND FROM discontinued)+1 a, EXTRACT(YEAR_MONTH FROM discontinued)+1 a, EXTRACT(DAY_HOUR FROM discontinued)+1 a, EXTRACT(DAY_SECOND FROM discontinued)+1 a, EXTRACT(DAY_SECOND FROM discontinued) a, EXTRACT(DAY_MICROSECOND FROM discontinued)+1 a, EXTRACT(SECOND_MICROSECOND FROM discontinued)+1 a, EXTRACT(MINUTE_MICROSECOND FROM discontinued) a, EXTRACT(SECOND_MICROSECOND FROM discontinued) FROM products;

-- name: PickedValues :many
SELECT MIN(COALESCE(cost,0)), MIN(cost+1), MIN(IF(1,cost,cost)), MAX(COALESCE(weight,1)), MIN(COALESCE(since,2020)), MIN(IF(1,since,since)), MIN(IF(1,vip,vip)), MIN(COALESCE(flags,1)), MIN(IF(1,tier,tier)), MIN(CONCAT(tier)), MIN(IF(1,active,active)), MAX(COALESCE(updated_at, created_at)), MIN(IF(1,born,born)), MAX(DATE(placed)) FROM products, customers, orders;

-- name: WindowValues :many
-- columns: FIRST_VALUE(MONTH(placed)) OVER (ORDER BY id)!, LAG(id+1) OVER (ORDER BY id)?, LAG(MONTH(placed)) OVER (ORDER BY id)?, LEAD(MONTH(placed),1) OVER (ORDER BY id)?, NTH_VALUE(MONTH(placed), 2) OVER (ORDER BY id)?, LAST_VALUE(id=1) OVER (ORDER BY id)!, MIN(MONTH(placed)) OVER ()!, MAX(id=1) OVER ()!
SELECT FIRST_VALUE(MONTH(placed)) OVER (ORDER BY id), LAG(id+1) OVER (ORDER BY id), LAG(MONTH(placed)) OVER (ORDER BY id), LEAD(MONTH(placed),1) OVER (ORDER BY id), NTH_VALUE(MONTH(placed), 2) OVER (ORDER BY id), LAST_VALUE(id=1) OVER (ORDER BY id), MIN(MONTH(placed)) OVER (), MAX(id=1) OVER () FROM orders;

-- name: FlagsOfMaximum :many
-- columns: m+1!, x+1!, x*x!
SELECT m+1, x+1, x*x FROM (SELECT MAX(active) m, COALESCE(active,0) x FROM customers GROUP BY active) x;

-- name: Flags :many
SELECT active+1, active*active, TRUE+1, (1=1)+1, (1=1)+(1=1)+(1=1), -TRUE, SUM(active), reorder*reorder, -active FROM customers, products;

-- name: ArmsLeftOut :many
SELECT CASE WHEN id THEN stock END, CASE WHEN id THEN stock ELSE NULL END, IF(id, stock, NULL), CASE WHEN id THEN NULL ELSE stock END, COALESCE(stock, NULL), CASE WHEN id THEN id END, CASE WHEN 1 THEN stock END, IFNULL(NULL, stock) FROM products, customers;

-- name: SmallestPredicates :many
SELECT MIN(JSON_EXISTS(attrs,'$')), MIN(JSON_OVERLAPS(attrs,'1')), MIN(JSON_EQUALS(attrs,'1')), MIN(JSON_CONTAINS_PATH(attrs,'one','$')), MIN(ST_Contains(area,area)), MIN(ST_IsEmpty(area)), MIN(MBRContains(area,area)), MIN(ST_Relate(area,area,'TTTTTTTTT')), MIN(IS_FREE_LOCK('a')), MIN(ISNULL(attrs)), MIN(MATCH(full_name) AGAINST('x')), MIN(IS_IPV6(name)), MIN(EXISTS(SELECT 1)) FROM products, regions, customers;

-- name: NullArms :many
SELECT IF(id, NULL, stock), NVL2(id, stock, NULL), NVL2(id,NULL,stock), CASE id WHEN 1 THEN stock END, CASE id WHEN 1 THEN NULL WHEN 2 THEN stock END, CASE id WHEN 1 THEN stock WHEN 2 THEN NULL END, IFNULL(stock, NULL), NULLIF(stock, NULL), LEAST(stock, NULL), CASE WHEN id THEN NULL END FROM products, customers;

-- name: Pivot :many
SELECT MAX(CASE WHEN line = 1 THEN qty END) a, MAX(CASE WHEN line = 2 THEN unit_price END) b, MAX(IF(line = 3, sku, NULL)) c, SUM(CASE WHEN line = 4 THEN qty END) d, COUNT(CASE WHEN line = 1 THEN 1 END) e, MIN(CASE WHEN line=1 THEN order_id END) FROM order_items GROUP BY order_id;

-- name: ViewSums :many
SELECT t.n_lines+1, t.total+1, t.status+0, MAX(t.n_lines), MAX(t.customer_id) FROM order_totals t;

-- name: TimesAsNumbers :many
-- columns: NOW(6)+0!, CURTIME(3)+0!, NOW()+0!, SYSDATE(2)+0!, UTC_TIMESTAMP(1)+0!, TIME(shipped)+0?, TIMEDIFF(shipped, placed)+0?, ADDTIME(placed, '1:00')+0?, ADDTIME(placed, shipped)+0?, SEC_TO_TIME(1.5)+0!, SEC_TO_TIME(orders.id)+0?, MAKETIME(1,2,3.5)+0?, TIMESTAMP(placed)+0?, TIMESTAMP(shipped)+0?, FROM_UNIXTIME(1.5)+0?, STR_TO_DATE(note, '%H:%i:%s.%f')+0?, CAST(placed AS TIME(3))+0?, CAST(note AS DATETIME(6))+0?, CAST(placed AS DATETIME)+0?, shipped + INTERVAL 1 DAY + 0?, placed + INTERVAL 1 MICROSECOND + 0?, placed + INTERVAL 1.5 SECOND + 0?, placed + INTERVAL 1 SECOND + 0?, born + INTERVAL 1 HOUR + 0?, CONVERT_TZ(shipped,'+00:00','+01:00')+0?, updated_at+0?, LEAST(shipped, placed)+0?, COALESCE(shipped, placed)+0?, MAX(shipped)+0?, CURRENT_TIMESTAMP(3)-0!, TIME(placed)+0?, TIME(note)+0?
SELECT NOW(6)+0, CURTIME(3)+0, NOW()+0, SYSDATE(2)+0, UTC_TIMESTAMP(1)+0, TIME(shipped)+0, TIMEDIFF(shipped, placed)+0, ADDTIME(placed, '1:00')+0, ADDTIME(placed, shipped)+0, SEC_TO_TIME(1.5)+0, SEC_TO_TIME(orders.id)+0, MAKETIME(1,2,3.5)+0, TIMESTAMP(placed)+0, TIMESTAMP(shipped)+0, FROM_UNIXTIME(1.5)+0, STR_TO_DATE(note, '%H:%i:%s.%f')+0, CAST(placed AS TIME(3))+0, CAST(note AS DATETIME(6))+0, CAST(placed AS DATETIME)+0, shipped + INTERVAL 1 DAY + 0, placed + INTERVAL 1 MICROSECOND + 0, placed + INTERVAL 1.5 SECOND + 0, placed + INTERVAL 1 SECOND + 0, born + INTERVAL 1 HOUR + 0, CONVERT_TZ(shipped,'+00:00','+01:00')+0, updated_at+0, LEAST(shipped, placed)+0, COALESCE(shipped, placed)+0, MAX(shipped)+0, CURRENT_TIMESTAMP(3)-0, TIME(placed)+0, TIME(note)+0 FROM orders, customers;

-- name: TimeFunctionsAsNumbers :many
-- columns: TIMEDIFF(shipped, placed)+0?, TIMEDIFF(placed, placed)+0?, TIMEDIFF(note, note)+0?, TIMEDIFF(took, took)+0?, ADDTIME(took, '1')+0?, ADDTIME(took,took)+0?, SUBTIME(shipped, took)+0?, SEC_TO_TIME(discount)+0?, SEC_TO_TIME(note)+0?, SEC_TO_TIME(1e0)+0!, MAKETIME(1,1,discount)+0?, MAKETIME(1,1,note)+0?, MAKETIME(1,1,1)+0?, TIMESTAMP(placed, took)+0?, TIMESTAMP(shipped, took)+0?, TIMESTAMP(note)+0?, FROM_UNIXTIME(discount)+0?, FROM_UNIXTIME(id)+0?, TIME(discount)+0?, TIME(id)+0?, LOCALTIME(2)+0!, UTC_TIME(2)+0!, ADDTIME(note, note)+0?, TIMESTAMP(placed, '1:00')+0?, CONVERT_TZ(placed,'a','b')+0?, CONVERT_TZ(note,'a','b')+0?
SELECT TIMEDIFF(shipped, placed)+0, TIMEDIFF(placed, placed)+0, TIMEDIFF(note, note)+0, TIMEDIFF(took, took)+0, ADDTIME(took, '1')+0, ADDTIME(took,took)+0, SUBTIME(shipped, took)+0, SEC_TO_TIME(discount)+0, SEC_TO_TIME(note)+0, SEC_TO_TIME(1e0)+0, MAKETIME(1,1,discount)+0, MAKETIME(1,1,note)+0, MAKETIME(1,1,1)+0, TIMESTAMP(placed, took)+0, TIMESTAMP(shipped, took)+0, TIMESTAMP(note)+0, FROM_UNIXTIME(discount)+0, FROM_UNIXTIME(id)+0, TIME(discount)+0, TIME(id)+0, LOCALTIME(2)+0, UTC_TIME(2)+0, ADDTIME(note, note)+0, TIMESTAMP(placed, '1:00')+0, CONVERT_TZ(placed,'a','b')+0, CONVERT_TZ(note,'a','b')+0 FROM orders;

-- name: SecondsOf :many
-- columns: UNIX_TIMESTAMP(NOW(6))?, UNIX_TIMESTAMP(COALESCE(shipped,placed))?, UNIX_TIMESTAMP(placed + INTERVAL 1 HOUR)?, UNIX_TIMESTAMP(note)?, UNIX_TIMESTAMP(shipped)?, UNIX_TIMESTAMP(updated_at)?, TIME_TO_SEC(CURTIME(3))!, TIME_TO_SEC(TIMEDIFF(shipped, placed))?, UNIX_TIMESTAMP(STR_TO_DATE(note,'%Y-%m-%d %H:%i:%s'))?, UNIX_TIMESTAMP(DATE(placed))?, UNIX_TIMESTAMP(CAST(note AS DATETIME))?, UNIX_TIMESTAMP(CONCAT(born, ' 00:00:00'))?, ROUND(UNIX_TIMESTAMP(shipped))?, UNIX_TIMESTAMP('2024-01-01')?, UNIX_TIMESTAMP('2024-01-01 00:00:00.5')?, UNIX_TIMESTAMP(20240101)?
SELECT UNIX_TIMESTAMP(NOW(6)), UNIX_TIMESTAMP(COALESCE(shipped,placed)), UNIX_TIMESTAMP(placed + INTERVAL 1 HOUR), UNIX_TIMESTAMP(note), UNIX_TIMESTAMP(shipped), UNIX_TIMESTAMP(updated_at), TIME_TO_SEC(CURTIME(3)), TIME_TO_SEC(TIMEDIFF(shipped, placed)), UNIX_TIMESTAMP(STR_TO_DATE(note,'%Y-%m-%d %H:%i:%s')), UNIX_TIMESTAMP(DATE(placed)), UNIX_TIMESTAMP(CAST(note AS DATETIME)), UNIX_TIMESTAMP(CONCAT(born, ' 00:00:00')), ROUND(UNIX_TIMESTAMP(shipped)), UNIX_TIMESTAMP('2024-01-01'), UNIX_TIMESTAMP('2024-01-01 00:00:00.5'), UNIX_TIMESTAMP(20240101) FROM orders, customers;

-- name: SumsOfTimes :many
SELECT AVG(UNIX_TIMESTAMP(shipped)), SUM(TIME_TO_SEC(took)), SUM(took), AVG(placed), SUM(shipped), MAX(TIMEDIFF(shipped,placed)), SEC_TO_TIME(AVG(TIME_TO_SEC(took))), ABS(shipped), ROUND(took) FROM orders;

-- name: AssignedColumns :many
SELECT @c := stock, @c := reorder, @c := cost, @c := weight, @c := id, @c := qty, @c := price, @c := discontinued, @c := updated_at, @c := 'x', @c := 1=1, @c := 2.5, @c := NULL, @c := region, @c := last_ip, @c := area, @c := MONTH(born), @c := flags FROM products, customers, carts, regions;

-- name: TopCustomers :many
-- params: revenue decimal, limit bigint unsigned
SELECT c.id, c.email, COUNT(o.id) AS orders, COALESCE(SUM(i.qty * i.unit_price), 0) AS revenue
FROM customers c LEFT JOIN orders o ON o.customer_id = c.id AND o.status <> 'void'
LEFT JOIN order_items i ON i.order_id = o.id
GROUP BY c.id HAVING revenue >= ? ORDER BY revenue DESC LIMIT ?;

-- name: RevenuePerMonth :many
-- columns: ym!, n!, s?, a?, spread?
SELECT DATE_FORMAT(placed, '%Y-%m') AS ym, EXTRACT(YEAR_MONTH FROM placed) AS n, SUM(total) s, AVG(total) a, MAX(total) - MIN(total) AS spread
FROM orders JOIN order_totals USING (id) WHERE placed BETWEEN ? AND ? GROUP BY ym, n;

-- name: RollupStatus :many
-- columns: status!, tier?, n!
SELECT IFNULL(o.status, 'ALL') AS status, c.tier, COUNT(*) n FROM orders o JOIN customers c ON c.id = o.customer_id GROUP BY o.status, c.tier WITH ROLLUP;

-- name: MixedCase :many
-- columns: per?, m!, pw?, nr?, cp!
SELECT CASE stock WHEN 0 THEN NULL ELSE price / stock END AS per, IF(colour = 'red', 1, 'x') AS m, IF(stock > 5, price, weight) AS pw, NULLIF(reorder, -3) nr, IFNULL(cost, price) cp FROM products;

-- name: RunningTotal :many
-- columns: id!, placed!, run?, rn!, prev?, nxt?, rk!, pr!, q!
SELECT id, placed, SUM(discount) OVER (PARTITION BY customer_id ORDER BY placed ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run, ROW_NUMBER() OVER w AS rn, LAG(placed) OVER w AS prev, LEAD(status, 1) OVER w nxt, RANK() OVER w rk, PERCENT_RANK() OVER w pr, NTILE(4) OVER w q
FROM orders WINDOW w AS (PARTITION BY customer_id ORDER BY placed);

-- name: FirstLast :many
-- columns: id!, fv!, lv?, nv?, cd!, dr!
SELECT id, FIRST_VALUE(status) OVER (ORDER BY placed) fv, LAST_VALUE(note) OVER (ORDER BY placed ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) lv, NTH_VALUE(id, 2) OVER (ORDER BY placed) nv, CUME_DIST() OVER (ORDER BY id) cd, DENSE_RANK() OVER (ORDER BY status) dr FROM orders;

-- name: Tags :many
-- columns: id!, tag?, ord!
SELECT c.id, j.tag, j.ord FROM customers c, JSON_TABLE(c.prefs, '$.tags[*]' COLUMNS (ord FOR ORDINALITY, tag VARCHAR(20) PATH '$')) AS j;

-- name: PrefLang :many
SELECT id, JSON_VALUE(prefs, '$.lang') AS lang, JSON_EXTRACT(prefs, '$.tags') tags, JSON_UNQUOTE(JSON_EXTRACT(prefs, '$.lang')) AS l2, JSON_LENGTH(prefs) AS n, JSON_TYPE(prefs) t, JSON_VALID(prefs) v, JSON_CONTAINS(prefs, '"a"', '$.tags') AS has, JSON_KEYS(prefs) k FROM customers;

-- name: RegionTree :many
-- columns: code!, title!, depth!, path!
WITH RECURSIVE tree (code, title, depth, path) AS (
  SELECT region_code, title, 0, CAST(title AS CHAR(500)) FROM regions WHERE parent IS NULL
  UNION ALL
  SELECT r.region_code, r.title, depth + 1, CONCAT(path, '/', r.title) FROM regions r JOIN tree t ON r.parent = t.code)
SELECT * FROM tree ORDER BY path;

-- name: Calendar :many
-- params: start date, stop date
WITH RECURSIVE d AS (SELECT CAST(:start AS DATE) AS day UNION ALL SELECT day + INTERVAL 1 DAY FROM d WHERE day < :stop) SELECT d.day, COUNT(o.id) n FROM d LEFT JOIN orders o ON DATE(o.placed) = d.day GROUP BY d.day;

-- name: EnumMath :many
-- columns: idx!, g!, si?, fis?, c!, e?, f!
SELECT tier + 0 AS idx, tier = 'gold' AS g, interests + 0 si, FIND_IN_SET('toys', interests) fis, CONCAT(tier, '-', since) AS c, ELT(2, 'a', 'b') e, FIELD(tier, 'gold', 'silver') f FROM customers WHERE tier IN ('gold', ?) OR interests = 'toys,books';

-- name: Collations :many
-- columns: n!, f!, cc!, lit!, lx?, nn!, rb?, xx!, ox!, bb!
SELECT name COLLATE utf8mb4_bin AS n, full_name COLLATE utf8mb3_bin f, CONCAT(full_name, name) cc, _utf8mb4'abc' AS lit, _latin1 X'41' AS lx, N'nat' nn, _binary 'raw' AS rb, X'4142' xx, 0x41 ox, b'101' bb FROM products JOIN customers ON full_name = name COLLATE utf8mb4_general_ci;

-- name: InsertCustomerId :execlastid
-- params: email varchar, full_name varchar?, region char?, born date?, vip bit(1)?
INSERT INTO customers SET email = ?, full_name = ?, region = ?, born = ?, vip = ?;

-- name: UpsertCart :exec
-- params: customer int unsigned, sku varchar, qty int
INSERT INTO carts (customer_id, sku, qty) VALUES (:customer, :sku, :qty) ON DUPLICATE KEY UPDATE qty = qty + VALUES(qty), added = NOW(2);

-- name: UpsertProduct :execrows
-- params: sku varchar, name varchar, price decimal
INSERT INTO products (sku, name, price) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE price = IF(VALUES(price) > price, VALUES(price), price), name = VALUE(name);

-- name: ReplaceReview :exec
-- params: id int, sku varchar?, customer_id int unsigned?, stars tinyint unsigned
REPLACE INTO reviews (id, sku, customer_id, stars, posted) VALUES (?, ?, ?, ?, CURDATE());

-- name: InsertIgnoreRet :one
-- params: sku varchar?, customer_id int unsigned?, stars tinyint unsigned, body text?, posted date
INSERT IGNORE INTO reviews (sku, customer_id, stars, body, posted) VALUES (?, ?, ?, ?, ?) RETURNING id, stars, sku;

-- name: ReplaceRet :one
-- params: customer_id int unsigned, sku varchar, qty int
REPLACE carts VALUES (?, ?, ?, NOW()) RETURNING customer_id, qty * 2 AS dbl, added;

-- name: DeleteRet :many
-- params: customer_id int unsigned
DELETE FROM carts WHERE customer_id = ? RETURNING sku, qty;

-- name: UpdateJoin :execrows
-- params: discount decimal, placed datetime
UPDATE orders o JOIN customers c ON c.id = o.customer_id SET o.discount = o.discount + ?, c.balance = c.balance - 1 WHERE c.tier = 'gold' AND o.placed > ?;

-- name: UpdateCase :exec
-- params: balance decimal, prefs varchar?, interests customers_interests?, ids int unsigned*
UPDATE customers SET tier = CASE WHEN balance > ? THEN 'gold' WHEN balance > 10 THEN 'silver' ELSE tier END, prefs = JSON_SET(COALESCE(prefs, '{}'), '$.lang', ?), interests = ? WHERE id IN (flash.slice(ids));

-- name: DeleteMulti :exec
-- params: status orders_status, days bigint
DELETE o, i FROM orders o INNER JOIN order_items i ON i.order_id = o.id WHERE o.status = ? AND o.placed < NOW() - INTERVAL ? DAY;

-- name: DeleteUsing :exec
DELETE FROM r USING reviews AS r LEFT JOIN customers c ON c.id = r.customer_id WHERE c.id IS NULL;

-- name: Paging :many
-- params: region char?, q varchar, off bigint unsigned, size bigint unsigned
SELECT id, email FROM customers WHERE (:region IS NULL OR region = :region) AND (email LIKE CONCAT('%', :q, '%')) ORDER BY id LIMIT :off, :size;

-- name: UnionAll :many
SELECT id, email AS label, 'c' AS kind FROM customers UNION ALL SELECT id, note, 'order' FROM orders UNION SELECT NULL, sku, NULL FROM products ORDER BY label LIMIT 5;

-- name: ExceptIntersect :many
-- columns: sku!
(SELECT sku FROM products EXCEPT SELECT sku FROM order_items) UNION (SELECT sku FROM carts INTERSECT SELECT sku FROM reviews);

-- name: BracketLimits :many
(SELECT id, placed FROM orders ORDER BY placed DESC LIMIT 2) UNION ALL (SELECT id, posted FROM reviews ORDER BY posted LIMIT 1) ORDER BY 2;

-- name: ExistsBoth :many
-- columns: id!, has_orders!, last?, n!
SELECT id, EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id) AS has_orders, (SELECT MAX(placed) FROM orders o WHERE o.customer_id = c.id) AS last, (SELECT COUNT(*) FROM reviews WHERE customer_id = c.id) AS n FROM customers c WHERE NOT EXISTS (SELECT * FROM carts WHERE customer_id = c.id AND qty > ?);

-- name: Quantified :many
SELECT sku FROM products WHERE price > ALL (SELECT unit_price FROM order_items WHERE unit_price IS NOT NULL) AND stock >= ANY (SELECT qty FROM carts) AND sku <> SOME (SELECT sku FROM carts);

-- name: RowIn :many
-- params: customer_id int unsigned, sku varchar
SELECT * FROM carts WHERE (customer_id, sku) IN ((?, ?), (2, 'B2')) AND (qty, sku) > (0, '');

-- name: NestedJoin :many
SELECT c.id, o.id AS oid, i.line, p.name FROM customers c LEFT JOIN (orders o JOIN order_items i ON i.order_id = o.id JOIN products p USING (sku)) ON o.customer_id = c.id;

-- name: NullSafe :many
-- params: region char?
SELECT id, region <=> ? AS same, region IS NULL AS isn, ISNULL(full_name) i2, NOT active AS na, active AND vip AS av, active XOR vip AS x, active || vip AS o, active IS TRUE AS it, vip IS NOT UNKNOWN AS iu FROM customers;

-- name: Least :many
SELECT LEAST(price, cost) a, GREATEST(price, 10) b, LEAST(name, sku) c, GREATEST(born, '2000-01-01') d, COALESCE(born, created_at) e, COALESCE(colour, tier) f, IFNULL(colour, 'none') g, COALESCE(reorder, stock) h, COALESCE(active, vip) i, IF(active, since, stock) j FROM products, customers;

-- name: Derived :many
-- columns: tier!, n!, share?
SELECT t.tier, t.n, t.n / SUM(t.n) OVER () AS share FROM (SELECT tier, COUNT(*) AS n FROM customers GROUP BY tier) AS t;

-- name: Medians :many
-- columns: customer_id!, med?, pc?
SELECT DISTINCT customer_id, MEDIAN(discount) OVER (PARTITION BY customer_id) AS med, PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY discount) OVER (PARTITION BY customer_id) AS pc FROM orders;

-- name: TvcJoin :many
WITH v (k, lbl) AS (VALUES (1, 'one'), (2, NULL)) SELECT v.k, v.lbl, c.email FROM v LEFT JOIN customers c ON c.id = v.k;

-- name: SlicePair :many
-- params: customers int unsigned*, statuses orders_status*, placed datetime
SELECT * FROM orders WHERE customer_id IN (flash.slice(customers)) AND status NOT IN (flash.slice(statuses)) AND placed >= ?;

-- name: VariableBesideOthers :many
SELECT @n := IFNULL(@n, 0) + 1 AS n, COALESCE(@n, 'x') AS t, NVL(@n, NOW()) IS NULL AS e FROM orders;

-- name: EmptyList :exec
-- params: customer_id int unsigned, sku varchar
INSERT INTO carts () VALUES (?, ?, DEFAULT, NOW());

-- name: SetMaximum :exec
-- params: group_concat_max_len bigint unsigned
SET SESSION group_concat_max_len = ?;

-- name: InDocument :many
-- params: prefs varchar, prefs_2 varchar, prefs_3 varchar
SELECT id FROM customers WHERE JSON_EXTRACT(prefs, '$.lang') = ? AND JSON_VALUE(prefs, '$.n') IN (?, ?);

-- name: DecodeOracle :many
-- columns: n?, m?, same?
SELECT DECODE_ORACLE(tier, 'gold', 1, 'silver', 2, 0) AS n, DECODE_ORACLE(id, 1, 5) AS m, UUID() = token AS same FROM customers;

-- name: NamesOfSubqueries :many
-- params: count bigint, qty mediumint, count_2 bigint
SELECT id FROM orders o WHERE (SELECT COUNT(DISTINCT sku) FROM order_items) > ? AND (SELECT qty FROM order_items LIMIT 1) = ? AND ? IN (SELECT COUNT(*) FROM carts);

-- name: OwnTables :many
-- params: table_schema varchar, table_rows bigint unsigned
SELECT table_name FROM information_schema.tables WHERE table_schema = ? AND TABLE_ROWS > ?;

-- name: LabelsOrNull :exec
-- params: tier customers_tier?, active boolean?, interests customers_interests?, id int unsigned
UPDATE customers SET tier = COALESCE(flash.narg(tier), tier), active = IFNULL(flash.narg(active), active), interests = COALESCE(flash.narg(interests), interests) WHERE id = flash.arg(id);

-- name: OpenNullIf :many
-- params: arg_1 varchar, arg_2 varchar
WITH v (a) AS (VALUES (1), (NULLIF(?, ?))) SELECT a FROM v;

-- name: PositiveDecimals :many
SELECT credit DIV 2 AS a, CEIL(credit) AS b, FLOOR(credit * 2) AS c, CAST(credit AS SIGNED) AS d, CEIL(MAX(credit)) AS e, credit - 1 AS f FROM customers GROUP BY id;
