-- Statements as a dump, a migration tool and people write them.
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET NAMES utf8mb4 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
DROP TABLE IF EXISTS `airline`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8 */;
CREATE TABLE `airline` (
  `code` char(2) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `name` varchar(80) NOT NULL DEFAULT '' COMMENT 'the airline''s own name',
  `alliance` enum('Star','One','Sky','') DEFAULT NULL,
  `services` set('meal','wifi','bag') NOT NULL DEFAULT 'meal,bag',
  `founded` year(4) DEFAULT NULL,
  `fleet` smallint(5) unsigned zerofill NOT NULL DEFAULT 00000,
  `rating` decimal(4,2) unsigned DEFAULT 0.00,
  `hq` point DEFAULT NULL,
  `logo` mediumblob DEFAULT NULL,
  `profile` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`profile`)),
  `active` tinyint(1) NOT NULL DEFAULT 1,
  `bits` bit(12) DEFAULT b'101',
  `created` timestamp NOT NULL DEFAULT current_timestamp(),
  `changed` timestamp(3) NULL DEFAULT NULL ON UPDATE current_timestamp(3),
  PRIMARY KEY (`code`),
  UNIQUE KEY `uq_name` (`name`(40)),
  KEY `ix_founded` (`founded` DESC,`code`) USING BTREE COMMENT 'by age'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC COMMENT='Airlines; all of them';
/*!40101 SET character_set_client = @saved_cs_client */;
LOCK TABLES `airline` WRITE;
/*!40000 ALTER TABLE `airline` DISABLE KEYS */;
INSERT INTO `airline` (`code`,`name`) VALUES ('LH','Lufthansa; AG'),('BA','it\'s');
/*!40000 ALTER TABLE `airline` ENABLE KEYS */;
UNLOCK TABLES;

# what people write
create table if not exists airport (
  iata char(3) primary key,
  icao char(4) unique key,
  city nvarchar(60) not null,
  country varchar(2) character set latin1 not null default 'DE',
  elevation int default -1,
  lat double(9,6), lon real,
  tz varchar(64) default 'UTC' comment "IANA's",
  opened date default '1970-01-01',
  runways tinyint unsigned default 1 check (runways between 1 and 20),
  hubs bool default false,
  info json default '{}',
  constraint chk_lat check (lat is null or abs(lat) <= 90)
);

CREATE TABLE flight (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  airline CHAR(2) CHARACTER SET ascii NOT NULL,
  number SMALLINT NOT NULL,
  origin CHAR(3) NOT NULL,
  dest CHAR(3) NOT NULL,
  dep DATETIME NOT NULL,
  arr DATETIME(0) NULL,
  duration TIME AS (TIMEDIFF(arr, dep)) VIRTUAL,
  day DATE GENERATED ALWAYS AS (CAST(dep AS DATE)) STORED,
  designator SMALLINT AS (number + 1) PERSISTENT,
  status ENUM('planned', 'off', 'in', 'cancelled') NOT NULL DEFAULT 'planned',
  price NUMERIC(8, 2) NULL DEFAULT NULL,
  tail VARCHAR(8),
  uid UUID DEFAULT uuid(),
  gate_ip INET6 DEFAULT '::1',
  notes TEXT,
  PRIMARY KEY (id),
  UNIQUE INDEX uq_flight (airline, number, dep),
  INDEX (origin, dest),
  INDEX ix_dest USING BTREE (dest),
  FULLTEXT INDEX ft_notes (notes),
  CONSTRAINT fk_origin FOREIGN KEY (origin) REFERENCES airport (iata) ON UPDATE CASCADE,
  CONSTRAINT fk_dest FOREIGN KEY (dest) REFERENCES airport (iata) ON DELETE RESTRICT ON UPDATE CASCADE
) ENGINE = InnoDB AUTO_INCREMENT = 1000;

CREATE TABLE ticket LIKE flight;
DROP TABLE ticket;
CREATE TABLE ticket (
  no VARCHAR(14) NOT NULL,
  flight_id BIGINT UNSIGNED NOT NULL REFERENCES flight (id),
  seat CHAR(4),
  pax VARCHAR(100) NOT NULL,
  fare DECIMAL(10) DEFAULT 0,
  tax FLOAT(7,3) DEFAULT 1.5,
  miles INTEGER(6) DEFAULT NULL,
  bought TIMESTAMP(6) DEFAULT NOW(6) ON UPDATE NOW(6),
  refunded BIT NOT NULL DEFAULT 0,
  raw VARBINARY(16),
  hash BINARY(20) DEFAULT 'x',
  PRIMARY KEY (no, flight_id)
) COLLATE utf8mb4_general_ci;

