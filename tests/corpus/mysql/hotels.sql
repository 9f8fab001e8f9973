-- Hotels: dates, sets, bits, shapes and documents.
CREATE TABLE hotels (hotel_id INT AUTO_INCREMENT PRIMARY KEY, code CHAR(6) CHARACTER SET ascii NOT NULL UNIQUE, name VARCHAR(120) NOT NULL, stars TINYINT UNSIGNED, opened YEAR(4) NOT NULL, website VARCHAR(255), location POINT NOT NULL, checkin TIME NOT NULL DEFAULT '15:00:00', has_pool BOOL NOT NULL DEFAULT FALSE, has_gym BOOLEAN, amenities SET('wifi','parking','spa','bar'), meta JSON, SPATIAL INDEX (location));
CREATE TABLE rooms (room_id INT UNSIGNED AUTO_INCREMENT, hotel_id INT NOT NULL, number VARCHAR(8) NOT NULL, floor TINYINT, kind ENUM('single','double','suite') NOT NULL, nightly DECIMAL(7,2) NOT NULL, max_guests TINYINT UNSIGNED NOT NULL DEFAULT 2, smoking BIT NOT NULL DEFAULT 0, notes TINYTEXT, PRIMARY KEY (room_id), UNIQUE (hotel_id, number), FOREIGN KEY (hotel_id) REFERENCES hotels (hotel_id));
CREATE TABLE guests (guest_id BIGINT PRIMARY KEY AUTO_INCREMENT, full_name VARCHAR(100) NOT NULL, email VARCHAR(255) UNIQUE, born DATE, passport VARBINARY(64), loyalty_points INT NOT NULL DEFAULT 0, ip INET6, ref UUID);
CREATE TABLE bookings (id BIGINT UNSIGNED PRIMARY KEY AUTO_INCREMENT, guest_id BIGINT NOT NULL REFERENCES guests(guest_id), room_id INT UNSIGNED NOT NULL, check_in DATE NOT NULL, check_out DATE NOT NULL, nights INT AS (DATEDIFF(check_out, check_in)) PERSISTENT, price DECIMAL(9,2), status ENUM('held','confirmed','cancelled') NOT NULL DEFAULT 'held', created TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), expires DATETIME, extra JSON DEFAULT (JSON_OBJECT()), CHECK (check_out > check_in), KEY (room_id, check_in));
CREATE TABLE payments (id INT PRIMARY KEY AUTO_INCREMENT, booking_id BIGINT UNSIGNED NOT NULL, amount DECIMAL(9,2) NOT NULL, fee FLOAT, paid_at DATETIME(6) NOT NULL DEFAULT NOW(6), method VARCHAR(10), ok TINYINT(1) DEFAULT NULL, raw LONGBLOB);
CREATE TABLE reviews (booking_id BIGINT UNSIGNED PRIMARY KEY, stars TINYINT NOT NULL, body MEDIUMTEXT, lang CHAR(2));
CREATE SEQUENCE invoice_no START WITH 1000 INCREMENT BY 1;
CREATE VIEW occupancy AS SELECT r.hotel_id, b.check_in AS day, COUNT(b.id) AS booked, COUNT(DISTINCT r.room_id) / 10 AS ratio, MAX(b.price) top FROM rooms r LEFT JOIN bookings b ON b.room_id = r.room_id AND b.status <> 'cancelled' GROUP BY r.hotel_id, b.check_in;
CREATE FUNCTION is_weekend(d DATE) RETURNS BOOLEAN DETERMINISTIC RETURN WEEKDAY(d) >= 5;
CREATE FUNCTION label_of(k VARCHAR(10)) RETURNS VARCHAR(30) CHARSET utf8mb4 DETERMINISTIC RETURN CONCAT('Room: ', k);

-- name: RoomsOfADay :many
-- params: arg_1 date, code char
SELECT h.name, r.number, r.kind, IFNULL(b.status, 'free') AS state, b.id IS NOT NULL AS taken FROM hotels h INNER JOIN rooms r USING (hotel_id) LEFT JOIN bookings b ON b.room_id = r.room_id AND ? BETWEEN b.check_in AND b.check_out WHERE h.code = ?;

