-- A stockroom: keys that may be NULL, stock, sales and a tree of categories.
CREATE TABLE product (sku TEXT PRIMARY KEY, title TEXT NOT NULL, price_cents INTEGER NOT NULL CHECK (price_cents >= 0), weight REAL, attrs JSON NOT NULL DEFAULT '{}', discontinued DATE, category_id INT REFERENCES category (id));
CREATE TABLE category (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, parent_id INTEGER REFERENCES category (id));
CREATE TABLE stock (sku TEXT NOT NULL REFERENCES product, warehouse TEXT NOT NULL, qty INT NOT NULL DEFAULT 0, counted TIMESTAMP, PRIMARY KEY (sku, warehouse)) WITHOUT ROWID;
CREATE TABLE sale (id INTEGER PRIMARY KEY, sku TEXT NOT NULL, qty INTEGER NOT NULL, at DATETIME NOT NULL, price NUMERIC, customer TEXT, ok BOOLEAN);
INSERT INTO category VALUES (1, 'root', NULL), (2, 'sub', 1), (3, 'leaf', 2);
INSERT INTO product VALUES ('p1', 'One', 100, 1.5, '{"color":"red","size":[1,2]}', NULL, 3), ('p2', 'Two', 250, NULL, '{}', '2024-01-01', NULL), (NULL, 'No sku', 5, 0.5, '{"color":null}', NULL, 2);
INSERT INTO stock VALUES ('p1', 'a', 5, NULL), ('p1', 'b', 0, '2024-01-01 00:00:00'), ('p2', 'a', 7, NULL);
INSERT INTO sale VALUES (1, 'p1', 2, '2024-01-05 10:00:00', 200, 'x', 1), (2, 'p1', 1, '2024-02-05 10:00:00', 99.5, NULL, NULL), (3, 'p2', 5, '2024-02-06 11:00:00', NULL, 'x', 0), (4, 'gone', 1, '2023-02-06 11:00:00', 10, 'y', 1);

