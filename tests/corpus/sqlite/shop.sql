-- A shop: declared types of every affinity, keys of every kind, views, and rows rich in NULL.
CREATE TABLE customers (
    id INTEGER PRIMARY KEY,
    email TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name VARCHAR(80) NOT NULL,
    phone TEXT,
    active BOOLEAN NOT NULL DEFAULT TRUE,
    vip BOOL,
    born DATE,
    joined TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    opens TIME,
    credit DECIMAL(10, 2) NOT NULL DEFAULT 0,
    score REAL,
    settings JSON,
    avatar BLOB,
    token UUID,
    anything
);

CREATE TABLE products (
    sku TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    price NUMERIC(12, 2) NOT NULL CHECK (price >= 0),
    weight DOUBLE PRECISION,
    stock INT NOT NULL DEFAULT 0,
    tags JSON NOT NULL DEFAULT '[]',
    gross REAL GENERATED ALWAYS AS (price * 1.19) VIRTUAL,
    label TEXT AS (sku || ': ' || title) STORED
) WITHOUT ROWID;

CREATE TABLE orders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'paid', 'sent')),
    placed DATETIME NOT NULL,
    note TEXT,
    discount REAL
);

CREATE TABLE lines (
    order_id INT NOT NULL REFERENCES orders (id),
    line INT NOT NULL,
    sku TEXT NOT NULL REFERENCES products (sku),
    quantity INT NOT NULL,
    price DECIMAL NOT NULL,
    total GENERATED ALWAYS AS (quantity * price),
    PRIMARY KEY (order_id, line)
);

CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    payload ANY,
    size REAL
) STRICT;

CREATE TABLE ids (id INTEGER PRIMARY KEY);

CREATE TABLE pairs (a INT, b TEXT, c REAL, PRIMARY KEY (a, b));

CREATE INDEX orders_of ON orders (customer_id, placed DESC);
CREATE UNIQUE INDEX one_open ON orders (customer_id) WHERE state = 'open';
CREATE INDEX by_domain ON customers (substr(email, instr(email, '@') + 1));

CREATE VIEW paid AS SELECT o.id, o.placed, c.name, c.active FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.state = 'paid';
CREATE VIEW spending (customer, orders, spent) AS
    SELECT c.id, count(o.id), sum(l.quantity * l.price)
    FROM customers c LEFT JOIN orders o ON o.customer_id = c.id LEFT JOIN lines l ON l.order_id = o.id
    GROUP BY c.id;

INSERT INTO customers (id, email, name, phone, active, vip, born, joined, opens, credit, score, settings, avatar, token, anything) VALUES
    (1, 'ada@x.org', 'Ada', '123', 1, 0, '1990-02-03', '2024-01-02 03:04:05', '08:30:00', 12.5, 1.5, '{"theme": "dark", "size": 3, "ratio": 0.5, "list": [1, "two", null]}', x'00ff', '8c8a1b5e-5f6d-4f0a-9d1e-0a1b2c3d4e5f', 7),
    (2, 'bob@y.org', 'Bob', NULL, 0, NULL, NULL, '2024-02-02 00:00:00', NULL, 0, NULL, NULL, NULL, NULL, NULL),
    (3, 'cy@x.org', 'Cy', '', 1, 1, '2001-12-31', '2023-05-06 07:08:09', '23:59:59', 7, -2.0, '{"size": null}', x'', NULL, 'text'),
    (4, 'di@z.org', 'Di', '5', 1, NULL, NULL, '2024-03-03 00:00:00', NULL, 1.25, 4.0, '[]', NULL, NULL, 2.5);
INSERT INTO products (sku, title, price, weight, stock, tags) VALUES
    ('a', 'Apple', 1, 0.2, 10, '["fruit", "red"]'), ('b', 'Book', 9.99, NULL, 0, '[]'), ('c', 'Cup', 4.5, 1.0, 3, '["kitchen"]');
INSERT INTO orders (id, customer_id, state, placed, note, discount) VALUES
    (1, 1, 'paid', '2024-04-01 10:00:00', NULL, NULL), (2, 1, 'new', '2024-04-02 11:00:00', 'quick', 0.5),
    (3, 3, 'sent', '2024-05-06 12:30:00', NULL, 1.0), (4, 2, 'paid', '2024-05-07 00:00:00', 'x', NULL);