-- name: FreeRooms :many
-- params: until date, from_day date, guests tinyint unsigned, budget decimal?
SELECT r.* FROM rooms r WHERE NOT EXISTS (SELECT 1 FROM bookings b WHERE b.room_id = r.room_id AND b.check_in < :until AND b.check_out > :from_day) AND r.max_guests >= :guests AND r.nightly <= COALESCE(:budget, r.nightly);

-- name: HotelsNearby :many
-- params: arg_1 double, arg_2 double
SELECT hotel_id, ST_X(location) x, ST_Y(location) y, ST_AsText(location) wkt, ST_Distance_Sphere(location, POINT(?, ?)) dist, location, ST_AsGeoJSON(location), ST_SRID(location), ST_GeometryType(location) FROM hotels ORDER BY dist;

-- name: AddHotelAtPoint :exec
-- params: code char, name varchar, opened year, lng double, lat double, amenities hotels_amenities?, pool boolean
INSERT INTO hotels (code, name, opened, location, amenities, has_pool) VALUES (:code, :name, :opened, POINT(:lng, :lat), :amenities, :pool);

-- name: BookingsByAddress :many
-- params: ip inet6, ref uuid
-- columns: id!, full_name!, age?, ip?, ref?, extra?, d!
SELECT b.id, g.full_name, TIMESTAMPDIFF(YEAR, g.born, CURDATE()) AS age, g.ip, g.ref, b.extra, DATE_FORMAT(b.check_in, '%d/%m/%Y') d FROM bookings b JOIN guests g ON g.guest_id = b.guest_id WHERE g.ip = ? OR g.ref = ?;

-- name: RoomKindsRolledUp :many
-- columns: kind?, cnt!, MIN(nightly)?, MAX(nightly)?, AVG(nightly)?, SUM(nightly)?, AVG(floor)?, SUM(floor)?, MAX(floor)?, SUM(smoking)?, MAX(kind)?, MIN(notes)?, GROUP_CONCAT(number ORDER BY number DESC)?
SELECT kind, COUNT(*) cnt, MIN(nightly), MAX(nightly), AVG(nightly), SUM(nightly), AVG(floor), SUM(floor), MAX(floor), SUM(smoking), MAX(kind), MIN(notes), GROUP_CONCAT(number ORDER BY number DESC) FROM rooms GROUP BY kind WITH ROLLUP;

-- name: NightsOfARange :many
-- params: start date, end date
WITH RECURSIVE days AS (SELECT CAST(:start AS DATE) AS d UNION ALL SELECT d + INTERVAL 1 DAY FROM days WHERE d < :end) SELECT d, COUNT(b.id) AS n FROM days LEFT JOIN bookings b ON d >= b.check_in AND d < b.check_out GROUP BY d;

-- name: PaidInTotal :one
-- params: booking_id bigint unsigned
SELECT SUM(amount) total, SUM(fee), AVG(fee), MAX(fee), SUM(amount) + IFNULL(SUM(fee), 0) both_, COUNT(ok), SUM(ok), MAX(ok), AVG(ok) FROM payments WHERE booking_id = ?;

-- name: PaymentsByCase :many
-- columns: st!, CASE WHEN fee > 1 THEN fee END?, CASE WHEN ok THEN amount ELSE fee END?, CASE WHEN ok THEN amount ELSE 'n/a' END!, CASE WHEN ok THEN paid_at ELSE CURDATE() END!, CASE WHEN ok THEN 1 ELSE 2.5 END!, CASE WHEN ok THEN ok ELSE FALSE END!, CASE WHEN ok THEN raw ELSE method END?
SELECT CASE WHEN ok THEN 'ok' WHEN ok IS NULL THEN 'pending' ELSE 'failed' END st, CASE WHEN fee > 1 THEN fee END, CASE WHEN ok THEN amount ELSE fee END, CASE WHEN ok THEN amount ELSE 'n/a' END, CASE WHEN ok THEN paid_at ELSE CURDATE() END, CASE WHEN ok THEN 1 ELSE 2.5 END, CASE WHEN ok THEN ok ELSE FALSE END, CASE WHEN ok THEN raw ELSE method END FROM payments;

