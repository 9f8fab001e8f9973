-- A warehouse: stock and movements, views that take changes, compounds.
CREATE TABLE product (
  sku TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, price_cents INTEGER NOT NULL CHECK (price_cents >= 0),
  weight_g REAL, tags JSON, discontinued BOOLEAN DEFAULT FALSE, added DATE DEFAULT (date('now')), dims TEXT);
CREATE TABLE warehouse (id INTEGER PRIMARY KEY, code CHAR(3) UNIQUE NOT NULL, city NVARCHAR(50), lat DOUBLE, lon DOUBLE, opened_at TIME);
CREATE TABLE stock (sku TEXT NOT NULL REFERENCES product(sku), wh INTEGER NOT NULL REFERENCES warehouse(id), qty INTEGER NOT NULL DEFAULT 0, min_qty INTEGER, counted_at TIMESTAMP, PRIMARY KEY (wh, sku));
CREATE TABLE movement (id INTEGER PRIMARY KEY, sku TEXT NOT NULL, from_wh INTEGER, to_wh INTEGER, qty INTEGER NOT NULL, moved_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), reason TEXT, cost DECIMAL(8,3), ref UUID UNIQUE);
CREATE TABLE price_log (sku TEXT, valid_from DATETIME, cents INT, PRIMARY KEY (sku, valid_from));
CREATE VIEW stock_value AS SELECT s.wh, s.sku, s.qty * p.price_cents AS cents, s.qty * p.price_cents / 100.0 AS eur FROM stock s JOIN product p ON p.sku = s.sku;
CREATE VIEW low AS SELECT wh, sku, qty, min_qty FROM stock WHERE qty < min_qty;
CREATE TRIGGER low_upd INSTEAD OF UPDATE ON low BEGIN UPDATE stock SET qty = new.qty WHERE wh = new.wh AND sku = new.sku; END;
INSERT INTO product VALUES ('A1','Axe',1999,1200.5,'["tool","sharp"]',0,'2023-01-01','10x20'),('B2','Bolt',5,NULL,NULL,NULL,NULL,NULL),('C3','Cat',100,3500,'{"x":{"y":[10,20]}}',1,'2024-02-29','5x5');
INSERT INTO warehouse VALUES (1,'BER','Berlin',52.5,13.4,'08:00'),(2,'PAR',NULL,NULL,NULL,NULL);
INSERT INTO stock VALUES ('A1',1,10,5,'2024-01-01 10:00:00'),('B2',1,1,100,NULL),('A1',2,0,NULL,NULL);
INSERT INTO movement(sku,from_wh,to_wh,qty,reason,cost,ref) VALUES ('A1',NULL,1,10,'buy',12.5,'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'),('A1',1,2,3,NULL,NULL,NULL),('B2',1,NULL,2,'sale',1,NULL);
INSERT INTO price_log VALUES ('A1','2024-01-01 00:00:00',1899),('A1','2024-02-01 00:00:00',1999),('B2',NULL,4);