INSERT INTO lines (order_id, line, sku, quantity, price) VALUES (1, 1, 'a', 2, 1), (1, 2, 'b', 1, 9.99), (2, 1, 'c', 3, 4.5), (3, 1, 'a', 5, 0.9);
INSERT INTO events VALUES (1, 1700000000, 'a', 5, 1.0), (2, 1700000100, 'b', 'text', NULL), (3, 1700000200, 'a', x'61', 2), (4, 1700000300, 'c', 2.5, 3), (5, 1700000400, 'b', NULL, 4);
INSERT INTO ids VALUES (1), (3);
INSERT INTO pairs VALUES (1, 'x', 1.5), (1, 'y', NULL), (NULL, 'x', 2), (NULL, NULL, NULL);

-- name: Customer :one
-- columns: id INTEGER!, email TEXT!, name VARCHAR!, phone TEXT?, active BOOLEAN!, vip BOOL?, born DATE?, joined TIMESTAMP!, opens TIME?, credit DECIMAL!, score REAL?, settings JSON?, avatar BLOB?, token UUID?, anything ANY?
SELECT * FROM customers WHERE id = ?;
-- name: CustomerColumns :many
SELECT email, name, phone, active, vip, born, joined, opens, credit, score, settings, avatar, token FROM customers;
-- name: Anything :many
-- columns: anything ANY?
SELECT anything FROM customers;
-- name: Rowids :many
SELECT rowid, oid, _rowid_, name FROM customers;
-- name: RowidOfAlias :many
SELECT c.rowid, o._rowid_, o.oid FROM customers c LEFT JOIN orders o ON o.customer_id = c.id;
-- name: RowidNamed :one
SELECT name FROM customers WHERE rowid = :row;
-- name: Products :many
SELECT * FROM products;
-- name: Product :one
SELECT title, price, gross, label FROM products WHERE sku = $sku;
-- name: Orders :many
SELECT * FROM orders WHERE state = @state AND placed >= @since ORDER BY placed DESC LIMIT @n OFFSET @skip;
-- name: Lines :many
-- columns: order_id INT!, line INT!, sku TEXT!, quantity INT!, price DECIMAL!, total INTEGER | REAL!
SELECT * FROM lines;
-- name: Events :many
-- columns: id INTEGER!, at INTEGER!, kind TEXT!, payload ANY?, size REAL?
SELECT * FROM events;
-- name: Pairs :many
SELECT * FROM pairs;
-- name: Paid :many
SELECT * FROM paid;
-- name: Spending :many
SELECT * FROM spending WHERE orders > ?1;
-- name: SchemaQualified :many
SELECT main.customers.name, main.orders.state FROM main.customers JOIN main.orders ON orders.customer_id = customers.id;
-- name: InnerJoin :many
SELECT o.id, c.name, c.active FROM orders o INNER JOIN customers AS c ON c.id = o.customer_id;
-- name: LeftJoin :many
SELECT c.name, o.id, o.state, o.placed, o.discount FROM customers c LEFT JOIN orders o ON o.customer_id = c.id;
-- name: LeftOuterJoin :many
SELECT c.active, c.credit, o.* FROM customers c LEFT OUTER JOIN orders o ON o.customer_id = c.id AND o.state = 'paid';
-- name: RightJoin :many
SELECT c.name, c.active, o.id FROM orders o RIGHT JOIN customers c ON c.id = o.customer_id;
-- name: FullJoin :many
SELECT p.sku, p.price, l.sku, l.quantity FROM products p FULL JOIN lines l ON l.sku = p.sku AND l.quantity > 2;
-- name: FullOuterJoinUsing :many
SELECT sku, p.title, l.quantity FROM products p FULL OUTER JOIN lines l USING (sku);
-- name: NaturalJoin :many
SELECT sku, title, quantity FROM products NATURAL JOIN lines;
-- name: NaturalLeftJoin :many
SELECT p.sku, l.line FROM products p NATURAL LEFT JOIN lines l;
-- name: UsingStar :many
-- columns: sku TEXT!, title TEXT!, stock INT!, order_id INT!, line INT!, quantity INT!, price DECIMAL!, total INTEGER | REAL!
SELECT * FROM (SELECT sku, title, stock FROM products) JOIN lines USING (sku);
-- name: CrossJoin :many
SELECT a.sku, b.sku FROM products a CROSS JOIN products b;
-- name: CommaJoin :many
SELECT c.name, o.id FROM customers c, orders o WHERE c.id = o.customer_id;
-- name: CommaThenLeft :many
SELECT c.name, o.id, l.quantity FROM customers c, orders o LEFT JOIN lines l ON l.order_id = o.id WHERE o.customer_id = c.id;
-- name: NestedJoin :many
SELECT c.name, o.id, l.sku FROM customers c LEFT JOIN (orders o JOIN lines l ON l.order_id = o.id) ON o.customer_id = c.id;
-- name: SelfJoin :many
SELECT a.name, b.name AS other FROM customers a JOIN customers b ON a.id < b.id;
-- name: JoinIndexedBy :many
SELECT id FROM orders INDEXED BY orders_of WHERE customer_id = ?;
-- name: JoinNotIndexed :many
SELECT id FROM orders NOT INDEXED WHERE customer_id = ?;
-- name: WhereNarrows :many
SELECT phone, born, score FROM customers WHERE phone IS NOT NULL AND born > '1900-01-01' AND score NOTNULL;
-- name: LeftNarrowed :many
SELECT c.name, o.state FROM customers c LEFT JOIN orders o ON o.customer_id = c.id WHERE o.id IS NOT NULL;
-- name: RowValues :many
SELECT order_id, line FROM lines WHERE (order_id, line) = (?, ?);
-- name: RowValueCompare :many
SELECT order_id FROM lines WHERE (order_id, line) > (1, 1);
-- name: RowValueIn :many
SELECT sku FROM lines WHERE (order_id, line) IN (SELECT order_id, max(line) FROM lines GROUP BY order_id);
-- name: RowValuesIn :many
SELECT sku FROM lines WHERE (order_id, line) IN (VALUES (1, 1), (2, 1));
-- name: InTable :many
SELECT name FROM customers WHERE id IN ids;
-- name: InList :many
SELECT name FROM customers WHERE id IN (1, 2, ?);
-- name: NotIn :many
SELECT name FROM customers WHERE id NOT IN (SELECT customer_id FROM orders);
-- name: InEmpty :many
SELECT name FROM customers WHERE id IN ();
-- name: Exists :many
SELECT name, EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id) AS ordered FROM customers c;
-- name: NotExists :many
SELECT name FROM customers c WHERE NOT EXISTS (SELECT * FROM orders o WHERE o.customer_id = c.id);
-- name: ScalarSubquery :many
SELECT name, (SELECT max(placed) FROM orders o WHERE o.customer_id = c.id) AS latest, (SELECT count(*) FROM orders o WHERE o.customer_id = c.id) AS orders FROM customers c;
-- name: Between :many
SELECT id FROM orders WHERE placed BETWEEN ? AND ? AND discount NOT BETWEEN 5 AND 6;
-- name: LikeEscape :many
SELECT name FROM customers WHERE name LIKE :pattern ESCAPE '\' OR name GLOB :glob;
-- name: NotLike :many
SELECT name, name LIKE 'a%', name NOT GLOB 'b*', phone LIKE '1%' FROM customers;
-- name: Collate :many
SELECT name COLLATE NOCASE, name = 'ADA' COLLATE NOCASE FROM customers ORDER BY name COLLATE RTRIM;
-- name: IsDistinct :many
SELECT phone IS DISTINCT FROM '5', phone IS NOT DISTINCT FROM name, score IS 1.5, score IS NOT 4 FROM customers;
-- name: IsParameter :many
SELECT name FROM customers WHERE phone IS ?;
-- name: NullTests :many
SELECT phone ISNULL, phone NOTNULL, phone IS NULL, phone IS NOT NULL, phone NOT NULL FROM customers;
-- name: TruthTests :many
SELECT active IS TRUE, vip IS NOT TRUE, vip IS FALSE, NOT active, vip AND active, vip OR active FROM customers;
-- name: Arithmetic :many
SELECT stock + 1, stock * 2, stock / 2, stock % 3, -stock, +price, price * 2, price / 4, weight * 2, weight + stock, ~stock, stock << 1, stock & 3, stock | 4 FROM products;
-- name: DivisionByZero :many
SELECT stock / 0, stock % 0, weight / 0, stock / stock FROM products;
-- name: Concat :many
SELECT name || ' <' || email || '>', name || phone, id || '' FROM customers;
-- name: CaseSearched :many
SELECT CASE WHEN score > 1 THEN 'high' WHEN score IS NULL THEN 'none' ELSE 'low' END, CASE WHEN active THEN born END, CASE WHEN vip THEN active ELSE FALSE END FROM customers;
-- name: CaseSimple :many
SELECT CASE state WHEN 'new' THEN 1 WHEN 'paid' THEN 2 ELSE 3 END, CASE state WHEN 'new' THEN discount END, CASE state WHEN 'paid' THEN 1 ELSE 'text' END AS mixed FROM orders;
-- name: Coalesce :many
SELECT coalesce(phone, name), coalesce(score, 0), coalesce(score, 0.0), ifnull(born, '1970-01-01'), coalesce(vip, active), coalesce(phone, id) FROM customers;
-- name: NullIf :many
SELECT nullif(name, 'Ada'), nullif(active, 0), iif(active, name, phone), iif(active, 1, 'no') FROM customers;
-- name: Casts :many
SELECT CAST(id AS TEXT), CAST(phone AS INTEGER), CAST(name AS REAL), CAST(name AS BLOB), CAST(score AS INT), CAST(born AS NUMERIC), CAST(name AS VARCHAR(5)) FROM customers;
-- name: CastOddities :many
SELECT CAST(born AS DATE), CAST(settings AS JSON), CAST(active AS BOOLEAN), CAST(phone AS DECIMAL(5, 2)) FROM customers;
-- name: CastParameter :one
SELECT CAST(:n AS INTEGER) + 1, CAST(:when AS TEXT);
-- name: MinMaxScalar :many
SELECT max(score, 1.0), min(name, email), max(id, 2), max(id, 1.5), min(born, joined) FROM customers;
-- name: Functions :many
SELECT abs(score), abs(id), abs(phone), round(score), round(score, 1), length(name), upper(name), lower(name), trim(name), ltrim(name, 'A'), replace(name, 'a', 'b'), substr(name, 2), substr(avatar, 1, 1), instr(name, 'a'), hex(avatar), quote(phone), typeof(score), unicode(name), char(65, 66) FROM customers;
-- name: MoreFunctions :many
SELECT sign(score), likely(active), unlikely(vip), likelihood(active, 0.5), nullif(phone, ''), zeroblob(3), randomblob(2), random(), soundex(name), last_insert_rowid(), changes(), total_changes(), sqlite_version() FROM customers;
-- name: Printf :many
SELECT printf('%05d', id), format('%s-%s', name, phone), printf('%.2f', credit) FROM customers;
-- name: MathFunctions :many
SELECT ceil(score), floor(score), trunc(score), ceil(id), sqrt(id), pow(id, 2), exp(score), ln(id), log10(id), log(2, id), mod(id, 2), pi(), sin(score), degrees(score), atan2(score, 1), sqrt(score) FROM customers;
-- name: DateFunctions :many
SELECT date(joined), time(joined), datetime(joined, '+1 day'), julianday(joined), unixepoch(joined), strftime('%Y', joined), date(born, 'start of month', '+1 month', '-1 day') FROM customers;
-- name: DateNow :one
SELECT date(), date('now'), datetime('now', '-7 days'), time('now', 'localtime'), unixepoch(), julianday('now'), strftime('%s', 'now'), CURRENT_DATE, CURRENT_TIME, CURRENT_TIMESTAMP;
-- name: DateEpoch :many
SELECT datetime(at, 'unixepoch'), date(at, 'unixepoch', 'localtime'), strftime('%Y-%m', at, 'unixepoch'), at / 86400 FROM events;
-- name: DateParameter :many
SELECT id FROM orders WHERE date(placed) = date(?) AND placed > datetime('now', ?);
-- name: BadDates :many
SELECT date(name), datetime('nonsense'), julianday(phone) FROM customers;
-- name: Aggregates :one
SELECT count(*), count(phone), count(DISTINCT name), sum(score), sum(id), total(score), avg(id), min(born), max(joined), group_concat(name), group_concat(name, ', ') FROM customers;
-- name: AggregateDecimal :one
SELECT sum(credit), avg(credit), max(credit), min(credit), total(credit), sum(credit * 2) FROM customers;
-- name: AggregateText :one
SELECT sum(phone), avg(phone), min(phone), max(active), sum(active) FROM customers;
-- name: AggregateFilter :one
SELECT count(*) FILTER (WHERE active), sum(id) FILTER (WHERE vip), group_concat(DISTINCT name) FILTER (WHERE active) FROM customers;
-- name: Grouped :many
SELECT state, count(*), min(placed), max(discount), sum(discount), total(discount), avg(discount) FROM orders GROUP BY state;
-- name: GroupedNotNull :many
SELECT order_id, sum(quantity), sum(quantity * price), avg(price), max(sku), group_concat(sku) FROM lines GROUP BY order_id HAVING sum(quantity) > ?;
-- name: GroupedByAlias :many
SELECT substr(email, 1, 1) AS letter, count(*) AS n FROM customers GROUP BY letter HAVING n > 0 ORDER BY n DESC, letter;
-- name: GroupedByPosition :many
SELECT state, customer_id, count(*) FROM orders GROUP BY 1, 2 ORDER BY 3;
-- name: BareColumns :one
SELECT count(*), name, active, email FROM customers;
-- name: BareWithMax :one
SELECT max(score), name, id FROM customers;
-- name: BareGrouped :many
SELECT state, max(placed), id, note FROM orders GROUP BY state;
-- name: HavingWithoutGroup :many
SELECT count(*) FROM customers HAVING count(*) > 1;
-- name: Distinct :many
SELECT DISTINCT state, customer_id FROM orders;
-- name: OrderNulls :many
SELECT name, score FROM customers ORDER BY score DESC NULLS LAST, name ASC NULLS FIRST LIMIT 2 OFFSET 1;
-- name: LimitComma :many
SELECT name FROM customers ORDER BY id LIMIT ?, ?;
-- name: LimitExpression :many
SELECT name FROM customers LIMIT (SELECT count(*) FROM orders) OFFSET 0;
-- name: AliasInWhere :many
SELECT id * 2 AS twice FROM customers WHERE twice > 2;
-- name: QuotedNames :many
SELECT "name" AS "full name", [email] AS [e-mail], `phone` AS `p` FROM "customers";
-- name: StringAlias :many
SELECT name 'alias', id AS 'key' FROM customers;
-- name: UnnamedExpressions :many
SELECT id+1, max( id , 2 ), "name" || 'x', count(*)  OVER () FROM customers;
-- name: Literals :one
-- columns: 1 INTEGER!, 1.5 REAL!, 'a' TEXT!, x'00' BLOB!, NULL ANY?, TRUE BOOLEAN!, FALSE BOOLEAN!, 0x1F INTEGER!, 1e3 REAL!, -1 INTEGER!, +1.0 REAL!, 9223372036854775808 REAL!, .5 REAL!
SELECT 1, 1.5, 'a', x'00', NULL, TRUE, FALSE, 0x1F, 1e3, -1, +1.0, 9223372036854775808, .5;
-- name: NumberedParameters :one
-- params: arg_1 ANY, arg_2 ANY
-- columns: ?2 ANY!, ?1 ANY!, ?2 ANY!
SELECT ?2, ?1, ?2;
-- name: MixedNamed :one
SELECT name FROM customers WHERE id = :id AND name = @name AND email = $email;
-- name: RepeatedParameter :many
SELECT name FROM customers WHERE phone = :q OR name = :q OR email = :q;
-- name: OptionalFilter :many
SELECT name FROM customers WHERE (:state IS NULL OR name = :state) AND active = coalesce(:active, active);
-- name: ArgMacro :one
SELECT name FROM customers WHERE id = flash.arg(customer_id) AND phone IS flash.narg(phone);
-- name: Embed :many
-- columns: id INTEGER!, email TEXT!, name VARCHAR!, phone TEXT?, active BOOLEAN!, vip BOOL?, born DATE?, joined TIMESTAMP!, opens TIME?, credit DECIMAL!, score REAL?, settings JSON?, avatar BLOB?, token UUID?, anything ANY?, state TEXT!
SELECT flash.embed(customers), orders.state FROM orders JOIN customers ON customers.id = orders.customer_id;
-- name: Values :many
VALUES (1, 'a', 1.5), (2, 'b', NULL);
-- name: ValuesColumns :many
SELECT column1, column2 FROM (VALUES (1, 'x'), (2, NULL));
-- name: ValuesCte :many
WITH v (a, b) AS (VALUES (1, 'x'), (2, 'y')) SELECT a, b FROM v;
-- name: Union :many
SELECT id, name FROM customers UNION SELECT id, state FROM orders;
-- name: UnionAllMixed :many
SELECT id AS x FROM customers UNION ALL SELECT name FROM customers;
-- name: UnionNull :many
SELECT name, phone FROM customers UNION ALL SELECT state, NULL FROM orders ORDER BY 1 LIMIT 10;
-- name: UnionTypesAgree :many
SELECT active, joined FROM customers UNION ALL SELECT active, joined FROM customers;
-- name: Intersect :many
SELECT id FROM customers INTERSECT SELECT customer_id FROM orders;
-- name: Except :many
SELECT id FROM customers EXCEPT SELECT customer_id FROM orders;
-- name: CompoundOfThree :many
SELECT id FROM customers UNION SELECT order_id FROM lines EXCEPT SELECT 2 ORDER BY id;
-- name: Subquery :many
SELECT s.name, s.n FROM (SELECT c.name, count(o.id) AS n FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id) AS s WHERE s.n >= 0;
-- name: SubqueryUnnamed :many
SELECT name, active FROM (SELECT * FROM customers);
-- name: CorrelatedColumn :many
SELECT id, (SELECT name FROM customers c WHERE c.id = o.customer_id) AS customer FROM orders o;
-- name: WindowFunctions :many
SELECT row_number() OVER (ORDER BY id), rank() OVER w, dense_rank() OVER w, percent_rank() OVER w, cume_dist() OVER w, ntile(2) OVER w, lag(name) OVER w, lead(name, 2) OVER w, lag(name, 1, 'none') OVER w, lag(id, 1, 'none') OVER w, first_value(name) OVER w, last_value(name) OVER w, nth_value(name, 2) OVER w FROM customers WINDOW w AS (ORDER BY score);
-- name: WindowAggregates :many
SELECT sum(id) OVER (ORDER BY id), avg(score) OVER (PARTITION BY active), count(*) OVER (), max(joined) OVER (PARTITION BY active ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW), total(score) OVER (ORDER BY id) FROM customers;
-- name: WindowFrames :many
SELECT sum(id) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING), sum(id) OVER (ORDER BY id RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING), sum(id) OVER (ORDER BY id GROUPS CURRENT ROW), group_concat(name) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING EXCLUDE CURRENT ROW), min(id) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE TIES) FROM customers;
-- name: WindowFilter :many
SELECT count(*) FILTER (WHERE active) OVER (ORDER BY id), sum(id) FILTER (WHERE vip) OVER () FROM customers;
-- name: WindowOverGroups :many
SELECT state, count(*), sum(count(*)) OVER (), rank() OVER (ORDER BY count(*) DESC) FROM orders GROUP BY state;
-- name: WindowExtends :many
SELECT sum(id) OVER (w ROWS 1 PRECEDING), max(name) OVER w FROM customers WINDOW w AS (PARTITION BY active ORDER BY id);
-- name: WindowSubquery :many
SELECT name, place FROM (SELECT name, row_number() OVER (PARTITION BY active ORDER BY score DESC) AS place FROM customers) WHERE place = 1;
-- name: Cte :many
WITH recent AS (SELECT * FROM orders WHERE placed > ?), totals (order_id, total) AS (SELECT order_id, sum(quantity) FROM lines GROUP BY order_id) SELECT recent.id, totals.total FROM recent LEFT JOIN totals ON totals.order_id = recent.id;
-- name: CteMaterialized :many
WITH a AS MATERIALIZED (SELECT id FROM customers), b AS NOT MATERIALIZED (SELECT customer_id FROM orders) SELECT a.id, b.customer_id FROM a JOIN b ON b.customer_id = a.id;
-- name: RecursiveCount :many
WITH RECURSIVE counter (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < :limit) SELECT n FROM counter;
-- name: RecursiveDates :many
WITH RECURSIVE days (day) AS (VALUES (date('2024-01-01')) UNION ALL SELECT date(day, '+1 day') FROM days WHERE day < '2024-01-05') SELECT day FROM days;
-- name: RecursiveSplit :many
WITH RECURSIVE split (word, rest) AS (SELECT '', 'a,b,c' || ',' UNION ALL SELECT substr(rest, 0, instr(rest, ',')), substr(rest, instr(rest, ',') + 1) FROM split WHERE rest <> '') SELECT word FROM split WHERE word <> '';
-- name: RecursiveTree :many
WITH RECURSIVE tree AS (SELECT id, name, 0 AS depth FROM customers WHERE id = 1 UNION ALL SELECT c.id, c.name, depth + 1 FROM customers c JOIN tree ON c.id = tree.id + 1) SELECT * FROM tree ORDER BY depth;
-- name: InsertOne :one
INSERT INTO customers (email, name) VALUES (?, ?) RETURNING id;
-- name: InsertStar :one
-- columns: id INTEGER!, email TEXT!, name VARCHAR!, phone TEXT?, active BOOLEAN!, vip BOOL?, born DATE?, joined TIMESTAMP!, opens TIME?, credit DECIMAL!, score REAL?, settings JSON?, avatar BLOB?, token UUID?, anything ANY?
INSERT INTO customers (email, name, phone, active) VALUES (:email, :name, :phone, :active) RETURNING *;
-- name: InsertExpressions :one
INSERT INTO orders (customer_id, placed) VALUES (?, ?) RETURNING id, state || '!', length(note), date(placed) AS day, rowid;
-- name: InsertDefault :one
INSERT INTO pairs DEFAULT VALUES RETURNING a, b, rowid;
-- name: InsertMany :many
INSERT INTO pairs (a, b) VALUES (?, ?), (?, ?) RETURNING a, b;
-- name: InsertSelect :many
INSERT INTO pairs (a, b) SELECT id, name FROM customers RETURNING a, b, c;
-- name: InsertWith :exec
WITH x AS (SELECT id, name FROM customers) INSERT INTO pairs (a, b) SELECT id, name FROM x;
-- name: InsertGeneratedStar :one
INSERT INTO products (sku, title, price) VALUES ('z', ?, ?) RETURNING gross, label, stock, tags;
-- name: InsertPositional :execrows
INSERT INTO pairs VALUES (?, ?, ?);
-- name: InsertOrIgnore :one
INSERT OR IGNORE INTO customers (id, email, name) VALUES (1, ?, ?) RETURNING id;
-- name: InsertOrReplace :one
INSERT OR REPLACE INTO pairs (a, b, c) VALUES (1, 'x', ?) RETURNING a, b, c;
-- name: Replace :one
REPLACE INTO pairs (a, b) VALUES (1, 'x') RETURNING *;
-- name: InsertOrAbort :exec
INSERT OR ABORT INTO pairs (a) VALUES (?);
-- name: Upsert :one
INSERT INTO customers (id, email, name) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, credit = credit + 1 RETURNING id, name, credit;
-- name: UpsertNothing :one
INSERT INTO customers (id, email, name) VALUES (1, ?, ?) ON CONFLICT DO NOTHING RETURNING id;
-- name: UpsertWhere :one
INSERT INTO customers (id, email, name) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE active RETURNING id, name;
-- name: UpsertTwoClauses :one
INSERT INTO customers (id, email, name) VALUES (1, ?, ?) ON CONFLICT (email) DO UPDATE SET phone = excluded.email ON CONFLICT (id) DO UPDATE SET (name, phone) = (excluded.name, NULL) RETURNING name, phone;
-- name: UpsertSelect :many
INSERT INTO pairs (a, b) SELECT id, 'x' FROM customers WHERE true ON CONFLICT (a, b) DO UPDATE SET c = 1.5 RETURNING a, c;
-- name: UpsertTargetless :exec
INSERT INTO pairs (a, b) VALUES (1, 'x') ON CONFLICT DO UPDATE SET c = excluded.a;
-- name: Update :one
UPDATE customers SET name = :name, phone = :p WHERE id = 1 RETURNING id, name, phone;
-- name: UpdateCoalesce :execrows
UPDATE customers SET name = coalesce(?2, name), phone = coalesce(?3, phone) WHERE id = ?1;
-- name: UpdateFrom :many
UPDATE orders SET note = c.name FROM customers AS c WHERE c.id = orders.customer_id RETURNING orders.id, note;
-- name: UpdateFromSubquery :execrows
UPDATE products SET stock = stock - used.n FROM (SELECT sku, sum(quantity) AS n FROM lines GROUP BY sku) AS used WHERE used.sku = products.sku;
-- name: UpdateRowValue :exec
UPDATE orders SET (state, note) = ('paid', ?) WHERE id = ?;
-- name: UpdateRowSubquery :exec
UPDATE orders SET (note, discount) = (SELECT name, score FROM customers WHERE id = customer_id) WHERE id = ?;
-- name: UpdateOrIgnore :execrows
UPDATE OR IGNORE customers SET email = ? WHERE id = ?;
-- name: UpdateAlias :many
UPDATE customers AS c SET score = c.score + 1 WHERE c.active RETURNING id, score;
-- name: UpdateWith :execrows
WITH big AS (SELECT id FROM orders WHERE discount > 0.1) UPDATE orders SET state = 'sent' WHERE id IN (SELECT id FROM big);
-- name: Delete :execrows
DELETE FROM orders WHERE id = ?;
-- name: DeleteReturning :many
DELETE FROM lines WHERE order_id = ? RETURNING line, sku, quantity * price AS total;
-- name: DeleteStar :many
-- columns: a INT?, b TEXT?, c REAL?
DELETE FROM pairs RETURNING *;
-- name: DeleteWith :execrows
WITH old AS (SELECT id FROM orders WHERE placed < ?) DELETE FROM orders WHERE id IN old;
-- name: DeleteSubquery :execrows
DELETE FROM lines WHERE order_id IN (SELECT id FROM orders WHERE customer_id = ?);
-- name: JsonExtract :many
SELECT json_extract(settings, '$.theme'), settings ->> '$.size', settings -> 'theme', settings ->> 'ratio', json_type(settings, '$.list'), json_array_length(settings, '$.list'), json_valid(settings) FROM customers;
-- name: JsonTwoPaths :many
SELECT json_extract(settings, '$.theme', '$.size') FROM customers;
-- name: JsonBuild :many
SELECT json_object('id', id, 'name', name), json_array(id, name, NULL), json_quote(name), json('{"a": 1}'), json_set(settings, '$.x', 1), json_insert(settings, '$.y', name), json_replace(settings, '$.theme', 2), json_remove(settings, '$.theme'), json_patch(settings, '{"a": 1}') FROM customers;
-- name: JsonAggregates :one
SELECT json_group_array(name), json_group_object(name, id), json_group_array(json_object('n', name)) FILTER (WHERE active) FROM customers;
-- name: JsonEach :many
SELECT p.sku, t.key, t.value, t.type, t.atom, t.id, t.parent, t.fullkey, t.path FROM products p, json_each(p.tags) AS t;
-- name: JsonEachValue :many
SELECT value FROM json_each(?);
-- name: JsonTree :many
SELECT key, value, type, path FROM customers, json_tree(customers.settings) WHERE type <> 'object';
-- name: JsonTreePath :many
SELECT fullkey, atom FROM customers JOIN json_tree(customers.settings, '$.list');
-- name: JsonEachLeft :many
SELECT p.sku, t.value, t.type FROM products p LEFT JOIN json_each(p.tags) t;
-- name: InJsonEach :many
SELECT name FROM customers WHERE id IN (SELECT value FROM json_each(?));
-- name: JsonEachStar :many
SELECT * FROM json_each('{"a": [1, 2.5, "x"], "b": null}');
-- name: Explain :many
SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name;
-- name: SchemaTable :many
SELECT * FROM sqlite_schema;
-- name: TableInfo :many
SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info('customers');
-- name: TableInfoJoined :many
SELECT m.name, p.name AS column, p.type FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS p WHERE m.type = 'table';
-- name: IndexList :many
SELECT * FROM pragma_index_list('orders');
-- name: ForeignKeys :many
SELECT "table", "from", "to" FROM pragma_foreign_key_list('orders');
-- name: TableList :many
SELECT name, type, strict, wr FROM pragma_table_list WHERE schema = 'main';
-- name: UserVersion :one
SELECT user_version FROM pragma_user_version;
-- name: Sequence :many
-- columns: name TEXT?, seq INTEGER?
SELECT name, seq FROM sqlite_sequence;
-- name: InsertEvent :one
INSERT INTO events (at, kind, payload) VALUES (unixepoch(), ?, ?) RETURNING id, at, size;