-- name: PaymentsByDefault :many
-- columns: IF(ok, amount, 0)!, IF(ok, 1, 'x')!, IF(ok, NULL, 1)?, IFNULL(fee, 'none')!, IFNULL(ok, 0)!, COALESCE(method, raw)?, COALESCE(fee, amount)!, COALESCE(NULL, amount)!, NULLIF(method, '')?, NULLIF(1, ok)?, IF(1, paid_at, '2024')!, IF(ok, DATE(paid_at), paid_at)!, IF(ok, TIME(paid_at), paid_at)!
SELECT IF(ok, amount, 0), IF(ok, 1, 'x'), IF(ok, NULL, 1), IFNULL(fee, 'none'), IFNULL(ok, 0), COALESCE(method, raw), COALESCE(fee, amount), COALESCE(NULL, amount), NULLIF(method, ''), NULLIF(1, ok), IF(1, paid_at, '2024'), IF(ok, DATE(paid_at), paid_at), IF(ok, TIME(paid_at), paid_at) FROM payments;

-- name: AddPoints :exec
-- params: pts int, email varchar?, id bigint
UPDATE guests SET loyalty_points = loyalty_points + :pts, email = LOWER(:email) WHERE guest_id = :id;

-- name: DropPointsOfTheIdle :exec
-- params: years bigint
UPDATE guests g LEFT JOIN bookings b ON b.guest_id = g.guest_id SET g.loyalty_points = 0 WHERE b.id IS NULL AND g.born < DATE_SUB(NOW(), INTERVAL :years YEAR);

-- name: DeleteGuestsWithoutBookings :exec
DELETE g FROM guests AS g LEFT JOIN bookings AS b ON b.guest_id = g.guest_id WHERE b.id IS NULL;

-- name: DeleteCancelled :exec
-- params: status bookings_status
DELETE FROM b, p USING bookings b LEFT JOIN payments p ON p.booking_id = b.id WHERE b.status = ?;

-- name: ReviewOrReplace :one
-- params: booking_id bigint unsigned, stars tinyint, body mediumtext?
INSERT INTO reviews (booking_id, stars, body) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE stars = VALUES(stars), body = IF(VALUES(body) = '', body, VALUES(body)) RETURNING *;

-- name: AmenitiesAsSets :many
-- params: arg_1 varchar
-- columns: hotel_id!, wifi!, amenities & 1!, amenities!, CONCAT('a:', amenities)!, amenities IS NULL!
SELECT hotel_id, FIND_IN_SET('wifi', amenities) > 0 AS wifi, amenities & 1, amenities, CONCAT('a:', amenities), amenities IS NULL FROM hotels WHERE amenities LIKE '%spa%' OR FIND_IN_SET(?, amenities);

-- name: GapsBetweenStays :many
-- columns: guest_id!, check_in!, prev_out?, gap?, run?, n!
SELECT guest_id, check_in, LAG(check_out) OVER (PARTITION BY guest_id ORDER BY check_in) AS prev_out, DATEDIFF(check_in, LAG(check_out) OVER (PARTITION BY guest_id ORDER BY check_in)) gap, SUM(nights) OVER (PARTITION BY guest_id ORDER BY check_in ROWS UNBOUNDED PRECEDING) run, COUNT(*) OVER (PARTITION BY guest_id) n FROM bookings;

