-- A shop: every kind of column, and the clauses of SELECT over them.
CREATE TABLE customers (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email VARCHAR(190) NOT NULL,
    full_name VARCHAR(100) NOT NULL,
    nick CHAR(12),
    role ENUM('guest', 'member', 'admin') NOT NULL DEFAULT 'guest',
    tags SET('vip', 'late', 'b2b'),
    is_active BOOLEAN NOT NULL DEFAULT TRUE,
    newsletter TINYINT(1),
    born DATE,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    referrer_id INT UNSIGNED,
    settings JSON,
    UNIQUE KEY uq_customers_email (email),
    KEY idx_customers_name (full_name),
    CONSTRAINT fk_customers_referrer FOREIGN KEY (referrer_id) REFERENCES customers (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE products (
    id INT NOT NULL AUTO_INCREMENT,
    sku CHAR(8) NOT NULL,
    title VARCHAR(200) NOT NULL,
    body TEXT,
    price DECIMAL(10, 2) NOT NULL,
    cost DECIMAL(12, 4),
    stock INT UNSIGNED NOT NULL DEFAULT 0,
    weight FLOAT,
    rating DOUBLE,
    flags BIT(8) NOT NULL DEFAULT b'0',
    hidden BIT(1),
    thumb VARBINARY(64),
    image MEDIUMBLOB,
    opened TIME,
    released YEAR,
    tiny TINYINT,
    small SMALLINT UNSIGNED,
    medium MEDIUMINT,
    big BIGINT UNSIGNED,
    gross DECIMAL(10, 2) AS (price * 1.2) STORED,
    PRIMARY KEY (id),
    UNIQUE KEY uq_products_sku (sku),
    FULLTEXT KEY ft_products (title, body)
);

CREATE TABLE orders (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    customer_id INT UNSIGNED NOT NULL,
    state ENUM('open', 'paid', 'sent') NOT NULL,
    total DECIMAL(12, 2) NOT NULL DEFAULT 0,
    note VARCHAR(500),
    placed_at DATETIME(3) NOT NULL,
    paid_on DATE,
    FOREIGN KEY (customer_id) REFERENCES customers (id)
);

CREATE TABLE order_lines (
    order_id BIGINT NOT NULL,
    line INT NOT NULL,
    product_id INT NOT NULL,
    quantity INT NOT NULL,
    price DECIMAL(10, 2) NOT NULL,
    discount DECIMAL(4, 2),
    PRIMARY KEY (order_id, line),
    KEY idx_lines_product (product_id)
);

CREATE VIEW paid_orders AS
    SELECT o.id, o.customer_id, c.email, o.total, o.paid_on
    FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.state = 'paid';

-- name: Everything :many
SELECT * FROM customers;

-- name: EveryProduct :many
SELECT * FROM products;

-- name: Qualified :many
SELECT customers.id, customers.`email`, c2.* FROM customers, customers AS c2;

-- name: StarAndMore :many
SELECT *, price * 2 AS twice FROM products;

-- name: Aliased :many
SELECT id AS `the id`, email "mail", full_name 'name' FROM customers;

-- name: CaseOfColumns :many
SELECT ID, Email, FULL_NAME, c.Born FROM customers c;

-- name: ById :one
SELECT id, email FROM customers WHERE id = ?;

-- name: ByEmail :one
SELECT * FROM customers WHERE email = :email;

-- name: ByAtName :one
SELECT id, email FROM customers WHERE email = @email AND is_active;

-- name: OptionalFilter :many
SELECT id FROM customers WHERE (:nick IS NULL OR nick = :nick) AND born > :since;

-- name: SliceOfIds :many
SELECT id, email FROM customers WHERE id IN (flash.slice(ids)) AND role = :role;

-- name: NotInSlice :many
SELECT id FROM products WHERE sku NOT IN (flash.slice('skus'));

-- name: Narg :many
SELECT id FROM orders WHERE note = flash.narg(note) OR total > flash.arg(least);

-- name: LimitOffset :many
SELECT id FROM orders ORDER BY id LIMIT ? OFFSET ?;

-- name: LimitComma :many
SELECT id FROM orders ORDER BY id LIMIT 10, 20;

-- name: LimitOne :one
SELECT id, title FROM products ORDER BY price DESC LIMIT 1;

-- name: Distinct :many
SELECT DISTINCT role, is_active FROM customers;

-- name: DistinctRow :many
SELECT DISTINCTROW state FROM orders;

-- name: Modifiers :many
SELECT SQL_NO_CACHE HIGH_PRIORITY STRAIGHT_JOIN c.id FROM customers c JOIN orders o ON o.customer_id = c.id;

-- name: CountAll :one
SELECT COUNT(*) FROM customers;

-- name: CountOfRole :one
SELECT COUNT(*) AS n, COUNT(nick), COUNT(DISTINCT role), COUNT(DISTINCT role, nick) FROM customers WHERE role = ?;

-- name: Aggregates :one
SELECT SUM(stock), AVG(price), MIN(title), MAX(released), SUM(rating), SUM(weight), STD(price), VARIANCE(stock), BIT_OR(flags), GROUP_CONCAT(sku) FROM products;

-- name: GroupedTotals :many
-- columns: customer_id!, orders!, spent!, latest!, MIN(note)?
SELECT customer_id, COUNT(*) AS orders, SUM(total) AS spent, MAX(placed_at) AS latest, MIN(note) FROM orders GROUP BY customer_id HAVING spent > :least ORDER BY spent DESC;

-- name: GroupByAlias :many
-- columns: y!, m!, SUM(total)!
SELECT YEAR(placed_at) AS y, MONTH(placed_at) AS m, SUM(total) FROM orders GROUP BY y, m;

-- name: GroupByPosition :many
SELECT state, COUNT(*) FROM orders GROUP BY 1 ORDER BY 2 DESC, 1;

-- name: GroupByDescending :many
SELECT state, COUNT(*) FROM orders GROUP BY state DESC;

-- name: Rollup :many
-- columns: state?, customer_id?, SUM(total)?
SELECT state, customer_id, SUM(total) FROM orders GROUP BY state, customer_id WITH ROLLUP;

-- name: HavingWithoutGroup :many
SELECT id, total FROM orders HAVING total > 10;

-- name: HavingAggregate :many
SELECT role FROM customers GROUP BY role HAVING COUNT(*) > 1 AND MAX(born) IS NOT NULL;

-- name: OrderByExpression :many
SELECT id, title FROM products ORDER BY price * stock DESC, LENGTH(title), RAND();

-- name: OrderByAlias :many
SELECT id, price * stock AS worth FROM products ORDER BY worth, -worth;

-- name: OrderByField :many
SELECT id FROM orders ORDER BY FIELD(state, 'open', 'paid', 'sent'), ISNULL(paid_on);

-- name: FunctionallyDependent :many
SELECT c.id, c.email, COUNT(o.id) FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id;

-- name: GroupConcatFull :many
-- columns: order_id!, products!
SELECT order_id, GROUP_CONCAT(DISTINCT product_id ORDER BY product_id DESC SEPARATOR '; ') AS products FROM order_lines GROUP BY order_id;

-- name: GroupConcatLimit :many
-- columns: role!, GROUP_CONCAT(email ORDER BY id SEPARATOR ',')!
SELECT role, GROUP_CONCAT(email ORDER BY id SEPARATOR ',') FROM customers GROUP BY role;

-- name: CountDistinctIf :one
SELECT COUNT(DISTINCT IF(state = 'paid', customer_id, NULL)) AS payers, SUM(state = 'open') AS open FROM orders;

-- name: Booleans :many
SELECT is_active, newsletter, is_active AND newsletter, NOT is_active, is_active = 1, is_active IS TRUE, newsletter IS NOT FALSE, newsletter IS UNKNOWN FROM customers;

-- name: BooleanLiterals :many
SELECT TRUE, FALSE, TRUE AS yes, NULL AS nothing FROM customers;

-- name: Comparisons :many
-- columns: id = 1!, price <> 2!, price != cost?, price <=> cost!, price BETWEEN 1 AND ?!, title LIKE '%x%'!, title NOT LIKE 'a\_b' ESCAPE '|'!, title REGEXP '^a'!, title RLIKE 'b'!, sku IN ('a', 'b')!
SELECT id = 1, price <> 2, price != cost, price <=> cost, price BETWEEN 1 AND :top, title LIKE '%x%', title NOT LIKE 'a\_b' ESCAPE '|', title REGEXP '^a', title RLIKE 'b', sku IN ('a', 'b') FROM products;

-- name: NullTests :many
SELECT born IS NULL, nick IS NOT NULL, ISNULL(nick), settings IS NULL FROM customers;

-- name: Logic :many
SELECT id FROM products WHERE NOT (price > 1 AND stock < 2) || tiny XOR small && !hidden;

-- name: Arithmetic :many
-- columns: price + 1!, price - cost?, stock * price!, price / 3!, stock / 2!, 7 DIV 2!, stock % 3!, stock MOD 3!, -stock!, -price!, rating * 2?, weight + weight?, id + 1!, big + 1?, tiny + small?
SELECT price + 1, price - cost, stock * price, price / 3, stock / 2, 7 DIV 2, stock % 3, stock MOD 3, -stock, -price, rating * 2, weight + weight, id + 1, big + 1, tiny + small FROM products;

-- name: BitOperators :many
SELECT stock & 1, stock | 2, stock ^ 3, ~stock, stock << 1, stock >> 1, flags & b'101', flags + 0, BIT_COUNT(flags) FROM products;

-- name: LiteralKinds :one
SELECT 1, -1, 2147483648, 9223372036854775808, 1.5, 1e3, 'text', "text2", N'national', _utf8mb4'intro', x'4142', 0x4142, b'101', NULL, DATE '2024-01-02', TIME '10:00:00', TIMESTAMP '2024-01-02 10:00:00';

-- name: AdjacentStrings :one
SELECT 'a' 'b' AS ab, 'it''s' AS quote, 'tab\t' AS tabbed, "say ""hi""" AS doubled;

-- name: Intervals :many
SELECT placed_at + INTERVAL 1 DAY, placed_at - INTERVAL :hours HOUR, paid_on + INTERVAL 1 MONTH, paid_on + INTERVAL '1:30' MINUTE_SECOND, DATE_ADD(paid_on, INTERVAL 2 WEEK), DATE_SUB(placed_at, INTERVAL 1 YEAR), ADDDATE(paid_on, 3), INTERVAL 1 DAY + placed_at FROM orders;

-- name: DateFunctions :many
-- columns: DATE(placed_at)!, TIME(placed_at)!, YEAR(paid_on)?, MONTH(paid_on)?, DAY(placed_at)!, HOUR(placed_at)!, DAYNAME(paid_on)?, DATE_FORMAT(placed_at, '%Y-%m-%d')!, UNIX_TIMESTAMP(placed_at)?, FROM_UNIXTIME(1700000000)?, STR_TO_DATE(note, '%d.%m.%Y')?, LAST_DAY(paid_on)?, QUARTER(placed_at)!, WEEK(placed_at, 1)?, DAYOFWEEK(placed_at)?, TO_DAYS(placed_at)?
SELECT DATE(placed_at), TIME(placed_at), YEAR(paid_on), MONTH(paid_on), DAY(placed_at), HOUR(placed_at), DAYNAME(paid_on), DATE_FORMAT(placed_at, '%Y-%m-%d'), UNIX_TIMESTAMP(placed_at), FROM_UNIXTIME(1700000000), STR_TO_DATE(note, '%d.%m.%Y'), LAST_DAY(paid_on), QUARTER(placed_at), WEEK(placed_at, 1), DAYOFWEEK(placed_at), TO_DAYS(placed_at) FROM orders;

-- name: DateDifferences :many
-- columns: DATEDIFF(NOW(), placed_at)?, TIMEDIFF(NOW(), placed_at)?, TIMESTAMPDIFF(DAY, placed_at, NOW())?, TIMESTAMPADD(HOUR, 2, placed_at)?, EXTRACT(YEAR_MONTH FROM placed_at)!, PERIOD_DIFF(202401, 202312)!, CONVERT_TZ(placed_at, '+00:00', '+02:00')?
SELECT DATEDIFF(NOW(), placed_at), TIMEDIFF(NOW(), placed_at), TIMESTAMPDIFF(DAY, placed_at, NOW()), TIMESTAMPADD(HOUR, 2, placed_at), EXTRACT(YEAR_MONTH FROM placed_at), PERIOD_DIFF(202401, 202312), CONVERT_TZ(placed_at, '+00:00', '+02:00') FROM orders;

-- name: Clock :one
-- columns: NOW()!, NOW(3)!, CURRENT_TIMESTAMP!, CURRENT_TIMESTAMP(6)!, CURDATE()!, CURRENT_DATE!, CURTIME()!, CURRENT_TIME!, UTC_TIMESTAMP()!, UTC_DATE()!, UTC_TIME()!, SYSDATE()!, LOCALTIME!, LOCALTIMESTAMP!, UNIX_TIMESTAMP()!
SELECT NOW(), NOW(3), CURRENT_TIMESTAMP, CURRENT_TIMESTAMP(6), CURDATE(), CURRENT_DATE, CURTIME(), CURRENT_TIME, UTC_TIMESTAMP(), UTC_DATE(), UTC_TIME(), SYSDATE(), LOCALTIME, LOCALTIMESTAMP, UNIX_TIMESTAMP();

-- name: Strings :many
-- columns: CONCAT(full_name, ' <', email, '>')!, CONCAT_WS(', ', full_name, nick)!, UPPER(full_name)!, LOWER(email)!, TRIM(nick)?, LTRIM(nick)?, RTRIM(nick)?, TRIM(BOTH 'x' FROM nick)?, LENGTH(email)!, CHAR_LENGTH(email)!, SUBSTRING(email, 1, 3)!, SUBSTRING(email FROM 2 FOR 4)!, LEFT(email, 3)!, RIGHT(email, 3)!, REPLACE(email, '@', ' at ')!, REVERSE(nick)?, REPEAT(nick, 2)?, LPAD(nick, 10, '*')?, RPAD(nick, 10, '*')?, LOCATE('@', email)!, POSITION('@' IN email)!, INSTR(email, '@')!, SUBSTRING_INDEX(email, '@', -1)!, ASCII(nick)?, HEX(nick)?, MD5(email)!, SHA2(email, 256)?, FORMAT(1234.5, 2)!, SPACE(3)?, STRCMP(email, nick)?, SOUNDEX(nick)?, ELT(2, 'a', 'b')?, FIELD(nick, 'a', 'b')!, FIND_IN_SET('vip', tags)?, INSERT(nick, 1, 1, 'x')?, QUOTE(nick)!
SELECT CONCAT(full_name, ' <', email, '>'), CONCAT_WS(', ', full_name, nick), UPPER(full_name), LOWER(email), TRIM(nick), LTRIM(nick), RTRIM(nick), TRIM(BOTH 'x' FROM nick), LENGTH(email), CHAR_LENGTH(email), SUBSTRING(email, 1, 3), SUBSTRING(email FROM 2 FOR 4), LEFT(email, 3), RIGHT(email, 3), REPLACE(email, '@', ' at '), REVERSE(nick), REPEAT(nick, 2), LPAD(nick, 10, '*'), RPAD(nick, 10, '*'), LOCATE('@', email), POSITION('@' IN email), INSTR(email, '@'), SUBSTRING_INDEX(email, '@', -1), ASCII(nick), HEX(nick), MD5(email), SHA2(email, 256), FORMAT(1234.5, 2), SPACE(3), STRCMP(email, nick), SOUNDEX(nick), ELT(2, 'a', 'b'), FIELD(nick, 'a', 'b'), FIND_IN_SET('vip', tags), INSERT(nick, 1, 1, 'x'), QUOTE(nick) FROM customers;

-- name: Numbers :many
-- columns: ABS(price)!, CEIL(price)!, FLOOR(cost)?, ROUND(price)!, ROUND(cost, 1)?, TRUNCATE(cost, 1)?, SIGN(cost)?, MOD(stock, 3)?, POW(price, 2)!, SQRT(price)?, EXP(1)!, LN(price)?, LOG(2, price)?, RAND()!, PI()!, GREATEST(price, cost)?, LEAST(stock, 5)!, CONV(stock, 10, 16)?, BIN(stock)!, OCT(stock)!, CRC32(sku)!, DEGREES(1)!, SIN(rating)?
SELECT ABS(price), CEIL(price), FLOOR(cost), ROUND(price), ROUND(cost, 1), TRUNCATE(cost, 1), SIGN(cost), MOD(stock, 3), POW(price, 2), SQRT(price), EXP(1), LN(price), LOG(2, price), RAND(), PI(), GREATEST(price, cost), LEAST(stock, 5), CONV(stock, 10, 16), BIN(stock), OCT(stock), CRC32(sku), DEGREES(1), SIN(rating) FROM products;

-- name: ControlFlow :many
SELECT IF(stock > 0, 'yes', 'no') AS available, IFNULL(cost, 0), COALESCE(cost, price), NULLIF(stock, 0), CASE WHEN stock = 0 THEN 'none' WHEN stock < 5 THEN 'few' ELSE 'many' END AS level, CASE released WHEN 2020 THEN 1 WHEN 2021 THEN 2 END FROM products;

-- name: NvlAndDecode :many
SELECT NVL(nick, full_name), NVL2(nick, 1, 2) FROM customers;

-- name: Casts :many
-- columns: CAST(title AS CHAR)!, CAST(price AS SIGNED)!, CAST(price AS UNSIGNED)!, CAST(stock AS DECIMAL(10, 1))!, CAST(title AS BINARY)!, CAST('2024-01-01' AS DATE)?, CAST('10:00' AS TIME)?, CAST('2024-01-01' AS DATETIME)?, CAST(price AS DOUBLE)!, CONVERT(title, CHAR(10))!, CONVERT(title USING latin1)?, BINARY title!, CAST(price AS FLOAT)!, CAST(title AS CHAR(5) CHARACTER SET utf8mb4)!
SELECT CAST(title AS CHAR), CAST(price AS SIGNED), CAST(price AS UNSIGNED), CAST(stock AS DECIMAL(10, 1)), CAST(title AS BINARY), CAST('2024-01-01' AS DATE), CAST('10:00' AS TIME), CAST('2024-01-01' AS DATETIME), CAST(price AS DOUBLE), CONVERT(title, CHAR(10)), CONVERT(title USING latin1), BINARY title, CAST(price AS FLOAT), CAST(title AS CHAR(5) CHARACTER SET utf8mb4) FROM products;

-- name: Collated :many
-- columns: t!
SELECT title COLLATE utf8mb4_bin AS t FROM products WHERE title COLLATE utf8mb4_unicode_ci = ? ORDER BY title COLLATE utf8mb4_bin;

-- name: FullText :many
-- columns: id!, score!
SELECT id, MATCH (title, body) AGAINST (:words IN NATURAL LANGUAGE MODE) AS score FROM products WHERE MATCH (title, body) AGAINST (:words IN NATURAL LANGUAGE MODE) > 0.5 ORDER BY score DESC;

-- name: FullTextBoolean :many
SELECT id FROM products WHERE MATCH (title, body) AGAINST ('+red -blue' IN BOOLEAN MODE);

-- name: FullTextExpansion :many
SELECT id FROM products WHERE MATCH (title, body) AGAINST (? WITH QUERY EXPANSION);

-- name: EnumsAndSets :many
-- columns: role!, tags?, role = 'admin'!, role + 0!, tags & 1?, UPPER(role)!, CONCAT(tags, '')?, COALESCE(tags, 'none')!, IFNULL(role, 'x')!, MAX(role)!, IF(is_active, role, 'off')!
SELECT role, tags, role = 'admin', role + 0, tags & 1, UPPER(role), CONCAT(tags, ''), COALESCE(tags, 'none'), IFNULL(role, 'x'), MAX(role), IF(is_active, role, 'off') FROM customers GROUP BY id;

-- name: RowValues :many
SELECT id FROM order_lines JOIN products ON products.id = order_lines.product_id WHERE (order_id, line) = (?, ?) OR (order_id, line) IN ((1, 2), (3, 4)) OR (order_lines.price, quantity) > (1, 2);

-- name: ScalarSubquery :many
-- columns: id!, orders!, best?, referrer?
SELECT id, (SELECT COUNT(*) FROM orders o WHERE o.customer_id = c.id) AS orders, (SELECT MAX(total) FROM orders o WHERE o.customer_id = c.id) AS best, (SELECT email FROM customers r WHERE r.id = c.referrer_id) AS referrer FROM customers c;

-- name: ExistsAndIn :many
SELECT id FROM customers c WHERE EXISTS (SELECT 1 FROM orders WHERE customer_id = c.id) AND id NOT IN (SELECT customer_id FROM orders WHERE state = 'open');

-- name: AnyAll :many
SELECT id FROM products WHERE price > ALL (SELECT price FROM order_lines) OR id = ANY (SELECT product_id FROM order_lines) OR id = SOME (SELECT 1);

-- name: SubqueryFlags :many
-- columns: EXISTS (SELECT 1 FROM orders)!, id IN (SELECT product_id FROM order_lines)!, price > ANY (SELECT price FROM order_lines)!, none!
SELECT EXISTS (SELECT 1 FROM orders), id IN (SELECT product_id FROM order_lines), price > ANY (SELECT price FROM order_lines), NOT EXISTS (SELECT 1 FROM orders) AS none FROM products;

-- name: RowSubquery :many
SELECT id FROM orders WHERE (customer_id, total) = (SELECT customer_id, MAX(total) FROM orders GROUP BY customer_id LIMIT 1);

-- name: FromView :many
SELECT * FROM paid_orders WHERE customer_id = ?;

-- name: ViewJoin :many
SELECT p.email, p.total, l.quantity FROM paid_orders p LEFT JOIN order_lines l ON l.order_id = p.id;

-- name: UserVariables :many
SELECT @row := @row + 1 AS place, id FROM products, (SELECT @row := 0) AS start ORDER BY price;

-- name: SystemVariables :one
SELECT @@version, @@session.sql_mode, @@global.max_connections, @@autocommit;

-- name: Informational :one
-- columns: DATABASE()?, SCHEMA()?, VERSION()!, CURRENT_USER()!, CURRENT_USER!, USER()!, CONNECTION_ID()!, LAST_INSERT_ID()!, ROW_COUNT()!, FOUND_ROWS()!, UUID()!
SELECT DATABASE(), SCHEMA(), VERSION(), CURRENT_USER(), CURRENT_USER, USER(), CONNECTION_ID(), LAST_INSERT_ID(), ROW_COUNT(), FOUND_ROWS(), UUID();

-- name: FromDual :one
SELECT 1 + 1 AS two FROM DUAL WHERE 1 = 1;

-- name: NoFrom :one
-- columns: echo!, next!, text!
SELECT :p1 AS echo, :n + 1 AS next, CONCAT(:a, 'x') AS text;

-- name: Locking :one
SELECT id, stock FROM products WHERE id = ? FOR UPDATE;

-- name: LockingShared :many
SELECT id FROM products WHERE stock > 1 LOCK IN SHARE MODE;

-- name: LockingSkip :many
SELECT id FROM orders WHERE state = 'open' ORDER BY id LIMIT :n FOR UPDATE SKIP LOCKED;

-- name: LockingNowait :many
SELECT id FROM orders FOR UPDATE NOWAIT;

-- name: IndexHints :many
SELECT c.id FROM customers c USE INDEX (idx_customers_name) IGNORE INDEX FOR ORDER BY (uq_customers_email) JOIN orders o FORCE INDEX (PRIMARY) ON o.id = c.id;

-- name: OptimizerHint :many
SELECT /*+ NO_BKA(c) */ c.id FROM customers c;

-- name: ExecutableComment :many
SELECT /*!40001 SQL_NO_CACHE */ id /*!99999 , nothing */ /*M!100100 , email */ FROM customers;

-- name: Comments :many
SELECT id # to the end
    , email -- too
    /* in between ? :x */
FROM customers;

-- name: PercentAndQuestion :many
SELECT id, '%d?' AS `100%?`, 'a:b @c' FROM customers WHERE email LIKE '%?' AND full_name = ?;

-- name: Unnamed :many
-- columns: id+1!, id!, id  +  2!, COUNT( * )!, concat(email,'x')!, lit!, 1.50!, dq!, -id!, id!, (SELECT 1)!, NOT id!, id!, email!, nick?
SELECT id+1, ( id ) , id  +  2, COUNT( * ), concat(email,'x'), 'lit', 1.50, "dq", -id, c.id, (SELECT 1), NOT id, `id` , `c`.`email`, c . nick FROM customers c GROUP BY id;

-- name: ReservedNames :many
SELECT id AS `select`, email AS `from`, 1 AS date, 2 AS `order`, 3 AS status, 4 AS `class` FROM customers;

-- name: Embedded :many
SELECT flash.embed(c), flash.embed(o) FROM customers c JOIN orders o ON o.customer_id = c.id;

-- name: EmbeddedOptional :many
SELECT c.id, flash.embed(o) FROM customers c LEFT JOIN orders o ON o.customer_id = c.id;

-- name: BetweenParameters :many
SELECT id FROM orders WHERE placed_at BETWEEN :p1 AND :p2 AND total NOT BETWEEN :low AND :high;

-- name: LikeParameter :many
SELECT id FROM products WHERE title LIKE CONCAT('%', :p1, '%') OR body LIKE :pattern;

-- name: JsonOnCustomers :many
SELECT JSON_EXTRACT(settings, '$.theme'), JSON_UNQUOTE(JSON_EXTRACT(settings, '$.theme')), JSON_VALUE(settings, '$.theme'), JSON_LENGTH(settings), JSON_CONTAINS(settings, '1', '$.a'), JSON_VALID(settings), settings FROM customers;

-- name: Sounds :many
SELECT id FROM customers WHERE nick SOUNDS LIKE :nick;

-- name: LimitRows :many
SELECT id FROM orders ORDER BY id OFFSET 5 ROWS FETCH NEXT 10 ROWS ONLY;

-- name: TablePartitionless :many
SELECT o.id, o.state FROM orders AS o WHERE o.state IN ('open', :state);

-- name: EnumParameter :many
-- columns: id!, COUNT(*) OVER ()!
SELECT id, COUNT(*) OVER () FROM customers WHERE role <> ? AND FIND_IN_SET(?, tags);

-- name: IfnullOfParameter :many
SELECT id FROM products WHERE price > IFNULL(:p1, 0) AND stock = COALESCE(:stock, stock);

-- name: ProductByKeyPair :one
SELECT quantity, price, discount FROM order_lines WHERE order_id = ? AND line = ?;

-- name: ValuesRows :many
VALUES (1, 'a'), (2, 'b');

-- name: TableValue :many
SELECT v.* FROM (VALUES (1, 'a'), (2, NULL)) v;

-- name: SchemaOfServer :many
SELECT table_name, table_rows, column_name FROM information_schema.tables JOIN information_schema.columns USING (table_schema, table_name) WHERE table_schema = DATABASE();

-- name: HintByStartOfName :many
SELECT id FROM products USE INDEX (uq, prim) WHERE sku = 'x';

-- name: SameColumnUnderOneAlias :many
SELECT id AS a, id AS a, stock + 1 AS b, stock AS b FROM products ORDER BY a, b;

-- name: RankedByNamedWindow :many
-- columns: r!, first!
SELECT RANK() OVER (w ORDER BY price) AS r, FIRST_VALUE(title) OVER (w ROWS 1 PRECEDING) AS first FROM products WINDOW w AS (PARTITION BY stock);

-- name: RangeOverOneNumber :many
-- columns: near!, least!
SELECT SUM(price) OVER (ORDER BY price RANGE BETWEEN 1.5 PRECEDING AND 2 FOLLOWING) AS near, MIN(DISTINCT price) OVER () AS least FROM products;

-- name: Percentiles :many
SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY price) OVER () AS c, PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY sku) OVER (PARTITION BY stock) AS d, MEDIAN(price) OVER () AS m FROM products;

-- name: FulltextInAnyOrder :many
SELECT id FROM products AS p WHERE MATCH (p.body, title) AGAINST (?);

-- name: PairsOfJson :many
-- columns: a!, b!, c?
SELECT JSON_OBJECT() AS a, JSON_OBJECT('k', id, 'l', NULL) AS b, JSON_SET('{}', '$.a', 1, '$.b', id) AS c FROM products;

-- name: NullOfMysqldump :many
SELECT \N IS NULL AS n, id FROM products;