ALTER TABLE ticket ADD COLUMN class ENUM('Y','C','F') NOT NULL DEFAULT 'Y' AFTER seat, ADD bags TINYINT UNSIGNED DEFAULT 0 FIRST, ADD INDEX ix_pax (pax(20));
ALTER TABLE ticket CHANGE COLUMN pax passenger VARCHAR(120) NOT NULL, MODIFY fare DECIMAL(12,2) NOT NULL DEFAULT 9.9, ALTER miles SET DEFAULT 5, ALTER COLUMN bags DROP DEFAULT;
ALTER TABLE ticket ADD CONSTRAINT fk_ticket FOREIGN KEY fk_t (flight_id) REFERENCES flight (id) ON DELETE CASCADE, ADD CONSTRAINT chk_fare CHECK (fare >= 0), ADD UNIQUE uq_seat (flight_id, seat);
ALTER TABLE ticket RENAME COLUMN raw TO barcode, RENAME INDEX ix_pax TO ix_passenger, COMMENT = 'sold';
ALTER TABLE ticket DROP COLUMN tax, DROP CONSTRAINT chk_fare, ADD (x1 INT, x2 VARCHAR(5) DEFAULT 'a');
ALTER TABLE ticket MODIFY COLUMN x2 TEXT AFTER seat, DROP x1;
ALTER TABLE airport ADD SPATIAL INDEX sp (pos), ADD COLUMN pos POINT NOT NULL AFTER lon;
ALTER TABLE ticket CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;
ALTER TABLE flight ADD COLUMN IF NOT EXISTS tail VARCHAR(99), DROP INDEX IF EXISTS nope, DROP COLUMN IF EXISTS nope;
ALTER TABLE flight DROP FOREIGN KEY fk_dest, ADD CONSTRAINT fk_dest2 FOREIGN KEY (dest) REFERENCES airport (iata) ON DELETE NO ACTION;
ALTER IGNORE TABLE airline MODIFY fleet MEDIUMINT UNSIGNED NOT NULL, ALTER founded SET DEFAULT 1999;
ALTER TABLE airline ALTER INDEX uq_name IGNORED;

CREATE INDEX ix_city ON airport (city);
CREATE UNIQUE INDEX uq_tail ON flight (tail, dep) COMMENT 'one at a time';
CREATE OR REPLACE INDEX ix_city ON airport (city(10), country);
CREATE FULLTEXT INDEX ft_city ON airport (city);
DROP INDEX IF EXISTS ix_never ON flight;

CREATE TABLE log_archive (
  id INT NOT NULL,
  y SMALLINT NOT NULL,
  msg TEXT,
  KEY (id)
) ENGINE=InnoDB PARTITION BY RANGE (y) (PARTITION p0 VALUES LESS THAN (2020), PARTITION p1 VALUES LESS THAN MAXVALUE);
CREATE TABLE parts (a INT, b VARCHAR(10)) PARTITION BY HASH (a) PARTITIONS 4;

CREATE TABLE versioned (id INT PRIMARY KEY, v INT) WITH SYSTEM VERSIONING;
CREATE TABLE serials (id SERIAL, code VARCHAR(10) BINARY, t TIME(2), mt MEDIUMTEXT, tb TINYBLOB, c CHAR BYTE, l LONG VARCHAR, d DOUBLE PRECISION, n NATIONAL VARCHAR(5), f FIXED(6,1), i1 INT1, i8 INT8, mi MIDDLEINT);
CREATE TABLE `odd ``name` (`select` INT, `a b` VARCHAR(3) DEFAULT 'x"y', `ü` INT, KEY `k-1` (`select`, `a b`));
CREATE TABLE defaults_ (a VARCHAR(20) DEFAULT (CONCAT('a', 'b')), b INT DEFAULT (1 + 2), c DATETIME DEFAULT (CURRENT_TIMESTAMP() + INTERVAL 1 DAY), d CHAR(36) DEFAULT (UUID()), e DATE DEFAULT (CURDATE()), f TEXT DEFAULT 'txt', g BLOB DEFAULT 'x', h JSON DEFAULT (JSON_ARRAY()), i VARCHAR(9) DEFAULT "it's", j INT DEFAULT 0x10, k DOUBLE DEFAULT 1e3, l DECIMAL(5,2) DEFAULT 1, m BIT(3) DEFAULT 5, n YEAR DEFAULT 2001, o TIME DEFAULT '1:2:3', p TIMESTAMP DEFAULT '2020-01-01 00:00:00', q BOOLEAN DEFAULT TRUE);

CREATE OR REPLACE VIEW departures AS SELECT f.designator, f.dep, a.city AS `to` FROM flight f JOIN airport a ON a.iata = f.dest WHERE f.status <> 'cancelled';
CREATE ALGORITHM=MERGE DEFINER=CURRENT_USER SQL SECURITY INVOKER VIEW open_tickets (ticket_no, who) AS SELECT no, passenger FROM ticket WHERE refunded = 0 WITH CASCADED CHECK OPTION;
ALTER VIEW departures AS SELECT designator, dep FROM flight;

DELIMITER $$
CREATE TRIGGER flight_bi BEFORE INSERT ON flight FOR EACH ROW
BEGIN
  IF NEW.arr < NEW.dep THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'arrives; before it departs';
  END IF;
END$$
CREATE FUNCTION full_no(a CHAR(2), n INT) RETURNS VARCHAR(10) CHARSET utf8mb4 DETERMINISTIC
BEGIN
  RETURN CONCAT(a, ' ', n);
END$$
CREATE PROCEDURE cancel(IN p_id BIGINT UNSIGNED, OUT p_n INT)
BEGIN
  UPDATE flight SET status = 'cancelled' WHERE id = p_id;
  SET p_n = ROW_COUNT();
END$$
DELIMITER ;
CREATE SEQUENCE ticket_seq START WITH 10 INCREMENT BY 10 MINVALUE 10 MAXVALUE 100000 CACHE 5 CYCLE;

RENAME TABLE parts TO pieces, log_archive TO logs;
DROP TABLE IF EXISTS pieces, never_was;
DROP VIEW IF EXISTS no_view;
CREATE TABLE summary AS SELECT airline, COUNT(*) AS n, MAX(price) AS top, MIN(dep) AS first_dep FROM flight GROUP BY airline;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
-- Dump completed on 2024-01-01