-- name: ExtrasAsJson :many
-- columns: JSON_VALUE(extra, '$.late')?, JSON_QUERY(extra, '$.tags')?, JSON_EXISTS(extra, '$.x')?, JSON_SET(extra, '$.a', 1)?, JSON_REMOVE(extra, '$.b')?, JSON_MERGE_PATCH(extra, '{"z":1}')?, JSON_TYPE(extra)?, JSON_VALID(extra)?, JSON_DEPTH(extra)?, JSON_SEARCH(extra, 'one', 'x')?, JSON_ARRAY(1, 'a', NULL)!, JSON_OBJECT('id', id)!, JSON_QUOTE(status)?, JSON_COMPACT(extra)?, JSON_DETAILED(extra)?, JSON_UNQUOTE('"a"')?, JSON_EXTRACT(extra, '$.a', '$.b')?, JSON_CONTAINS_PATH(extra, 'one', '$.a')?, JSON_ARRAY_APPEND(extra, '$.l', 1)?, JSON_OVERLAPS(extra, '{}')?
SELECT JSON_VALUE(extra, '$.late'), JSON_QUERY(extra, '$.tags'), JSON_EXISTS(extra, '$.x'), JSON_SET(extra, '$.a', 1), JSON_REMOVE(extra, '$.b'), JSON_MERGE_PATCH(extra, '{"z":1}'), JSON_TYPE(extra), JSON_VALID(extra), JSON_DEPTH(extra), JSON_SEARCH(extra, 'one', 'x'), JSON_ARRAY(1, 'a', NULL), JSON_OBJECT('id', id), JSON_QUOTE(status), JSON_COMPACT(extra), JSON_DETAILED(extra), JSON_UNQUOTE('"a"'), JSON_EXTRACT(extra, '$.a', '$.b'), JSON_CONTAINS_PATH(extra, 'one', '$.a'), JSON_ARRAY_APPEND(extra, '$.l', 1), JSON_OVERLAPS(extra, '{}') FROM bookings;

-- name: ExtrasCollected :many
-- columns: status!, JSON_ARRAYAGG(id)!, JSON_OBJECTAGG(id, price)?, JSON_ARRAYAGG(JSON_OBJECT('id', id, 'nights', nights))!
SELECT status, JSON_ARRAYAGG(id), JSON_OBJECTAGG(id, price), JSON_ARRAYAGG(JSON_OBJECT('id', id, 'nights', nights)) FROM bookings GROUP BY status;

-- name: TableOfADocument :many
-- params: arg_1 varchar
SELECT t.k, t.v FROM JSON_TABLE(?, '$[*]' COLUMNS (k VARCHAR(20) PATH '$.k' NULL ON EMPTY, v INT PATH '$.v' ERROR ON ERROR)) AS t;

-- name: TagsOfBookings :many
SELECT b.id, t.tag FROM bookings b LEFT JOIN JSON_TABLE(b.extra, '$.tags[*]' COLUMNS (tag VARCHAR(20) PATH '$')) t ON TRUE;

-- name: TextsOfGuests :many
-- params: arg_1 varchar?
-- columns: SUBSTR(full_name, 1, LOCATE(' ', full_name))!, CONCAT(UPPER(LEFT(full_name, 1)), LOWER(SUBSTRING(full_name, 2)))!, HEX(passport)?, passport?, LENGTH(passport)?, CONCAT(passport, 'a')?, MD5(passport)?, INET6_NTOA(INET6_ATON('::1'))?, CAST(ip AS CHAR)?, CAST(ref AS CHAR)?, COALESCE(email, full_name, ?)!, CHAR(65, 66)!, CHAR(77 USING utf8mb4)?, ORD('a')!, BIT_LENGTH(full_name)!, TO_BASE64('x')!, FROM_BASE64('eA==')?, UNHEX('41')?, LOAD_FILE('/x')?
SELECT SUBSTR(full_name, 1, LOCATE(' ', full_name)), CONCAT(UPPER(LEFT(full_name, 1)), LOWER(SUBSTRING(full_name, 2))), HEX(passport), passport, LENGTH(passport), CONCAT(passport, 'a'), MD5(passport), INET6_NTOA(INET6_ATON('::1')), CAST(ip AS CHAR), CAST(ref AS CHAR), COALESCE(email, full_name, ?), CHAR(65, 66), CHAR(77 USING utf8mb4), ORD('a'), BIT_LENGTH(full_name), TO_BASE64('x'), FROM_BASE64('eA=='), UNHEX('41'), LOAD_FILE('/x') FROM guests;

