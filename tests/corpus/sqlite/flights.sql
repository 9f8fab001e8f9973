-- An airline's queries, written as different people would.
CREATE TABLE airline (
  code CHAR(2) PRIMARY KEY NOT NULL,
  name VARCHAR(80) NOT NULL COLLATE NOCASE,
  country TEXT DEFAULT 'ZZ',
  alliance TEXT CHECK (alliance IN ('star', 'oneworld', 'skyteam')),
  founded YEAR
) WITHOUT ROWID;
CREATE TABLE airport (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  iata TEXT NOT NULL UNIQUE,
  city NVARCHAR(50),
  lat DOUBLE, lon DOUBLE,
  elevation_ft INT,
  opened DATE,
  tz TEXT NOT NULL DEFAULT 'UTC'
);
CREATE TABLE IF NOT EXISTS flight (
  flight_id INTEGER NOT NULL PRIMARY KEY,
  airline_code CHAR(2) NOT NULL REFERENCES airline(code) ON UPDATE CASCADE,
  no INT NOT NULL,
  origin INTEGER NOT NULL REFERENCES airport,
  dest INTEGER REFERENCES airport (id) ON DELETE SET NULL,
  departs DATETIME NOT NULL,
  arrives DATETIME,
  price DECIMAL(9,2),
  seats SMALLINT NOT NULL DEFAULT 180,
  cancelled BOOLEAN NOT NULL DEFAULT 0,
  meta JSON,
  minutes INTEGER GENERATED ALWAYS AS (CAST((julianday(arrives) - julianday(departs)) * 1440 AS INTEGER)) VIRTUAL,
  UNIQUE (airline_code, no, departs)
);
CREATE INDEX flight_open ON flight (departs) WHERE cancelled = 0;
CREATE INDEX flight_day ON flight (date(departs), origin);
CREATE TABLE passenger (
  id INTEGER PRIMARY KEY,
  full_name TEXT NOT NULL,
  email TEXT UNIQUE,
  born DATE,
  miles BIGINT DEFAULT 0,
  photo BLOB,
  vip TINYINT(1)
);
CREATE TABLE booking (
  flight_id INTEGER NOT NULL REFERENCES flight ON DELETE CASCADE,
  passenger_id INTEGER NOT NULL,
  seat TEXT,
  paid NUMERIC NOT NULL DEFAULT 0,
  booked_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT pk_booking PRIMARY KEY (flight_id, passenger_id),
  CONSTRAINT fk_p FOREIGN KEY (passenger_id) REFERENCES passenger (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE setting (k TEXT PRIMARY KEY, v ANY, n INTEGER NOT NULL) STRICT;
CREATE VIRTUAL TABLE note USING fts5(title, body, author UNINDEXED, tokenize = 'porter unicode61');
CREATE VIRTUAL TABLE zone USING rtree(id, min_x, max_x, min_y, max_y, +label TEXT);
CREATE VIEW route AS SELECT f.flight_id, a.name AS airline, o.iata AS from_iata, d.iata AS to_iata, f.price, f.cancelled FROM flight f JOIN airline a ON a.code = f.airline_code JOIN airport o ON o.id = f.origin LEFT JOIN airport d ON d.id = f.dest;
CREATE VIEW cheap (flight, cost) AS SELECT flight_id, price FROM route WHERE price < 100 AND NOT cancelled;
CREATE TRIGGER passenger_mail AFTER UPDATE OF email ON passenger WHEN NEW.email IS NOT OLD.email BEGIN
  UPDATE passenger SET miles = miles WHERE id = NEW.id;
  SELECT CASE WHEN NEW.email NOT LIKE '%@%' THEN RAISE(ABORT, 'bad mail') END;
END;
INSERT INTO airline VALUES ('LH', 'Lufthansa', 'DE', 'star', 1953), ('BA', 'British', 'GB', 'oneworld', NULL), ('ZZ', 'Nobody', NULL, NULL, 2001);
INSERT INTO airport (iata, city, lat, lon, elevation_ft, opened) VALUES ('FRA', 'Frankfurt', 50.0, 8.5, 364, '1936-07-08'), ('LHR', 'London', 51.47, -0.45, 83, NULL), ('XXX', NULL, NULL, NULL, NULL, NULL);
INSERT INTO flight (flight_id, airline_code, no, origin, dest, departs, arrives, price, seats, cancelled, meta) VALUES
 (1, 'LH', 400, 1, 2, '2024-05-01 08:00:00', '2024-05-01 09:30:00', 99.5, 180, 0, '{"gate": "A1", "tags": ["x", "y"], "wifi": true}'),
 (2, 'LH', 401, 2, 1, '2024-05-02 08:00:00', NULL, NULL, 120, 1, NULL),
 (3, 'BA', 12, 2, NULL, '2024-06-01 22:15:00', '2024-06-02 01:00:00', 240, 300, 0, '{"gate": null}'),
 (4, 'BA', 13, 1, 3, '2024-06-03 10:00:00', '2024-06-03 12:00:00', 55, 80, 0, '[]');
INSERT INTO passenger VALUES (1, 'Ann', 'ann@x.org', '1990-02-28', 1200, x'00ff', 1), (2, 'Bob', NULL, NULL, NULL, NULL, NULL), (3, 'Cid', 'cid@x.org', '2001-12-31', 0, NULL, 0);
INSERT INTO booking VALUES (1, 1, '12A', 99.5, '2024-04-01 10:00:00'), (1, 2, NULL, 80, '2024-04-02 10:00:00'), (3, 1, '1F', 240, '2024-04-03 10:00:00');
INSERT INTO setting VALUES ('a', 1, 1), ('b', 'text', 2), ('c', NULL, 3), ('d', x'01', 4), ('e', 2.5, 5);
INSERT INTO note VALUES ('Hello world', 'the quick brown fox', 'ann'), ('Foo', NULL, NULL);
INSERT INTO zone VALUES (1, 0, 10, 0, 10, 'a'), (2, 5, 15, 5, 15, NULL);

-- name: Page :many
-- params: page_size INTEGER, page INTEGER
-- columns: flight_id INTEGER!, airline_code CHAR!, no INT!, origin INTEGER!, dest INTEGER?, departs DATETIME!, arrives DATETIME?, price DECIMAL?, seats SMALLINT!, cancelled BOOLEAN!, meta JSON?, minutes INTEGER?, airline_name VARCHAR!
SELECT f.*, a.name AS airline_name FROM flight AS f NATURAL JOIN (SELECT code AS airline_code, name FROM airline) a ORDER BY f.departs DESC LIMIT :page_size OFFSET :page * :page_size;
-- name: Totals :one
-- params: departs_from DATETIME, departs_to DATETIME
-- columns: total INTEGER!, with_dest INTEGER!, sum(price) INTEGER | REAL?, avg(price) REAL?, min(departs) DATETIME?, max(arrives) DATETIME?, total(price) REAL!, group_concat(DISTINCT airline_code) TEXT?
SELECT count(*) total, count(dest) with_dest, sum(price), avg(price), min(departs), max(arrives), total(price), group_concat(DISTINCT airline_code) FROM flight WHERE departs BETWEEN ? AND ?;
-- name: CitiesByFlights :many
-- params: count INTEGER
-- columns: city NVARCHAR?, city NVARCHAR?, cancelled_n INTEGER!, open_seats INTEGER?
SELECT o.city, d.city, count(*) FILTER (WHERE f.cancelled) AS cancelled_n, sum(f.seats) FILTER (WHERE NOT f.cancelled) AS open_seats FROM flight f INNER JOIN airport o ON o.id = f.origin LEFT OUTER JOIN airport d ON f.dest = d.id GROUP BY 1, 2 HAVING count(*) >= ?1;
-- name: NamesLikeThis :many
-- params: full_name TEXT
-- columns: full_name TEXT!, seat TEXT?, no INT?
SELECT p.full_name, b.seat, f.no FROM passenger p LEFT JOIN booking b ON b.passenger_id = p.id LEFT JOIN flight f USING (flight_id) WHERE p.full_name LIKE '%' || ? || '%' ESCAPE '\';
-- name: Tiers :many
-- columns: full_name TEXT!, tier TEXT!, boosted REAL!, miles / 7 INTEGER?, miles % 7 INTEGER?, -miles INTEGER?
SELECT full_name, CASE WHEN miles IS NULL THEN 'none' WHEN miles > 1000 THEN 'gold' ELSE 'blue' END AS tier, COALESCE(miles, 0) * 1.1 AS boosted, miles / 7, miles % 7, -miles FROM passenger;
-- name: SaveByMail :one
-- params: name TEXT, email TEXT?
-- columns: id INTEGER!, full_name TEXT!, email TEXT?, born DATE?, miles BIGINT?, photo BLOB?, vip TINYINT?
INSERT INTO passenger (full_name, email) VALUES (:name, :email) ON CONFLICT (email) DO UPDATE SET full_name = excluded.full_name, miles = coalesce(passenger.miles, 0) + 1 RETURNING *;
-- name: ChangeSeat :execrows
-- params: seat TEXT?, flight INTEGER, passenger INTEGER
UPDATE booking SET seat = $seat WHERE (flight_id, passenger_id) = ($flight, $passenger);
-- name: BookingsOfFlown :many
-- columns: flight_id INTEGER!, passenger_id INTEGER!, seat TEXT?, paid NUMERIC!, booked_at TIMESTAMP!
SELECT * FROM booking WHERE (flight_id, passenger_id) IN (SELECT flight_id, 1 FROM flight WHERE cancelled = 0);
-- name: MetaParts :many
-- columns: flight_id INTEGER!, gate INTEGER | REAL | TEXT?, tags JSON?, wifi INTEGER | REAL | TEXT?, n_tags INTEGER?, json_type(meta, '$.gate') TEXT?
SELECT flight_id, meta ->> '$.gate' AS gate, meta -> 'tags' AS tags, json_extract(meta, '$.wifi') wifi, json_array_length(meta, '$.tags') n_tags, json_type(meta, '$.gate') FROM flight;
-- name: FlightsWithTag :many
-- params: tag INTEGER | REAL | TEXT
-- columns: flight_id INTEGER!, tag INTEGER | REAL | TEXT!, key INTEGER | TEXT?, type TEXT!
SELECT f.flight_id, t.value AS tag, t.key, t.type FROM flight f, json_each(f.meta, '$.tags') AS t WHERE t.value = @tag;
-- name: OverEachAirline :many
-- columns: airline_code CHAR!, departs DATETIME!, price DECIMAL?, rn INTEGER!, rank() OVER w INTEGER!, prev DECIMAL?, nxt DECIMAL?, running INTEGER | REAL?, ntile(4) OVER w INTEGER!, percent_rank() OVER w REAL!, first_value(price) OVER w DECIMAL?
SELECT airline_code, departs, price, row_number() OVER w AS rn, rank() OVER w, lag(price) OVER w AS prev, lead(price, 1, 0) OVER w AS nxt, sum(price) OVER (PARTITION BY airline_code ORDER BY departs ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) running, ntile(4) OVER w, percent_rank() OVER w, first_value(price) OVER w FROM flight WINDOW w AS (PARTITION BY airline_code ORDER BY departs);
-- name: FlightsADay :many
-- params: until TEXT
-- columns: d TEXT?, flights INTEGER!
WITH RECURSIVE days(d) AS (VALUES (date('2024-01-01')) UNION ALL SELECT date(d, '+1 day') FROM days WHERE d < date(:until)) SELECT d, (SELECT count(*) FROM flight WHERE date(departs) = d) AS flights FROM days;
-- name: ReachableAirports :many
-- params: start INTEGER
-- columns: id INTEGER!, hops INTEGER!, path TEXT!
WITH RECURSIVE reach(id, hops, path) AS (SELECT :start, 0, '/' UNION SELECT f.dest, r.hops + 1, r.path || f.dest || '/' FROM reach r JOIN flight f ON f.origin = r.id WHERE r.hops < 3 AND f.dest IS NOT NULL) SELECT DISTINCT id, hops, path FROM reach;
-- name: ByMonth :many
-- columns: month TEXT?, n INTEGER!, avg_price REAL?
SELECT strftime('%Y-%m', departs) AS month, count(*) AS n, round(avg(price), 2) AS avg_price FROM flight GROUP BY month ORDER BY month;
-- name: AirportsNobodyFliesTo :many
-- columns: iata TEXT!, city NVARCHAR?
SELECT iata, city FROM airport WHERE id NOT IN (SELECT dest FROM flight WHERE dest IS NOT NULL) EXCEPT SELECT 'LHR', NULL ORDER BY 1;
-- name: SearchNotes :many
-- params: note TEXT
-- columns: title TEXT?, body_hl TEXT?, score REAL!, snippet(note, -1, '[', ']', '…', 12) TEXT?
SELECT note.title, highlight(note, 1, '<b>', '</b>') AS body_hl, bm25(note) AS score, snippet(note, -1, '[', ']', '…', 12) FROM note WHERE note MATCH ? ORDER BY rank;
-- name: ZonesAround :many
-- params: x REAL, y REAL
-- columns: id INTEGER!, label TEXT?
SELECT id, label FROM zone WHERE min_x <= :x AND max_x >= :x AND min_y <= :y AND max_y >= :y;
-- name: SaveSetting :exec
-- params: k TEXT, v ANY?, n INTEGER
INSERT OR REPLACE INTO setting (k, v, n) VALUES (?, ?, ?);
-- name: AddAirline :exec
-- params: code CHAR, name VARCHAR, country TEXT?, alliance TEXT?, founded YEAR?
INSERT OR IGNORE INTO airline VALUES (?1, ?2, ?3, ?4, ?5);
-- name: ForgetOldBookings :many
-- params: modifier TEXT
-- columns: flight_id INTEGER!, passenger_id INTEGER!, paid NUMERIC!
DELETE FROM booking WHERE booked_at < datetime('now', ?) RETURNING flight_id, passenger_id, paid;
-- name: FillPrices :many
-- columns: flight_id INTEGER!, price DECIMAL?, minutes INTEGER?
UPDATE flight SET price = f2.avg_price FROM (SELECT airline_code, avg(price) AS avg_price FROM flight GROUP BY airline_code) AS f2 WHERE flight.airline_code = f2.airline_code AND flight.price IS NULL RETURNING flight_id, price, minutes;
-- name: EveryPassengerAndBooking :many
-- columns: id INTEGER?, full_name TEXT?, flight_id INTEGER?, paid NUMERIC?
SELECT p.id, p.full_name, b.flight_id, b.paid FROM passenger p FULL OUTER JOIN booking b ON p.id = b.passenger_id;
-- name: ListedRows :many
-- params: column1 INTEGER
-- columns: column1 INTEGER!, column2 TEXT?
SELECT * FROM (VALUES (1, 'a'), (2, NULL)) WHERE column1 > ?;
-- name: GivenRows :many
-- params: n INTEGER, s TEXT, r REAL
-- columns: column1 INTEGER!, column2 TEXT!, column3 REAL!
VALUES (1, 'x', 2.5), (:n, :s, :r);
-- name: IsAndIsNot :many
-- params: country TEXT?, alliance TEXT?
-- columns: name VARCHAR!
SELECT name FROM airline WHERE country IS ? AND alliance IS NOT ?;
-- name: Casts :many
-- params: arg_1 REAL
-- columns: whole INTEGER?, cast(no AS TEXT) TEXT!, cast(meta AS BLOB) BLOB?, given REAL!
SELECT cast(price AS INTEGER) AS whole, cast(no AS TEXT), cast(meta AS BLOB), CAST(? AS REAL) AS given FROM flight;
-- name: FlightsOfAirline :many
-- columns: airline_code CHAR!, flights JSON!
SELECT f.airline_code, json_group_array(json_object('no', f.no, 'price', f.price)) AS flights FROM flight f GROUP BY f.airline_code;
-- name: SellSeats :exec
-- params: gate INTEGER | REAL | TEXT?, sold SMALLINT, id INTEGER
UPDATE flight SET meta = json_set(coalesce(meta, '{}'), '$.gate', :gate), seats = seats - :sold WHERE flight_id = :id AND seats >= :sold;
-- name: TopPassengers :many
-- params: top INTEGER
-- columns: full_name TEXT!, rnk INTEGER!
SELECT t.full_name, t.rnk FROM (SELECT full_name, dense_rank() OVER (ORDER BY miles DESC NULLS LAST) AS rnk FROM passenger) t WHERE t.rnk <= :top;
-- name: FlightNames :one
-- params: flight_id INTEGER
-- columns: airline VARCHAR?, top_paid NUMERIC?
SELECT (SELECT name FROM airline WHERE code = f.airline_code) AS airline, (SELECT max(paid) FROM booking b WHERE b.flight_id = f.flight_id) AS top_paid FROM flight f WHERE f.flight_id = ?;
-- name: CityWhateverCase :many
-- params: city NVARCHAR
-- columns: c NVARCHAR!
SELECT city COLLATE NOCASE AS c FROM airport WHERE city = ? COLLATE NOCASE ORDER BY c COLLATE BINARY;
-- name: RevenueOverMinimum :many
-- params: min INTEGER | REAL
-- columns: people INTEGER!, revenue INTEGER | REAL!, flight_id INTEGER!
SELECT count(DISTINCT passenger_id) AS people, sum(paid) AS revenue, flight_id FROM booking GROUP BY flight_id HAVING revenue > :min;
-- name: Conditions :many
-- columns: flight_id INTEGER!, dear INTEGER?, unknown INTEGER!, flies INTEGER!, cancelled BOOLEAN!
SELECT f.flight_id, (f.price > 100) AS dear, f.price IS NULL AS unknown, NOT f.cancelled AS flies, f.cancelled FROM flight f;
-- name: Counters :many
-- columns: seq INTEGER?, name TEXT?
SELECT seq, name FROM sqlite_sequence;
-- name: ColumnsOfTables :many
-- columns: name TEXT!, name TEXT!
SELECT m.name, ti.name FROM sqlite_schema m JOIN pragma_table_info(m.name) ti WHERE m.type = 'table';
-- name: MixedArms :many
-- columns: flight_id INTEGER!, c INTEGER?, mixed DECIMAL?
SELECT flight_id, CASE airline_code WHEN 'LH' THEN 1 WHEN 'BA' THEN 2 END AS c, CASE WHEN cancelled THEN price ELSE seats END AS mixed FROM flight;
-- name: Numbers :many
-- columns: abs(lat) REAL?, round(lat) REAL?, round(lat, 2) REAL?, ceil(lat) REAL?, floor(lon) REAL?, sqrt(lat) REAL?, pow(lat, 2) REAL?, pi() REAL!, mod(elevation_ft, 10) REAL?, sign(elevation_ft) INTEGER?
SELECT abs(lat), round(lat), round(lat, 2), ceil(lat), floor(lon), sqrt(lat), pow(lat, 2), pi(), mod(elevation_ft, 10), sign(elevation_ft) FROM airport;
-- name: Ages :many
-- columns: full_name TEXT!, born DATE!, date(born, 'start of year', '+6 months') TEXT?, strftime('%j', born) TEXT?, age INTEGER?
SELECT full_name, born, date(born, 'start of year', '+6 months'), strftime('%j', born), cast(strftime('%Y', 'now') AS INT) - cast(strftime('%Y', born) AS INT) AS age FROM passenger WHERE born IS NOT NULL;
-- name: SetTwo :exec
-- params: email TEXT?, born DATE?, id INTEGER
UPDATE passenger SET (email, born) = (?, ?) WHERE id = ?;
-- name: AnyCity :many
-- columns: tz TEXT!, city NVARCHAR?
SELECT tz, city FROM airport GROUP BY tz;
-- name: HighestAirport :many
-- columns: tz TEXT!, max(elevation_ft) INT?, city NVARCHAR?
SELECT tz, max(elevation_ft), city FROM airport GROUP BY tz;
-- name: LatestFlight :one
-- columns: latest DATETIME?, airline_code CHAR?
SELECT max(departs) AS latest, airline_code FROM flight;
-- name: Photos :many
-- columns: photo BLOB!, length(p.photo) INTEGER!, typeof(p.photo) TEXT!, hex(p.photo) TEXT!, substr(p.photo, 1, 1) BLOB?
SELECT p.photo, length(p.photo), typeof(p.photo), hex(p.photo), substr(p.photo, 1, 1) FROM passenger p WHERE p.photo IS NOT NULL;
-- name: Leaves :many
-- params: flight_id INTEGER
-- columns: fullkey TEXT!, atom INTEGER | REAL | TEXT!, type TEXT!
SELECT jt.fullkey, jt.atom, jt.type FROM flight, json_tree(flight.meta) jt WHERE flight_id = ?1 AND jt.atom IS NOT NULL;
-- name: Connections :many
-- params: hours TEXT
-- columns: a INTEGER!, b INTEGER!
SELECT f1.flight_id a, f2.flight_id b FROM flight f1 JOIN flight f2 ON f1.dest = f2.origin AND f2.departs > f1.arrives AND f2.departs < datetime(f1.arrives, '+' || :hours || ' hours');
-- name: Frames :many
-- columns: sum(price) OVER (ORDER BY departs RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE TIES) INTEGER | REAL?, avg(price) OVER (ORDER BY flight_id GROUPS 1 PRECEDING) REAL?, count(*) OVER () INTEGER!
SELECT sum(price) OVER (ORDER BY departs RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE TIES), avg(price) OVER (ORDER BY flight_id GROUPS 1 PRECEDING), count(*) OVER () FROM flight;
-- name: Likely :many
-- columns: likelihood(price > 3, 0.5) INTEGER?, unlikely(cancelled) BOOLEAN!
SELECT likelihood(price > 3, 0.5), unlikely(cancelled) FROM flight;
-- name: SortedIfAsked :many
-- params: since YEAR, desc INTEGER
-- columns: code CHAR!, founded YEAR!
SELECT code, founded FROM airline WHERE founded >= :since ORDER BY CASE WHEN :desc THEN founded END DESC, code;
-- name: OptionalFilters :many
-- params: email TEXT?=, min_miles BIGINT?=
-- columns: id INTEGER!, full_name TEXT!, email TEXT?, born DATE?, miles BIGINT?, photo BLOB?, vip TINYINT?
SELECT * FROM passenger WHERE (:email IS NULL OR email = :email) AND (:min_miles IS NULL OR miles >= :min_miles);
-- name: BothEnds :many
-- columns: id INTEGER?, dir TEXT!
SELECT origin AS id, 'out' AS dir FROM flight UNION ALL SELECT dest, 'in' FROM flight;
-- name: MixedNumbers :many
-- columns: n INTEGER | REAL!, x.n * 2 INTEGER | REAL!
SELECT x.n, x.n * 2 FROM (SELECT 1 AS n UNION SELECT 2.5 UNION SELECT NULL) x WHERE x.n IS NOT NULL;
-- name: QuotedNames :many
-- params: no INT
-- columns: the id INTEGER!, the price DECIMAL?, no INT!
SELECT "flight"."flight_id" AS 'the id', [price] AS "the price", `no` FROM "flight" WHERE "no" = ?;
-- name: Bits :many
-- columns: flight_id INTEGER!, ~seats & 255 | 1 << 2 INTEGER!, seats >> 1 INTEGER!, +price DECIMAL?, seats || '' TEXT!
SELECT flight_id, ~seats & 255 | 1 << 2, seats >> 1, +price, seats || '' FROM flight;
-- name: AddFlight :one
-- params: airline CHAR, no INT, from_iata TEXT, to_iata TEXT, departs DATETIME, price DECIMAL?, meta JSON?
-- columns: flight_id INTEGER!, minutes INTEGER?, seats SMALLINT!, cancelled BOOLEAN!
INSERT INTO flight (airline_code, no, origin, dest, departs, price, meta) VALUES (:airline, :no, coalesce((SELECT id FROM airport WHERE iata = :from_iata), 1), (SELECT id FROM airport WHERE iata = :to_iata), :departs, :price, json(:meta)) RETURNING flight_id, minutes, seats, cancelled;
-- name: RankInFlight :many
-- columns: flight_id INTEGER!, full_name TEXT!, r INTEGER!
SELECT b.flight_id, p.full_name, rank() OVER (PARTITION BY b.flight_id ORDER BY b.paid DESC) AS r FROM booking b, passenger p ON p.id = b.passenger_id;
-- name: HoldsWord :many
-- params: full_name TEXT
-- columns: full_name TEXT!
SELECT full_name FROM passenger WHERE full_name LIKE '%' || ? || '%';
-- name: EscapedPattern :many
-- params: full_name TEXT
-- columns: full_name TEXT!
SELECT full_name FROM passenger WHERE full_name LIKE ? ESCAPE '\';
-- name: GivenOrId :many
-- params: arg_1 INTEGER
-- columns: x INTEGER!
SELECT ? AS x UNION SELECT id FROM passenger;
-- name: NameWhateverCase :many
-- params: full_name TEXT
-- columns: id INTEGER!
SELECT id FROM passenger WHERE lower(full_name) = lower(?);
-- name: PagesOfTwo :many
-- params: limit INTEGER, offset INTEGER, offset_2 INTEGER
-- columns: id INTEGER!
SELECT id FROM passenger ORDER BY id LIMIT ? * 2 OFFSET (? - 1) * ?;
-- name: MailWhateverCase :many
-- params: full_name TEXT, email TEXT
-- columns: id INTEGER!
SELECT id FROM passenger WHERE full_name = trim(?) COLLATE NOCASE AND email = ? COLLATE NOCASE;
-- name: ReachedFrom :many
-- params: arg_1 INTEGER
-- columns: id INTEGER?
WITH RECURSIVE up(id) AS (VALUES (?) UNION SELECT f.dest FROM flight f, up WHERE f.origin = up.id) SELECT id FROM up;
-- name: ListedParameters :many
-- params: arg_1 INTEGER, arg_2 TEXT
-- columns: a INTEGER!, b TEXT!
WITH v(a, b) AS (VALUES (?, ?), (1, 'x')) SELECT a, b FROM v;
-- name: Calculated :many
-- params: miles BIGINT, miles_2 INTEGER, miles_from BIGINT, miles_to BIGINT
-- columns: id INTEGER!
SELECT id FROM passenger WHERE miles + ? > 3 AND ? < miles * 2 AND miles BETWEEN ? AND ?;
-- name: AddUnlessThere :exec
-- params: full_name TEXT, email TEXT?
INSERT INTO passenger (full_name, email) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM passenger WHERE email = ?2);
-- name: OtherwiseGiven :many
-- params: miles BIGINT?, email TEXT?, arg_3 TEXT, full_name TEXT, arg_5 BIGINT
-- columns: m BIGINT?, ifnull(email, ?2) TEXT?, iif(vip, ?3, 'no') TEXT!, nullif(full_name, ?4) TEXT?, max(miles, ?5) BIGINT?
SELECT coalesce(miles, ?) AS m, ifnull(email, ?), iif(vip, ?, 'no'), nullif(full_name, ?), max(miles, ?) FROM passenger;
-- name: PartsOfTexts :many
-- params: part TEXT, email INTEGER, start INTEGER, length INTEGER, full_name TEXT
-- columns: id INTEGER!
SELECT id FROM passenger WHERE instr(full_name, ?) > 0 AND length(email) > ? AND substr(full_name, ?, ?) = ?;
-- name: CalculatedWith :many
-- params: miles BIGINT, digits INTEGER, miles_2 BIGINT, miles_3 TEXT
-- columns: round(miles * ?1, ?2) REAL?, miles / ?3 INTEGER?, miles || ?4 TEXT?
SELECT round(miles * ?, ?), miles / ?, miles || ? FROM passenger;
-- name: PathsGiven :many
-- params: path TEXT, path_2 TEXT, path_3 TEXT, meta INTEGER | REAL | TEXT
-- columns: json_extract(meta, ?1) INTEGER | REAL | TEXT?, meta -> ?2 JSON?, meta ->> ?3 INTEGER | REAL | TEXT?
SELECT json_extract(meta, ?), meta -> ?, meta ->> ? FROM flight WHERE json_extract(meta, '$.gate') = ?;
-- name: MomentsGiven :many
-- params: arg_1 INTEGER | REAL, arg_2 TEXT, modifier TEXT, format TEXT, arg_5 TEXT, arg_6 TEXT
-- columns: datetime(?1, 'unixepoch') TEXT?, date(?2, ?3) TEXT?, strftime(?4, departs) TEXT?, unixepoch(?5) INTEGER?, julianday(?6) REAL?
SELECT datetime(?, 'unixepoch'), date(?, ?), strftime(?, departs), unixepoch(?), julianday(?) FROM flight;
-- name: WindowArguments :many
-- params: offset INTEGER, default DECIMAL, buckets INTEGER, n INTEGER
-- columns: lag(price, ?1, ?2) OVER (ORDER BY departs) DECIMAL?, ntile(?3) OVER (ORDER BY departs) INTEGER!, nth_value(price, ?4) OVER (ORDER BY departs) DECIMAL?
SELECT lag(price, ?, ?) OVER (ORDER BY departs), ntile(?) OVER (ORDER BY departs), nth_value(price, ?) OVER (ORDER BY departs) FROM flight;
-- name: JoinedNames :many
-- params: separator TEXT, miles INTEGER, count_from INTEGER, count_to INTEGER
-- columns: group_concat(full_name, ?1) TEXT!
SELECT group_concat(full_name, ?) FROM passenger GROUP BY vip HAVING sum(miles) > ? AND count(*) BETWEEN ? AND ?;
-- name: WeighedNotes :many
-- params: note TEXT, rank REAL, weight REAL, weight_2 REAL
-- columns: title TEXT?, body TEXT?, author ANY?
SELECT * FROM note WHERE note MATCH ? AND rank < ? ORDER BY bm25(note, ?, ?);
-- name: BareParameters :many
-- params: arg_1 INTEGER | REAL, arg_2 INTEGER | REAL, arg_3 INTEGER, arg_4 INTEGER, arg_5 INTEGER, arg_6 INTEGER, arg_7 TEXT, arg_8 TEXT
-- columns: neg INTEGER | REAL!, pos INTEGER | REAL!, inv INTEGER!, no INTEGER!, both INTEGER!, cat TEXT!
SELECT -? AS neg, +? AS pos, ~? AS inv, NOT ? AS no, ? AND ? AS both, ? || ? AS cat;
-- name: NotInWhatMayBeEmpty :many
-- params: numbers BIGINT*
-- columns: miles BIGINT?
SELECT miles FROM passenger WHERE miles NOT IN (flash.slice(numbers));
-- name: InWhatMayBeEmpty :many
-- params: numbers BIGINT*
-- columns: miles BIGINT!
SELECT miles FROM passenger WHERE miles IN (flash.slice(numbers));
-- name: ObjectOfParameters :one
-- params: value INTEGER | REAL | TEXT, key TEXT, flight_id INTEGER
-- columns: doc JSON!
SELECT json_object('a', ?, ?, 3, 'c', seats) AS doc FROM flight WHERE flight_id = ?;
-- name: SetTwoPaths :exec
-- params: value INTEGER | REAL | TEXT?, value_2 INTEGER | REAL | TEXT?, flight_id INTEGER
UPDATE flight SET meta = json_set(meta, '$.c', ?, '$.b', ?) WHERE flight_id = ?;
-- name: ArrayOfParameters :many
-- params: arg_1 INTEGER | REAL | TEXT, arg_2 INTEGER | REAL | TEXT
-- columns: both JSON!, quoted JSON!
SELECT json_array(?, no) AS both, json_quote(?) AS quoted FROM flight;
-- name: NumberedPage :many
-- params: limit INTEGER, offset INTEGER, offset_2 INTEGER
-- columns: id INTEGER!
SELECT id FROM passenger ORDER BY id LIMIT ? OFFSET (? - 1) * ?;