-- name: StockOfProducts :many
-- columns: sku TEXT?, title TEXT!, on_hand INTEGER?
SELECT p.sku, p.title, sum(s.qty) AS on_hand FROM product p LEFT JOIN stock s ON s.sku = p.sku GROUP BY p.sku, p.title ORDER BY on_hand DESC NULLS LAST;
-- name: ScarceProducts :many
-- params: on_hand INTEGER
-- columns: title TEXT!, on_hand INTEGER!, places INTEGER!, t REAL!
SELECT p.title, coalesce(sum(s.qty), 0) AS on_hand, count(s.sku) AS places, total(s.qty) t FROM product p LEFT JOIN stock s USING (sku) GROUP BY p.rowid HAVING on_hand < ?;
-- name: ProductOrNone :many
-- params: sku TEXT
-- columns: sku TEXT?
SELECT sku FROM product WHERE sku = ? OR sku IS NULL;
-- name: TitleOf :one
-- params: sku TEXT
-- columns: title TEXT!
SELECT title FROM product WHERE sku = ?;
-- name: PathOfCategory :many
-- params: id INTEGER
-- columns: name TEXT!, lvl INTEGER!, deep INTEGER!
WITH RECURSIVE up(id, name, parent_id, lvl) AS (SELECT id, name, parent_id, 0 FROM category WHERE id = ? UNION ALL SELECT c.id, c.name, c.parent_id, up.lvl + 1 FROM category c JOIN up ON c.id = up.parent_id) SELECT name, lvl, max(lvl) OVER () AS deep FROM up ORDER BY lvl DESC;
-- name: SalesByYear :many
-- columns: y TEXT?, revenue INTEGER | REAL?, ok_qty INTEGER!, avg(ok) REAL?, min(ok) BOOLEAN?, max(price) NUMERIC?
SELECT strftime('%Y', at) AS y, sum(qty * price) AS revenue, sum(CASE WHEN ok THEN qty ELSE 0 END) AS ok_qty, avg(ok), min(ok), max(price) FROM sale GROUP BY y;
-- name: Customers :many
-- columns: customer TEXT!, n INTEGER!, s INTEGER | REAL?, skus TEXT!, j JSON!
SELECT customer, count(*) n, sum(price) s, group_concat(DISTINCT sku) skus, json_group_array(DISTINCT sku) j FROM sale WHERE customer IS NOT NULL GROUP BY customer;
-- name: SalesBeside :many
-- columns: id INTEGER!, price NUMERIC?, d INTEGER | REAL?, run INTEGER!, m REAL?, fc TEXT?
SELECT id, price, price - lag(price) OVER (PARTITION BY sku ORDER BY at) AS d, sum(qty) OVER (PARTITION BY sku ORDER BY at ROWS UNBOUNDED PRECEDING) AS run, avg(price) OVER (ORDER BY at ROWS BETWEEN 2 PRECEDING AND 1 FOLLOWING) m, first_value(customer) OVER (PARTITION BY sku ORDER BY at) fc FROM sale;
-- name: PutInStock :one
-- params: sku TEXT, wh TEXT, qty INT
-- columns: qty INT!, counted TIMESTAMP?
INSERT INTO stock (sku, warehouse, qty) VALUES (:sku, :wh, :qty) ON CONFLICT (sku, warehouse) DO UPDATE SET qty = stock.qty + excluded.qty, counted = CURRENT_TIMESTAMP RETURNING qty, counted;
-- name: PatchProduct :one
-- params: patch JSON, weight REAL?, sku TEXT
-- columns: color INTEGER | REAL | TEXT?, attrs JSON!, weight REAL?
UPDATE product SET attrs = json_patch(attrs, :patch), weight = coalesce(:weight, weight) WHERE sku = :sku RETURNING attrs ->> 'color' AS color, attrs, weight;
-- name: ForgetStraySales :many
-- columns: id INTEGER!, sku TEXT!, p NUMERIC!
DELETE FROM sale WHERE sku NOT IN (SELECT sku FROM product WHERE sku IS NOT NULL) RETURNING id, sku, coalesce(price, 0) AS p;
-- name: Sizes :many
-- columns: sku TEXT?, size INTEGER | REAL | TEXT?
SELECT p.sku, j.value AS size FROM product p, json_each(p.attrs, '$.size') j;
-- name: EveryAttribute :many
-- columns: sku TEXT?, key INTEGER | TEXT?, value INTEGER | REAL | TEXT?
SELECT p.sku, e.key, e.value FROM product p LEFT JOIN json_each(p.attrs) e;
-- name: ByColour :many
-- params: attrs INTEGER | REAL | TEXT, attrs_2 INTEGER | REAL | TEXT
-- columns: sku TEXT?, title TEXT!
SELECT sku, title FROM product WHERE attrs ->> '$.color' = ? AND json_extract(attrs, '$.size[0]') > ?;
-- name: CategoriesWithParents :many
-- columns: name TEXT!, parent TEXT?, n INTEGER!
SELECT c.name, parent.name AS parent, (SELECT count(*) FROM product p WHERE p.category_id = c.id) AS n FROM category c LEFT JOIN category parent ON parent.id = c.parent_id;
-- name: ProductsAndCategories :many
-- columns: kind INTEGER!, k TEXT?, title TEXT!
SELECT 1 AS kind, sku AS k, title FROM product UNION ALL SELECT 2, CAST(id AS TEXT), name FROM category ORDER BY kind, k;
-- name: SoldOut :many
-- params: qty INTEGER
-- columns: sku TEXT!
SELECT sku FROM stock GROUP BY sku HAVING sum(qty) > ? AND min(qty) = 0;
-- name: TotalsOfProducts :one
-- columns: total REAL?, last DATE?, w REAL?, a REAL?, c INTEGER!
SELECT sum(price_cents) / 100.0 AS total, max(discontinued) AS last, sum(weight) w, avg(price_cents) a, count(*) c FROM product;
-- name: Prices :many
-- columns: sku TEXT?, euros INTEGER!, cents INTEGER!, gross REAL!, shown TEXT!, round(price_cents * 0.01, 2) REAL!
SELECT sku, price_cents / 100 AS euros, price_cents % 100 AS cents, price_cents * 1.19 AS gross, printf('%d.%02d', price_cents / 100, price_cents % 100) AS shown, round(price_cents * 0.01, 2) FROM product;
-- name: SalesSince :many
-- params: since DATETIME, customer TEXT?, limit INTEGER?
-- columns: id INTEGER!, sku TEXT!, qty INTEGER!, at DATETIME!, price NUMERIC?, customer TEXT?, ok BOOLEAN?
SELECT * FROM sale WHERE at >= :since AND (:customer IS NULL OR customer = :customer) ORDER BY at LIMIT coalesce(:limit, 50);
-- name: BestWarehouse :many
-- columns: sku TEXT?, best TEXT?, stocked INTEGER!
SELECT sku, (SELECT warehouse FROM stock s WHERE s.sku = product.sku ORDER BY qty DESC LIMIT 1) AS best, EXISTS (SELECT 1 FROM stock s WHERE s.sku = product.sku) AS stocked FROM product;
-- name: BestSold :many
-- columns: sku TEXT!, q INTEGER!
SELECT x.sku, x.q FROM (SELECT sku, sum(qty) AS q FROM sale GROUP BY sku) AS x WHERE x.q = (SELECT max(q) FROM (SELECT sum(qty) AS q FROM sale GROUP BY sku));
-- name: SalesThatWentWell :many
-- columns: id INTEGER!
SELECT id FROM sale WHERE ok;
-- name: WentWell :many
-- columns: id INTEGER!, ok BOOLEAN?, bad INTEGER?, yes INTEGER!, maybe INTEGER!, eq INTEGER?, yn TEXT!
SELECT id, ok, NOT ok AS bad, ok IS TRUE AS yes, ok IS NOT FALSE AS maybe, ok = 1 AS eq, iif(ok, 'y', 'n') yn FROM sale;
-- name: Discontinued :many
-- params: a DATE, b DATE
-- columns: sku TEXT?, discontinued DATE!, days REAL?, nxt TEXT?
SELECT p.sku, p.discontinued, julianday('now') - julianday(p.discontinued) AS days, date(p.discontinued, '+1 month') nxt FROM product p WHERE p.discontinued BETWEEN :a AND :b;
-- name: StockAndSales :many
-- columns: sku TEXT?, q INTEGER?, n INTEGER?
SELECT coalesce(a.sku, b.sku) AS sku, a.q, b.n FROM (SELECT sku, sum(qty) q FROM stock GROUP BY sku) a FULL JOIN (SELECT sku, count(*) n FROM sale GROUP BY sku) b ON a.sku = b.sku;
-- name: StockAndSalesUsing :many
-- columns: sku TEXT!, q INTEGER?, n INTEGER?
SELECT sku, a.q, b.n FROM (SELECT sku, sum(qty) q FROM stock GROUP BY sku) a FULL JOIN (SELECT sku, count(*) n FROM sale GROUP BY sku) b USING (sku);
-- name: StockNaturally :many
-- columns: sku TEXT!, warehouse TEXT!, qty INT!, counted TIMESTAMP?, title TEXT!, price_cents INTEGER!, weight REAL?, attrs JSON!, discontinued DATE?, category_id INT?
SELECT * FROM stock NATURAL JOIN product;
-- name: EmptyWarehouse :many
-- params: warehouse TEXT
-- columns: sku TEXT!, warehouse TEXT!, qty INT!, counted TIMESTAMP?
UPDATE stock SET (qty, counted) = (0, datetime('now')) WHERE warehouse = ? RETURNING *;
-- name: Ranked :many
-- columns: sku TEXT!, r INTEGER!, dr INTEGER!, everything INTEGER!
SELECT sku, rank() OVER w r, dense_rank() OVER w dr, sum(q) OVER () AS everything FROM (SELECT sku, sum(qty) AS q FROM sale GROUP BY sku) WINDOW w AS (ORDER BY q DESC);
-- name: Documents :many
-- params: q TEXT
-- columns: doc JSON!
SELECT json_object('sku', sku, 'tags', json(attrs), 'n', price_cents) AS doc FROM product WHERE title LIKE :q ESCAPE '!';
-- name: TakenByChance :many
-- columns: code TEXT!, d INTEGER!, t TEXT!, shown INTEGER | REAL | TEXT!
SELECT upper(hex(randomblob(4))) AS code, abs(random()) % 10 AS d, typeof(price) AS t, ifnull(price, 'none') AS shown FROM sale;
-- name: Shares :one
-- params: at_from DATETIME, at_to DATETIME
-- columns: pct REAL?, mean REAL?
SELECT count(*) FILTER (WHERE ok) * 100.0 / count(*) AS pct, total(price) / nullif(count(price), 0) AS mean FROM sale WHERE at BETWEEN ? AND ?;
-- name: ByRows :many
-- params: price_cents INTEGER, title TEXT
-- columns: title TEXT!
SELECT title FROM product WHERE (sku, price_cents) IN (SELECT sku, max(price) FROM sale GROUP BY sku) OR (price_cents, title) >= (?, ?);
-- name: Weeks :many
-- columns: week_start TEXT?, dow INTEGER?
SELECT DISTINCT date(at, 'weekday 0', '-6 days') AS week_start, CAST(strftime('%w', at) AS INTEGER) AS dow FROM sale;
-- name: MostInStock :many
-- params: id INTEGER
-- columns: sku TEXT!, qty INTEGER!
SELECT sku, qty FROM stock WHERE qty = (SELECT max(qty) FROM stock) UNION SELECT sku, qty FROM sale WHERE id = :id;
-- name: TitlesByCategory :many
-- params: count_from INTEGER, count_to INTEGER
-- columns: titles TEXT!, category_id INT?
SELECT group_concat(title, '; ') AS titles, category_id FROM product GROUP BY category_id HAVING count(*) BETWEEN ? AND ?;