-- name: ShareOfStars :many
SELECT stars, COUNT(*) AS c, COUNT(*) * 100.0 / SUM(COUNT(*)) OVER () AS pct FROM reviews GROUP BY stars ORDER BY stars;

-- name: EverythingByName :many
SELECT hotel_id AS id, 'hotel' AS type, name, NULL AS price FROM hotels UNION ALL SELECT room_id, 'room', number, nightly FROM rooms UNION ALL SELECT guest_id, 'guest', full_name, NULL FROM guests ORDER BY type, id;

-- name: HoursAndFlags :many
-- params: arg_1 time
-- columns: checkin!, ADDTIME(checkin, '02:00')?, checkin + INTERVAL 1 HOUR?, HOUR(checkin)!, TIME_FORMAT(checkin, '%H:%i')?, TIMEDIFF(checkin, '10:00:00')?, checkin + 0!, SUBTIME(checkin, ?)?, CAST(checkin AS CHAR)!, MAX(checkin) OVER ()!, opened!, opened + 1!, MAX(opened) OVER ()!, CAST(opened AS CHAR)!, opened = 2000!, has_pool!, has_pool = TRUE!, !has_pool!, has_gym IS NOT TRUE!, has_pool + has_gym?, COALESCE(has_gym, FALSE)!, IF(has_pool, 1, 0)!
SELECT checkin, ADDTIME(checkin, '02:00'), checkin + INTERVAL 1 HOUR, HOUR(checkin), TIME_FORMAT(checkin, '%H:%i'), TIMEDIFF(checkin, '10:00:00'), checkin + 0, SUBTIME(checkin, ?), CAST(checkin AS CHAR), MAX(checkin) OVER (), opened, opened + 1, MAX(opened) OVER (), CAST(opened AS CHAR), opened = 2000, has_pool, has_pool = TRUE, !has_pool, has_gym IS NOT TRUE, has_pool + has_gym, COALESCE(has_gym, FALSE), IF(has_pool, 1, 0) FROM hotels;

-- name: SmallNumbers :many
-- columns: stars * 2?, stars + stars?, stars - 5?, -stars?, stars / 2?, stars DIV 2?, max_guests * nightly!, nightly * 2!, nightly * 1.5!, nightly / max_guests?, ROUND(nightly / 3, 1)!, nightly % 7!, floor * -1?, floor + 0.5?, smoking + 1!, smoking | 1!, smoking!, smoking = 1!, NOT smoking!, ABS(floor)?, ABS(stars)?, floor = NULL?
SELECT stars * 2, stars + stars, stars - 5, -stars, stars / 2, stars DIV 2, max_guests * nightly, nightly * 2, nightly * 1.5, nightly / max_guests, ROUND(nightly / 3, 1), nightly % 7, floor * -1, floor + 0.5, smoking + 1, smoking | 1, smoking, smoking = 1, NOT smoking, ABS(floor), ABS(stars), floor = NULL FROM rooms JOIN hotels USING (hotel_id);

-- name: RoomsByPairs :many
-- params: hotel_id int, number varchar, hotel_id_2 int, number_2 varchar
SELECT room_id, hotel_id FROM rooms WHERE (hotel_id, number) IN ((?, ?), (?, ?));

-- name: NextNumber :one
SELECT IFNULL(MAX(id), 0) + 1 AS next_id, COALESCE(SUM(price), 0) AS s, COALESCE(AVG(price), 0.0) a, IFNULL(MIN(check_in), CURDATE()) f, COALESCE(MAX(status), 'none') FROM bookings;

-- name: BusyMonths :many
-- params: count bigint
-- columns: status!, m!
SELECT DISTINCT b.status, MONTH(b.check_in) m FROM bookings b GROUP BY b.status, m HAVING COUNT(*) >= ? ORDER BY COUNT(*) DESC;