-- name: Receive :one
INSERT INTO stock (sku, wh, qty, counted_at) VALUES (:sku, :wh, :qty, datetime('now')) ON CONFLICT (wh, sku) DO UPDATE SET qty = stock.qty + :qty, counted_at = excluded.counted_at RETURNING qty, qty < ifnull(min_qty, 0) AS short, counted_at;
-- name: Transfer :many
UPDATE stock SET qty = qty + CASE wh WHEN :src THEN -:n WHEN :dst THEN :n ELSE 0 END WHERE sku = :sku AND wh IN (:src, :dst) RETURNING wh, qty;
-- name: LogMove :one
INSERT INTO movement (sku, from_wh, to_wh, qty, reason, cost, ref) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING id, moved_at, cost, ref, date(moved_at) AS day;
-- name: AsOf :one
SELECT cents FROM price_log WHERE sku = ? AND valid_from <= ? ORDER BY valid_from DESC LIMIT 1;
-- name: Ranges :many
SELECT sku, valid_from, lead(valid_from) OVER (PARTITION BY sku ORDER BY valid_from) AS valid_to, cents - lag(cents) OVER (PARTITION BY sku ORDER BY valid_from) AS delta FROM price_log;
-- name: Balance :many
SELECT wh, sku, sum(q) AS balance FROM (SELECT to_wh AS wh, sku, qty AS q FROM movement WHERE to_wh IS NOT NULL UNION ALL SELECT from_wh, sku, -qty FROM movement WHERE from_wh IS NOT NULL) GROUP BY wh, sku HAVING balance <> 0;
-- name: Missing :many
SELECT p.sku, w.code FROM product p CROSS JOIN warehouse w LEFT JOIN stock s ON s.sku = p.sku AND s.wh = w.id WHERE s.sku IS NULL;
-- name: ValueBy :many
SELECT w.code, ifnull(w.city, w.code) AS place, count(v.sku) AS n, sum(v.cents) AS cents, round(total(v.eur), 2) AS eur FROM warehouse AS w LEFT JOIN stock_value AS v ON v.wh = w.id GROUP BY w.id;
-- name: LowView :many
SELECT * FROM low WHERE wh = :wh;
-- name: UpdView :exec
UPDATE low SET qty = ? WHERE wh = ? AND sku = ?;
-- name: TagSearch :many
SELECT DISTINCT p.sku, p.name FROM product p, json_each(p.tags) je WHERE je.value IN (SELECT value FROM json_each(:tags)) AND NOT p.discontinued;
-- name: DeepJson :many
SELECT sku, tags -> 'x' -> 'y' ->> 0 AS first, json_extract(tags, '$.x.y[1]') AS second, json_array_length(tags -> '$.x.y') AS n FROM product WHERE json_type(tags) = 'object';
-- name: JsonBuild :one
SELECT json_object('sku', p.sku, 'stock', json_group_array(json_object('wh', w.code, 'qty', s.qty))) AS doc, json_group_array(json_array(w.code, s.qty)) AS arr FROM product p JOIN stock s USING (sku) JOIN warehouse w ON w.id = s.wh WHERE p.sku = ?;
-- name: JsonUpd :one
UPDATE product SET tags = json_insert(ifnull(tags, '[]'), '$[#]', :tag) WHERE sku = :sku RETURNING tags, json_array_length(tags) AS n;
-- name: JsonUpd2 :execrows
UPDATE product SET tags = (SELECT json_group_array(value) FROM json_each(product.tags) WHERE value <> :tag) WHERE json_type(tags) = 'array';
-- name: JsonReplace :execrows
UPDATE product SET tags = json_replace(tags, '$.x.y[0]', json_extract(tags, '$.x.y[0]') + 1) WHERE tags IS NOT NULL;
-- name: UpsertNothing :one
INSERT INTO warehouse (code, city) VALUES (upper(?), ?) ON CONFLICT (code) DO NOTHING RETURNING id;
-- name: UpsertSame :one
INSERT INTO warehouse (code) VALUES (?) ON CONFLICT (code) DO UPDATE SET code = code RETURNING id, code, city;
-- name: UpsertRow :one
INSERT INTO warehouse (code, lat, lon) VALUES (?, ?, ?) ON CONFLICT (code) DO UPDATE SET (lat, lon) = (excluded.lat, excluded.lon) RETURNING lat, lon, lat + lon AS s, abs(lat) AS al, round(lat) AS rl, CAST(lat AS INTEGER) AS il;
-- name: OnConflictAny :one
INSERT INTO movement (sku, qty, ref) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET qty = movement.qty + excluded.qty, reason = coalesce(excluded.reason, 'again') RETURNING id, reason, qty;
-- name: DelLimit :many
DELETE FROM movement WHERE id IN (SELECT id FROM movement ORDER BY moved_at LIMIT :n) RETURNING id, sku, qty, from_wh IS NULL AS inbound;
-- name: Hist :many
SELECT price_cents / 100 * 100 AS bucket, count(*) AS n, printf('%s', group_concat(sku)) AS skus FROM product GROUP BY bucket ORDER BY bucket;
-- name: Quartile :many
SELECT sku, ntile(4) OVER (ORDER BY price_cents) AS q, price_cents * 1.0 / max(price_cents) OVER () AS rel, avg(weight_g) OVER () AS w FROM product;
-- name: Cumul :many
SELECT moved_at, sku, sum(CASE WHEN to_wh IS NULL THEN -qty ELSE qty END) OVER (PARTITION BY sku ORDER BY moved_at, id ROWS UNBOUNDED PRECEDING) AS level FROM movement;
-- name: FirstPerGroup :many
SELECT sku, moved_at FROM (SELECT sku, moved_at, row_number() OVER (PARTITION BY sku ORDER BY moved_at) rn FROM movement) t WHERE rn = 1;
-- name: Share :many
SELECT sku, 100.0 * qty / (SELECT sum(qty) FROM stock) AS pct, 1.0 * qty / nullif(min_qty, 0) AS cover FROM stock;
-- name: DateParts :many
SELECT strftime('%Y', added) AS y, CAST(strftime('%m', added) AS INTEGER) AS m, date(added, 'start of year') AS soy, date(added, '+1 year', '-1 day') AS e, julianday('now') - julianday(added) > 30 AS old FROM product;
-- name: IsoDate :many
SELECT id, substr(moved_at, 1, 10) AS d, datetime(moved_at) AS dt, unixepoch(moved_at) AS u, strftime('%H', moved_at) + 0 AS hour FROM movement WHERE moved_at >= :since ORDER BY moved_at DESC;
-- name: LastWeek :one
SELECT count(*) AS n, coalesce(sum(cost), 0) AS cost, min(moved_at) AS first FROM movement WHERE date(moved_at) > date('now', '-7 days');
-- name: TimeCol :many
SELECT code, opened_at, time(opened_at, '+30 minutes') AS later, opened_at < time('now') AS open FROM warehouse;
-- name: PerHour :many
WITH RECURSIVE h(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM h WHERE n < 23) SELECT printf('%02d', h.n) AS hour, count(m.id) AS moves FROM h LEFT JOIN movement m ON CAST(strftime('%H', m.moved_at) AS INTEGER) = h.n GROUP BY h.n;
-- name: ChainCte :many
WITH a AS (SELECT sku, sum(qty) AS q FROM stock GROUP BY sku), b AS (SELECT a.*, p.name, p.price_cents * a.q AS v FROM a JOIN product p USING (sku)), c AS (SELECT *, rank() OVER (ORDER BY v DESC) AS rk FROM b) SELECT sku, name, q, v, rk FROM c WHERE rk <= 3;
-- name: CteValues :many
WITH lookup(code, label) AS (VALUES ('buy', 'Purchase'), ('sale', 'Sale')) SELECT m.id, coalesce(l.label, 'Other') AS label FROM movement m LEFT JOIN lookup l ON l.code = m.reason;
-- name: CteExists :one
WITH x AS NOT MATERIALIZED (SELECT 1 FROM stock WHERE qty = 0) SELECT EXISTS (SELECT * FROM x) AS any_empty, (SELECT count(*) FROM x) AS n;
-- name: Path :many
WITH RECURSIVE route(wh, hops, path) AS (SELECT :start, 0, CAST(:start AS TEXT) UNION ALL SELECT m.to_wh, r.hops + 1, r.path || '>' || m.to_wh FROM route r JOIN movement m ON m.from_wh = r.wh WHERE r.hops < 4 AND m.to_wh IS NOT NULL) SELECT wh, min(hops) AS hops, path FROM route GROUP BY wh;
-- name: Dates :many
WITH RECURSIVE dates(d) AS (VALUES(:from_day) UNION ALL SELECT date(d, '+1 day') FROM dates WHERE d < :to_day) SELECT d FROM dates;
-- name: Correlated :many
SELECT p.sku, p.name, (SELECT group_concat(w.code, ',') FROM stock s JOIN warehouse w ON w.id = s.wh WHERE s.sku = p.sku AND s.qty > 0) AS where_, EXISTS (SELECT 1 FROM stock s WHERE s.sku = p.sku AND s.qty = 0) AS out FROM product AS p;
-- name: NotIn :many
SELECT sku FROM product WHERE sku NOT IN (SELECT sku FROM movement WHERE from_wh IS NOT NULL);
-- name: AllAny :many
SELECT name FROM product WHERE price_cents >= (SELECT max(price_cents) FROM product) AND weight_g > (SELECT avg(weight_g) FROM product);
-- name: Opt :many
SELECT sku, name FROM product WHERE (?1 IS NULL OR name LIKE ?1) AND (?2 IS NULL OR price_cents <= ?2) AND discontinued IS NOT TRUE LIMIT ?3;
-- name: Toggle :one
UPDATE product SET discontinued = NOT discontinued WHERE sku = ? RETURNING discontinued, NOT discontinued AS active, sku;
-- name: SetNull :exec
UPDATE product SET weight_g = NULL, dims = :dims, added = :added WHERE sku = :sku;
-- name: Incr :one
UPDATE stock SET qty = qty - ?1 WHERE wh = ?2 AND sku = ?3 AND qty >= ?1 RETURNING qty;
-- name: GroupMulti :many
SELECT s.wh, p.discontinued, count(*) AS n, min(p.added) AS oldest, max(p.weight_g) AS heavy, avg(p.price_cents) AS avg_c FROM stock s JOIN product p ON p.sku = s.sku GROUP BY s.wh, p.discontinued;
-- name: HavingAgg :many
SELECT sku, count(DISTINCT wh) AS whs FROM stock GROUP BY sku HAVING count(DISTINCT wh) > 1 AND min(qty) = 0;
-- name: Concat :many
SELECT name || ' (' || sku || ')' AS label, dims || '', price_cents || 'c' AS c, weight_g || 'g' AS w FROM product;
-- name: SplitDims :many
SELECT sku, CAST(substr(dims, 1, instr(dims, 'x') - 1) AS INTEGER) AS w, CAST(substr(dims, instr(dims, 'x') + 1) AS INTEGER) AS h FROM product WHERE dims LIKE '%x%';
-- name: Haversine :many
SELECT code, acos(sin(radians(lat)) * sin(radians(:lat)) + cos(radians(lat)) * cos(radians(:lat)) * cos(radians(lon - :lon))) * 6371 AS km FROM warehouse WHERE lat IS NOT NULL ORDER BY km;
-- name: Near :one
SELECT * FROM warehouse WHERE lat BETWEEN :lat - :d AND :lat + :d AND lon BETWEEN :lon - :d AND :lon + :d ORDER BY (lat - :lon) * (lat - :lon) LIMIT 1;
-- name: Decs :many
SELECT cost, cost + 1 AS a, cost * qty AS b, cost / 2 AS c, sum(cost) OVER () AS d, max(cost) OVER () AS e, coalesce(cost, 0) AS f, ifnull(cost, '-') AS g, CAST(cost AS TEXT) AS h FROM movement;
-- name: Uuids :many
SELECT id, ref FROM movement WHERE ref = :ref OR ref IN (SELECT ref FROM movement WHERE qty > 5);
-- name: Compound :many
SELECT sku, 'p' AS src, price_cents AS n FROM product UNION SELECT sku, 's', qty FROM stock UNION ALL SELECT sku, NULL, cost FROM movement ORDER BY 1, src LIMIT 10;
-- name: CompCte :many
WITH u AS (SELECT sku FROM product INTERSECT SELECT sku FROM stock) SELECT u.sku, p.name FROM u, product p WHERE p.sku = u.sku;
-- name: ValsJoin :many
SELECT v.column1 AS sku, p.name FROM (VALUES ('A1'), ('Z9')) AS v LEFT JOIN product p ON p.sku = v.column1;
-- name: Like3 :many
SELECT name LIKE 'a%' AS l, name GLOB 'A*' AS g, name NOT LIKE :p AS nl, instr(lower(name), lower(:q)) > 0 AS has FROM product;
-- name: SqliteSchema :many
SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name;
-- name: PragmaJoin :many
SELECT m.name AS tbl, p.name AS col, p.type FROM sqlite_schema m JOIN pragma_table_info(m.name) p WHERE m.type = 'table';
-- name: Rand :one
SELECT sku FROM product ORDER BY random() LIMIT 1;
-- name: Nested :many
SELECT x.* FROM (SELECT y.sku, max(y.q) AS q FROM (SELECT sku, qty * 2 AS q FROM stock) AS y GROUP BY y.sku) AS x WHERE x.q BETWEEN ? AND ?;
-- name: Exact :one
SELECT p.*, s.qty FROM product p JOIN stock s ON s.sku = p.sku AND s.wh = ? WHERE p.sku = ?;
-- name: MinMaxRow :one
SELECT sku, min(price_cents) AS cheapest FROM product;
-- name: SumBool :one
SELECT sum(discontinued) AS gone, sum(price_cents > 100) AS dear, avg(discontinued) AS share, count(*) FILTER (WHERE weight_g IS NULL) AS unweighed, max(discontinued) AS any_gone FROM product;
-- name: Subquery2 :many
SELECT wh, (SELECT json_group_array(sku) FROM stock i WHERE i.wh = o.wh) AS skus, (SELECT qty FROM stock i WHERE i.wh = o.wh ORDER BY qty DESC LIMIT 1) AS top FROM stock o GROUP BY wh;