-- name: PaidBookings :many
SELECT b.id, p.amount FROM bookings b JOIN (payments p LEFT JOIN reviews r ON r.booking_id = p.booking_id) ON p.booking_id = b.id;

-- name: ReviewWithEveryColumn :exec
-- params: booking_id bigint unsigned, stars tinyint, body mediumtext?, lang char?, stars_2 tinyint, body_2 mediumtext?=
INSERT INTO reviews VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE stars = ?, body = COALESCE(?, body), lang = DEFAULT;

-- name: ConstantsCalculated :one
-- columns: 7 / 2!, 7 DIV 2!, 7 % 2!, 7 MOD 2!, 2 * 3.0!, 1 / 3!, 10 - 2.50!, -5!, 5!, 1 = 1!, 1 <> 2!, 'a' < 'b'!, 1 AND 0!, 1 OR NULL?, NOT 0!, 1 IN (1, 2)!, 5 BETWEEN 1 AND 9!, 'abc' LIKE 'a%'!, NULL IS NULL!, 1 <=> NULL!, 3 & 5!, 3 | 5!, 3 ^ 5!, ~0!, 1 << 3!, 16 >> 2!
SELECT 7 / 2, 7 DIV 2, 7 % 2, 7 MOD 2, 2 * 3.0, 1 / 3, 10 - 2.50, -5, +5, 1 = 1, 1 <> 2, 'a' < 'b', 1 AND 0, 1 OR NULL, NOT 0, 1 IN (1, 2), 5 BETWEEN 1 AND 9, 'abc' LIKE 'a%', NULL IS NULL, 1 <=> NULL, 3 & 5, 3 | 5, 3 ^ 5, ~0, 1 << 3, 16 >> 2;

-- name: BookingsByManyConditions :many
-- params: check_in datetime, check_in_2 int, check_in_3 int, check_in_4 int, created date, price decimal, price_2 decimal, status varchar, nights bigint
SELECT id FROM bookings WHERE check_in >= ? - INTERVAL 7 DAY AND YEAR(check_in) = ? AND MONTH(check_in) IN (?, ?) AND DATE(created) = ? AND price * 2 > ? AND IFNULL(price, 0) < ? AND status LIKE ? AND nights MOD 2 = ?;

-- name: HotelsByAverage :many
-- params: avg_stars decimal
SELECT h.name, (SELECT AVG(rv.stars) FROM reviews rv JOIN bookings b ON b.id = rv.booking_id JOIN rooms r ON r.room_id = b.room_id WHERE r.hotel_id = h.hotel_id) AS avg_stars FROM hotels h HAVING avg_stars >= ? OR avg_stars IS NULL;

-- name: RevenueSoFar :many
-- columns: y!, q!, rev?, cum?
SELECT YEAR(check_in) y, QUARTER(check_in) q, SUM(price) rev, SUM(SUM(price)) OVER (PARTITION BY YEAR(check_in) ORDER BY QUARTER(check_in)) cum FROM bookings GROUP BY YEAR(check_in), QUARTER(check_in);

-- name: ConfirmBooking :exec
-- params: who varchar?, minutes bigint, id bigint unsigned
UPDATE bookings SET extra = JSON_SET(extra, '$.late', TRUE, '$.by', :who), status = 'confirmed', expires = NOW() + INTERVAL :minutes MINUTE WHERE id = :id AND status = 'held';

-- name: BestGuests :many
-- params: spent decimal
SELECT g.full_name, COUNT(b.id) AS bookings, IFNULL(SUM(b.price), 0) AS spent, MAX(b.check_out) AS last_seen, COUNT(b.id) > 3 AS frequent FROM guests g LEFT JOIN bookings b ON g.guest_id = b.guest_id AND b.status = 'confirmed' GROUP BY g.guest_id HAVING spent >= ? ORDER BY spent DESC LIMIT 10;

-- name: PricesWithoutPayments :many
(SELECT price FROM bookings) EXCEPT ALL (SELECT amount FROM payments) UNION (SELECT fee FROM payments) ORDER BY 1 LIMIT 5;
